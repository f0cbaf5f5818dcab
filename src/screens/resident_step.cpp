// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/resident_step.h"

#include "screens/elided_label.h"
#include "screens/keys.h"
#include "screens/look.h"
#include "screens/lookup_field.h"
#include "screens/resident_form.h"
#include "workflow/desk.h"
#include "workflow/intake.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace chevet::screens {
namespace {

const QString separator = QStringLiteral(" · ");

} // namespace

ResidentStep::ResidentStep(QWidget* parent) : QWidget(parent)
{
    auto* label = new QLabel(tr("Resident"), this);
    m_field = new LookupField(this);
    m_field->setUp(QStringLiteral("residentEdit"), tr("Resident"),
                   tr("ddmmyyyy and three letters, or a name"));
    label->setBuddy(m_field->edit());
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName(QStringLiteral("residentSummary"));
    makeQuiet(m_summary);
    m_summary->hide();
    m_form = new ResidentForm(this);
    m_form->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_summary);
    layout->addWidget(m_form);

    connect(m_field, &LookupField::typed, this, &ResidentStep::look);
    connect(m_field, &LookupField::chosen, this, [this](int hit) {
        const auto& view = m_residents.at(static_cast<std::size_t>(hit));
        m_field->settle(workflow::residentText(view.resident.familyName, view.resident.givenName,
                                               view.resident.provisional));
        m_intake->chooseResident(view);
        Q_EMIT done();
    });
    connect(m_field, &LookupField::newWanted, this, &ResidentStep::openForm);
    connect(m_field, &LookupField::passed, this, &ResidentStep::done);
    connect(m_form, &ResidentForm::cancelled, this, &ResidentStep::closeForm);
    connect(m_form, &ResidentForm::added, this, [this](clinical::Resident resident) {
        if (m_adding) {
            return;
        }
        m_adding = true;
        m_before = m_intake->resident() ? m_intake->resident()->id : ResidentId();
        if (const auto home = m_intake->home()) {
            resident.home = home->id;
        }
        m_intake->addResident(resident);
    });
    connect(m_form, &ResidentForm::corrected, this,
            [this](const std::vector<ResidentForm::Correction>& corrections) {
                m_form->hide();
                for (const auto& [field, value] : corrections) {
                    m_intake->correctResident(field, value);
                }
                Q_EMIT done();
            });
}

void ResidentStep::setIntake(const workflow::Desk* desk, workflow::Intake* intake)
{
    m_desk = desk;
    m_intake = intake;
    m_residents.clear();
    m_adding = false;
    m_form->hide();
    m_field->settle({});
    if (intake != nullptr) {
        connect(intake, &workflow::Intake::residentsFound, this,
                [this](const QString& letters, const std::vector<clinical::ResidentView>& residents) {
                    if (m_adding) {
                        warnOf(residents);
                    } else {
                        takeAnswer(letters, residents);
                    }
                });
        connect(intake, &workflow::Intake::refused, this,
                [this] { m_adding = false; }); // the form stays as typed
        showIntake();
    }
}

void ResidentStep::look()
{
    m_widened = false;
    const auto identity = identityOf(m_field->typedText());
    if (m_intake == nullptr || (!identity.digits.isEmpty() && identity.digits.size() < 8)) {
        m_field->clearHits(); // half a date finds nobody
        return;
    }
    if (!identity.digits.isEmpty() && !birthDateOf(identity.digits)) {
        m_field->setHits(m_field->typedText(), {},
                         tr("%1 is no day: new resident without a birth date …").arg(identity.digits));
        return;
    }
    m_intake->lookUpResidents(birthDateOf(identity.digits), identity.letters);
}

void ResidentStep::takeAnswer(const QString& letters, const std::vector<clinical::ResidentView>& residents)
{
    const auto identity = identityOf(m_field->typedText());
    const auto birthDate = birthDateOf(identity.digits);
    if (m_widened) {
        m_widened = false;
        showHits(residents);
    } else if (letters == identity.letters) {
        // "leg" for LE GALL, a married name, a slip: those who were born that day are shown before a new one
        // is made.
        if (residents.empty() && birthDate && !letters.isEmpty()) {
            m_widened = true;
            m_intake->lookUpResidents(birthDate, QString());
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
    const auto home = m_intake->home();
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
    m_field->setHits(m_field->typedText(), lines,
                     residents.empty() ? tr("New resident …") : tr("None of these: new resident …"));
}

void ResidentStep::warnOf(const std::vector<clinical::ResidentView>& twins)
{
    m_residents = twins;
    QStringList lines;
    for (const auto& view : twins) {
        lines << lineOf(view);
    }
    m_field->offer(lines, tr("None of these: new resident …"));
    m_form->warn(
        tr("In the record already: %1. Esc and Enter take it; Ctrl+Enter once more records another person.")
            .arg(lines.join(QStringLiteral("; "))));
}

void ResidentStep::finishAdding()
{
    m_adding = false;
    m_form->hide();
    const auto resident = m_intake->resident()->resident;
    m_field->settle(workflow::residentText(resident.familyName, resident.givenName, resident.provisional));
    Q_EMIT done();
}

void ResidentStep::openForm()
{
    const auto identity = identityOf(m_field->typedText());
    m_form->openNew(identity.letters, birthDateOf(identity.digits) ? identity.digits : QString());
}

void ResidentStep::showIntake()
{
    const auto view = m_intake != nullptr ? m_intake->resident() : std::nullopt;
    m_summary->setVisible(view.has_value());
    if (!view) {
        return;
    }
    if (m_adding && view->id != m_before) {
        finishAdding();
    }
    const auto& resident = view->resident;
    if (!m_field->isOpen()) {
        m_field->settle(
            workflow::residentText(resident.familyName, resident.givenName, resident.provisional));
    }
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
    if (!view->contested.empty()) {
        parts << tr("two values stand side by side");
    }
    parts << tr("F9 corrects");
    m_summary->setText(parts.join(separator));
}

void ResidentStep::begin()
{
    m_field->edit()->setFocus(Qt::OtherFocusReason);
    m_field->edit()->selectAll();
}

bool ResidentStep::isFormOpen() const
{
    return !m_form->isHidden();
}

void ResidentStep::record()
{
    m_form->record();
}

void ResidentStep::closeForm()
{
    m_form->hide();
    begin();
}

void ResidentStep::correct()
{
    if (m_intake != nullptr && m_intake->resident()) {
        m_form->openCorrect(*m_intake->resident());
    } else {
        openForm();
    }
}

} // namespace chevet::screens
