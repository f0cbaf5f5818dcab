// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/some_courses.h"
#include "reporting/study_export.h"
#include "support/catch.h"
#include "support/locale_scope.h"

#include <algorithm>
#include <map>
#include <sstream>

using namespace chevet;
using namespace chevet::reporting;
using namespace chevet::test;

namespace {

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
