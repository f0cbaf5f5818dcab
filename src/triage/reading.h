// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading values out of a parsed rule file. The first fault is kept, with the rule's id and the line; reading
// goes on with harmless defaults, so that no reader has to ask after every step. Internal to triage.
#pragma once

#include "clinical/terms.h"
#include "foundation/result.h"
#include "triage/condition.h"
#include "triage/document.h"
#include "triage/rule.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chevet::triage {

class Reading
{
public:
    explicit Reading(const Settings& settings) : m_settings(settings) {}

    /// The block that faults are named by: `rule "dying"`.
    void enter(std::string block, int line);
    void fault(ErrorCode code, int line, std::string_view what);
    const std::optional<Error>& firstFault() const { return m_fault; }

    // Null, and a fault, where the field is missing or of another kind.
    const Value* field(const Value& table, std::string_view key, Value::Kind kind);
    const Value* optionalField(const Value& table, std::string_view key, Value::Kind kind);
    std::string text(const Value& table, std::string_view key);
    bool flag(const Value& table, std::string_view key);
    void onlyKeys(const Value& table, std::initializer_list<std::string_view> known);
    clinical::LocalText bothLanguages(const Value& table, std::string_view key);
    /// "000:374-381", several with commas between; or "team".
    std::string source(const Value& table);

    /// One word of a closed list; nothing, and a fault, for any other.
    template<class E> std::optional<E> word(const Value& value, std::string_view what)
    {
        const auto found = value.kind == Value::Kind::Text ? clinical::fromName<E>(value.text) : std::nullopt;
        if (!found) {
            fault(ErrorCode::RuleInvalid, value.line, unknownWord(value, what));
        }
        return found;
    }
    template<class E> std::optional<E> optionalWord(const Value& table, std::string_view key)
    {
        const auto* value = table.find(key);
        return value == nullptr ? std::nullopt : word<E>(*value, key);
    }
    /// A list of words, not empty; or nothing at all.
    template<class E> clinical::SetOf<E> words(const Value& table, std::string_view key)
    {
        clinical::SetOf<E> set;
        if (const auto* list = optionalField(table, key, Value::Kind::List)) {
            if (list->items.empty()) {
                fault(ErrorCode::RuleInvalid, list->line, "an empty list for " + quoted(key));
            }
            for (const auto& item : list->items) {
                if (const auto found = word<E>(item, key)) {
                    set.insert(*found);
                }
            }
        }
        return set;
    }

    /// A whole number, or the name of a setting that has one.
    int number(const Value& value, int lowest, int highest, std::string_view what);
    std::optional<int> optionalNumber(const Value& table, std::string_view key, int lowest, int highest)
    {
        const auto* value = table.find(key);
        return value == nullptr ? std::nullopt : std::optional(number(*value, lowest, highest, key));
    }
    /// `answer_within_minutes`, of an effect and of what must hold.
    std::optional<int> answerMinutes(const Value& table)
    {
        return optionalNumber(table, "answer_within_minutes", shortestAnswerMinutes, longestAnswerMinutes);
    }
    const Settings& settings() const { return m_settings; }
    static std::string quoted(std::string_view text);

private:
    static std::string unknownWord(const Value& value, std::string_view what);

    const Settings& m_settings;
    std::string m_block;
    int m_line = 0;
    std::optional<Error> m_fault;
};

/// Where a condition stands decides what it may ask.
enum class ConditionPlace
{
    Rule,     ///< facts, and what the evaluation derives
    Rung,     ///< facts, `teleconsultation`, `only_motive`
    Priority, ///< facts, `only_motive`, `unknown`
    Property, ///< facts, what the evaluation derives, `only_motive`, `unknown`
};

Expression readCondition(Reading& reading, const Value& value, ConditionPlace place);

/// The table under `key`, by modality.
std::array<clinical::ConditionSet, 4> readConditionsByModality(Reading& reading, const Value& table,
                                                               std::string_view key);

/// The keys of an effect; those of the block itself are the caller's to check.
Effects readEffects(Reading& reading, const Value& table);

/// Id, condition, reason, source.
Rule readCommon(Reading& reading, const Value& block, ConditionPlace place);
/// A rule of the second stage is known by what it asks.
void noteStage(Rule& rule);
Rule readRule(Reading& reading, const Value& block);
void readSettings(Reading& reading, const Value& document, Settings& settings);

/// What overlays say instead of the file.
using TunedSettings = std::vector<std::pair<const SettingDescription*, int>>;

/// Everything in the file. Errors as RuleSet::parse.
Result<Rules> readRules(const Value& document, const TunedSettings& tuned);

/// What must hold between rules: ids, the ladder's shape, stages, settings. Errors as RuleSet::of.
Result<void> checkRules(const Rules& rules);

} // namespace chevet::triage
