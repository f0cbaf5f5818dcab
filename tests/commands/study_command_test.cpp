// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/sample_vault.h"

#include <nlohmann/json.hpp>

#include <filesystem>

using namespace chevet::test;
using nlohmann::json;

TEST_CASE("The study of a sample counts what the vault holds, as text and as JSON, in any language")
{
    const Sample sample;
    const auto run = sample.ask({"study", "--json"});
    REQUIRE(run.code == 0);
    CHECK(run.err.empty());
    const auto study = json::parse(run.out);
    CHECK(study["requests"].get<int>() > 100);
    CHECK(study["factors"].size() == 19);
    CHECK(study["homes"].size() == 8);
    const auto& all = study["all"];
    CHECK(all["decisions"] == all["accepted"].get<int>() + all["overridden"].get<int>());
    CHECK(all["accepted_95"][0].get<double>() < all["accepted_95"][1].get<double>());
    int byHome = 0;
    for (const auto& home : study["homes"]) {
        CHECK_FALSE(home["home"].get<std::string>().empty());
        byHome += home["decisions"]["decisions"].get<int>();
    }
    CHECK(byHome == all["decisions"]);
    const auto english = sample.ask({"study"});
    CHECK(english.code == 0);
    CHECK(english.out.find("This is no target") != std::string::npos);
    const ProgramInput french{
        .environment = {{"LC_ALL", "fr_FR.UTF-8"}, {"LANGUAGE", "fr"}, {"LOCPATH", CHEVET_TEST_LOCALES}}};
    CHECK(sample.ask({"study"}, french).out.find("Ce n’est pas un objectif") != std::string::npos);
    CHECK(sample.ask({"study", "--json"}, french).out == run.out);
}

TEST_CASE("The study's export names nobody and nothing, and is written whole or not at all")
{
    const Sample sample;
    const TemporaryFolder folder;
    const auto file = (folder / "study.csv").string();
    const auto run = sample.ask({"study", "--csv", file});
    CHECK(run.code == 0);
    CHECK(run.err.find("left out") != std::string::npos);
    const auto csv = readFile(file);
    REQUIRE(csv.size() > 1000);
    const auto queue = json::parse(sample.ask({"queue", "--json"}).out);
    for (const auto& row : queue["cases"]) {
        for (const auto& secret :
             {row["resident"]["family_name"], row["home"]["name"], row["id"], row["callback_phone"]}) {
            INFO(secret);
            CHECK((secret.get<std::string>().empty() ||
                   csv.find(secret.get<std::string>()) == std::string::npos));
        }
    }
    const auto again = sample.ask({"study", "--csv", file});
    CHECK(again.code == 2);
    CHECK(isOneLine(again.err));
    CHECK(readFile(file) == csv);
    const auto nowhere = sample.ask({"study", "--csv", (folder / "none" / "x.csv").string()});
    CHECK(nowhere.code == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "none"));
}

TEST_CASE("A study is asked for in days that there are, of a vault that is there")
{
    const Sample sample;
    const auto refused = [&](std::vector<std::string> words, int code) {
        words.insert(words.begin(), "study");
        const auto run = sample.ask(words);
        INFO(run.err);
        CHECK(run.code == code);
        CHECK(run.out.empty());
        CHECK(isOneLine(run.err));
    };
    refused({"--from", "2026-13-01"}, 2);
    refused({"--from", "yesterday"}, 2);
    refused({"--to", "2026-02-30"}, 2);
    refused({"--from", "2026-11-02", "--to", "2026-11-01"}, 2);
    refused({"--csv", ""}, 2);
    refused({"surplus"}, 2);
    refused({"--from", "2199-01-01"}, 1);
    CHECK(sample.ask({"study", "--to", "2199-01-01", "--json"}).code == 0);
    CHECK(runChevet({"study"}).code == 2);
    CHECK(runChevet({"study", "--vault", "/nowhere"}).code == 3);
}
