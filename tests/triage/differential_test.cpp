// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The compiled evaluator against the design written out by hand, on very many random calls.

#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "triage/plain_answer.h"
#include "triage/recommend.h"
#include "triage/sampling.h"
#include "triage/triage_support.h"

using namespace chevet;
using namespace chevet::test;
using clinical::Facts;

namespace {

bool isTheSame(const triage::Outcome& outcome, const PlainAnswer& plain)
{
    return outcome.first == plain.first && outcome.meanwhile == plain.meanwhile &&
           outcome.then == plain.then && outcome.purpose == plain.purpose &&
           outcome.priority == plain.priority && outcome.answerWithinMinutes == plain.answerWithinMinutes &&
           outcome.excluded == plain.excluded && outcome.owed == plain.owed &&
           outcome.alsoConsider == plain.consider && outcome.conditions == plain.conditions;
}

/// The first rule or rung whose truth differs; empty when none does.
std::string differingRule(const triage::Outcome& outcome, const Facts& facts, const Derived& derived)
{
    const auto& rules = shippedRules().rules();
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        if (outcome.rules[i] != plainTruth(rules.rules[i].when, facts, derived)) {
            return rules.rules[i].id;
        }
    }
    for (std::size_t i = 0; i < rules.ladder.size(); ++i) {
        if (outcome.rungs[i] != plainTruth(rules.ladder[i].rule.when, facts, derived)) {
            return rules.ladder[i].rule.id;
        }
    }
    return {};
}

} // namespace

TEST_CASE("the compiled rules answer as the design written out by hand does")
{
    CHEVET_SEEDED(random, 20);
    triage::RandomFacts calls(shippedRules(), random.next());
    const int count = scaled(200'000, 1'000'000);
    for (int i = 0; i < count; ++i) {
        const auto facts = calls.next();
        const auto outcome = triage::decide(shippedRules(), facts);
        const auto plain = plainAnswer(facts);
        if (!isTheSame(outcome, plain)) {
            INFO("call " << i << ": " << shown(facts));
            CHECK(clinical::nameOf(outcome.first) == clinical::nameOf(plain.first));
            CHECK(outcome.meanwhile == plain.meanwhile);
            CHECK(outcome.then == plain.then);
            CHECK(clinical::nameOf(outcome.purpose) == clinical::nameOf(plain.purpose));
            CHECK(clinical::nameOf(outcome.priority) == clinical::nameOf(plain.priority));
            CHECK(outcome.answerWithinMinutes == plain.answerWithinMinutes);
            CHECK(outcome.excluded.bits() == plain.excluded.bits());
            CHECK(outcome.owed.bits() == plain.owed.bits());
            CHECK(outcome.alsoConsider.bits() == plain.consider.bits());
            REQUIRE(isTheSame(outcome, plain));
        }
        const auto differs = differingRule(outcome, facts, derivedFrom(facts, plain));
        if (!differs.empty()) {
            INFO("call " << i << ": " << shown(facts));
            REQUIRE(differs.empty());
        }
    }
    CHECK(count >= 200'000);
}

TEST_CASE("the cheapest question and the whole answer agree on what comes first")
{
    CHEVET_SEEDED(random, 21);
    triage::RandomFacts calls(shippedRules(), random.next());
    for (int i = 0; i < 5'000; ++i) {
        const auto facts = calls.next();
        const auto answer = triage::recommend(shippedRules(), facts);
        const auto outcome = triage::decide(shippedRules(), facts);
        INFO(shown(facts));
        REQUIRE(triage::firstOf(shippedRules(), facts) == answer.first);
        REQUIRE(outcome.first == answer.first);
        REQUIRE(answer.meanwhile.has_value() == outcome.meanwhile);
        REQUIRE(answer.priority == outcome.priority);
        REQUIRE(answer.conditions == outcome.conditions[triage::indexOf(answer.first)]);
    }
}

TEST_CASE("the same call gets the same answer whoever parsed the rules")
{
    const auto again = triage::RuleSet::parse(shippedRulesText(), shippedRules().name());
    REQUIRE(again);
    CHEVET_SEEDED(random, 22);
    triage::RandomFacts calls(shippedRules(), random.next());
    for (int i = 0; i < 2'000; ++i) {
        const auto facts = calls.next();
        INFO(shown(facts));
        REQUIRE(triage::recommend(shippedRules(), facts) == triage::recommend(*again, facts));
    }
}
