// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/plain_answer.h"

#include <algorithm>

namespace chevet::test {
namespace {

using clinical::Addressee;
using clinical::AlsoConsider;
using clinical::Bedside;
using clinical::Condition;
using clinical::Consent;
using clinical::Context;
using clinical::Facts;
using clinical::Modality;
using clinical::Motive;
using clinical::Owed;
using clinical::Priority;
using clinical::Purpose;
using triage::Expression;
using triage::Question;
using triage::Truth;

constexpr auto visit = Modality::InPersonVisit;
constexpr auto video = Modality::Teleconsultation;
constexpr auto call = Modality::SynchronousTeleExpertise;
constexpr auto written = Modality::AsynchronousTeleExpertise;

struct Plain
{
    explicit Plain(const Facts& given) : f(given)
    {
        motives = f.motives;
        if (motives.empty()) {
            motives.insert(Motive::Unclear);
        }
        conflict = f.conflict == true;
        dying = f.dying == true;
        acute = motives.has(Motive::Acute);
        psychologist = f.addressedTo == Addressee::Psychologist;
        videoRefused = f.video == false || f.bedside == Bedside::None || f.consent == Consent::Refused ||
                       f.consent == Consent::Paused;
        videoMet = f.video == true && (f.bedside == Bedside::Nurse || f.bedside == Bedside::Physician) &&
                   (f.consent == Consent::Given || f.consent == Consent::GivenBySurrogate) && f.objective &&
                   !f.objective->empty();
        videoExcluded = videoRefused || dying || psychologist;
    }

    bool only(Motive motive) const { return motives == clinical::MotiveSet{motive} && !conflict; }
    bool mayBeWritten() const
    {
        return only(Motive::Symptom) && f.conflict == false && f.dying == false && f.mustBeSeen == false &&
               f.severity && *f.severity < 7 && f.documents == true && f.answerNeededWithinHours &&
               *f.answerNeededWithinHours >= 24;
    }

    Modality first() const
    {
        if (dying) {
            return visit;
        }
        if (acute) {
            return f.mustBeSeen == true && videoMet && !videoExcluded ? video : call;
        }
        if (psychologist) {
            return only(Motive::Unclear) ? call : visit;
        }
        if (motives.has(Motive::Psychosocial) || motives.has(Motive::Ethical) || conflict) {
            return visit;
        }
        if (f.needsExamination == true) {
            return visit;
        }
        if (f.mustBeSeen == true) {
            return videoExcluded ? visit : video;
        }
        if (only(Motive::Unclear)) {
            return call;
        }
        return mayBeWritten() ? written : call;
    }

    bool screens() const
    {
        if (dying || acute || !only(Motive::Unclear)) {
            return false;
        }
        return psychologist || (f.needsExamination != true && !(f.mustBeSeen == true && videoExcluded));
    }

    Priority priority() const
    {
        if (dying || acute) {
            return Priority::P1;
        }
        const bool symptom = motives.has(Motive::Symptom);
        if (symptom && (!f.severity || *f.severity >= 7)) {
            return Priority::P2;
        }
        if ((symptom && *f.severity >= 4) || conflict || !only(Motive::Symptom)) {
            return Priority::P3;
        }
        return Priority::P4;
    }

    const Facts& f;
    clinical::MotiveSet motives;
    bool conflict = false;
    bool dying = false;
    bool acute = false;
    bool psychologist = false;
    bool videoRefused = false;
    bool videoMet = false;
    bool videoExcluded = false;
};

int minutesOf(Priority priority)
{
    return std::array{30, 120, 1440, 4320}[static_cast<std::size_t>(priority) - 1];
}

void addConditions(const Plain& plain, PlainAnswer& answer)
{
    const auto& f = plain.f;
    auto& ofVideo = answer.conditions[triage::indexOf(video)];
    auto& ofWritten = answer.conditions[triage::indexOf(written)];
    if (!f.objective || f.objective->empty()) {
        ofVideo.insert(Condition::DefineObjective);
    }
    if (!f.bedside || f.bedside == Bedside::CareAssistant) {
        ofVideo.insert(Condition::BedsideProfessional);
    }
    if (!f.consent || f.consent == Consent::NotAsked) {
        ofVideo.insert(Condition::Consent);
    }
    if (!f.video) {
        ofVideo.insert(Condition::WorkingVideo);
    }
    if (!f.dying) {
        for (const auto modality : {video, call, written}) {
            answer.conditions[triage::indexOf(modality)].insert(Condition::ConfirmNotDying);
        }
    }
    if (f.homeTrained == false) {
        ofVideo.insert(Condition::BriefHome);
        ofWritten.insert(Condition::BriefHome);
    }
    if (f.homeAgreement == false) {
        ofVideo.insert(Condition::HomeAgreement);
        ofWritten.insert(Condition::HomeAgreement);
    }
    if (f.visitorInfectious == true) {
        answer.conditions[triage::indexOf(visit)].insert(Condition::OtherVisitorOrProtection);
    }
    for (const auto modality : {video, written}) {
        if (answer.excluded.has(modality)) {
            answer.conditions[triage::indexOf(modality)] = {};
        }
    }
}

void addOwed(const Plain& plain, PlainAnswer& answer)
{
    if (plain.motives.has(Motive::Unclear)) {
        answer.owed.insert(Owed::Retriage);
    }
    if (plain.acute) {
        answer.owed.insert(Owed::TransferDecision);
    }
    if (plain.psychologist && (plain.motives.has(Motive::Symptom) || plain.acute)) {
        answer.owed.insert(Owed::ReaddressSymptom);
    }
    if (answer.meanwhile) {
        answer.owed.insert(Owed::Visit);
    }
}

Truth truthOfQuestion(const Question& question, const Facts& facts, const Derived& derived)
{
    const auto chosen = [&](int value) {
        return (question.choices >> static_cast<unsigned>(value) & 1U) != 0 ? Truth::True : Truth::False;
    };
    if (question.slot == triage::teleconsultationSlot) {
        return chosen(derived.teleconsultation);
    }
    if (question.slot == triage::visitSlot) {
        return chosen(derived.visit);
    }
    if (question.slot == triage::firstSlot) {
        return chosen(static_cast<int>(derived.first) - 1);
    }
    const auto fact = clinical::allFacts[question.slot].fact;
    const bool known = clinical::isKnown(facts, fact);
    if (question.test == Question::Test::Unknown) {
        return known ? Truth::False : Truth::True;
    }
    if (fact == clinical::Fact::Motives) {
        const Plain plain(facts);
        const auto asked = clinical::MotiveSet::ofBits(question.choices);
        const bool holds = question.test == Question::Test::Only ? plain.motives == asked && !plain.conflict
                                                                 : (plain.motives.bits() & asked.bits()) != 0;
        return holds ? Truth::True : Truth::False;
    }
    if (!known) {
        return Truth::Unknown;
    }
    const auto value = clinical::valueOf(facts, fact);
    if (question.test == Question::Test::Between) {
        const int number = std::get<int>(value);
        return number >= question.lowest && number <= question.highest ? Truth::True : Truth::False;
    }
    if (const auto* yes = std::get_if<bool>(&value)) {
        return chosen(*yes ? 1 : 0);
    }
    if (fact == clinical::Fact::Objective) {
        return chosen(0);
    }
    const auto words = clinical::wordsOf(fact);
    return chosen(static_cast<int>(std::find(words.begin(), words.end(), std::get<std::string>(value)) -
                                   words.begin()));
}

} // namespace

PlainAnswer plainAnswer(const Facts& f)
{
    const Plain plain(f);
    PlainAnswer answer;
    answer.first = plain.first();
    answer.priority = plain.priority();
    answer.answerWithinMinutes = minutesOf(answer.priority);
    if (f.answerNeededWithinHours) {
        answer.answerWithinMinutes = std::min(answer.answerWithinMinutes, *f.answerNeededWithinHours * 60);
    }
    if (plain.videoExcluded) {
        answer.excluded.insert(video);
    }
    if (plain.dying || plain.acute || plain.motives.has(Motive::Unclear)) {
        answer.excluded.insert(written);
    }
    const bool symptomForPsychologist =
        plain.psychologist && (plain.motives.has(Motive::Symptom) || plain.acute);
    if (answer.first == visit) {
        const bool late =
            !f.visitPossibleWithinHours || *f.visitPossibleWithinHours * 60 > answer.answerWithinMinutes;
        answer.meanwhile = plain.dying || late || f.visitorInfectious == true || symptomForPsychologist;
    } else {
        const bool often = f.remoteContactsSinceVisit && *f.remoteContactsSinceVisit >= 2;
        const bool neverSeen = answer.first == video && f.seenInPerson == false;
        if (plain.acute || plain.psychologist || often || neverSeen) {
            answer.then = visit;
        }
    }
    if (answer.meanwhile) {
        answer.purpose = Purpose::Bridging;
    } else if (plain.screens()) {
        answer.purpose = Purpose::Screening;
    } else if (f.context == Context::VisitPreparation) {
        answer.purpose = Purpose::Preparation;
    } else if (f.context && f.context != Context::FirstRequest) {
        answer.purpose = Purpose::FollowUp;
    }
    if (f.painfulNursingCare == true && f.dying == false) {
        answer.consider.insert(AlsoConsider::TeleAssistance);
    }
    if (f.pcaPump == true) {
        answer.consider.insert(AlsoConsider::PcaData);
    }
    addOwed(plain, answer);
    addConditions(plain, answer);
    return answer;
}

Derived derivedFrom(const Facts& facts, const PlainAnswer& answer)
{
    const Plain plain(facts);
    Derived derived;
    derived.first = answer.first;
    derived.teleconsultation = plain.videoExcluded ? 2 : plain.videoMet ? 0 : 1;
    derived.visit = !facts.visitPossibleWithinHours                                     ? 2
                    : *facts.visitPossibleWithinHours * 60 > answer.answerWithinMinutes ? 1
                                                                                        : 0;
    return derived;
}

Truth plainTruth(const Expression& when, const Facts& facts, const Derived& derived)
{
    if (when.kind == Expression::Kind::Ask) {
        return truthOfQuestion(when.question, facts, derived);
    }
    int falses = 0;
    int trues = 0;
    for (const auto& part : when.parts) {
        const auto truth = plainTruth(part, facts, derived);
        falses += truth == Truth::False ? 1 : 0;
        trues += truth == Truth::True ? 1 : 0;
    }
    const int count = static_cast<int>(when.parts.size());
    switch (when.kind) {
    case Expression::Kind::All:
        return falses > 0 ? Truth::False : trues == count ? Truth::True : Truth::Unknown;
    case Expression::Kind::Any:
        return trues > 0 ? Truth::True : falses == count ? Truth::False : Truth::Unknown;
    default: return trues > 0 ? Truth::False : falses == count ? Truth::True : Truth::Unknown;
    }
}

} // namespace chevet::test
