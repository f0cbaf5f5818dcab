// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The vignettes of tests/data/triage: calls as they come, each with the passage that its answer stands on.

#include "support/catch.h"
#include "triage/plain_answer.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <set>

using namespace chevet;
using namespace chevet::test;
using clinical::Recommendation;
using triage::Value;

namespace {

const Value& vignettes()
{
    static const auto document = triage::readDocument(readSourceFile("tests/data/triage/vignettes.toml"));
    REQUIRE(document);
    const auto* list = document->find("vignette");
    REQUIRE(list != nullptr);
    return *list;
}

std::string textOf(const Value& table, std::string_view key)
{
    const auto* value = table.find(key);
    return value == nullptr ? std::string() : value->text;
}

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

/// Owed, `then` and meanwhile are checked even where the vignette does not mention them: silence means none.
void checkAnswer(const Recommendation& answer, const Value& expect)
{
    static const Value nothing;
    const auto listOf = [&](std::string_view key) -> const Value& {
        const auto* list = expect.find(key);
        return list == nullptr ? nothing : *list;
    };
    CHECK(clinical::nameOf(answer.first) == textOf(expect, "first"));
    CHECK((answer.then ? clinical::nameOf(*answer.then) : std::string_view{}) == textOf(expect, "then"));
    const auto* meanwhile = expect.find("meanwhile");
    CHECK(answer.meanwhile.has_value() == (meanwhile != nullptr && meanwhile->boolean));
    if (expect.find("priority") != nullptr) {
        CHECK(clinical::nameOf(answer.priority) == textOf(expect, "priority"));
    }
    if (expect.find("purpose") != nullptr) {
        CHECK(clinical::nameOf(answer.purpose) == textOf(expect, "purpose"));
    }
    if (const auto* minutes = expect.find("minutes")) {
        CHECK(answer.answerWithinMinutes == minutes->integer);
    }
    if (expect.find("owed") != nullptr) {
        CHECK(namesIn(answer.owed) == namesIn(listOf("owed")));
    }
    if (expect.find("conditions") != nullptr) {
        CHECK(namesIn(answer.conditions) == namesIn(listOf("conditions")));
    }
    if (expect.find("excluded") != nullptr) {
        CHECK(excludedBy(answer) == namesIn(listOf("excluded")));
    }
    if (expect.find("assumed") != nullptr) {
        CHECK(assumedBy(answer) == namesIn(listOf("assumed")));
    }
    CHECK(namesIn(answer.alsoConsider) == namesIn(listOf("consider")));
    const auto speaking = rulesThatSpeak(answer);
    for (const auto& rule : namesIn(listOf("rules"))) {
        INFO("should speak: " << rule);
        CHECK(speaking.count(rule) == 1);
    }
}

} // namespace

TEST_CASE("each vignette gets the answer that its passage supports")
{
    const std::set<std::string> known{"first", "then",       "meanwhile", "priority", "purpose",  "minutes",
                                      "owed",  "conditions", "excluded",  "assumed",  "consider", "rules"};
    for (const auto& vignette : vignettes().items) {
        INFO(textOf(vignette, "id") << ": " << textOf(vignette, "story"));
        CHECK_FALSE(textOf(vignette, "passage").empty());
        const auto* given = vignette.find("facts");
        const auto* expect = vignette.find("expect");
        REQUIRE(given != nullptr);
        REQUIRE(expect != nullptr);
        for (const auto& [key, value] : expect->fields) {
            INFO(key);
            CHECK(known.count(key) == 1);
        }
        const auto facts = factsFrom(*given);
        checkAnswer(triage::recommend(shippedRules(), facts), *expect);
        CHECK(clinical::nameOf(plainAnswer(facts).first) == textOf(*expect, "first"));
    }
}

TEST_CASE("there are at least forty vignettes and they have names of their own")
{
    Names ids;
    for (const auto& vignette : vignettes().items) {
        ids.insert(textOf(vignette, "id"));
    }
    CHECK(ids.size() == vignettes().items.size());
    CHECK(ids.size() >= 40);
}

TEST_CASE("each of the seven traps between the sources has its vignettes")
{
    for (int trap = 1; trap <= 7; ++trap) {
        INFO("trap " << trap);
        int count = 0;
        for (const auto& vignette : vignettes().items) {
            count +=
                textOf(vignette, "story").find("Trap " + std::to_string(trap)) != std::string::npos ? 1 : 0;
        }
        CHECK(count >= 1);
    }
}
