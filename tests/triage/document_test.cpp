// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts that are no rule file, refused with their line before anything worse happens.

#include "support/catch.h"
#include "triage/document.h"

#include <string>

using namespace chevet;

TEST_CASE("letters beyond ASCII stand in texts of one line and in comments and nowhere else")
{
    struct Row
    {
        const char* text;
        int line; ///< 0: it is read
    };
    const std::vector<Row> rows{
        {"a = \"\xC3\xA9\" # \xC3\xA9\nb = '\xC3\xA9'\n\"\xC3\xA9\" = 1", 0},
        {"\xEF\xBB\xBF"
         "a = 1",
         0},
        {"a = \"x\\\"\xC3\xA9\"", 0},
        {"a = \"#\"\nb = '\"'\nc = \"\xC3\xA9\"", 0},
        {"a = \"\"\nb = \"\xC3\xA9\"", 0},
        {"\xC3\xA9 = 1", 1},
        {"a = 1\nb = \xC3\xA9", 2},
        {"a = 1 \xC2\xA0", 1},
        {"a = \"\\\xC3\xA9\"", 1},
        {"a = 1\nb = \"\"\"\n\xC3\xA9\"\"\"", 2},
        {"a = '''x'''", 1},
        {"a = [1, \xE2\x80\xA8 2]", 1},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        const auto document = triage::readDocument(row.text);
        CHECK(document.has_value() == (row.line == 0));
        if (!document) {
            CHECK(document.error().code == ErrorCode::RuleSyntax);
            CHECK(document.error().number == row.line);
        }
    }
}

TEST_CASE("a table's head without a name is refused before the library sees it")
{
    for (const auto* text : {"[|rung]\n", "[[=]]", "[", "[[", "[]", "[ ]", "[[\t]]", "[.a]"}) {
        INFO(text);
        const auto document = triage::readDocument("a = 1\n" + std::string(text));
        REQUIRE_FALSE(document);
        CHECK(document.error().code == ErrorCode::RuleSyntax);
        CHECK(document.error().number == 2);
    }
    for (const auto* text :
         {"[ a ]\nb = 1", "[[\"x\"]]", "['x'.y]", "[-]", "a = [\n[1], [2]]", "a = [ # [\n  [[]]\n]\n[b]"}) {
        INFO(text);
        CHECK(triage::readDocument(text).has_value());
    }
}

TEST_CASE("a quote in the middle of a word does not let letters beyond ASCII pass")
{
    for (const auto* text :
         {"b = +\"é\"", "b = 1\"é", "b=x'é'", "b = 2=>[t='é'", "b = [ 1\"é\"]", "b = [\n 1,\n 2'é']"}) {
        INFO(text);
        const auto document = triage::readDocument("a = 1\n" + std::string(text));
        REQUIRE_FALSE(document);
        CHECK(document.error().code == ErrorCode::RuleSyntax);
        CHECK(document.error().number >= 2);
    }
    CHECK(triage::readDocument(
        "[x]\n[[y]]\nd = 1979-05-27T07:32:00Z\nf = [1, 2.5,\n -3e2, +4, 0xF, true] # é\n"));
    CHECK(triage::readDocument("a.\"é\" = [\"é\",'é']\nb={\"é\"=\"é\"}\n\"é\" = 1\n"));
}

TEST_CASE("a list that a brace closes is refused before the library sees it, and so is the other way round")
{
    for (const auto* text :
         {"b = [ }]", "b = [{ none = [ }] }]", "b = [1, }", "b = { c = [ 1 } ]", "b = { c = 1 ]"}) {
        INFO(text);
        const auto document = triage::readDocument("a = 1\n" + std::string(text));
        REQUIRE_FALSE(document);
        CHECK(document.error().code == ErrorCode::RuleSyntax);
        CHECK(document.error().number == 2);
    }
    CHECK(triage::readDocument("b = [{ c = [1, 2], d = \"}]\" }] # }]\n[[rule]]\nid = '['\n"));
}
