// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/study_export.h"

#include "reporting/study_factors.h"
#include "triage/settings.h"

#include <algorithm>
#include <map>
#include <vector>

namespace chevet::reporting {

using clinical::CaseCourse;
using clinical::CourseDecision;
using clinical::Motive;

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

/// What a stranger could know of a request. Rows with the same are not told apart by it.
std::string knownOf(const CaseCourse& course, const Clock& clock)
{
    return distanceOf(course) + ',' + quarterOf(course, clock) + ',' + motivesOf(course);
}

/// Not the minute: that could be looked up in a telephone bill.
std::string answeredWithin(const CaseCourse& course)
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

std::string rowOf(const std::string& known, const CaseCourse& course, const CourseDecision& decision)
{
    auto row = known;
    for (const auto& factor : allFactors()) {
        const auto presence = factor.of(decision);
        row += !presence ? ",unknown" : *presence ? ",yes" : ",no";
    }
    for (const auto word : {clinical::nameOf(decision.proposed), clinical::nameOf(decision.proposedPriority),
                            clinical::nameOf(decision.decided), clinical::nameOf(decision.decidedPriority),
                            clinical::nameOf(decision.reason)}) {
        row += ',' + std::string(word);
    }
    row += ',' + answeredWithin(course) + (course.deferrals.empty() ? ",no" : ",yes");
    row += ',' + std::string(course.closed ? clinical::nameOf(course.transfer) : "open");
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

StudyExport exportStudy(std::span<const CaseCourse> courses, const Clock& clock)
{
    std::map<std::string, int> alike;
    for (const auto& course : courses) {
        alike[knownOf(course, clock)] += course.decisions.empty() ? 0 : 1; // those that have a row
    }
    StudyExport result;
    std::vector<std::string> rows;
    for (const auto& course : courses) {
        const auto known = knownOf(course, clock);
        if (alike[known] < fewestAlike) {
            result.suppressedRequests += course.decisions.empty() ? 0 : 1;
            result.suppressedRows += static_cast<int>(course.decisions.size());
            continue;
        }
        for (const auto& decision : course.decisions) {
            rows.push_back(rowOf(known, course, decision));
        }
    }
    std::sort(rows.begin(), rows.end()); // the order of arrival tells nothing
    result.rows = static_cast<int>(rows.size());
    result.csv = header();
    for (const auto& row : rows) {
        result.csv += row;
    }
    return result;
}

} // namespace chevet::reporting
