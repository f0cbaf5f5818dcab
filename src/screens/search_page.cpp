// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/search_page.h"

#include "screens/hit_delegate.h"
#include "screens/look.h"
#include "workflow/case_search.h"
#include "workflow/desk.h"

#include <QKeyEvent>
#include <QStandardItemModel>

#include "ui_search_page.h"

namespace chevet::screens {

SearchPage::SearchPage(QWidget* parent)
    : QWidget(parent), m_model(new QStandardItemModel(this)), m_ui(std::make_unique<Ui::SearchPage>())
{
    m_ui->setupUi(this);
    makeLarge(m_ui->titleLabel);
    makeQuiet(m_ui->summaryLabel);
    makeLarge(m_ui->stateLabel);
    makeQuiet(m_ui->stateTodoLabel);
    makeQuiet(m_ui->keysLabel);
    m_ui->keysLabel->setText(tr("↓ to the list · Enter opens the case · Esc back to the queue"));
    m_ui->hitsView->setModel(m_model);
    m_ui->hitsView->setItemDelegate(new HitDelegate(this));
    m_ui->hitsView->setFrameShape(QFrame::NoFrame);
    m_ui->hitsView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_ui->hitsView->setUniformItemSizes(true);
    m_ui->searchEdit->installEventFilter(this);
    m_ui->hitsView->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this](const QString& words) {
        if (m_search == nullptr) {
            return;
        }
        if (words.trimmed().isEmpty()) {
            showHits({}, {}, 0);
        } else {
            m_search->find(words.trimmed());
        }
    });
    connect(m_ui->hitsView, &QListView::doubleClicked, this, &SearchPage::openCurrent);
    showHits({}, {}, 0);
}

SearchPage::~SearchPage() = default;

void SearchPage::setDesk(workflow::Desk* desk)
{
    m_desk = desk;
    delete m_search;
    m_ui->searchEdit->clear();
    showHits({}, {}, 0);
    if (desk != nullptr) {
        m_search = desk->search(this);
        connect(m_search, &workflow::CaseSearch::found, this, &SearchPage::showHits);
        connect(m_search, &workflow::CaseSearch::more, this, &SearchPage::addHits);
    }
}

void SearchPage::begin()
{
    m_ui->searchEdit->setFocus(Qt::OtherFocusReason);
    m_ui->searchEdit->selectAll();
}

void SearchPage::showHits(const QString& words, const std::vector<clinical::SearchHit>& hits, int count)
{
    if (words != m_ui->searchEdit->text().trimmed()) {
        return;
    }
    m_hits.clear();
    m_model->clear();
    addHits(words, hits);
    if (!hits.empty()) {
        m_ui->stack->setCurrentWidget(m_ui->hitsPage);
        m_ui->hitsView->setCurrentIndex(m_model->index(0, 0));
        m_ui->summaryLabel->setText(tr("%n found, newest first", nullptr, count));
    } else if (words.isEmpty()) {
        showState(tr("What are you looking for?"), tr("Names, homes, and words of notes; the beginning of a "
                                                      "word is enough, accents do not matter."));
    } else {
        showState(tr("Nothing has these words"), tr("Fewer letters find more. F2 takes a new call."));
    }
}

/// Below those that are shown: what is selected stays where it is.
void SearchPage::addHits(const QString& words, const std::vector<clinical::SearchHit>& hits)
{
    if (words != m_ui->searchEdit->text().trimmed()) {
        return;
    }
    m_hits.insert(m_hits.end(), hits.begin(), hits.end());
    for (const auto& hit : hits) {
        auto* item = new QStandardItem;
        const QString time = workflow::timeText(hit.at, m_desk->now(), m_desk->clock());
        const QString who =
            QString::fromStdString(hit.residentName.empty() ? hit.homeName : hit.residentName);
        const QString home = hit.residentName.empty() ? QString() : QString::fromStdString(hit.homeName);
        item->setData(who, HitDelegate::WhoRole);
        item->setData(home, HitDelegate::WhereRole);
        item->setData(time, HitDelegate::WhenRole);
        item->setData(QString::fromStdString(hit.excerpt), HitDelegate::ExcerptRole);
        item->setData(tr("%1, %2, %3: %4").arg(who, home, time, QString::fromStdString(hit.excerpt)),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
}

void SearchPage::showState(const QString& what, const QString& todo)
{
    m_ui->summaryLabel->clear();
    m_ui->stateLabel->setText(what);
    m_ui->stateTodoLabel->setText(todo);
    m_ui->stack->setCurrentWidget(m_ui->statePage);
}

void SearchPage::openCurrent()
{
    const auto index = m_ui->hitsView->currentIndex();
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_hits.size()) {
        return;
    }
    const auto& hit = m_hits[static_cast<std::size_t>(index.row())];
    if (hit.caseId.isNull()) {
        m_ui->summaryLabel->setText(
            tr("This entry belongs to no case: it is about the resident or the home only."));
    } else {
        Q_EMIT caseWanted(hit.caseId);
    }
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (watched == m_ui->searchEdit && key->key() == Qt::Key_Down && !m_hits.empty()) {
            m_ui->hitsView->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chevet::screens
