// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The vignettes of tests/data/triage: calls as they come, each with the passage that its answer stands on.

#include "support/catch.h"
#include "triage/plain_answer.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"
#include "triage/vignettes.h"

#include <map>
#include <regex>
#include <set>

using namespace chevet;
using namespace chevet::test;

TEST_CASE("each vignette gets the answer that its passage supports")
{
    const std::set<std::string> known{"first", "then",       "meanwhile", "priority", "purpose",  "minutes",
                                      "owed",  "conditions", "excluded",  "assumed",  "consider", "rules"};
    for (const auto& vignette : vignettes()) {
        INFO(textOf(vignette, "id") << ": " << textOf(vignette, "story"));
        CHECK_FALSE(textOf(vignette, "passage").empty());
        const auto* given = vignette.find("facts");
        const auto* expect = vignette.find("expect");
        REQUIRE(given != nullptr);
        REQUIRE(expect != nullptr);
        for (const auto& [key, value] : expect->fields) {
            INFO(key);
            CHECK(known.count(key) == 1);
        }
        const auto facts = factsFrom(*given);
        const auto wrong = mismatches(triage::recommend(shippedRules(), facts), *expect);
        CHECK(wrong == std::vector<std::string>{});
        CHECK(clinical::nameOf(plainAnswer(facts).first) == textOf(*expect, "first"));
    }
}

TEST_CASE("there are at least eighty vignettes, two thirds of them on conflicts and on what is not known")
{
    std::set<std::string> ids;
    std::map<std::string, std::size_t> kinds;
    const std::regex passage("00[0-3]:[0-9]+(-[0-9]+)?(, 00[0-3]:[0-9]+(-[0-9]+)?)*");
    for (const auto& vignette : vignettes()) {
        INFO(textOf(vignette, "id"));
        ids.insert(textOf(vignette, "id"));
        ++kinds[textOf(vignette, "kind")];
        CHECK(std::regex_match(textOf(vignette, "passage"), passage));
    }
    CHECK(ids.size() == vignettes().size());
    CHECK(ids.size() >= 80);
    CHECK(kinds["plain"] + kinds["conflict"] + kinds["missing"] == ids.size());
    CHECK(3 * (kinds["conflict"] + kinds["missing"]) >= 2 * ids.size());
    CHECK(kinds["missing"] >= 15);
}

TEST_CASE("of a vignette about what is not known at least one fact that the rules ask for is missing")
{
    for (const auto& vignette : vignettes()) {
        if (textOf(vignette, "kind") == "missing") {
            INFO(textOf(vignette, "id"));
            CHECK_FALSE(
                triage::recommend(shippedRules(), factsFrom(*vignette.find("facts"))).silentRules.empty());
        }
    }
}

TEST_CASE("each of the seven traps between the sources has its vignettes")
{
    for (int trap = 1; trap <= 7; ++trap) {
        INFO("trap " << trap);
        int count = 0;
        for (const auto& vignette : vignettes()) {
            count +=
                textOf(vignette, "story").find("Trap " + std::to_string(trap)) != std::string::npos ? 1 : 0;
        }
        CHECK(count >= 1);
    }
}
