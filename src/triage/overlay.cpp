// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/overlay.h"

#include <algorithm>

namespace chevet::triage {
namespace {

tl::unexpected<Error> refused(const Overlay& overlay, int line, const std::string& what,
                              ErrorCode code = ErrorCode::RuleInvalid)
{
    return fail(code,
                "overlay " + Reading::quoted(overlay.id) + ", line " + std::to_string(line) + ": " + what,
                line);
}

using Numbers = std::vector<std::size_t>;

/// Places in the order of laying: each after those that it names, else as given.
class Order
{
public:
    explicit Order(const std::vector<Overlay>& overlays)
        : m_overlays(overlays), m_states(overlays.size(), State::NotYet)
    {}

    Result<Numbers> take()
    {
        for (std::size_t i = 0; i < m_overlays.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (m_overlays[i].id == m_overlays[j].id) {
                    return refused(m_overlays[i], m_overlays[i].line, "this overlay is there already",
                                   ErrorCode::RuleDuplicate);
                }
            }
        }
        for (std::size_t i = 0; i < m_overlays.size(); ++i) {
            CHEVET_TRY(visit(i));
        }
        return m_order;
    }

private:
    enum class State
    {
        NotYet,
        OnTheWay,
        Done
    };

    Result<void> visit(std::size_t i)
    {
        const auto& overlay = m_overlays[i];
        if (m_states[i] == State::Done) {
            return {};
        }
        if (m_states[i] == State::OnTheWay) {
            return refused(overlay, overlay.line, "is laid after itself: the overlays form a circle");
        }
        m_states[i] = State::OnTheWay;
        for (const auto& name : overlay.after) {
            const auto before = std::find_if(m_overlays.begin(), m_overlays.end(),
                                             [&](const Overlay& each) { return each.id == name; });
            if (before == m_overlays.end()) {
                return refused(overlay, overlay.line,
                               "comes after overlay " + Reading::quoted(name) + ", which is not there");
            }
            CHEVET_TRY(visit(static_cast<std::size_t>(before - m_overlays.begin())));
        }
        m_states[i] = State::Done;
        m_order.push_back(i);
        return {};
    }

    const std::vector<Overlay>& m_overlays;
    std::vector<State> m_states;
    Numbers m_order;
};

class Laying
{
public:
    explicit Laying(Rules& rules) : m_rules(rules) {}

    Result<void> lay(const Overlay& overlay)
    {
        for (const auto& tuning : overlay.tunings) {
            CHEVET_TRY(tune(overlay, tuning));
        }
        for (const auto& tightening : overlay.tightenings) {
            CHEVET_TRY(tighten(overlay, tightening));
        }
        for (const auto& rule : overlay.rules) {
            if (find(rule.id).rule != nullptr || isFixed(rule.id)) {
                return refused(overlay, rule.line, "rule " + Reading::quoted(rule.id) + " is there already",
                               ErrorCode::RuleDuplicate);
            }
            m_rules.rules.push_back(rule);
        }
        m_rules.overlays.push_back(overlay.id);
        return {};
    }

private:
    struct Found
    {
        Rule* rule = nullptr;
        bool isRung = false;
    };

    Found find(const std::string& id)
    {
        for (auto& rung : m_rules.ladder) {
            if (rung.rule.id == id) {
                return {&rung.rule, true};
            }
        }
        for (auto& rule : m_rules.rules) {
            if (rule.id == id) {
                return {&rule, false};
            }
        }
        return {};
    }

    bool isFixed(const std::string& id) const
    {
        const auto hasId = [&](const auto& each) { return each.id == id; };
        return std::any_of(m_rules.prerequisites.begin(), m_rules.prerequisites.end(), hasId) ||
               std::any_of(m_rules.priorities.begin(), m_rules.priorities.end(),
                           [&](const PriorityBand& band) { return band.rule.id == id; });
    }

    tl::unexpected<Error> unknown(const Overlay& overlay, int line, const std::string& id) const
    {
        return refused(overlay, line,
                       isFixed(id)
                           ? Reading::quoted(id) + " is a prerequisite or a priority: only settings tune it"
                           : "there is no rule " + Reading::quoted(id));
    }

    Result<void> tune(const Overlay& overlay, const Tuning& tuning)
    {
        const auto [rule, isRung] = find(tuning.id);
        if (rule == nullptr) {
            return unknown(overlay, tuning.line, tuning.id);
        }
        if (rule->safety) {
            return refused(overlay, tuning.line,
                           Reading::quoted(tuning.id) +
                               " is a safety rule: it may be tightened, not tuned or switched off");
        }
        if (isRung && (tuning.effects || rule == &m_rules.ladder.back().rule)) {
            return refused(overlay, tuning.line,
                           Reading::quoted(tuning.id) +
                               " is a rung: only its condition and reason can be tuned, " +
                               "and nothing of the last one");
        }
        if (isRung && tuning.when &&
            (asksAbout(*tuning.when, firstSlot) || asksAbout(*tuning.when, visitSlot))) {
            return refused(
                overlay, tuning.line,
                "a rung can't ask what comes first or when a visit is possible: it is what decides");
        }
        rule->line = tuning.line;
        rule->origin = Origin::Team;
        rule->source = "team"; // whatever passage it stood on did not say this
        rule->when = tuning.when.value_or(rule->when);
        rule->effects = tuning.effects.value_or(rule->effects);
        rule->reason = tuning.reason.value_or(rule->reason);
        noteStage(*rule);
        if (tuning.isOff) {
            switchOff(tuning.id, isRung);
        }
        return {};
    }

    /// A rung keeps its place on the ladder and never holds.
    void switchOff(const std::string& id, bool isRung)
    {
        if (!isRung) {
            std::erase_if(m_rules.rules, [&](const Rule& rule) { return rule.id == id; });
            return;
        }
        for (auto& rung : m_rules.ladder) {
            if (rung.rule.id == id) {
                rung.rule.isOff = true;
                rung.rule.when = {Expression::Kind::Any, {}, {}};
            }
        }
    }

    Result<void> tighten(const Overlay& overlay, const Tightening& tightening)
    {
        const auto [rule, isRung] = find(tightening.id);
        if (rule == nullptr) {
            return unknown(overlay, tightening.line, tightening.id);
        }
        const auto& more = tightening.effects;
        if (isRung && (more.priority || more.answerWithinMinutes || more.meanwhile)) {
            return refused(
                overlay, tightening.line,
                "a rung neither raises a priority, nor shortens an answer's time, nor bridges: add a rule");
        }
        if (more.priority && rule->effects.priority && *more.priority > *rule->effects.priority) {
            return refused(overlay, tightening.line,
                           Reading::quoted(tightening.id) + " would be less urgent: that loosens it");
        }
        if (more.answerWithinMinutes && rule->effects.answerWithinMinutes &&
            *more.answerWithinMinutes > *rule->effects.answerWithinMinutes) {
            return refused(overlay, tightening.line,
                           Reading::quoted(tightening.id) + " would be answered later: that loosens it");
        }
        auto& effects = rule->effects;
        effects.exclude = Modalities::ofBits(effects.exclude.bits() | more.exclude.bits());
        effects.neverFirst = Modalities::ofBits(effects.neverFirst.bits() | more.neverFirst.bits());
        effects.owed = clinical::OwedSet::ofBits(effects.owed.bits() | more.owed.bits());
        for (std::size_t m = 0; m < effects.conditions.size(); ++m) {
            effects.conditions[m] =
                clinical::ConditionSet::ofBits(effects.conditions[m].bits() | more.conditions[m].bits());
        }
        effects.priority = more.priority ? more.priority : effects.priority;
        effects.answerWithinMinutes =
            more.answerWithinMinutes ? more.answerWithinMinutes : effects.answerWithinMinutes;
        effects.meanwhile = effects.meanwhile || more.meanwhile;
        rule->line = tightening.line;
        return {};
    }

    Rules& m_rules;
};

Result<std::vector<Value>> documentsOf(const std::vector<std::string>& texts)
{
    std::vector<Value> documents;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto document = readDocument(texts[i]);
        if (!document) {
            auto error = document.error();
            error.place = "overlay " + std::to_string(i + 1) + ", " + error.place;
            return tl::unexpected<Error>(std::move(error));
        }
        documents.push_back(std::move(*document));
    }
    return documents;
}

} // namespace

Result<Rules> layOver(const Value& document, const std::vector<std::string>& overlays)
{
    const auto documents = documentsOf(overlays);
    if (!documents) {
        return failAs(documents);
    }
    std::vector<Overlay> heads;
    for (const auto& each : *documents) {
        auto head = readOverlayHead(each);
        if (!head) {
            return failAs(head);
        }
        heads.push_back(std::move(*head));
    }
    const auto order = Order(heads).take();
    if (!order) {
        return failAs(order);
    }
    TunedSettings tuned; // the last one to tune a setting is heard
    for (const auto i : *order) {
        tuned.insert(tuned.end(), heads[i].settings.begin(), heads[i].settings.end());
    }
    auto rules = readRules(document, tuned);
    if (!rules) {
        return failAs(rules);
    }
    for (const auto i : *order) {
        const auto overlay = readOverlay((*documents)[i], rules->settings);
        if (!overlay) {
            return failAs(overlay);
        }
        CHEVET_TRY(Laying(*rules).lay(*overlay));
    }
    return std::move(*rules);
}

} // namespace chevet::triage
