// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts as the words that search compares: FTS5's own tokenizer (unicode61, diacritics removed), so that what
// a query looks for, what a name look-up compares and what an excerpt marks are the same words, in every
// locale.
#pragma once

#include "foundation/result.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace chevet::casebook {

class Tokenizer
{
public:
    /// `handle` lives longer. Error: Internal, if SQLite has no FTS5.
    static Result<Tokenizer> make(sqlite3* handle);
    /// With a connection of its own (in memory, nothing in it), for whoever has no model at hand.
    static Result<Tokenizer> alone();

    /// The folded word and its place in the text, in bytes; until the function returns false.
    using Visit = std::function<bool(std::string_view word, std::size_t from, std::size_t to)>;
    void each(std::string_view text, const Visit& visit) const;
    std::vector<std::string> words(std::string_view text) const;

private:
    struct Self;
    std::shared_ptr<Self> m_self;
};

} // namespace chevet::casebook
