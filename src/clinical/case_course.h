// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How one request went, for the study of what influences the answer (docs/STUDY.md). It has no place for who
// did what: no figure about a person's work can be made of it.
#pragma once

#include "clinical/facts.h"
#include "clinical/record_words.h"
#include "foundation/clock.h"
#include "foundation/ids.h"

#include <optional>
#include <vector>

namespace chevet::clinical {

/// A proposal and what was decided upon it.
struct CourseDecision
{
    Instant at;
    Facts facts;
    Modality proposed = Modality::SynchronousTeleExpertise;
    Priority proposedPriority = Priority::P3;
    int answerWithinMinutes = 0; ///< as proposed
    Modality decided = Modality::SynchronousTeleExpertise;
    Priority decidedPriority = Priority::P3;
    OverrideReason reason = OverrideReason::None;
    std::string ownReason; ///< of the team, if it is one of those

    bool operator==(const CourseDecision&) const = default;
};

struct CourseDeferral
{
    Instant at;
    Instant until;

    bool operator==(const CourseDeferral&) const = default;
};

struct CaseCourse
{
    HomeId home;
    MotiveSet motives; ///< as corrected
    Instant receivedAt;
    /// When somebody of the team first spoke with the home or went on with the case: an attempt that reached
    /// somebody, an answer begun, a change of mode, a visit done, or the case closed.
    std::optional<Instant> firstAnswer;
    std::vector<CourseDeferral> deferrals;
    std::vector<CourseDecision> decisions; ///< oldest first; those that were taken back are left out
    int unreadableDecisions = 0;           ///< this device does not hold the key of their reasons
    std::optional<Modality> answeredBy;    ///< the last decision's modality, or what it went on as
    bool merged = false;                   ///< goes on in another request
    bool closed = false;
    TransferOutcome transfer = TransferOutcome::NotInQuestion; ///< if closed
    bool noVisitNeeded = false;                                ///< if closed: a screening has shown it

    bool operator==(const CaseCourse&) const = default;
};

} // namespace chevet::clinical
