// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// French is complete for the command line: no text of the source is missing, none is unfinished or left over.
#include "commands/chevet_program.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <map>
#include <set>

using namespace chevet::test;

namespace {

constexpr auto french = CHEVET_SOURCE_DIR "/resources/translations/commands_fr.ts";

std::string between(const std::string& text, const std::string& open, const std::string& close)
{
    const auto from = text.find(open);
    const auto to = text.find(close);
    return from == std::string::npos || to == std::string::npos
               ? std::string()
               : text.substr(from + open.size(), to - from - open.size());
}

/// Source and translation of every message.
std::map<std::string, std::string> messagesOf(const std::string& translations)
{
    std::map<std::string, std::string> messages;
    for (auto at = translations.find("<message>"); at != std::string::npos;
         at = translations.find("<message>", at + 1)) {
        const auto message = translations.substr(at, translations.find("</message>", at) - at);
        messages[between(message, "<source>", "</source>")] =
            between(message, "<translation>", "</translation>");
    }
    return messages;
}

std::multiset<std::string> placesOf(const std::string& text)
{
    std::multiset<std::string> places;
    for (auto at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9') {
            places.insert(text.substr(at, 2));
        }
    }
    return places;
}

} // namespace

TEST_CASE("Every text of the command line has its French with the same places to fill in")
{
    const auto translations = messagesOf(readFile(french));
    CHECK(translations.size() > 100);
    for (const auto& [english, translation] : translations) {
        INFO(english);
        CHECK_FALSE(translation.empty());
        CHECK(placesOf(english) == placesOf(translation));
        // A text that ends a line does so in both languages.
        CHECK(english.ends_with('\n') == translation.ends_with('\n'));
    }
}

TEST_CASE("lupdate finds no text of the command line that French lacks and none that the source has lost")
{
    const TemporaryFolder folder;
    const auto fresh = (folder / "fresh.ts").string();
    const auto run = runProgram(CHEVET_LUPDATE, {CHEVET_SOURCE_DIR "/src/commands", "-ts", fresh, "-silent"});
    REQUIRE(run.code == 0);
    std::set<std::string> inSource;
    for (const auto& [english, translation] : messagesOf(readFile(fresh))) {
        inSource.insert(english);
    }
    std::set<std::string> inFrench;
    for (const auto& [english, translation] : messagesOf(readFile(french))) {
        inFrench.insert(english);
    }
    CHECK(inSource == inFrench);
}
