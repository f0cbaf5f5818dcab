// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// C++ source as the house's checks read it: what it includes, and its words without comments, so that a rule
// never trips over a sentence about the thing that it forbids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chevet::architecture {

enum class TokenKind
{
    Name,
    Number,
    Literal,
    Mark
};

struct Token
{
    TokenKind kind = TokenKind::Mark;
    std::string text; ///< a literal's without its quotes; "::" and "->" are one mark
    int line = 0;
};

enum class IncludeForm
{
    Quoted,
    Angled
};

struct Include
{
    std::string target;
    IncludeForm form = IncludeForm::Quoted;
    int line = 0;
};

struct Code
{
    std::vector<Token> tokens;
    std::vector<Include> includes;
    bool hasPragmaOnce = false;
    int lines = 0;
};

Code readCode(std::string_view text);

} // namespace chevet::architecture
