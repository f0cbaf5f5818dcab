// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chevet_program.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <set>

using namespace chevet::test;
using nlohmann::json;

namespace {

void checkRefused(const std::string& facts, const std::string& message)
{
    const auto run = triage(facts);
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(isOneLine(run.err));
    CHECK(run.err == "chevet: standard input: " + message + "\n");
}

std::vector<json> lines(const std::string& text)
{
    std::vector<json> documents;
    std::size_t from = 0;
    for (auto to = text.find('\n'); to != std::string::npos; from = to + 1, to = text.find('\n', from)) {
        documents.push_back(json::parse(text.substr(from, to - from)));
    }
    return documents;
}

} // namespace

TEST_CASE("A document of facts is answered by a whole document")
{
    const auto run = triage(R"({"motives": ["symptom"], "symptom": "pain", "severity": 8, "dying": true})");
    REQUIRE(run.code == 0);
    CHECK(run.err.empty());
    const auto answer = json::parse(run.out);
    CHECK(answer["first"] == "in_person_visit");
    CHECK(answer["meanwhile"] == "tele_expertise_synchronous");
    CHECK(answer["priority"] == "P1");
    CHECK(answer["answer_within_minutes"] == 30);
    std::set<std::string> names;
    for (const auto& [name, value] : answer.items()) {
        names.insert(name);
    }
    CHECK(names == std::set<std::string>{"first", "meanwhile", "then", "purpose", "priority",
                                         "answer_within_minutes", "modalities", "conditions", "owed",
                                         "also_consider", "assumed", "silent_rules", "would_change",
                                         "further_reasons", "rules"});
    REQUIRE(answer["modalities"].size() == 4);
    for (const auto& modality : answer["modalities"]) {
        for (const auto& reason : modality["reasons"]) {
            CHECK_FALSE(reason["text"]["en"].get<std::string>().empty());
            CHECK_FALSE(reason["text"]["fr"].get<std::string>().empty());
        }
    }
    CHECK(answer["rules"]["hash"].get<std::string>().size() == 64);
}

TEST_CASE("Nothing known is answered too: as an unclear call")
{
    const auto run = triage("{}");
    REQUIRE(run.code == 0);
    const auto answer = json::parse(run.out);
    CHECK(answer["first"] == "tele_expertise_synchronous");
    CHECK(answer["purpose"] == "screening");
}

TEST_CASE("What is wrong with a document is told in one line that names the place")
{
    checkRefused("", "this is empty; facts as JSON are expected");
    checkRefused("  \n\n", "this is empty; facts as JSON are expected");
    checkRefused("{\n  \"dying\": true,\n  \"video\": yes\n}", "line 3, column 12: this is no JSON, at “y”");
    checkRefused("{\"dying\": true", "line 1, column 15: the JSON ends too early");
    checkRefused(R"({"severty": 3})", "$.severty: there is no fact of this name; did you mean “severity”?");
    checkRefused(R"({"weather": 3})", "$.weather: there is no fact of this name");
    checkRefused(R"({"dying": true, "dying": true})", "$.dying: is given twice");
    checkRefused(R"({"severity": "high"})", "$.severity: a whole number is expected here");
    checkRefused(R"({"severity": 11})", "$.severity: must be from 0 to 10");
    checkRefused(R"({"travel_minutes": -1})", "$.travel_minutes: must be from 0 to 1440");
    checkRefused(R"({"dying": 1})", "$.dying: true or false is expected here");
    checkRefused(
        R"({"bedside": "nurs"})",
        "$.bedside: “nurs” is none of physician, nurse, care_assistant, none; did you mean “nurse”?");
    checkRefused(R"("symptom")", "$: an object { … } is expected here");
    checkRefused(std::string("\x00\xFF\xFE\x7F", 4), "line 1, column 1: this is no JSON, at “\\x00”");
    checkRefused(std::string(200000, '['), "the JSON is nested deeper than 16 levels");
}

TEST_CASE("A missing file, a folder and an unreadable device are told apart")
{
    const TemporaryFolder folder;
    const auto missing = runChevet({"triage", (folder / "facts.json").string()});
    CHECK(missing.code == 2);
    CHECK(missing.err == "chevet: " + (folder / "facts.json").string() + ": there is no such file\n");
    const auto directory = runChevet({"triage", folder.path().string()});
    CHECK(directory.code == 2);
    CHECK(directory.err == "chevet: " + folder.path().string() + ": this is a folder; a file is needed\n");
    const auto nothing = runChevet({"triage"});
    CHECK(nothing.code == 2);
    CHECK(isOneLine(nothing.err));
}

TEST_CASE("A file of 100 MB is refused without being read to its end")
{
    const TemporaryFolder folder;
    const auto path = (folder / "huge.json").string();
    writeFile(path, "{\"objective\": \"");
    std::filesystem::resize_file(path, 100'000'000);
    const auto run = runChevet({"triage", path});
    CHECK(run.code == 2);
    CHECK(run.err ==
          "chevet: " + path + ": a document may have 1 MiB; several go on a line each, with --lines\n");
    writeFile(path, "[\n");
    std::filesystem::resize_file(path, 100'000'000);
    CHECK(runChevet({"triage", path}).code == 2);
}

TEST_CASE("Several documents on lines are answered line by line, the bad ones among them named")
{
    const auto run = triage("{\"dying\": true}\n\n{\"severity\": 12}\n{\"motives\": [\"acute\"]}\n");
    CHECK(run.code == 2);
    CHECK(run.err == "chevet: standard input: line 3: $.severity: must be from 0 to 10\n");
    const auto answers = lines(run.out);
    REQUIRE(answers.size() == 3);
    CHECK(answers[0]["first"] == "in_person_visit");
    CHECK(answers[1]["error"]["kind"] == "out_of_range");
    CHECK(answers[1]["error"]["path"] == "$.severity");
    CHECK(answers[2]["priority"] == "P1");
}

TEST_CASE("A list of documents is answered line by line")
{
    const auto run = triage("[\n {\"dying\": true},\n {\"dyin\": true},\n {}\n]\n");
    CHECK(run.code == 2);
    CHECK(run.err ==
          "chevet: standard input: $[1].dyin: there is no fact of this name; did you mean “dying”?\n");
    const auto answers = lines(run.out);
    REQUIRE(answers.size() == 3);
    CHECK(answers[0]["first"] == "in_person_visit");
    CHECK(answers[1].contains("error"));
    CHECK(answers[2]["purpose"] == "screening");
    CHECK(triage("[]").code == 0);
}

TEST_CASE("With --lines every line has its answer, also a line that is too long")
{
    const auto run =
        runChevet({"triage", "--lines", "-"},
                  {.text = "{\"objective\": \"" + std::string(2'000'000, 'x') + "\"}\n{\"dying\": true}"});
    CHECK(run.code == 2);
    const auto answers = lines(run.out);
    REQUIRE(answers.size() == 2);
    CHECK(answers[0]["error"]["kind"] == "too_large");
    CHECK(answers[1]["first"] == "in_person_visit");
    CHECK(isOneLine(run.err));
}

TEST_CASE("Triage answers by a rule file of one's own, and says where it is faulty")
{
    const TemporaryFolder folder;
    const auto path = (folder / "own.toml").string();
    auto rules = readFile(CHEVET_SOURCE_DIR "/resources/triage/rules.toml");
    const auto at = rules.find("p1_answer_minutes = 30");
    REQUIRE(at != std::string::npos);
    rules.replace(at, 22, "p1_answer_minutes = 20");
    writeFile(path, rules);
    const auto run = runChevet({"triage", "--rules", path, "-"}, {.text = "{\"dying\": true}"});
    REQUIRE(run.code == 0);
    CHECK(json::parse(run.out)["answer_within_minutes"] == 20);
    writeFile(path, "version = \n");
    const auto broken = runChevet({"triage", "--rules", path, "-"}, {.text = "{}"});
    CHECK(broken.code == 1);
    CHECK(isOneLine(broken.err));
    CHECK(broken.err.find("line 1") != std::string::npos);
    CHECK(runChevet({"triage", "--rules", "/nonexistent", "-"}, {.text = "{}"}).code == 2);
}
