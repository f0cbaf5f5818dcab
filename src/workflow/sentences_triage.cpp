// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words of triage: motives, symptoms, modalities, conditions, what is owed.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

using namespace clinical;

QString word(Motive motive)
{
    switch (motive) {
    case Motive::Symptom: return said(QT_TRANSLATE_NOOP("Sentences", "symptom"));
    case Motive::Psychosocial: return said(QT_TRANSLATE_NOOP("Sentences", "psychosocial"));
    case Motive::Ethical: return said(QT_TRANSLATE_NOOP("Sentences", "ethical question"));
    case Motive::Acute: return said(QT_TRANSLATE_NOOP("Sentences", "acute deterioration"));
    case Motive::Unclear: return said(QT_TRANSLATE_NOOP("Sentences", "unclear request"));
    }
    return {};
}

QString word(Symptom symptom)
{
    switch (symptom) {
    case Symptom::Pain: return said(QT_TRANSLATE_NOOP("Sentences", "pain"));
    case Symptom::Dyspnoea: return said(QT_TRANSLATE_NOOP("Sentences", "breathlessness"));
    case Symptom::Nausea: return said(QT_TRANSLATE_NOOP("Sentences", "nausea or vomiting"));
    case Symptom::Agitation: return said(QT_TRANSLATE_NOOP("Sentences", "agitation"));
    case Symptom::Delirium: return said(QT_TRANSLATE_NOOP("Sentences", "confusion"));
    case Symptom::Wound: return said(QT_TRANSLATE_NOOP("Sentences", "wound"));
    case Symptom::Bleeding: return said(QT_TRANSLATE_NOOP("Sentences", "bleeding"));
    case Symptom::Secretions: return said(QT_TRANSLATE_NOOP("Sentences", "secretions"));
    case Symptom::Anxiety: return said(QT_TRANSLATE_NOOP("Sentences", "anxiety"));
    case Symptom::Dehydration: return said(QT_TRANSLATE_NOOP("Sentences", "dehydration"));
    case Symptom::SideEffect: return said(QT_TRANSLATE_NOOP("Sentences", "side effect of a treatment"));
    case Symptom::Other: return said(QT_TRANSLATE_NOOP("Sentences", "other symptom"));
    }
    return {};
}

QString word(Context context)
{
    switch (context) {
    case Context::FirstRequest: return said(QT_TRANSLATE_NOOP("Sentences", "first request"));
    case Context::FollowUp: return said(QT_TRANSLATE_NOOP("Sentences", "follow-up"));
    case Context::AfterPalliativeUnitDischarge:
        return said(QT_TRANSLATE_NOOP("Sentences", "after discharge from a palliative care unit"));
    case Context::BetweenVisits: return said(QT_TRANSLATE_NOOP("Sentences", "between two visits"));
    case Context::VisitPreparation: return said(QT_TRANSLATE_NOOP("Sentences", "preparation of a visit"));
    }
    return {};
}

QString word(Bedside bedside)
{
    switch (bedside) {
    case Bedside::Physician: return said(QT_TRANSLATE_NOOP("Sentences", "physician"));
    case Bedside::Nurse: return said(QT_TRANSLATE_NOOP("Sentences", "nurse"));
    case Bedside::CareAssistant: return said(QT_TRANSLATE_NOOP("Sentences", "care assistant"));
    case Bedside::None: return said(QT_TRANSLATE_NOOP("Sentences", "nobody"));
    }
    return {};
}

QString word(Consent consent)
{
    switch (consent) {
    case Consent::Given: return said(QT_TRANSLATE_NOOP("Sentences", "given"));
    case Consent::GivenBySurrogate:
        return said(QT_TRANSLATE_NOOP(
            "Sentences", "given through the legal representative, or on the trusted person’s testimony"));
    case Consent::Refused: return said(QT_TRANSLATE_NOOP("Sentences", "refused"));
    case Consent::Paused: return said(QT_TRANSLATE_NOOP("Sentences", "paused"));
    case Consent::NotAsked: return said(QT_TRANSLATE_NOOP("Sentences", "not asked yet"));
    }
    return {};
}

QString word(Addressee addressee)
{
    switch (addressee) {
    case Addressee::Team: return said(QT_TRANSLATE_NOOP("Sentences", "the team"));
    case Addressee::Physician: return said(QT_TRANSLATE_NOOP("Sentences", "the physician"));
    case Addressee::Nurse: return said(QT_TRANSLATE_NOOP("Sentences", "the nurse"));
    case Addressee::Psychologist: return said(QT_TRANSLATE_NOOP("Sentences", "the psychologist"));
    case Addressee::SocialWorker: return said(QT_TRANSLATE_NOOP("Sentences", "the social worker"));
    }
    return {};
}

QString word(Modality modality)
{
    switch (modality) {
    case Modality::InPersonVisit: return said(QT_TRANSLATE_NOOP("Sentences", "in-person visit"));
    case Modality::Teleconsultation:
        return said(QT_TRANSLATE_NOOP("Sentences", "teleconsultation (video at the bedside)"));
    case Modality::SynchronousTeleExpertise:
        return said(
            QT_TRANSLATE_NOOP("Sentences", "synchronous tele-expertise (call between professionals)"));
    case Modality::AsynchronousTeleExpertise:
        return said(QT_TRANSLATE_NOOP("Sentences", "asynchronous tele-expertise (question with documents)"));
    }
    return {};
}

QString shortWord(Modality modality)
{
    switch (modality) {
    case Modality::InPersonVisit: return said(QT_TRANSLATE_NOOP("Sentences", "visit"));
    case Modality::Teleconsultation: return said(QT_TRANSLATE_NOOP("Sentences", "video"));
    case Modality::SynchronousTeleExpertise: return said(QT_TRANSLATE_NOOP("Sentences", "call"));
    case Modality::AsynchronousTeleExpertise: return said(QT_TRANSLATE_NOOP("Sentences", "written answer"));
    }
    return {};
}

QString word(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Care: return said(QT_TRANSLATE_NOOP("Sentences", "care"));
    case Purpose::Screening: return said(QT_TRANSLATE_NOOP("Sentences", "screening: to see what is needed"));
    case Purpose::Bridging: return said(QT_TRANSLATE_NOOP("Sentences", "to bridge until the visit"));
    case Purpose::Preparation: return said(QT_TRANSLATE_NOOP("Sentences", "preparation"));
    case Purpose::FollowUp: return said(QT_TRANSLATE_NOOP("Sentences", "follow-up"));
    }
    return {};
}

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Recommended: return said(QT_TRANSLATE_NOOP("Sentences", "recommended"));
    case Verdict::Suitable: return said(QT_TRANSLATE_NOOP("Sentences", "suitable"));
    case Verdict::Possible: return said(QT_TRANSLATE_NOOP("Sentences", "possible"));
    case Verdict::Discouraged: return said(QT_TRANSLATE_NOOP("Sentences", "not advised"));
    case Verdict::Excluded: return said(QT_TRANSLATE_NOOP("Sentences", "excluded"));
    }
    return {};
}

QString word(Condition condition)
{
    switch (condition) {
    case Condition::DefineObjective:
        return said(QT_TRANSLATE_NOOP("Sentences", "say what the teleconsultation is to settle"));
    case Condition::BedsideProfessional:
        return said(QT_TRANSLATE_NOOP("Sentences",
                                      "make sure that a nurse or a physician of the home is at the bedside"));
    case Condition::Consent:
        return said(QT_TRANSLATE_NOOP("Sentences", "ask for consent to teleconsultation"));
    case Condition::WorkingVideo:
        return said(QT_TRANSLATE_NOOP("Sentences", "make sure that the home’s video works"));
    case Condition::ConfirmNotDying:
        return said(QT_TRANSLATE_NOOP("Sentences", "confirm that the resident is not dying now"));
    case Condition::BriefHome:
        return said(QT_TRANSLATE_NOOP("Sentences", "brief the home’s staff before the call"));
    case Condition::HomeAgreement:
        return said(QT_TRANSLATE_NOOP("Sentences", "check the agreement with the home"));
    case Condition::OtherVisitorOrProtection:
        return said(
            QT_TRANSLATE_NOOP("Sentences", "send another visitor, or protect the resident from infection"));
    }
    return {};
}

QString word(Owed owed)
{
    switch (owed) {
    case Owed::Retriage:
        return said(QT_TRANSLATE_NOOP("Sentences", "triage again once it is clear what is needed"));
    case Owed::TransferDecision:
        return said(QT_TRANSLATE_NOOP("Sentences", "decision on a transfer to hospital"));
    case Owed::ReaddressSymptom:
        return said(QT_TRANSLATE_NOOP("Sentences", "hand the symptom over to a nurse or physician"));
    case Owed::Visit: return said(QT_TRANSLATE_NOOP("Sentences", "visit at the bedside"));
    case Owed::Callback: return said(QT_TRANSLATE_NOOP("Sentences", "call the home back"));
    }
    return {};
}

QString word(AlsoConsider also)
{
    switch (also) {
    case AlsoConsider::TeleAssistance:
        return said(QT_TRANSLATE_NOOP("Sentences", "tele-assistance during the painful care"));
    case AlsoConsider::PcaData: return said(QT_TRANSLATE_NOOP("Sentences", "the data of the analgesia pump"));
    }
    return {};
}

QString code(Priority priority)
{
    const auto name = nameOf(priority);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString text(const LocalText& text)
{
    const bool isFrench = said(QT_TRANSLATE_NOOP("Sentences", "en")) == QLatin1String("fr");
    return fromUtf8(isFrench && !text.french.empty() ? text.french : text.english);
}

QString motivesText(MotiveSet motives)
{
    QStringList words;
    for (const auto& [motive, name] : Words<Motive>::all) {
        if (motives.has(motive)) {
            words << word(motive);
        }
    }
    return words.isEmpty() ? word(Motive::Unclear) : words.join(QLatin1String(", "));
}

} // namespace chevet::workflow
