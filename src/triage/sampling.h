// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks for a call that a rule set answers wrongly, by trying very many. It finds faults; it proves nothing:
// whoever shows its result says "sampled, not proven".
#pragma once

#include "clinical/facts.h"
#include "triage/properties.h"
#include "triage/rule_set.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chevet::triage {

struct SamplingPlan
{
    std::uint64_t seed = 1;
    std::uint64_t combinations = 1'000'000; ///< random ones; both sides of every threshold come on top
    std::uint64_t perThreshold = 500;       ///< random surroundings for each side of each threshold
    std::uint64_t wholeAnswerEvery = 20;    ///< the words and would_change are looked at once in so many
};

struct Violation
{
    std::string check; ///< a property's id, or the name of a check below
    clinical::Facts
        facts; ///< the fewest known facts that still show it, as far as leaving out one by one finds them
};

/// The checks beside the properties: `one_first`, `order`, `reasons`, `severity_never_lowers_priority`,
/// `unknown_is_never_slower`, `distance_never_decides`, `would_change`.
struct SamplingReport
{
    std::uint64_t seed = 0;
    std::uint64_t combinations = 0;
    std::uint64_t thresholdCases = 0;
    std::uint64_t wholeAnswers = 0;
    std::vector<Violation> violations;    ///< one for each check that failed
    std::vector<std::string> neverSpoke;  ///< rules and rungs that no combination made speak
    std::vector<std::string> neverTested; ///< properties whose condition was never true

    bool isClean() const { return violations.empty() && neverSpoke.empty() && neverTested.empty(); }
};

/// The same seed gives the same report, on every machine. Takes seconds; may run on any thread.
SamplingReport sampleRules(const RuleSet& rules, const std::vector<Property>& properties,
                           const SamplingPlan& plan);

/// Random facts, the same for the same state everywhere: the share of unknown ones varies between none and 80
/// %, numbers lie near the rules' thresholds half of the time.
class RandomFacts
{
public:
    RandomFacts(RuleSet rules, std::uint64_t seed) : m_rules(std::move(rules)), m_state(seed) {}

    clinical::Facts next();
    std::uint64_t below(std::uint64_t count);

private:
    std::uint64_t bits();
    clinical::FactValue value(const clinical::FactDescription& about);
    int number(const clinical::FactDescription& about);

    RuleSet m_rules;
    std::uint64_t m_state;
};

} // namespace chevet::triage
