// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A parsed rule file as plain values with their lines. Keeps the TOML library in one translation unit, and
// gives the readers of rules, properties and vignettes one thing to walk through. No file is opened here.
#pragma once

#include "foundation/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::triage {

struct Field;

struct Value
{
    /// Other: a date, a time or a number with a fraction, for which rules have no use.
    enum class Kind
    {
        Boolean,
        Integer,
        Text,
        List,
        Table,
        Other
    };

    Kind kind = Kind::Other;
    int line = 0; ///< 1 for the first; 0 where the file does not say
    bool boolean = false;
    std::int64_t integer = 0;
    std::string text;
    std::vector<Value> items;  ///< of a List
    std::vector<Field> fields; ///< of a Table, sorted by key

    /// Null when there is no such field.
    const Value* find(std::string_view key) const;
};

struct Field
{
    std::string key;
    Value value;
};

/// Error: RuleSyntax with line and column for what is no TOML, TooLarge above 1 MiB.
Result<Value> readDocument(std::string_view text);

} // namespace chevet::triage
