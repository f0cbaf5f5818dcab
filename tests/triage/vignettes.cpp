// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/vignettes.h"

#include "triage/triage_support.h"

#include <set>
#include <stdexcept>

namespace chevet::test {
namespace {

using clinical::Recommendation;
using triage::Value;

using Names = std::set<std::string>;

Names namesIn(const Value& list)
{
    Names names;
    for (const auto& item : list.items) {
        names.insert(item.text);
    }
    return names;
}

template<class E> Names namesIn(clinical::SetOf<E> set)
{
    Names names;
    for (const auto& [word, name] : clinical::Words<E>::all) {
        if (set.has(word)) {
            names.insert(std::string(name));
        }
    }
    return names;
}

Names excludedBy(const Recommendation& answer)
{
    Names names;
    for (const auto& advice : answer.modalities) {
        if (advice.verdict == clinical::Verdict::Excluded) {
            names.insert(std::string(clinical::nameOf(advice.modality)));
        }
    }
    return names;
}

Names rulesThatSpeak(const Recommendation& answer)
{
    Names names;
    for (const auto& advice : answer.modalities) {
        for (const auto& reason : advice.reasons) {
            names.insert(reason.rule);
        }
    }
    for (const auto& reason : answer.furtherReasons) {
        names.insert(reason.rule);
    }
    return names;
}

Names assumedBy(const Recommendation& answer)
{
    Names names;
    for (const auto& assumption : answer.assumed) {
        names.insert(std::string(clinical::describe(assumption.fact).name));
    }
    return names;
}

} // namespace

std::string textOf(const Value& table, std::string_view key)
{
    const auto* value = table.find(key);
    return value == nullptr ? std::string() : value->text;
}

const std::vector<Value>& vignettes()
{
    static const auto all = [] {
        std::vector<Value> items;
        for (const auto* file : {"vignettes.toml", "vignettes_conflicts.toml"}) {
            const auto document =
                triage::readDocument(readSourceFile(std::string("tests/data/triage/") + file));
            if (!document || document->find("vignette") == nullptr) {
                throw std::invalid_argument(file);
            }
            const auto& found = document->find("vignette")->items;
            items.insert(items.end(), found.begin(), found.end());
        }
        return items;
    }();
    return all;
}

std::vector<std::string> mismatches(const Recommendation& answer, const Value& expect)
{
    static const Value nothing;
    std::vector<std::string> wrong;
    const auto check = [&](std::string_view what, bool isSo) {
        if (!isSo) {
            wrong.emplace_back(what);
        }
    };
    const auto listOf = [&](std::string_view key) -> const Value& {
        const auto* list = expect.find(key);
        return list == nullptr ? nothing : *list;
    };
    const auto isAsked = [&](std::string_view key) { return expect.find(key) != nullptr; };
    check("first", clinical::nameOf(answer.first) == textOf(expect, "first"));
    check("then", (answer.then ? clinical::nameOf(*answer.then) : "") == textOf(expect, "then"));
    const auto* meanwhile = expect.find("meanwhile");
    check("meanwhile", answer.meanwhile.has_value() == (meanwhile != nullptr && meanwhile->boolean));
    check("priority",
          !isAsked("priority") || clinical::nameOf(answer.priority) == textOf(expect, "priority"));
    check("purpose", !isAsked("purpose") || clinical::nameOf(answer.purpose) == textOf(expect, "purpose"));
    check("minutes", !isAsked("minutes") || answer.answerWithinMinutes == expect.find("minutes")->integer);
    check("owed", !isAsked("owed") || namesIn(answer.owed) == namesIn(listOf("owed")));
    check("conditions",
          !isAsked("conditions") || namesIn(answer.conditions) == namesIn(listOf("conditions")));
    check("excluded", !isAsked("excluded") || excludedBy(answer) == namesIn(listOf("excluded")));
    check("assumed", !isAsked("assumed") || assumedBy(answer) == namesIn(listOf("assumed")));
    check("consider", namesIn(answer.alsoConsider) == namesIn(listOf("consider")));
    const auto speaking = rulesThatSpeak(answer);
    for (const auto& rule : namesIn(listOf("rules"))) {
        check("rule that should speak: " + rule, speaking.count(rule) == 1);
    }
    return wrong;
}

} // namespace chevet::test
