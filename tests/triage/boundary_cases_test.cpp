// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The boundary cases of tests/data/triage: calls on which the rules turn, and how they were answered when the
// file was written. They show change, not truth (make_boundary_cases).

#include "support/catch.h"
#include "triage/answer_text.h"
#include "triage/boundary_goldens.h"
#include "triage/prover/boundary_cases.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <set>

using namespace chevet;
using namespace chevet::test;

TEST_CASE("the calls on which the rules turn are answered as they were")
{
    for (const auto& golden : boundaryGoldens()) {
        INFO(golden.about << ": " << factsText(golden.facts));
        CHECK(answerText(triage::recommend(shippedRules(), golden.facts)) == golden.answer);
    }
    CHECK(boundaryGoldens().size() > 300);
}

TEST_CASE("the checker finds calls on which the rules turn and both sides of their thresholds")
{
    // Another solver may find other calls, but it looks for the same things. A call stands once, under its
    // first name.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(10);
    const auto found = triage::boundaryCases(shippedRules(), deadline);
    std::map<std::string, int> kinds;
    std::set<std::string> severities;
    for (const auto& each : found) {
        for (const auto* kind : {" decides", " at ", " beyond ", " without ", " with another "}) {
            kinds[kind] += each.about.find(kind) != std::string::npos ? 1 : 0;
        }
        if (each.facts.severity) {
            severities.insert(std::to_string(*each.facts.severity));
        }
    }
    CHECK(kinds[" decides"] > 30);
    CHECK(kinds[" at "] > 2);
    CHECK(kinds[" beyond "] > 5);
    CHECK(kinds[" without "] > 20);
    CHECK(kinds[" with another "] > 20);
    for (const auto* severity : {"3", "4", "6", "7"}) {
        CHECK(severities.count(severity) == 1);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            REQUIRE_FALSE(found[i].facts == found[j].facts);
        }
    }
}

TEST_CASE("the file of boundary cases says that it shows change and not truth")
{
    CHECK(readSourceFile("tests/data/triage/boundary_cases.toml").find("CHANGE, NOT TRUTH") !=
          std::string::npos);
}
