// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet-prover from the outside: its request, its lines, its exit codes, and that it ends in time whatever
// it is given.

#include "support/catch.h"
#include "support/program_run.h"
#include "support/random.h"
#include "triage/triage_support.h"

using namespace chevet::test;

namespace {

std::string document(const std::string& name, const std::string& text)
{
    return name + ' ' + std::to_string(text.size()) + '\n' + text + '\n';
}

std::string requestFor(const std::string& rules)
{
    return "chevet-prover 1\n" + document("rules", rules) + document("properties", shippedPropertiesText()) +
           "end\n";
}

ProgramRun prover(const std::vector<std::string>& words, const std::string& input)
{
    return runProgram(CHEVET_BINARY_DIR "/bin/chevet-prover", words, {.text = input});
}

std::string lastLine(const std::string& text)
{
    const auto end = text.find_last_not_of('\n');
    return text.substr(text.rfind('\n', end) + 1);
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the prover proves the shipped rules and its last line has the sums")
{
    const auto run = prover({"check"}, requestFor(shippedRulesText()));
    INFO(run.out << run.err);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    const auto last = lastLine(run.out);
    CHECK(last.starts_with("{\"result\":\"proven\",\"claims\":"));
    CHECK(has(last, "\"violated\":0"));
    CHECK(has(last, "\"solver\":\"z3 "));
    CHECK(has(run.out, "{\"claim\":\"property\",\"id\":\"dying-is-visited\",\"result\":\"holds\""));
}

TEST_CASE("the prover refutes with facts and ends with 1")
{
    auto rules = shippedRulesText();
    constexpr std::string_view bridge = "\"in_person_visit\" }, { dying = true }]";
    rules.insert(rules.find(bridge) + bridge.size() - 1, ", { video = true }");
    const auto run = prover({"check", "--seconds", "30"}, requestFor(rules));
    INFO(run.out);
    CHECK(run.code == 1);
    CHECK(has(run.out, "\"result\":\"violated\""));
    CHECK(has(run.out, "\"facts\":{\"dying\":true"));
    CHECK(lastLine(run.out).starts_with("{\"result\":\"refuted\""));
}

TEST_CASE("the prover names the line of a faulty rule file and ends with 2")
{
    auto rules = shippedRulesText();
    rules.replace(rules.find("pca_pump = true"), 8, "pca_pumb");
    const auto run = prover({"check"}, requestFor(rules));
    INFO(run.out);
    CHECK(run.code == 2);
    CHECK(has(run.out, "\"result\":\"bad_input\",\"document\":\"rules\""));
    CHECK(has(run.out, "'pca-pump', line "));
}

TEST_CASE("what is no request is refused and never runs on")
{
    const auto whole = requestFor("version = \"1\"\n");
    for (const auto& input :
         {std::string(), std::string("chevet-prover 2\nend\n"), std::string("rules 3\nabc\nend\n"),
          std::string("chevet-prover 1\n"), std::string("chevet-prover 1\nend\n"),
          std::string("chevet-prover 1\nfacts 2\n{}\nend\n"),
          std::string("chevet-prover 1\nrules 99999999999999999999\n"),
          std::string("chevet-prover 1\nrules 1048577\n"), std::string("chevet-prover 1\nrules -1\n"),
          std::string("chevet-prover 1\nrules 5\nab"), std::string("chevet-prover 1\nrules\nend\n"),
          whole.substr(0, whole.size() / 2)}) {
        const auto run = prover({"check"}, input);
        INFO(input.substr(0, 60));
        CHECK(run.code == 2);
        CHECK(run.out.starts_with("{\"result\":\"bad_input\""));
    }
    for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                  {"prove"},
                                                  {"check", "--seconds"},
                                                  {"check", "--seconds", "0"},
                                                  {"check", "--seconds", "9999"},
                                                  {"check", "--seconds", "1x"},
                                                  {"check", "a", "b", "c"}}) {
        const auto run = prover(words, whole);
        CHECK(run.code == 2);
        CHECK(run.err.starts_with("Usage: chevet-prover"));
    }
}

TEST_CASE("a request with damaged bytes ends with a code of the prover's own")
{
    CHEVET_SEEDED(random, 63);
    const auto whole = requestFor(shippedRulesText());
    for (int i = 0; i < 40; ++i) {
        auto damaged = whole;
        for (int times = 0; times < 3; ++times) {
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        }
        const auto run = prover({"check", "--seconds", "20"}, damaged);
        INFO(i);
        CHECK(run.code >= 0);
        CHECK(run.code <= 2);
        CHECK(run.out.ends_with("}\n"));
    }
}

TEST_CASE("the prover compares two rule sets")
{
    const auto same = prover({"diff"}, "chevet-prover 1\n" + document("rules", shippedRulesText()) +
                                           document("rules_after", shippedRulesText()) + "end\n");
    CHECK(same.code == 0);
    CHECK(lastLine(same.out).starts_with("{\"result\":\"never_differ\""));
    auto rules = shippedRulesText();
    rules.replace(rules.find("severity_moderate = 4"), 21, "severity_moderate = 3");
    const auto other = prover({"diff"}, "chevet-prover 1\n" + document("rules", shippedRulesText()) +
                                            document("rules_after", rules) + "end\n");
    CHECK(other.code == 1);
    CHECK(has(other.out,
              "{\"aspect\":\"priority\",\"result\":\"differs\",\"facts\":{\"motives\":[\"symptom\"],"
              "\"severity\":3}}"));
}
