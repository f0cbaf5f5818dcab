// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/course.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

namespace chevet::workflow::sample {

using namespace chevet::clinical;
using namespace std::chrono_literals;
using std::chrono::hours;
using std::chrono::minutes;

Course::Course(Stage& stage, Subject& subject, std::vector<Step>& steps)
    : m_stage(stage), m_random(stage.random), m_subject(subject), m_steps(steps)
{}

Step& Course::add(Instant at, std::size_t author, std::vector<EventBody> bodies)
{
    m_steps.push_back({at, author, std::move(bodies)});
    return m_steps.back();
}

CaseId Course::wholeCase(Situation situation, Instant received)
{
    const auto id = m_stage.ids.make<CaseId>();
    const auto firstStep = m_steps.size();
    const auto& home = m_stage.homes[m_subject.home].second;
    auto call = inventCall(situation, m_subject, home, m_random);
    const auto intake = m_random.weighted({45, 37, 18});
    Decision decision;
    receiveAndDecide(id, call, received, intake, Deciding::MayOverride, decision);
    if (!m_subject.wishesKnown &&
        (situation == Situation::Acute || situation == Situation::Dying || m_random.chance(25))) {
        recordWishes(received + minutes(m_random.between(4, 9)), intake);
    }
    const auto who = whoAnswers(call, decision.modality);
    const bool screened = decision.proposal.purpose == Purpose::Screening;
    auto at = untilAnswer(id, call, decision, received, intake, who);
    answer(id, call, decision, at);
    at = at + minutes(m_random.between(30, 70));
    if (screened && m_random.chance(80)) {
        call = clarified(call, m_subject, m_random);
        decision = decide(id, call, at, m_random.chance(60) ? Nurse : Physician, Deciding::MayOverride);
        add(at + 1min, Nurse, {OwedSettled{id, Owed::Retriage}});
        at = m_stage.days.atWork(at + hours(m_random.between(2, 30)));
        answer(id, call, decision, at);
        at = at + 45min;
    }
    for (int more = static_cast<int>(m_random.weighted({35, 40, 25})); more > 0; --more) {
        at = m_stage.days.atWork(at + hours(m_random.between(16, 60)));
        followUp(id, at, m_random.chance(60) ? Nurse : who, call);
    }
    at = m_stage.days.atWork(at + minutes(m_random.between(40, 600)));
    const auto closes = m_random.chance(70) ? static_cast<std::size_t>(Nurse) : who;
    m_subject.busyUntil = close(id, call, decision, at, closes, screened);
    happenings(id, call, received, at);
    for (auto i = firstStep + 1; i < m_steps.size(); ++i) {
        m_steps[i].at =
            std::max(m_steps[i].at, m_steps[firstStep].at + 1min); // nothing before the request itself
    }
    return id;
}

/// Assigning, waiting, deferring, and the call that bridges. Gives the time of the answer.
Instant Course::untilAnswer(CaseId id, const Call& call, const Decision& decision, Instant received,
                            std::size_t intake, std::size_t who)
{
    auto at = received + minutes(m_random.between(5, 40));
    if (m_random.chance(80)) {
        assign(id, at, who, m_random.chance(70) ? static_cast<std::size_t>(Coordinator) : who);
    }
    // Most answers come in time, one in ten does not.
    const auto percent = m_random.chance(90) ? m_random.between(15, 90) : m_random.between(105, 170);
    at = std::max(at + 2min, received + (decision.due - received) * percent / 100);
    if (decision.priority >= Priority::P3) {
        at = m_stage.days.atWork(at);
    }
    if (m_random.chance(10) && decision.priority >= Priority::P3) {
        const auto until = m_stage.days.atWork(at + hours(m_random.between(18, 50)));
        defer(id, at, m_random.chance(60) ? static_cast<std::size_t>(Coordinator) : who, until);
        at = until;
    }
    if (decision.proposal.meanwhile && decision.modality == Modality::InPersonVisit) {
        attempt(id, at, intake, AttemptOutcome::Reached);
        note(id, at + 12min, intake == EnglishPhysician ? static_cast<std::size_t>(Nurse) : intake, call);
        at = m_stage.days.atWork(at + hours(m_random.between(2, 20)));
    }
    return at;
}

std::size_t Course::whoAnswers(const Call& call, Modality modality)
{
    if (call.facts.addressedTo == Addressee::Psychologist) {
        return Psychologist;
    }
    if (call.facts.addressedTo == Addressee::SocialWorker) {
        return SocialWorker;
    }
    if (modality == Modality::Teleconsultation || call.facts.addressedTo == Addressee::Physician) {
        return m_random.chance(62) ? Physician : EnglishPhysician;
    }
    return std::array{Nurse, SecondNurse, Physician, EnglishPhysician}[m_random.weighted({32, 26, 27, 15})];
}

void Course::answer(CaseId id, const Call& call, const Decision& decision, Instant at)
{
    const auto who = whoAnswers(call, decision.modality);
    if (decision.modality == Modality::SynchronousTeleExpertise) {
        auto tried = at - minutes(m_random.between(20, 45));
        for (auto missed = m_random.weighted({70, 22, 8}); missed > 0; --missed) {
            const auto outcome = std::array{AttemptOutcome::NoAnswer, AttemptOutcome::Busy,
                                            AttemptOutcome::LeftMessage}[m_random.below(3)];
            attempt(id, tried, who, outcome);
            tried = tried + minutes(m_random.between(7, 12));
        }
        attempt(id, at - 1min, who, AttemptOutcome::Reached);
    }
    begin(id, at, who);
    const auto written = at + minutes(m_random.between(15, 55));
    if (who == Psychologist || who == SocialWorker) {
        psychosocialNote(id, written, who);
    } else {
        note(id, written, who, call);
        if (call.facts.motives.has(Motive::Psychosocial) && m_random.chance(45)) {
            psychosocialNote(id, written + 30min, m_random.chance(60) ? Psychologist : SocialWorker);
        }
    }
    if (decision.modality == Modality::InPersonVisit) {
        m_subject.seen = true;
        m_subject.remoteContacts = 0;
    } else {
        ++m_subject.remoteContacts;
    }
}

/// What also occurs in the life of a record: corrections, a second call, an entry in the wrong place.
void Course::happenings(CaseId id, const Call& call, Instant received, Instant closed)
{
    const auto soon = [&](int low, int high) {
        return std::min(received + minutes(m_random.between(low, high)), closed - 20min);
    };
    const auto& home = m_stage.homes[m_subject.home];
    if (m_random.chance(4)) {
        m_subject.person.room = std::to_string(m_random.between(1, 4) * 100 + m_random.between(1, 28));
        add(soon(60, 360), Coordinator,
            {ResidentCorrected{m_subject.id, ResidentField::Room, m_subject.person.room}});
    }
    if (m_random.chance(3)) {
        add(soon(10, 50), Nurse,
            {RequestCorrected{id, RequestField::CallbackPhone, inventPhone(mobile, m_random)}});
    }
    if (m_random.chance(3)) {
        auto& step = add(soon(60, 200), SecondNurse, {NoteAdded{id, noteText(call, SecondNurse)}});
        step.takenBack = m_random.oneOf(commonWords().withdrawReasons);
    }
    if (closed - received > 5h && m_random.chance(7)) {
        auto again = inventCall(call.situation, m_subject, home.second, m_random);
        const auto other = m_stage.ids.make<CaseId>();
        const auto at = received + minutes(m_random.between(90, 260));
        Decision second;
        receiveAndDecide(other, again, at, SecondNurse, Deciding::AsProposed, second);
        add(at + 6min, SecondNurse, {RequestsMerged{other, id}});
    }
}

Instant Course::close(CaseId id, const Call& call, const Decision& decision, Instant at, std::size_t by,
                      bool screened)
{
    StateChanged closed{.id = id, .to = CaseState::Closed, .reason = {}, .transfer = {}, .waived = {}};
    const auto& words = commonWords();
    const bool died = call.situation == Situation::Dying ? m_random.chance(75) : m_random.chance(2);
    for (const auto& [step, name] : Words<Owed>::all) {
        if (decision.owed.has(step)) {
            if (died || m_random.chance(12)) {
                closed.waived.insert(step);
            } else {
                add(at - 10min, by, {OwedSettled{id, step}});
            }
        }
    }
    if (died) {
        closed.reason = told(m_random.oneOf(words.deathReasons), m_subject.told());
        m_subject.gone = true;
    } else if (!closed.waived.empty()) {
        closed.reason = m_random.oneOf(words.waiveReasons.first(2));
    } else if (screened && m_random.chance(30)) {
        closed.reason = m_random.oneOf(words.screeningEndReasons);
    } else {
        closed.reason = m_random.oneOf(words.closeReasons);
    }
    if (call.situation == Situation::Acute) {
        closed.transfer =
            std::array{TransferOutcome::Avoided, TransferOutcome::Transferred, TransferOutcome::Unknown,
                       TransferOutcome::NotInQuestion}[m_random.weighted({60, 20, 10, 10})];
    }
    add(at, by, {closed});
    if (!died && m_random.chance(2)) {
        add(at + 3h, by,
            {StateChanged{
                id, CaseState::InProgress, std::string(m_random.oneOf(words.reopenReasons)), {}, {}}});
        followUp(id, at + 4h, by, call);
        closed.waived = {};
        add(at + 5h, by, {closed});
        at = at + 5h;
    }
    return at;
}

void Course::recordWishes(Instant at, std::size_t by)
{
    const auto& words = commonWords();
    WishesRecorded wishes;
    wishes.resident = m_subject.id;
    wishes.hospital = std::array{HospitalWish::Stay, HospitalWish::DependsOnCause, HospitalWish::GoIfNeeded,
                                 HospitalWish::Unknown}[m_random.weighted({50, 25, 10, 15})];
    wishes.ownChoice = told(m_random.oneOf(words.ownChoices), m_subject.told());
    wishes.anticipatoryPrescriptions = told(m_random.oneOf(words.anticipatory), m_subject.told());
    add(at, by, {wishes});
    m_subject.wishesKnown = true;
}

} // namespace chevet::workflow::sample
