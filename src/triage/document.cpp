// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <string>

namespace chevet::triage {
namespace {

constexpr std::size_t largestDocument = std::size_t{1} << 20;

/// toml++ 3.3 runs into undefined behaviour when a letter beyond ASCII stands where it looks for white space:
/// in a bare key or value, after a backslash, in a text of several lines. Such a file does not reach it.
/// Rules need no texts of several lines, so these are refused altogether. It also stops the whole program (an
/// assertion, and undefined where there is none) at a table's head that begins with what no name begins with,
/// and at a list that a brace closes.
class LetterCheck
{
public:
    explicit LetterCheck(std::string_view text) : m_text(text) {}

    Result<void> run()
    {
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\n') {
                m_end = '\0'; // a text that is still open is a fault that the library names
                m_isLineStart = true;
                m_isInWord = false;
                m_isValueNext = m_isValueNext && !m_open.empty();
                continue;
            }
            const auto fault = m_end == '\0' ? outside(m_text[m_at]) : inside(m_text[m_at]);
            if (!fault.empty()) {
                return wrongHere(fault);
            }
        }
        return {};
    }

private:
    /// What is wrong here; empty if nothing is.
    std::string_view outside(char c)
    {
        if (!isAscii(c)) {
            return "a letter beyond ASCII outside texts and comments";
        }
        if (m_text.substr(m_at, 3) == R"(""")" || m_text.substr(m_at, 3) == "'''") {
            return "a text of several lines";
        }
        const bool isHead = m_isLineStart && m_open.empty() && c == '[';
        if (!isPlain(c)) {
            return "a sign in the middle of a value"; // a quote there opens no text for the library
        }
        if (isHead && !hasNameAfterBrackets()) {
            return "a table without a name";
        }
        m_isLineStart = m_isLineStart && (c == ' ' || c == '\t' || c == '\r');
        if (!isNested(c)) {
            return "a bracket or brace that closes nothing";
        }
        m_isHead = isHead || (m_isHead && !m_open.empty());
        m_isValueNext = c == '=' ||
                        ((c == '[' || c == ',') && !m_isHead && !m_open.empty() && m_open.back() == '[') ||
                        (m_isValueNext && isBlank(c));
        m_end = c == '#' ? '\n' : c == '"' || c == '\'' ? c : '\0';
        return {};
    }

    /// Keeps what is open; false for what closes another kind than was opened.
    bool isNested(char c)
    {
        if (c == '[' || c == '{') {
            m_open.push_back(c);
        } else if ((c == ']' || c == '}') && !m_open.empty()) {
            if ((m_open.back() == '[') != (c == ']')) {
                return false;
            }
            m_open.pop_back();
        }
        return true;
    }

    /// False inside a number, a date or a yes/no at what none of them has. What begins one is noted.
    bool isPlain(char c)
    {
        if (isBlank(c) || c == ',' || c == ']' || c == '}' || c == '#') {
            m_isInWord = false;
            return true;
        }
        const bool begins = m_isValueNext && c != '"' && c != '\'' && c != '[' && c != '{';
        m_isInWord = m_isInWord || begins;
        return !m_isInWord || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("+-.:_").find(c) != std::string_view::npos;
    }

    /// A text or a comment.
    std::string_view inside(char c)
    {
        if (c == '\\' && m_end == '"') {
            ++m_at;
            if (m_at < m_text.size() && !isAscii(m_text[m_at])) {
                return "a letter beyond ASCII after a backslash";
            }
        } else if (c == m_end) {
            m_end = '\0';
        }
        return {};
    }

    /// After one bracket or two and blanks: what begins a name, or a text that is one.
    bool hasNameAfterBrackets() const
    {
        auto at = m_at + 1;
        at += at < m_text.size() && m_text[at] == '[' ? 1 : 0;
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t')) {
            ++at;
        }
        const char c = at < m_text.size() ? m_text[at] : '\0';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '"' || c == '\'';
    }

    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
    static bool isAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

    tl::unexpected<Error> wrongHere(std::string_view what) const
    {
        const auto before = m_text.substr(0, m_at);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        return fail(ErrorCode::RuleSyntax, "line " + std::to_string(line) + ": " + std::string(what), line);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_open; ///< brackets and braces that are, outermost first
    bool m_isLineStart = true;
    bool m_isHead = false;      ///< inside the brackets of a table's head
    bool m_isValueNext = false; ///< after an equals sign, or where a list has its next value
    bool m_isInWord = false;    ///< of a value without quotes
    char m_end = '\0';          ///< what closes the text or comment that is open; none is
};

// The library bounds the nesting (256 levels), so the recursion is bounded too.
Value valueFrom(const toml::node& node)
{
    Value value;
    value.line = static_cast<int>(node.source().begin.line);
    if (const auto* boolean = node.as_boolean()) {
        value.kind = Value::Kind::Boolean;
        value.boolean = boolean->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = Value::Kind::Integer;
        value.integer = integer->get();
    } else if (const auto* text = node.as_string()) {
        value.kind = Value::Kind::Text;
        value.text = text->get();
    } else if (const auto* list = node.as_array()) {
        value.kind = Value::Kind::List;
        for (const auto& item : *list) {
            value.items.push_back(valueFrom(item));
        }
    } else if (const auto* table = node.as_table()) {
        value.kind = Value::Kind::Table;
        for (const auto& [key, item] : *table) {
            value.fields.push_back({std::string(key.str()), valueFrom(item)});
        }
    }
    return value;
}

} // namespace

const Value* Value::find(std::string_view key) const
{
    for (const auto& [name, value] : fields) {
        if (name == key) {
            return &value;
        }
    }
    return nullptr;
}

Result<Value> readDocument(std::string_view text)
{
    if (text.size() > largestDocument) {
        return fail(ErrorCode::TooLarge, "rule file (at most 1 MiB)");
    }
    if (text.substr(0, 3) == "\xEF\xBB\xBF") { // the mark that some editors put before UTF-8
        text.remove_prefix(3);
    }
    CHEVET_TRY(LetterCheck(text).run());
    const auto parsed = toml::parse(text);
    if (!parsed) {
        const auto at = parsed.error().source().begin;
        return fail(ErrorCode::RuleSyntax,
                    "line " + std::to_string(at.line) + ", column " + std::to_string(at.column),
                    static_cast<std::int64_t>(at.line));
    }
    return valueFrom(parsed.table());
}

} // namespace chevet::triage
