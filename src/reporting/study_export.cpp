// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/study_export.h"

#include "reporting/study_factors.h"
#include "triage/settings.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace chevet::reporting {

using clinical::CaseCourse;
using clinical::CourseDecision;
using clinical::Modality;
using clinical::Motive;
using clinical::OverrideReason;
using clinical::Priority;
using clinical::TransferOutcome;

namespace {

std::string distanceOf(const CaseCourse& course)
{
    for (const auto& decision : course.decisions) {
        if (const auto& minutes = decision.facts.travelMinutes) {
            return *minutes >= triage::Settings{}.farTravelMinutes ? "far" : "near";
        }
    }
    return "unknown";
}

std::string quarterOf(const CaseCourse& course, const Clock& clock)
{
    const auto day = clock.dateAt(course.receivedAt);
    return std::to_string(day.year) + "Q" + std::to_string((day.month + 2) / 3);
}

/// "acute+symptom", in the order of the words.
std::string motivesOf(const CaseCourse& course)
{
    std::string names;
    for (const auto& [motive, name] : clinical::Words<Motive>::all) {
        if (course.motives.has(motive)) {
            names += (names.empty() ? "" : "+") + std::string(name);
        }
    }
    return names.empty() ? "unclear" : names;
}

/// What a stranger could know of a request, as its rows begin. With the last comma, so that the order of
/// these is that of the rows: '+' comes before ','.
std::string knownOf(const CaseCourse& course, const Clock& clock)
{
    return distanceOf(course) + ',' + quarterOf(course, clock) + ',' + motivesOf(course) + ',';
}

/// Not the minute: that could be looked up in a telephone bill.
std::string_view answeredWithin(const CaseCourse& course)
{
    if (!course.firstAnswer) {
        return "not_yet";
    }
    constexpr std::int64_t millisAMinute = 60'000;
    const auto minutes = (*course.firstAnswer - course.receivedAt).count() / millisAMinute;
    const triage::Settings settings;
    return minutes <= settings.p1AnswerMinutes   ? "p1_time"
           : minutes <= settings.p2AnswerMinutes ? "p2_time"
           : minutes <= settings.p3AnswerMinutes ? "p3_time"
           : minutes <= settings.p4AnswerMinutes ? "p4_time"
                                                 : "later";
}

using Column = std::vector<std::string_view>;

/// Every word that the column may hold, in the order of their letters.
template<class E> Column wordsOf(Column others = {})
{
    others.emplace_back(); // what a newer version may write and this one has no word for
    for (const auto& [value, name] : clinical::Words<E>::all) {
        others.push_back(name);
    }
    std::sort(others.begin(), others.end());
    return others;
}

/// The columns after what a stranger could know. A row is a number whose digits are the places of its words:
/// the order of the numbers is that of the rows' text, and all the rows there can be stay far below 2^64
/// (2^50 with nineteen factors).
const std::vector<Column>& allColumns()
{
    static const auto columns = [] {
        std::vector<Column> all(allFactors().size(), Column{"no", "unknown", "yes"});
        all.push_back(wordsOf<Modality>());
        all.push_back(wordsOf<Priority>());
        all.push_back(wordsOf<Modality>());
        all.push_back(wordsOf<Priority>());
        all.push_back(wordsOf<OverrideReason>());
        all.push_back({"later", "not_yet", "p1_time", "p2_time", "p3_time", "p4_time"});
        all.push_back({"no", "yes"});
        all.push_back(wordsOf<TransferOutcome>({"open"}));
        return all;
    }();
    return columns;
}

std::vector<std::string_view> cellsOf(const CaseCourse& course, const CourseDecision& decision)
{
    std::vector<std::string_view> cells;
    for (const auto& factor : allFactors()) {
        const auto presence = factor.of(decision);
        cells.emplace_back(!presence ? "unknown" : *presence ? "yes" : "no");
    }
    cells.insert(cells.end(),
                 {clinical::nameOf(decision.proposed), clinical::nameOf(decision.proposedPriority),
                  clinical::nameOf(decision.decided), clinical::nameOf(decision.decidedPriority),
                  clinical::nameOf(decision.reason), answeredWithin(course),
                  course.deferrals.empty() ? "no" : "yes",
                  course.closed ? clinical::nameOf(course.transfer) : "open"});
    return cells;
}

std::uint64_t numberOf(const CaseCourse& course, const CourseDecision& decision)
{
    const auto& columns = allColumns();
    const auto cells = cellsOf(course, decision);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto place = std::lower_bound(columns[i].begin(), columns[i].end(), cells[i]);
        number = number * columns[i].size() + static_cast<std::uint64_t>(place - columns[i].begin());
    }
    return number;
}

std::string rowOf(const std::string& known, std::uint64_t number)
{
    const auto& columns = allColumns();
    std::vector<std::string_view> cells(columns.size());
    for (std::size_t i = columns.size(); i-- > 0; number /= columns[i].size()) {
        cells[i] = columns[i][number % columns[i].size()];
    }
    auto row = known;
    for (const auto cell : cells) {
        row.append(cell) += ',';
    }
    row.pop_back();
    return row + "\r\n";
}

std::string header()
{
    std::string line = "distance,quarter,motives";
    for (const auto& factor : allFactors()) {
        line += ',' + std::string(factor.id);
    }
    return line +
           ",proposed,proposed_priority,decided,decided_priority,override_reason,first_answer,deferred,"
           "transfer\r\n";
}

} // namespace

void ExportTally::take(const CaseCourse& course)
{
    if (course.decisions.empty()) {
        return;
    }
    auto& alike = m_alike[knownOf(course, *m_clock)];
    ++alike.requests;
    alike.decisions += static_cast<int>(course.decisions.size());
    for (const auto& decision : course.decisions) {
        ++alike.rows[numberOf(course, decision)];
    }
}

StudyExport ExportTally::written() const
{
    StudyExport result;
    result.csv = header();
    for (const auto& [known, alike] : m_alike) {
        if (alike.requests < fewestAlike) {
            result.suppressedRequests += alike.requests;
            result.suppressedRows += alike.decisions;
            continue;
        }
        result.rows += alike.decisions;
        for (const auto& [number, times] : alike.rows) {
            const auto row = rowOf(known, number);
            for (int i = 0; i < times; ++i) {
                result.csv += row;
            }
        }
    }
    return result;
}

} // namespace chevet::reporting
