// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chevet_program.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>

using namespace chevet::test;
using nlohmann::json;

namespace {

std::string shippedRules()
{
    return readFile(CHEVET_SOURCE_DIR "/resources/triage/rules.toml");
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

} // namespace

TEST_CASE("The shipped rules pass, and the report says that this proves nothing")
{
    const auto run = runChevet({"rules", "check", "--count", "20000", "--seed", "7"});
    INFO(run.out);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.find("20000 random combinations") != std::string::npos);
    CHECK(run.out.find("seed 7") != std::string::npos);
    CHECK(run.out.find("No fault found: sampled, not proven") != std::string::npos);
}

TEST_CASE("The same seed gives the same report")
{
    const std::vector<std::string> words{"rules", "check", "--count", "3000", "--seed", "3", "--json"};
    const auto first = runChevet(words);
    CHECK(first.out == runChevet(words).out);
    const auto report = json::parse(first.out);
    CHECK(report["result"] == "no_fault_found");
    CHECK(report["proven"] == false);
    CHECK(report["combinations"] == 3000);
    CHECK(report["violations"].empty());
}

TEST_CASE("A rule set that loosens safety is refused with the fewest facts that show it")
{
    const TemporaryFolder folder;
    const auto path = (folder / "loose.toml").string();
    writeFile(path, replaced(shippedRules(),
                             "id = \"bridge-dying\"\nsafety = true\nwhen.all = [{ first = "
                             "\"in_person_visit\" }, { dying = true }]",
                             "id = \"bridge-dying\"\nsafety = true\nwhen.all = [{ first = "
                             "\"in_person_visit\" }, { dying = true }, { video = true }]"));
    const auto run = runChevet({"rules", "check", path, "--count", "20000", "--json"});
    INFO(run.out << run.err);
    REQUIRE(run.code == 1);
    const auto report = json::parse(run.out);
    CHECK(report["result"] == "fault_found");
    REQUIRE_FALSE(report["violations"].empty());
    // What the report shows is what chevet triage takes, and shows the fault there.
    const auto facts = report["violations"][0]["facts"].dump();
    const auto answer = runChevet({"triage", "--rules", path, "-"}, {.text = facts});
    REQUIRE(answer.code == 0);
    CHECK(json::parse(answer.out)["meanwhile"].is_null());
}

TEST_CASE("A broken rule file ends with 1 and one line that names the line")
{
    const TemporaryFolder folder;
    const auto path = (folder / "rules.toml").string();
    const auto refusal = [&](const std::string& text) {
        writeFile(path, text);
        const auto run = runChevet({"rules", "check", path});
        INFO(run.err);
        CHECK(run.code == 1);
        CHECK(run.out.empty());
        CHECK(isOneLine(run.err));
        CHECK(run.err.starts_with("chevet: " + path + ": "));
        CHECK(run.err.find("line ") != std::string::npos);
        return run.err;
    };
    refusal("version = \"1\"\n[settings\n");
    CHECK(refusal(replaced(shippedRules(), "when = { pca_pump = true }", "when = { pca_pumpe = true }"))
              .find("pca_pump") != std::string::npos);
    refusal(replaced(shippedRules(), "id = \"pca-pump\"", "id = \"painful-nursing-care\""));
    refusal(replaced(shippedRules(), "p1_answer_minutes = 30", "p1_answer_minutes = 3000"));
}

TEST_CASE("What rules check is asked for must make sense")
{
    const auto refused = [](const std::vector<std::string>& words) {
        const auto run = runChevet(words);
        INFO(run.err);
        CHECK(run.code == 2);
        CHECK(isOneLine(run.err));
        CHECK(run.out.empty());
    };
    refused({"rules"});
    refused({"rules", "chek"});
    refused({"rules", "check", "a.toml", "b.toml"});
    refused({"rules", "check", "/nonexistent/rules.toml"});
    refused({"rules", "check", "--count", "many"});
    refused({"rules", "check", "--count", "0"});
    refused({"rules", "check", "--count", "1e6"});
    refused({"rules", "check", "--count", "99999999999999999999"});
    refused({"rules", "check", "--seed", "-1"});
    refused({"rules", "check", "--seed"});
    refused({"rules", "check", "--count", "5", "--count", "6"});
}

TEST_CASE("The shipped rules are proven, and the report says over how many combinations and how long")
{
    const auto run = runChevet({"rules", "check"});
    INFO(run.out << run.err);
    REQUIRE(run.code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.starts_with("Rules 1 ("));
    CHECK(run.out.find("dying-is-visited, ") != std::string::npos);
    CHECK(run.out.find("\nProven: ") != std::string::npos);
    CHECK(run.out.find(" combinations of facts, ") != std::string::npos);
    CHECK(run.out.find("FAULT") == std::string::npos);
    const auto report = json::parse(runChevet({"rules", "check", "--json"}).out);
    CHECK(report["result"] == "proven");
    CHECK(report["proven"] == true);
    CHECK(report["rules"]["hash"].get<std::string>().size() == 64);
    CHECK(report["combinations"].get<double>() > 1e14);
    CHECK(report["claims"].get<int>() > 100);
    CHECK(report["violations"].empty());
}

TEST_CASE("What is refuted ends with 1 and facts that chevet triage takes and that show it")
{
    const TemporaryFolder folder;
    const auto path = (folder / "loose.toml").string();
    writeFile(path,
              replaced(shippedRules(), "exclude = [\"teleconsultation\"]\nreason.en = \"The request is for",
                       "reason.en = \"The request is for"));
    const auto text = runChevet({"rules", "check", path});
    CHECK(text.code == 1);
    CHECK(text.out.find("FAULT property psychologist-never-by-video with {") != std::string::npos);
    const auto run = runChevet({"rules", "check", path, "--json"});
    REQUIRE(run.code == 1);
    const auto report = json::parse(run.out);
    CHECK(report["result"] == "refuted");
    json facts;
    for (const auto& violation : report["violations"]) {
        if (violation["check"] == "psychologist-never-by-video") {
            facts = violation["facts"];
        }
    }
    REQUIRE(facts == json{{"addressed_to", "psychologist"}});
    const auto answer = runChevet({"triage", "--rules", path, "-"}, {.text = facts.dump()});
    REQUIRE(answer.code == 0);
    const auto document = json::parse(answer.out);
    for (const auto& modality : document["modalities"]) {
        if (modality["modality"] == "teleconsultation") {
            CHECK(modality["verdict"] != "excluded");
        }
    }
}

TEST_CASE("Without the prover random combinations are tried and nothing is called proven")
{
    const auto run = runChevet({"rules", "check", "--prover", "/nonexistent/prover"});
    CHECK(run.code == 4);
    CHECK(isOneLine(run.err));
    CHECK(run.err.find("chevet-prover is missing") != std::string::npos);
    CHECK(run.out.find("No fault found: sampled, not proven") != std::string::npos);
    const auto report = json::parse(runChevet({"rules", "check", "--json", "--prover", "/nonexistent"}).out);
    CHECK(report["proven"] == false);
}

TEST_CASE("A prover that says nothing or does not stop is not believed")
{
    const TemporaryFolder folder;
    const auto program = [&](const std::string& name, const std::string& lines) {
        const auto path = folder / name;
        writeFile(path.string(), "#!/bin/sh\n" + lines + "\n");
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path.string();
    };
    for (const auto& prover : {program("silent", "exit 0"), program("rubbish", "echo proven"),
                               program("refusing", "echo '{\"result\":\"bad_input\"}'; exit 2"),
                               program("crashed", "kill -9 $$")}) {
        const auto run = runChevet({"rules", "check", "--prover", prover});
        INFO(prover << ": " << run.err << run.out);
        CHECK(run.code == 4);
        CHECK(run.err.find("the prover gave no answer") != std::string::npos);
    }
    const auto run =
        runChevet({"rules", "check", "--prover", program("late", "kill -14 $$"), "--seconds", "1"});
    CHECK(run.code == 4);
    CHECK(run.err.find("out of time") != std::string::npos);
}

TEST_CASE("Two rule sets are compared aspect by aspect with the answers of both")
{
    const TemporaryFolder folder;
    const auto path = (folder / "later.toml").string();
    writeFile(path, replaced(shippedRules(), "severity_severe = 7", "severity_severe = 8"));
    const auto same = runChevet({"rules", "diff", CHEVET_SOURCE_DIR "/resources/triage/rules.toml"});
    CHECK(same.code == 0);
    CHECK(same.out.find("Proven: the two rule sets never answer differently") != std::string::npos);
    const auto run = runChevet({"rules", "diff", path, "--json"});
    REQUIRE(run.code == 1);
    const auto report = json::parse(run.out);
    CHECK(report["result"] == "differ");
    CHECK(report["before"]["hash"] != report["after"]["hash"]);
    bool isSeen = false;
    for (const auto& aspect : report["aspects"]) {
        if (aspect["aspect"] == "priority") {
            isSeen = true;
            CHECK(aspect["facts"] == json{{"motives", {"symptom"}}, {"severity", 7}});
            CHECK(aspect["before"] == "P2");
            CHECK(aspect["after"] == "P3");
        }
    }
    CHECK(isSeen);
    const auto sampled = runChevet({"rules", "diff", path, "--prover", "/nonexistent"});
    CHECK(sampled.code == 1);
    CHECK(sampled.out.find("first differs with {") != std::string::npos);
    CHECK(runChevet({"rules", "diff"}).code == 2);
    CHECK(runChevet({"rules", "diff", path, path, path}).code == 2);
    CHECK(runChevet({"rules", "check", "--seconds", "0"}).code == 2);
}

TEST_CASE("Overlays are laid over the rules, proven with them, and refused with their line")
{
    const TemporaryFolder folder;
    const auto overlay = [&](const std::string& name, const std::string& text) {
        const auto path = (folder / name).string();
        writeFile(path, text);
        return path;
    };
    const auto good = overlay("good.toml", "overlay = \"good\"\n[settings]\nseverity_severe = 6\n");
    const auto more = overlay("more.toml", "overlay = \"more\"\nafter = [\"good\"]\n[settings]\n"
                                           "severity_moderate = 3\n");
    const auto bad = overlay("bad.toml", "overlay = \"bad\"\n[[tune]]\nid = \"dying\"\noff = true\n");
    const auto plain = json::parse(runChevet({"rules", "check", "--json"}).out);
    const auto run = runChevet({"rules", "check", "--overlay", more + "," + good, "--json"});
    INFO(run.out << run.err);
    REQUIRE(run.code == 0);
    const auto report = json::parse(run.out);
    CHECK(report["result"] == "proven");
    CHECK(report["rules"]["hash"] != plain["rules"]["hash"]);
    const auto refused = runChevet({"rules", "check", "--overlay", bad});
    CHECK(refused.code == 1);
    CHECK(isOneLine(refused.err));
    CHECK(refused.err.find("overlay 'bad', line 2: 'dying' is a safety rule") != std::string::npos);
    const auto sampled = runChevet({"rules", "check", "--overlay", good, "--count", "2000"});
    CHECK(sampled.code == 0);
    const auto differences = runChevet({"rules", "diff", "--overlay", good, "--json"});
    REQUIRE(differences.code == 1);
    CHECK(json::parse(differences.out)["result"] == "differ");
    const auto facts = std::string("{\"motives\": [\"symptom\"], \"severity\": 6}");
    CHECK(json::parse(runChevet({"triage", "-"}, {.text = facts}).out)["priority"] == "P3");
    CHECK(json::parse(runChevet({"triage", "--overlay", good, "-"}, {.text = facts}).out)["priority"] ==
          "P2");
    CHECK(runChevet({"rules", "check", "--overlay", "/nonexistent.toml"}).code == 2);
    CHECK(runChevet({"triage", "--overlay", bad, "-"}, {.text = facts}).code == 1);
}
