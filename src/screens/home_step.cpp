// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/home_step.h"

#include "screens/elided_label.h"
#include "screens/home_form.h"
#include "screens/look.h"
#include "screens/lookup_field.h"
#include "workflow/intake.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace chevet::screens {
namespace {

const QString separator = QStringLiteral(" · ");

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

} // namespace

HomeStep::HomeStep(QWidget* parent) : QWidget(parent)
{
    auto* label = new QLabel(tr("Home"), this);
    m_field = new LookupField(this);
    m_field->setUp(QStringLiteral("homeEdit"), tr("Home"), tr("first three letters of the home or the town"));
    label->setBuddy(m_field->edit());
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName(QStringLiteral("homeSummary"));
    makeQuiet(m_summary);
    m_summary->hide();
    m_form = new HomeForm(this);
    m_form->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_summary);
    layout->addWidget(m_form);

    connect(m_field, &LookupField::typed, this, [this](const QString& letters) {
        if (m_intake != nullptr) {
            m_intake->lookUpHomes(letters);
        }
    });
    connect(m_field, &LookupField::chosen, this, [this](int hit) {
        m_field->settle(text(m_homes.at(static_cast<std::size_t>(hit)).home.name));
        m_intake->chooseHome(m_homes.at(static_cast<std::size_t>(hit)));
        Q_EMIT done();
    });
    connect(m_field, &LookupField::newWanted, this, [this] { m_form->openNew(m_field->typedText()); });
    connect(m_field, &LookupField::passed, this, &HomeStep::done);
    connect(m_form, &HomeForm::cancelled, this, &HomeStep::closeForm);
    connect(m_form, &HomeForm::added, this, [this](const clinical::Home& home) {
        if (!m_adding) {
            m_adding = true;
            m_before = m_intake->home() ? m_intake->home()->id : HomeId();
            m_intake->addHome(home);
        }
    });
    connect(m_form, &HomeForm::corrected, this, [this](const std::vector<HomeForm::Correction>& corrections) {
        m_form->hide();
        for (const auto& [field, value] : corrections) {
            m_intake->correctHome(field, value);
        }
        Q_EMIT done();
    });
}

void HomeStep::setIntake(workflow::Intake* intake)
{
    m_intake = intake;
    m_homes.clear();
    m_adding = false;
    m_form->hide();
    m_field->settle({});
    if (intake != nullptr) {
        connect(intake, &workflow::Intake::homesFound, this, &HomeStep::showHits);
        connect(intake, &workflow::Intake::refused, this,
                [this] { m_adding = false; }); // the form stays as typed
        showIntake();
    }
}

void HomeStep::showHits(const QString& letters, const std::vector<clinical::HomeView>& homes)
{
    if (letters != m_field->typedText()) {
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
    m_field->setHits(letters, lines, letters.isEmpty() ? QString() : tr("New home “%1” …").arg(letters));
}

void HomeStep::finishAdding()
{
    m_adding = false;
    m_form->hide();
    m_field->settle(text(m_intake->home()->home.name));
    Q_EMIT done();
}

void HomeStep::showIntake()
{
    const auto view = m_intake != nullptr ? m_intake->home() : std::nullopt;
    m_summary->setVisible(view.has_value());
    if (!view) {
        return;
    }
    if (m_adding && view->id != m_before) {
        finishAdding();
    }
    if (!m_field->isOpen()) {
        m_field->settle(text(view->home.name));
    }
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
    if (!view->contested.empty()) {
        parts << tr("two values stand side by side");
    }
    parts << tr("F9 corrects");
    m_summary->setText(parts.join(separator));
}

void HomeStep::begin()
{
    m_field->edit()->setFocus(Qt::OtherFocusReason);
    m_field->edit()->selectAll();
}

bool HomeStep::isFormOpen() const
{
    return !m_form->isHidden();
}

void HomeStep::record()
{
    m_form->record();
}

void HomeStep::closeForm()
{
    m_form->hide();
    begin();
}

void HomeStep::correct()
{
    if (m_intake != nullptr && m_intake->home()) {
        m_form->openCorrect(*m_intake->home());
    } else {
        m_form->openNew(m_field->typedText());
    }
}

} // namespace chevet::screens
