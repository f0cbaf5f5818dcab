// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/home_step.h"

#include "screens/home_form.h"
#include "screens/lookup_field.h"
#include "workflow/intake.h"

namespace chevet::screens {
namespace {

constexpr QStringView separator = u" · ";

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

} // namespace

HomeStep::HomeStep(QWidget* parent)
    : LookupStep(QStringLiteral("home"), tr("Home"), tr("first three letters of the home or the town"),
                 parent)
{
    m_form = new HomeForm(this);
    setForm(m_form);

    connect(field(), &LookupField::typed, this, [this](const QString& letters) {
        if (intake() != nullptr) {
            intake()->lookUpHomes(letters);
        }
    });
    connect(field(), &LookupField::chosen, this, [this](int hit) {
        field()->settle(text(m_homes.at(static_cast<std::size_t>(hit)).home.name));
        intake()->chooseHome(m_homes.at(static_cast<std::size_t>(hit)));
        Q_EMIT done();
    });
    connect(field(), &LookupField::newWanted, this, [this] { m_form->openNew(field()->typedText()); });
    connect(m_form, &HomeForm::cancelled, this, &LookupStep::closeForm);
    connect(m_form, &HomeForm::added, this, [this](const clinical::Home& home) {
        if (startAdding()) {
            m_before = intake()->home() ? intake()->home()->id : HomeId();
            intake()->addHome(home);
        }
    });
    connect(m_form, &HomeForm::corrected, this, [this](const std::vector<HomeForm::Correction>& corrections) {
        hideForm();
        for (const auto& [field, value] : corrections) {
            intake()->correctHome(field, value);
        }
        Q_EMIT done();
    });
}

void HomeStep::setIntake(workflow::Intake* intake)
{
    m_homes.clear();
    takeIntake(intake);
    if (intake != nullptr) {
        connect(intake, &workflow::Intake::homesFound, this, &HomeStep::showHits);
        showIntake();
    }
}

void HomeStep::showHits(const QString& letters, const std::vector<clinical::HomeView>& homes)
{
    if (letters != field()->typedText()) {
        return;
    }
    m_homes = homes;
    QStringList lines;
    for (const auto& view : homes) {
        QStringList parts{text(view.home.name)};
        if (!view.home.town.empty()) {
            parts << text(view.home.town);
        }
        if (view.home.travelMinutes) {
            parts << tr("%1 min").arg(*view.home.travelMinutes);
        }
        if (view.openCases > 0) {
            parts << tr("%n open", nullptr, view.openCases);
        }
        lines << parts.join(separator);
    }
    field()->setHits(letters, lines, letters.isEmpty() ? QString() : tr("New home “%1” …").arg(letters));
}

void HomeStep::showIntake()
{
    const auto view = intake() != nullptr ? intake()->home() : std::nullopt;
    if (!view) {
        showNothing();
        return;
    }
    showChosen(text(view->home.name), view->id != m_before);
    QStringList parts;
    for (const auto& words : {view->home.town, view->home.phone}) {
        if (!words.empty()) {
            parts << text(words);
        }
    }
    parts << (view->home.travelMinutes ? tr("%1 min by car").arg(*view->home.travelMinutes)
                                       : tr("travel not known"));
    parts << (!view->home.video   ? tr("video not known")
              : *view->home.video ? tr("video works")
                                  : tr("no video"));
    showSummary(parts, !view->contested.empty());
}

void HomeStep::record()
{
    m_form->record();
}

void HomeStep::correct()
{
    if (intake() != nullptr && intake()->home()) {
        m_form->openCorrect(*intake()->home());
    } else {
        m_form->openNew(field()->typedText());
    }
}

} // namespace chevet::screens
