// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSON as the command line takes it: whole, small, every key once. What is wrong is told as a value, so that
// the sentence can be made in the session's language (messages.h). No exception leaves these functions.
#pragma once

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace chevet::commands {

/// One document, and one line of several.
inline constexpr std::size_t largestDocument = std::size_t{1024} * 1024;
inline constexpr int deepestDocument = 16;

struct JsonFault
{
    enum class Kind
    {
        Empty,        ///< nothing but blanks
        TooLarge,     ///< above largestDocument
        TooDeep,      ///< above deepestDocument
        Syntax,       ///< line and column; `found` is the character there, empty at the end of the input
        DuplicateKey, ///< path
        UnknownKey,   ///< path, nearest
        WrongType,    ///< path, expected
        OutOfRange,   ///< path, lowest, highest
        UnknownWord,  ///< path, allowed, nearest
        GivenTwice,   ///< path: the same word twice in a list
    };
    enum class Expected
    {
        Object,
        Words,
        Word,
        WholeNumber,
        YesNo,
        Text
    };

    Kind kind = Kind::Syntax;
    std::string path = {}; ///< "$.severity"; what the input wrote in it is cut and cleaned for a terminal
    std::size_t line = 0;
    std::size_t column = 0; ///< in characters
    std::string found = {};
    Expected expected = Expected::Object;
    int lowest = 0;
    int highest = 0;
    std::string allowed = {}; ///< the names, separated by ", "
    std::string nearest = {};

    bool operator==(const JsonFault&) const = default;
};

tl::expected<nlohmann::json, JsonFault> readStrictly(std::string_view text);

/// A key or word of the input as it may be shown: control characters as \xNN, at most 40 characters.
std::string shown(std::string_view text);

/// "$" and the key, in a form that can be read back.
std::string pathOf(std::string_view parent, std::string_view key);

/// What nlohmann writes, with ill-formed text replaced instead of an exception.
std::string written(const nlohmann::ordered_json& value, int indent);

} // namespace chevet::commands
