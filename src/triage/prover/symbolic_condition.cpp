// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/symbolic_condition.h"

namespace chevet::triage {
namespace {

using clinical::Fact;
using Kind = Expression::Kind;
using Test = Question::Test;

Literals chosen(const Literals& values, std::size_t from, std::uint64_t choices)
{
    Literals ways;
    for (std::size_t i = from; i < values.size(); ++i) {
        if ((choices >> (i - from) & 1U) != 0) {
            ways.push_back(values[i]);
        }
    }
    return ways;
}

} // namespace

SymbolicTruth SymbolicConditions::truth(const Expression& expression) const
{
    if (expression.kind == Kind::Ask) {
        return ask(expression.question);
    }
    Literals isTrue;
    Literals isFalse;
    for (const auto& part : expression.parts) {
        const auto one = truth(part);
        isTrue.push_back(one.isTrue);
        isFalse.push_back(one.isFalse);
    }
    switch (expression.kind) {
    case Kind::All: return {m_formulas.all(isTrue), m_formulas.any(isFalse)};
    case Kind::Any: return {m_formulas.any(isTrue), m_formulas.all(isFalse)};
    default: return {m_formulas.all(isFalse), m_formulas.any(isTrue)};
    }
}

SymbolicTruth SymbolicConditions::ask(const Question& question) const
{
    if (question.slot >= clinical::allFacts.size()) {
        const auto yes = m_formulas.any(chosen(m_derived[question.slot], 0, question.choices));
        return {yes, !yes};
    }
    const auto& cells = m_call.cells[question.slot];
    switch (question.test) {
    case Test::HasAny:
    case Test::Only: return motives(question);
    case Test::Unknown: return {cells[0], !cells[0]};
    case Test::OneOf: return oneOf(cells, chosen(cells, 1, question.choices));
    case Test::Between: break;
    }
    const auto& starts = m_space.classes(static_cast<Fact>(question.slot + 1));
    Literals ways;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (starts[i] >= question.lowest && starts[i] <= question.highest) {
            ways.push_back(cells[i + 1]);
        }
    }
    return oneOf(cells, ways);
}

SymbolicTruth SymbolicConditions::oneOf(const Literals& cells, const Literals& ways) const
{
    const auto yes = m_formulas.any(ways);
    return {yes, m_formulas.both(!yes, !cells[0])};
}

SymbolicTruth SymbolicConditions::motives(const Question& question) const
{
    Literals asked;
    Literals exactly{!m_call.cells[slotOf(Fact::Conflict)][2]}; // a known conflict is one more motive
    for (std::size_t i = 0; i < m_call.motives.size(); ++i) {
        const bool isAsked = (question.choices >> (i + 1) & 1U) != 0;
        exactly.push_back(isAsked ? m_call.motives[i] : !m_call.motives[i]);
        if (isAsked) {
            asked.push_back(m_call.motives[i]);
        }
    }
    const auto yes = question.test == Test::Only ? m_formulas.all(exactly) : m_formulas.any(asked);
    return {yes, !yes};
}

} // namespace chevet::triage
