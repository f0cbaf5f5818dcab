// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/facts_json.h"
#include "support/catch.h"
#include "support/random.h"

#include <fstream>
#include <iterator>
#include <string>

using namespace chevet::clinical;
using namespace chevet::commands;
using Kind = JsonFault::Kind;

namespace {

std::string fileText(const std::string& name)
{
    std::ifstream file(CHEVET_SOURCE_DIR "/tests/data/commands/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

JsonFault faultOf(std::string_view text)
{
    const auto facts = factsFromJson(text);
    REQUIRE_FALSE(facts.has_value());
    return facts.error();
}

/// A value for the fact, or unknown, from all that it may take.
FactValue anyValue(const FactDescription& about, chevet::test::Random& random)
{
    if (random.onceIn(3)) {
        return {};
    }
    switch (about.type) {
    case FactType::Motives: return MotiveSet::ofBits(random.below(32) << 1U);
    case FactType::Word: {
        const auto words = wordsOf(about.fact);
        return std::string(words[random.below(words.size())]);
    }
    case FactType::Number: return static_cast<int>(random.between(about.lowest, about.highest));
    case FactType::YesNo: return random.onceIn(2);
    case FactType::Text: break;
    }
    return std::string("Réévaluer \"la douleur\"\n\t\\");
}

} // namespace

TEST_CASE("Every fact is read under its name and written as it was read")
{
    const auto text = fileText("facts_complete.json");
    const auto facts = factsFromJson(text);
    REQUIRE(facts);
    for (const auto& about : allFacts) {
        INFO(about.name);
        CHECK(isKnown(*facts, about.fact));
    }
    CHECK(facts->motives == MotiveSet{Motive::Symptom, Motive::Psychosocial});
    CHECK(facts->severity == 7);
    CHECK(facts->consent == Consent::GivenBySurrogate);
    CHECK(facts->objective == "Adapter le traitement antalgique");
    CHECK(facts->homeAgreement == true);
    CHECK(nlohmann::json(factsToJson(*facts)) == nlohmann::json::parse(text));
}

TEST_CASE("Any facts come back from their JSON as they were")
{
    CHEVET_SEEDED(random, 11);
    for (int i = 0; i < 2000; ++i) {
        Facts facts;
        for (const auto& about : allFacts) {
            REQUIRE(setValue(facts, about.fact, anyValue(about, random)));
        }
        const auto text = written(factsToJson(facts), -1);
        INFO(text);
        CHECK(factsFromJson(text) == facts);
    }
}

TEST_CASE("Absent keys, null, no motives and an empty objective are unknown")
{
    CHECK(factsFromJson("{}") == Facts{});
    CHECK(factsFromJson(R"({"severity": null, "motives": [], "objective": "", "video": null})") == Facts{});
    CHECK(factsFromJson(R"({"motives": null})") == Facts{});
}

TEST_CASE("The ends of a range are in, their neighbours out")
{
    CHECK(factsFromJson(R"({"severity": 0})")->severity == 0);
    CHECK(factsFromJson(R"({"severity": 10})")->severity == 10);
    for (const std::string number : {"-1", "11", "99999999999", "18446744073709551615",
                                     "18446744073709551616", "-99999999999999999999999"}) {
        INFO(number);
        const auto fault = faultOf(R"({"severity": )" + number + "}");
        CHECK(fault.kind == Kind::OutOfRange);
        CHECK(fault.path == "$.severity");
        CHECK(fault.lowest == 0);
        CHECK(fault.highest == 10);
    }
}

TEST_CASE("A value of another type is refused with the type that is meant")
{
    const auto expected = [](std::string_view text) {
        const auto fault = faultOf(text);
        CHECK(fault.kind == Kind::WrongType);
        return fault.expected;
    };
    CHECK(expected(R"({"severity": "7"})") == JsonFault::Expected::WholeNumber);
    CHECK(expected(R"({"severity": 7.5})") == JsonFault::Expected::WholeNumber);
    CHECK(expected(R"({"severity": 7.0})") == JsonFault::Expected::WholeNumber);
    CHECK(expected(R"({"severity": true})") == JsonFault::Expected::WholeNumber);
    CHECK(expected(R"({"dying": 0})") == JsonFault::Expected::YesNo);
    CHECK(expected(R"({"dying": "no"})") == JsonFault::Expected::YesNo);
    CHECK(expected(R"({"objective": 3})") == JsonFault::Expected::Text);
    CHECK(expected(R"({"symptom": ["pain"]})") == JsonFault::Expected::Word);
    CHECK(expected(R"({"motives": "symptom"})") == JsonFault::Expected::Words);
    CHECK(expected(R"({"motives": [1]})") == JsonFault::Expected::Word);
    CHECK(expected("[]") == JsonFault::Expected::Object);
    CHECK(expected("7") == JsonFault::Expected::Object);
}

TEST_CASE("A mistyped fact is refused with the name that was meant")
{
    const auto fault = faultOf(R"({"dying": true, "severty": 3})");
    CHECK(fault.kind == Kind::UnknownKey);
    CHECK(fault.path == "$.severty");
    CHECK(fault.nearest == "severity");
    CHECK(faultOf(R"({"blood_pressure": 3})").nearest.empty());
}

TEST_CASE("A mistyped word is refused with the words that are known")
{
    const auto fault = faultOf(R"({"motives": ["symptom", "psycosocial"]})");
    CHECK(fault.kind == Kind::UnknownWord);
    CHECK(fault.path == "$.motives[1]");
    CHECK(fault.nearest == "psychosocial");
    CHECK(fault.allowed == "symptom, psychosocial, ethical, acute, unclear");
    CHECK(faultOf(R"({"bedside": "Nurse"})").nearest == "nurse");
}

TEST_CASE("A key or a motive that comes twice is refused")
{
    const auto key = faultOf(R"({"dying": true, "dying": false})");
    CHECK(key.kind == Kind::DuplicateKey);
    CHECK(key.path == "$.dying");
    // The same name in another spelling of JSON is the same name.
    CHECK(faultOf(R"({"dying": true, "dyin\u0067": false})").kind == Kind::DuplicateKey);
    const auto motive = faultOf(R"({"motives": ["acute", "acute"]})");
    CHECK(motive.kind == Kind::GivenTwice);
    CHECK(motive.path == "$.motives[1]");
}

TEST_CASE("Broken JSON is named by line and column")
{
    const auto fault = faultOf("{\n  \"dying\": true,\n  \"objective\": \"à vérifier\" x\n}");
    CHECK(fault.kind == Kind::Syntax);
    CHECK(fault.line == 3);
    CHECK(fault.column == 29);
    CHECK(fault.found == "x");
    const auto cut = faultOf("{\"dying\": tr");
    CHECK(cut.kind == Kind::Syntax);
    CHECK(cut.line == 1);
    CHECK(faultOf("{\"dying\": true} {}").kind == Kind::Syntax);
    CHECK(faultOf("{\"dying\": 1e999}").kind == Kind::Syntax);
    CHECK(faultOf("{'dying': true}").column == 2);
    CHECK(faultOf("{\"objective\": \"\xC3(\"}").kind == Kind::Syntax);
    CHECK(faultOf(std::string_view("\x00\x01\x02\xFF", 4)).kind == Kind::Syntax);
}

TEST_CASE("Empty, too large and too deep documents are told apart")
{
    CHECK(faultOf("").kind == Kind::Empty);
    CHECK(faultOf(" \n\t").kind == Kind::Empty);
    const auto around = [](std::size_t size) {
        return R"({"objective": ")" + std::string(size - 17, 'a') + R"("})";
    };
    CHECK(factsFromJson(around(largestDocument)).has_value());
    CHECK(faultOf(around(largestDocument + 1)).kind == Kind::TooLarge);
    CHECK(faultOf(std::string(16, '[') + std::string(16, ']')).kind == Kind::WrongType);
    CHECK(faultOf(std::string(17, '[') + std::string(17, ']')).kind == Kind::TooDeep);
    CHECK(faultOf(std::string(500000, '[')).kind == Kind::TooDeep);
}

TEST_CASE("What the input wrote is cleaned before it is shown")
{
    CHECK(shown("a\x1B[31m") == "a\\x1b[31m");
    CHECK(shown("é\xC2\x9B") == "é\\xc2\\x9b");
    CHECK(shown("\xE2\x80\xAE!") == "\\xe2\\x80\\xae!");
    CHECK(shown("\xFF") == "\\xff");
    CHECK(shown(std::string(100, 'x')) == std::string(40, 'x') + "…");
    CHECK(faultOf("{\"\\u001b[2J\": 1}").path == "$[\"\\x1b[2J\"]");
}

TEST_CASE("Random rubbish around valid facts never gets past the reader unharmed and never crashes it")
{
    CHEVET_SEEDED(random, 5);
    const auto good = fileText("facts_complete.json");
    const auto expected = factsFromJson(good);
    REQUIRE(expected);
    for (int i = 0; i < 3000; ++i) {
        auto text = good;
        const auto at = random.below(text.size());
        text[at] = static_cast<char>(random.next());
        const auto facts = factsFromJson(text);
        if (facts) {
            // Whatever still reads is written and read again to the same facts.
            CHECK(factsFromJson(written(factsToJson(*facts), -1)) == facts);
        } else {
            CHECK((facts.error().line > 0 || !facts.error().path.empty()));
        }
    }
}
