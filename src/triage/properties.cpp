// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/properties.h"

#include "triage/compiled_rules.h"
#include "triage/evaluation.h"
#include "triage/reading.h"

#include <algorithm>
#include <set>

namespace chevet::triage {
namespace {

using clinical::Modality;
using Kind = Value::Kind;

template<class E> bool holdsAll(clinical::SetOf<E> set, clinical::SetOf<E> asked)
{
    return (asked.bits() & ~set.bits()) == 0;
}

template<class E> bool holdsAny(clinical::SetOf<E> set, clinical::SetOf<E> asked)
{
    return (asked.bits() & set.bits()) != 0;
}

Expectation readExpectation(Reading& reading, const Value& table)
{
    reading.onlyKeys(table,
                     {"first", "not_first", "excluded", "not_excluded", "priority", "answer_within_minutes",
                      "meanwhile", "then", "owed", "not_owed", "condition", "without_condition"});
    Expectation must;
    must.first = reading.words<Modality>(table, "first");
    must.notFirst = reading.words<Modality>(table, "not_first");
    must.excluded = reading.words<Modality>(table, "excluded");
    must.notExcluded = reading.words<Modality>(table, "not_excluded");
    must.priority = reading.words<clinical::Priority>(table, "priority");
    must.answerWithinMinutes = reading.answerMinutes(table);
    must.then = reading.optionalWord<Modality>(table, "then");
    must.owed = reading.words<clinical::Owed>(table, "owed");
    must.notOwed = reading.words<clinical::Owed>(table, "not_owed");
    if (reading.optionalField(table, "meanwhile", Kind::Boolean) != nullptr) {
        must.meanwhile = reading.flag(table, "meanwhile");
    }
    must.conditions = readConditionsByModality(reading, table, "condition");
    must.withoutConditions = readConditionsByModality(reading, table, "without_condition");
    if (must == Expectation{}) {
        reading.fault(ErrorCode::RuleInvalid, table.line, "'must' asks for nothing");
    }
    return must;
}

Property readProperty(Reading& reading, const Value& block)
{
    reading.onlyKeys(block, {"id", "when", "must", "reason", "source", "shipped_only"});
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
    property.shippedOnly = reading.flag(block, "shipped_only");
    return property;
}

Leaning readLeaning(Reading& reading, const Value& block)
{
    reading.onlyKeys(block, {"id", "learnt", "for", "reason", "source"});
    Leaning leaning;
    leaning.line = block.line;
    leaning.id = reading.text(block, "id");
    reading.enter("leaning " + Reading::quoted(leaning.id), block.line);
    if (const auto* learnt = reading.field(block, "learnt", Kind::Table)) {
        const auto expression = readCondition(reading, *learnt, ConditionPlace::Property);
        const auto& question = expression.question;
        const bool isValue =
            question.test == Question::Test::OneOf || question.test == Question::Test::Between;
        if (expression.kind != Expression::Kind::Ask || !isValue) {
            reading.fault(ErrorCode::RuleInvalid, learnt->line, "'learnt' is about the value of one fact");
        }
        leaning.learnt = question;
    }
    if (const auto* modality = reading.field(block, "for", Kind::Text)) {
        leaning.modality = reading.word<Modality>(*modality, "modality").value_or(Modality::InPersonVisit);
    }
    leaning.reason = reading.bothLanguages(block, "reason");
    leaning.source = reading.source(block);
    return leaning;
}

/// Every block under `key`, each with an id of its own.
template<class Block>
Result<std::vector<Block>> readBlocks(std::string_view text, const Settings& settings, std::string_view key,
                                      Block (*read)(Reading&, const Value&))
{
    const auto document = readDocument(text);
    if (!document) {
        return failAs(document);
    }
    Reading reading(settings);
    reading.enter("property file", 1);
    if (document->find("overlay") == nullptr) { // an overlay has other things beside its properties
        reading.onlyKeys(*document, {"property", "leaning"});
    }
    std::vector<Block> blocks;
    std::set<std::string> ids;
    const auto* list = reading.optionalField(*document, key, Kind::List);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
        const auto& block = list->items[i];
        reading.enter("property file", block.line);
        blocks.push_back(read(reading, block));
        if (!ids.insert(blocks.back().id).second) {
            reading.fault(ErrorCode::RuleDuplicate, block.line, "this id is there already");
        }
    }
    if (const auto& fault = reading.firstFault()) {
        return tl::unexpected<Error>(*fault);
    }
    return blocks;
}

} // namespace

Result<std::vector<Property>> parseProperties(std::string_view text, const Settings& settings)
{
    return readBlocks<Property>(text, settings, "property", readProperty);
}

Result<std::vector<Property>> parseProperties(std::string_view text, const std::vector<std::string>& overlays,
                                              const Settings& settings)
{
    auto all = parseProperties(text, settings);
    for (std::size_t i = 0; all && i < overlays.size(); ++i) {
        auto more = parseProperties(overlays[i], settings);
        if (!more) {
            return more;
        }
        for (auto& property : *more) {
            const bool isKnown = std::any_of(all->begin(), all->end(),
                                             [&](const Property& each) { return each.id == property.id; });
            if (isKnown) {
                return fail(ErrorCode::RuleDuplicate,
                            "property " + Reading::quoted(property.id) + ", line " +
                                std::to_string(property.line) +
                                ": this property is there already: properties are added, never changed",
                            property.line);
            }
            all->push_back(std::move(property));
        }
    }
    return all;
}

Result<std::vector<Leaning>> parseLeanings(std::string_view text, const Settings& settings)
{
    return readBlocks<Leaning>(text, settings, "leaning", readLeaning);
}

bool concerns(const Property& property, const Rules& rules)
{
    const auto isOwn = [](const Rule& rule) { return rule.origin == Origin::Team; };
    return !property.shippedOnly ||
           (rules.overlays.empty() && std::none_of(rules.rules.begin(), rules.rules.end(), isOwn));
}

bool isMet(const Expectation& must, const Outcome& outcome)
{
    bool met = must.first.empty() || must.first.has(outcome.first);
    met = met && !must.notFirst.has(outcome.first);
    met = met && holdsAll(outcome.excluded, must.excluded);
    met = met && (must.priority.empty() || must.priority.has(outcome.priority));
    met = met && (!must.answerWithinMinutes || outcome.answerWithinMinutes <= *must.answerWithinMinutes);
    met = met && (!must.meanwhile || must.meanwhile == outcome.meanwhile);
    met = met && (!must.then || must.then == outcome.then);
    met = met && holdsAll(outcome.owed, must.owed);
    met = met && !holdsAny(outcome.owed, must.notOwed) && !holdsAny(outcome.excluded, must.notExcluded);
    for (std::size_t i = 0; i < must.conditions.size(); ++i) {
        const bool excluded = outcome.excluded.has(static_cast<Modality>(i + 1));
        met = met && (excluded || holdsAll(outcome.conditions[i], must.conditions[i]));
        met = met && !holdsAny(outcome.conditions[i], must.withoutConditions[i]);
    }
    return met;
}

bool isAbout(const CompiledRules& compiled, std::size_t index, const clinical::Facts& facts,
             const Evaluation& evaluation)
{
    auto cells = compiled.cellsOf(facts); // cut for the properties too, unlike those of the evaluation
    for (const auto derived : {teleconsultationSlot, visitSlot, firstSlot}) {
        cells[derived] = evaluation.cells[derived];
    }
    return compiled.further(index, cells) == Truth::True;
}

} // namespace chevet::triage
