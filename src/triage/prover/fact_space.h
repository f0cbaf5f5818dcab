// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every combination of facts as Boolean inputs: one for each motive, one for each class of values of every
// other fact, "unknown" being a class. Numbers are cut where any of the rule sets or properties in question
// cuts them, so that all values of a class answer alike. Which of two numbers of hours is larger is the one
// thing that classes do not settle; it is an input of its own.
#pragma once

#include "clinical/facts.h"
#include "triage/prover/formulas.h"
#include "triage/rule.h"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace chevet::triage {

/// A call as the solver sees it.
struct SymbolicCall
{
    std::array<Literal, 5> motives; ///< in the order of the words; at least one is true
    /// By slot: unknown, then the classes of values in their order. Empty for the motives and for what is
    /// derived.
    std::array<Literals, slotCount> cells;
    /// Of a visit and an answer whose hours are in the same class: the visit comes later.
    Literal laterInTheSameClass;
};

class FactSpace
{
public:
    FactSpace(Formulas& formulas, const std::vector<const Rules*>& ruleSets,
              const std::vector<Expression>& further);

    SymbolicCall newCall();
    /// The same call, but this one fact may be anything.
    SymbolicCall anyOther(const SymbolicCall& call, clinical::Fact fact);

    /// True for what stands for facts: one class for each fact, one motive at least.
    Literal wellFormed();
    static Literal isKnown(const SymbolicCall& call, clinical::Fact fact);
    /// One for each fact that is known, and for each motive; but `unclear` alone is what no motive means,
    /// too.
    Literals knownFacts(const SymbolicCall& call) const;
    Literal visitIsLaterThanAnswer(const SymbolicCall& call);
    /// A number is known and at least this; only where the number was cut.
    Literal atLeast(const SymbolicCall& call, clinical::Fact fact, int number);
    /// The first hour that is more than so many minutes away.
    static int hourAfter(int minutes) { return minutes / 60 + 1; }
    /// Every time, in minutes, within which the rules may want an answer, by priority or by a rule; the
    /// soonest first, each once.
    static std::vector<int> answerTimesOf(const Rules& rules);

    const std::vector<int>& classes(clinical::Fact number) const { return m_starts[slotOf(number)]; }
    /// How many calls there are, unknown facts counted as a value.
    double combinations() const;

    /// The facts that the inputs' values stand for; of a class of numbers its lowest.
    clinical::Facts factsOf(const SymbolicCall& call, const std::function<bool(Literal)>& value) const;
    /// Sets one bit of each of the call's inputs.
    void assign(const SymbolicCall& call, const clinical::Facts& facts, unsigned bit,
                std::span<std::uint64_t> inputs) const;

private:
    void cutAt(const Expression& expression);
    void cutHours(const Rules& rules);
    std::size_t classCount(clinical::Fact fact) const;
    std::size_t classOf(const clinical::Facts& facts, clinical::Fact fact) const;
    Literals newCells(clinical::Fact fact);
    std::array<Literal, 5> newMotives();

    Formulas& m_formulas;
    std::array<std::vector<int>, slotCount> m_starts;
    std::vector<Literals> m_onlyOne; ///< of the cells of a fact exactly one is true
    std::vector<Literals> m_someOne; ///< of the motives one at least
};

} // namespace chevet::triage
