// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One sentence for everything that can be wrong with what the command line was given.
#pragma once

#include "commands/strict_json.h"

#include <QString>

#include <string_view>

namespace chevet::commands {

/// "$.severity: 11 is not …": what and where, without the file's name.
QString sentenceFor(const JsonFault& fault);
/// Stable, for JSON: "unknown_key".
std::string_view kindName(JsonFault::Kind kind);

} // namespace chevet::commands
