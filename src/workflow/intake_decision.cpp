// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the proposal to the decision: one append, then "saved". The draft goes only when the decision is on
// the disk.
#include "workflow/intake.h"
#include "workflow/store/intake_self.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

using clinical::Modality;
using clinical::OverrideReason;
using clinical::Priority;

namespace {

/// Minutes within which an answer is due under the priority that was decided. A time that a rule proposed
/// holds, unless somebody found the call less urgent than proposed; the caller's own limit holds always.
int minutesToAnswer(Priority priority, const clinical::Recommendation& proposal,
                    const triage::Settings& settings, const clinical::Facts& facts)
{
    constexpr int minutesAnHour = 60;
    const int own = triage::answerMinutes(settings, priority);
    const int minutes = priority <= proposal.priority ? std::min(own, proposal.answerWithinMinutes) : own;
    return facts.answerNeededWithinHours ? std::min(minutes, *facts.answerNeededWithinHours * minutesAnHour)
                                         : minutes;
}

} // namespace

void Intake::accept()
{
    const auto& proposal = m_self->proposal();
    m_self->decide({proposal.first, proposal.priority, OverrideReason::None, {}, {}});
}

void Intake::decideOtherwise(Modality modality, Priority priority, const OverrideChoice& choice,
                             const QString& words)
{
    const auto& proposal = m_self->proposal();
    if (modality == proposal.first && priority == proposal.priority) {
        m_self->decide({modality, priority, OverrideReason::None, words.trimmed().toStdString(), {}});
        return;
    }
    const auto why = choice.reason == OverrideReason::None ? OverrideReason::Other : choice.reason;
    m_self->decide({modality, priority, why, words.trimmed().toStdString(),
                    why == OverrideReason::Other ? choice.own.toStdString() : std::string()});
}

/// Why this can't be decided now; nothing if it can.
std::optional<Sentence> Intake::Self::objectionTo(const Decision& decision)
{
    const auto missing = intake.missing();
    if (!missing.empty()) {
        return missing.front();
    }
    if (room->facts().isReadOnly) {
        return sentenceFor({ErrorCode::ReadOnly, {}, 0});
    }
    if (draft.again && !intake.openRequest()) {
        return Sentence{said(QT_TRANSLATE_NOOP("Sentences", "This case is no longer open.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Open it again first, then triage it."))};
    }
    const auto consent = allFacts().consent;
    const bool isRefused = consent == clinical::Consent::Refused || consent == clinical::Consent::Paused;
    if (decision.modality == Modality::Teleconsultation && isRefused) {
        return Sentence{
            said(QT_TRANSLATE_NOOP("Sentences", "The resident has not consented to teleconsultation.")),
            said(QT_TRANSLATE_NOOP("Sentences", "Record a new consent first, or choose another answer."))};
    }
    return std::nullopt;
}

void Intake::Self::decide(const Decision& decision)
{
    if (stage != Stage::Asking || !room) {
        return;
    }
    if (const auto objection = objectionTo(decision)) {
        Q_EMIT intake.refused(*objection);
        return;
    }
    const auto open = draft.joins ? intake.openRequest() : std::nullopt;
    const auto caseId = open ? open->id : draft.caseId;
    DeskRoom::Action action;
    action.done = said(QT_TRANSLATE_NOOP("Sentences", "Decided: %1, %2"))
                      .arg(shortWord(decision.modality), code(decision.priority));
    action.events = open ? joinedCase(decision, *open) : newCase(decision);
    action.whenTakenBack = whenTakenBack();
    action.finishes = id; // so that a call that was saved is never found again as a draft
    if (!open) {
        // The case's id is ours and random: if it is in the journal, this very decision is.
        action.landed = [caseId](const casebook::Casebook& casebook) {
            return casebook.caseView(caseId).has_value();
        };
    }
    saveTimer.stop();
    stage = Stage::Deciding;
    room->append(&intake, action, [this, caseId](const Result<casebook::Appended>& answer) {
        if (answer) {
            decided(caseId);
            return;
        }
        stage = Stage::Asking; // everything typed is still here, to be tried again
        isDirty = true;
        saveTimer.start(autosaveMillis);
        Q_EMIT intake.refused(sentenceFor(answer.error()));
    });
}

void Intake::Self::decided(const CaseId& caseId)
{
    stage = Stage::Decided;
    room->dropDraft(id);
    Q_EMIT intake.decided(caseId);
    Q_EMIT intake.changed();
}

/// A decision taken back leaves the call unfinished, not lost: its draft returns, for a case of a new id.
std::function<void()> Intake::Self::whenTakenBack() const
{
    auto again = draft;
    again.title = title().toStdString();
    return [room = room, again]() mutable {
        if (room) {
            again.caseId = room->makeId<CaseId>();
            again.lastTouched = room->now();
            room->keepDraft(nullptr, room->makeId<DraftId>(), again);
        }
    };
}

// ---- the events ----

clinical::TriageDecided Intake::Self::decidedBody(const CaseId& caseId, const Decision& decision)
{
    const auto& proposed = proposal();
    clinical::TriageDecided body;
    body.id = caseId;
    body.modality = decision.modality;
    body.priority = decision.priority;
    body.overridden = decision.modality != proposed.first || decision.priority != proposed.priority;
    // A call bridges only to something later than itself.
    if (decision.modality == Modality::InPersonVisit || decision.modality == proposed.first) {
        body.meanwhile = proposed.meanwhile;
    }
    if (proposed.then != decision.modality) {
        body.then = proposed.then;
    }
    body.owed = proposed.owed;
    if (const auto open = draft.joins ? intake.openRequest() : std::nullopt) {
        // What is still owed stays so; but a triage with a motive is the one that was owed.
        auto left = open->owed;
        left.erase(clinical::Owed::Retriage);
        body.owed = clinical::OwedSet::ofBits(body.owed.bits() | left.bits());
    }
    const auto minutes = minutesToAnswer(decision.priority, proposal(), rules().rules().settings, allFacts());
    body.due = draft.startedAt + std::chrono::minutes(minutes);
    return body;
}

void Intake::Self::addDecision(std::vector<casebook::NewEvent>& events, const CaseId& caseId,
                               const Decision& decision)
{
    clinical::TriageReasoned reasoned;
    reasoned.id = caseId;
    reasoned.facts = allFacts();
    reasoned.recommendation = proposal();
    reasoned.decided = decision.modality;
    reasoned.decidedPriority = decision.priority;
    reasoned.overrideReason = decision.reason;
    reasoned.words = decision.words;
    reasoned.ownReason = decision.ownReason;
    reasoned.evaluator = std::string(triage::evaluatorVersion);
    events.push_back({decidedBody(caseId, decision)});
    events.push_back({std::move(reasoned)});
    if (auto rules = room->rulesToAdopt(proposal().rules)) {
        events.insert(events.begin(), {std::move(*rules)});
    }
}

std::vector<casebook::NewEvent> Intake::Self::newCase(const Decision& decision)
{
    clinical::RequestReceived request;
    request.id = draft.caseId;
    request.home = home->id;
    request.resident = resident->id;
    request.caller = draft.caller;
    request.callerFunction = draft.callerFunction;
    request.callbackPhone = intake.callbackPhone().toStdString();
    request.motives = allFacts().motives;
    request.receivedAt = draft.startedAt;
    std::vector<casebook::NewEvent> events{{request},
                                           {clinical::FactsRecorded{draft.caseId, allFacts(), draft.words}}};
    addDecision(events, draft.caseId, decision);
    return events;
}

/// True when the open case is not yet answered in this way.
bool Intake::Self::changesDecision(const Decision& decision, const clinical::QueueRow& open)
{
    const auto body = decidedBody(open.id, decision);
    return draft.again || decision.reason != OverrideReason::None || open.owed != body.owed ||
           open.decided != body.modality || open.priority != body.priority ||
           open.meanwhile != body.meanwhile || open.then != body.then;
}

/// A further call about an open case: new facts and words, what changed of the request, and a decision if it
/// changed.
std::vector<casebook::NewEvent> Intake::Self::joinedCase(const Decision& decision,
                                                         const clinical::QueueRow& open)
{
    using clinical::RequestCorrected;
    using clinical::RequestField;
    std::vector<casebook::NewEvent> events{{clinical::FactsRecorded{open.id, allFacts(), draft.words}}};
    if (allFacts().motives != open.motives) {
        events.push_back({RequestCorrected{open.id, RequestField::Motives, allFacts().motives}});
    }
    if (!draft.caller.empty()) {
        events.push_back({RequestCorrected{open.id, RequestField::Caller, draft.caller}});
        events.push_back({RequestCorrected{open.id, RequestField::CallerFunction, draft.callerFunction}});
    }
    if (!draft.callbackPhone.empty() && draft.callbackPhone != open.callbackPhone) {
        events.push_back({RequestCorrected{open.id, RequestField::CallbackPhone, draft.callbackPhone}});
    }
    if (changesDecision(decision, open)) {
        addDecision(events, open.id, decision);
    }
    return events;
}

} // namespace chevet::workflow
