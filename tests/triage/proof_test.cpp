// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped rules are proven, and what is broken on purpose is found, with the fewest facts that show it.

#include "support/catch.h"
#include "triage/prover/proof.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <chrono>

using namespace chevet;
using namespace chevet::test;
using clinical::Fact;
using clinical::Modality;
using triage::Claim;
using triage::Finding;
using triage::Rules;
using triage::RuleSet;
using Verdict = triage::Finding::Result;

namespace {

using Findings = std::vector<Finding>;

std::chrono::steady_clock::time_point inTenMinutes()
{
    return std::chrono::steady_clock::now() + std::chrono::minutes(10);
}

RuleSet setOf(const Rules& rules)
{
    auto set = RuleSet::of(rules, {"broken", ""});
    INFO((set ? std::string() : set.error().place));
    REQUIRE(set);
    return *set;
}

/// What does not hold.
Findings faultsOf(const Rules& rules)
{
    Findings faults;
    triage::prove(setOf(rules), shippedProperties(), shippedLeanings(), {.deadline = inTenMinutes()},
                  [&](const Finding& finding) {
                      if (finding.result != Verdict::Holds) {
                          faults.push_back(finding);
                      }
                  });
    return faults;
}

const Finding* find(const Findings& findings, std::string_view id, Claim claim)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.id == id && finding.claim == claim;
    });
    return found == findings.end() ? nullptr : &*found;
}

std::size_t knownFacts(const clinical::Facts& facts)
{
    return static_cast<std::size_t>(
        std::count_if(clinical::allFacts.begin(), clinical::allFacts.end(),
                      [&](const auto& about) { return clinical::isKnown(facts, about.fact); }));
}

triage::Rung& rung(Rules& rules, std::string_view id)
{
    return *std::find_if(rules.ladder.begin(), rules.ladder.end(),
                         [&](const auto& each) { return each.rule.id == id; });
}

triage::Rule& rule(Rules& rules, std::string_view id)
{
    return *std::find_if(rules.rules.begin(), rules.rules.end(),
                         [&](const auto& each) { return each.id == id; });
}

} // namespace

TEST_CASE("every claim about the shipped rules is proven over every combination of facts")
{
    Findings open;
    std::size_t told = 0;
    const auto proof =
        triage::prove(shippedRules(), shippedProperties(), shippedLeanings(), {.deadline = inTenMinutes()},
                      [&](const Finding& finding) {
                          ++told;
                          INFO(nameOf(finding.claim)
                               << ' ' << finding.id << ": " << (finding.facts ? shown(*finding.facts) : ""));
                          CHECK(finding.result == Verdict::Holds);
                      });
    CHECK(proof.isProven());
    CHECK(proof.claims == told);
    CHECK(proof.combinations > 1e14);
    const auto& rules = shippedRules().rules();
    CHECK(told > shippedProperties().size() + shippedLeanings().size() + 2 * rules.rules.size());
}

TEST_CASE("a property that does not hold is shown with the fewest facts and the evaluator agrees")
{
    auto rules = shippedRules().rules();
    rung(rules, "dying").rule.when.question.choices = 1; // true for those who are not dying
    const auto faults = faultsOf(rules);
    const auto* fault = find(faults, "dying-is-visited", Claim::Property);
    REQUIRE(fault != nullptr);
    CHECK(fault->result == Verdict::Violated);
    REQUIRE(fault->facts);
    CHECK(fault->facts->dying == true);
    CHECK(knownFacts(*fault->facts) == 1);
    const auto answer = triage::recommend(setOf(rules), *fault->facts);
    CHECK(answer.first != Modality::InPersonVisit);
}

TEST_CASE("a property about no call at all is no property")
{
    auto properties = shippedProperties();
    triage::Property impossible = properties.front();
    impossible.id = "about-nothing";
    impossible.when = {triage::Expression::Kind::Any, {}, {}};
    properties = {impossible};
    Findings findings;
    triage::prove(shippedRules(), properties, {}, {.deadline = inTenMinutes()},
                  [&](const Finding& finding) { findings.push_back(finding); });
    const auto* fault = find(findings, "about-nothing", Claim::Property);
    REQUIRE(fault != nullptr);
    CHECK(fault->result == Verdict::Violated);
    CHECK_FALSE(fault->facts);
}

TEST_CASE("a rule that can never speak is named and one that never matters as well")
{
    auto rules = shippedRules().rules();
    rule(rules, "pca-pump").when.question.choices = 0;
    auto twin = rule(rules, "home-untrained");
    twin.id = "home-untrained-again";
    rules.rules.push_back(twin);
    const auto faults = faultsOf(rules);
    CHECK(find(faults, "pca-pump", Claim::Speaks) != nullptr);
    CHECK(find(faults, "pca-pump", Claim::Matters) != nullptr);
    // A duplicate changes nothing, so neither of the two matters while the other stands.
    CHECK(find(faults, "home-untrained", Claim::Matters) != nullptr);
    CHECK(find(faults, "home-untrained-again", Claim::Matters) != nullptr);
    CHECK(find(faults, "home-untrained-again", Claim::Speaks) == nullptr);
}

TEST_CASE("a modality that can come first no more is named")
{
    auto rules = shippedRules().rules();
    rule(rules, "home-trained").when.question.choices = 3; // whatever is known about the home
    rule(rules, "home-trained").effects.neverFirst = {Modality::AsynchronousTeleExpertise};
    auto untrained = rule(rules, "home-trained");
    untrained.id = "home-not-asked";
    untrained.when = {triage::Expression::Kind::None, {untrained.when}, {}};
    untrained.when.parts[0].question = {triage::slotOf(Fact::Motives), triage::Question::Test::HasAny, 62, 0,
                                        0};
    auto always = untrained;
    always.id = "always";
    always.when = always.when.parts[0];
    rules.rules.push_back(always);
    const auto faults = faultsOf(rules);
    CHECK(find(faults, "tele_expertise_asynchronous", Claim::Reachable) != nullptr);
}

TEST_CASE("what follows may not be what is excluded")
{
    auto rules = shippedRules().rules();
    rule(rules, "pca-pump").effects.then = Modality::Teleconsultation;
    const auto faults = faultsOf(rules);
    const auto* fault = find(faults, "no_contradiction", Claim::Consistent);
    REQUIRE(fault != nullptr);
    CHECK(fault->result == Verdict::Violated);
    REQUIRE(fault->facts);
    CHECK(fault->facts->pcaPump == true);
    CHECK(knownFacts(*fault->facts) == 2);
}

TEST_CASE("a worse severity with a lower priority is shown with both severities")
{
    auto rules = shippedRules().rules();
    for (auto& band : rules.priorities) {
        if (band.rule.id == "priority-severe") {
            band.rule.when.parts[1].question.highest = 8; // nine and ten fall through
        }
    }
    const auto faults = faultsOf(rules);
    const auto* fault = find(faults, "severity_never_lowers_priority", Claim::Monotone);
    REQUIRE(fault != nullptr);
    CHECK(fault->result == Verdict::Violated);
    CHECK(fault->changed == Fact::Severity);
    CHECK(std::get<int>(fault->changedTo) == 9);
    REQUIRE(fault->facts);
    CHECK(fault->facts->severity == 7);
}

TEST_CASE("a written answer that comes first because nobody asked is shown with the fact to forget")
{
    auto rules = shippedRules().rules();
    auto& parts = rung(rules, "asynchronous").rule.when.parts;
    for (auto& part : parts) {
        if (asksAbout(part, triage::slotOf(Fact::Documents))) {
            part = {triage::Expression::Kind::Ask,
                    {},
                    {triage::slotOf(Fact::Documents), triage::Question::Test::Unknown, 0, 0, 0}};
        }
    }
    const auto faults = faultsOf(rules);
    const auto* fault = find(faults, "unknown_is_never_slower", Claim::Monotone);
    REQUIRE(fault != nullptr);
    CHECK(fault->result == Verdict::Violated);
    CHECK(fault->changed == Fact::Documents);
    CHECK(std::holds_alternative<std::monostate>(fault->changedTo));
}

TEST_CASE("a distance that decides is shown with the journey that changes the answer")
{
    auto rules = shippedRules().rules();
    rule(rules, "acute-and-far").effects.neverFirst = triage::Modalities{Modality::Teleconsultation};
    const auto faults = faultsOf(rules);
    const auto* fault = find(faults, "distance_never_decides", Claim::Monotone);
    REQUIRE(fault != nullptr);
    CHECK(fault->result == Verdict::Violated);
    CHECK(fault->changed == Fact::TravelMinutes);
}

TEST_CASE("no fault of a rule set is disputed by the evaluator")
{
    auto rules = shippedRules().rules();
    rung(rules, "acute").rule.when.question.choices = 2; // symptom instead of acute
    rung(rules, "psychologist").rule.effects.exclude = {};
    rule(rules, "unclear-retriage").effects.owed = {};
    const auto faults = faultsOf(rules);
    CHECK(faults.size() > 5);
    for (const auto& fault : faults) {
        INFO(fault.id);
        CHECK(fault.result == Verdict::Violated);
    }
}

TEST_CASE("out of time the prover claims nothing")
{
    const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    const auto proof = triage::prove(shippedRules(), shippedProperties(), shippedLeanings(),
                                     {.deadline = past}, [](const Finding&) {});
    CHECK_FALSE(proof.isProven());
    CHECK(proof.violated == 0);
    CHECK(proof.notFinished > shippedProperties().size());
}

TEST_CASE("a rule set never differs from itself and a threshold is a difference with few facts")
{
    for (const auto& difference : triage::compare(shippedRules(), shippedRules(), inTenMinutes())) {
        INFO(difference.aspect);
        CHECK(difference.result == Verdict::Holds);
    }
    auto rules = shippedRules().rules();
    for (auto& band : rules.priorities) {
        if (band.rule.id == "priority-severe") {
            band.rule.when.parts[1].question.lowest = 8;
        }
    }
    const auto changed = setOf(rules);
    const auto differences = triage::compare(shippedRules(), changed, inTenMinutes());
    for (const auto& difference : differences) {
        INFO(difference.aspect);
        const bool isTouched = difference.aspect == "priority" || difference.aspect == "meanwhile" ||
                               difference.aspect == "answer_within_minutes" ||
                               difference.aspect == "purpose" || difference.aspect == "owed";
        CHECK((difference.result == Verdict::Violated) == isTouched);
        if (difference.aspect == "priority") {
            REQUIRE(difference.facts);
            CHECK(difference.facts->severity == 7);
            CHECK(knownFacts(*difference.facts) == 2);
            CHECK(triage::decide(shippedRules(), *difference.facts).priority == clinical::Priority::P2);
            CHECK(triage::decide(changed, *difference.facts).priority == clinical::Priority::P3);
        }
    }
}

TEST_CASE("a shorter time to answer is a difference unless the caller needs it sooner")
{
    auto rules = shippedRules().rules();
    rules.settings.p1AnswerMinutes = 15;
    for (const auto& difference : triage::compare(shippedRules(), setOf(rules), inTenMinutes())) {
        INFO(difference.aspect);
        if (difference.aspect == "answer_within_minutes") {
            CHECK(difference.result == Verdict::Violated);
        }
        if (difference.aspect == "first" || difference.aspect == "priority") {
            CHECK(difference.result == Verdict::Holds);
        }
    }
}
