// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The exit codes of docs/COMMAND_LINE.md, for every command and in three locales: what a script asks for is a
// number and one line on standard error, whatever language the session has.
#include "commands/chevet_program.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <filesystem>

using namespace chevet::test;

namespace {

const std::vector<std::string> locales{"C", "fr_FR.UTF-8", "tr_TR.UTF-8"};

struct Asked
{
    std::vector<std::string> words;
    int code = 0;
    std::string passphrase = {};
};

ProgramRun run(const Asked& asked, const std::string& locale)
{
    const TemporaryFolder runtime; // Qt speaks up where a session has none
    std::filesystem::permissions(runtime.path(), std::filesystem::perms::owner_all);
    ProgramInput input{.environment = {{"LC_ALL", locale},
                                       {"LOCPATH", CHEVET_TEST_LOCALES},
                                       {"XDG_RUNTIME_DIR", runtime.path().string()}}};
    if (!asked.passphrase.empty()) {
        input.environment["CHEVET_PASSPHRASE"] = asked.passphrase;
    }
    return runChevet(asked.words, input);
}

void check(const Asked& asked)
{
    for (const auto& locale : locales) {
        std::string line;
        for (const auto& word : asked.words) {
            line += word + " ";
        }
        const auto ran = run(asked, locale);
        INFO(locale << ": chevet " << line << "\n" << ran.err);
        CHECK(ran.code == asked.code);
        CHECK(ran.err.find("QString") == std::string::npos); // Qt's own complaints
        if (asked.code == 0) {
            CHECK(ran.err.empty());
        } else {
            CHECK(ran.out.empty());
            CHECK(isOneLine(ran.err));
            CHECK(ran.err.find('%') == std::string::npos); // a place that was not filled in
        }
    }
}

} // namespace

TEST_CASE("Every command ends with 0 after its help and with 2 after an option that is none")
{
    for (const std::string command :
         {"init", "sample", "queue", "case", "search", "verify", "triage", "rules", "tour"}) {
        check({{command, "--help"}, 0});
        check({{command, "--nonsense"}, 2});
        check({{command, "--nonsense=3", "--vault", "/nonexistent/vault"}, 2});
    }
    check({{"--help"}, 0});
    check({{"--version"}, 0});
    check({{"--nonsense"}, 2});
    check({{"nonsense"}, 2});
}

TEST_CASE("A command without what it needs ends with 2")
{
    for (const std::string command : {"init", "sample", "queue", "verify"}) {
        check({{command}, 2});
        check({{command, "--vault"}, 2});
        check({{command, "surplus", "--vault", "/nonexistent/vault"}, 2});
    }
    check({{"case", "abcd"}, 2});
    check({{"case", "--vault", "/nonexistent/vault"}, 2});
    check({{"search", "douleur"}, 2});
    check({{"search", "--vault", "/nonexistent/vault"}, 2});
    check({{"triage"}, 2});
    check({{"triage", "/nonexistent/facts.json"}, 2});
    check({{"rules"}, 2});
    check({{"tour"}, 2});
}

TEST_CASE("A vault that is not there or does not open ends every command that reads it with 3")
{
    const TemporaryFolder folder;
    const auto vault = (folder / "sample").string();
    REQUIRE(runChevet({"sample", "--vault", vault}).code == 0);
    const std::vector<std::vector<std::string>> reading{
        {"queue"}, {"queue", "--json"}, {"case", "abcd"}, {"search", "douleur"}, {"verify"}};
    for (auto words : reading) {
        words.emplace_back("--vault");
        words.push_back("/nonexistent/vault");
        check({words, 3});
        words.back() = vault;
        check({words, 3, "another phrase of seven words it is"});
    }
    check({{"init", "--vault", vault}, 3, "correct Horse 7 battery"});
    check({{"sample", "--vault", vault}, 3});
    check({{"sample", "--vault", "/proc/nowhere/sample"}, 3});
}

/// A place in the middle of what is written: a page's free space is zeros, and damage there is none.
std::streamoff writtenPlace(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    constexpr std::size_t stretch = 120;
    const std::string zeros(3, '\0');
    auto at = content.size() / 2;
    while (at + stretch < content.size() && content.substr(at, stretch).find(zeros) != std::string::npos) {
        ++at;
    }
    return static_cast<std::streamoff>(at + stretch / 4);
}

TEST_CASE("Damage is told in every locale with every place filled in")
{
    const TemporaryFolder folder;
    const auto vault = (folder / "sample").string();
    REQUIRE(runChevet({"sample", "--vault", vault}).code == 0);
    const auto journal = vault + "/journal.db";
    const auto place = writtenPlace(journal);
    {
        std::fstream file(journal, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(place);
        file << std::string(60, '\x5A');
    }
    std::filesystem::remove(vault + "/model.snap");
    for (const auto& locale : locales) {
        for (const auto& command : {"verify", "queue"}) {
            const auto ran = run({{command, "--vault", vault}}, locale);
            INFO(locale << " " << command << "\n" << ran.out << ran.err);
            CHECK(ran.code == (command == std::string("verify") ? 1 : 0));
            CHECK(ran.err.find("QString") == std::string::npos);
            CHECK((ran.out + ran.err).find('%') == std::string::npos);
        }
    }
}
