// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chevet_program.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <nlohmann/json.hpp>

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
