// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/answer_text.h"

#include <variant>

namespace chevet::test {
namespace {

template<class E> std::string listOf(clinical::SetOf<E> set)
{
    std::string text;
    for (const auto& [word, name] : clinical::Words<E>::all) {
        if (set.has(word)) {
            text += (text.empty() ? "" : "+") + std::string(name);
        }
    }
    return text;
}

std::string valueText(const clinical::FactValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value)) {
        return *yes ? "true" : "false";
    }
    if (const auto* number = std::get_if<int>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* word = std::get_if<std::string>(&value)) {
        return '"' + *word + '"';
    }
    std::string text = "[";
    for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
        if (std::get<clinical::MotiveSet>(value).has(motive)) {
            text += (text.size() > 1 ? ", \"" : "\"") + std::string(name) + '"';
        }
    }
    return text + ']';
}

} // namespace

std::string answerText(const clinical::Recommendation& answer)
{
    std::string text = std::string(nameOf(answer.priority)) + ' ' +
                       std::to_string(answer.answerWithinMinutes) + " min, " +
                       std::string(nameOf(answer.purpose));
    text += answer.meanwhile ? ", meanwhile" : "";
    text += answer.then ? ", then " + std::string(nameOf(*answer.then)) : "";
    text += answer.owed.empty() ? "" : ", owed " + listOf(answer.owed);
    text += answer.alsoConsider.empty() ? "" : ", consider " + listOf(answer.alsoConsider);
    for (const auto& each : answer.modalities) {
        text += "; " + std::string(nameOf(each.modality)) + ' ' + std::string(nameOf(each.verdict));
        const bool isOrdered =
            each.verdict != clinical::Verdict::Recommended && each.verdict != clinical::Verdict::Excluded;
        text += isOrdered ? ' ' + std::to_string(each.score) : std::string();
        text += each.conditions.empty() ? "" : " (" + listOf(each.conditions) + ')';
    }
    return text;
}

std::string factsText(const clinical::Facts& facts)
{
    std::string text = "{";
    for (const auto& about : clinical::allFacts) {
        if (clinical::isKnown(facts, about.fact)) {
            text += (text.size() > 1 ? ", " : " ") + std::string(about.name) + " = " +
                    valueText(clinical::valueOf(facts, about.fact));
        }
    }
    return text + " }";
}

} // namespace chevet::test
