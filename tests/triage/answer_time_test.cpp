// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule of a team's own may want an answer sooner than the priority's own time: it shortens, it is proved,
// and nothing loosens it.
#include "support/catch.h"
#include "triage/prover/proof.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::test;
using triage::Finding;
using triage::RuleSet;

namespace {

constexpr const char* endOfRule = "reason.en = \"e\"\nreason.fr = \"f\"\nsource = \"team\"\n";

std::string ruleOf(std::string_view when, std::string_view effect)
{
    return "[[rule]]\nid = \"ours\"\nwhen = " + std::string(when) + "\n" + std::string(effect) + "\n" +
           endOfRule;
}

std::string overlay(const std::string& blocks)
{
    return "overlay = \"o\"\n" + blocks;
}

Result<RuleSet> laidOver(const std::vector<std::string>& overlays)
{
    return RuleSet::parse(shippedRulesText(), overlays, {"", ""});
}

RuleSet setOf(const std::vector<std::string>& overlays)
{
    auto rules = laidOver(overlays);
    INFO((rules ? std::string() : rules.error().place));
    REQUIRE(rules);
    return *rules;
}

std::chrono::steady_clock::time_point inTenHours()
{
    return std::chrono::steady_clock::now() + std::chrono::hours(10);
}

std::vector<Finding> faultsOf(const std::vector<std::string>& overlays)
{
    const auto rules = setOf(overlays);
    const auto promised = triage::parseProperties(shippedPropertiesText(), overlays, rules.rules().settings);
    INFO((promised ? std::string() : promised.error().place));
    REQUIRE(promised);
    std::vector<Finding> faults;
    triage::prove(rules, *promised, shippedLeanings(), {.deadline = inTenHours()},
                  [&](const Finding& finding) {
                      if (finding.result != Finding::Result::Holds) {
                          faults.push_back(finding);
                      }
                  });
    return faults;
}

int minutes(const RuleSet& rules, std::string_view inlineFacts)
{
    return triage::decide(rules, facts(inlineFacts)).answerWithinMinutes;
}

} // namespace

TEST_CASE("a rule shortens the answer's time and never lengthens it")
{
    const auto rules = setOf({overlay(ruleOf("{ symptom = \"bleeding\" }", "answer_within_minutes = 60"))});
    CHECK(minutes(rules, "motives = ['symptom'], severity = 3, symptom = 'bleeding'") == 60);
    CHECK(minutes(rules, "motives = ['symptom'], severity = 3, symptom = 'pain'") == 4320);
    CHECK(minutes(rules, "motives = ['symptom'], severity = 3") == 4320); // unknown: silent
    CHECK(minutes(rules, "motives = ['acute'], symptom = 'bleeding'") == 30);
    CHECK(minutes(rules, "motives = ['symptom'], symptom = 'bleeding', answer_needed_within_hours = 0") == 0);
    CHECK(minutes(rules, "motives = ['symptom'], symptom = 'bleeding', answer_needed_within_hours = 2") ==
          60);
    const auto mild = facts("motives = ['symptom'], severity = 3, symptom = 'bleeding'");
    CHECK(triage::decide(rules, mild).priority == clinical::Priority::P4); // the priority stays
}

TEST_CASE("the shortest of several times holds, whatever their order")
{
    auto blocks = ruleOf("{ symptom = \"bleeding\" }", "answer_within_minutes = 90");
    auto other = ruleOf("{ conflict = true }", "answer_within_minutes = 45");
    other.replace(other.find("ours"), 4, "more");
    for (const auto& text : {blocks + other, other + blocks}) {
        const auto rules = setOf({overlay(text)});
        CHECK(minutes(rules, "motives = ['ethical'], symptom = 'bleeding', conflict = true") == 45);
    }
}

TEST_CASE("the time that a rule asks for decides whether a visit comes in time, and is said")
{
    const auto rules = setOf({overlay(ruleOf("{ conflict = true }", "answer_within_minutes = 120"))});
    const auto call = facts("motives = ['psychosocial'], must_be_seen = true, conflict = true, "
                            "visit_possible_within_hours = 3");
    const auto answer = triage::recommend(rules, call);
    CHECK(answer.answerWithinMinutes == 120);
    CHECK(std::ranges::any_of(answer.furtherReasons, [](const clinical::Reason& reason) {
        return reason.rule == "ours" && reason.effect == "shortens_answer_time";
    }));
    const auto isLate = [&](const RuleSet& set) { return triage::decide(set, call).meanwhile; };
    CHECK(isLate(rules));
    CHECK_FALSE(isLate(shippedRules())); // three hours are in time for P3
}

TEST_CASE("tightening shortens a rule's time and a longer one is refused with the rule's name")
{
    const auto base = overlay(ruleOf("{ symptom = \"bleeding\" }", "answer_within_minutes = 60"));
    const auto tightened = [](int wanted) {
        return "overlay = \"p\"\nafter = [\"o\"]\n[[tighten]]\nid = \"ours\"\nanswer_within_minutes = " +
               std::to_string(wanted) + "\n";
    };
    CHECK(minutes(setOf({base, tightened(20)}),
                  "motives = ['symptom'], symptom = 'bleeding', severity = 1") == 20);
    const auto refused = laidOver({base, tightened(61)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().place.find("'ours' would be answered later: that loosens it") != std::string::npos);
    const auto rung = laidOver({overlay("[[tighten]]\nid = \"dying\"\nanswer_within_minutes = 10\n")});
    REQUIRE_FALSE(rung);
    CHECK(rung.error().place.find("nor shortens an answer's time") != std::string::npos);
}

TEST_CASE("a team's answer time is proved, with what it promises")
{
    const auto sound = overlay(ruleOf("{ symptom = \"bleeding\" }", "answer_within_minutes = 60") +
                               "[[property]]\nid = \"promise\"\nwhen = { symptom = \"bleeding\" }\nmust = { "
                               "answer_within_minutes = 60 }\n" +
                               endOfRule);
    for (const auto& fault : faultsOf({sound})) {
        FAIL_CHECK(fault.id);
    }
}

TEST_CASE("a promise that the rules don't keep is shown with the fewest facts")
{
    const auto faults =
        faultsOf({overlay("[[property]]\nid = \"promise\"\nwhen = { motives = \"ethical\" }\nmust = { "
                          "answer_within_minutes = 100 }\n" +
                          std::string(endOfRule))});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].id == "promise");
    CHECK(faults[0].result == Finding::Result::Violated);
    REQUIRE(faults[0].facts);
    CHECK(minutes(shippedRules(), "motives = ['ethical']") > 100);
    CHECK(triage::decide(shippedRules(), *faults[0].facts).answerWithinMinutes > 100);
}

TEST_CASE("a time for mild pain that worse pain does not get is refuted with both severities")
{
    const auto faults =
        faultsOf({overlay(ruleOf("{ severity = { at_most = 3 } }", "answer_within_minutes = 60"))});
    const auto found = std::ranges::find_if(
        faults, [](const Finding& fault) { return fault.id == "severity_never_lowers_priority"; });
    REQUIRE(found != faults.end());
    CHECK(found->result == Finding::Result::Violated);
    REQUIRE(found->facts);
    REQUIRE(found->facts->severity);
    CHECK(*found->facts->severity <= 3);
}

TEST_CASE("a rule whose time is never the shortest changes nothing, and the proof says so")
{
    const auto faults = faultsOf({overlay(ruleOf("{ dying = true }", "answer_within_minutes = 60"))});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].claim == triage::Claim::Matters);
    CHECK(faults[0].id == "ours");
}

TEST_CASE("two rule sets that differ in a rule's time alone differ in the answer's time alone")
{
    const auto before = setOf({overlay(ruleOf("{ symptom = \"bleeding\" }", "answer_within_minutes = 59"))});
    const auto after = setOf({overlay(ruleOf("{ symptom = \"bleeding\" }", "answer_within_minutes = 50"))});
    for (const auto& difference : triage::compare(before, after, inTenHours())) {
        INFO(difference.aspect);
        const bool isTime = difference.aspect == "answer_within_minutes";
        CHECK((difference.result == Finding::Result::Violated) == isTime);
        if (isTime) {
            REQUIRE(difference.facts);
            CHECK(triage::decide(before, *difference.facts).answerWithinMinutes == 59);
            CHECK(triage::decide(after, *difference.facts).answerWithinMinutes == 50);
        }
    }
}
