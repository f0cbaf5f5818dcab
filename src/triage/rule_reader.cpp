// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule file's blocks into rules.

#include "triage/reading.h"

namespace chevet::triage {
namespace {

using clinical::Modality;
using Kind = Value::Kind;

class RuleReader
{
public:
    RuleReader(const Value& document, const TunedSettings& tuned)
        : m_document(document), m_tuned(tuned), m_reading(m_rules.settings)
    {}

    Result<Rules> read()
    {
        m_reading.enter("rule file", 1);
        m_reading.onlyKeys(m_document, {"version", "settings", "prerequisite", "rung", "rule", "priority",
                                        "fallback", "questions"});
        m_rules.version = m_reading.text(m_document, "version");
        readSettings(m_reading, m_document, m_rules.settings);
        for (const auto& [setting, value] : m_tuned) {
            m_rules.settings.*setting->member = value;
        }
        each("rung", [this](const Value& block) { readRung(block); });
        each("rule", [this](const Value& block) { m_rules.rules.push_back(readRule(m_reading, block)); });
        each("prerequisite", [this](const Value& block) { readPrerequisite(block); });
        each("priority", [this](const Value& block) { readPriority(block); });
        readFallback();
        readQuestions();
        if (const auto& fault = m_reading.firstFault()) {
            return tl::unexpected<Error>(*fault);
        }
        return std::move(m_rules);
    }

private:
    template<class Use> void each(std::string_view key, Use&& use)
    {
        m_reading.enter("rule file", 1);
        const auto* blocks = m_reading.field(m_document, key, Kind::List);
        if (blocks == nullptr) {
            return;
        }
        for (const auto& block : blocks->items) {
            m_reading.enter("rule file", block.line);
            if (block.kind != Kind::Table) {
                m_reading.fault(ErrorCode::RuleInvalid, block.line, "a block is a table");
                continue;
            }
            const auto id = m_reading.text(block, "id");
            m_reading.enter("rule " + Reading::quoted(id), block.line);
            use(block);
        }
    }

    void readRung(const Value& block)
    {
        m_reading.onlyKeys(block, {"id", "rung", "first", "when", "otherwise", "reason", "source", "safety",
                                   "exclude", "never_first", "for", "strongly_for", "against",
                                   "strongly_against", "condition", "owed", "then", "consider", "purpose"});
        Rung rung;
        rung.rule = readCommon(m_reading, block, ConditionPlace::Rung);
        rung.rule.effects = readEffects(m_reading, block);
        if (const auto* number = m_reading.field(block, "rung", Kind::Integer)) {
            rung.number = m_reading.number(*number, 1, 8, "rung");
        }
        if (const auto* first = m_reading.field(block, "first", Kind::Text)) {
            rung.first = m_reading.word<Modality>(*first, "modality").value_or(Modality::InPersonVisit);
        }
        m_rules.ladder.push_back(std::move(rung));
    }

    /// Bits as Question::choices of a yes/no or a word; for a text only whether it is stated.
    std::uint64_t choices(const Value& block, std::string_view key, clinical::Fact fact)
    {
        const auto* list = m_reading.optionalField(block, key, Kind::List);
        const auto names = valuesOfSlot(slotOf(fact));
        std::uint64_t bits = 0;
        for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
            const auto& item = list->items[i];
            std::string name = item.text;
            if (item.kind == Kind::Boolean) {
                const bool isText = clinical::describe(fact).type == clinical::FactType::Text;
                name = isText && item.boolean ? "stated" : item.boolean ? "yes" : "no";
            }
            std::size_t at = 0;
            while (at < names.size() && names[at] != name) {
                ++at;
            }
            if (at == names.size()) {
                m_reading.fault(ErrorCode::RuleInvalid, item.line,
                                "no value of the fact in " + Reading::quoted(key));
            } else {
                bits |= std::uint64_t{1} << at;
            }
        }
        return bits;
    }

    void readPrerequisite(const Value& block)
    {
        m_reading.onlyKeys(block, {"id", "fact", "met", "refused", "condition", "reason_refused",
                                   "reason_condition", "source"});
        Prerequisite prerequisite;
        prerequisite.line = block.line;
        prerequisite.id = m_reading.text(block, "id");
        const auto fact = clinical::factFromName(m_reading.text(block, "fact"));
        if (!fact || valuesOfSlot(slotOf(*fact)).empty()) {
            m_reading.fault(ErrorCode::RuleUnknownFact, block.line,
                            "'fact' takes a yes/no, a word or the objective");
            return;
        }
        prerequisite.fact = *fact;
        prerequisite.met = choices(block, "met", *fact);
        prerequisite.refused = choices(block, "refused", *fact);
        if (prerequisite.met == 0 || (prerequisite.met & prerequisite.refused) != 0) {
            m_reading.fault(ErrorCode::RuleInvalid, block.line, "'met' is empty, or overlaps 'refused'");
        }
        if (const auto* condition = m_reading.field(block, "condition", Kind::Text)) {
            prerequisite.condition = m_reading.word<clinical::Condition>(*condition, "condition")
                                         .value_or(clinical::Condition::WorkingVideo);
        }
        if (prerequisite.refused != 0) {
            prerequisite.reasonRefused = m_reading.bothLanguages(block, "reason_refused");
        }
        prerequisite.reasonCondition = m_reading.bothLanguages(block, "reason_condition");
        prerequisite.source = m_reading.source(block);
        m_rules.prerequisites.push_back(std::move(prerequisite));
    }

    void readPriority(const Value& block)
    {
        m_reading.onlyKeys(block, {"id", "level", "when", "otherwise", "reason", "source", "safety"});
        PriorityBand band;
        band.rule = readCommon(m_reading, block, ConditionPlace::Priority);
        if (const auto* level = m_reading.field(block, "level", Kind::Text)) {
            band.priority =
                m_reading.word<clinical::Priority>(*level, "priority").value_or(clinical::Priority::P4);
        }
        m_rules.priorities.push_back(std::move(band));
    }

    void readFallback()
    {
        m_reading.enter("fallback", 1);
        if (const auto* block = m_reading.field(m_document, "fallback", Kind::Table)) {
            m_reading.enter("fallback", block->line);
            m_reading.onlyKeys(*block, {"id", "reason", "source"});
            m_rules.fallback.id = m_reading.text(*block, "id");
            m_rules.fallback.reason = m_reading.bothLanguages(*block, "reason");
            m_rules.fallback.source = m_reading.source(*block);
            m_rules.fallback.line = block->line;
        }
    }

    void readQuestions()
    {
        m_reading.enter("questions", 1);
        const auto* table = m_reading.field(m_document, "questions", Kind::Table);
        if (table == nullptr) {
            return;
        }
        m_reading.enter("questions", table->line);
        for (const auto& [key, list] : table->fields) {
            const auto motive = clinical::fromName<clinical::Motive>(key);
            if (motive) {
                m_rules.questions.byMotive[*motive] = factsOf(list);
            } else if (key == "pointless_when_seen") {
                m_rules.questions.pointlessWhenSeen = factsOf(list);
            } else if (key == "pointless_when_not_seen") {
                m_rules.questions.pointlessWhenNotSeen = factsOf(list);
            } else {
                m_reading.fault(ErrorCode::RuleInvalid, list.line, "no motive " + Reading::quoted(key));
            }
        }
    }

    std::vector<clinical::Fact> factsOf(const Value& list)
    {
        std::vector<clinical::Fact> facts;
        if (list.kind != Kind::List) {
            m_reading.fault(ErrorCode::RuleInvalid, list.line, "takes a list of facts");
        }
        for (const auto& item : list.items) {
            const auto fact = item.kind == Kind::Text ? clinical::factFromName(item.text) : std::nullopt;
            if (fact) {
                facts.push_back(*fact);
            } else {
                m_reading.fault(ErrorCode::RuleUnknownFact, item.line,
                                "unknown fact " + Reading::quoted(item.text));
            }
        }
        return facts;
    }

    const Value& m_document;
    const TunedSettings& m_tuned;
    Rules m_rules;
    Reading m_reading;
};

} // namespace

void readSettings(Reading& reading, const Value& document, Settings& settings)
{
    const auto* table = reading.optionalField(document, "settings", Kind::Table);
    if (table == nullptr) {
        return;
    }
    reading.enter("settings", table->line);
    for (const auto& [key, value] : table->fields) {
        const auto* setting = findSetting(key);
        if (setting == nullptr) {
            reading.fault(ErrorCode::RuleInvalid, value.line, "unknown setting " + Reading::quoted(key));
        } else if (value.kind != Kind::Integer) {
            reading.fault(ErrorCode::RuleInvalid, value.line, Reading::quoted(key) + " takes a whole number");
        } else {
            settings.*setting->member =
                reading.number(value, setting->lowest, setting->highest, setting->name);
        }
    }
}

std::array<clinical::ConditionSet, 4> readConditionsByModality(Reading& reading, const Value& table,
                                                               std::string_view key)
{
    std::array<clinical::ConditionSet, 4> byModality;
    if (const auto* conditions = reading.optionalField(table, key, Kind::Table)) {
        for (const auto& [name, list] : conditions->fields) {
            const auto modality = clinical::fromName<Modality>(name);
            if (!modality) {
                reading.fault(ErrorCode::RuleUnknownEffect, list.line,
                              "unknown modality " + Reading::quoted(name));
                continue;
            }
            byModality[indexOf(*modality)] = reading.words<clinical::Condition>(*conditions, name);
        }
    }
    return byModality;
}

Effects readEffects(Reading& reading, const Value& table)
{
    Effects effects;
    effects.exclude = reading.words<Modality>(table, "exclude");
    effects.neverFirst = reading.words<Modality>(table, "never_first");
    effects.speaksFor = reading.words<Modality>(table, "for");
    effects.speaksStronglyFor = reading.words<Modality>(table, "strongly_for");
    effects.speaksAgainst = reading.words<Modality>(table, "against");
    effects.speaksStronglyAgainst = reading.words<Modality>(table, "strongly_against");
    effects.owed = reading.words<clinical::Owed>(table, "owed");
    effects.consider = reading.words<clinical::AlsoConsider>(table, "consider");
    effects.then = reading.optionalWord<Modality>(table, "then");
    effects.priority = reading.optionalWord<clinical::Priority>(table, "priority");
    effects.answerWithinMinutes = reading.answerMinutes(table);
    effects.purpose = reading.optionalWord<clinical::Purpose>(table, "purpose");
    effects.meanwhile = reading.flag(table, "meanwhile");
    effects.conditions = readConditionsByModality(reading, table, "condition");
    return effects;
}

Rule readCommon(Reading& reading, const Value& block, ConditionPlace place)
{
    Rule rule;
    rule.line = block.line;
    rule.id = reading.text(block, "id");
    rule.reason = reading.bothLanguages(block, "reason");
    rule.source = reading.source(block);
    rule.safety = reading.flag(block, "safety");
    if (place != ConditionPlace::Rule && reading.flag(block, "otherwise")) {
        if (block.find("when") != nullptr) {
            reading.fault(ErrorCode::RuleInvalid, block.line, "has both 'when' and 'otherwise'");
        }
        return rule;
    }
    if (const auto* when = reading.field(block, "when", Kind::Table)) {
        rule.when = readCondition(reading, *when, place);
    }
    noteStage(rule);
    return rule;
}

void noteStage(Rule& rule)
{
    rule.secondStage = asksAbout(rule.when, teleconsultationSlot) || asksAbout(rule.when, visitSlot) ||
                       asksAbout(rule.when, firstSlot);
}

Rule readRule(Reading& reading, const Value& block)
{
    reading.onlyKeys(block, {"id", "when", "reason", "source", "safety", "exclude", "never_first", "for",
                             "strongly_for", "against", "strongly_against", "condition", "owed", "then",
                             "consider", "priority", "answer_within_minutes", "purpose", "meanwhile"});
    auto rule = readCommon(reading, block, ConditionPlace::Rule);
    rule.effects = readEffects(reading, block);
    if (rule.effects == Effects{}) {
        reading.fault(ErrorCode::RuleInvalid, block.line, "has no effect");
    }
    return rule;
}

Result<Rules> readRules(const Value& document, const TunedSettings& tuned)
{
    return RuleReader(document, tuned).read();
}

} // namespace chevet::triage
