// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures: the four priorities and the four modalities are ours and are told apart by their shape alone;
// everything else has a freedesktop name and, where the theme is missing, no picture but its text. Thread:
// gui.
#pragma once

#include "clinical/terms.h"

#include <QIcon>
#include <QPalette>
#include <QPixmap>

namespace chevet::screens {

/// `side` in device-independent pixels; painted sharp at `ratio`.
QPixmap priorityPicture(clinical::Priority priority, const QPalette& palette, int side, qreal ratio);
/// The same shapes in one colour.
QPixmap priorityShape(clinical::Priority priority, const QColor& colour, int side, qreal ratio);
QPixmap modalityPicture(clinical::Modality modality, const QPalette& palette, int side, qreal ratio);
/// A symbol of the icon theme in the colour of the text; null where the theme lacks it.
QIcon symbol(const QString& freedesktopName, const QPalette& palette);
/// Makes the breeze icons findable where the desktop has no icon theme.
void findIconTheme();

} // namespace chevet::screens
