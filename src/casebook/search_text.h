// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of an event can be found by its words, and lines cut from longer texts.
#pragma once

#include "clinical/events.h"

#include <string>
#include <string_view>

namespace chevet::casebook {

/// The free texts of a body, names included, separated by line breaks; empty for what has no words.
std::string searchText(const clinical::EventBody& body);

/// What may stand as a case's last word: a note's text, or what the caller said. Null for other kinds.
const std::string* lastWordIn(const clinical::EventBody& body);
inline constexpr std::size_t lastWordBytes = 120;

/// The first line that is not blank, at most `most` bytes, cut between characters.
std::string firstLine(std::string_view text, std::size_t most);

/// About `most` bytes around a place, cut between characters, without line breaks.
std::string excerptAround(std::string_view text, std::size_t place, std::size_t most);

/// The first letters of the first three words: "Anne-Lise Petit" gives "AP".
std::string initialsOf(std::string_view name);

} // namespace chevet::casebook
