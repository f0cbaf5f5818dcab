// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/properties.h"

#include "triage/reading.h"

#include <set>

namespace chevet::triage {
namespace {

using clinical::Modality;
using Kind = Value::Kind;

template<class E> bool holdsAll(clinical::SetOf<E> set, clinical::SetOf<E> asked)
{
    return (asked.bits() & ~set.bits()) == 0;
}

Expectation readExpectation(Reading& reading, const Value& table)
{
    reading.onlyKeys(
        table, {"first", "not_first", "excluded", "priority", "meanwhile", "then", "owed", "condition"});
    Expectation must;
    must.first = reading.words<Modality>(table, "first");
    must.notFirst = reading.words<Modality>(table, "not_first");
    must.excluded = reading.words<Modality>(table, "excluded");
    must.priority = reading.words<clinical::Priority>(table, "priority");
    must.then = reading.optionalWord<Modality>(table, "then");
    must.owed = reading.words<clinical::Owed>(table, "owed");
    if (reading.optionalField(table, "meanwhile", Kind::Boolean) != nullptr) {
        must.meanwhile = reading.flag(table, "meanwhile");
    }
    must.conditions = readConditionsByModality(reading, table);
    if (must == Expectation{}) {
        reading.fault(ErrorCode::RuleInvalid, table.line, "'must' asks for nothing");
    }
    return must;
}

Property readProperty(Reading& reading, const Value& block)
{
    reading.onlyKeys(block, {"id", "when", "must", "reason", "source"});
    Property property;
    property.line = block.line;
    property.id = reading.text(block, "id");
    reading.enter("property " + Reading::quoted(property.id), block.line);
    if (const auto* when = reading.field(block, "when", Kind::Table)) {
        property.when = readCondition(reading, *when, ConditionPlace::Property);
    }
    if (const auto* must = reading.field(block, "must", Kind::Table)) {
        property.must = readExpectation(reading, *must);
    }
    property.reason = reading.bothLanguages(block, "reason");
    property.source = reading.source(block);
    return property;
}

} // namespace

Result<std::vector<Property>> parseProperties(std::string_view text, const Settings& settings)
{
    const auto document = readDocument(text);
    if (!document) {
        return failAs(document);
    }
    Reading reading(settings);
    reading.enter("property file", 1);
    reading.onlyKeys(*document, {"property"});
    std::vector<Property> properties;
    std::set<std::string> ids;
    const auto* blocks = reading.field(*document, "property", Kind::List);
    for (std::size_t i = 0; blocks != nullptr && i < blocks->items.size(); ++i) {
        const auto& block = blocks->items[i];
        reading.enter("property file", block.line);
        properties.push_back(readProperty(reading, block));
        if (!ids.insert(properties.back().id).second) {
            reading.fault(ErrorCode::RuleDuplicate, block.line, "this id is there already");
        }
    }
    if (const auto& fault = reading.firstFault()) {
        return tl::unexpected<Error>(*fault);
    }
    return properties;
}

bool isMet(const Expectation& must, const Outcome& outcome)
{
    bool met = must.first.empty() || must.first.has(outcome.first);
    met = met && !must.notFirst.has(outcome.first);
    met = met && holdsAll(outcome.excluded, must.excluded);
    met = met && (must.priority.empty() || must.priority.has(outcome.priority));
    met = met && (!must.meanwhile || must.meanwhile == outcome.meanwhile);
    met = met && (!must.then || must.then == outcome.then);
    met = met && holdsAll(outcome.owed, must.owed);
    for (std::size_t i = 0; i < must.conditions.size(); ++i) {
        const bool excluded = outcome.excluded.has(static_cast<Modality>(i + 1));
        met = met && (excluded || holdsAll(outcome.conditions[i], must.conditions[i]));
    }
    return met;
}

} // namespace chevet::triage
