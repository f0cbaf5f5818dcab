// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of the queue as the model works on them: in the documented order, with the words that the filter
// compares, and what one filter lets through. Values only. Thread: gui.
#pragma once

#include "casebook/name_words.h"
#include "clinical/views.h"
#include "foundation/clock.h"
#include "workflow/queue_model.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chevet::workflow {

/// Letters without their marks and without case, each word after a blank: " dupont jeanne les tilleuls".
QString folded(const QString& text);

/// What the words filter compares: the words of the look-ups of home and resident (casebook/name_words.h), so
/// that whoever is found there is found in the queue by the same letters.
class QueueWords
{
public:
    QueueWords();

    /// The words of a filter as typed.
    std::vector<std::string> typed(const QString& words) const;
    /// What the words of a filter may begin.
    std::vector<std::string> beginnings(const clinical::QueueRow& row) const;

private:
    std::optional<casebook::NameWords> m_names;
};

struct QueueEntry
{
    const clinical::QueueRow* row = nullptr;
    std::vector<std::string> beginnings;
};

/// One published queue, ordered for a moment: overdue P1 first, then by due time, then by id.
class QueueRows
{
public:
    QueueRows() = default;
    QueueRows(std::shared_ptr<const clinical::Queue> queue, Instant now);

    const std::vector<QueueEntry>& entries() const { return m_entries; }
    /// Fills in what the words filter compares; keeps that of rows that have not changed since `before`.
    void noteWords(const QueueWords& words, const QueueRows& before);
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
