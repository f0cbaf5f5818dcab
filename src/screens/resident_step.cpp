// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/resident_step.h"

#include "screens/keys.h"
#include "screens/lookup_field.h"
#include "screens/resident_form.h"
#include "workflow/desk.h"
#include "workflow/intake.h"

namespace chevet::screens {
namespace {

constexpr QStringView separator = u" · ";

} // namespace

ResidentStep::ResidentStep(QWidget* parent)
    : LookupStep(QStringLiteral("resident"), tr("Resident"), tr("ddmmyyyy and three letters, or a name"),
                 parent)
{
    m_form = new ResidentForm(this);
    setForm(m_form);

    connect(field(), &LookupField::typed, this, &ResidentStep::look);
    connect(field(), &LookupField::chosen, this, [this](int hit) {
        const auto& view = m_residents.at(static_cast<std::size_t>(hit));
        field()->settle(workflow::residentText(view.resident.familyName, view.resident.givenName,
                                               view.resident.provisional));
        intake()->chooseResident(view);
        Q_EMIT done();
    });
    connect(field(), &LookupField::newWanted, this, &ResidentStep::openForm);
    connect(m_form, &ResidentForm::cancelled, this, &LookupStep::closeForm);
    connect(m_form, &ResidentForm::added, this, [this](clinical::Resident resident) {
        if (!startAdding()) {
            return;
        }
        m_before = intake()->resident() ? intake()->resident()->id : ResidentId();
        if (const auto home = intake()->home()) {
            resident.home = home->id;
        }
        intake()->addResident(resident);
    });
    connect(m_form, &ResidentForm::corrected, this,
            [this](const std::vector<ResidentForm::Correction>& corrections) {
                hideForm();
                for (const auto& [field, value] : corrections) {
                    intake()->correctResident(field, value);
                }
                Q_EMIT done();
            });
}

void ResidentStep::setIntake(const workflow::Desk* desk, workflow::Intake* intake)
{
    m_desk = desk;
    m_residents.clear();
    takeIntake(intake);
    if (intake != nullptr) {
        connect(intake, &workflow::Intake::residentsFound, this,
                [this](const QString& letters, const std::vector<clinical::ResidentView>& residents) {
                    if (isAdding()) {
                        warnOf(residents);
                    } else {
                        takeAnswer(letters, residents);
                    }
                });
        showIntake();
    }
}

void ResidentStep::look()
{
    m_widened = false;
    const auto identity = identityOf(field()->typedText());
    if (intake() == nullptr || (!identity.digits.isEmpty() && identity.digits.size() < 8)) {
        field()->clearHits(); // half a date finds nobody
        return;
    }
    if (!identity.digits.isEmpty() && !birthDateOf(identity.digits)) {
        field()->setHits(field()->typedText(), {},
                         tr("%1 is no day: new resident without a birth date …").arg(identity.digits));
        return;
    }
    intake()->lookUpResidents(birthDateOf(identity.digits), identity.letters);
}

void ResidentStep::takeAnswer(const QString& letters, const std::vector<clinical::ResidentView>& residents)
{
    const auto identity = identityOf(field()->typedText());
    const auto birthDate = birthDateOf(identity.digits);
    if (m_widened) {
        m_widened = false;
        showHits(residents);
    } else if (letters == identity.letters) {
        // "leg" for LE GALL, a married name, a slip: those who were born that day are shown before a new one
        // is made.
        if (residents.empty() && birthDate && !letters.isEmpty()) {
            m_widened = true;
            intake()->lookUpResidents(birthDate, QString());
        } else {
            showHits(residents);
        }
    }
}

QString ResidentStep::lineOf(const clinical::ResidentView& view) const
{
    const auto& resident = view.resident;
    QStringList parts{workflow::residentText(resident.familyName, resident.givenName, resident.provisional)};
    if (resident.birthDate) {
        parts << workflow::dateText(*resident.birthDate);
        parts << workflow::ageText(resident.birthDate, m_desk->clock().today());
    }
    if (!resident.room.empty()) {
        parts << tr("room %1").arg(QString::fromStdString(resident.room));
    }
    const auto home = intake()->home();
    if (!home || home->id != resident.home) {
        parts << QString::fromStdString(view.homeName);
    }
    if (view.openCase) {
        parts << tr("open request");
    }
    return parts.join(separator);
}

void ResidentStep::showHits(const std::vector<clinical::ResidentView>& residents)
{
    m_residents = residents;
    QStringList lines;
    for (const auto& view : residents) {
        lines << lineOf(view);
    }
    field()->setHits(field()->typedText(), lines,
                     residents.empty() ? tr("New resident …") : tr("None of these: new resident …"));
}

void ResidentStep::warnOf(const std::vector<clinical::ResidentView>& twins)
{
    m_residents = twins;
    QStringList lines;
    for (const auto& view : twins) {
        lines << lineOf(view);
    }
    field()->offer(lines, tr("None of these: new resident …"));
    m_form->warn(
        tr("In the record already: %1. Esc and Enter take it; Ctrl+Enter once more records another person.")
            .arg(lines.join(QStringLiteral("; "))));
}

void ResidentStep::openForm()
{
    const auto identity = identityOf(field()->typedText());
    m_form->openNew(identity.letters, birthDateOf(identity.digits) ? identity.digits : QString());
}

void ResidentStep::showIntake()
{
    const auto view = intake() != nullptr ? intake()->resident() : std::nullopt;
    if (!view) {
        showNothing();
        return;
    }
    const auto& resident = view->resident;
    showChosen(workflow::residentText(resident.familyName, resident.givenName, resident.provisional),
               view->id != m_before);
    QStringList parts;
    if (resident.birthDate) {
        parts << tr("born %1, %2")
                     .arg(workflow::dateText(*resident.birthDate),
                          workflow::ageText(resident.birthDate, m_desk->clock().today()));
    } else {
        parts << tr("birth date not known");
    }
    parts << (resident.room.empty() ? tr("room not known")
                                    : tr("room %1").arg(QString::fromStdString(resident.room)));
    parts << (view->seenInPerson ? tr("seen before") : tr("never seen"));
    showSummary(parts, !view->contested.empty());
}

void ResidentStep::record()
{
    m_form->record();
}

void ResidentStep::correct()
{
    if (intake() != nullptr && intake()->resident()) {
        m_form->openCorrect(*intake()->resident());
    } else {
        openForm();
    }
}

} // namespace chevet::screens
