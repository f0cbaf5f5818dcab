// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/allowed.h"

#include <QWidget>

namespace chevet::screens {

void allow(QWidget& control, const QString& whyNot)
{
    control.setEnabled(whyNot.isEmpty());
    control.setToolTip(whyNot);
    control.setAccessibleDescription(whyNot);
}

} // namespace chevet::screens
