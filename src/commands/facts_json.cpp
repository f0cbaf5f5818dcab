// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/facts_json.h"

#include "commands/nearest_name.h"

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <variant>
#include <vector>

namespace chevet::commands {
namespace {

using clinical::FactDescription;
using clinical::FactType;
using clinical::FactValue;
using nlohmann::json;
using nlohmann::ordered_json;

template<class T> using Read = tl::expected<T, JsonFault>;

tl::unexpected<JsonFault> wrongType(const std::string& path, JsonFault::Expected expected)
{
    return tl::unexpected(JsonFault{.kind = JsonFault::Kind::WrongType, .path = path, .expected = expected});
}

tl::unexpected<JsonFault> unknownWord(const std::string& path, const std::string& word,
                                      const std::vector<std::string_view>& known)
{
    JsonFault fault{.kind = JsonFault::Kind::UnknownWord, .path = path, .found = shown(word)};
    for (const auto name : known) {
        fault.allowed += (fault.allowed.empty() ? "" : ", ") + std::string(name);
    }
    fault.nearest = nearestName(word, known);
    return tl::unexpected(std::move(fault));
}

std::vector<std::string_view> motiveNames()
{
    std::vector<std::string_view> names;
    names.reserve(std::size(clinical::Words<clinical::Motive>::all));
    for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
        names.push_back(name);
    }
    return names;
}

Read<FactValue> motives(const json& value, const std::string& path)
{
    if (!value.is_array()) {
        return wrongType(path, JsonFault::Expected::Words);
    }
    clinical::MotiveSet set;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto itemPath = path + "[" + std::to_string(i) + "]";
        if (!value[i].is_string()) {
            return wrongType(itemPath, JsonFault::Expected::Word);
        }
        const auto& name = value[i].get_ref<const std::string&>();
        const auto motive = clinical::fromName<clinical::Motive>(name);
        if (!motive) {
            return unknownWord(itemPath, name, motiveNames());
        }
        if (set.has(*motive)) {
            return tl::unexpected(JsonFault{.kind = JsonFault::Kind::GivenTwice, .path = itemPath});
        }
        set.insert(*motive);
    }
    return set;
}

Read<FactValue> word(const FactDescription& about, const json& value, const std::string& path)
{
    if (!value.is_string()) {
        return wrongType(path, JsonFault::Expected::Word);
    }
    const auto& name = value.get_ref<const std::string&>();
    const auto known = clinical::wordsOf(about.fact);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
        return unknownWord(path, name, known);
    }
    return name;
}

Read<FactValue> number(const FactDescription& about, const json& value, const std::string& path)
{
    if (!value.is_number_integer()) {
        return wrongType(path, JsonFault::Expected::WholeNumber);
    }
    const bool isHuge = value.is_number_unsigned() && value.get<std::uint64_t>() > INT32_MAX;
    const auto whole = isHuge ? std::int64_t{INT32_MAX} : value.get<std::int64_t>();
    if (isHuge || whole < about.lowest || whole > about.highest) {
        return tl::unexpected(JsonFault{.kind = JsonFault::Kind::OutOfRange,
                                        .path = path,
                                        .lowest = about.lowest,
                                        .highest = about.highest});
    }
    return static_cast<int>(whole);
}

Read<FactValue> valueOf(const FactDescription& about, const json& value, const std::string& path)
{
    if (value.is_null()) {
        return FactValue{};
    }
    switch (about.type) {
    case FactType::Motives: return motives(value, path);
    case FactType::Word: return word(about, value, path);
    case FactType::Number: return number(about, value, path);
    case FactType::YesNo:
        return value.is_boolean() ? Read<FactValue>(value.get<bool>())
                                  : wrongType(path, JsonFault::Expected::YesNo);
    case FactType::Text: break;
    }
    if (!value.is_string()) {
        return wrongType(path, JsonFault::Expected::Text);
    }
    return value.get<std::string>();
}

JsonFault unknownKey(const std::string& path, const std::string& key)
{
    std::vector<std::string_view> known;
    known.reserve(std::size(clinical::allFacts));
    for (const auto& about : clinical::allFacts) {
        known.push_back(about.name);
    }
    return {.kind = JsonFault::Kind::UnknownKey,
            .path = pathOf(path, key),
            .found = shown(key),
            .nearest = nearestName(key, known)};
}

} // namespace

tl::expected<clinical::Facts, JsonFault> factsFromJson(std::string_view text)
{
    auto document = readStrictly(text);
    if (!document) {
        return tl::unexpected(std::move(document).error());
    }
    return factsFromJson(*document, "$");
}

tl::expected<clinical::Facts, JsonFault> factsFromJson(const json& value, const std::string& path)
{
    if (!value.is_object()) {
        return wrongType(path, JsonFault::Expected::Object);
    }
    clinical::Facts facts;
    for (const auto& [key, item] : value.items()) {
        const auto fact = clinical::factFromName(key);
        if (!fact) {
            return tl::unexpected(unknownKey(path, key));
        }
        const auto itemPath = pathOf(path, key);
        auto read = valueOf(clinical::describe(*fact), item, itemPath);
        if (!read) {
            return tl::unexpected(std::move(read).error());
        }
        // An empty text says nothing, so it is unknown wherever facts are compared.
        const auto* text = std::get_if<std::string>(&*read);
        if (text != nullptr && text->empty()) {
            continue;
        }
        if (!clinical::setValue(facts, *fact, *read)) {
            return wrongType(itemPath,
                             JsonFault::Expected::Text); // can't be: type, range and words were checked
        }
    }
    return facts;
}

namespace {

ordered_json namesOf(clinical::MotiveSet motives)
{
    auto names = ordered_json::array();
    for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
        if (motives.has(motive)) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace

ordered_json valueToJson(const FactValue& value)
{
    return std::visit(
        [](const auto& known) -> ordered_json {
            using Known = std::remove_cvref_t<decltype(known)>;
            if constexpr (std::is_same_v<Known, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<Known, clinical::MotiveSet>) {
                return namesOf(known);
            } else {
                return known;
            }
        },
        value);
}

ordered_json factsToJson(const clinical::Facts& facts)
{
    auto object = ordered_json::object();
    for (const auto& about : clinical::allFacts) {
        if (clinical::isKnown(facts, about.fact)) {
            object[std::string(about.name)] = valueToJson(clinical::valueOf(facts, about.fact));
        }
    }
    return object;
}

} // namespace chevet::commands
