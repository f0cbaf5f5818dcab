// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/rule_words.h"

#include "workflow/sentences.h"
#include "workflow/store/said.h"

#include <array>

namespace chevet::workflow {

using namespace clinical;
using triage::Expression;
using triage::Question;

namespace {

QString slotText(triage::Slot slot)
{
    switch (slot) {
    case triage::teleconsultationSlot: return said(QT_TRANSLATE_NOOP("Sentences", "teleconsultation"));
    case triage::visitSlot: return said(QT_TRANSLATE_NOOP("Sentences", "a visit"));
    case triage::firstSlot: return said(QT_TRANSLATE_NOOP("Sentences", "what comes first"));
    default: return word(allFacts.at(slot).fact);
    }
}

QString derivedText(std::string_view value)
{
    if (value == "ready") {
        return said(QT_TRANSLATE_NOOP("Sentences", "everything for it is in place"));
    }
    if (value == "on_condition") {
        return said(QT_TRANSLATE_NOOP("Sentences", "something for it is still missing"));
    }
    if (value == "ruled_out") {
        return said(QT_TRANSLATE_NOOP("Sentences", "ruled out"));
    }
    if (value == "in_time") {
        return said(QT_TRANSLATE_NOOP("Sentences", "possible in time"));
    }
    if (value == "late") {
        return said(QT_TRANSLATE_NOOP("Sentences", "possible only after the answer is due"));
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "nobody knows yet when it is possible"));
}

QString choiceText(triage::Slot slot, std::size_t bit, std::string_view name)
{
    if (slot == triage::firstSlot) {
        const auto modality = fromName<Modality>(name);
        return modality ? shortWord(*modality) : QString();
    }
    if (slot >= allFacts.size()) {
        return derivedText(name);
    }
    const auto& about = allFacts.at(slot);
    if (about.type == FactType::YesNo) {
        return valueText(about.fact, bit == 1);
    }
    if (about.type == FactType::Text) {
        return said(QT_TRANSLATE_NOOP("Sentences", "stated"));
    }
    return valueText(about.fact, std::string(name));
}

QString oneOfText(const QStringList& words)
{
    return words.join(said(QT_TRANSLATE_NOOP("Sentences", " or ")));
}

QString choicesText(const Question& question)
{
    QStringList words;
    const auto names = triage::valuesOfSlot(question.slot);
    for (std::size_t bit = 0; bit < names.size(); ++bit) {
        if (((question.choices >> bit) & 1U) != 0) {
            words << choiceText(question.slot, bit, names[bit]);
        }
    }
    return oneOfText(words);
}

QString motivesOf(const Question& question)
{
    QStringList words;
    const auto motives = MotiveSet::ofBits(question.choices);
    for (const auto& [motive, name] : Words<Motive>::all) {
        if (motives.has(motive)) {
            words << word(motive);
        }
    }
    return oneOfText(words);
}

QString rangeText(const Question& question)
{
    const auto& about = allFacts.at(question.slot);
    const auto lowest = valueText(about.fact, question.lowest);
    const auto highest = valueText(about.fact, question.highest);
    if (question.lowest <= about.lowest) {
        return said(QT_TRANSLATE_NOOP("Sentences", "at most %1")).arg(highest);
    }
    if (question.highest >= about.highest) {
        return said(QT_TRANSLATE_NOOP("Sentences", "at least %1")).arg(lowest);
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "from %1 to %2")).arg(lowest, highest);
}

QString questionText(const Question& question)
{
    const auto line = said(QT_TRANSLATE_NOOP("Sentences", "%1: %2"));
    const auto about = slotText(question.slot);
    switch (question.test) {
    case Question::Test::OneOf: return line.arg(about, choicesText(question));
    case Question::Test::Between: return line.arg(about, rangeText(question));
    case Question::Test::HasAny: return line.arg(about, motivesOf(question));
    case Question::Test::Only:
        return said(QT_TRANSLATE_NOOP("Sentences", "the only motive: %1")).arg(motivesOf(question));
    case Question::Test::Unknown: return said(QT_TRANSLATE_NOOP("Sentences", "%1: not known")).arg(about);
    }
    return {};
}

QString partsText(const Expression& expression, const QString& between)
{
    QStringList parts;
    for (const auto& part : expression.parts) {
        const bool isGroup = part.kind != Expression::Kind::Ask && part.parts.size() > 1;
        parts << (isGroup ? QStringLiteral("(%1)").arg(conditionText(part)) : conditionText(part));
    }
    return parts.join(between);
}

QString nameIn(Modality modality)
{
    return shortWord(modality);
}

template<class E> QString nameIn(E value)
{
    return word(value);
}

template<class E> QString wordsOfSet(const SetOf<E>& set)
{
    QStringList words;
    for (const auto& [value, name] : Words<E>::all) {
        if (set.has(value)) {
            words << nameIn(value);
        }
    }
    return words.join(QStringLiteral(", "));
}

template<class E> void addSet(QStringList& lines, const char* english, const SetOf<E>& set)
{
    if (!set.empty()) {
        lines << said(english).arg(wordsOfSet(set));
    }
}

} // namespace

QString conditionText(const Expression& condition)
{
    switch (condition.kind) {
    case Expression::Kind::Ask: return questionText(condition.question);
    case Expression::Kind::All:
        return condition.parts.empty() ? said(QT_TRANSLATE_NOOP("Sentences", "always"))
                                       : partsText(condition, said(QT_TRANSLATE_NOOP("Sentences", "; and ")));
    case Expression::Kind::Any: return partsText(condition, said(QT_TRANSLATE_NOOP("Sentences", "; or ")));
    case Expression::Kind::None: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "none of these: %1"))
        .arg(partsText(condition, QStringLiteral("; ")));
}

QStringList effectsText(const triage::Effects& effects)
{
    QStringList lines;
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "excludes: %1"), effects.exclude);
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "never first: %1"), effects.neverFirst);
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "speaks strongly for: %1"), effects.speaksStronglyFor);
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "speaks for: %1"), effects.speaksFor);
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "speaks against: %1"), effects.speaksAgainst);
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "speaks strongly against: %1"),
           effects.speaksStronglyAgainst);
    for (const auto& [modality, name] : Words<Modality>::all) {
        const auto& conditions = effects.conditions.at(triage::indexOf(modality));
        if (!conditions.empty()) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "before a %1: %2"))
                         .arg(shortWord(modality), wordsOfSet(conditions));
        }
    }
    if (effects.meanwhile) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "a call bridges the time until the visit"));
    }
    if (effects.then) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "afterwards: %1")).arg(shortWord(*effects.then));
    }
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "owed: %1"), effects.owed);
    addSet(lines, QT_TRANSLATE_NOOP("Sentences", "to consider: %1"), effects.consider);
    if (effects.priority) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "at least %1")).arg(code(*effects.priority));
    }
    if (const auto& minutes = effects.answerWithinMinutes) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "an answer within %1"))
                     .arg(spanText(std::chrono::minutes(*minutes)));
    }
    if (effects.purpose) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "purpose: %1")).arg(word(*effects.purpose));
    }
    return lines;
}

QString settingText(std::string_view name)
{
    struct Named
    {
        std::string_view name;
        const char* english;
    };
    static constexpr std::array<Named, 9> all{{
        {"severity_moderate", QT_TRANSLATE_NOOP("Sentences", "severity from which a symptom is moderate")},
        {"severity_severe", QT_TRANSLATE_NOOP("Sentences", "severity from which a symptom is severe")},
        {"asynchronous_answer_hours",
         QT_TRANSLATE_NOOP("Sentences", "hours that a written answer may take at least")},
        {"remote_contacts_before_visit",
         QT_TRANSLATE_NOOP("Sentences", "remote contacts after which a visit follows")},
        {"far_travel_minutes", QT_TRANSLATE_NOOP("Sentences", "minutes of travel from which a home is far")},
        {"p1_answer_minutes", QT_TRANSLATE_NOOP("Sentences", "minutes to the answer at P1")},
        {"p2_answer_minutes", QT_TRANSLATE_NOOP("Sentences", "minutes to the answer at P2")},
        {"p3_answer_minutes", QT_TRANSLATE_NOOP("Sentences", "minutes to the answer at P3")},
        {"p4_answer_minutes", QT_TRANSLATE_NOOP("Sentences", "minutes to the answer at P4")},
    }};
    for (const auto& setting : all) {
        if (setting.name == name) {
            return said(setting.english);
        }
    }
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace chevet::workflow
