// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second step: which resident. Birth date and three letters in one field, or a name alone; new residents
// are added in place, under a provisional identity if need be, and those who look the same are shown first.
// Thread: gui.
#pragma once

#include "clinical/views.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace chevet::workflow {
class Desk;
class Intake;
} // namespace chevet::workflow

namespace chevet::screens {

class ElidedLabel;
class LookupField;
class ResidentForm;

class ResidentStep : public QWidget
{
    Q_OBJECT

public:
    explicit ResidentStep(QWidget* parent = nullptr);

    void setIntake(const workflow::Desk* desk, workflow::Intake* intake);
    void showIntake();
    void begin();
    bool isFormOpen() const;
    void record();
    void closeForm();
    void correct();

Q_SIGNALS:
    void done();

private:
    void look();
    void showHits(const std::vector<clinical::ResidentView>& residents);
    void takeAnswer(const QString& letters, const std::vector<clinical::ResidentView>& residents);
    void openForm();
    void finishAdding();
    void warnOf(const std::vector<clinical::ResidentView>& twins);
    QString lineOf(const clinical::ResidentView& view) const;

    QPointer<const workflow::Desk> m_desk;
    QPointer<workflow::Intake> m_intake;
    bool m_adding = false;  ///< recorded, not yet on disk
    bool m_widened = false; ///< nobody had the letters: asked by the birth date alone
    ResidentId m_before;    ///< the resident while the new one is written
    std::vector<clinical::ResidentView> m_residents;
    LookupField* m_field;
    ElidedLabel* m_summary;
    ResidentForm* m_form;
};

} // namespace chevet::screens
