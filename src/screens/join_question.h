// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An open request of this resident: does the call belong to it? One key. Thread: gui.
#pragma once

#include "screens/chip_line.h"

#include <QPointer>

namespace chevet::workflow {
class Desk;
class Intake;
} // namespace chevet::workflow

namespace chevet::screens {

class JoinQuestion : public ChipLine
{
    Q_OBJECT

public:
    explicit JoinQuestion(QWidget* parent = nullptr);

    void setIntake(const workflow::Desk* desk, workflow::Intake* intake);
    void showIntake();

Q_SIGNALS:
    void done();

private:
    QPointer<const workflow::Desk> m_desk;
    QPointer<workflow::Intake> m_intake;
};

} // namespace chevet::screens
