// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/recommendation_json.h"

#include "commands/facts_json.h"

#include <nlohmann/json.hpp>

#include <string>

namespace chevet::commands {
namespace {

using nlohmann::ordered_json;

template<class E> ordered_json nameOrNull(const std::optional<E>& word)
{
    return word ? ordered_json(clinical::nameOf(*word)) : ordered_json(nullptr);
}

template<class E> ordered_json namesOf(const clinical::SetOf<E>& set)
{
    auto names = ordered_json::array();
    for (const auto& [word, name] : clinical::Words<E>::all) {
        if (set.has(word)) {
            names.push_back(name);
        }
    }
    return names;
}

std::string_view nameOfFact(clinical::Fact fact)
{
    return clinical::describe(fact).name;
}

ordered_json reasonsToJson(const std::vector<clinical::Reason>& reasons)
{
    auto list = ordered_json::array();
    for (const auto& reason : reasons) {
        list.push_back({{"rule", reason.rule},
                        {"effect", reason.effect},
                        {"text", {{"en", reason.text.english}, {"fr", reason.text.french}}},
                        {"source", reason.source}});
    }
    return list;
}

ordered_json modalityToJson(const clinical::ModalityAdvice& advice)
{
    return {{"modality", clinical::nameOf(advice.modality)},
            {"verdict", clinical::nameOf(advice.verdict)},
            {"score", advice.score},
            {"conditions", namesOf(advice.conditions)},
            {"reasons", reasonsToJson(advice.reasons)}};
}

ordered_json assumedToJson(const std::vector<clinical::Assumption>& assumed)
{
    auto list = ordered_json::array();
    for (const auto& assumption : assumed) {
        list.push_back({{"fact", nameOfFact(assumption.fact)}, {"as", valueToJson(assumption.as)}});
    }
    return list;
}

ordered_json silentToJson(const std::vector<clinical::SilentRule>& rules)
{
    auto list = ordered_json::array();
    for (const auto& silent : rules) {
        auto missing = ordered_json::array();
        for (const auto fact : silent.missing) {
            missing.push_back(nameOfFact(fact));
        }
        list.push_back({{"rule", silent.rule}, {"missing", std::move(missing)}});
    }
    return list;
}

ordered_json changesToJson(const std::vector<clinical::FactChange>& changes)
{
    auto list = ordered_json::array();
    for (const auto& change : changes) {
        list.push_back({{"fact", nameOfFact(change.fact)},
                        {"value", valueToJson(change.value)},
                        {"first", clinical::nameOf(change.first)}});
    }
    return list;
}

} // namespace

ordered_json recommendationToJson(const clinical::Recommendation& answer)
{
    auto modalities = ordered_json::array();
    for (const auto& advice : answer.modalities) {
        modalities.push_back(modalityToJson(advice));
    }
    ordered_json document;
    document["first"] = clinical::nameOf(answer.first);
    document["meanwhile"] = nameOrNull(answer.meanwhile);
    document["then"] = nameOrNull(answer.then);
    document["purpose"] = clinical::nameOf(answer.purpose);
    document["priority"] = clinical::nameOf(answer.priority);
    document["answer_within_minutes"] = answer.answerWithinMinutes;
    document["modalities"] = std::move(modalities);
    document["conditions"] = namesOf(answer.conditions);
    document["owed"] = namesOf(answer.owed);
    document["also_consider"] = namesOf(answer.alsoConsider);
    document["assumed"] = assumedToJson(answer.assumed);
    document["silent_rules"] = silentToJson(answer.silentRules);
    document["would_change"] = changesToJson(answer.wouldChange);
    document["further_reasons"] = reasonsToJson(answer.furtherReasons);
    document["rules"] = {{"hash", answer.rules.hash}, {"version", answer.rules.version}};
    return document;
}

} // namespace chevet::commands
