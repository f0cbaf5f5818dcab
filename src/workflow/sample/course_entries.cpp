// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The entries of a course one by one: request, decision, attempts, notes.
#include "triage/recommend.h"
#include "workflow/sample/course.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

namespace chevet::workflow::sample {
namespace {

using namespace chevet::clinical;
using namespace std::chrono_literals;
using std::chrono::minutes;

const SituationWords* situationWords(Situation situation)
{
    switch (situation) {
    case Situation::Psychosocial: return &psychosocialWords();
    case Situation::Ethical: return &ethicalWords();
    case Situation::Conflict:
    case Situation::SymptomWithConflict: return &conflictWords();
    case Situation::Acute: return &acuteWords();
    case Situation::Dying: return &dyingWords();
    case Situation::Unclear: return &unclearWords();
    case Situation::Symptom: break;
    }
    return nullptr;
}

int minutesFor(Priority priority, const triage::Settings& settings)
{
    switch (priority) {
    case Priority::P1: return settings.p1AnswerMinutes;
    case Priority::P2: return settings.p2AnswerMinutes;
    case Priority::P3: return settings.p3AnswerMinutes;
    case Priority::P4: break;
    }
    return settings.p4AnswerMinutes;
}

bool isExcluded(const Recommendation& proposal, Modality modality)
{
    for (const auto& advice : proposal.modalities) {
        if (advice.modality == modality) {
            return advice.verdict == Verdict::Excluded;
        }
    }
    return true;
}

} // namespace

std::vector<EventBody> Course::requestBodies(CaseId id, const Call& call, Instant received)
{
    const auto& [homeId, home] = m_stage.homes[m_subject.home];
    RequestReceived request{.id = id,
                            .home = homeId,
                            .resident = m_subject.id,
                            .caller = call.caller.name,
                            .callerFunction = call.caller.function,
                            .callbackPhone = m_random.chance(70) ? home.phone : inventPhone(mobile, m_random),
                            .motives = call.facts.motives,
                            .receivedAt = received};
    return {std::move(request), FactsRecorded{id, call.facts, call.words}};
}

/// About one decision in ten is another than the proposal: upwards and downwards alike, never to what is
/// excluded.
OverrideReason Course::overrideDecision(Decision& decision)
{
    struct Otherwise
    {
        OverrideReason reason;
        Modality modality;
        int urgency; ///< priorities up (negative) or down
    };
    constexpr std::array choices{
        Otherwise{OverrideReason::KnownToTeam, Modality::InPersonVisit, 0},
        Otherwise{OverrideReason::HomePrefers, Modality::InPersonVisit, 0},
        Otherwise{OverrideReason::ResidentPrefers, Modality::InPersonVisit, 0},
        Otherwise{OverrideReason::NobodyCanCome, Modality::SynchronousTeleExpertise, 0},
        Otherwise{OverrideReason::MoreUrgent, Modality::SynchronousTeleExpertise, -1},
        Otherwise{OverrideReason::LessUrgent, Modality::SynchronousTeleExpertise, 1},
        Otherwise{OverrideReason::TechnicalReason, Modality::SynchronousTeleExpertise, 0},
        Otherwise{OverrideReason::Other, Modality::InPersonVisit, 0},
    };
    if (!m_random.chance(18)) {
        return OverrideReason::None;
    }
    const auto& choice = choices[m_random.weighted({16, 12, 10, 14, 14, 16, 12, 6})];
    const bool isDying =
        decision.proposal.priority == Priority::P1 && decision.proposal.first == Modality::InPersonVisit;
    if (isDying || isExcluded(decision.proposal, choice.modality)) {
        return OverrideReason::None;
    }
    const auto level = std::clamp(static_cast<int>(decision.priority) + choice.urgency, 1, 4);
    if (choice.modality == decision.modality && level == static_cast<int>(decision.priority)) {
        return OverrideReason::None;
    }
    decision.modality = choice.modality;
    decision.priority = static_cast<Priority>(level);
    return choice.reason;
}

std::vector<EventBody> Course::decisionBodies(CaseId id, const Call& call, const Decision& decision,
                                              OverrideReason reason)
{
    const bool overridden = reason != OverrideReason::None;
    const auto& proposal = decision.proposal;
    TriageReasoned reasoned{.id = id,
                            .facts = call.facts,
                            .recommendation = proposal,
                            .decided = decision.modality,
                            .decidedPriority = decision.priority,
                            .overrideReason = reason,
                            .words = {},
                            .evaluator = std::string(triage::evaluatorVersion),
                            .ownReason = {}};
    if (overridden && m_random.chance(70)) {
        reasoned.words = m_random.oneOf(overrideWords(reason));
    }
    TriageDecided decided{.id = id,
                          .modality = decision.modality,
                          .meanwhile = overridden && decision.modality != Modality::InPersonVisit
                                           ? std::nullopt
                                           : proposal.meanwhile,
                          .then = proposal.then == decision.modality ? std::nullopt : proposal.then,
                          .priority = decision.priority,
                          .due = decision.due,
                          .owed = decision.owed,
                          .overridden = overridden};
    return {decided, std::move(reasoned)};
}

CaseId Course::receive(const Call& call, Instant received, std::size_t author)
{
    const auto id = m_stage.ids.make<CaseId>();
    add(received + minutes(m_random.between(1, 3)), author, requestBodies(id, call, received));
    return id;
}

void Course::receiveAndDecide(CaseId id, const Call& call, Instant received, std::size_t author,
                              Deciding deciding, Decision& decision)
{
    auto bodies = requestBodies(id, call, received);
    decision = decide(id, call, received, author, deciding);
    // Request and decision were one intake: its step takes the decision's place.
    auto& step = m_steps.back();
    step.at = received + minutes(m_random.between(1, 4));
    step.bodies.insert(step.bodies.begin(), std::make_move_iterator(bodies.begin()),
                       std::make_move_iterator(bodies.end()));
}

Decision Course::decide(CaseId id, const Call& call, Instant at, std::size_t author, Deciding deciding)
{
    Decision decision;
    decision.proposal = triage::recommend(m_stage.rules, call.facts);
    decision.modality = decision.proposal.first;
    decision.priority = decision.proposal.priority;
    decision.owed = decision.proposal.owed;
    const auto reason = deciding == Deciding::MayOverride ? overrideDecision(decision) : OverrideReason::None;
    const auto within = decision.priority == decision.proposal.priority
                            ? decision.proposal.answerWithinMinutes
                            : minutesFor(decision.priority, m_stage.rules.rules().settings);
    decision.due = at + minutes(within);
    add(at, author, decisionBodies(id, call, decision, reason));
    return decision;
}

void Course::assign(CaseId id, Instant at, std::optional<std::size_t> owner, std::size_t by)
{
    add(at, by, {RequestAssigned{id, owner ? std::optional(m_stage.members[*owner]) : std::nullopt}});
}

void Course::attempt(CaseId id, Instant at, std::size_t by, AttemptOutcome outcome)
{
    AttemptMade made{.id = id, .at = at, .outcome = outcome, .callBackFrom = {}, .callBackUntil = {}};
    if (outcome != AttemptOutcome::Reached && m_random.chance(60)) {
        made.callBackFrom = at + 10min;
        made.callBackUntil = at + minutes(m_random.between(20, 60));
    }
    add(at, by, {made});
}

void Course::begin(CaseId id, Instant at, std::size_t by)
{
    add(at, by, {StateChanged{id, CaseState::InProgress, {}, {}, {}}});
}

std::string Course::noteText(const Call& call, std::size_t by)
{
    const auto about = m_subject.told(call.facts.severity.value_or(0));
    const auto* situation = situationWords(call.situation);
    const auto* symptom = call.facts.symptom ? &wordsOf(*call.facts.symptom) : nullptr;
    if (colleagues()[by].writesEnglish) {
        return told(m_random.oneOf(situation != nullptr ? situation->english : symptom->english), about);
    }
    std::string text;
    if (situation != nullptr) {
        text = told(m_random.oneOf(situation->notes), about);
    }
    if (symptom != nullptr && call.situation != Situation::Dying) {
        text += (text.empty() ? "" : "\n") + told(m_random.oneOf(symptom->findings), about);
        text += "\n" + told(m_random.oneOf(symptom->advice), about);
    }
    if (m_random.chance(70)) {
        text += "\n" + told(m_random.oneOf(commonWords().closings), about);
    }
    return text;
}

void Course::note(CaseId id, Instant at, std::size_t by, const Call& call)
{
    add(at, by, {NoteAdded{id, noteText(call, by)}});
}

void Course::followUp(CaseId id, Instant at, std::size_t by, const Call& call)
{
    if (by == Psychologist || by == SocialWorker) {
        psychosocialNote(id, at, by);
        return;
    }
    const auto* situation = situationWords(call.situation);
    const auto lines = situation != nullptr ? situation->followUps
                                            : wordsOf(call.facts.symptom.value_or(Symptom::Other)).followUps;
    auto text = told(m_random.oneOf(lines), m_subject.told(call.facts.severity.value_or(0)));
    if (m_random.chance(40)) {
        text += " " + told(m_random.oneOf(commonWords().closings), m_subject.told());
    }
    add(at, by, {NoteAdded{id, std::move(text)}});
}

void Course::psychosocialNote(CaseId id, Instant at, std::size_t by)
{
    const auto& words = commonWords();
    const auto lines = by == SocialWorker ? words.socialWorkerNotes : words.psychologistNotes;
    add(at, by, {PsychosocialNoteAdded{id, told(m_random.oneOf(lines), m_subject.told())}});
}

void Course::defer(CaseId id, Instant at, std::size_t by, Instant until)
{
    add(at, by, {RequestDeferred{id, until, std::string(m_random.oneOf(commonWords().deferReasons))}});
}

} // namespace chevet::workflow::sample
