// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to one case, from the call to its closing, as steps in time that are still to be written.
// Decisions come from the real rules; now and then the team decides otherwise, both ways.
#pragma once

#include "clinical/events.h"
#include "triage/rule_set.h"
#include "workflow/sample/call.h"
#include "workflow/sample/days.h"

#include <optional>
#include <string>
#include <vector>

namespace chevet::workflow::sample {

/// Indices into colleagues().
enum Who : std::size_t
{
    Nurse,
    SecondNurse,
    Physician,
    EnglishPhysician,
    Coordinator,
    Psychologist,
    SocialWorker
};

/// What the author of a step had seen of what it sets. Two who had seen nothing leave two values side by
/// side.
enum class Seen
{
    Everything,
    Nothing
};

/// Events of one author at one time, committed together.
struct Step
{
    Instant at;
    std::size_t author = Nurse;
    std::vector<clinical::EventBody> bodies;
    Seen seen = Seen::Everything;
    /// The last of the bodies is withdrawn a few minutes later, for this reason.
    std::string takenBack = {};
};

/// How the team decided.
struct Decision
{
    clinical::Recommendation proposal;
    clinical::Modality modality = clinical::Modality::SynchronousTeleExpertise;
    clinical::Priority priority = clinical::Priority::P3;
    Instant due;
    clinical::OwedSet owed;
};

/// What all courses of a sample share.
struct Stage
{
    Random& random;
    IdSource& ids;
    const triage::RuleSet& rules;
    Days days;
    const std::vector<MemberId>& members;
    const std::vector<std::pair<HomeId, clinical::Home>>& homes;
};

class Course
{
public:
    /// Adds to `steps`; `subject` is left as the case leaves the resident.
    Course(Stage& stage, Subject& subject, std::vector<Step>& steps);

    /// The whole of it. Returns the case.
    CaseId wholeCase(Situation situation, Instant received);

    // ---- its parts, for a queue that is made by hand ----

    enum class Deciding
    {
        AsProposed,
        MayOverride
    };
    CaseId receive(const Call& call, Instant received, std::size_t author);
    Decision decide(CaseId id, const Call& call, Instant at, std::size_t author, Deciding deciding);
    void receiveAndDecide(CaseId id, const Call& call, Instant received, std::size_t author,
                          Deciding deciding, Decision& decision);
    void assign(CaseId id, Instant at, std::optional<std::size_t> owner, std::size_t by = Coordinator);
    void attempt(CaseId id, Instant at, std::size_t by, clinical::AttemptOutcome outcome);
    void begin(CaseId id, Instant at, std::size_t by);
    void note(CaseId id, Instant at, std::size_t by, const Call& call);
    void followUp(CaseId id, Instant at, std::size_t by, const Call& call);
    void psychosocialNote(CaseId id, Instant at, std::size_t by);
    void defer(CaseId id, Instant at, std::size_t by, Instant until);
    void recordWishes(Instant at, std::size_t by);
    Step& add(Instant at, std::size_t author, std::vector<clinical::EventBody> bodies);

private:
    std::vector<clinical::EventBody> requestBodies(CaseId id, const Call& call, Instant received);
    std::vector<clinical::EventBody> decisionBodies(CaseId id, const Call& call, const Decision& decision,
                                                    clinical::OverrideReason reason);
    clinical::OverrideReason overrideDecision(Decision& decision);
    Instant untilAnswer(CaseId id, const Call& call, const Decision& decision, Instant received,
                        std::size_t intake, std::size_t who);
    void answer(CaseId id, const Call& call, const Decision& decision, Instant at);
    void happenings(CaseId id, const Call& call, Instant received, Instant closed);
    Instant close(CaseId id, const Call& call, const Decision& decision, Instant at, std::size_t by,
                  bool screened);
    std::size_t whoAnswers(const Call& call, clinical::Modality modality);
    std::string noteText(const Call& call, std::size_t by);

    Stage& m_stage;
    Random& m_random;
    Subject& m_subject;
    std::vector<Step>& m_steps;
};

} // namespace chevet::workflow::sample
