// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/case_page.h"

#include "clinical/registry.h"
#include "screens/allowed.h"
#include "screens/case_questions.h"
#include "screens/case_text.h"
#include "screens/contest_box.h"
#include "screens/flow_layout.h"
#include "screens/key_chip.h"
#include "screens/look.h"
#include "screens/picture_view.h"
#include "screens/pictures.h"
#include "screens/timeline.h"
#include "workflow/case_file.h"
#include "workflow/desk.h"

#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

#include "ui_case_page.h"

namespace chevet::screens {

using workflow::NoteArea;

namespace {

constexpr int shapeSide = 24;
constexpr const char* whyNotProperty = "whyNot";

} // namespace

CasePage::CasePage(QWidget* parent)
    : QWidget(parent), m_timeline(new TimelineModel(this)), m_ui(std::make_unique<Ui::CasePage>())
{
    m_ui->setupUi(this);
    makeLarge(m_ui->whoLabel);
    makeEmphasised(m_ui->dueLabel);
    makeQuiet(m_ui->whereLabel);
    makeQuiet(m_ui->stateLabel);
    makeQuiet(m_ui->keysLabel);
    m_ui->keysLabel->setText(tr(
        "Enter shows a photo · Del withdraws an entry · Ctrl+Z undo · Esc back to the queue · F1 all keys"));
    m_ui->timelineView->setModel(m_timeline);
    m_ui->timelineView->setItemDelegate(new TimelineDelegate(this));
    m_ui->timelineView->setBackgroundRole(QPalette::Window);
    m_ui->timelineView->viewport()->setBackgroundRole(QPalette::Window);
    m_ui->timelineView->setResizeMode(QListView::Adjust);
    m_chips = new FlowLayout(m_ui->actionsBox);
    m_contests = new ContestBox(m_ui->sideColumn);
    m_contests->setObjectName(QStringLiteral("contestBox"));
    m_ui->sideLayout->insertWidget(0, m_contests);
    QWidget::addActions(m_contests->keys());
    connect(m_contests, &ContestBox::chosen, this, [this](const EventId& entry) {
        if (m_file != nullptr && m_file->isLoaded()) {
            m_file->settleValue(entry);
        }
    });
    m_ui->casePhoto->setAccessibleName(tr("Photo"));
    m_ui->casePhoto->hide();
    connect(m_ui->timelineView, &QListView::activated, this, &CasePage::openCurrent);
    addOwnActions();
    connect(m_ui->askPanel, &AskPanel::closed, this, &CasePage::focusTimeline);
    connect(m_timeline, &QAbstractItemModel::rowsInserted, m_ui->timelineView, &QListView::scrollToBottom);
    connect(m_timeline, &QAbstractItemModel::modelReset, m_ui->timelineView, &QListView::scrollToBottom);
}

CasePage::~CasePage() = default;

void CasePage::add(const QString& name, const QString& key, const QString& words, std::function<void()> what)
{
    auto* action = new QAction(words, this);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    const auto guarded = [this, action, what = std::move(what)] {
        const QString whyNot = action->property(whyNotProperty).toString();
        if (m_file == nullptr || !m_file->isLoaded()) {
            return;
        }
        if (whyNot.isEmpty()) {
            what();
        } else {
            Q_EMIT m_file->refused({whyNot, {}});
        }
    };
    connect(action, &QAction::triggered, this, guarded);
    if (key.size() != 1) {
        return;
    }
    auto* chip = new KeyChip(key, words, m_ui->actionsBox);
    chip->setObjectName(name + QStringLiteral("Chip"));
    chip->setCheckable(false);
    chip->setFocusPolicy(Qt::NoFocus);
    m_chips->addWidget(chip);
    connect(chip, &KeyChip::clicked, action, &QAction::trigger);
}

void CasePage::addOwnActions()
{
    const auto ask = [this](auto question) { return [this, question] { m_ui->askPanel->ask(question()); }; };
    add(QStringLiteral("noteAction"), QStringLiteral("N"), tr("Note"),
        ask([this] { return questions::note(*m_file, NoteArea::Clinical); }));
    add(QStringLiteral("psychosocialAction"), QStringLiteral("P"), tr("Psychosocial note"),
        ask([this] { return questions::note(*m_file, NoteArea::Psychosocial); }));
    add(QStringLiteral("attemptAction"), QStringLiteral("T"), tr("Tried to reach"),
        ask([this] { return questions::attempt(*m_file, *m_desk); }));
    add(QStringLiteral("beginAction"), QStringLiteral("B"), tr("Begin"), [this] { m_file->begin(); });
    add(QStringLiteral("consultAction"), QStringLiteral("L"), tr("Video or phone consultation"),
        [this] { Q_EMIT consultationWanted(m_file->id()); });
    add(QStringLiteral("modeAction"), QStringLiteral("V"), tr("Goes on otherwise"),
        ask([this] { return questions::changeMode(*m_file); }));
    add(QStringLiteral("deferAction"), QStringLiteral("D"), tr("Put off"),
        ask([this] { return questions::defer(*m_file, *m_desk); }));
    add(QStringLiteral("triageAction"), QStringLiteral("E"), tr("Triage again"),
        [this] { Q_EMIT triageWanted(m_file->id()); });
    add(QStringLiteral("assignAction"), QStringLiteral("A"), tr("Assign"),
        ask([this] { return questions::assign(*m_file, *m_desk); }));
    add(QStringLiteral("settleAction"), QStringLiteral("S"), tr("Step done"),
        ask([this] { return questions::settle(*m_file); }));
    add(QStringLiteral("wishesAction"), QStringLiteral("W"), tr("Wishes"),
        ask([this] { return questions::wishes(*m_file); }));
    add(QStringLiteral("correctResidentAction"), QStringLiteral("R"), tr("Correct resident"),
        ask([this] { return questions::correctResident(*m_file); }));
    add(QStringLiteral("correctHomeAction"), QStringLiteral("H"), tr("Correct home"),
        ask([this] { return questions::correctHome(*m_file); }));
    add(QStringLiteral("correctRequestAction"), QStringLiteral("Q"), tr("Correct request"),
        ask([this] { return questions::correctRequest(*m_file, *m_desk); }));
    add(QStringLiteral("mergeAction"), QStringLiteral("M"), tr("Merge"),
        ask([this] { return questions::merge(*m_file, *m_desk); }));
    add(QStringLiteral("goToMergedAction"), QStringLiteral("G"), tr("Go to the request it went into"),
        [this] { goToMerged(); });
    add(QStringLiteral("closeAction"), QStringLiteral("C"), tr("Close, reopen"), [this] { closeOrReopen(); });
    add(QStringLiteral("withdrawAction"), QStringLiteral("Del"), tr("Withdraw the chosen entry"),
        [this] { withdrawCurrent(); });
    findChild<KeyChip*>(QStringLiteral("goToMergedActionChip"))->hide(); // seldom needed
}

void CasePage::setDesk(workflow::Desk* desk)
{
    m_desk = desk;
    m_ui->askPanel->close();
    delete m_file;
    m_timeline->show({}, {});
    showPhoto({});
    showCase();
}

void CasePage::open(const CaseId& id)
{
    m_ui->askPanel->close();
    delete m_file;
    m_timeline->show({}, {});
    m_file = m_desk->openCase(id, this);
    connect(m_file, &workflow::CaseFile::loaded, this, &CasePage::showCase);
    connect(m_file, &workflow::CaseFile::changed, this, &CasePage::showCase);
    connect(m_file, &workflow::CaseFile::refused, m_desk, &workflow::Desk::refused);
    connect(m_file, &workflow::CaseFile::photoOpened, this, &CasePage::showPhoto);
    showPhoto({});
    showCase();
}

std::optional<clinical::Recommendation> CasePage::recommendation() const
{
    if (m_file == nullptr || !m_file->isLoaded() || !m_file->view().reasoned) {
        return std::nullopt;
    }
    return m_file->view().reasoned->recommendation;
}

void CasePage::focusTimeline()
{
    m_ui->timelineView->setFocus(Qt::OtherFocusReason);
    if (!m_ui->timelineView->currentIndex().isValid() && m_timeline->rowCount() > 0) {
        m_ui->timelineView->setCurrentIndex(m_timeline->index(m_timeline->rowCount() - 1));
    }
}

void CasePage::validate()
{
    if (m_ui->askPanel->isOpen()) {
        m_ui->askPanel->record();
    }
}

/// A null photo: the timeline again.
void CasePage::showPhoto(const QImage& photo)
{
    m_ui->casePhoto->showPicture(photo);
    m_ui->casePhoto->setVisible(!photo.isNull());
    m_ui->timelineView->setVisible(photo.isNull());
    if (photo.isNull()) {
        m_ui->timelineView->setFocus(Qt::OtherFocusReason);
    }
}

void CasePage::openCurrent()
{
    const auto index = m_ui->timelineView->currentIndex();
    if (index.isValid()) {
        m_file->openPhoto(m_timeline->entry(index.row()).id); // nothing else has more to show
    }
}

bool CasePage::stepBack()
{
    if (m_ui->casePhoto->isVisible()) {
        showPhoto({});
        return true;
    }
    if (!m_ui->askPanel->isOpen()) {
        return false;
    }
    m_ui->askPanel->close();
    return true;
}

void CasePage::withdrawCurrent()
{
    const auto index = m_ui->timelineView->currentIndex();
    if (index.isValid() && !m_timeline->entry(index.row()).withdrawn) {
        m_ui->askPanel->ask(questions::withdraw(*m_file, m_timeline->entry(index.row())));
    }
}

void CasePage::goToMerged()
{
    if (const auto into = m_file->view().mergedInto) {
        Q_EMIT caseWanted(CaseId(*into)); // the view goes with this file
    }
}

void CasePage::closeOrReopen()
{
    const bool closed = m_file->view().row.state == clinical::CaseState::Closed;
    m_ui->askPanel->ask(closed ? questions::reopen(*m_file) : questions::close(*m_file));
}

void CasePage::showCase()
{
    const bool loaded = m_file != nullptr && m_file->isLoaded();
    m_ui->actionsBox->setEnabled(loaded);
    if (!loaded) {
        m_contests->hide();
        m_ui->whoLabel->setText(m_file != nullptr ? tr("Reading the case …") : QString());
        for (auto* label : std::initializer_list<QLabel*>{m_ui->whereLabel, m_ui->dueLabel, m_ui->stateLabel,
                                                          m_ui->owedLabel, m_ui->decisionLabel,
                                                          m_ui->factsLabel, m_ui->wishesLabel}) {
            label->clear();
        }
        m_ui->shapeLabel->clear();
        return;
    }
    showHead();
    showSide();
    showActions();
    m_timeline->show(m_file->view().timeline, m_file->words());
    if (m_ui->timelineView->hasFocus()) {
        focusTimeline();
    }
}

void CasePage::showHead()
{
    const auto& view = m_file->view();
    m_ui->shapeLabel->setPixmap(
        priorityPicture(view.row.priority, palette(), shapeSide, devicePixelRatioF()));
    m_ui->shapeLabel->setAccessibleName(workflow::code(view.row.priority));
    m_ui->whoLabel->setText(caseWho(view, m_desk->clock().today()));
    m_ui->whereLabel->setText(caseWhere(view));
    const bool closed =
        view.row.state == clinical::CaseState::Closed || view.row.state == clinical::CaseState::Merged;
    m_ui->dueLabel->setText(closed ? QString()
                                   : workflow::code(view.row.priority) + QStringLiteral("  ") +
                                         workflow::dueText(view.row.due, m_desk->now(), m_desk->clock()));
    QStringList state{workflow::word(view.row.state)};
    if (!view.row.ownerInitials.empty()) {
        state << QString::fromStdString(view.row.ownerInitials);
    }
    if (view.row.deferredUntil) {
        state << tr("until %1")
                     .arg(workflow::timeText(*view.row.deferredUntil, m_desk->now(), m_desk->clock()));
    }
    m_ui->stateLabel->setText(state.join(QStringLiteral(" · ")));
}

void CasePage::showSide()
{
    const auto& view = m_file->view();
    m_contests->show(m_file->contests(), m_file->words());
    m_ui->owedLabel->setText(owedHtml(m_file->owed()));
    m_ui->owedLabel->setVisible(!m_file->owed().empty());
    m_ui->decisionLabel->setText(decisionHtml(view, coloursFor(palette())));
    m_ui->factsLabel->setText(factsHtml(view, coloursFor(palette())));
    m_ui->wishesLabel->setText(wishesHtml(view));
}

void CasePage::allow(const QString& name, const QString& whyNot)
{
    auto* action = findChild<QAction*>(name);
    action->setProperty(whyNotProperty, whyNot);
    if (auto* chip = findChild<KeyChip*>(name + QStringLiteral("Chip"))) {
        screens::allow(*chip, whyNot);
    }
}

void CasePage::rename(const QString& name, const QString& words)
{
    findChild<QAction*>(name)->setText(words);
    if (auto* chip = findChild<KeyChip*>(name + QStringLiteral("Chip"))) {
        chip->setText(words);
        chip->setKey(chip->key()); // names it anew
        chip->updateGeometry();
    }
}

void CasePage::showActions()
{
    rename(QStringLiteral("triageAction"), m_file->view().row.decided ? tr("Triage again") : tr("Triage"));
    using clinical::Kind;
    const auto state = m_file->view().row.state;
    const bool merged = state == clinical::CaseState::Merged;
    const QString done = merged ? tr("This request has been merged: G goes to the one it went into.")
                         : state == clinical::CaseState::Closed ? tr("The case is closed: C opens it again.")
                                                                : QString();
    const auto whyNot = [this](Kind kind) {
        const auto why = m_file->whyNot(kind);
        return why ? why->whole() : QString();
    };
    const auto whyNotOpen = [&](Kind kind) { return done.isEmpty() ? whyNot(kind) : done; };
    allow(QStringLiteral("noteAction"), whyNot(Kind::NoteAdded));
    allow(QStringLiteral("psychosocialAction"), whyNot(Kind::PsychosocialNoteAdded));
    allow(QStringLiteral("attemptAction"), whyNotOpen(Kind::AttemptMade));
    allow(QStringLiteral("beginAction"), whyNotOpen(Kind::StateChanged));
    const QString undecided =
        m_file->view().row.decided ? QString() : tr("Nobody has decided yet: E triages the case.");
    allow(QStringLiteral("modeAction"), undecided.isEmpty() ? whyNotOpen(Kind::ModeChanged) : undecided);
    allow(QStringLiteral("consultAction"),
          undecided.isEmpty() ? whyNotOpen(Kind::ConsultationOpened) : undecided);
    allow(QStringLiteral("deferAction"), whyNotOpen(Kind::RequestDeferred));
    allow(QStringLiteral("triageAction"), whyNotOpen(Kind::TriageDecided));
    allow(QStringLiteral("assignAction"), whyNotOpen(Kind::RequestAssigned));
    allow(QStringLiteral("settleAction"),
          m_file->owed().empty() ? tr("No step is owed in this case.") : whyNot(Kind::OwedSettled));
    allow(QStringLiteral("wishesAction"), whyNot(Kind::WishesRecorded));
    allow(QStringLiteral("correctResidentAction"), whyNot(Kind::ResidentCorrected));
    allow(QStringLiteral("correctHomeAction"), whyNot(Kind::HomeCorrected));
    allow(QStringLiteral("correctRequestAction"), whyNot(Kind::RequestCorrected));
    allow(QStringLiteral("closeAction"), merged ? done : whyNot(Kind::StateChanged));
    allow(QStringLiteral("withdrawAction"), whyNot(Kind::EntryWithdrawn));
    const auto whyNotMerge = m_file->whyNotMerge();
    allow(QStringLiteral("mergeAction"), whyNotMerge ? whyNotMerge->whole() : QString());
    allow(QStringLiteral("goToMergedAction"),
          merged ? QString() : tr("This request has not been merged into another."));
    findChild<KeyChip*>(QStringLiteral("goToMergedActionChip"))->setVisible(merged);
    findChild<KeyChip*>(QStringLiteral("mergeActionChip"))->setVisible(!merged);
}

void CasePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_file != nullptr) {
        showCase();
    }
}

} // namespace chevet::screens
