// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/cpp_tokens.h"

#include <algorithm>

namespace chevet::architecture {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
}

class CodeReader
{
public:
    explicit CodeReader(std::string_view text) : m_text(text) {}

    Code read()
    {
        while (m_at < m_text.size()) {
            step();
        }
        m_code.lines = static_cast<int>(std::count(m_text.begin(), m_text.end(), '\n'));
        if (!m_text.empty() && m_text.back() != '\n') {
            ++m_code.lines;
        }
        return std::move(m_code);
    }

private:
    bool startsWith(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\n'; }

    /// Goes on by `count` characters and keeps count of the lines.
    void pass(std::size_t count)
    {
        const auto end = std::min(m_at + count, m_text.size());
        for (; m_at < end; ++m_at) {
            if (m_text[m_at] == '\n') {
                ++m_line;
                m_isLineStart = true;
            }
        }
    }

    void passThrough(std::string_view end, std::size_t from)
    {
        const auto found = m_text.find(end, from);
        pass(found == std::string_view::npos ? m_text.size() - m_at : found + end.size() - m_at);
    }

    void step()
    {
        const char c = here();
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            pass(1);
            return;
        }
        if (startsWith("//")) {
            passThrough("\n", m_at);
            return;
        }
        if (startsWith("/*")) {
            passThrough("*/", m_at + 2);
            return;
        }
        if (c == '#' && m_isLineStart) {
            directive();
            return;
        }
        m_isLineStart = false;
        if (isDigit(c)) {
            number();
        } else if (isWord(c)) {
            word();
        } else if (c == '"' || c == '\'') {
            literal(c);
        } else {
            mark();
        }
    }

    void directive()
    {
        m_isLineStart = false;
        pass(1);
        skipBlanks();
        const auto name = takeWord();
        skipBlanks();
        if (name == "include") {
            include();
        } else if (name == "pragma" && takeWord() == "once") {
            m_code.hasPragmaOnce = true;
        }
        // What follows a #define or #if is read as code like any other.
    }

    void include()
    {
        const char open = here();
        if (open != '"' && open != '<') {
            return;
        }
        const auto end = m_text.find(open == '"' ? '"' : '>', m_at + 1);
        if (end == std::string_view::npos) {
            return;
        }
        m_code.includes.push_back({std::string(m_text.substr(m_at + 1, end - m_at - 1)),
                                   open == '"' ? IncludeForm::Quoted : IncludeForm::Angled, m_line});
        pass(end + 1 - m_at);
    }

    void skipBlanks()
    {
        while (here() == ' ' || here() == '\t') {
            pass(1);
        }
    }

    std::string takeWord()
    {
        const auto from = m_at;
        while (m_at < m_text.size() && isWord(m_text[m_at])) {
            ++m_at;
        }
        return std::string(m_text.substr(from, m_at - from));
    }

    void word()
    {
        const auto line = m_line;
        auto name = takeWord();
        if (here() == '"' && name.ends_with('R')) {
            rawLiteral();
        } else {
            m_code.tokens.push_back({TokenKind::Name, std::move(name), line});
        }
    }

    void number()
    {
        const auto from = m_at;
        // 1'000 is one number; a sign or a dot inside is of no interest here.
        while (isWord(here()) || (here() == '\'' && m_at + 1 < m_text.size() && isWord(m_text[m_at + 1]))) {
            ++m_at;
        }
        m_code.tokens.push_back({TokenKind::Number, std::string(m_text.substr(from, m_at - from)), m_line});
    }

    void rawLiteral()
    {
        const auto open = m_text.find('(', m_at);
        if (open == std::string_view::npos) {
            pass(1);
            return;
        }
        const auto close = ")" + std::string(m_text.substr(m_at + 1, open - m_at - 1)) + "\"";
        const auto end = std::min(m_text.find(close, open), m_text.size());
        m_code.tokens.push_back(
            {TokenKind::Literal, std::string(m_text.substr(open + 1, end - open - 1)), m_line});
        pass(end + close.size() - m_at);
    }

    void literal(char quote)
    {
        auto end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote && m_text[end] != '\n') {
            end += m_text[end] == '\\' ? 2 : 1;
        }
        end = std::min(end, m_text.size());
        m_code.tokens.push_back(
            {TokenKind::Literal, std::string(m_text.substr(m_at + 1, end - m_at - 1)), m_line});
        pass(end + 1 - m_at);
    }

    void mark()
    {
        const std::size_t length = startsWith("::") || startsWith("->") ? 2 : 1;
        m_code.tokens.push_back({TokenKind::Mark, std::string(m_text.substr(m_at, length)), m_line});
        pass(length);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    bool m_isLineStart = true;
    Code m_code;
};

} // namespace

Code readCode(std::string_view text)
{
    return CodeReader(text).read();
}

} // namespace chevet::architecture
