// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sampler finds nothing in the shipped rules, and finds what is broken on purpose.

#include "support/catch.h"
#include "support/long_run.h"
#include "triage/condition.h"
#include "triage/recommend.h"
#include "triage/sampling.h"
#include "triage/triage_support.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::test;
using clinical::Fact;
using triage::Rules;
using triage::RuleSet;

namespace {

triage::SamplingPlan quickPlan(int combinations)
{
    triage::SamplingPlan plan;
    plan.combinations = static_cast<std::uint64_t>(combinations);
    plan.perThreshold = 100;
    return plan;
}

std::size_t knownFacts(const clinical::Facts& facts)
{
    return static_cast<std::size_t>(
        std::count_if(clinical::allFacts.begin(), clinical::allFacts.end(),
                      [&](const auto& about) { return clinical::isKnown(facts, about.fact); }));
}

triage::SamplingReport reportOn(const Rules& rules)
{
    const auto set = RuleSet::of(rules, {"broken", ""});
    INFO((set ? std::string() : set.error().place));
    REQUIRE(set);
    return triage::sampleRules(*set, shippedProperties(), quickPlan(20'000));
}

const triage::Violation* find(const triage::SamplingReport& report, std::string_view check)
{
    const auto found =
        std::find_if(report.violations.begin(), report.violations.end(),
                     [&](const triage::Violation& violation) { return violation.check == check; });
    return found == report.violations.end() ? nullptr : &*found;
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

TEST_CASE("sampling finds no fault in the shipped rules")
{
    const auto report =
        triage::sampleRules(shippedRules(), shippedProperties(), quickPlan(scaled(100'000, 1'000'000)));
    for (const auto& violation : report.violations) {
        INFO(violation.check << " by " << shown(violation.facts));
        CHECK(false);
    }
    for (const auto& id : report.neverSpoke) {
        INFO("never spoke: " << id);
        CHECK(false);
    }
    for (const auto& id : report.neverTested) {
        INFO("never tested: " << id);
        CHECK(false);
    }
    CHECK(report.isClean());
    CHECK(report.combinations == static_cast<std::uint64_t>(scaled(100'000, 1'000'000)));
    CHECK(report.thresholdCases > 1'000);
    CHECK(report.wholeAnswers > report.combinations / 20);
}

TEST_CASE("the same seed gives the same combinations and another seed gives others")
{
    triage::RandomFacts first(shippedRules(), 7);
    triage::RandomFacts again(shippedRules(), 7);
    triage::RandomFacts other(shippedRules(), 8);
    int differ = 0;
    for (int i = 0; i < 100; ++i) {
        const auto facts = first.next();
        CHECK(facts == again.next());
        differ += facts == other.next() ? 0 : 1;
    }
    CHECK(differ > 90);
}

TEST_CASE("a dying resident answered by a call is found and shown with few facts")
{
    auto rules = shippedRules().rules();
    auto& dying = rung(rules, "dying");
    dying.rule.when.question.choices = 1; // true for those who are not dying
    const auto report = reportOn(rules);
    const auto* violation = find(report, "dying-is-visited");
    REQUIRE(violation != nullptr);
    CHECK(violation->facts.dying == true);
    CHECK(knownFacts(violation->facts) <= 2);
}

TEST_CASE("a psychologist who is sent to a screen is found")
{
    auto rules = shippedRules().rules();
    rung(rules, "psychologist").rule.effects.exclude = {};
    const auto report = reportOn(rules);
    const auto* violation = find(report, "psychologist-never-by-video");
    REQUIRE(violation != nullptr);
    CHECK(knownFacts(violation->facts) == 1);
    CHECK(violation->facts.addressedTo == clinical::Addressee::Psychologist);
}

TEST_CASE("a written answer given though nobody knows that it can wait is found")
{
    auto rules = shippedRules().rules();
    auto& parts = rung(rules, "asynchronous").rule.when.parts;
    parts.erase(std::remove_if(parts.begin(), parts.end(),
                               [](const triage::Expression& part) {
                                   return asksAbout(part, triage::slotOf(Fact::AnswerNeededWithinHours));
                               }),
                parts.end());
    const auto report = reportOn(rules);
    CHECK(find(report, "asynchronous-only-when-known") != nullptr);
}

TEST_CASE("a severity band out of order is found")
{
    auto rules = shippedRules().rules();
    for (auto& band : rules.priorities) {
        if (band.rule.id == "priority-severe") {
            band.rule.when.parts[1].question.highest = 8; // nine and ten fall through
        }
    }
    const auto report = reportOn(rules);
    const auto* violation = find(report, "severity_never_lowers_priority");
    REQUIRE(violation != nullptr);
    CHECK(violation->facts.severity == 8);
}

TEST_CASE("a distance that decides is found")
{
    auto rules = shippedRules().rules();
    auto& far = rule(rules, "acute-and-far");
    far.effects.neverFirst = triage::Modalities{clinical::Modality::Teleconsultation};
    const auto report = reportOn(rules);
    const auto* violation = find(report, "distance_never_decides");
    REQUIRE(violation != nullptr);
    CHECK(violation->facts.motives.has(clinical::Motive::Acute));
}

TEST_CASE("a rule that can never speak is named")
{
    auto rules = shippedRules().rules();
    auto& pump = rule(rules, "pca-pump");
    triage::Expression never = pump.when;
    never.question.choices = 0;
    pump.when = never;
    const auto report = reportOn(rules);
    CHECK(report.neverSpoke == std::vector<std::string>{"pca-pump"});
    CHECK_FALSE(report.isClean());
}
