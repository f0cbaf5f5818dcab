// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first step of a call: which home. Three letters and Enter; unknown homes are added, known ones
// corrected, in place. Thread: gui.
#pragma once

#include "clinical/views.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QLabel;

namespace chevet::workflow {
class Intake;
}

namespace chevet::screens {

class ElidedLabel;
class HomeForm;
class LookupField;

class HomeStep : public QWidget
{
    Q_OBJECT

public:
    explicit HomeStep(QWidget* parent = nullptr);

    void setIntake(workflow::Intake* intake);
    void showIntake();
    void begin();
    bool isFormOpen() const;
    void record();
    void closeForm();
    void correct();

Q_SIGNALS:
    void done();

private:
    void finishAdding();
    void showHits(const QString& letters, const std::vector<clinical::HomeView>& homes);

    QPointer<workflow::Intake> m_intake;
    bool m_adding = false; ///< recorded, not yet on disk
    HomeId m_before;       ///< the home while the new one is written
    std::vector<clinical::HomeView> m_homes;
    LookupField* m_field;
    ElidedLabel* m_summary;
    HomeForm* m_form;
};

} // namespace chevet::screens
