// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/fact_space.h"

#include <algorithm>
#include <optional>
#include <variant>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Facts;
using clinical::FactType;
using clinical::FactValue;
using clinical::Motive;

constexpr auto visitSlotOfHours = slotOf(Fact::VisitPossibleWithinHours);
constexpr auto answerSlotOfHours = slotOf(Fact::AnswerNeededWithinHours);

void sortOut(std::vector<int>& starts)
{
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

} // namespace

FactSpace::FactSpace(Formulas& formulas, const std::vector<const Rules*>& ruleSets,
                     const std::vector<Expression>& further)
    : m_formulas(formulas)
{
    for (const auto& about : clinical::allFacts) {
        if (about.type == FactType::Number) {
            m_starts[slotOf(about.fact)].push_back(about.lowest);
        }
    }
    for (const auto* rules : ruleSets) {
        for (const auto& rung : rules->ladder) {
            cutAt(rung.rule.when);
        }
        for (const auto& rule : rules->rules) {
            cutAt(rule.when);
        }
        for (const auto& band : rules->priorities) {
            cutAt(band.rule.when);
        }
        cutHours(*rules);
    }
    for (const auto& expression : further) {
        cutAt(expression);
    }
    // The two are compared, so they are cut at the same hours.
    auto& visit = m_starts[visitSlotOfHours];
    const auto& answer = m_starts[answerSlotOfHours];
    visit.insert(visit.end(), answer.begin(), answer.end());
    m_starts[answerSlotOfHours] = visit;
    for (auto& starts : m_starts) {
        sortOut(starts);
    }
}

void FactSpace::cutAt(const Expression& expression)
{
    for (const auto& part : expression.parts) {
        cutAt(part);
    }
    const auto& question = expression.question;
    if (expression.kind == Expression::Kind::Ask && question.test == Question::Test::Between) {
        m_starts[question.slot].push_back(question.lowest);
        if (question.highest < clinical::allFacts[question.slot].highest) {
            m_starts[question.slot].push_back(question.highest + 1);
        }
    }
}

/// Where the time by which an answer is due falls among the hours.
void FactSpace::cutHours(const Rules& rules)
{
    for (const int minutes : answerTimesOf(rules)) {
        m_starts[visitSlotOfHours].push_back(hourAfter(minutes));
    }
}

std::vector<int> FactSpace::answerTimesOf(const Rules& rules)
{
    std::vector<int> times;
    times.reserve(clinical::Words<clinical::Priority>::all.size() + rules.rules.size());
    for (const auto& [priority, name] : clinical::Words<clinical::Priority>::all) {
        times.push_back(answerMinutes(rules.settings, priority));
    }
    for (const auto& rule : rules.rules) {
        if (const auto& within = rule.effects.answerWithinMinutes) {
            times.push_back(*within);
        }
    }
    sortOut(times);
    return times;
}

std::size_t FactSpace::classCount(Fact fact) const
{
    const auto& starts = m_starts[slotOf(fact)];
    return starts.empty() ? valuesOfSlot(slotOf(fact)).size() : starts.size();
}

Literals FactSpace::newCells(Fact fact)
{
    Literals cells;
    for (std::size_t i = 0; i <= classCount(fact); ++i) {
        cells.push_back(m_formulas.input());
    }
    m_onlyOne.push_back(cells);
    return cells;
}

std::array<Literal, 5> FactSpace::newMotives()
{
    std::array<Literal, 5> motives;
    for (auto& motive : motives) {
        motive = m_formulas.input();
    }
    m_someOne.emplace_back(motives.begin(), motives.end());
    return motives;
}

SymbolicCall FactSpace::newCall()
{
    SymbolicCall call;
    call.motives = newMotives();
    for (const auto& about : clinical::allFacts) {
        if (about.fact != Fact::Motives) {
            call.cells[slotOf(about.fact)] = newCells(about.fact);
        }
    }
    call.laterInTheSameClass = m_formulas.input();
    return call;
}

SymbolicCall FactSpace::anyOther(const SymbolicCall& call, Fact fact)
{
    auto other = call;
    if (fact == Fact::Motives) {
        other.motives = newMotives();
        return other;
    }
    other.cells[slotOf(fact)] = newCells(fact);
    if (slotOf(fact) == visitSlotOfHours || slotOf(fact) == answerSlotOfHours) {
        other.laterInTheSameClass = m_formulas.input();
    }
    return other;
}

Literal FactSpace::wellFormed()
{
    auto all = always;
    for (const auto& cells : m_onlyOne) {
        all = m_formulas.both(all, m_formulas.exactlyOne(cells));
    }
    for (const auto& motives : m_someOne) {
        all = m_formulas.both(all, m_formulas.any(motives));
    }
    return all;
}

Literal FactSpace::isKnown(const SymbolicCall& call, Fact fact)
{
    return fact == Fact::Motives ? always : !call.cells[slotOf(fact)][0];
}

Literals FactSpace::knownFacts(const SymbolicCall& call) const
{
    Literals known(call.motives.begin(), call.motives.end() - 1);
    known.push_back(m_formulas.both(call.motives.back(), m_formulas.any(known)));
    for (const auto& about : clinical::allFacts) {
        if (about.fact != Fact::Motives) {
            known.push_back(isKnown(call, about.fact));
        }
    }
    return known;
}

Literal FactSpace::visitIsLaterThanAnswer(const SymbolicCall& call)
{
    const auto& visit = call.cells[visitSlotOfHours];
    const auto& answer = call.cells[answerSlotOfHours];
    const auto& starts = m_starts[visitSlotOfHours];
    Literals ways;
    for (std::size_t v = 1; v < visit.size(); ++v) {
        for (std::size_t a = 1; a < v; ++a) {
            ways.push_back(m_formulas.both(visit[v], answer[a]));
        }
        const int end = v < starts.size() ? starts[v] : clinical::allFacts[visitSlotOfHours].highest + 1;
        if (end - starts[v - 1] > 1) {
            ways.push_back(m_formulas.all({visit[v], answer[v], call.laterInTheSameClass}));
        }
    }
    return m_formulas.any(ways);
}

Literal FactSpace::atLeast(const SymbolicCall& call, Fact fact, int number)
{
    const auto& starts = m_starts[slotOf(fact)];
    Literals ways;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (starts[i] >= number) {
            ways.push_back(call.cells[slotOf(fact)][i + 1]);
        }
    }
    return m_formulas.any(ways);
}

double FactSpace::combinations() const
{
    double count = 32; // sets of motives, none among them
    for (const auto& about : clinical::allFacts) {
        if (about.fact != Fact::Motives) {
            count *= static_cast<double>(classCount(about.fact) + 1);
        }
    }
    return count;
}

Facts FactSpace::factsOf(const SymbolicCall& call, const std::function<bool(Literal)>& value) const
{
    Facts facts;
    for (std::size_t i = 0; i < call.motives.size(); ++i) {
        if (value(call.motives[i])) {
            facts.motives.insert(static_cast<Motive>(i + 1));
        }
    }
    if (facts.motives == clinical::MotiveSet{Motive::Unclear}) {
        facts.motives = {}; // the same call, with fewer facts
    }
    for (const auto& about : clinical::allFacts) {
        const auto slot = slotOf(about.fact);
        const auto& cells = call.cells[slot];
        for (std::size_t i = 1; i < cells.size(); ++i) {
            if (!value(cells[i])) {
                continue;
            }
            FactValue known;
            switch (about.type) {
            case FactType::Number: known = m_starts[slot][i - 1]; break;
            case FactType::YesNo: known = i == 2; break;
            case FactType::Text: known = std::string("stated"); break;
            default: known = std::string(valuesOfSlot(slot)[i - 1]);
            }
            const bool isSet = clinical::setValue(facts, about.fact, known).has_value();
            static_cast<void>(isSet); // every value above is one of the fact's own
        }
    }
    if (facts.visitPossibleWithinHours && facts.visitPossibleWithinHours == facts.answerNeededWithinHours &&
        value(call.laterInTheSameClass) && classOf(facts, Fact::VisitPossibleWithinHours) == [&] {
            auto later = facts;
            ++*later.visitPossibleWithinHours;
            return classOf(later, Fact::VisitPossibleWithinHours);
        }()) {
        ++*facts.visitPossibleWithinHours;
    }
    return facts;
}

std::size_t FactSpace::classOf(const Facts& facts, Fact fact) const
{
    const auto slot = slotOf(fact);
    const auto value = clinical::valueOf(facts, fact);
    if (const auto* yes = std::get_if<bool>(&value)) {
        return *yes ? 2 : 1;
    }
    if (const auto* number = std::get_if<int>(&value)) {
        const auto& starts = m_starts[slot];
        const auto above = std::upper_bound(starts.begin(), starts.end(), *number);
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, above - starts.begin()));
    }
    if (const auto* word = std::get_if<std::string>(&value)) {
        const auto names = valuesOfSlot(slot);
        const auto at = std::find(names.begin(), names.end(), *word);
        return at == names.end() ? 1 : static_cast<std::size_t>(at - names.begin()) + 1; // a text: stated
    }
    return 0;
}

void FactSpace::assign(const SymbolicCall& call, const Facts& facts, unsigned bit,
                       std::span<std::uint64_t> inputs) const
{
    const auto set = [&](Literal input, bool isTrue) {
        auto& word = inputs[input.node()];
        word = (word & ~(std::uint64_t{1} << bit)) | (std::uint64_t{isTrue ? 1U : 0U} << bit);
    };
    for (std::size_t i = 0; i < call.motives.size(); ++i) {
        const auto motive = static_cast<Motive>(i + 1);
        set(call.motives[i],
            facts.motives.has(motive) || (facts.motives.empty() && motive == Motive::Unclear));
    }
    for (const auto& about : clinical::allFacts) {
        const auto& cells = call.cells[slotOf(about.fact)];
        const auto known = cells.empty() ? 0 : classOf(facts, about.fact);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            set(cells[i], i == known);
        }
    }
    set(call.laterInTheSameClass,
        facts.visitPossibleWithinHours.value_or(0) > facts.answerNeededWithinHours.value_or(0));
}

} // namespace chevet::triage
