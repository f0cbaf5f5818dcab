// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Presses keys as a keyboard would: whatever has the focus may claim a key, else the action with that key is
// triggered, else the key goes to the focus. For the tour and for tests. Thread: gui.
#pragma once

#include <QKeyCombination>
#include <QString>

class QMainWindow;

namespace chevet::screens {

/// Returns false if nothing in `window` has the keyboard.
bool pressKey(QMainWindow& window, QKeyCombination keys, const QString& text = {});
/// Letter by letter, as typed.
bool typeText(QMainWindow& window, const QString& text);

} // namespace chevet::screens
