// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/reading.h"

#include <algorithm>

namespace chevet::triage {
namespace {

std::string_view kindName(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Boolean: return "true or false";
    case Value::Kind::Integer: return "a whole number";
    case Value::Kind::Text: return "a text";
    case Value::Kind::List: return "a list";
    case Value::Kind::Table: return "a table";
    case Value::Kind::Other: break;
    }
    return "something else";
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isPassage(std::string_view text)
{
    const auto digits = [&](std::size_t& at) {
        const auto start = at;
        while (at < text.size() && isDigit(text[at])) {
            ++at;
        }
        return at - start;
    };
    std::size_t at = 0;
    if (digits(at) != 3 || at >= text.size() || text[at++] != ':' || digits(at) == 0) {
        return false;
    }
    if (at < text.size() && text[at] == '-') {
        ++at;
        if (digits(at) == 0) {
            return false;
        }
    }
    return at == text.size();
}

bool isSource(std::string_view text)
{
    if (text == "team") {
        return true;
    }
    while (true) {
        const auto comma = text.find(", ");
        if (!isPassage(text.substr(0, comma))) {
            return false;
        }
        if (comma == std::string_view::npos) {
            return true;
        }
        text.remove_prefix(comma + 2);
    }
}

/// Only what a person can read back in an error line; the rest of a rubbish file stays out of it.
std::string printable(std::string_view text)
{
    std::string result;
    for (const char c : text.substr(0, 40)) {
        result += c >= ' ' && c <= '~' ? c : '?';
    }
    return result;
}

} // namespace

std::string Reading::quoted(std::string_view text)
{
    return "'" + printable(text) + "'";
}

std::string Reading::unknownWord(const Value& value, std::string_view what)
{
    return value.kind == Value::Kind::Text ? "unknown " + std::string(what) + ' ' + quoted(value.text)
                                           : std::string(what) + " takes words";
}

void Reading::enter(std::string block, int line)
{
    m_block = std::move(block);
    m_line = line;
}

void Reading::fault(ErrorCode code, int line, std::string_view what)
{
    if (m_fault) {
        return;
    }
    const int at = line > 0 ? line : m_line;
    m_fault = Error{code, m_block + ", line " + std::to_string(at) + ": " + std::string(what), at};
}

const Value* Reading::field(const Value& table, std::string_view key, Value::Kind kind)
{
    if (table.find(key) == nullptr) {
        fault(ErrorCode::RuleInvalid, table.line, "has no " + quoted(key));
        return nullptr;
    }
    return optionalField(table, key, kind);
}

const Value* Reading::optionalField(const Value& table, std::string_view key, Value::Kind kind)
{
    const auto* value = table.find(key);
    if (value != nullptr && value->kind != kind) {
        fault(ErrorCode::RuleInvalid, value->line, quoted(key) + " takes " + std::string(kindName(kind)));
        return nullptr;
    }
    return value;
}

std::string Reading::text(const Value& table, std::string_view key)
{
    const auto* value = field(table, key, Value::Kind::Text);
    if (value == nullptr) {
        return {};
    }
    if (value->text.empty()) {
        fault(ErrorCode::RuleInvalid, value->line, quoted(key) + " is empty");
    }
    return value->text;
}

bool Reading::flag(const Value& table, std::string_view key)
{
    const auto* value = optionalField(table, key, Value::Kind::Boolean);
    return value != nullptr && value->boolean;
}

void Reading::onlyKeys(const Value& table, std::initializer_list<std::string_view> known)
{
    for (const auto& [key, value] : table.fields) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            fault(ErrorCode::RuleUnknownEffect, value.line, "unknown key " + quoted(key));
        }
    }
}

clinical::LocalText Reading::bothLanguages(const Value& table, std::string_view key)
{
    const auto* reason = field(table, key, Value::Kind::Table);
    if (reason == nullptr) {
        return {};
    }
    onlyKeys(*reason, {"en", "fr"});
    return {text(*reason, "en"), text(*reason, "fr")};
}

std::string Reading::source(const Value& table)
{
    const auto* value = field(table, "source", Value::Kind::Text);
    if (value == nullptr) {
        return {};
    }
    if (!isSource(value->text)) {
        fault(ErrorCode::RuleInvalid, value->line, "'source' is no passage such as 000:374-381");
    }
    return value->text;
}

int Reading::number(const Value& value, int lowest, int highest, std::string_view what)
{
    std::int64_t number = value.integer;
    if (value.kind == Value::Kind::Text) {
        const auto* setting = findSetting(value.text);
        if (setting == nullptr) {
            fault(ErrorCode::RuleInvalid, value.line, "unknown setting " + quoted(value.text));
            return lowest;
        }
        number = m_settings.*setting->member;
    } else if (value.kind != Value::Kind::Integer) {
        fault(ErrorCode::RuleInvalid, value.line, quoted(what) + " takes a whole number or a setting's name");
        return lowest;
    }
    if (number < lowest || number > highest) {
        fault(ErrorCode::RuleInvalid, value.line,
              "absurd number " + std::to_string(number) + " for " + quoted(what) + " (" +
                  std::to_string(lowest) + " to " + std::to_string(highest) + ")");
        return lowest;
    }
    return static_cast<int>(number);
}

} // namespace chevet::triage
