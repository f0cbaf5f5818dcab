// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fields of clinical and psychosocial events, of facts and of recommendations. Keys are stored on disk:
// never renumber, never give a key another meaning, add only at the end. Internal to the codec.
#pragma once

#include "clinical/codec_fields.h"

namespace chevet::clinical {

/// Keys are the stored numbers of Fact.
void fields(auto& visit, Is<Facts> auto& facts)
{
    visit(1, facts.motives);
    visit(2, facts.symptom);
    visit(3, facts.severity, {0, 10});
    visit(4, facts.dying);
    visit(5, facts.context);
    visit(6, facts.seenInPerson);
    visit(7, facts.mustBeSeen);
    visit(8, facts.needsExamination);
    visit(9, facts.objective);
    visit(10, facts.bedside);
    visit(11, facts.video);
    visit(12, facts.documents);
    visit(13, facts.consent);
    visit(14, facts.addressedTo);
    visit(15, facts.conflict);
    visit(16, facts.painfulNursingCare);
    visit(17, facts.pcaPump);
    visit(18, facts.videoDistressing);
    visit(19, facts.respiteNeeded);
    visit(20, facts.travelMinutes, {0, 1440});
    visit(21, facts.visitPossibleWithinHours, {0, 8760});
    visit(22, facts.answerNeededWithinHours, {0, 8760});
    visit(23, facts.visitorInfectious);
    visit(24, facts.remoteContactsSinceVisit, {0, 1000});
    visit(25, facts.homeTrained);
    visit(26, facts.homeAgreement);
}

/// The type in which a fact's value is stored. Objective may also stand for any text, as `true`.
inline ValueType valueTypeOf(Fact fact, bool isYesNo)
{
    if (isYesNo) {
        return ValueType::YesNo;
    }
    switch (describe(fact).type) {
    case FactType::Motives: return ValueType::Motives;
    case FactType::Number: return ValueType::Number;
    case FactType::YesNo: return ValueType::YesNo;
    case FactType::Word:
    case FactType::Text: break;
    }
    return ValueType::Text;
}

void fields(auto& visit, Is<LocalText> auto& text)
{
    visit(0, text.english);
    visit(1, text.french);
}

void fields(auto& visit, Is<Reason> auto& reason)
{
    visit(0, reason.rule);
    visit(1, reason.effect);
    visit(2, reason.text);
    visit(3, reason.source);
}

void fields(auto& visit, Is<ModalityAdvice> auto& advice)
{
    visit(0, advice.modality);
    visit(1, advice.verdict);
    visit(2, advice.score);
    visit(3, advice.conditions);
    visit(4, advice.reasons);
}

/// A value of a fact: the key says whether it is a yes or no, since Objective knows both forms.
void factValue(auto& visit, std::uint64_t key, Fact fact, auto& value)
{
    if constexpr (requires { visit.finish(); }) {
        if (fact >= Fact::Motives && fact <= Fact::HomeAgreement) {
            visit.typed(key, value, valueTypeOf(fact, false));
            visit.typed(key + 1, value, ValueType::YesNo);
        }
    } else {
        const bool isYesNo = std::holds_alternative<bool>(value) && describe(fact).type != FactType::YesNo;
        visit.typed(isYesNo ? key + 1 : key, value, ValueType::Text);
    }
}

void fields(auto& visit, Is<Assumption> auto& assumption)
{
    visit(0, assumption.fact);
    factValue(visit, 1, assumption.fact, assumption.as);
}

void fields(auto& visit, Is<SilentRule> auto& silent)
{
    visit(0, silent.rule);
    visit(1, silent.missing);
}

void fields(auto& visit, Is<FactChange> auto& change)
{
    visit(0, change.fact);
    factValue(visit, 1, change.fact, change.value);
    visit(3, change.first);
}

void fields(auto& visit, Is<RuleSetName> auto& rules)
{
    visit(0, rules.version);
    visit(1, rules.hash);
}

void fields(auto& visit, Is<Recommendation> auto& recommendation)
{
    visit(0, recommendation.first);
    visit(1, recommendation.meanwhile);
    visit(2, recommendation.then);
    visit(3, recommendation.purpose);
    visit(4, recommendation.priority);
    visit(5, recommendation.answerWithinMinutes, {0, 525'600});
    visit(6, recommendation.modalities);
    visit(7, recommendation.conditions);
    visit(8, recommendation.owed);
    visit(9, recommendation.alsoConsider);
    visit(10, recommendation.assumed);
    visit(11, recommendation.silentRules);
    visit(12, recommendation.wouldChange);
    visit(13, recommendation.rules);
    visit(14, recommendation.furtherReasons);
}

void fields(auto& visit, Is<FactsRecorded> auto& event)
{
    visit(0, event.facts);
    visit(1, event.words);
}

void fields(auto& visit, Is<TriageReasoned> auto& event)
{
    visit(0, event.facts);
    visit(1, event.recommendation);
    visit(2, event.decided);
    visit(3, event.decidedPriority);
    visit(4, event.overrideReason);
    visit(5, event.words);
    visit(6, event.evaluator);
    visit(7, event.ownReason);
}

void fields(auto& visit, Is<NoteAdded> auto& event)
{
    visit(0, event.text);
}

void fields(auto& visit, Is<PsychosocialNoteAdded> auto& event)
{
    visit(0, event.text);
}

void fields(auto& visit, Is<SymptomScore> auto& score)
{
    visit(0, score.symptom);
    visit(1, score.score, {0, 10});
}

void fields(auto& visit, Is<Finding> auto& finding)
{
    visit(0, finding.examined);
    visit(1, finding.found);
}

void fields(auto& visit, Is<AdvisedStep> auto& step)
{
    visit(0, step.text);
    visit(1, step.prescriber);
    visit(2, step.repeatedBack);
}

void fields(auto& visit, Is<ConsultationSheet> auto& sheet)
{
    visit(0, sheet.objective);
    visit(1, sheet.symptoms);
    visit(2, sheet.appearance);
    visit(3, sheet.present);
    visit(4, sheet.inPrivate);
    visit(5, sheet.communication);
    visit(6, sheet.findings);
    visit(7, sheet.assessment);
    visit(8, sheet.advice);
    visit(9, sheet.followUp);
    visit(10, sheet.ifWorse);
    visit(11, sheet.painBefore, {0, 10});
    visit(12, sheet.painAfter, {0, 10});
}

void fields(auto& visit, Is<ConsultationIdentified> auto& event)
{
    visit(0, event.nameSaid);
    visit(1, event.birthDateSaid);
    visit(2, event.consent);
    visit(3, event.words);
}

void fields(auto& visit, Is<ConsultationSigned> auto& event)
{
    visit(0, event.type);
    visit(1, event.sheet);
}

void fields(auto& visit, Is<PhotoKept> auto& event)
{
    visit(0, event.file);
    visit(1, event.size, {1, 8 * 1024 * 1024});
    visit(2, event.digest);
    visit(3, event.what);
}

void fields(auto& visit, Is<WishesRecorded> auto& event)
{
    visit(0, event.hospital);
    visit(1, event.ownChoice);
    visit(2, event.anticipatoryPrescriptions);
}

} // namespace chevet::clinical
