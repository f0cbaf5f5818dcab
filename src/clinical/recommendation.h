// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The answer of triage: four modalities in order with their reasons, what bridges, what follows, what is
// assumed and what would change it (design, section 4). A value; a person decides.
#pragma once

#include "clinical/facts.h"
#include "clinical/terms.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace chevet::clinical {

struct LocalText
{
    std::string english;
    std::string french;

    bool operator==(const LocalText&) const = default;
};

/// Why a modality stands where it stands.
struct Reason
{
    std::string rule; ///< the rule's id
    std::string
        effect; ///< "recommends", "excludes", "never_first", "speaks_for", "speaks_strongly_against" …
    LocalText text;
    std::string
        source; ///< "000:374": file and line of the passage it stands on; "team" for a team's own rule

    bool operator==(const Reason&) const = default;
};

struct ModalityAdvice
{
    Modality modality = Modality::InPersonVisit;
    Verdict verdict = Verdict::Possible;
    int score = 0; ///< orders within a verdict; never shown
    ConditionSet conditions;
    std::vector<Reason> reasons; ///< empty only for Possible

    bool operator==(const ModalityAdvice&) const = default;
};

struct Assumption
{
    Fact fact = Fact::Dying;
    FactValue as;

    bool operator==(const Assumption&) const = default;
};

/// A rule that would have spoken, had the facts been known.
struct SilentRule
{
    std::string rule;
    std::vector<Fact> missing;

    bool operator==(const SilentRule&) const = default;
};

/// Setting this one fact to this value makes `first` come first instead. For Objective the value is `true`:
/// any text. For Motives it is the whole set after one motive was added or taken away.
struct FactChange
{
    Fact fact = Fact::Dying;
    FactValue value;
    Modality first = Modality::InPersonVisit;

    bool operator==(const FactChange&) const = default;
};

struct RuleSetName
{
    std::string version;
    std::string hash; ///< SHA-256 of the rules' text and overlays, hexadecimal

    bool operator==(const RuleSetName&) const = default;
};

struct Recommendation
{
    Modality first = Modality::SynchronousTeleExpertise;
    std::optional<Modality> meanwhile; ///< the call that bridges until `first` can happen; only synchronous
    std::optional<Modality> then;
    Purpose purpose = Purpose::Care;
    Priority priority = Priority::P3;
    int answerWithinMinutes = 0;
    std::array<ModalityAdvice, 4> modalities;
    ConditionSet conditions; ///< those of `first`
    OwedSet owed;
    SetOf<AlsoConsider> alsoConsider;
    std::vector<Assumption> assumed;
    std::vector<SilentRule> silentRules;
    std::vector<FactChange> wouldChange;
    RuleSetName rules;
    /// Reasons that belong to no single modality: for `meanwhile`, `then`, `priority`, `owed`,
    /// `also_consider`.
    std::vector<Reason> furtherReasons;

    bool operator==(const Recommendation&) const = default;
};

} // namespace chevet::clinical
