// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/rules_page.h"

#include "screens/chip_line.h"
#include "screens/look.h"
#include "screens/rules_adapting.h"
#include "screens/rules_reading.h"
#include "screens/rules_trying.h"
#include "workflow/desk.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace chevet::screens {

using workflow::RuleBook;

RulesPage::RulesPage(QWidget* parent) : QWidget(parent), m_changes(new QStandardItemModel(this))
{
    auto* title = new QLabel(tr("Triage rules"), this);
    makeLarge(title);
    m_name = new QLabel(this);
    m_name->setObjectName(QStringLiteral("rulesName"));
    m_proof = new QLabel(this);
    m_proof->setObjectName(QStringLiteral("rulesProof"));
    m_proof->setTextInteractionFlags(Qt::TextSelectableByMouse);
    makeQuiet(m_name);
    makeQuiet(m_proof);
    m_views = new ChipLine(this);
    m_views->setObjectName(QStringLiteral("rulesViews"));
    m_views->setChoices({{tr("R", "key: read") + QStringLiteral("1"), tr("read")},
                         {tr("T", "key: try") + QStringLiteral("2"), tr("try facts")},
                         {tr("A", "key: adapt") + QStringLiteral("3"), tr("adapt")},
                         {tr("H", "key: history") + QStringLiteral("4"), tr("who changed what")}});
    m_stack = new QStackedWidget(this);
    m_reading = new RulesReading(m_stack);
    m_trying = new RulesTrying(m_stack);
    m_adapting = new RulesAdapting(m_stack);
    for (auto* view : std::initializer_list<QWidget*>{m_reading, m_trying, m_adapting, buildHistory()}) {
        m_stack->addWidget(view);
    }
    auto* keys =
        new QLabel(tr("a letter or digit chooses · Enter or Tab goes in · Esc back to the queue"), this);
    makeQuiet(keys);

    auto* top = new QHBoxLayout;
    top->setSpacing(2 * gridStep);
    top->addWidget(title);
    top->addWidget(m_name);
    top->addWidget(m_proof, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridStep, gridStep + gridStep / 2, 2 * gridStep, gridStep / 2);
    layout->setSpacing(gridStep);
    layout->addLayout(top);
    layout->addWidget(m_views);
    layout->addWidget(m_stack, 1);
    layout->addWidget(keys);

    connect(m_views, &ChipLine::picked, this, &RulesPage::show);
    connect(m_views, &ChipLine::passed, this, [this] {
        switch (m_stack->currentIndex()) {
        case Read: m_reading->begin(); break;
        case Try: m_trying->begin(); break;
        case Adapt: m_adapting->begin(); break;
        default: m_history->setFocus(Qt::OtherFocusReason); break;
        }
    });
    show(Read);
}

QWidget* RulesPage::buildHistory()
{
    auto* view = new QWidget(m_stack);
    m_history = new QListView(view);
    m_history->setObjectName(QStringLiteral("rulesHistory"));
    m_history->setAccessibleName(tr("Who changed what, newest first"));
    m_history->setModel(m_changes);
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_change = new QTextBrowser(view);
    m_change->setObjectName(QStringLiteral("rulesChange"));
    m_change->setAccessibleName(tr("What was changed"));
    m_change->setFrameShape(QFrame::NoFrame);
    m_change->setOpenLinks(false);
    auto* layout = new QHBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(m_history, 2);
    layout->addWidget(m_change, 3);
    connect(m_history->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesPage::showChange);
    return view;
}

void RulesPage::setDesk(workflow::Desk* desk)
{
    m_desk = desk;
    delete m_book;
    if (desk == nullptr) {
        m_reading->setBook(nullptr);
        m_trying->setBook(nullptr);
        m_adapting->setBook(nullptr);
        m_changes->clear();
        m_change->clear();
        m_name->clear();
        m_proof->clear();
    }
}

void RulesPage::begin()
{
    if (m_book == nullptr && m_desk != nullptr) {
        m_book = m_desk->ruleBook(this); // only now: it asks the prover
        connect(m_book, &RuleBook::changed, this, &RulesPage::showBook);
        connect(m_book, &RuleBook::historyRead, this, &RulesPage::showHistory);
        m_reading->setBook(m_book);
        m_trying->setBook(m_book);
        m_adapting->setBook(m_book);
        showBook();
        showHistory();
    }
    m_views->setFocus(Qt::OtherFocusReason);
}

void RulesPage::validate()
{
    if (m_stack->currentIndex() == Adapt) {
        m_adapting->validate();
    }
}

void RulesPage::show(int view)
{
    m_views->setChosen(view);
    m_stack->setCurrentIndex(view);
}

void RulesPage::showBook()
{
    if (m_book == nullptr) {
        return;
    }
    m_name->setText(m_book->name());
    m_proof->setText(m_book->proof());
    m_reading->showBook();
    m_trying->showBook();
    m_adapting->showBook();
}

void RulesPage::showHistory()
{
    m_changes->clear();
    if (m_book == nullptr) {
        return;
    }
    for (const auto& change : m_book->history()) {
        auto* item = new QStandardItem(tr("%1 · %2: %3").arg(change.when, change.who, change.what));
        item->setSizeHint({0, rowHeight});
        m_changes->appendRow(item);
    }
    if (m_changes->rowCount() == 0) {
        m_change->setPlainText(tr("Nobody has adapted the rules yet."));
    } else {
        m_history->setCurrentIndex(m_changes->index(0, 0));
    }
    showChange();
}

void RulesPage::showChange()
{
    const auto row = m_history->currentIndex().row();
    const auto history = m_book != nullptr ? m_book->history() : std::vector<RuleBook::Change>{};
    if (row < 0 || static_cast<std::size_t>(row) >= history.size()) {
        return;
    }
    QString html;
    for (const auto& line : history[static_cast<std::size_t>(row)].difference) {
        const bool isNew = line.startsWith(QLatin1Char('+'));
        const auto style = isNew ? QStringLiteral("font-weight:bold")
                                 : QStringLiteral("color:%1").arg(coloursFor(palette()).quiet.name());
        html += QStringLiteral("<div style='white-space:pre-wrap;font-family:monospace;%1'>%2</div>")
                    .arg(style, line.toHtmlEscaped());
    }
    m_change->setHtml(html);
}

} // namespace chevet::screens
