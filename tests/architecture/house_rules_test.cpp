// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The checks of single files, each shown a file that breaks it and one that does not.
#include "support/catch.h"

#include "architecture/banned_calls.h"
#include "architecture/house_rules.h"
#include "architecture/invented_house.h"

using namespace chevet::architecture;

namespace {

const std::string spdx =
    "// SPDX-FileCopyrightText: Chevet contributors\n// SPDX-License-Identifier: GPL-3.0-or-later\n";

Findings calls(const std::string& path, const std::string& text)
{
    return checkCalls(treeOf({{path, text}}), inventedTable());
}

Findings names(const std::string& path, const std::string& text)
{
    return checkNames(treeOf({{path, text}}));
}

std::string withoutBlanks(std::string_view words)
{
    std::string joined;
    for (const char c : words) {
        if (c != ' ') {
            joined += c;
        }
    }
    return joined;
}

} // namespace

TEST_CASE("a file of exactly the limit passes and one line more does not")
{
    const std::string text(maximumLines, '\n');
    CHECK(checkSize(treeOf({{"store/a.cpp", text}})).empty());
    CHECK(checkSize(treeOf({{"store/a.cpp", text + "x"}})).size() == 1);
    CHECK(checkSize(treeOf({{"store/a.cpp", text + "\n"}})).size() == 1);
}

TEST_CASE("a file without its licence lines is found")
{
    CHECK(checkFirstLines(treeOf({{"store/a.cpp", spdx + "int a;\n"}})).empty());
    CHECK(checkFirstLines(treeOf({{"store/a.cpp", "int a;\n"}})).size() == 1);
    CHECK(checkFirstLines(treeOf({{"store/a.cpp", "\n" + spdx}})).size() == 1);
    CHECK(checkFirstLines(treeOf({{"store/a.cpp", ""}})).size() == 1);
}

TEST_CASE("a header without its guard is found")
{
    CHECK(checkFirstLines(treeOf({{"store/a.h", spdx + "#pragma once\n"}})).empty());
    CHECK(checkFirstLines(treeOf({{"store/a.h", spdx + "int a;\n"}})).size() == 1);
    CHECK(checkFirstLines(treeOf({{"store/a.h", spdx + "// #pragma once\n"}})).size() == 1);
}

TEST_CASE("a name that says nothing is found however it is declared")
{
    for (const std::string text :
         {"class VaultManager;", "struct CaseData {};", "struct Data {};", "enum class QueueHelper { A };",
          "union RowUtil {};", "class [[nodiscard]] TextUtils final {};", "using RowData = int;",
          "namespace utils {}", "class Helper : public Thing {};",
          "template<class T> struct SlotHelpers {};"}) {
        INFO(text);
        CHECK(names("store/a.h", text).size() == 1);
    }
    CHECK(names("store/case_helper.h", "").size() == 1);
    CHECK(names("store/util.cpp", "").size() == 1);
}

TEST_CASE("a name that says something passes")
{
    for (const std::string text :
         {"class Intake;", "struct DatabaseFile {};", "class QMimeData;", "auto data() { return m_data; }",
          "using Clock::data;", "enum class Managed { A };", "// class VaultManager\n",
          "auto t = \"class Helper\";"}) {
        INFO(text);
        CHECK(names("store/a.h", text).empty());
    }
    CHECK(names("store/database.cpp", "").empty());
}

TEST_CASE("every banned call is found where it is banned and not where it is allowed")
{
    for (const auto& banned : bannedCalls) {
        const auto text = "void f() { x = " + withoutBlanks(banned.words) + "(1); }";
        INFO(text);
        CHECK(banned.reason.size() > 10);
        const bool below = banned.where != Where::WithQt;
        CHECK(calls("store/a.cpp", text).size() == (below ? 1u : 0u));
        const bool above = banned.where != Where::WithoutQt;
        CHECK(calls("desk/a.cpp", text).size() == (above ? 1u : 0u));
        const bool program = banned.where == Where::Everywhere;
        CHECK(calls("main.cpp", text).size() == (program ? 1u : 0u));
    }
}

TEST_CASE("a banned word in a comment or a text or as part of another word passes")
{
    CHECK(calls("store/a.cpp", "// never sleep(1)\nint asleep(int);").empty());
    CHECK(calls("store/a.cpp", "auto sql = \"SELECT strftime('%f')\";").empty());
    CHECK(calls("store/a.cpp", "signals.sleep.connect();").empty());
    CHECK(calls("store/a.cpp", "int toupperCase; locale::Name n; std::localeless x;").empty());
    CHECK(calls("store/a.cpp", "const char q = '\"'; sleep(1);").size() == 1);
}

TEST_CASE("the line of a finding is the line of the call")
{
    const auto found = calls("store/a.cpp", "/* a\n b */\nauto t = R\"(\n\n)\";\nint n = 1'000;\natoi(t);\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 7);
}

TEST_CASE("a fraction printed by the locale is found below Qt")
{
    CHECK(calls("store/a.cpp", "std::snprintf(b, sizeof b, \"%5.1f\", x);").size() == 1);
    CHECK(calls("store/a.cpp", "printf(\"%d %-8Lg\", n, x);").size() == 1);
    CHECK(calls("store/a.cpp", "std::snprintf(b, sizeof b, \"%04d %% fun %s\", x);").empty());
    CHECK(calls("store/a.cpp", "setPattern(\"%Y %e\"); f(\"%f\");").empty());
    CHECK(calls("desk/a.cpp", "std::snprintf(b, sizeof b, \"%5.1f\", x);").empty());
}

TEST_CASE("a mutex is found in a public header only")
{
    const auto tree = treeOf({{"store/a.h", "#include <mutex>\nstd::mutex m_mutex;\n"},
                              {"store/inner.h", "std::shared_mutex m_lock;\n"},
                              {"store/plain.h", "#include <mutex>\n// std::mutex\nint a;\n"},
                              {"desk/a.cpp", "#include \"store/a.h\"\n#include \"store/plain.h\"\n"}});
    const auto seen = publicHeaders(tree, inventedTable(), Viewers::OtherLayersAndTheProgram);
    CHECK(seen == std::set<std::string>{"store/a.h", "store/plain.h"});
    const auto found = checkMutexes(tree, seen);
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "store/a.h");
    CHECK(found[0].line == 2);
}

TEST_CASE("what the program includes is public for a mutex")
{
    const auto tree = treeOf({{"store/a.h", "QMutex m_mutex;\n"}, {"main.cpp", "#include \"store/a.h\"\n"}});
    CHECK(
        checkMutexes(tree, publicHeaders(tree, inventedTable(), Viewers::OtherLayersAndTheProgram)).size() ==
        1);
    CHECK(checkMutexes(tree, publicHeaders(tree, inventedTable(), Viewers::OtherLayers)).empty());
}

TEST_CASE("a stranger on the top level is found")
{
    CHECK(checkTopLevel({"src", "docs", ".git", ".clang-tidy", "README.md", "build"}).empty());
    CHECK(checkTopLevel({"src", "LICENSE"}).size() == 1);
    CHECK(checkTopLevel({"Src"}).size() == 1);
}
