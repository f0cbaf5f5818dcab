// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the queue as the model works on them: in the documented order, with a folded text for the words
// filter, and what one filter lets through. Values only. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "foundation/clock.h"
#include "workflow/queue_model.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace chevet::workflow {

/// Letters without their marks and without case, each word after a blank: " dupont jeanne les tilleuls".
QString folded(const QString& text);
/// The folded words of a filter, each with the blank that begins a word.
QStringList foldedWords(const QString& words);
bool hasEveryWord(const QString& foldedText, const QStringList& foldedFilterWords);

struct QueueEntry
{
    const clinical::QueueRow* row = nullptr;
    QString foldedText;
};

/// One published queue, ordered for a moment: overdue P1 first, then by due time, then by id.
class QueueRows
{
public:
    QueueRows() = default;
    QueueRows(std::shared_ptr<const clinical::Queue> queue, Instant now);

    const std::vector<QueueEntry>& entries() const { return m_entries; }
    /// Keeps folded texts of rows that have not changed since `before`.
    void foldTexts(const QueueRows& before);
    /// True if the order has changed.
    bool sortFor(Instant now);

private:
    std::shared_ptr<const clinical::Queue> m_queue;
    std::vector<QueueEntry> m_entries;
};

struct FilterContext
{
    QueueFilter filter = QueueFilter::All;
    MemberId member;
    Instant now;
    Instant endOfToday;
};

bool isOverdue(const clinical::QueueRow& row, Instant now);
bool isShown(const clinical::QueueRow& row, const FilterContext& context);
/// The last millisecond of the local day.
Instant endOfDay(Instant now, const Clock& clock);

} // namespace chevet::workflow
