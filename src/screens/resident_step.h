// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second step: which resident. Birth date and three letters in one field, or a name alone; new residents
// are added in place, under a provisional identity if need be, and those who look the same are shown first.
// Thread: gui.
#pragma once

#include "clinical/views.h"
#include "screens/lookup_step.h"

#include <QPointer>

#include <vector>

namespace chevet::workflow {
class Desk;
class Intake;
} // namespace chevet::workflow

namespace chevet::screens {

class ResidentForm;

class ResidentStep : public LookupStep
{
    Q_OBJECT

public:
    explicit ResidentStep(QWidget* parent = nullptr);

    void setIntake(const workflow::Desk* desk, workflow::Intake* intake);
    void showIntake();
    void record();
    void correct();

private:
    void look();
    void showHits(const std::vector<clinical::ResidentView>& residents);
    void takeAnswer(const QString& letters, const std::vector<clinical::ResidentView>& residents);
    void openForm();
    void warnOf(const std::vector<clinical::ResidentView>& twins);
    QString lineOf(const clinical::ResidentView& view) const;

    QPointer<const workflow::Desk> m_desk;
    bool m_widened = false; ///< nobody had the letters: asked by the birth date alone
    ResidentId m_before;    ///< the resident while the new one is written
    std::vector<clinical::ResidentView> m_residents;
    ResidentForm* m_form;
};

} // namespace chevet::screens
