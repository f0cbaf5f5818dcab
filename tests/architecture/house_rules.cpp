// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/house_rules.h"

#include <algorithm>
#include <optional>

#include "architecture/banned_calls.h"

namespace chevet::architecture {
namespace {

using Tokens = std::vector<Token>;

constexpr std::string_view spdxLines = "// SPDX-FileCopyrightText: Chevet contributors\n"
                                       "// SPDX-License-Identifier: GPL-3.0-or-later\n";
constexpr std::array emptyWords{"Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Data"};
constexpr std::array emptyStems{"manager", "helper", "helpers", "util", "utils", "utility", "data"};
constexpr std::array mutexes{"mutex",        "timed_mutex",        "recursive_mutex",
                             "shared_mutex", "shared_timed_mutex", "pthread_mutex_t",
                             "QMutex",       "QRecursiveMutex",    "QReadWriteLock"};
constexpr std::array printers{"printf",  "fprintf",  "sprintf",   "snprintf",
                              "vprintf", "vfprintf", "vsnprintf", "dprintf"};

bool isAt(const Tokens& tokens, std::size_t at, std::string_view text)
{
    return at < tokens.size() && tokens[at].kind != TokenKind::Literal && tokens[at].text == text;
}

/// The token after the words, if they stand here.
std::optional<std::size_t> afterWords(const Tokens& tokens, std::size_t at, std::string_view words)
{
    while (!words.empty()) {
        const auto end = words.find(' ');
        if (!isAt(tokens, at, words.substr(0, end))) {
            return std::nullopt;
        }
        ++at;
        words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
    return at;
}

bool isBannedHere(const BannedCall& banned, const Layer& layer)
{
    switch (banned.where) {
    case Where::Everywhere: return true;
    case Where::WithoutQt: return !layer.knowsQt();
    case Where::WithQt: return layer.knowsQt() && !layer.mayUseEverything;
    }
    return true;
}

/// "%5.1f", "%Lg": the decimal point of such a number is the locale's.
bool printsFraction(std::string_view format)
{
    for (std::size_t at = format.find('%'); at != std::string_view::npos; at = format.find('%', at)) {
        ++at;
        if (at < format.size() && format[at] == '%') {
            ++at;
            continue;
        }
        at = std::min(format.find_first_not_of("-+ #0123456789.*lhLqjzt", at), format.size());
        if (at < format.size() && std::string_view("fFeEgGaA").find(format[at]) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// True if a call of the printf family starts here and one of its literals prints a fraction.
bool callPrintsFraction(const Tokens& tokens, std::size_t at)
{
    const auto isPrinter = tokens[at].kind == TokenKind::Name &&
                           std::find(printers.begin(), printers.end(), tokens[at].text) != printers.end();
    if (!isPrinter || !isAt(tokens, at + 1, "(")) {
        return false;
    }
    for (at += 2; at < tokens.size() && !isAt(tokens, at, ";"); ++at) {
        if (tokens[at].kind == TokenKind::Literal && printsFraction(tokens[at].text)) {
            return true;
        }
    }
    return false;
}

/// Where a declaration names a new type or namespace, the index of its name.
std::optional<std::size_t> declaredName(const Tokens& tokens, std::size_t at)
{
    const auto& word = tokens[at].text;
    if (tokens[at].kind != TokenKind::Name) {
        return std::nullopt;
    }
    ++at;
    if (word == "enum" && (isAt(tokens, at, "class") || isAt(tokens, at, "struct"))) {
        return std::nullopt; // the next token starts the declaration again
    }
    if (word == "using") {
        return isAt(tokens, at + 1, "=") ? std::optional(at) : std::nullopt;
    }
    if (word != "class" && word != "struct" && word != "union" && word != "enum" && word != "namespace") {
        return std::nullopt;
    }
    while (isAt(tokens, at, "[")) { // attributes
        at = static_cast<std::size_t>(std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                                                   tokens.end(),
                                                   [](const Token& token) { return token.text == "]"; }) -
                                      tokens.begin());
        while (isAt(tokens, at, "]")) {
            ++at;
        }
    }
    return at < tokens.size() && tokens[at].kind == TokenKind::Name ? std::optional(at) : std::nullopt;
}

/// "VaultManager", "util". Qt's own types keep theirs: class QMimeData;
bool saysNothing(std::string_view name)
{
    const bool isOfQt = name.size() > 1 && name[0] == 'Q' && name[1] >= 'A' && name[1] <= 'Z';
    if (isOfQt) {
        return false;
    }
    const auto endsEmpty = [&](std::string_view word) { return name.ends_with(word); };
    const auto isEmpty = [&](std::string_view word) { return name == word; };
    return std::any_of(emptyWords.begin(), emptyWords.end(), endsEmpty) ||
           std::any_of(emptyStems.begin(), emptyStems.end(), isEmpty);
}

bool fileSaysNothing(const std::string& path)
{
    const auto stem = std::filesystem::path(path).stem().string();
    const auto last = stem.substr(stem.rfind('_') + 1); // npos + 1 is 0
    return std::find(emptyStems.begin(), emptyStems.end(), last) != emptyStems.end();
}

void checkCallsAt(const Tokens& tokens, std::size_t at, const Layer& layer, const std::string& path,
                  Findings& findings)
{
    for (const auto& banned : bannedCalls) {
        const auto after = afterWords(tokens, at, banned.words);
        if (after && isBannedHere(banned, layer) &&
            (banned.match == Match::Word || isAt(tokens, *after, "("))) {
            findings.push_back(
                {path, tokens[at].line, std::string(banned.words) + ": " + std::string(banned.reason)});
        }
    }
    if (!layer.knowsQt() && callPrintsFraction(tokens, at)) {
        findings.push_back(
            {path, tokens[at].line,
             tokens[at].text + " writes a fraction with the locale's decimal point: use std::to_chars"});
    }
}

} // namespace

Findings checkSize(const SourceTree& tree)
{
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (source.code.lines > maximumLines) {
            findings.push_back(
                {path, source.code.lines,
                 std::to_string(source.code.lines) + " lines; at most " + std::to_string(maximumLines)});
        }
    }
    return findings;
}

Findings checkFirstLines(const SourceTree& tree)
{
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (!source.text.starts_with(spdxLines)) {
            findings.push_back({path, 1, "does not begin with the two SPDX lines"});
        }
        if (isHeader(path) && !source.code.hasPragmaOnce) {
            findings.push_back({path, 1, "has no #pragma once"});
        }
    }
    return findings;
}

Findings checkNames(const SourceTree& tree)
{
    Findings findings;
    for (const auto& [path, source] : tree) {
        if (fileSaysNothing(path)) {
            findings.push_back({path, 1, "a file's name says what it is for"});
        }
        const auto& tokens = source.code.tokens;
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            const auto name = declaredName(tokens, at);
            if (name && saysNothing(tokens[*name].text)) {
                findings.push_back(
                    {path, tokens[*name].line, tokens[*name].text + ": the name says nothing"});
            }
        }
    }
    return findings;
}

Findings checkCalls(const SourceTree& tree, const LayerTable& table)
{
    Findings findings;
    for (const auto& [path, source] : tree) {
        const auto* layer = table.layerOf(path);
        if (layer == nullptr) {
            continue; // checkIncludes names the file
        }
        for (std::size_t at = 0; at < source.code.tokens.size(); ++at) {
            checkCallsAt(source.code.tokens, at, *layer, path, findings);
        }
    }
    return findings;
}

Findings checkMutexes(const SourceTree& tree, const std::set<std::string>& publicHeaders)
{
    Findings findings;
    for (const auto& path : publicHeaders) {
        const auto found = tree.find(path);
        if (found == tree.end()) {
            continue;
        }
        for (const auto& token : found->second.code.tokens) {
            const bool isMutex = token.kind == TokenKind::Name &&
                                 std::find(mutexes.begin(), mutexes.end(), token.text) != mutexes.end();
            if (isMutex) {
                findings.push_back({path, token.line, "a mutex in a header that other folders include"});
            }
        }
    }
    return findings;
}

Findings checkTopLevel(const std::set<std::string>& names)
{
    // build/ and the presets of one's own are left out of the repository by .gitignore.
    static const std::set<std::string> allowed{"CMakeLists.txt",
                                               "CMakePresets.json",
                                               "src",
                                               "ui",
                                               "resources",
                                               "tests",
                                               "docs",
                                               "packaging",
                                               "README.md",
                                               "build",
                                               "CMakeUserPresets.json"};
    Findings findings;
    for (const auto& name : names) {
        if (!name.starts_with('.') && !allowed.contains(name)) {
            findings.push_back({name, 1, "does not belong on the top level"});
        }
    }
    return findings;
}

} // namespace chevet::architecture
