// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/queue_rows.h"

#include "workflow/sentences.h"
#include "workflow/store/said.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace chevet::workflow {

QString folded(const QString& text)
{
    const auto apart = text.normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(apart.size() + 1);
    bool isInWord = false;
    for (const auto character : apart) {
        if (character.isMark()) {
            continue;
        }
        const bool belongs = character.isLetterOrNumber() || character.isSurrogate();
        if (belongs && !isInWord) {
            result += QLatin1Char(' ');
        }
        if (belongs) {
            result += character;
        }
        isInWord = belongs;
    }
    return result.toCaseFolded();
}

QueueWords::QueueWords()
{
    if (auto tokenizer = casebook::Tokenizer::alone()) {
        m_names.emplace(std::move(*tokenizer));
    }
}

std::vector<std::string> QueueWords::typed(const QString& words) const
{
    return m_names ? m_names->words(words.toStdString()) : std::vector<std::string>();
}

std::vector<std::string> QueueWords::beginnings(const clinical::QueueRow& row) const
{
    if (!m_names) {
        return {};
    }
    auto all = m_names->beginnings({row.familyName, row.givenName, row.homeName, row.callbackPhone});
    for (const auto& text :
         {row.room, motivesText(row.motives).toStdString(), row.ownerInitials, row.lastWord}) {
        for (auto& word : m_names->words(text)) {
            all.push_back(std::move(word));
        }
    }
    return all;
}

bool isOverdue(const clinical::QueueRow& row, Instant now)
{
    return row.due < now;
}

Instant endOfDay(Instant now, const Clock& clock)
{
    constexpr std::int64_t dayMillis = std::int64_t{24} * 3600 * 1000;
    const auto offset = clock.offsetMinutes(now) * std::int64_t{60'000};
    const auto local = now.millis + offset;
    const auto startOfDay = local - ((local % dayMillis) + dayMillis) % dayMillis;
    return {startOfDay + dayMillis - 1 - offset};
}

bool isShown(const clinical::QueueRow& row, const FilterContext& context)
{
    switch (context.filter) {
    case QueueFilter::All: return true;
    case QueueFilter::Mine: return row.owner == context.member;
    case QueueFilter::Unassigned: return !row.owner.has_value();
    case QueueFilter::Overdue: return isOverdue(row, context.now);
    case QueueFilter::DueToday: return row.due <= context.endOfToday;
    }
    return true;
}

namespace {

auto placeOf(const clinical::QueueRow& row, Instant now)
{
    const bool isFirst = row.priority == clinical::Priority::P1 && isOverdue(row, now);
    return std::tuple(!isFirst, row.due.millis, row.id);
}

} // namespace

QueueRows::QueueRows(std::shared_ptr<const clinical::Queue> queue, Instant now) : m_queue(std::move(queue))
{
    m_entries.reserve(m_queue->rows.size());
    for (const auto& row : m_queue->rows) {
        m_entries.push_back({&row, {}});
    }
    sortFor(now);
}

bool QueueRows::sortFor(Instant now)
{
    const auto isBefore = [now](const QueueEntry& a, const QueueEntry& b) {
        return placeOf(*a.row, now) < placeOf(*b.row, now);
    };
    if (std::is_sorted(m_entries.begin(), m_entries.end(), isBefore)) {
        return false;
    }
    std::sort(m_entries.begin(), m_entries.end(), isBefore);
    return true;
}

void QueueRows::noteWords(const QueueWords& words, const QueueRows& before)
{
    std::unordered_map<CaseId, const QueueEntry*> known;
    for (const auto& entry : before.m_entries) {
        known.emplace(entry.row->id, &entry);
    }
    for (auto& entry : m_entries) {
        const auto found = known.find(entry.row->id);
        const bool isSame = found != known.end() && *found->second->row == *entry.row;
        entry.beginnings = isSame ? found->second->beginnings : words.beginnings(*entry.row);
    }
}

} // namespace chevet::workflow
