// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first step of a call: which home. Three letters and Enter; unknown homes are added, known ones
// corrected, in place. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "screens/lookup_step.h"

#include <vector>

namespace chevet::workflow {
class Intake;
}

namespace chevet::screens {

class HomeForm;

class HomeStep : public LookupStep
{
    Q_OBJECT

public:
    explicit HomeStep(QWidget* parent = nullptr);

    void setIntake(workflow::Intake* intake);
    void showIntake();
    void record();
    void correct();

private:
    void showHits(const QString& letters, const std::vector<clinical::HomeView>& homes);

    HomeId m_before; ///< the home while the new one is written
    std::vector<clinical::HomeView> m_homes;
    HomeForm* m_form;
};

} // namespace chevet::screens
