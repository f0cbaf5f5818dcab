// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/mutants.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace chevet::test {
namespace {

using clinical::Modality;
using triage::Effects;
using triage::Expression;
using triage::Modalities;
using triage::Question;
using triage::Rule;
using triage::Rules;

const Expression neverTrue{Expression::Kind::Any, {}, {}};

/// Where a rule stands in a copy of the rules.
using Place = std::function<Rule&(Rules&)>;

class Mutation
{
public:
    explicit Mutation(const Rules& rules) : m_rules(rules) {}

    std::vector<Mutant> take()
    {
        for (std::size_t i = 0; i < m_rules.ladder.size(); ++i) {
            all(m_rules.ladder[i].rule, [i](Rules& rules) -> Rule& { return rules.ladder[i].rule; });
        }
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            all(m_rules.rules[i], [i](Rules& rules) -> Rule& { return rules.rules[i]; });
        }
        for (std::size_t i = 0; i < m_rules.priorities.size(); ++i) {
            all(m_rules.priorities[i].rule, [i](Rules& rules) -> Rule& { return rules.priorities[i].rule; });
            level(i);
        }
        for (std::size_t i = 0; i < m_rules.prerequisites.size(); ++i) {
            prerequisite(i);
        }
        swapRungs();
        return std::move(m_mutants);
    }

private:
    template<class Change> void add(std::string name, bool isSafety, Change&& change)
    {
        auto rules = m_rules;
        change(rules);
        m_mutants.push_back({std::move(name), isSafety, std::move(rules)});
    }

    void all(const Rule& rule, const Place& place)
    {
        if (!(rule.when == Expression{})) {
            add("silence " + rule.id, rule.safety, [&](Rules& rules) { place(rules).when = neverTrue; });
            condition(rule, place, {});
        }
        effects(rule, place);
    }

    using Path = std::vector<std::size_t>;

    static Expression& at(Expression& expression, const Path& path)
    {
        auto* found = &expression;
        for (const auto step : path) {
            found = &found->parts[step];
        }
        return *found;
    }

    void condition(const Rule& rule, const Place& place, const Path& path)
    {
        auto copy = rule.when;
        const auto& here = at(copy, path);
        for (std::size_t i = 0; i < here.parts.size(); ++i) {
            if (here.parts.size() > 1) {
                add("drop part " + std::to_string(i) + " of " + rule.id, rule.safety, [&](Rules& rules) {
                    auto& parts = at(place(rules).when, path).parts;
                    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
                });
            }
            auto deeper = path;
            deeper.push_back(i);
            condition(rule, place, deeper);
        }
        if (here.kind == Expression::Kind::Ask) {
            question(rule, place, path, here.question);
        }
    }

    void ask(const Rule& rule, const Place& place, const Path& path, const std::string& what,
             const Question& asked)
    {
        add(what + " in " + rule.id, rule.safety,
            [&](Rules& rules) { at(place(rules).when, path).question = asked; });
    }

    void question(const Rule& rule, const Place& place, const Path& path, const Question& question)
    {
        auto other = question;
        if (question.test == Question::Test::Between) {
            const auto& about = clinical::allFacts[question.slot];
            for (const int step : {-1, 1}) {
                other = question;
                other.lowest += step;
                if (question.lowest > about.lowest && other.lowest <= other.highest) {
                    ask(rule, place, path, "move the lower threshold by " + std::to_string(step), other);
                }
                other = question;
                other.highest += step;
                if (question.highest < about.highest && other.lowest <= other.highest) {
                    ask(rule, place, path, "move the upper threshold by " + std::to_string(step), other);
                }
            }
        } else if (question.test == Question::Test::OneOf) {
            const auto values = (std::uint64_t{1} << triage::valuesOfSlot(question.slot).size()) - 1;
            other.choices = values & ~question.choices;
            ask(rule, place, path, "ask the opposite", other);
        } else if (question.test != Question::Test::Unknown) {
            for (unsigned motive = 1; motive <= 5; ++motive) {
                other.choices = question.choices ^ (std::uint64_t{1} << motive);
                if (other.choices != 0) {
                    ask(rule, place, path, "turn motive " + std::to_string(motive), other);
                }
            }
        }
    }

    void effects(const Rule& rule, const Place& place)
    {
        const auto change = [&](const std::string& what, const std::function<void(Effects&)>& how) {
            add(what + " of " + rule.id, rule.safety, [&](Rules& rules) { how(place(rules).effects); });
        };
        const auto& effects = rule.effects;
        using Set = Modalities Effects::*;
        for (const auto& [modality, name] : clinical::Words<Modality>::all) {
            const auto move = [&, m = modality](Set from, Set to, const std::string& what) {
                if ((effects.*from).has(m)) {
                    change(what + ' ' + std::string(nameOf(m)), [=](Effects& changed) {
                        (changed.*from).erase(m);
                        (changed.*to).insert(m);
                    });
                }
            };
            const auto take = [&, m = modality](Set from, const std::string& what) {
                if ((effects.*from).has(m)) {
                    change(what + ' ' + std::string(nameOf(m)),
                           [=](Effects& changed) { (changed.*from).erase(m); });
                }
            };
            move(&Effects::speaksFor, &Effects::speaksAgainst, "turn for");
            move(&Effects::speaksAgainst, &Effects::speaksFor, "turn against");
            move(&Effects::speaksStronglyFor, &Effects::speaksStronglyAgainst, "turn strongly for");
            move(&Effects::speaksStronglyAgainst, &Effects::speaksStronglyFor, "turn strongly against");
            move(&Effects::speaksStronglyAgainst, &Effects::speaksAgainst, "weaken strongly against");
            move(&Effects::speaksFor, &Effects::speaksStronglyFor, "strengthen for");
            move(&Effects::exclude, &Effects::speaksStronglyAgainst, "soften the exclusion of");
            take(&Effects::exclude, "drop the exclusion of");
            take(&Effects::neverFirst, "drop never first");
        }
        for (std::size_t m = 0; m < effects.conditions.size(); ++m) {
            if (!effects.conditions[m].empty()) {
                change("drop the conditions on modality " + std::to_string(m),
                       [m](Effects& changed) { changed.conditions[m] = {}; });
            }
        }
        if (!effects.owed.empty()) {
            change("drop what is owed", [](Effects& changed) { changed.owed = {}; });
        }
        if (!effects.consider.empty()) {
            change("drop what to consider", [](Effects& changed) { changed.consider = {}; });
        }
        if (effects.then) {
            change("drop then", [](Effects& changed) { changed.then.reset(); });
            change("another then",
                   [](Effects& changed) { changed.then = Modality::AsynchronousTeleExpertise; });
        }
        if (effects.purpose) {
            change("drop the purpose", [](Effects& changed) { changed.purpose.reset(); });
        }
        if (effects.meanwhile) {
            change("drop meanwhile", [](Effects& changed) { changed.meanwhile = false; });
        }
    }

    void level(std::size_t i)
    {
        const auto& band = m_rules.priorities[i];
        for (const int step : {-1, 1}) {
            const int level = static_cast<int>(band.priority) + step;
            if (level >= 1 && level <= 4) {
                add("level " + std::to_string(level) + " of " + band.rule.id, band.rule.safety,
                    [&](Rules& rules) {
                        rules.priorities[i].priority = static_cast<clinical::Priority>(level);
                    });
            }
        }
    }

    /// Consent, equipment and who is at the bedside are safety, though no file can mark them so.
    void prerequisite(std::size_t i)
    {
        const auto& one = m_rules.prerequisites[i];
        add("drop prerequisite " + one.id, true, [&](Rules& rules) {
            rules.prerequisites.erase(rules.prerequisites.begin() + static_cast<std::ptrdiff_t>(i));
        });
        for (std::size_t value = 0; value < triage::valuesOfSlot(triage::slotOf(one.fact)).size(); ++value) {
            const auto bit = std::uint64_t{1} << value;
            const auto name = std::to_string(value) + " of " + one.id;
            if ((one.refused & bit) != 0) {
                add("refused becomes a condition: " + name, true,
                    [&](Rules& rules) { rules.prerequisites[i].refused &= ~bit; });
            } else {
                add("refused: " + name, true, [&](Rules& rules) {
                    rules.prerequisites[i].refused |= bit;
                    rules.prerequisites[i].met &= ~bit;
                });
                add(((one.met & bit) != 0 ? "met becomes a condition: " : "a condition becomes met: ") + name,
                    true, [&](Rules& rules) { rules.prerequisites[i].met ^= bit; });
            }
        }
    }

    /// Whole rungs in another order, which the reader refuses, and their conditions and effects under the
    /// same names.
    void swapRungs()
    {
        for (std::size_t i = 0; i + 2 < m_rules.ladder.size(); ++i) {
            const bool isSafety = m_rules.ladder[i].rule.safety || m_rules.ladder[i + 1].rule.safety;
            const auto names = m_rules.ladder[i].rule.id + " and " + m_rules.ladder[i + 1].rule.id;
            add("swap rungs " + names, isSafety,
                [&](Rules& rules) { std::swap(rules.ladder[i], rules.ladder[i + 1]); });
            add("swap the conditions of " + names, isSafety,
                [&](Rules& rules) { std::swap(rules.ladder[i].rule.when, rules.ladder[i + 1].rule.when); });
        }
    }

    const Rules& m_rules;
    std::vector<Mutant> m_mutants;
};

} // namespace

std::vector<Mutant> mutantsOf(const Rules& rules)
{
    return Mutation(rules).take();
}

} // namespace chevet::test
