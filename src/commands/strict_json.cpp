// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/strict_json.h"

#include "foundation/bytes.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace chevet::commands {
namespace {

using nlohmann::json;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The character that the byte at `position` (1 for the first) belongs to.
void place(std::string_view text, std::size_t position, JsonFault& fault)
{
    const auto end = std::min(position == 0 ? 0 : position - 1, text.size());
    fault.line = 1;
    fault.column = 1;
    for (std::size_t i = 0; i < end; ++i) {
        if (text[i] == '\n') {
            ++fault.line;
            fault.column = 1;
        } else if (!isContinuation(text[i])) {
            ++fault.column;
        }
    }
    if (end < text.size()) {
        std::size_t width = 1;
        while (end + width < text.size() && isContinuation(text[end + width])) {
            ++width;
        }
        fault.found = shown(text.substr(end, width));
    }
}

/// Builds the tree and stops at the first fault. The member functions are what nlohmann's parser calls.
class Builder : public nlohmann::json_sax<json>
{
public:
    explicit Builder(std::string_view text) : m_text(text) {}

    /// The tree, or the first fault.
    tl::expected<json, JsonFault> result()
    {
        if (m_fault) {
            return tl::unexpected(std::move(*m_fault));
        }
        return std::move(m_root);
    }

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t& written) override
    {
        // A whole number too large for 64 bits arrives here: it is out of range, not of the wrong type.
        if (written.find_first_of(".eE") == std::string::npos) {
            return put(value < 0 ? std::numeric_limits<std::int64_t>::min()
                                 : std::numeric_limits<std::int64_t>::max());
        }
        return put(value);
    }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return enter(json::object()); }
    bool start_array(std::size_t) override { return enter(json::array()); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool key(string_t& name) override
    {
        if (m_open.back()->contains(name)) {
            m_fault = JsonFault{.kind = JsonFault::Kind::DuplicateKey, .path = path(name)};
            return false;
        }
        m_keys.back() = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        m_fault = JsonFault{.kind = JsonFault::Kind::Syntax};
        place(m_text, position, *m_fault);
        return false;
    }

private:
    template<class Value> bool put(Value&& value)
    {
        attach(json(std::forward<Value>(value)));
        return true;
    }

    json* attach(json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        auto& parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        return &(parent[m_keys.back()] = std::move(value));
    }

    bool enter(json container)
    {
        if (m_open.size() >= static_cast<std::size_t>(deepestDocument)) {
            m_fault = JsonFault{.kind = JsonFault::Kind::TooDeep, .path = path({})};
            return false;
        }
        // Only the innermost container grows, so the pointers to the outer ones stay good.
        m_open.push_back(attach(std::move(container)));
        m_keys.emplace_back();
        return true;
    }

    bool leave()
    {
        m_open.pop_back();
        m_keys.pop_back();
        return true;
    }

    std::string path(std::string_view last) const
    {
        std::string whole = "$";
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            if (m_open[i]->is_array()) {
                whole += "[" + std::to_string(m_open[i]->empty() ? 0 : m_open[i]->size() - 1) + "]";
            } else if (i + 1 < m_open.size()) {
                whole = pathOf(whole, m_keys[i]);
            }
        }
        return last.empty() ? whole : pathOf(whole, last);
    }

    std::string_view m_text;
    std::optional<JsonFault> m_fault;
    json m_root;
    std::vector<json*> m_open;
    std::vector<std::string> m_keys; ///< of each open object, the key that is being filled
};

} // namespace

tl::expected<json, JsonFault> readStrictly(std::string_view text)
{
    if (text.size() > largestDocument) {
        return tl::unexpected(JsonFault{.kind = JsonFault::Kind::TooLarge});
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return tl::unexpected(JsonFault{.kind = JsonFault::Kind::Empty});
    }
    Builder builder(text);
    const bool isRead = json::sax_parse(text.begin(), text.end(), &builder);
    auto result = builder.result();
    if (result && !isRead) {
        return tl::unexpected(JsonFault{.kind = JsonFault::Kind::Syntax, .line = 1, .column = 1});
    }
    return result;
}

std::string shown(std::string_view text)
{
    constexpr std::size_t longest = 40;
    std::string result;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == longest) {
            return result + "\xE2\x80\xA6";
        }
        std::size_t width = 1;
        while (at + width < text.size() && isContinuation(text[at + width])) {
            ++width;
        }
        const auto letter = text.substr(at, width);
        const auto first = static_cast<unsigned char>(letter[0]);
        // C1 controls and the marks that turn the direction of writing could repaint a terminal's line.
        const auto last = static_cast<unsigned char>(letter.back());
        const bool turnsLine =
            width == 3 && ((letter.starts_with("\xE2\x80") &&
                            ((last >= 0x8B && last <= 0x8F) || (last >= 0xA8 && last <= 0xAE))) ||
                           (letter.starts_with("\xE2\x81") && last >= 0xA0 && last <= 0xAF));
        const bool isControl = first < 0x20 || first == 0x7F ||
                               (first == 0xC2 && width == 2 && static_cast<unsigned char>(letter[1]) < 0xA0);
        if (isControl || turnsLine || !isUtf8(viewOf(letter))) {
            for (const auto byte : letter.substr(0, 4)) {
                result += "\\x" + toHex(viewOf(std::string_view(&byte, 1)));
            }
        } else {
            result += letter;
        }
        at += width;
    }
    return result;
}

std::string pathOf(std::string_view parent, std::string_view key)
{
    const bool isPlain = !key.empty() && std::all_of(key.begin(), key.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_';
    });
    const auto name = shown(key);
    return std::string(parent) + (isPlain ? "." + name : "[\"" + name + "\"]");
}

std::string written(const nlohmann::ordered_json& value, int indent)
{
    return value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace chevet::commands
