// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A condition's table into its tree.

#include "triage/reading.h"

#include <algorithm>
#include <array>
#include <bit>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::FactType;
using Kind = Expression::Kind;
using Test = Question::Test;

class ConditionReader
{
public:
    ConditionReader(Reading& reading, ConditionPlace place) : m_reading(reading), m_place(place) {}

    Expression read(const Value& value)
    {
        if (value.kind != Value::Kind::Table) {
            m_reading.fault(ErrorCode::RuleInvalid, value.line, "a condition is a table");
            return {};
        }
        if (value.fields.empty()) {
            m_reading.fault(ErrorCode::RuleInvalid, value.line, "an empty condition");
            return {};
        }
        std::vector<Expression> parts;
        parts.reserve(value.fields.size());
        for (const auto& [key, field] : value.fields) {
            parts.push_back(part(key, field));
        }
        return parts.size() == 1 ? std::move(parts.front()) : Expression{Kind::All, std::move(parts), {}};
    }

private:
    Expression part(std::string_view key, const Value& value)
    {
        if (key == "all") {
            return list(Kind::All, value);
        }
        if (key == "any") {
            return list(Kind::Any, value);
        }
        if (key == "none") {
            return list(Kind::None, value);
        }
        Expression ask;
        ask.kind = Kind::Ask;
        ask.question = question(key, value);
        return ask;
    }

    Expression list(Kind kind, const Value& value)
    {
        Expression expression;
        expression.kind = kind;
        if (value.kind != Value::Kind::List || value.items.empty()) {
            m_reading.fault(ErrorCode::RuleInvalid, value.line,
                            "all, any and none take a list of conditions, not empty");
            return expression;
        }
        for (const auto& item : value.items) {
            expression.parts.push_back(read(item));
        }
        return expression;
    }

    Question question(std::string_view key, const Value& value)
    {
        if (key == "only_motive" && m_place != ConditionPlace::Rule) {
            return motives(value, Test::Only);
        }
        if (key == "unknown" &&
            (m_place == ConditionPlace::Priority || m_place == ConditionPlace::Property)) {
            return unknown(value);
        }
        const auto slot = slotNamed(key);
        if (!slot) {
            m_reading.fault(ErrorCode::RuleUnknownFact, value.line, "unknown fact " + Reading::quoted(key));
            return {};
        }
        if (*slot >= clinical::allFacts.size()) {
            return words(*slot, value);
        }
        switch (clinical::allFacts[*slot].type) {
        case FactType::Motives: return motives(value, Test::HasAny);
        case FactType::Number: return range(*slot, value);
        case FactType::YesNo: return yesNo(*slot, value, "takes true or false");
        case FactType::Text: return stated(*slot, value);
        case FactType::Word: break;
        }
        return words(*slot, value);
    }

    std::optional<Slot> slotNamed(std::string_view key) const
    {
        if (const auto fact = clinical::factFromName(key)) {
            return slotOf(*fact);
        }
        const bool inRule = m_place == ConditionPlace::Rule || m_place == ConditionPlace::Property;
        if (key == "teleconsultation" && (inRule || m_place == ConditionPlace::Rung)) {
            return teleconsultationSlot;
        }
        if (key == "visit" && inRule) {
            return visitSlot;
        }
        if (key == "first" && inRule) {
            return firstSlot;
        }
        return std::nullopt;
    }

    static std::vector<const Value*> itemsOf(const Value& value)
    {
        std::vector<const Value*> items;
        if (value.kind == Value::Kind::List) {
            for (const auto& item : value.items) {
                items.push_back(&item);
            }
        } else {
            items.push_back(&value);
        }
        return items;
    }

    Question words(Slot slot, const Value& value)
    {
        Question question;
        question.slot = slot;
        const auto names = valuesOfSlot(slot);
        for (const auto* item : itemsOf(value)) {
            const auto at = item->kind == Value::Kind::Text
                                ? std::find(names.begin(), names.end(), item->text)
                                : names.end();
            if (at == names.end()) {
                m_reading.fault(ErrorCode::RuleInvalid, item->line,
                                item->kind == Value::Kind::Text
                                    ? Reading::quoted(item->text) + " is no value of " +
                                          Reading::quoted(nameOfSlot(slot))
                                    : Reading::quoted(nameOfSlot(slot)) + " takes words");
                return question;
            }
            question.choices |= std::uint64_t{1} << (at - names.begin());
        }
        refuseIdle(question, names.size(), value.line);
        return question;
    }

    /// A question that every answer, or none, fulfils is a slip.
    void refuseIdle(const Question& question, std::size_t count, int line)
    {
        const auto chosen = static_cast<std::size_t>(std::popcount(question.choices));
        if (chosen == 0 || chosen == count) {
            m_reading.fault(ErrorCode::RuleInvalid, line,
                            Reading::quoted(nameOfSlot(question.slot)) +
                                " asks for nothing that could be otherwise");
        }
    }

    Question yesNo(Slot slot, const Value& value, std::string_view takes)
    {
        Question question;
        question.slot = slot;
        if (value.kind != Value::Kind::Boolean) {
            m_reading.fault(ErrorCode::RuleInvalid, value.line,
                            Reading::quoted(nameOfSlot(slot)) + ' ' + std::string(takes));
            return question;
        }
        question.choices = value.boolean ? 2 : 1;
        return question;
    }

    Question stated(Slot slot, const Value& value)
    {
        auto question = yesNo(slot, value, "is a text: a condition can only ask whether it is stated (true)");
        if (question.choices == 1) {
            m_reading.fault(ErrorCode::RuleInvalid, value.line,
                            "an objective that is not stated is unknown, not false");
        }
        question.choices = 1;
        return question;
    }

    Question motives(const Value& value, Test test)
    {
        Question question;
        question.slot = slotOf(Fact::Motives);
        question.test = test;
        clinical::MotiveSet set;
        for (const auto* item : itemsOf(value)) {
            if (const auto motive = m_reading.word<clinical::Motive>(*item, "motive")) {
                set.insert(*motive);
            }
        }
        question.choices = set.bits();
        if (test == Test::HasAny) {
            refuseIdle(question, clinical::Words<clinical::Motive>::all.size(), value.line);
        }
        return question;
    }

    Question unknown(const Value& value)
    {
        Question question;
        question.test = Test::Unknown;
        const auto fact = value.kind == Value::Kind::Text ? clinical::factFromName(value.text) : std::nullopt;
        if (!fact || *fact == Fact::Motives) {
            m_reading.fault(ErrorCode::RuleUnknownFact, value.line, "'unknown' takes a fact's name");
            return question;
        }
        question.slot = slotOf(*fact);
        return question;
    }

    Question range(Slot slot, const Value& value)
    {
        const auto& about = clinical::allFacts[slot];
        Question question;
        question.slot = slot;
        question.test = Test::Between;
        question.lowest = about.lowest;
        question.highest = about.highest;
        const auto number = [&](const Value& from) {
            return m_reading.number(from, about.lowest, about.highest, about.name);
        };
        if (value.kind != Value::Kind::Table) {
            question.lowest = question.highest = number(value);
            return question;
        }
        for (const auto& [key, bound] : value.fields) {
            if (key == "at_least") {
                question.lowest = std::max(question.lowest, number(bound));
            } else if (key == "above") {
                question.lowest = std::max(question.lowest, number(bound) + 1);
            } else if (key == "at_most") {
                question.highest = std::min(question.highest, number(bound));
            } else if (key == "below") {
                question.highest = std::min(question.highest, number(bound) - 1);
            } else {
                m_reading.fault(ErrorCode::RuleInvalid, bound.line,
                                "unknown comparison " + Reading::quoted(key));
            }
        }
        const bool whole = question.lowest == about.lowest && question.highest == about.highest;
        if (question.lowest > question.highest || whole) {
            m_reading.fault(ErrorCode::RuleInvalid, value.line,
                            Reading::quoted(about.name) + (whole ? " asks for nothing that could be otherwise"
                                                                 : " asks for a number that does not exist"));
            question.lowest = question.highest = about.lowest;
        }
        return question;
    }

    Reading& m_reading;
    ConditionPlace m_place;
};

void countFacts(const Expression& expression, std::array<int, slotCount>& counts)
{
    if (expression.kind == Kind::Ask) {
        ++counts[expression.question.slot];
    }
    for (const auto& part : expression.parts) {
        countFacts(part, counts);
    }
}

} // namespace

Expression readCondition(Reading& reading, const Value& value, ConditionPlace place)
{
    auto expression = ConditionReader(reading, place).read(value);
    // A fact asked twice could come out open though no value leaves it so: "silent" would no longer be exact.
    // Motives are never open; a priority's "unknown, or at least" is one question in two words.
    if (place == ConditionPlace::Rule || place == ConditionPlace::Rung) {
        std::array<int, slotCount> counts{};
        countFacts(expression, counts);
        for (Slot slot = 1; slot < slotCount; ++slot) {
            if (counts[slot] > 1) {
                reading.fault(ErrorCode::RuleInvalid, value.line,
                              "asks twice about " + Reading::quoted(nameOfSlot(slot)));
            }
        }
    }
    return expression;
}

} // namespace chevet::triage
