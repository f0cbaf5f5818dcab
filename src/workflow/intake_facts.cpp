// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Motives, questions and facts, and the proposal that follows from them.
#include "triage/questions.h"
#include "triage/recommend.h"
#include "workflow/intake.h"
#include "workflow/store/intake_self.h"
#include "workflow/store/motive_list.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

using clinical::Fact;
using clinical::FactType;
using clinical::FactValue;

// ---- motives ----

std::vector<MotiveChoice> Intake::motiveChoices()
{
    return allMotiveChoices();
}

void Intake::toggleMotive(const MotiveChoice& choice)
{
    const auto number = numberOf(choice);
    if (!number) {
        return;
    }
    auto& chosen = m_self->draft.choices;
    const auto found = std::find(chosen.begin(), chosen.end(), *number);
    if (found == chosen.end()) {
        chosen.push_back(*number);
    } else {
        chosen.erase(found);
    }
    m_self->touch(Self::Haste::AtOnce);
}

bool Intake::isChosen(const MotiveChoice& choice) const
{
    const auto number = numberOf(choice);
    const auto& chosen = m_self->draft.choices;
    return number && std::find(chosen.begin(), chosen.end(), *number) != chosen.end();
}

clinical::MotiveSet Intake::motives() const
{
    return m_self->allFacts().motives;
}

std::vector<MotiveChoice> Intake::Self::choices() const
{
    std::vector<MotiveChoice> chosen;
    for (const auto number : draft.choices) {
        if (const auto choice = motiveChoice(number)) {
            chosen.push_back(*choice);
        }
    }
    return chosen;
}

// ---- what is known without asking ----

namespace {

template<class Value> void take(std::optional<Value>& to, const std::optional<Value>& from)
{
    if (from) {
        to = from;
    }
}

} // namespace

/// From the home's and the resident's record.
void Intake::Self::addRecord(clinical::Facts& to) const
{
    if (home) {
        take(to.travelMinutes, home->home.travelMinutes);
        take(to.video, home->home.video);
        take(to.homeTrained, home->home.trained);
        take(to.homeAgreement, home->home.agreement);
    }
    if (resident) {
        to.seenInPerson = resident->seenInPerson;
        to.remoteContactsSinceVisit = resident->remoteContactsSinceVisit;
    }
}

/// What was told in the earlier call that this one joins. It may have changed, so it is asked again all the
/// same.
clinical::Facts Intake::Self::factsOfOpenCase() const
{
    auto told = intake.joinsOpenRequest() && openFacts ? *openFacts : clinical::Facts{};
    if (told.dying == false) {
        told.dying.reset(); // yesterday's "no" is no answer today
    }
    if (draft.again) { // the letters of the motives say these anew
        told.motives = {};
        told.symptom.reset();
        told.conflict.reset();
        told.pcaPump.reset();
    }
    return told;
}

/// The letters that were chosen then; not `unclear`, since a motive is what is looked for now.
void Intake::Self::takeMotivesOfOpenCase()
{
    if (!draft.again || !openFacts || !draft.choices.empty() || !isEmpty()) {
        return;
    }
    for (const auto& choice : allMotiveChoices()) {
        const bool isSame = openFacts->motives.has(choice.motive) &&
                            choice.motive != clinical::Motive::Unclear &&
                            (choice.motive != clinical::Motive::Symptom || choice.pcaPump
                                 ? choice.pcaPump == openFacts->pcaPump.value_or(false)
                                 : choice.symptom == openFacts->symptom) &&
                            (choice.motive != clinical::Motive::Psychosocial ||
                             choice.conflict == openFacts->conflict.value_or(false));
        if (const auto number = numberOf(choice); isSame && number) {
            draft.choices.push_back(*number);
        }
    }
    choicesAtFirst = draft.choices;
}

/// What need not be asked: it stands in the record, or a motive's letter has said it.
std::vector<Fact> Intake::Self::known() const
{
    clinical::Facts sure;
    addRecord(sure);
    for (const auto& choice : choices()) {
        take(sure.symptom, choice.symptom);
        take(sure.conflict, choice.conflict ? std::optional(true) : std::nullopt);
        take(sure.pcaPump, choice.pcaPump ? std::optional(true) : std::nullopt);
    }
    std::vector<Fact> list;
    for (const auto& description : clinical::allFacts) {
        if (description.fact != Fact::Motives && isKnown(sure, description.fact)) {
            list.push_back(description.fact);
        }
    }
    return list;
}

/// The earlier call, the record, then the motives' letters, then the answers of this call, each over the one
/// before.
const clinical::Facts& Intake::Self::allFacts()
{
    if (facts) {
        return *facts;
    }
    auto all = factsOfOpenCase();
    addRecord(all);
    std::optional<clinical::Symptom> leading;
    for (const auto& choice : choices()) {
        all.motives.insert(choice.motive);
        if (choice.symptom && !leading) {
            leading = choice.symptom; // the one named first leads
        }
        take(all.conflict, choice.conflict ? std::optional(true) : std::nullopt);
        take(all.pcaPump, choice.pcaPump ? std::optional(true) : std::nullopt);
    }
    take(all.symptom, leading);
    for (const auto fact : draft.answered) {
        const auto value = valueOf(draft.facts, fact);
        if (fact != Fact::Motives) {
            (void)setValue(all, fact, value); // was checked when it was answered
        }
    }
    all.motives = clinical::MotiveSet::ofBits(all.motives.bits() | draft.facts.motives.bits());
    facts = std::move(all);
    return *facts;
}

/// Those of the home that calls, once it is known. Only while there is a room.
const triage::RuleSet& Intake::Self::rules() const
{
    return room->rulesFor(draft.home);
}

const clinical::Recommendation& Intake::Self::proposal()
{
    if (!recommendation) {
        // Without a room nothing can be decided any more; the last proposal is as good as any.
        recommendation =
            room != nullptr ? triage::recommend(rules(), allFacts()) : clinical::Recommendation{};
    }
    return *recommendation;
}

const clinical::Facts& Intake::facts() const
{
    return m_self->allFacts();
}

const clinical::Recommendation& Intake::recommendation() const
{
    return m_self->proposal();
}

// ---- questions ----

namespace {

std::vector<std::pair<QString, FactValue>> answersOf(Fact fact, FactType type)
{
    std::vector<std::pair<QString, FactValue>> answers;
    if (type == FactType::YesNo) {
        answers = {{valueText(fact, true), true}, {valueText(fact, false), false}};
    }
    for (const auto name : clinical::wordsOf(fact)) {
        const FactValue value = std::string(name);
        answers.emplace_back(valueText(fact, value), value);
    }
    if (!answers.empty()) {
        answers.emplace_back(valueText(fact, std::monostate{}), std::monostate{});
    }
    return answers;
}

} // namespace

IntakeQuestion questionFor(Fact fact)
{
    IntakeQuestion question;
    question.fact = fact;
    question.text = workflow::question(fact);
    question.type = clinical::describe(fact).type;
    question.answers = answersOf(fact, question.type);
    return question;
}

IntakeQuestion Intake::Self::questionWithAnswer(Fact fact) const
{
    auto question = questionFor(fact);
    question.answered = std::find(draft.answered.begin(), draft.answered.end(), fact) != draft.answered.end();
    question.value = question.answered ? valueOf(draft.facts, fact) : FactValue{};
    return question;
}

std::vector<IntakeQuestion> Intake::conditionQuestions() const
{
    std::vector<IntakeQuestion> questions;
    if (m_self->room == nullptr || !missing().empty()) {
        return questions;
    }
    const auto& rules = m_self->rules();
    const auto asked = triage::questionsFor(rules, facts(), m_self->known());
    const auto& answered = m_self->draft.answered;
    const auto isIn = [](const std::vector<Fact>& all, Fact fact) {
        return std::find(all.begin(), all.end(), fact) != all.end();
    };
    for (const auto& needed : rules.rules().prerequisites) {
        const bool isOpen = recommendation().conditions.has(needed.condition);
        if ((isOpen || isIn(answered, needed.fact)) && !isIn(asked, needed.fact)) {
            questions.push_back(m_self->questionWithAnswer(needed.fact));
        }
    }
    return questions;
}

std::vector<IntakeQuestion> Intake::questions() const
{
    std::vector<IntakeQuestion> questions;
    if (m_self->room == nullptr) {
        return questions;
    }
    for (const auto fact : triage::questionsFor(m_self->rules(), facts(), m_self->known())) {
        questions.push_back(m_self->questionWithAnswer(fact));
    }
    return questions;
}

void Intake::setFact(Fact fact, const FactValue& value)
{
    if (const auto set = setValue(m_self->draft.facts, fact, value); !set) {
        Q_EMIT refused(sentenceFor(set.error()));
        return;
    }
    auto& answered = m_self->draft.answered;
    if (std::find(answered.begin(), answered.end(), fact) == answered.end()) {
        answered.push_back(fact);
    }
    m_self->touch(Self::Haste::Soon);
}

std::vector<Sentence> Intake::missing() const
{
    std::vector<Sentence> missing;
    if (!m_self->home) {
        missing.push_back({said(QT_TRANSLATE_NOOP("Sentences", "The home is missing.")),
                           said(QT_TRANSLATE_NOOP("Sentences", "Type three letters of its name."))});
    }
    if (!m_self->resident) {
        missing.push_back(
            {said(QT_TRANSLATE_NOOP("Sentences", "The resident is missing.")),
             said(QT_TRANSLATE_NOOP(
                 "Sentences",
                 "Type the date of birth and three letters, or enter a provisional identity."))});
    }
    if (m_self->draft.choices.empty() && m_self->draft.facts.motives.empty()) {
        missing.push_back(
            {said(QT_TRANSLATE_NOOP("Sentences", "The motive is missing.")),
             said(QT_TRANSLATE_NOOP("Sentences", "Type its letter; unclear is a motive too."))});
    }
    return missing;
}

} // namespace chevet::workflow
