// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/triage_support.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace chevet::test {

using clinical::Fact;
using clinical::Facts;
using clinical::FactValue;
using triage::Value;

std::string readSourceFile(std::string_view pathInTree)
{
    std::ifstream file(std::string(CHEVET_SOURCE_DIR) + '/' + std::string(pathInTree), std::ios::binary);
    if (!file) {
        throw std::invalid_argument("no file " + std::string(pathInTree));
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string& shippedRulesText()
{
    static const std::string text = readSourceFile("resources/triage/rules.toml");
    return text;
}

const triage::RuleSet& shippedRules()
{
    static const auto rules = triage::RuleSet::parse(shippedRulesText(), {"", "0f"});
    if (!rules) {
        throw std::invalid_argument(rules.error().place);
    }
    return *rules;
}

const std::string& shippedPropertiesText()
{
    static const std::string text = readSourceFile("resources/triage/properties.toml");
    return text;
}

const std::vector<triage::Property>& shippedProperties()
{
    static const auto properties =
        triage::parseProperties(shippedPropertiesText(), shippedRules().rules().settings);
    if (!properties) {
        throw std::invalid_argument(properties.error().place);
    }
    return *properties;
}

const std::vector<triage::Leaning>& shippedLeanings()
{
    static const auto leanings =
        triage::parseLeanings(shippedPropertiesText(), shippedRules().rules().settings);
    if (!leanings) {
        throw std::invalid_argument(leanings.error().place);
    }
    return *leanings;
}

Facts factsFrom(const Value& table)
{
    Facts facts;
    for (const auto& [key, value] : table.fields) {
        const auto fact = clinical::factFromName(key);
        if (!fact) {
            throw std::invalid_argument("no fact " + key);
        }
        FactValue factValue;
        switch (value.kind) {
        case Value::Kind::Boolean: factValue = value.boolean; break;
        case Value::Kind::Integer: factValue = static_cast<int>(value.integer); break;
        case Value::Kind::Text: factValue = value.text; break;
        case Value::Kind::List: {
            clinical::MotiveSet motives;
            for (const auto& item : value.items) {
                motives.insert(clinical::fromName<clinical::Motive>(item.text).value());
            }
            factValue = motives;
            break;
        }
        default: throw std::invalid_argument("no value for " + key);
        }
        if (!clinical::setValue(facts, *fact, factValue)) {
            throw std::invalid_argument("a value that " + key + " can't take");
        }
    }
    return facts;
}

Facts facts(std::string_view inlineTable)
{
    const auto document = triage::readDocument("facts = { " + std::string(inlineTable) + " }");
    if (!document) {
        throw std::invalid_argument("no TOML: " + std::string(inlineTable));
    }
    return factsFrom(document->fields.front().value);
}

std::string shown(const Facts& facts)
{
    std::string text;
    for (const auto& about : clinical::allFacts) {
        if (!clinical::isKnown(facts, about.fact)) {
            continue;
        }
        text += std::string(about.name) + " = ";
        const auto value = clinical::valueOf(facts, about.fact);
        if (const auto* yes = std::get_if<bool>(&value)) {
            text += *yes ? "true" : "false";
        } else if (const auto* number = std::get_if<int>(&value)) {
            text += std::to_string(*number);
        } else if (const auto* word = std::get_if<std::string>(&value)) {
            text += "'" + *word + "'";
        } else if (const auto* motives = std::get_if<clinical::MotiveSet>(&value)) {
            text += '[';
            for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
                text += motives->has(motive) ? "'" + std::string(name) + "'," : "";
            }
            text += ']';
        }
        text += ", ";
    }
    return text;
}

} // namespace chevet::test
