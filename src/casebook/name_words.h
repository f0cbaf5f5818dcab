// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names as they are looked up by a few letters. LE GALL is found by "gal", "leg" and "le g", LEGALL by "le
// gall", D'ALMEIDA by "alm" and "dal": where a name has blanks, hyphens or apostrophes is a matter of who
// wrote it down. Letters that are written otherwise on another keyboard (œ, ß, ı, ø, ł) are found under their
// plain ones.
#pragma once

#include "casebook/tokens.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chevet::casebook {

/// The parts of a name that are written apart on purpose: family and given name, a home's name and its town.
using NameParts = std::initializer_list<std::string_view>;

class NameWords
{
public:
    explicit NameWords(Tokenizer tokenizer) : m_tokenizer(std::move(tokenizer)) {}

    /// The folded words of one text.
    std::vector<std::string> words(std::string_view text) const;
    /// What a look-up may begin with: each word of each part, run together with those after it in the same
    /// part: "le gall" gives "legall" and "gall", which begin with all that can be typed for it.
    std::vector<std::string> beginnings(NameParts parts) const;
    /// Everything that was typed is accounted for: words as typed or run together, each time the beginning of
    /// a word of the name or of several run together.
    bool match(const std::vector<std::string>& typed, NameParts parts) const;

private:
    Tokenizer m_tokenizer;
};

/// The same for words that begin what is looked through, as `beginnings` and `words` give them.
bool isAccountedFor(const std::vector<std::string>& typed, const std::vector<std::string>& beginnings);

/// One of these begins one of `beginnings` of every name that matches: the longest typed word, alone and run
/// together with its neighbours.
std::vector<std::string> lookUpKeys(const std::vector<std::string>& typed);

} // namespace chevet::casebook
