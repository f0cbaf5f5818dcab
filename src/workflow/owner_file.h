// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file that leaves the vault because somebody asked for it. Thread: any.
#pragma once

#include <QString>

#include <string>

namespace chevet::workflow {

/// Whole or not at all, readable by its owner only. False if it could not be written.
bool writeForOwner(const QString& path, const std::string& text);

} // namespace chevet::workflow
