// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule set as values: the settings, the ladder, the rules beside it, the prerequisites of a
// teleconsultation, the priorities and the questions. What each means is in docs/TRIAGE.md; how they are read
// in rule_set.h.
#pragma once

#include "clinical/recommendation.h"
#include "triage/condition.h"
#include "triage/settings.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chevet::triage {

using Modalities = clinical::SetOf<clinical::Modality>;

/// 0 to 3 for arrays by modality.
inline constexpr std::size_t indexOf(clinical::Modality modality)
{
    return static_cast<std::size_t>(modality) - 1;
}

/// What a rule does when its condition is true.
struct Effects
{
    Modalities exclude;    ///< not to be done; never a visit, never a call between professionals
    Modalities neverFirst; ///< may support, follow or bridge; never a visit
    Modalities speaksFor;
    Modalities speaksStronglyFor;
    Modalities speaksAgainst;
    Modalities speaksStronglyAgainst;
    std::array<clinical::ConditionSet, 4> conditions; ///< by modality
    clinical::OwedSet owed;
    clinical::SetOf<clinical::AlsoConsider> consider;
    std::optional<clinical::Modality> then;
    std::optional<clinical::Priority> priority; ///< raises, never lowers
    std::optional<int> answerWithinMinutes;     ///< shortens the priority's own time, never lengthens it
    std::optional<clinical::Purpose> purpose;
    bool meanwhile = false; ///< a synchronous call bridges the visit

    bool operator==(const Effects&) const = default;
};

/// Where a rule comes from: the file that Chevet ships, or a team's overlay.
enum class Origin : std::uint8_t
{
    BuiltIn,
    Team
};

struct Rule
{
    std::string id;
    Expression when;
    Effects effects;
    clinical::LocalText reason;
    std::string source;
    bool safety = false; ///< a team's overlay may not loosen it
    Origin origin = Origin::BuiltIn;
    int line = 0;
    bool isOff = false; ///< a team has switched it off: it never speaks
    /// Reads `first`, `visit` or `teleconsultation`: speaks after the ladder, so it can't mark or raise.
    bool secondStage = false;
};

/// One rung of the ladder: the first whose condition is true, and whose modality is not ruled out, gives
/// `first`.
struct Rung
{
    Rule rule;
    int number = 0; ///< 1 to 8, as in the design
    clinical::Modality first = clinical::Modality::InPersonVisit;
    /// Rungs 7 and 8 speak only when they decide; the others also speak for their modality from below.
    bool onlyWhenDeciding() const { return number >= 7; }
};

/// What a teleconsultation needs. Every value that is neither met nor refused, and unknown, is a condition.
struct Prerequisite
{
    std::string id;
    clinical::Fact fact = clinical::Fact::Video;
    std::uint64_t met = 0;     ///< bits as Question::choices
    std::uint64_t refused = 0; ///< excludes the teleconsultation
    clinical::Condition condition = clinical::Condition::WorkingVideo;
    clinical::LocalText reasonRefused;
    clinical::LocalText reasonCondition;
    std::string source;
    int line = 0;
};

/// The bands in order, most urgent first: the first whose condition is true. The last has none.
struct PriorityBand
{
    clinical::Priority priority = clinical::Priority::P4;
    Rule rule;
};

struct Questions
{
    std::map<clinical::Motive, std::vector<clinical::Fact>> byMotive; ///< in the order of asking
    std::vector<clinical::Fact>
        pointlessWhenSeen; ///< not asked once it is known that the resident must be seen
    std::vector<clinical::Fact> pointlessWhenNotSeen; ///< … need not be seen
};

struct Rules
{
    std::string version;
    std::vector<std::string> overlays; ///< those that were laid over the file, in their order
    Settings settings;
    std::vector<Prerequisite> prerequisites;
    std::vector<Rung> ladder;
    std::vector<Rule> rules;
    std::vector<PriorityBand> priorities;
    Questions questions;
    /// Stands for a visit when every rung's modality is ruled out; that takes rules of a team's own.
    Rule fallback;
};

} // namespace chevet::triage
