// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one way in which a control is greyed: never without saying why, to the eye and to a screen reader.
// Thread: gui.
#pragma once

class QString;
class QWidget;

namespace chevet::screens {

/// Grey with this reason, or usable if there is none.
void allow(QWidget& control, const QString& whyNot);

} // namespace chevet::screens
