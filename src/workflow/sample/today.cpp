// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/today.h"

#include <algorithm>
#include <chrono>

namespace chevet::workflow::sample {
namespace {

using namespace chevet::clinical;
using namespace std::chrono_literals;
using std::chrono::minutes;

class Today
{
public:
    Today(Stage& stage, Instant now, const FreeSubject& freeSubject, std::vector<Step>& steps)
        : m_stage(stage), m_now(now), m_freeSubject(freeSubject), m_steps(steps)
    {}

    void urgent();
    void symptoms();
    void screenings();
    void relational();
    void unsettled();
    /// The case that was opened last: nothing happens before its call has come.
    void settle()
    {
        for (auto i = m_first + 1; i < m_steps.size(); ++i) {
            m_steps[i].at = std::max(m_steps[i].at, m_steps[m_first].at + 1min);
        }
        m_first = m_steps.size();
    }

private:
    struct Open
    {
        Subject& subject;
        Course course;
        Call call;
        CaseId id;
    };

    Open open(Situation situation)
    {
        settle();
        auto& subject = m_freeSubject();
        return {subject, Course(m_stage, subject, m_steps),
                inventCall(situation, subject, m_stage.homes[subject.home].second, m_stage.random),
                m_stage.ids.make<CaseId>()};
    }

    Open openSymptom(Symptom symptom, std::optional<int> severity)
    {
        auto open = this->open(Situation::Symptom);
        auto& facts = open.call.facts;
        facts.symptom = symptom;
        facts.severity = severity;
        facts.dying = false;
        facts.mustBeSeen = false;
        facts.needsExamination = false;
        facts.objective.reset();
        facts.painfulNursingCare.reset();
        facts.pcaPump.reset();
        facts.addressedTo = Addressee::Team;
        const auto about = open.subject.told(severity.value_or(0));
        open.call.words = told(m_stage.random.oneOf(wordsOf(symptom).calls), about);
        if (severity) {
            open.call.words += " " + told(m_stage.random.oneOf(commonWords().severityTold), about);
        }
        return open;
    }

    /// Whatever the hour: somebody has opened the desk, so somebody is on call.
    Instant justNow(int count) const { return m_now - minutes(count); }
    /// While people are awake.
    Instant ago(int count) const { return m_stage.days.awake(m_now - minutes(count)); }

    /// For what waits for a weekday. Received on Friday instead of the weekend, it has been put off.
    Instant officeTime(int count) const { return m_stage.days.beforeWeekend(ago(count)); }
    bool hasToWait(Instant received) const { return received + 23h < m_now; }
    void putOff(Open& open, Instant received)
    {
        open.course.defer(open.id, received + 50min, Coordinator, m_stage.days.atWork(m_now + 3h));
    }

    Open openOffice(Situation situation)
    {
        auto open = this->open(situation);
        open.call.facts.answerNeededWithinHours.reset(); // a day's time, as for every such call
        return open;
    }

    static void decided(Open& open, Instant received, std::size_t author)
    {
        Decision decision;
        open.course.receiveAndDecide(open.id, open.call, received, author, Course::Deciding::AsProposed,
                                     decision);
    }

    static void readyForVideo(Open& open, Symptom symptom)
    {
        auto& facts = open.call.facts;
        facts.mustBeSeen = true;
        facts.video = true;
        facts.bedside = Bedside::Nurse;
        facts.consent = Consent::Given;
        facts.objective = told(wordsOf(symptom).objectives.front(), open.subject.told());
    }

    Stage& m_stage;
    Instant m_now;
    const FreeSubject& m_freeSubject;
    std::vector<Step>& m_steps;
    std::size_t m_first = 0; ///< the first step of the case that was opened last
};

void Today::urgent()
{
    auto overdue = open(Situation::Acute); // P1, overdue by 22 minutes
    overdue.call.facts.mustBeSeen = false;
    decided(overdue, justNow(52), Nurse);
    overdue.course.recordWishes(justNow(46), Nurse);
    overdue.course.assign(overdue.id, justNow(44), Physician);
    overdue.course.attempt(overdue.id, justNow(35), Physician, AttemptOutcome::NoAnswer);
    overdue.course.attempt(overdue.id, justNow(14), Physician, AttemptOutcome::Busy);

    auto dying = open(Situation::Dying); // now: call, then: visit
    dying.call.facts.visitorInfectious = false;
    decided(dying, justNow(11), SecondNurse);
    dying.course.recordWishes(justNow(7), SecondNurse);

    auto late = openSymptom(Symptom::Pain, 7); // the visit can't be in time: now: call, then: visit
    late.call.facts.needsExamination = true;
    late.call.facts.visitPossibleWithinHours = 48;
    decided(late, justNow(41), Nurse);
    late.course.assign(late.id, justNow(30), SecondNurse);
    late.course.attempt(late.id, justNow(22), SecondNurse, AttemptOutcome::Reached);
    late.course.note(late.id, justNow(12), SecondNurse, late.call);
}

void Today::symptoms()
{
    auto soon = openSymptom(Symptom::Pain, 8); // P2, due in 24 minutes
    readyForVideo(soon, Symptom::Pain);
    decided(soon, justNow(96), Nurse);
    soon.course.assign(soon.id, justNow(80), EnglishPhysician);

    auto unrated =
        openSymptom(Symptom::Dyspnoea, std::nullopt); // P2 because nobody has rated it; nobody's yet
    decided(unrated, justNow(50), SecondNurse);

    auto wound = openSymptom(Symptom::Wound, 3); // photos are ready and the answer can wait
    wound.call.facts.documents = true;
    wound.call.facts.conflict = false;
    wound.call.facts.answerNeededWithinHours = 72;
    decided(wound, ago(30 * 60), Nurse);

    auto nausea = openSymptom(Symptom::Nausea, 5); // begun
    nausea.call.facts.visitorInfectious = true;
    nausea.call.facts.answerNeededWithinHours.reset();
    decided(nausea, ago(7 * 60), SecondNurse);
    nausea.course.assign(nausea.id, ago(6 * 60), SecondNurse);
    nausea.course.attempt(nausea.id, ago(5 * 60), SecondNurse, AttemptOutcome::Reached);
    nausea.course.begin(nausea.id, ago(5 * 60 - 1), SecondNurse);
    nausea.course.note(nausea.id, ago(4 * 60), SecondNurse, nausea.call);

    auto video = openSymptom(Symptom::Anxiety, 4); // a teleconsultation between two visits
    video.call.facts.context = Context::BetweenVisits;
    video.call.facts.answerNeededWithinHours.reset();
    readyForVideo(video, Symptom::Anxiety);
    decided(video, ago(18 * 60), Physician);
    video.course.assign(video.id, ago(17 * 60), Physician);
}

void Today::screenings()
{
    auto call = openOffice(Situation::Unclear);
    call.call.facts.mustBeSeen = false;
    decided(call, ago(3 * 60), Nurse);
    call.course.assign(call.id, ago(2 * 60 + 50), Nurse);
    call.course.attempt(call.id, ago(95), Nurse, AttemptOutcome::LeftMessage);

    auto seen = openOffice(Situation::Unclear);
    readyForVideo(seen, Symptom::Other);
    seen.call.facts.objective = "Comprendre ce qui a changé, avec l'infirmière";
    decided(seen, ago(20 * 60), SecondNurse);
}

void Today::relational()
{
    auto psychologist = openOffice(Situation::Psychosocial);
    psychologist.call.facts.addressedTo = Addressee::Psychologist;
    const auto asked = officeTime(5 * 60);
    decided(psychologist, asked, Nurse);
    psychologist.course.assign(psychologist.id, asked + 30min, Psychologist);
    if (hasToWait(asked)) {
        putOff(psychologist, asked);
    }

    auto ethical = openOffice(Situation::Ethical);
    const auto question = officeTime(22 * 60);
    decided(ethical, question, Physician);
    ethical.course.assign(ethical.id, question + 40min, Physician);
    if (hasToWait(question)) {
        putOff(ethical, question);
    } else {
        ethical.course.begin(ethical.id, ago(3 * 60), Physician);
        ethical.course.note(ethical.id, ago(2 * 60), Physician, ethical.call);
    }

    auto conflict = openOffice(Situation::Conflict); // put off until the next working day
    const auto quarrel = officeTime(26 * 60);
    decided(conflict, quarrel, SecondNurse);
    conflict.course.assign(conflict.id, quarrel + 20min, SocialWorker);
    const auto& days = m_stage.days;
    conflict.course.defer(conflict.id, quarrel + 40min, Coordinator,
                          days.atWork(days.at(days.dayOf(m_now) + 1, 10 * 60)));
}

void Today::unsettled()
{
    settle();
    auto& neighbour = m_freeSubject(); // lends home and physician; the resident is new to the team
    Subject stranger;
    stranger.id = m_stage.ids.make<ResidentId>();
    stranger.home = neighbour.home;
    stranger.person = inventPerson(m_stage.random);
    Course course(m_stage, stranger, m_steps);
    Resident resident;
    resident.familyName = stranger.person.familyName;
    resident.givenName = stranger.person.givenName;
    resident.home = m_stage.homes[stranger.home].first;
    resident.provisional = true;
    course.add(justNow(8), Coordinator, {ResidentAdded{stranger.id, resident}});
    // The coordinator takes the call but may not triage: the request stands alone until a nurse comes.
    const auto call =
        inventCall(Situation::Unclear, stranger, m_stage.homes[stranger.home].second, m_stage.random);
    course.add(justNow(6), Coordinator,
               {RequestReceived{.id = m_stage.ids.make<CaseId>(),
                                .home = resident.home,
                                .resident = stranger.id,
                                .caller = call.caller.name,
                                .callerFunction = call.caller.function,
                                .callbackPhone = m_stage.homes[stranger.home].second.phone,
                                .motives = {Motive::Unclear},
                                .receivedAt = justNow(9)}});

    auto contested = openSymptom(Symptom::SideEffect, 6); // two colleagues took it without seeing each other
    contested.call.facts.answerNeededWithinHours.reset();
    decided(contested, ago(25 * 60), Nurse); // overdue by an hour, or some if that was at night
    contested.course.assign(contested.id, ago(24 * 60), Nurse, Nurse);
    m_steps.back().seen = Seen::Nothing;
    contested.course.assign(contested.id, ago(24 * 60 - 1), SecondNurse, SecondNurse);
    m_steps.back().seen = Seen::Nothing;
    contested.course.attempt(contested.id, ago(6 * 60), Nurse, AttemptOutcome::NoAnswer);
}

} // namespace

void addToday(Stage& stage, Instant now, const FreeSubject& freeSubject, std::vector<Step>& steps)
{
    Today today(stage, now, freeSubject, steps);
    today.urgent();
    today.symptoms();
    today.screenings();
    today.relational();
    today.unsettled();
    today.settle();
}

} // namespace chevet::workflow::sample
