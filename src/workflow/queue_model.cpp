// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/queue_model.h"

#include "workflow/desk.h"
#include "workflow/store/desk_room.h"
#include "workflow/store/queue_cells.h"
#include "workflow/store/queue_rows.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace chevet::workflow {

struct QueueModel::Self
{
    Self(QueueModel& itsModel, DeskRoom& itsRoom) : model(itsModel), room(itsRoom) {}

    QueueModel& model;
    DeskRoom& room;
    QueueRows rows;
    std::vector<const clinical::QueueRow*> shown;
    QueueFilter filter = QueueFilter::All;
    QString words;
    QueueWords queueWords;
    std::vector<std::string> filterWords;
    QueueCounts counts;
    std::unordered_set<CaseId> seen;
    int newcomers = 0;
    bool isLoaded = false;
    QTimer dueTimer;

    FilterContext context() const
    {
        const auto now = room.now();
        return {filter, room.facts().member.id, now, endOfDay(now, *room.workplace().clock)};
    }

    std::vector<const clinical::QueueRow*> wanted() const
    {
        std::vector<const clinical::QueueRow*> result;
        const auto filterContext = context();
        for (const auto& entry : rows.entries()) {
            if (isShown(*entry.row, filterContext) &&
                casebook::isAccountedFor(filterWords, entry.beginnings)) {
                result.push_back(entry.row);
            }
        }
        return result;
    }

    void take(const std::shared_ptr<const clinical::Queue>& queue);
    void refresh();
    void show(const std::vector<const clinical::QueueRow*>& target);
    void removeOthers(const std::unordered_set<CaseId>& kept);
    void moveIntoOrder(const std::unordered_map<CaseId, std::size_t>& places);
    void insertMissing(const std::vector<const clinical::QueueRow*>& target);
    void replaceRows(const std::vector<const clinical::QueueRow*>& target);
    void count();
    void countNewcomers();
    void tick();
};

namespace {

constexpr int dueMillis = 15'000;

template<class AnyInteger> int toInt(AnyInteger value)
{
    return static_cast<int>(value);
}

} // namespace

QueueModel::QueueModel(Desk& desk) : m_self(std::make_unique<Self>(*this, desk.room()))
{
    m_self->dueTimer.setInterval(dueMillis);
    connect(&m_self->dueTimer, &QTimer::timeout, this, [this] { m_self->tick(); });
    m_self->dueTimer.start();
    connect(&m_self->room, &DeskRoom::queueChanged, this,
            [this] { m_self->take(m_self->room.sharedQueue()); });
    m_self->take(m_self->room.sharedQueue());
    markSeen();
}

QueueModel::~QueueModel() = default;

// ---- taking over a published queue, row by row ----

void QueueModel::Self::take(const std::shared_ptr<const clinical::Queue>& queue)
{
    const auto before = std::move(rows); // the rows shown point into it until the end of this function
    rows = QueueRows(queue, room.now());
    rows.noteWords(queueWords, before);
    isLoaded = true;
    show(wanted());
    count();
    countNewcomers();
}

void QueueModel::Self::refresh()
{
    show(wanted());
    count();
}

void QueueModel::Self::show(const std::vector<const clinical::QueueRow*>& target)
{
    std::unordered_set<CaseId> kept;
    std::unordered_map<CaseId, std::size_t> places;
    for (std::size_t i = 0; i < target.size(); ++i) {
        kept.insert(target[i]->id);
        places.emplace(target[i]->id, i);
    }
    const bool isSameOrder = std::equal(shown.begin(), shown.end(), target.begin(), target.end(),
                                        [](const auto* a, const auto* b) { return a->id == b->id; });
    if (!isSameOrder) {
        Q_EMIT model.rowsAboutToChange();
        removeOthers(kept);
        moveIntoOrder(places);
        insertMissing(target);
        Q_EMIT model.rowsChanged();
    }
    replaceRows(target);
}

void QueueModel::Self::removeOthers(const std::unordered_set<CaseId>& kept)
{
    const auto stays = [&](std::size_t i) { return kept.contains(shown[i]->id); };
    for (auto end = shown.size(); end > 0;) {
        if (stays(end - 1)) {
            --end;
            continue;
        }
        auto first = end - 1;
        while (first > 0 && !stays(first - 1)) {
            --first;
        }
        model.beginRemoveRows({}, toInt(first), toInt(end - 1));
        shown.erase(shown.begin() + std::ptrdiff_t(first), shown.begin() + std::ptrdiff_t(end));
        model.endRemoveRows();
        end = first;
    }
}

/// An insertion sort: rows mostly stand in order already, and each row out of order is one move.
void QueueModel::Self::moveIntoOrder(const std::unordered_map<CaseId, std::size_t>& places)
{
    const auto placeOf = [&](std::size_t i) { return places.at(shown[i]->id); };
    for (std::size_t i = 1; i < shown.size(); ++i) {
        auto to = i;
        while (to > 0 && placeOf(to - 1) > placeOf(i)) {
            --to;
        }
        if (to == i) {
            continue;
        }
        model.beginMoveRows({}, toInt(i), toInt(i), {}, toInt(to));
        std::rotate(shown.begin() + std::ptrdiff_t(to), shown.begin() + std::ptrdiff_t(i),
                    shown.begin() + std::ptrdiff_t(i) + 1);
        model.endMoveRows();
    }
}

void QueueModel::Self::insertMissing(const std::vector<const clinical::QueueRow*>& target)
{
    for (std::size_t i = 0; i < target.size();) {
        if (i < shown.size() && shown[i]->id == target[i]->id) {
            ++i;
            continue;
        }
        auto end = i + 1;
        while (end < target.size() && (i >= shown.size() || shown[i]->id != target[end]->id)) {
            ++end;
        }
        model.beginInsertRows({}, toInt(i), toInt(end - 1));
        shown.insert(shown.begin() + std::ptrdiff_t(i), target.begin() + std::ptrdiff_t(i),
                     target.begin() + std::ptrdiff_t(end));
        model.endInsertRows();
        i = end;
    }
}

void QueueModel::Self::replaceRows(const std::vector<const clinical::QueueRow*>& target)
{
    for (std::size_t i = 0; i < target.size(); ++i) {
        const bool isSame = shown[i] == target[i] || *shown[i] == *target[i];
        shown[i] = target[i];
        if (!isSame) {
            Q_EMIT model.dataChanged(model.index(toInt(i), 0), model.index(toInt(i), ColumnCount - 1));
        }
    }
}

void QueueModel::Self::count()
{
    auto everyone = context();
    QueueCounts fresh;
    const auto countOf = [&](QueueFilter which) {
        everyone.filter = which;
        return toInt(std::count_if(rows.entries().begin(), rows.entries().end(),
                                   [&](const auto& entry) { return isShown(*entry.row, everyone); }));
    };
    fresh.open = toInt(rows.entries().size());
    fresh.overdue = countOf(QueueFilter::Overdue);
    fresh.unassigned = countOf(QueueFilter::Unassigned);
    fresh.mine = countOf(QueueFilter::Mine);
    fresh.dueToday = countOf(QueueFilter::DueToday);
    fresh.shown = toInt(shown.size());
    if (fresh != counts) {
        counts = fresh;
        Q_EMIT model.countsChanged();
    }
}

void QueueModel::Self::countNewcomers()
{
    const auto fresh =
        toInt(std::count_if(rows.entries().begin(), rows.entries().end(),
                            [this](const auto& entry) { return !seen.contains(entry.row->id); }));
    if (fresh != newcomers) {
        newcomers = fresh;
        Q_EMIT model.newcomersChanged(fresh);
    }
}

/// Time has gone on: what is due reads differently, and a P1 that is overdue now stands on top.
void QueueModel::Self::tick()
{
    rows.sortFor(room.now());
    refresh();
    if (!shown.empty()) {
        Q_EMIT model.dataChanged(model.index(0, DueColumn), model.index(toInt(shown.size()) - 1, DueColumn),
                                 {Qt::DisplayRole, OverdueRole, Qt::AccessibleTextRole});
    }
}

// ---- what a view asks ----

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : toInt(m_self->shown.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const QueueCells cells(row(index.row()), m_self->room.now(), *m_self->room.workplace().clock);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return cells.text(column);
    case Qt::ToolTipRole: return cells.toolTip(column);
    case Qt::AccessibleTextRole: return cells.accessibleText(column);
    case PriorityRole: return toInt(cells.row().priority);
    case OverdueRole: return isOverdue(cells.row(), m_self->room.now());
    case ModalityRole: return cells.row().decided ? toInt(*cells.row().decided) : 0;
    case CaseIdRole: return QString::fromStdString(cells.row().id.hex());
    case StateRole: return toInt(cells.row().state);
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (orientation != Qt::Horizontal || !isText || section < 0 || section >= ColumnCount) {
        return {};
    }
    return columnTitle(static_cast<Column>(section));
}

const clinical::QueueRow& QueueModel::row(int index) const
{
    return *m_self->shown.at(static_cast<std::size_t>(index));
}

std::optional<int> QueueModel::indexOf(const CaseId& id) const
{
    const auto found = std::find_if(m_self->shown.begin(), m_self->shown.end(),
                                    [&](const auto* row) { return row->id == id; });
    return found == m_self->shown.end() ? std::nullopt : std::optional(toInt(found - m_self->shown.begin()));
}

QueueCounts QueueModel::counts() const
{
    return m_self->counts;
}

bool QueueModel::isLoaded() const
{
    return m_self->isLoaded;
}

QueueFilter QueueModel::filter() const
{
    return m_self->filter;
}

void QueueModel::setFilter(QueueFilter filter)
{
    if (m_self->filter != filter) {
        m_self->filter = filter;
        m_self->refresh();
    }
}

void QueueModel::setWords(const QString& words)
{
    if (m_self->words != words) {
        m_self->words = words;
        m_self->filterWords = m_self->queueWords.typed(words);
        m_self->refresh();
    }
}

void QueueModel::markSeen()
{
    m_self->seen.clear();
    for (const auto& entry : m_self->rows.entries()) {
        m_self->seen.insert(entry.row->id);
    }
    m_self->countNewcomers();
}

} // namespace chevet::workflow
