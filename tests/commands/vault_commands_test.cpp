// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A sample and a founded team as the command line makes and reads them.
#include "casebook/casebook.h"
#include "commands/chevet_program.h"
#include "commands/sample_vault.h"
#include "sealing/digest.h"
#include "sealing/keyring.h"
#include "sealing/later_vault.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <map>

using namespace chevet::test;
using nlohmann::json;

namespace {

constexpr auto goodPassphrase = "correct Horse 7 battery";
ProgramInput with(const std::string& passphrase)
{
    return {.environment = {{"CHEVET_PASSPHRASE", passphrase}}};
}

void checkUnusable(const ProgramRun& run, const std::string& place)
{
    INFO(run.err);
    CHECK(run.code == 3);
    CHECK(run.out.empty());
    CHECK(isOneLine(run.err));
    CHECK(run.err.starts_with("chevet: " + place + ": "));
}

/// Other bytes in the middle of a file.
void damage(const std::string& path, std::size_t from, std::size_t count)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(from));
    file << std::string(count, '\x5A');
}

/// From here on, the first place that holds sealed bytes and no gap within a page of SQLite's.
std::size_t sealedPlaceFrom(const std::string& file, std::size_t at)
{
    constexpr std::size_t span = 200;
    while (at + span < file.size() && file.substr(at, span).find(std::string(4, '\0')) != std::string::npos) {
        ++at;
    }
    return at;
}

} // namespace

TEST_CASE("A sample team is made and its queue, cases and entries are read without a passphrase")
{
    const Sample sample;
    const auto queue = sample.ask({"queue", "--json"});
    REQUIRE(queue.code == 0);
    CHECK(queue.err.empty());
    const auto document = json::parse(queue.out);
    const auto& cases = document["cases"];
    CHECK(cases.size() >= 12);
    CHECK(cases.size() <= 18);
    CHECK(document["sequence"].get<int>() > 1000);
    for (const auto* name : {"id", "state", "priority", "received_at", "due", "overdue", "resident", "home",
                             "callback_phone", "motives", "decided", "meanwhile", "then", "owed", "owner",
                             "last_attempt", "deferred_until", "last_word", "contested"}) {
        INFO(name);
        CHECK(cases[0].contains(name));
    }
    CHECK(cases[0]["priority"] == "P1");
    CHECK(cases[0]["overdue"] == true);
    const auto any = [&](const auto& is) { return std::any_of(cases.begin(), cases.end(), is); };
    CHECK(any([](const json& row) { return row["meanwhile"] == "tele_expertise_synchronous"; }));
    CHECK(any([](const json& row) { return row["state"] == "deferred"; }));
    CHECK(any([](const json& row) { return row["state"] == "to_triage"; }));
    CHECK(any([](const json& row) { return row["owner"].is_null(); }));
    CHECK(any([](const json& row) { return row["resident"]["provisional"] == true; }));
    CHECK(any([](const json& row) { return row["contested"] == true; }));

    const auto id = cases[0]["id"].get<std::string>();
    const auto one = sample.ask({"case", id.substr(0, 8), "--json"});
    REQUIRE(one.code == 0);
    const auto view = json::parse(one.out);
    CHECK(view["id"] == id);
    CHECK(view["timeline"][0]["kind"] == "request.received");
    CHECK(view["timeline"][0]["body"]["caller"].is_string());
    CHECK(view["reasoned"]["recommendation"]["priority"] == "P1");
    CHECK(sample.ask({"case", id}).code == 0);

    const auto text = sample.ask({"queue"});
    CHECK(std::count(text.out.begin(), text.out.end(), '\n') == static_cast<int>(cases.size()) + 1);
    const auto verified = sample.ask({"verify"});
    CHECK(verified.code == 0);
    CHECK(verified.err.empty());
    CHECK(json::parse(sample.ask({"verify", "--json"}).out)["result"] == "whole");
}

TEST_CASE("A case is named by enough digits of its id and by nothing else")
{
    const Sample sample;
    const auto refused = [&](const std::string& id, int code) {
        const auto run = sample.ask({"case", id});
        INFO(id << ": " << run.err);
        CHECK(run.code == code);
        CHECK(run.out.empty());
        CHECK(isOneLine(run.err));
    };
    refused("62f", 2);
    refused("zzzz", 2);
    refused("' OR 1=1", 2);
    refused(std::string(33, '0'), 2);
    refused("ffffffffffff", 1);
    CHECK(sample.ask({"case"}).code == 2);
    CHECK(sample.ask({"case", "abcd", "ef01"}).code == 2);
}

TEST_CASE("Searched words are words, whatever they look like")
{
    const Sample sample;
    const auto found = sample.ask({"search", "douleur", "--json"});
    REQUIRE(found.code == 0);
    const auto hits = json::parse(found.out);
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.size() <= 50);
    CHECK(hits[0]["excerpt"].is_string());
    CHECK(json::parse(sample.ask({"search", "DOULEÛR", "--json"}).out).size() == hits.size());
    CHECK(json::parse(sample.ask({"search", "douleur", "--limit", "1", "--json"}).out).size() == 1);
    for (const std::string words :
         {"\"", "douleur\"", "douleur AND", "NEAR(douleur toilette)", "text:douleur", "*", "douleur*",
          "^douleur", "(", "douleur -toilette", "';DROP TABLE words;--", "a OR b", "{text}: x", "\x01"}) {
        const auto run = sample.ask({"search", words});
        INFO(words << " " << run.err);
        CHECK((run.code == 0 || run.code == 1));
        CHECK(run.err.empty());
    }
    const auto nothing = sample.ask({"search", "xylophone"});
    CHECK(nothing.code == 1);
    CHECK(nothing.out.empty());
    CHECK(sample.ask({"search", "xylophone", "--json"}).out == "[]\n");
    CHECK(sample.ask({"search"}).code == 2);
    CHECK(sample.ask({"search", "   "}).code == 2);
    CHECK(sample.ask({"search", "douleur", "--limit", "0"}).code == 2);
}

TEST_CASE("A vault that can't be used ends with 3 and a line that says why")
{
    const Sample sample;
    for (const std::string command : {"queue", "verify"}) {
        checkUnusable(runChevet({command, "--vault", "/nonexistent/vault"}), "/nonexistent/vault");
        checkUnusable(sample.ask({command}, with("another phrase of seven words it is")), sample.vault);
    }
    checkUnusable(sample.ask({"case", "abcd"}, with("")), sample.vault);
    CHECK(runChevet({"queue"}).code == 2);
    CHECK(runChevet({"queue", "--vault"}).code == 2);
    CHECK(sample.ask({"queue", "surplus"}).code == 2);
    // Nobody may make a vault where one is.
    checkUnusable(runChevet({"sample", "--vault", sample.vault}), sample.vault);
    checkUnusable(runChevet({"init", "--vault", sample.vault}, with(goodPassphrase)), sample.vault);
    CHECK(sample.ask({"verify"}).code == 0);
    damage(sample.vault + "/vault.cbor", 0, 8);
    checkUnusable(sample.ask({"queue"}, with(samplePassphrase)), sample.vault);
}

TEST_CASE("A vault of a newer Chevet is named as such")
{
    const Sample sample;
    // The description begins with map, key 1, version 1, and ends with a checksum.
    constexpr std::size_t checksumSize = 32;
    auto file = readFile(sample.vault + "/vault.cbor");
    REQUIRE(file.size() > checksumSize);
    REQUIRE(file.substr(1, 2) == std::string("\x01\x01"));
    file[2] = '\x02';
    const auto sum = chevet::sealing::sha256(
        {chevet::viewOf(std::string_view(file).substr(0, file.size() - checksumSize))});
    file.replace(file.size() - checksumSize, checksumSize, chevet::textOf(sum));
    writeFile(sample.vault + "/vault.cbor", file);
    const auto run = sample.ask({"queue"}, with(samplePassphrase));
    checkUnusable(run, sample.vault);
    CHECK(run.err.find("newer") != std::string::npos);
}

TEST_CASE("A journal of a newer Chevet is read as far as it is understood, with a remark")
{
    const Sample sample;
    constexpr std::size_t userVersionAt = 60; // in the header of every SQLite file, big-endian
    auto file = readFile(sample.vault + "/journal.db");
    file.replace(userVersionAt, 4, std::string("\0\0\0\x63", 4));
    writeFile(sample.vault + "/journal.db", file);
    const auto run = sample.ask({"queue", "--json"});
    CHECK(run.code == 0);
    CHECK(run.err.find("newer") != std::string::npos);
    CHECK(json::parse(run.out)["cases"].size() >= 12);
}

TEST_CASE("Damage in the journal is found by verify and leaves the rest readable")
{
    const Sample sample;
    const auto journal = sample.vault + "/journal.db";
    const auto file = readFile(journal);
    std::filesystem::remove(sample.vault + "/model.snap");
    damage(journal, sealedPlaceFrom(file, file.size() / 2), 60);
    const auto verified = sample.ask({"verify", "--json"});
    INFO(verified.out << verified.err);
    REQUIRE(verified.code == 1);
    const auto report = json::parse(verified.out);
    CHECK(report["result"] == "damaged");
    CHECK_FALSE(report["damages"].empty());
    CHECK(report["readable"].get<int>() > report["records"].get<int>() / 2);
    CHECK(sample.ask({"queue"}).code == 0);
}

TEST_CASE("A vault of a later version is read with a word about it or refused with what to do")
{
    using namespace chevet;
    using sealing::testing::Later;
    const Sample sample;
    const auto text = readFile(sample.vault + "/vault.cbor");
    const auto about = sealing::describeVault(viewOf(text));
    REQUIRE(about);
    const auto key =
        sealing::UnlockKey::derive(viewOf(std::string_view(samplePassphrase)), about->salt, about->scrypt);
    REQUIRE(key);
    const auto become = [&](Later what) {
        const auto later = sealing::testing::laterVaultFile(viewOf(text), *key, what);
        std::ofstream(sample.vault + "/vault.cbor", std::ios::binary | std::ios::trunc) << textOf(later);
    };
    const auto files = [&] {
        std::map<std::string, std::string> contents;
        for (const auto& entry : std::filesystem::directory_iterator(sample.vault)) {
            contents[entry.path().filename().string()] = readFile(entry.path().string());
        }
        return contents;
    };
    const auto expected = json::parse(sample.ask({"queue", "--json"}).out)["cases"].size();
    become(Later::Readable);
    const auto before = files();
    const auto queue = sample.ask({"queue", "--json"});
    CHECK(queue.code == 0);
    CHECK(json::parse(queue.out)["cases"].size() == expected);
    CHECK(std::count(queue.err.begin(), queue.err.end(), '\n') == 1);
    CHECK(queue.err.find("newer Chevet") != std::string::npos);
    CHECK(queue.err.find("reading only") != std::string::npos);
    CHECK(sample.ask({"verify"}).code == 0);
    CHECK(sample.ask({"search", "douleur"}).code == 0);
    CHECK(files() == before);

    become(Later::RequiredField);
    const auto closed = files();
    for (const auto* command : {"queue", "verify"}) {
        const auto refused = sample.ask({command}, with(samplePassphrase));
        checkUnusable(refused, sample.vault);
        CHECK(refused.err.find("update Chevet") != std::string::npos);
    }
    CHECK(files() == closed);
    become(Later::UnknownSlotsOnly);
    checkUnusable(sample.ask({"queue"}, with(samplePassphrase)), sample.vault);
}

TEST_CASE("Reading commands work beside a writer and leave the folder as it was")
{
    using namespace chevet;
    const Sample sample;
    const SystemClock clock;
    const auto writer = openForWriting(sample, clock);
    const auto members = writer->members();
    REQUIRE_FALSE(members.empty());
    const casebook::NewEvent setting{clinical::SettingChanged{"color", "xylophone"}};
    REQUIRE(writer->append({&setting, 1}, {members[0].id, clinical::Role::Nurse}));
    const auto before = json::parse(sample.ask({"queue", "--json"}).out);
    CHECK(before["sequence"] == writer->sequence());
    REQUIRE(writer->append({&setting, 1}, {members[0].id, clinical::Role::Nurse}));
    CHECK(json::parse(sample.ask({"queue", "--json"}).out)["sequence"] == writer->sequence());
    CHECK(sample.ask({"verify"}).code == 0);
}

TEST_CASE("A team is founded once, with a passphrase that holds")
{
    const TemporaryFolder folder;
    const auto vault = (folder / "team").string();
    const auto init = [&](std::vector<std::string> words, const ProgramInput& input) {
        words.insert(words.begin(), {"init", "--vault", vault});
        return runChevet(words, input);
    };
    const auto weak = init({}, with("short"));
    CHECK(weak.code == 2);
    CHECK(isOneLine(weak.err));
    const auto role = init({"--role", "phisician"}, with(goodPassphrase));
    CHECK(role.code == 2);
    CHECK(role.err.find("physician") != std::string::npos);
    CHECK(init({}, {}).code == 3); // no terminal to ask on
    CHECK_FALSE(std::filesystem::exists(vault));

    const auto founded =
        init({"--team", "EMSP des Tilleuls", "--member", "Élise N'Guyen", "--role", "physician"},
             with(goodPassphrase));
    INFO(founded.err);
    REQUIRE(founded.code == 0);
    CHECK(founded.out.find("EMSP des Tilleuls") != std::string::npos);
    const auto queue = runChevet({"queue", "--vault", vault, "--json"}, with(goodPassphrase));
    REQUIRE(queue.code == 0);
    CHECK(json::parse(queue.out)["cases"].empty());
    checkUnusable(runChevet({"queue", "--vault", vault}, with("correct Horse 7 batterie")), vault);
    const auto unasked = runChevet({"queue", "--vault", vault});
    CHECK(unasked.code == 3);
    CHECK(unasked.err.find("CHEVET_PASSPHRASE") != std::string::npos);
    CHECK(init({}, with(goodPassphrase)).code == 3);
    CHECK(runChevet({"verify", "--vault", vault}, with(goodPassphrase)).code == 0);
}

TEST_CASE("What a sample is asked for must make sense")
{
    const TemporaryFolder folder;
    const auto refused = [&](const std::vector<std::string>& words) {
        const auto run = runChevet(words);
        INFO(run.err);
        CHECK(run.code == 2);
        CHECK(isOneLine(run.err));
    };
    const auto vault = (folder / "sample").string();
    refused({"sample"});
    refused({"sample", "--vault", vault, "--events", "0"});
    refused({"sample", "--vault", vault, "--events", "1000001"});
    refused({"sample", "--vault", vault, "--events", "20k"});
    refused({"sample", "--vault", vault, "--seed", "x"});
    refused({"sample", "--vault", vault, "--size", "5"});
    refused({"sample", vault, "--vault", vault});
    CHECK_FALSE(std::filesystem::exists(vault));
}
