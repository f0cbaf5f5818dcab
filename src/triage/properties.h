// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must hold for every call, whatever the rules: safety properties, written in the rules' own condition
// language (resources/triage/properties.toml). A team may add some and remove none.
#pragma once

#include "foundation/result.h"
#include "triage/recommend.h"
#include "triage/rule.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::triage {

/// What the answer must show whenever the property's condition is true. Empty sets ask for nothing.
struct Expectation
{
    Modalities first;       ///< one of these comes first
    Modalities notFirst;    ///< none of these does
    Modalities excluded;    ///< all of these are
    Modalities notExcluded; ///< none of these is
    clinical::SetOf<clinical::Priority> priority;
    std::optional<int> answerWithinMinutes; ///< or sooner
    std::optional<bool> meanwhile;
    std::optional<clinical::Modality> then;
    clinical::OwedSet owed;
    clinical::OwedSet notOwed;
    std::array<clinical::ConditionSet, 4> conditions;        ///< by modality, unless it is excluded
    std::array<clinical::ConditionSet, 4> withoutConditions; ///< by modality

    bool operator==(const Expectation&) const = default;
};

struct Property
{
    std::string id;
    Expression when; ///< about facts and what the evaluation derives
    Expectation must;
    clinical::LocalText reason;
    std::string source;
    int line = 0;
    /// Says that the rules ask for no more than they have to; a team's own rules may ask for more.
    bool shippedOnly = false;
};

/// Learning this fact never lowers the modality's verdict, whatever else is known.
struct Leaning
{
    std::string id;
    Question learnt; ///< one fact, not the motives, and the values that speak for the modality
    clinical::Modality modality = clinical::Modality::InPersonVisit;
    clinical::LocalText reason;
    std::string source;
    int line = 0;
};

/// Thresholds may name a setting, whose value is that of the rules in question. Errors as RuleSet::parse.
Result<std::vector<Property>> parseProperties(std::string_view text, const Settings& settings);
/// Those of the text, and those that overlays add; an overlay that has one under a known id is refused
/// (RuleDuplicate): properties are added, never changed.
Result<std::vector<Property>> parseProperties(std::string_view text, const std::vector<std::string>& overlays,
                                              const Settings& settings);
/// Of the same text. Errors as parseProperties.
Result<std::vector<Leaning>> parseLeanings(std::string_view text, const Settings& settings);

/// Whether the property is about these rules at all.
bool concerns(const Property& property, const Rules& rules);

/// Whether the answer shows what is expected; whether the condition is true is not asked here.
bool isMet(const Expectation& must, const Outcome& outcome);

struct Evaluation;
class CompiledRules;
/// Whether the property is about this call; `compiled` has its condition at `index` among the further ones.
bool isAbout(const CompiledRules& compiled, std::size_t index, const clinical::Facts& facts,
             const Evaluation& evaluation);

} // namespace chevet::triage
