// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/call.h"

#include <array>

namespace chevet::workflow::sample {
namespace {

using namespace chevet::clinical;

constexpr std::array symptoms{Symptom::Pain,        Symptom::Dyspnoea,   Symptom::Nausea,
                              Symptom::Agitation,   Symptom::Delirium,   Symptom::Wound,
                              Symptom::Bleeding,    Symptom::Secretions, Symptom::Anxiety,
                              Symptom::Dehydration, Symptom::SideEffect, Symptom::Other};

Symptom anySymptom(Random& random)
{
    return symptoms[random.weighted({34, 14, 8, 8, 6, 8, 3, 4, 6, 4, 4, 3})];
}

void addHomeFacts(Facts& facts, const Subject& subject, const Home& home, Random& random)
{
    facts.video = home.video;
    facts.homeTrained = home.trained;
    facts.homeAgreement = home.agreement;
    facts.travelMinutes = home.travelMinutes;
    facts.seenInPerson = subject.seen;
    facts.remoteContactsSinceVisit = subject.remoteContacts;
    facts.bedside = std::array{Bedside::Nurse, Bedside::CareAssistant, Bedside::Physician,
                               Bedside::None}[random.weighted({70, 16, 8, 6})];
    facts.context = !subject.seen && subject.remoteContacts == 0
                        ? Context::FirstRequest
                        : std::array{Context::FollowUp, Context::BetweenVisits, Context::VisitPreparation,
                                     Context::AfterPalliativeUnitDischarge}[random.weighted({70, 15, 8, 7})];
    facts.consent = std::array{Consent::Given, Consent::GivenBySurrogate, Consent::NotAsked, Consent::Refused,
                               Consent::Paused}[random.weighted({40, 22, 30, 6, 2})];
    if (random.chance(60)) {
        facts.visitPossibleWithinHours =
            std::array{4, 24, 48, 72, 120}[random.weighted({10, 30, 30, 20, 10})];
    }
    if (random.chance(3)) {
        facts.visitorInfectious = true;
    }
}

void addSymptomFacts(Facts& facts, const Subject& subject, Random& random)
{
    const auto symptom = anySymptom(random);
    facts.symptom = symptom;
    if (random.chance(88)) {
        facts.severity = std::array{2, 3, 4, 5, 6, 7, 8, 9}[random.weighted({12, 16, 16, 18, 14, 12, 9, 3})];
    }
    const bool isVisible =
        symptom == Symptom::Wound || symptom == Symptom::Agitation || symptom == Symptom::Delirium;
    if (random.chance(80)) {
        facts.mustBeSeen = random.chance(isVisible ? 60 : 26);
    }
    if (random.chance(70)) {
        facts.needsExamination = random.chance(8);
    }
    facts.documents = random.chance(50);
    if (facts.mustBeSeen == true && random.chance(80)) {
        facts.objective = told(random.oneOf(wordsOf(symptom).objectives), subject.told());
    }
    if (symptom == Symptom::Pain) {
        facts.painfulNursingCare = random.chance(40);
        facts.pcaPump = random.chance(6);
    }
    if (facts.severity && *facts.severity < 7 && random.chance(75)) {
        facts.answerNeededWithinHours = std::array{24, 48, 72}[random.below(3)];
    }
}

std::string symptomWords(const Facts& facts, const Subject& subject, Random& random)
{
    const auto about = subject.told(facts.severity.value_or(0));
    auto words = told(random.oneOf(wordsOf(facts.symptom.value_or(Symptom::Other)).calls), about);
    if (facts.severity) {
        words += " " + told(random.oneOf(commonWords().severityTold), about);
    }
    return words;
}

void makeRelational(Call& call, MotiveSet motives, const SituationWords& words, const Subject& subject,
                    Random& random)
{
    call.facts.motives = motives;
    call.facts.dying = false;
    call.facts.documents = false;
    if (motives.has(Motive::Psychosocial)) {
        call.facts.addressedTo = std::array{Addressee::Psychologist, Addressee::Team,
                                            Addressee::SocialWorker}[random.weighted({50, 38, 12})];
        call.facts.respiteNeeded = random.chance(25);
    }
    call.words = told(random.oneOf(words.calls), subject.told());
}

void makeSymptom(Call& call, const Subject& subject, Random& random)
{
    call.facts.motives = {Motive::Symptom};
    if (random.chance(85)) {
        call.facts.dying = false;
    }
    if (random.chance(50)) {
        call.facts.addressedTo = random.chance(70) ? Addressee::Team : Addressee::Physician;
    }
    if (random.chance(80)) {
        call.facts.conflict = false;
    }
    addSymptomFacts(call.facts, subject, random);
    call.words = symptomWords(call.facts, subject, random);
}

} // namespace

Situation anySituation(Random& random)
{
    constexpr std::array all{Situation::Symptom,      Situation::SymptomWithConflict,
                             Situation::Psychosocial, Situation::Ethical,
                             Situation::Conflict,     Situation::Acute,
                             Situation::Dying,        Situation::Unclear};
    return all[random.weighted({50, 4, 13, 7, 4, 8, 3, 11})];
}

Call inventCall(Situation situation, const Subject& subject, const Home& home, Random& random)
{
    Call call;
    call.situation = situation;
    call.caller = inventCaller(random);
    addHomeFacts(call.facts, subject, home, random);
    switch (situation) {
    case Situation::Symptom: makeSymptom(call, subject, random); break;
    case Situation::SymptomWithConflict:
        makeSymptom(call, subject, random);
        call.facts.conflict = true;
        call.words += "\n" + told(random.oneOf(conflictWords().calls), subject.told());
        break;
    case Situation::Psychosocial:
        makeRelational(call, {Motive::Psychosocial}, psychosocialWords(), subject, random);
        break;
    case Situation::Ethical: makeRelational(call, {Motive::Ethical}, ethicalWords(), subject, random); break;
    case Situation::Conflict:
        makeRelational(call, {Motive::Psychosocial}, conflictWords(), subject, random);
        call.facts.addressedTo = Addressee::Team;
        call.facts.conflict = true;
        break;
    case Situation::Acute:
        makeRelational(call, {Motive::Acute}, acuteWords(), subject, random);
        call.facts.mustBeSeen = random.chance(50);
        call.facts.answerNeededWithinHours = 1;
        break;
    case Situation::Dying:
        makeRelational(call, {Motive::Symptom}, dyingWords(), subject, random);
        call.facts.symptom = random.chance(60) ? Symptom::Secretions : Symptom::Dyspnoea;
        call.facts.dying = true;
        break;
    case Situation::Unclear:
        makeRelational(call, {Motive::Unclear}, unclearWords(), subject, random);
        if (random.chance(40)) {
            call.facts.dying.reset();
        }
        call.facts.mustBeSeen = random.chance(35);
        break;
    }
    if (random.chance(60)) {
        call.words += "\n" + told(random.oneOf(commonWords().contexts), subject.told());
    }
    return call;
}

Call clarified(const Call& unclear, const Subject& subject, Random& random)
{
    auto call = unclear;
    call.facts.dying = false;
    if (random.chance(65)) {
        call.situation = Situation::Symptom;
        call.facts.motives = {Motive::Symptom};
        addSymptomFacts(call.facts, subject, random);
        call.words = symptomWords(call.facts, subject, random);
    } else {
        call.situation = Situation::Psychosocial;
        call.facts.motives = {Motive::Psychosocial};
        call.words = told(random.oneOf(psychosocialWords().calls), subject.told());
    }
    return call;
}

} // namespace chevet::workflow::sample
