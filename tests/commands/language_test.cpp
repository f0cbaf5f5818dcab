// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Help, languages and locales of the command line.
#include "commands/chevet_program.h"
#include "support/catch.h"

using namespace chevet::test;

namespace {

const std::vector<std::string> commands{"init",   "sample", "queue", "case", "search",
                                        "verify", "triage", "rules", "tour"};

ProgramInput inLocale(const std::string& locale, const std::string& text = {})
{
    return {.text = text, .environment = {{"LC_ALL", locale}, {"LOCPATH", CHEVET_TEST_LOCALES}}};
}

} // namespace

TEST_CASE("Every command has a page of help in both languages")
{
    const auto overall = runChevet({"--help"});
    CHECK(overall.code == 0);
    CHECK(overall.err.empty());
    for (const auto& command : commands) {
        INFO(command);
        CHECK(overall.out.find("\n  " + command) != std::string::npos);
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{command, "--help"}, {command, "--vault", "x", "-h"}}) {
            const auto run = runChevet(words);
            CHECK(run.code == 0);
            CHECK(run.err.empty());
            CHECK(run.out.starts_with("Usage: chevet " + command));
            CHECK(run.out.find("Ends with 0") != std::string::npos);
        }
        const auto french = runChevet({command, "--help"}, inLocale("fr_FR.UTF-8"));
        CHECK(french.code == 0);
        CHECK(french.out.starts_with("Usage : chevet " + command));
        CHECK(french.out.find("Se termine par 0") != std::string::npos);
    }
    CHECK(runChevet({"--help"}, inLocale("fr_FR.UTF-8")).out.find("Sans commande") != std::string::npos);
}

TEST_CASE("What is no command or option is named with the nearest that is")
{
    const auto refused = [](const std::vector<std::string>& words, const std::string& message) {
        const auto run = runChevet(words);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK(run.err == "chevet: " + message + "\n");
    };
    refused({"trige"}, "there is no command trige; did you mean triage?");
    refused({"fly"}, "there is no command fly; see chevet --help");
    refused({"--versoin"}, "there is no option --versoin; did you mean --version?");
    refused({"queue", "--jsn"}, "queue: there is no option --jsn; did you mean --json?");
    refused({"\x1B[31m"}, "there is no command [31m; see chevet --help");
}

TEST_CASE("The version is one line")
{
    const auto run = runChevet({"--version"});
    CHECK(run.code == 0);
    CHECK(run.out.starts_with("chevet "));
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 1);
}

TEST_CASE("Answers are the same bytes in every locale and messages speak its language")
{
    const std::string facts =
        R"({"motives": ["symptom"], "symptom": "pain", "severity": 7, "objective": "Évaluer"})";
    const auto plain = runChevet({"triage", "-"}, inLocale("C", facts));
    REQUIRE(plain.code == 0);
    for (const std::string locale : {"C", "C.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "POSIX", "no_SUCH"}) {
        INFO(locale);
        const auto run = runChevet({"triage", "-"}, inLocale(locale, facts));
        CHECK(run.code == 0);
        CHECK(run.err.empty());
        CHECK(run.out == plain.out);
        const auto report = runChevet({"rules", "check", "--count", "300", "--json"}, inLocale(locale));
        CHECK(report.code == 0);
        CHECK(report.err.empty());
        const auto wrong = runChevet({"triage", "-"}, inLocale(locale, R"({"SEVERITY": 3})"));
        CHECK(wrong.code == 2);
        CHECK(isOneLine(wrong.err));
        // In Turkish, the C library's small I has no dot.
        CHECK(wrong.err.find("severity") != std::string::npos);
    }
    const auto french = runChevet({"triage", "-"}, inLocale("fr_FR.UTF-8", R"({"severity": 11})"));
    CHECK(french.err == "chevet: entrée standard: $.severity : doit aller de 0 à 10\n");
    const auto english = runChevet({"triage", "-"}, inLocale("tr_TR.UTF-8", R"({"severity": 11})"));
    CHECK(english.err == "chevet: standard input: $.severity: must be from 0 to 10\n");
}
