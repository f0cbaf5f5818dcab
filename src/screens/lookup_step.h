// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the first two steps of a call have in common: letters find somebody, a quiet line says who was chosen,
// and a form below adds or corrects in place. A new one counts as chosen only once it is on disk.
// Thread: gui.
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace chevet::workflow {
class Intake;
}

namespace chevet::screens {

class ElidedLabel;
class LookupField;

class LookupStep : public QWidget
{
    Q_OBJECT

public:
    void begin();
    bool isFormOpen() const;
    void closeForm();

Q_SIGNALS:
    void done();

protected:
    /// `name` begins the object names: "home" gives homeEdit and homeSummary.
    LookupStep(const QString& name, const QString& caption, const QString& placeholder, QWidget* parent);

    /// Below field and summary; hidden until it is asked for. Call once.
    void setForm(QWidget* form);
    /// Starts anew with the intake, or with none.
    void takeIntake(workflow::Intake* intake);
    workflow::Intake* intake() const;
    LookupField* field() const { return m_field; }

    /// From here on a new one is being written. False if one is already.
    bool startAdding();
    bool isAdding() const { return m_adding; }

    void hideForm();
    void showNothing();
    /// Who was chosen. `isNew`: not the one that was chosen when adding started, so that adding is over.
    void showChosen(const QString& name, bool isNew);
    void showSummary(QStringList parts, bool isContested);

private:
    QPointer<workflow::Intake> m_intake;
    bool m_adding = false; ///< recorded, not yet on disk
    LookupField* m_field;
    ElidedLabel* m_summary;
    QWidget* m_form = nullptr;
};

} // namespace chevet::screens
