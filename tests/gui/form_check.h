// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every form must keep: each part that takes the keyboard has a name for the screen reader, Tab reaches
// all of them, nothing stands outside its window and no text is wider or higher than its label.
#pragma once

#include <QStringList>
#include <QWidget>

namespace chevet::test {

/// Parts that take the keyboard, are visible and have no accessible name.
QStringList namelessParts(const QWidget& root);
/// Parts that take Tab, are visible, and that Tab from `start` does not come to within the window.
QStringList unreachedByTab(const QWidget& root);
/// Labels and buttons whose text does not fit, and parts that stand outside what shows them.
QStringList clippedParts(const QWidget& root);

} // namespace chevet::test
