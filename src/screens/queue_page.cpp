// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/queue_page.h"

#include "screens/flow_layout.h"
#include "screens/key_chip.h"
#include "screens/look.h"
#include "screens/queue_table.h"
#include "workflow/desk.h"

#include <QAction>

#include <algorithm>

#include "ui_queue_page.h"

namespace chevet::screens {

using workflow::QueueFilter;

namespace {

constexpr std::array filters{QueueFilter::All, QueueFilter::Mine, QueueFilter::Unassigned,
                             QueueFilter::Overdue, QueueFilter::DueToday};
constexpr int draftsShown = 3;

} // namespace

QueuePage::QueuePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::QueuePage>())
{
    m_ui->setupUi(this);
    makeLarge(m_ui->titleLabel);
    makeQuiet(m_ui->summaryLabel);
    makeLarge(m_ui->stateLabel);
    makeQuiet(m_ui->stateTodoLabel);
    makeQuiet(m_ui->keysLabel);
    m_ui->newcomersButton->hide();
    m_ui->draftsBox->hide();
    const std::array<QString, 5> keys{QStringLiteral("A"), QStringLiteral("M"), QStringLiteral("U"),
                                      QStringLiteral("O"), QStringLiteral("T")};
    const std::array<QString, 5> labels{tr("All"), tr("Mine"), tr("Unassigned"), tr("Overdue"),
                                        tr("Due today")};
    auto* flow = new FlowLayout(m_ui->chipsBox); // in two lines where it is narrow
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i] = new KeyChip(keys[i], labels[i], m_ui->chipsBox);
        m_chips[i]->setObjectName(QStringLiteral("filterChip%1").arg(i));
        m_chips[i]->setCount(0);
        flow->addWidget(m_chips[i]);
        connect(m_chips[i], &KeyChip::clicked, this, [this, i] { filterBy(filters[i]); });
    }
    m_chips[0]->setChecked(true);
    m_ui->keysLabel->setText(
        tr("F2 new call · Enter open · Space preview · N no answer · I take it · F1 all keys"));
    addActions();
    connect(m_ui->queueTable, &QueueTable::opened, this, [this] {
        if (const auto id = currentCase()) {
            Q_EMIT caseWanted(*id);
        }
    });
    connect(m_ui->newcomersButton, &QPushButton::clicked, this, &QueuePage::goTop);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString& words) {
        if (m_model != nullptr) {
            m_ui->queueTable->release();
            m_model->setWords(words);
            showState();
        }
    });
    connect(m_ui->filterEdit, &QLineEdit::returnPressed, this, &QueuePage::focusList);
    showState();
}

QueuePage::~QueuePage() = default;

QAction* QueuePage::add(const QString& name, const QString& text, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void QueuePage::addActions()
{
    const std::array<QString, 5> names{tr("Show all open calls"), tr("Show mine"),
                                       tr("Show those that nobody has"), tr("Show what is overdue"),
                                       tr("Show what is due today")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto* action =
            add(QStringLiteral("filterAction%1").arg(i), names[i], {QKeySequence(m_chips[i]->key())});
        connect(action, &QAction::triggered, this, [this, i] { filterBy(filters[i]); });
    }
    connect(add(QStringLiteral("nextRowAction"), tr("Next row"), {QKeySequence(Qt::Key_J)}),
            &QAction::triggered, this, [this] { step(1); });
    connect(add(QStringLiteral("previousRowAction"), tr("Previous row"), {QKeySequence(Qt::Key_K)}),
            &QAction::triggered, this, [this] { step(-1); });
    connect(
        add(QStringLiteral("topAction"), tr("Go to the top and the new calls"), {QKeySequence(Qt::Key_Home)}),
        &QAction::triggered, this, &QueuePage::goTop);
    connect(add(QStringLiteral("noAnswerAction"), tr("Tried now, no answer: call back in 30 min"),
                {QKeySequence(Qt::Key_N)}),
            &QAction::triggered, this, &QueuePage::recordNoAnswer);
    connect(add(QStringLiteral("takeAction"), tr("I take it, or give it back"), {QKeySequence(Qt::Key_I)}),
            &QAction::triggered, this, &QueuePage::takeOver);
    connect(add(QStringLiteral("resumeAction"), tr("Go on with the newest unfinished call"),
                {QKeySequence(Qt::Key_D)}),
            &QAction::triggered, this, &QueuePage::resumeNewest);
    auto* preview =
        add(QStringLiteral("previewAction"), tr("Preview of the case"), {QKeySequence(Qt::Key_Space)});
    preview->setShortcutContext(Qt::WidgetShortcut); // elsewhere Space presses what has the keyboard
    m_ui->queueTable->addAction(preview);
    connect(preview, &QAction::triggered, this, &QueuePage::previewWanted);
    connect(add(QStringLiteral("filterWordsAction"), tr("Filter by words"),
                {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::Key_F)}),
            &QAction::triggered, this, [this] { m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason); });
}

void QueuePage::setDesk(workflow::Desk* desk)
{
    if (m_desk != nullptr) {
        m_desk->disconnect(this);
        if (m_model != nullptr) {
            m_model->disconnect(this);
        }
    }
    m_desk = desk;
    m_model = desk != nullptr ? desk->queue() : nullptr;
    m_ui->queueTable->setModel(m_model);
    if (m_model != nullptr) {
        connect(m_model, &workflow::QueueModel::countsChanged, this, &QueuePage::showCounts);
        connect(m_model, &workflow::QueueModel::newcomersChanged, this, [this](int count) {
            m_ui->newcomersButton->setVisible(count > 0);
            m_ui->newcomersButton->setText(tr("%n new – Home key", nullptr, count));
        });
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
            connect(m_model, signal, this, &QueuePage::showState);
        }
        connect(m_model, &QAbstractItemModel::modelReset, this, &QueuePage::showState);
        connect(m_desk, &workflow::Desk::draftsChanged, this, &QueuePage::showDrafts);
        connect(m_ui->queueTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                &QueuePage::currentCaseChanged);
        m_ui->filterEdit->clear();
        filterBy(QueueFilter::All);
    }
    showCounts();
    showDrafts();
}

void QueuePage::focusList()
{
    if (m_ui->stack->currentWidget() == m_ui->tablePage) {
        m_ui->queueTable->setFocus(Qt::OtherFocusReason);
    } else {
        m_chips[0]->setFocus(Qt::OtherFocusReason);
    }
}

bool QueuePage::clearWords()
{
    const bool had = !m_ui->filterEdit->text().isEmpty() || m_ui->filterEdit->hasFocus();
    m_ui->filterEdit->clear();
    if (had) {
        focusList();
    }
    return had;
}

std::optional<CaseId> QueuePage::currentCase() const
{
    const auto index = m_ui->queueTable->currentIndex();
    if (m_model == nullptr || !index.isValid() || index.row() >= m_model->rowCount()) {
        return std::nullopt;
    }
    return m_model->row(index.row()).id;
}

void QueuePage::select(const CaseId& id)
{
    if (m_model != nullptr) {
        if (const auto row = m_model->indexOf(id)) {
            m_ui->queueTable->selectRowNumber(*row);
        }
    }
}

void QueuePage::filterBy(QueueFilter filter)
{
    for (std::size_t i = 0; i < filters.size(); ++i) {
        m_chips[i]->setChecked(filters[i] == filter);
    }
    if (m_model != nullptr) {
        m_ui->queueTable->release();
        m_model->setFilter(filter);
        m_ui->queueTable->release();
        showState();
    }
}

void QueuePage::step(int rows)
{
    if (m_model == nullptr || m_model->rowCount() == 0) {
        return;
    }
    const auto index = m_ui->queueTable->currentIndex();
    const int row = index.isValid() ? index.row() + rows : 0;
    m_ui->queueTable->selectRowNumber(qBound(0, row, m_model->rowCount() - 1));
    m_ui->queueTable->setFocus(Qt::OtherFocusReason);
}

void QueuePage::goTop()
{
    if (m_model == nullptr) {
        return;
    }
    m_ui->queueTable->release();
    m_ui->queueTable->selectRowNumber(0);
    m_ui->queueTable->scrollToTop();
    m_model->markSeen();
    focusList();
}

void QueuePage::recordNoAnswer()
{
    if (const auto id = currentCase(); id && m_desk != nullptr) {
        const auto from = m_desk->now() + std::chrono::minutes(30);
        m_desk->recordAttempt(*id, clinical::AttemptOutcome::NoAnswer, from, from + std::chrono::minutes(30));
    }
}

void QueuePage::takeOver()
{
    if (const auto id = currentCase(); id && m_desk != nullptr) {
        const auto& row = m_model->row(m_ui->queueTable->currentIndex().row());
        const auto self = m_desk->member().id;
        m_desk->assign(*id, row.owner == self ? std::nullopt : std::optional(self));
    }
}

void QueuePage::setOpenDraft(const std::optional<DraftId>& draft)
{
    m_openDraft = draft;
    showDrafts();
}

/// Newest first.
std::vector<workflow::DraftView> QueuePage::waitingDrafts() const
{
    auto drafts = m_desk != nullptr ? m_desk->drafts() : std::vector<workflow::DraftView>{};
    std::erase_if(drafts, [this](const auto& draft) { return m_openDraft == draft.id; });
    std::sort(drafts.begin(), drafts.end(),
              [](const auto& a, const auto& b) { return a.lastTouched > b.lastTouched; });
    return drafts;
}

void QueuePage::resumeNewest()
{
    if (const auto drafts = waitingDrafts(); !drafts.empty()) {
        Q_EMIT draftWanted(drafts.front().id);
    }
}

void QueuePage::showCounts()
{
    const auto counts = m_model != nullptr ? m_model->counts() : workflow::QueueCounts{};
    const std::array numbers{counts.open, counts.mine, counts.unassigned, counts.overdue, counts.dueToday};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        m_chips[i]->setCount(numbers[i]);
    }
    m_ui->summaryLabel->setText(counts.overdue > 0 ? tr("%n overdue", nullptr, counts.overdue) : QString());
    showState();
}

void QueuePage::showDrafts()
{
    while (auto* item = m_ui->draftsLayout->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto drafts = waitingDrafts();
    for (std::size_t i = 0; i < drafts.size() && i < draftsShown; ++i) {
        const auto& draft = drafts[i];
        const QString time = workflow::timeText(draft.lastTouched, m_desk->now(), m_desk->clock());
        const QString title = draft.title.isEmpty() ? tr("New call") : draft.title;
        auto* chip = new KeyChip(i == 0 ? QStringLiteral("D") : QString(),
                                 tr("✎ %1 – unfinished, %2").arg(title, time), m_ui->draftsBox);
        chip->setObjectName(QStringLiteral("draftChip%1").arg(i));
        chip->setCheckable(false);
        connect(chip, &KeyChip::clicked, this, [this, id = draft.id] { Q_EMIT draftWanted(id); });
        m_ui->draftsLayout->addWidget(chip);
    }
    if (drafts.size() > draftsShown) {
        auto* more = new QLabel(tr("and %n more", nullptr, static_cast<int>(drafts.size()) - draftsShown),
                                m_ui->draftsBox);
        makeQuiet(more);
        m_ui->draftsLayout->addWidget(more);
    }
    m_ui->draftsBox->setVisible(!drafts.empty());
}

void QueuePage::showState()
{
    const bool loaded = m_model != nullptr && m_model->isLoaded();
    const bool empty = !loaded || m_model->rowCount() == 0;
    m_ui->stack->setCurrentWidget(empty ? m_ui->statePage : m_ui->tablePage);
    if (!empty) {
        return;
    }
    if (!loaded) {
        m_ui->stateLabel->setText(tr("Reading the queue …"));
        m_ui->stateTodoLabel->setText(tr("F2 already takes a call."));
    } else if (m_model->counts().open == 0) {
        m_ui->stateLabel->setText(tr("No call is waiting"));
        m_ui->stateTodoLabel->setText(tr("F2 takes a new call. Ctrl+F finds a resident or an earlier case."));
    } else if (!m_ui->filterEdit->text().isEmpty()) {
        m_ui->stateLabel->setText(tr("No open call has these words"));
        m_ui->stateTodoLabel->setText(tr("Esc clears the filter. Ctrl+F searches closed cases too."));
    } else {
        m_ui->stateLabel->setText(tr("Nothing under this filter"));
        m_ui->stateTodoLabel->setText(tr("A shows all %n open call(s).", nullptr, m_model->counts().open));
    }
}

} // namespace chevet::screens
