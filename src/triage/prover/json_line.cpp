// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/json_line.h"

#include <array>
#include <charconv>
#include <variant>

namespace chevet::triage {
namespace {

using clinical::FactValue;

void append(std::string& to, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    to += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (byte < 0x20) {
            to += "\\u00";
            to += digits[byte >> 4U];
            to += digits[byte & 15U];
        } else {
            to += c;
        }
    }
    to += '"';
}

template<class Number> void appendNumber(std::string& to, Number number)
{
    std::array<char, 64> buffer{};
    const auto [end, fault] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    to.append(buffer.data(), end);
}

void append(std::string& to, const FactValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value)) {
        to += *yes ? "true" : "false";
    } else if (const auto* number = std::get_if<int>(&value)) {
        appendNumber(to, *number);
    } else if (const auto* word = std::get_if<std::string>(&value)) {
        append(to, std::string_view(*word));
    } else if (const auto* motives = std::get_if<clinical::MotiveSet>(&value)) {
        to += '[';
        for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
            if (motives->has(motive)) {
                to += to.back() == '[' ? "" : ",";
                append(to, name);
            }
        }
        to += ']';
    } else {
        to += "null";
    }
}

} // namespace

void JsonLine::addKey(std::string_view key)
{
    if (m_text.size() > 1) {
        m_text += ',';
    }
    append(m_text, key);
    m_text += ':';
}

JsonLine& JsonLine::add(std::string_view key, std::string_view text)
{
    addKey(key);
    append(m_text, text);
    return *this;
}

JsonLine& JsonLine::add(std::string_view key, double number)
{
    addKey(key);
    appendNumber(m_text, number);
    return *this;
}

JsonLine& JsonLine::add(std::string_view key, std::size_t number)
{
    addKey(key);
    appendNumber(m_text, number);
    return *this;
}

JsonLine& JsonLine::add(std::string_view key, const FactValue& value)
{
    addKey(key);
    append(m_text, value);
    return *this;
}

JsonLine& JsonLine::add(std::string_view key, const clinical::Facts& facts)
{
    addKey(key);
    m_text += '{';
    for (const auto& about : clinical::allFacts) {
        if (clinical::isKnown(facts, about.fact)) {
            m_text += m_text.back() == '{' ? "" : ",";
            append(m_text, about.name);
            m_text += ':';
            append(m_text, clinical::valueOf(facts, about.fact));
        }
    }
    m_text += '}';
    return *this;
}

} // namespace chevet::triage
