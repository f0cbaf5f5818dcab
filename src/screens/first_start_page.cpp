// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/first_start_page.h"

#include "screens/look.h"

#include <QAction>

#include <array>

#include "ui_first_start_page.h"

namespace chevet::screens {

FirstStartPage::FirstStartPage(workflow::VaultDoor& door, const workflow::Workplace& workplace,
                               QWidget* parent)
    : QWidget(parent), m_door(door), m_workplace(workplace), m_ui(std::make_unique<Ui::FirstStartPage>())
{
    m_ui->setupUi(this);
    makeLarge(m_ui->titleLabel);
    makeEmphasised(m_ui->foundLabel);
    makeEmphasised(m_ui->sampleLabel);
    makeQuiet(m_ui->suggestionCaption);
    makeEmphasised(m_ui->suggestionLabel);
    makeQuiet(m_ui->progressLabel);
    m_ui->suggestionBox->hide();
    m_ui->foundButton->setDefault(true);
    for (const auto& [role, name] : clinical::Words<clinical::Role>::all) {
        m_ui->roleCombo->addItem(workflow::word(role), static_cast<int>(role));
    }
    clearProblems();

    auto* validate = new QAction(tr("Found the team"), this);
    validate->setObjectName(QStringLiteral("foundAction"));
    validate->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    validate->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(validate);
    m_ui->suggestButton->setShortcut(QKeySequence(Qt::ALT | Qt::Key_S));
    m_ui->openSampleButton->setShortcut(QKeySequence(Qt::ALT | Qt::Key_O));
    connect(validate, &QAction::triggered, this, &FirstStartPage::found);
    connect(m_ui->foundButton, &QPushButton::clicked, this, &FirstStartPage::found);
    connect(m_ui->suggestButton, &QPushButton::clicked, this, &FirstStartPage::suggest);
    connect(m_ui->openSampleButton, &QPushButton::clicked, this, [this] {
        clearProblems();
        m_door.openSample(m_workplace.sampleVault);
    });
    for (auto* edit : findChildren<QLineEdit*>()) {
        connect(edit, &QLineEdit::textEdited, this, &FirstStartPage::clearProblems);
        connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
            edit == m_ui->passphraseAgainEdit ? found() : static_cast<void>(focusNextChild());
        });
    }
    connect(&m_door, &workflow::VaultDoor::busyChanged, this, &FirstStartPage::showBusy);
    connect(&m_door, &workflow::VaultDoor::refused, this, &FirstStartPage::say);
    connect(&m_door, &workflow::VaultDoor::progressed, this, [this](const QString& step, int percent) {
        m_ui->progressLabel->setText(tr("%1 %2 %").arg(step).arg(percent));
    });
}

FirstStartPage::~FirstStartPage() = default;

void FirstStartPage::begin()
{
    clearProblems();
    m_ui->teamNameEdit->setFocus(Qt::OtherFocusReason);
}

workflow::FoundingForm FirstStartPage::typed() const
{
    workflow::FoundingForm form;
    form.teamName = m_ui->teamNameEdit->text();
    form.memberName = m_ui->memberNameEdit->text();
    form.role = clinical::fromStored<clinical::Role>(m_ui->roleCombo->currentData().toUInt())
                    .value_or(clinical::Role::Nurse);
    form.passphrase = m_ui->passphraseEdit->text();
    form.passphraseAgain = m_ui->passphraseAgainEdit->text();
    return form;
}

void FirstStartPage::found()
{
    clearProblems();
    if (m_door.isBusy()) {
        return;
    }
    const auto form = typed();
    if (const auto problem = workflow::VaultDoor::problemWith(form)) {
        auto* label = problemLabelOf(problem->field);
        label->setText(problem->sentence.whole());
        label->show();
        if (auto* edit = findChild<QLineEdit*>(problem->field + QStringLiteral("Edit"))) {
            edit->setFocus(Qt::OtherFocusReason);
            edit->setAccessibleDescription(problem->sentence.whole());
        }
        return;
    }
    m_door.found(m_workplace.defaultVault, form);
}

void FirstStartPage::suggest()
{
    m_ui->suggestionLabel->setText(workflow::VaultDoor::suggestPassphrase());
    m_ui->suggestionBox->show();
    m_ui->passphraseEdit->setFocus(Qt::OtherFocusReason);
}

void FirstStartPage::say(const workflow::Sentence& why)
{
    m_ui->doorProblem->setText(why.whole());
    m_ui->doorProblem->show();
}

void FirstStartPage::showBusy(bool busy)
{
    m_ui->foundBox->setEnabled(!busy);
    m_ui->sampleBox->setEnabled(!busy);
    m_ui->progressLabel->setText(busy ? tr("One moment …") : QString());
}

QLabel* FirstStartPage::problemLabelOf(const QString& field) const
{
    auto* label = findChild<QLabel*>(field + QStringLiteral("Problem"));
    return label != nullptr ? label : m_ui->doorProblem;
}

void FirstStartPage::clearProblems()
{
    for (auto* label : {m_ui->teamNameProblem, m_ui->memberNameProblem, m_ui->passphraseProblem,
                        m_ui->passphraseAgainProblem, m_ui->doorProblem}) {
        label->clear();
        label->hide();
    }
}

} // namespace chevet::screens
