// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a newcomer meets first: the scripts that the README names, and links that lead somewhere.
#include "support/catch.h"

#include <array>
#include <cstdio>
#include <set>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

#include "architecture/source_tree.h"

using namespace chevet::architecture;

namespace {

const std::filesystem::path projectFolder(CHEVET_SOURCE_DIR);
constexpr std::array scripts{"run", "test", "bench", "install", "lint"};

struct Answer
{
    int status = -1;
    std::string text;
};

Answer answerOf(const std::string& command)
{
    Answer answer;
    FILE* pipe = ::popen((command + " 2>&1 < /dev/null").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> part{};
    while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) {
        answer.text.append(part.data(), count);
    }
    const int status = ::pclose(pipe);
    answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return answer;
}

/// Where the links of a page lead, as written; web addresses and places within the page left out.
std::vector<std::string> linksOf(const std::string& page)
{
    std::vector<std::string> links;
    for (auto at = page.find("]("); at != std::string::npos; at = page.find("](", at + 1)) {
        auto target = page.substr(at + 2, page.find(')', at) - at - 2);
        target = target.substr(0, target.find('#'));
        if (!target.empty() && target.find("://") == std::string::npos) {
            links.push_back(target);
        }
    }
    return links;
}

} // namespace

TEST_CASE("every script that a newcomer is told of can be run and explains itself")
{
    for (const auto* name : scripts) {
        const auto script = projectFolder / "packaging" / name;
        INFO(script);
        CHECK(::access(script.c_str(), X_OK) == 0);
        const auto answer = answerOf("'" + script.string() + "' --help");
        CHECK(answer.status == 0);
        CHECK(answer.text.starts_with("Usage: packaging/" + std::string(name)));
    }
}

TEST_CASE("a script that is asked for what it does not have says so and does nothing")
{
    for (const std::string call : {"run --nonsense", "test --nonsense", "test --label", "install nonsense"}) {
        INFO(call);
        const auto answer = answerOf("'" + (projectFolder / "packaging").string() + "'/" + call);
        CHECK(answer.status == 2);
        CHECK(answer.text.find("failed: ") != std::string::npos);
        CHECK(answer.text.find("==") == std::string::npos); // no step was begun
    }
}

TEST_CASE("the continuous integration runs the test script and nothing else")
{
    const auto file = projectFolder / ".ci/run";
    CHECK(::access(file.c_str(), X_OK) == 0);
    std::istringstream lines(readText(file));
    std::vector<std::string> commands;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && !line.starts_with('#')) {
            commands.push_back(line);
        }
    }
    CHECK(commands == std::vector<std::string>{"exec \"$(dirname \"$0\")/../packaging/test\""});
}

TEST_CASE("every link in the documents leads to a file of the project")
{
    std::set<std::filesystem::path> pages{projectFolder / "README.md"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(projectFolder / "docs")) {
        if (entry.path().extension() == ".md") {
            pages.insert(entry.path());
        }
    }
    CHECK(pages.size() >= 10);
    for (const auto& page : pages) {
        for (const auto& link : linksOf(readText(page))) {
            INFO(page << " links " << link);
            CHECK(std::filesystem::exists(page.parent_path() / link));
        }
    }
}

TEST_CASE("links are found and places on the web are left out")
{
    CHECK(linksOf("see [a](docs/A.md#b) and ![p](p.png), [w](https://example.org) or [h](#here)") ==
          std::vector<std::string>{"docs/A.md", "p.png"});
}
