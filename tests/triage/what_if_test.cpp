// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// would_change is complete and sound, silent rules can speak, assumptions are what the answer rests on:
// against every value of every fact, one by one.

#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "triage/plain_answer.h"
#include "triage/recommend.h"
#include "triage/sampling.h"
#include "triage/triage_support.h"

#include <algorithm>
#include <functional>
#include <set>

using namespace chevet;
using namespace chevet::test;
using clinical::Fact;
using clinical::FactChange;
using clinical::Facts;
using clinical::FactType;
using clinical::FactValue;
using clinical::Modality;

namespace {

/// Every value that a fact may be changed to; of wide numbers the small ones, and both sides of every number
/// that occurs in the design.
std::vector<FactValue> everyValue(const Facts& facts, const clinical::FactDescription& about)
{
    std::vector<FactValue> values;
    switch (about.type) {
    case FactType::YesNo: return {false, true};
    case FactType::Text:
        if (!clinical::isKnown(facts, about.fact)) {
            values.emplace_back(true);
        }
        return values;
    case FactType::Word:
        for (const auto word : clinical::wordsOf(about.fact)) {
            values.emplace_back(std::string(word));
        }
        return values;
    case FactType::Motives:
        for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
            auto motives = facts.motives;
            motives.has(motive) ? motives.erase(motive) : motives.insert(motive);
            if (!motives.empty()) {
                values.emplace_back(motives);
            }
        }
        return values;
    case FactType::Number: break;
    }
    for (int number = about.lowest; number <= std::min(about.highest, 26); ++number) {
        values.emplace_back(number);
    }
    for (const int number : {47, 48, 59, 60, 61, 72, 120, 1000, 1440, 8760}) {
        if (number > 26 && number <= about.highest) {
            values.emplace_back(number);
        }
    }
    return values;
}

Facts with(Facts facts, Fact fact, const FactValue& value)
{
    if (fact == Fact::Objective && std::holds_alternative<bool>(value)) {
        facts.objective = "what is to be settled";
    } else {
        const auto set = clinical::setValue(facts, fact, value);
        REQUIRE(set);
    }
    return facts;
}

/// Whether two values of a number get the same answer to everything: they need one entry only.
bool isCovered(const std::vector<FactChange>& changes, Fact fact, const FactValue& value, Modality first)
{
    const bool isNumber = clinical::describe(fact).type == FactType::Number;
    return std::any_of(changes.begin(), changes.end(), [&](const FactChange& change) {
        return change.fact == fact && change.first == first && (isNumber || change.value == value);
    });
}

std::string speakers(const clinical::Recommendation& answer)
{
    std::set<std::string> rules;
    for (const auto& modality : answer.modalities) {
        for (const auto& reason : modality.reasons) {
            rules.insert(reason.rule);
        }
    }
    for (const auto& reason : answer.furtherReasons) {
        rules.insert(reason.rule);
    }
    std::string all;
    for (const auto& rule : rules) {
        all += '|' + rule + '|';
    }
    return all;
}

bool canSpeak(const clinical::SilentRule& silent, const Facts& facts, std::size_t from)
{
    if (from == silent.missing.size()) {
        const auto answer = triage::recommend(shippedRules(), facts);
        return speakers(answer).find('|' + silent.rule + '|') != std::string::npos;
    }
    const auto fact = silent.missing[from];
    const auto values = everyValue(facts, clinical::describe(fact));
    return std::any_of(values.begin(), values.end(), [&](const FactValue& value) {
        return canSpeak(silent, with(facts, fact, value), from + 1);
    });
}

} // namespace

TEST_CASE("applying an entry of would_change gives its first and no single change is missing")
{
    CHEVET_SEEDED(random, 30);
    triage::RandomFacts calls(shippedRules(), random.next());
    const int count = scaled(10'000, 50'000);
    std::size_t entries = 0;
    for (int i = 0; i < count; ++i) {
        const auto facts = calls.next();
        const auto answer = triage::recommend(shippedRules(), facts);
        entries += answer.wouldChange.size();
        for (const auto& change : answer.wouldChange) {
            const auto first = plainAnswer(with(facts, change.fact, change.value)).first;
            if (first != change.first || change.first == answer.first) {
                INFO(clinical::describe(change.fact).name << " of " << shown(facts));
                REQUIRE(first == change.first);
                REQUIRE(change.first != answer.first);
            }
        }
        for (const auto& about : clinical::allFacts) {
            for (const auto& value : everyValue(facts, about)) {
                const auto first = plainAnswer(with(facts, about.fact, value)).first;
                if (first != answer.first && !isCovered(answer.wouldChange, about.fact, value, first)) {
                    INFO("missing: " << about.name << " of " << shown(facts));
                    REQUIRE(false);
                }
            }
        }
    }
    CHECK(entries > static_cast<std::size_t>(count)); // otherwise it would have looked at nothing
}

TEST_CASE("would_change names each value once and of a number the nearest")
{
    const auto answer = triage::recommend(
        shippedRules(),
        facts("motives = ['symptom'], conflict = false, dying = false, must_be_seen = false, severity = 9, "
              "documents = true, answer_needed_within_hours = 48"));
    REQUIRE(answer.first == Modality::SynchronousTeleExpertise);
    std::vector<int> severities;
    for (const auto& change : answer.wouldChange) {
        if (change.fact == Fact::Severity) {
            severities.push_back(std::get<int>(change.value));
            CHECK(change.first == Modality::AsynchronousTeleExpertise);
        }
    }
    REQUIRE_FALSE(severities.empty());
    CHECK(*std::max_element(severities.begin(), severities.end()) == 6);
    CHECK(std::set<int>(severities.begin(), severities.end()).size() == severities.size());
}

TEST_CASE("forgetting a fact is no change")
{
    const auto answer = triage::recommend(shippedRules(), facts("motives = ['psychosocial'], dying = true"));
    for (const auto& change : answer.wouldChange) {
        CHECK_FALSE(std::holds_alternative<std::monostate>(change.value));
    }
}

TEST_CASE("a silent rule speaks once its missing facts take some value")
{
    CHEVET_SEEDED(random, 31);
    triage::RandomFacts calls(shippedRules(), random.next());
    std::set<std::string> heard;
    const int count = scaled(10'000, 10'000);
    for (int i = 0; i < count; ++i) {
        const auto facts = calls.next();
        const auto answer = triage::recommend(shippedRules(), facts);
        for (const auto& silent : answer.silentRules) {
            INFO(silent.rule << " in " << shown(facts));
            REQUIRE_FALSE(silent.missing.empty());
            for (const auto fact : silent.missing) {
                REQUIRE_FALSE(clinical::isKnown(facts, fact));
            }
            // three missing numbers are a thousand combinations: each rule is followed a few hundred times at
            // most
            const bool isWide = silent.missing.size() > 3;
            if (isWide && heard.count(silent.rule) > 0) {
                continue;
            }
            heard.insert(silent.rule);
            REQUIRE(canSpeak(silent, facts, 0));
        }
    }
    CHECK(heard.size() > 25);
}

TEST_CASE("a silent rule does not speak and a rule that speaks is not silent")
{
    CHEVET_SEEDED(random, 32);
    triage::RandomFacts calls(shippedRules(), random.next());
    for (int i = 0; i < 5'000; ++i) {
        const auto facts = calls.next();
        const auto answer = triage::recommend(shippedRules(), facts);
        const auto spoken = speakers(answer);
        for (const auto& silent : answer.silentRules) {
            INFO(silent.rule << " in " << shown(facts));
            REQUIRE(spoken.find('|' + silent.rule + '|') == std::string::npos);
        }
    }
}

TEST_CASE("nothing is silent when every fact is known")
{
    const auto answer = triage::recommend(
        shippedRules(),
        facts("motives = ['symptom'], symptom = 'pain', severity = 5, dying = false, context = 'follow_up', "
              "seen_in_person = true, must_be_seen = true, needs_examination = false, objective = 'x', "
              "bedside = 'nurse', "
              "video = true, documents = true, consent = 'given', addressed_to = 'team', conflict = false, "
              "painful_nursing_care = true, pca_pump = false, video_distressing = false, respite_needed = "
              "false, "
              "travel_minutes = 40, visit_possible_within_hours = 5, answer_needed_within_hours = 4, "
              "visitor_infectious = false, remote_contacts_since_visit = 0, home_trained = true, "
              "home_agreement = true"));
    CHECK(answer.silentRules.empty());
    CHECK(answer.assumed.empty());
    CHECK(answer.conditions.empty());
}

TEST_CASE("assuming what is assumed leaves what comes first and the priority as they are")
{
    CHEVET_SEEDED(random, 33);
    triage::RandomFacts calls(shippedRules(), random.next());
    std::set<Fact> assumed;
    for (int i = 0; i < 10'000; ++i) {
        const auto facts = calls.next();
        const auto answer = triage::recommend(shippedRules(), facts);
        for (const auto& assumption : answer.assumed) {
            assumed.insert(assumption.fact);
            INFO(clinical::describe(assumption.fact).name << " of " << shown(facts));
            REQUIRE_FALSE(clinical::isKnown(facts, assumption.fact));
            const auto filled = triage::decide(shippedRules(), with(facts, assumption.fact, assumption.as));
            REQUIRE(filled.priority == answer.priority);
            // a written answer takes knowing that the resident is not dying, not taking it so
            const bool isWritten = filled.first == Modality::AsynchronousTeleExpertise;
            const bool takesKnowing = assumption.fact == Fact::Dying && isWritten;
            REQUIRE((takesKnowing || filled.first == answer.first));
        }
    }
    CHECK(assumed.size() >= 7);
}

TEST_CASE("an assumption is named where another value would change what comes first")
{
    struct Row
    {
        const char* facts;
        Fact fact;
        FactValue as;
    };
    const std::vector<Row> rows{
        {"dying = false", Fact::Motives, clinical::MotiveSet{clinical::Motive::Unclear}},
        {"motives = ['symptom']", Fact::Dying, false},
        {"motives = ['symptom']", Fact::Severity, 7},
        {"motives = ['symptom']", Fact::MustBeSeen, false},
        {"motives = ['symptom']", Fact::NeedsExamination, false},
        {"motives = ['symptom']", Fact::Conflict, false},
        {"motives = ['symptom']", Fact::AddressedTo, std::string("team")},
        {"motives = ['symptom'], conflict = false, dying = false, must_be_seen = false, severity = 3, "
         "answer_needed_within_hours = 48",
         Fact::Documents, false},
    };
    for (const auto& row : rows) {
        INFO(row.facts << " assumes " << clinical::describe(row.fact).name);
        const auto answer = triage::recommend(shippedRules(), facts(row.facts));
        const clinical::Assumption expected{row.fact, row.as};
        CHECK(std::count(answer.assumed.begin(), answer.assumed.end(), expected) == 1);
    }
}

TEST_CASE("nothing is assumed about what could not change the answer")
{
    const auto answer =
        triage::recommend(shippedRules(), facts("motives = ['symptom'], severity = 5, dying = true"));
    CHECK(answer.assumed.empty());
}
