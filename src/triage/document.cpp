// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/document.h"

#include <toml++/toml.h>

namespace chevet::triage {
namespace {

constexpr std::size_t largestDocument = std::size_t{1} << 20;

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
