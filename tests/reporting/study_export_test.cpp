// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/some_courses.h"
#include "reporting/study_export.h"
#include "reporting/study_factors.h"
#include "support/catch.h"
#include "support/locale_scope.h"

#include <algorithm>
#include <map>
#include <sstream>

using namespace chevet;
using namespace chevet::reporting;
using namespace chevet::test;

namespace {

StudyExport exportStudy(const std::vector<clinical::CaseCourse>& courses, const Clock& clock)
{
    ExportTally tally(clock);
    for (const auto& went : courses) {
        tally.take(went);
    }
    return tally.written();
}

/// One row as it is written, without what the request is known by.
std::string rowOf(const clinical::CaseCourse& course, const clinical::CourseDecision& decision)
{
    std::string row;
    for (const auto& factor : allFactors()) {
        const auto presence = factor.of(decision);
        row += !presence ? ",unknown" : *presence ? ",yes" : ",no";
    }
    for (const auto word : {clinical::nameOf(decision.proposed), clinical::nameOf(decision.proposedPriority),
                            clinical::nameOf(decision.decided), clinical::nameOf(decision.decidedPriority),
                            clinical::nameOf(decision.reason)}) {
        row += ',' + std::string(word);
    }
    const auto minutes = course.firstAnswer ? (*course.firstAnswer - course.receivedAt).count() / 60'000 : 0;
    row += !course.firstAnswer ? ",not_yet"
           : minutes <= 30     ? ",p1_time"
           : minutes <= 120    ? ",p2_time"
           : minutes <= 1440   ? ",p3_time"
           : minutes <= 4320   ? ",p4_time"
                               : ",later";
    row += course.deferrals.empty() ? ",no" : ",yes";
    return row + ',' + std::string(course.closed ? clinical::nameOf(course.transfer) : "open") + "\r\n";
}

std::string knownOf(const clinical::CaseCourse& course, const Clock& clock)
{
    std::string distance = "unknown";
    for (auto i = course.decisions.rbegin(); i != course.decisions.rend(); ++i) {
        if (i->facts.travelMinutes) {
            distance = *i->facts.travelMinutes >= 60 ? "far" : "near";
        }
    }
    std::string motives;
    for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
        motives += course.motives.has(motive) ? '+' + std::string(name) : "";
    }
    const auto day = clock.dateAt(course.receivedAt);
    return distance + ',' + std::to_string(day.year) + 'Q' + std::to_string((day.month + 2) / 3) + ',' +
           (motives.empty() ? "unclear" : motives.substr(1));
}

/// The same in the plainest way: keep every request, write every row, sort the text.
std::string plainRows(const std::vector<clinical::CaseCourse>& courses, const Clock& clock)
{
    std::map<std::string, int> alike;
    for (const auto& course : courses) {
        alike[knownOf(course, clock)] += course.decisions.empty() ? 0 : 1;
    }
    std::vector<std::string> rows;
    for (const auto& course : courses) {
        const auto known = knownOf(course, clock);
        for (const auto& decision : course.decisions) {
            if (alike[known] >= fewestAlike) {
                rows.push_back(known + rowOf(course, decision));
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    std::string text;
    for (const auto& row : rows) {
        text += row;
    }
    return text;
}

std::vector<std::vector<std::string>> cellsOf(const std::string& csv)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        REQUIRE(line.back() == '\r');
        line.pop_back();
        std::istringstream cells(line);
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) {
            row.push_back(cell);
        }
    }
    return rows;
}

} // namespace

TEST_CASE("an export has no combination of distance, quarter and motives of fewer than five requests")
{
    const FixedClock clock(studyMorning, 60);
    CHEVET_SEEDED(random, 32);
    for (int round = 0; round < 60; ++round) {
        std::vector<clinical::CaseCourse> courses(random.below(150));
        std::generate(courses.begin(), courses.end(), [&] { return randomCourse(random); });
        const auto exported = exportStudy(courses, clock);
        const auto rows = cellsOf(exported.csv);
        REQUIRE_FALSE(rows.empty());
        CHECK(static_cast<int>(rows.size()) - 1 == exported.rows);
        // A request has at most two decisions here, so that five requests are at least five rows.
        std::map<std::string, int> alike;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            REQUIRE(rows[i].size() == rows[0].size());
            ++alike[rows[i][0] + rows[i][1] + rows[i][2]];
        }
        for (const auto& [known, count] : alike) {
            INFO(known);
            CHECK(count >= fewestAlike);
        }
        int decisions = 0;
        for (const auto& went : courses) {
            decisions += static_cast<int>(went.decisions.size());
        }
        CHECK(exported.rows + exported.suppressedRows == decisions);
    }
}

TEST_CASE("what was only tallied is written byte for byte as if every request had been kept and sorted")
{
    const FixedClock clock(studyMorning, 60);
    CHEVET_SEEDED(random, 33);
    for (int round = 0; round < 40; ++round) {
        std::vector<clinical::CaseCourse> courses(random.below(400));
        for (auto& went : courses) {
            went = randomCourse(random);
            went.closed = random.onceIn(2);
            went.transfer = random.oneOf(clinical::Words<clinical::TransferOutcome>::all).first;
            if (random.onceIn(4)) {
                went.deferrals = {{minutesLater(1), minutesLater(2)}};
            }
            for (auto& made : went.decisions) {
                made.proposedPriority = random.oneOf(clinical::Words<clinical::Priority>::all).first;
                made.reason = random.oneOf(clinical::Words<clinical::OverrideReason>::all).first;
            }
            if (random.onceIn(3)) { // rows that are there more than once
                went = courses[0];
            }
        }
        const auto csv = exportStudy(courses, clock).csv;
        const auto plain = plainRows(courses, clock);
        CHECK(csv.substr(csv.find('\n') + 1) == plain);
        std::reverse(courses.begin(), courses.end());
        CHECK(exportStudy(courses, clock).csv == csv);
    }
}

TEST_CASE("of a small team everything is left out, and counted")
{
    const FixedClock clock(studyMorning, 60);
    auto courses = countedByHand();
    courses.resize(4);
    const auto exported = exportStudy(courses, clock);
    CHECK(exported.rows == 0);
    CHECK(exported.suppressedRows == 4);
    CHECK(exported.suppressedRequests == 4);
    CHECK(cellsOf(exported.csv).size() == 1);
    CHECK(cellsOf(exportStudy({}, clock).csv).size() == 1);
}

TEST_CASE("requests without a decision hide nobody: they do not make five")
{
    const FixedClock clock(studyMorning, 60);
    auto courses = std::vector(6, countedByHand()[2]);
    CHECK(exportStudy(courses, clock).rows == 6);
    courses[0].decisions.clear();
    courses[1].decisions.clear();
    const auto exported = exportStudy(courses, clock);
    CHECK(exported.rows == 0);
    CHECK(exported.suppressedRequests == 4);
}

TEST_CASE("cells are words of closed lists: nothing that a spreadsheet would run, nothing of a locale")
{
    const FixedClock clock(studyMorning, 60);
    const std::vector courses(5, countedByHand()[5]);
    const auto plain = exportStudy(courses, clock).csv;
    for (const auto& row : cellsOf(plain)) {
        for (const auto& cell : row) {
            INFO(cell);
            CHECK(cell.find_first_not_of("abcdefghijklmnopqrstuvwxyzPQ0123456789_+") == std::string::npos);
            CHECK(cell.find_first_of("=+-@") != 0);
        }
    }
    CHECK(plain.find("unknown,2026Q4,psychosocial+acute,") != std::string::npos);
    const LocaleScope turkish("tr_TR.UTF-8");
    CHECK(exportStudy(courses, clock).csv == plain);
}
