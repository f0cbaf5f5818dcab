// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/name_words.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace chevet::casebook {
namespace {

/// What the tokenizer leaves as it is, since these are letters of their own and no marked ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> plainLetters{{
    {"œ", "oe"},
    {"æ", "ae"},
    {"ß", "ss"},
    {"ı", "i"},
    {"ø", "o"},
    {"ł", "l"},
    {"đ", "d"},
    {"ð", "d"},
    {"þ", "th"},
    {"ŋ", "n"},
}};

std::string plain(std::string word)
{
    const bool isPlain = std::all_of(word.begin(), word.end(), [](char c) { return (c & '\x80') == 0; });
    if (isPlain) {
        return word;
    }
    for (const auto& [letter, others] : plainLetters) {
        for (auto at = word.find(letter); at != std::string::npos; at = word.find(letter, at)) {
            word.replace(at, letter.size(), others);
        }
    }
    return word;
}

/// Words `from` to `to`, the latter left out.
std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to)
{
    const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    return std::accumulate(at(from), at(to), std::string());
}

/// True if `typed` from its word `from` on can be cut into pieces that each begin one of the beginnings.
bool isAccountedFor(const std::vector<std::string>& typed, std::size_t from,
                    const std::vector<std::string>& beginnings)
{
    if (from == typed.size()) {
        return true;
    }
    std::string piece;
    for (auto to = from; to < typed.size(); ++to) {
        piece += typed[to];
        const bool begins = std::any_of(beginnings.begin(), beginnings.end(),
                                        [&](const auto& word) { return word.starts_with(piece); });
        if (!begins) {
            return false; // a longer piece begins nothing either
        }
        if (isAccountedFor(typed, to + 1, beginnings)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<std::string> NameWords::words(std::string_view text) const
{
    auto found = m_tokenizer.words(text);
    for (auto& word : found) {
        word = plain(std::move(word));
    }
    return found;
}

std::vector<std::string> NameWords::beginnings(NameParts parts) const
{
    std::vector<std::string> all;
    for (const auto part : parts) {
        const auto apart = words(part);
        for (std::size_t i = 0; i < apart.size(); ++i) {
            all.push_back(joined(apart, i, apart.size()));
        }
    }
    return all;
}

bool NameWords::match(const std::vector<std::string>& typed, NameParts parts) const
{
    return isAccountedFor(typed, beginnings(parts));
}

bool isAccountedFor(const std::vector<std::string>& typed, const std::vector<std::string>& beginnings)
{
    return isAccountedFor(typed, 0, beginnings);
}

std::vector<std::string> lookUpKeys(const std::vector<std::string>& typed)
{
    const auto longest = std::max_element(typed.begin(), typed.end(),
                                          [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (longest == typed.end()) {
        return {};
    }
    const auto middle = static_cast<std::size_t>(longest - typed.begin());
    std::vector<std::string> keys;
    for (std::size_t from = 0; from <= middle; ++from) {
        for (auto to = middle + 1; to <= typed.size(); ++to) {
            keys.push_back(joined(typed, from, to));
        }
    }
    return keys;
}

} // namespace chevet::casebook
