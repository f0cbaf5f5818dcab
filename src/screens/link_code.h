// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A link as a QR picture, for a tablet's camera. Thread: any.
#pragma once

#include <QImage>
#include <QString>

namespace chevet::screens {

/// One pixel a module, black on white, without the margin; null for an empty link or one that is too long.
QImage linkCode(const QString& link);

} // namespace chevet::screens
