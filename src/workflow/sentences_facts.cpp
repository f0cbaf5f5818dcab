// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Facts: their short names, the questions that the intake asks, and their values as read.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

using namespace clinical;

QString word(Fact fact)
{
    switch (fact) {
    case Fact::Motives: return said(QT_TRANSLATE_NOOP("Sentences", "motives"));
    case Fact::Symptom: return said(QT_TRANSLATE_NOOP("Sentences", "leading symptom"));
    case Fact::Severity: return said(QT_TRANSLATE_NOOP("Sentences", "severity"));
    case Fact::Dying: return said(QT_TRANSLATE_NOOP("Sentences", "dying now"));
    case Fact::Context: return said(QT_TRANSLATE_NOOP("Sentences", "context"));
    case Fact::SeenInPerson: return said(QT_TRANSLATE_NOOP("Sentences", "seen in person"));
    case Fact::MustBeSeen: return said(QT_TRANSLATE_NOOP("Sentences", "must be seen"));
    case Fact::NeedsExamination: return said(QT_TRANSLATE_NOOP("Sentences", "needs examination"));
    case Fact::Objective: return said(QT_TRANSLATE_NOOP("Sentences", "objective"));
    case Fact::Bedside: return said(QT_TRANSLATE_NOOP("Sentences", "at the bedside"));
    case Fact::Video: return said(QT_TRANSLATE_NOOP("Sentences", "video works"));
    case Fact::Documents: return said(QT_TRANSLATE_NOOP("Sentences", "documents"));
    case Fact::Consent: return said(QT_TRANSLATE_NOOP("Sentences", "consent"));
    case Fact::AddressedTo: return said(QT_TRANSLATE_NOOP("Sentences", "addressed to"));
    case Fact::Conflict: return said(QT_TRANSLATE_NOOP("Sentences", "conflict"));
    case Fact::PainfulNursingCare: return said(QT_TRANSLATE_NOOP("Sentences", "painful care"));
    case Fact::PcaPump: return said(QT_TRANSLATE_NOOP("Sentences", "analgesia pump"));
    case Fact::VideoDistressing: return said(QT_TRANSLATE_NOOP("Sentences", "video distressing"));
    case Fact::RespiteNeeded: return said(QT_TRANSLATE_NOOP("Sentences", "respite needed"));
    case Fact::TravelMinutes: return said(QT_TRANSLATE_NOOP("Sentences", "travel in minutes"));
    case Fact::VisitPossibleWithinHours:
        return said(QT_TRANSLATE_NOOP("Sentences", "visit possible within hours"));
    case Fact::AnswerNeededWithinHours:
        return said(QT_TRANSLATE_NOOP("Sentences", "answer needed within hours"));
    case Fact::VisitorInfectious: return said(QT_TRANSLATE_NOOP("Sentences", "visitor infectious"));
    case Fact::RemoteContactsSinceVisit:
        return said(QT_TRANSLATE_NOOP("Sentences", "remote contacts since the last visit"));
    case Fact::HomeTrained: return said(QT_TRANSLATE_NOOP("Sentences", "home trained"));
    case Fact::HomeAgreement: return said(QT_TRANSLATE_NOOP("Sentences", "agreement with the home"));
    }
    return {};
}

QString question(Fact fact)
{
    switch (fact) {
    case Fact::Motives: return said(QT_TRANSLATE_NOOP("Sentences", "Why does the home call?"));
    case Fact::Symptom: return said(QT_TRANSLATE_NOOP("Sentences", "Which symptom leads?"));
    case Fact::Severity: return said(QT_TRANSLATE_NOOP("Sentences", "How severe is it, from 0 to 10?"));
    case Fact::Dying:
        return said(QT_TRANSLATE_NOOP(
            "Sentences", "Is the resident dying now (death expected within hours or very few days)?"));
    case Fact::Context: return said(QT_TRANSLATE_NOOP("Sentences", "In which context?"));
    case Fact::SeenInPerson: return said(QT_TRANSLATE_NOOP("Sentences", "Has the team met this resident?"));
    case Fact::MustBeSeen:
        return said(QT_TRANSLATE_NOOP("Sentences", "Does the question need eyes on the resident?"));
    case Fact::NeedsExamination:
        return said(QT_TRANSLATE_NOOP("Sentences", "Does it need the team’s own hands?"));
    case Fact::Objective:
        return said(QT_TRANSLATE_NOOP("Sentences", "What is a teleconsultation to settle?"));
    case Fact::Bedside: return said(QT_TRANSLATE_NOOP("Sentences", "Who of the staff is at the bedside?"));
    case Fact::Video: return said(QT_TRANSLATE_NOOP("Sentences", "Does the home’s video work?"));
    case Fact::Documents:
        return said(QT_TRANSLATE_NOOP("Sentences", "Are photos, scores or prescriptions ready to send?"));
    case Fact::Consent:
        return said(QT_TRANSLATE_NOOP("Sentences", "Has the resident agreed to teleconsultation?"));
    case Fact::AddressedTo: return said(QT_TRANSLATE_NOOP("Sentences", "Whom does the home ask for?"));
    case Fact::Conflict:
        return said(QT_TRANSLATE_NOOP("Sentences",
                                      "Is there a conflict in the family, or between family and staff?"));
    case Fact::PainfulNursingCare: return said(QT_TRANSLATE_NOOP("Sentences", "Is nursing care painful?"));
    case Fact::PcaPump:
        return said(
            QT_TRANSLATE_NOOP("Sentences", "Does the resident have a patient-controlled analgesia pump?"));
    case Fact::VideoDistressing:
        return said(QT_TRANSLATE_NOOP("Sentences", "Would video distress the resident or the family?"));
    case Fact::RespiteNeeded:
        return said(QT_TRANSLATE_NOOP("Sentences", "Would a visit relieve an exhausted family or staff?"));
    case Fact::TravelMinutes:
        return said(QT_TRANSLATE_NOOP("Sentences", "How many minutes of travel to the home?"));
    case Fact::VisitPossibleWithinHours:
        return said(QT_TRANSLATE_NOOP("Sentences", "Within how many hours could a visit take place?"));
    case Fact::AnswerNeededWithinHours:
        return said(QT_TRANSLATE_NOOP("Sentences", "Within how many hours is an answer needed?"));
    case Fact::VisitorInfectious:
        return said(QT_TRANSLATE_NOOP("Sentences", "Would the visitor carry an infection in?"));
    case Fact::RemoteContactsSinceVisit:
        return said(QT_TRANSLATE_NOOP("Sentences", "How many remote contacts since the last visit?"));
    case Fact::HomeTrained:
        return said(QT_TRANSLATE_NOOP("Sentences", "Is the home’s staff trained in teleconsultation?"));
    case Fact::HomeAgreement:
        return said(QT_TRANSLATE_NOOP("Sentences", "Is there an agreement with the home?"));
    }
    return {};
}

namespace {

/// The word whose stable name this is; the name itself if this version does not know it.
template<class E> QString wordNamed(const std::string& name)
{
    const auto known = fromName<E>(name);
    return known ? word(*known) : fromUtf8(name);
}

QString wordText(Fact fact, const std::string& name)
{
    switch (fact) {
    case Fact::Symptom: return wordNamed<Symptom>(name);
    case Fact::Context: return wordNamed<Context>(name);
    case Fact::Bedside: return wordNamed<Bedside>(name);
    case Fact::Consent: return wordNamed<Consent>(name);
    case Fact::AddressedTo: return wordNamed<Addressee>(name);
    default: return fromUtf8(name); // the objective's own text
    }
}

QString numberText(Fact fact, int number)
{
    switch (fact) {
    case Fact::Severity: return said(QT_TRANSLATE_NOOP("Sentences", "%1 of 10")).arg(number);
    case Fact::TravelMinutes: return said(QT_TRANSLATE_NOOP("Sentences", "%1 min")).arg(number);
    case Fact::VisitPossibleWithinHours:
    case Fact::AnswerNeededWithinHours: return said(QT_TRANSLATE_NOOP("Sentences", "%1 h")).arg(number);
    default: return QString::number(number);
    }
}

} // namespace

QString valueText(Fact fact, const FactValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? said(QT_TRANSLATE_NOOP("Sentences", "yes"))
                     : said(QT_TRANSLATE_NOOP("Sentences", "no"));
    }
    if (const auto* number = std::get_if<int>(&value)) {
        return numberText(fact, *number);
    }
    if (const auto* name = std::get_if<std::string>(&value)) {
        return wordText(fact, *name);
    }
    if (const auto* motives = std::get_if<MotiveSet>(&value)) {
        return motivesText(*motives);
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "unknown"));
}

} // namespace chevet::workflow
