// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why the home calls: one letter each, several may hold. Thread: gui.
#pragma once

#include "screens/chip_line.h"
#include "workflow/intake.h"

#include <QPointer>

#include <vector>

namespace chevet::screens {

class MotiveBoard : public ChipLine
{
    Q_OBJECT

public:
    explicit MotiveBoard(QWidget* parent = nullptr);

    void setIntake(workflow::Intake* intake);
    void showIntake();
    /// Several may be chosen: what is chosen comes from the intake.
    void setChosen(int index) override;

Q_SIGNALS:
    void done();

private:
    QPointer<workflow::Intake> m_intake;
    std::vector<workflow::MotiveChoice> m_motives;
};

} // namespace chevet::screens
