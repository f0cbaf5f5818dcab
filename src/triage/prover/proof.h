// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is claimed of a rule set, over every combination of facts, and whether it is so. A violation comes
// with the fewest facts that show it, and is accused only if the evaluator, asked about these facts, shows it
// too.
#pragma once

#include "clinical/facts.h"
#include "triage/properties.h"
#include "triage/rule_set.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::triage {

/// What kind of claim a finding is about.
enum class Claim : std::uint8_t
{
    OneFirst,   ///< one modality comes first, and it is not ruled out
    Reachable,  ///< each modality comes first for some call
    Property,   ///< a safety property holds wherever its condition is true, which is somewhere
    Speaks,     ///< a rule, rung or priority speaks for some call
    Matters,    ///< without it some call would be answered otherwise, reasons aside
    Consistent, ///< no two parts of an answer contradict each other
    Monotone,   ///< worse, unknown, farther: never milder, slower, remoter
    Leaning,    ///< a fact that speaks for a modality never lowers its verdict
    WouldChange ///< no fact changes `first` that would_change leaves out
};

std::string_view nameOf(Claim claim);

struct Finding
{
    enum class Result : std::uint8_t
    {
        Holds,
        Violated,
        NotFinished,
        Disputed ///< the formulas say violated and the evaluator does not: a fault of the prover
    };
    Claim claim = Claim::OneFirst;
    std::string id; ///< of the property or rule; the claim's own name for what has no id
    Result result = Result::Holds;
    /// Of a violation the fewest facts; none where it is that no facts do something.
    std::optional<clinical::Facts> facts;
    /// Where the claim is about two calls: the fact in which the second differs, and its value there.
    std::optional<clinical::Fact> changed;
    clinical::FactValue changedTo;
    double milliseconds = 0;
};

struct Proof
{
    double combinations = 0;
    std::size_t claims = 0;
    std::size_t violated = 0;
    std::size_t notFinished = 0;
    std::size_t disputed = 0;

    bool isProven() const { return violated + notFinished + disputed == 0; }
};

struct ProofPlan
{
    std::chrono::steady_clock::time_point deadline;
    /// Goes on after the first violation.
    bool findsAll = true;
};

/// Tells of every finding as it is made.
Proof prove(const RuleSet& rules, const std::vector<Property>& properties,
            const std::vector<Leaning>& leanings, const ProofPlan& plan,
            const std::function<void(const Finding&)>& tell);

/// Where two rule sets answer differently.
struct Difference
{
    std::string aspect; ///< first, priority, conditions …
    Finding::Result result = Finding::Result::Holds;
    std::optional<clinical::Facts> facts; ///< the fewest that show it
};

/// One for each aspect of an answer, reasons aside. Holds: they never differ in it.
std::vector<Difference> compare(const RuleSet& before, const RuleSet& after,
                                std::chrono::steady_clock::time_point deadline);

} // namespace chevet::triage
