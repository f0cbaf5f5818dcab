// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/intake_pane.h"

#include "screens/look.h"
#include "workflow/desk.h"
#include "workflow/intake.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

#include "ui_intake_pane.h"

namespace chevet::screens {

using clinical::Modality;

namespace {

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

} // namespace

IntakePane::IntakePane(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::IntakePane>())
{
    m_ui->setupUi(this);
    makeLarge(m_ui->whoLabel);
    makeQuiet(m_ui->whereLabel);
    makeQuiet(m_ui->keysLabel);
    m_ui->keysLabel->setWordWrap(true);
    m_ui->keysLabel->setText(tr("Ctrl+Enter accepts · F5 visit · F6 video · F7 call · F8 written"));
    m_ui->missingLabel->hide();
    addActions();
    connectSteps();
    m_ui->questionList->setTabPlace(m_ui->motiveBoard, m_ui->wordsEdit);
    m_ui->conditionList->setTabPlace(m_ui->wordsEdit, m_ui->proposalView);
    makeQuiet(m_ui->conditionLabel);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { keepInSight(now); });
}

IntakePane::~IntakePane() = default;

void IntakePane::addActions()
{
    const auto add = [this](const QString& name, const QString& words, const QKeySequence& keys) {
        auto* action = new QAction(words, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    for (const auto& [modality, name] : clinical::Words<Modality>::all) {
        const auto key = static_cast<Qt::Key>(Qt::Key_F4 + static_cast<int>(modality));
        auto* action = add(QStringLiteral("decideAction%1").arg(static_cast<int>(modality)),
                           tr("Decide for: %1").arg(workflow::word(modality)), QKeySequence(key));
        connect(action, &QAction::triggered, this, [this, wanted = modality] { decideFor(wanted); });
    }
    connect(add(QStringLiteral("conditionsAction"), tr("Settle what a teleconsultation needs"),
                QKeySequence(Qt::ALT | Qt::Key_C)),
            &QAction::triggered, this, [this] {
                if (!m_ui->conditionList->isHidden()) {
                    m_ui->conditionList->begin();
                }
            });
    connect(
        add(QStringLiteral("wordsAction"), tr("In the caller's words"), QKeySequence(Qt::ALT | Qt::Key_T)),
        &QAction::triggered, this, &IntakePane::goToWords);
    connect(add(QStringLiteral("correctAction"), tr("Correct the home or the resident"),
                QKeySequence(Qt::Key_F9)),
            &QAction::triggered, this, &IntakePane::correctHere);
}

void IntakePane::connectSteps()
{
    auto& ui = *m_ui;
    connect(ui.closeButton, &QToolButton::clicked, this, &IntakePane::left);
    connect(ui.homeStep, &HomeStep::done, this, [&ui] {
        ui.callerEdit->setFocus(Qt::TabFocusReason);
        ui.callerEdit->selectAll();
    });
    connect(ui.callerEdit, &QLineEdit::returnPressed, ui.functionEdit, qOverload<>(&QWidget::setFocus));
    connect(ui.functionEdit, &QLineEdit::returnPressed, this, [&ui] { ui.residentStep->begin(); });
    connect(ui.phoneEdit, &QLineEdit::returnPressed, this, [&ui] { ui.residentStep->begin(); });
    for (auto* edit : {ui.callerEdit, ui.functionEdit, ui.phoneEdit}) {
        connect(edit, &QLineEdit::textEdited, this, [this, &ui] {
            if (m_intake != nullptr) {
                m_intake->setCaller(ui.callerEdit->text(), ui.functionEdit->text(), ui.phoneEdit->text());
            }
        });
    }
    connect(ui.residentStep, &ResidentStep::done, this, &IntakePane::afterResident);
    connect(ui.joinQuestion, &JoinQuestion::done, this,
            [&ui] { ui.motiveBoard->setFocus(Qt::TabFocusReason); });
    connect(ui.motiveBoard, &MotiveBoard::done, this, [this, &ui] {
        if (!ui.questionList->begin()) {
            goToWords();
        }
    });
    connect(ui.questionList, &QuestionList::done, this, &IntakePane::goToWords);
    connect(ui.conditionList, &QuestionList::done, ui.proposalView,
            [&ui] { ui.proposalView->setFocus(Qt::TabFocusReason); });
    connect(ui.wordsEdit, &QPlainTextEdit::textChanged, this, [this, &ui] {
        if (m_intake != nullptr && m_intake->words() != ui.wordsEdit->toPlainText()) {
            m_intake->setWords(ui.wordsEdit->toPlainText());
        }
    });
    connect(ui.proposalView, &ProposalView::modalityWanted, this, &IntakePane::decideFor);
    connect(ui.overridePanel, &OverridePanel::decided, this,
            [this](Modality modality, clinical::Priority priority, const workflow::OverrideChoice& reason,
                   const QString& words) {
                if (m_intake != nullptr && !m_deciding) {
                    m_deciding = true;
                    m_refusal = {};
                    m_intake->decideOtherwise(modality, priority, reason, words);
                }
            });
}

void IntakePane::open(workflow::Desk* desk, workflow::Intake* intake)
{
    forget();
    m_desk = desk;
    m_intake = intake;
    m_deciding = false;
    m_resuming = false;
    m_refusal = {};
    m_ui->overridePanel->close();
    m_ui->homeStep->setIntake(intake);
    m_ui->residentStep->setIntake(desk, intake);
    m_ui->joinQuestion->setIntake(desk, intake);
    m_ui->motiveBoard->setIntake(intake);
    m_ui->questionList->setIntake(intake);
    const QPointer<workflow::Intake> asked(intake);
    m_ui->conditionList->setSource(
        [asked] {
            return asked != nullptr ? asked->conditionQuestions() : std::vector<workflow::IntakeQuestion>{};
        },
        [asked](clinical::Fact fact, const clinical::FactValue& value) {
            if (asked != nullptr) {
                asked->setFact(fact, value);
            }
        });
    m_ui->proposalView->setIntake(intake);
    m_ui->wordsEdit->setPlainText(intake->words());
    m_ui->scrollArea->ensureVisible(0, 0);
    connect(intake, &workflow::Intake::changed, this, &IntakePane::showIntake);
    connect(intake, &workflow::Intake::refused, this, [this](const workflow::Sentence& why) {
        m_deciding = false;
        m_refusal = why;
        showMissing();
    });
    connect(intake, &workflow::Intake::decided, this, [this](const CaseId& id) {
        m_deciding = false;
        Q_EMIT decided(id);
    });
    showIntake();
}

bool IntakePane::mayOpenNext() const
{
    return m_intake != nullptr && m_intake->isDecided();
}

bool IntakePane::openNext()
{
    if (!mayOpenNext()) {
        return false;
    }
    auto* next = m_intake->sameCallNextResident(this);
    open(m_desk, next);
    return true;
}

void IntakePane::resume()
{
    m_resuming = true;
    qApp->installEventFilter(this);
    begin();
}

bool IntakePane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_resuming) {
        m_resuming = false;
        qApp->removeEventFilter(this);
    }
    return QWidget::eventFilter(watched, event);
}

void IntakePane::forget()
{
    if (m_intake == nullptr) {
        return;
    }
    m_intake->disconnect(this);
    m_ui->homeStep->setIntake(nullptr);
    m_ui->residentStep->setIntake(nullptr, nullptr);
    m_ui->joinQuestion->setIntake(nullptr, nullptr);
    m_ui->motiveBoard->setIntake(nullptr);
    m_ui->questionList->setIntake(nullptr);
    m_ui->conditionList->setSource({}, {});
    m_ui->proposalView->setIntake(nullptr);
    if (!m_intake->isDecided() && m_intake->isEmpty()) {
        m_intake->discard();
    }
    delete m_intake;
}

void IntakePane::begin()
{
    if (m_intake == nullptr) {
        return;
    }
    if (!m_intake->home()) {
        m_ui->homeStep->begin();
    } else if (!m_intake->resident()) {
        m_ui->residentStep->begin();
    } else {
        m_ui->motiveBoard->setFocus(Qt::OtherFocusReason);
    }
}

std::optional<clinical::Recommendation> IntakePane::recommendation() const
{
    return m_intake != nullptr && m_intake->missing().empty() ? std::optional(m_intake->recommendation())
                                                              : std::nullopt;
}

std::optional<DraftId> IntakePane::draft() const
{
    return m_intake != nullptr && !m_intake->isDecided() ? std::optional(m_intake->id()) : std::nullopt;
}

bool IntakePane::hasKeyboard() const
{
    return isVisible() && isAncestorOf(QApplication::focusWidget());
}

void IntakePane::afterResident()
{
    if (!m_ui->joinQuestion->isHidden()) {
        m_ui->joinQuestion->setFocus(Qt::TabFocusReason);
    } else {
        m_ui->motiveBoard->setFocus(Qt::TabFocusReason);
    }
}

void IntakePane::goToWords()
{
    m_ui->wordsEdit->setFocus(Qt::TabFocusReason);
    // The call is all there: what is proposed comes into sight too.
    QTimer::singleShot(0, this, [this] {
        m_ui->scrollArea->ensureWidgetVisible(m_ui->proposalView, 0, gridStep);
        m_ui->scrollArea->ensureWidgetVisible(m_ui->wordsEdit, 0, gridStep);
    });
}

void IntakePane::validate()
{
    if (m_intake == nullptr || m_deciding) {
        return;
    }
    if (m_ui->homeStep->isFormOpen()) {
        m_ui->homeStep->record();
    } else if (m_ui->residentStep->isFormOpen()) {
        m_ui->residentStep->record();
    } else if (m_ui->overridePanel->isOpen()) {
        m_ui->overridePanel->decide();
    } else if (m_intake->missing().empty()) {
        m_deciding = true;
        m_refusal = {};
        m_intake->accept();
    } else {
        begin();
        showMissing();
        m_ui->missingLabel->show();
    }
}

bool IntakePane::stepBack()
{
    if (m_ui->homeStep->isFormOpen()) {
        m_ui->homeStep->closeForm();
    } else if (m_ui->residentStep->isFormOpen()) {
        m_ui->residentStep->closeForm();
    } else if (m_ui->overridePanel->isOpen()) {
        m_ui->overridePanel->close();
        m_ui->proposalView->setFocus(Qt::OtherFocusReason);
    } else {
        return false;
    }
    return true;
}

void IntakePane::correctHere()
{
    auto* focused = QApplication::focusWidget();
    const bool atResident =
        m_ui->residentStep->isAncestorOf(focused) ||
        (m_intake != nullptr && m_intake->resident() && !m_ui->homeStep->isAncestorOf(focused));
    atResident ? m_ui->residentStep->correct() : m_ui->homeStep->correct();
}

void IntakePane::decideFor(Modality modality)
{
    if (m_intake == nullptr) {
        return;
    }
    if (!m_intake->missing().empty()) {
        showMissing();
        begin();
        return;
    }
    if (!m_ui->overridePanel->isOpen()) {
        m_ui->overridePanel->setReasons(workflow::choicesOf(m_desk->overrideReasons()));
    }
    m_ui->overridePanel->open(m_intake->recommendation(), modality);
    QTimer::singleShot(0, this,
                       [this] { m_ui->scrollArea->ensureWidgetVisible(m_ui->overridePanel, 0, gridStep); });
}

void IntakePane::keepInSight(QWidget* focused)
{
    if (focused != nullptr && m_ui->column->isAncestorOf(focused)) {
        QTimer::singleShot(
            0, focused, [this, focused] { m_ui->scrollArea->ensureWidgetVisible(focused, 0, 6 * gridStep); });
    }
}

void IntakePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    keepInSight(QApplication::focusWidget()); // a smaller window must not hide the question that is asked
}

void IntakePane::showIntake()
{
    if (m_intake == nullptr) {
        return;
    }
    m_ui->homeStep->showIntake();
    m_ui->residentStep->showIntake();
    m_ui->joinQuestion->showIntake();
    m_ui->motiveBoard->showIntake();
    m_ui->questionList->showIntake();
    m_ui->conditionList->showIntake();
    m_ui->conditionLabel->setVisible(!m_ui->conditionList->isHidden());
    m_ui->proposalView->showIntake();
    const auto keep = [](QLineEdit* edit, const QString& words) {
        if (!edit->hasFocus() && edit->text() != words) {
            edit->setText(words);
        }
    };
    keep(m_ui->callerEdit, m_intake->caller());
    keep(m_ui->functionEdit, m_intake->callerFunction());
    keep(m_ui->phoneEdit, m_intake->callbackPhone());
    const bool speaks = m_intake->home() || !m_intake->motives().empty();
    m_ui->proposalView->setVisible(speaks);
    m_ui->proposalLine->showProposal(speaks ? std::optional(m_intake->recommendation()) : std::nullopt);
    showHead();
    showMissing();
    if (m_resuming) {
        begin();
    }
}

void IntakePane::showHead()
{
    const auto resident = m_intake->resident();
    const auto home = m_intake->home();
    QString who = tr("New call");
    if (resident) {
        const auto& record = resident->resident;
        who = workflow::residentText(record.familyName, record.givenName, record.provisional);
        if (record.birthDate) {
            who += QStringLiteral(", ") + workflow::ageText(record.birthDate, m_desk->clock().today());
        }
    }
    m_ui->whoLabel->setText(who);
    QStringList where;
    if (home) {
        where << text(home->home.name);
    }
    if (resident && !resident->resident.room.empty()) {
        where << tr("room %1").arg(text(resident->resident.room));
    }
    const auto began = workflow::timeText(m_intake->startedAt(), m_desk->now(), m_desk->clock());
    where << (m_intake->isRetriage() ? tr("triaged again %1").arg(began) : tr("call taken %1").arg(began));
    m_ui->whereLabel->setText(where.join(QStringLiteral(" · ")));
}

void IntakePane::showMissing()
{
    QStringList lines;
    if (!m_refusal.what.isEmpty()) {
        lines << m_refusal.whole();
    }
    for (const auto& sentence : m_intake->missing()) {
        lines << sentence.what;
    }
    // What is missing is no reproach while one types; what was refused is to be read.
    m_ui->missingLabel->setForegroundRole(m_refusal.what.isEmpty() ? QPalette::PlaceholderText
                                                                   : QPalette::WindowText);
    m_ui->missingLabel->setText(lines.join(QLatin1Char(' ')));
    m_ui->missingLabel->setVisible(!lines.isEmpty());
}

} // namespace chevet::screens
