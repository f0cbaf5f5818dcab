// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule set made fast: each fact's values are cut into cells at the thresholds that occur, so that every
// question is one bit mask and a changed fact is a changed cell. Internal to triage (and to what checks it).
#pragma once

#include "triage/recommend.h"
#include "triage/rule.h"

#include <array>
#include <cstdint>
#include <vector>

namespace chevet::triage {

using Cell = std::uint8_t;

/// One cell a slot. 0 is unknown; a word's or yes/no's n-th value is n; a number's n-th interval is n. The
/// motives' cell is a set: bit n-1 for the n-th motive, bit 5 for a known conflict; it is never unknown (none
/// is unclear).
using Cells = std::array<Cell, slotCount>;

class CompiledRules
{
public:
    /// `further` conditions are those of a caller; they are cut and compiled along.
    explicit CompiledRules(const Rules& rules, const std::vector<Expression>& further = {});

    Cells cellsOf(const clinical::Facts& facts) const;
    /// To be called after the motives or the conflict have changed.
    static Cell motivesCell(clinical::MotiveSet motives, bool conflict);

    Truth truthOf(std::uint32_t root, const Cells& cells) const;
    Truth rule(std::size_t index, const Cells& cells) const { return truthOf(m_rules[index], cells); }
    Truth rung(std::size_t index, const Cells& cells) const { return truthOf(m_rungs[index].root, cells); }
    Truth priority(std::size_t index, const Cells& cells) const
    {
        return truthOf(m_priorities[index], cells);
    }

    Truth further(std::size_t index, const Cells& cells) const { return truthOf(m_further[index], cells); }

    struct Ladder
    {
        Modalities excluded;
        Modalities neverFirst;
        clinical::Modality first = clinical::Modality::InPersonVisit;
        int rung = -1;
    };
    /// Marks, then the ladder; fills in the cells of `teleconsultation` and `first`.
    Ladder climb(Cells& cells) const;

    /// Whether a change of this fact can change `first` at all.
    bool decides(clinical::Fact fact) const { return (m_deciding >> slotOf(fact) & 1) != 0; }
    /// The lowest value of each interval of a number, ascending; the first is the fact's lowest value.
    const std::vector<int>& intervals(clinical::Fact fact) const { return m_intervals[slotOf(fact)]; }
    Cell cellOfNumber(clinical::Fact fact, int value) const;
    std::size_t cellCount(clinical::Fact fact) const; ///< without the unknown one; not for motives

    /// The unknown facts that leave the condition open; empty unless its truth is Unknown.
    std::vector<clinical::Fact> missingOfRule(std::size_t index, const Cells& cells) const
    {
        return missing(m_rules[index], cells);
    }
    std::vector<clinical::Fact> missingOfRung(std::size_t index, const Cells& cells) const
    {
        return missing(m_rungs[index].root, cells);
    }

private:
    struct Node
    {
        Expression::Kind kind = Expression::Kind::All;
        Slot slot = 0;
        std::uint32_t firstChild = 0;
        std::uint32_t children = 0;
        std::uint64_t yes = 0;     ///< the cells that make it true
        std::uint64_t unknown = 0; ///< those that leave it open
    };
    struct Mark
    {
        std::uint32_t root = 0;
        Modalities exclude;
        Modalities neverFirst;
    };
    struct CompiledRung
    {
        std::uint32_t root = 0;
        clinical::Modality first = clinical::Modality::InPersonVisit;
    };
    struct CompiledPrerequisite
    {
        Slot slot = 0;
        std::uint64_t met = 0;
        std::uint64_t refused = 0;
    };

    void cutAt(const Expression& expression);
    std::uint32_t add(const Expression& expression);
    void fill(std::uint32_t at, const Expression& expression);
    std::uint64_t cellsFor(const Question& question) const;
    void notice(const Expression& expression);
    void addMark(std::uint32_t root, const Rule& rule);
    Truth truthOf(const Node& node, const Cells& cells) const;
    std::vector<clinical::Fact> missing(std::uint32_t root, const Cells& cells) const;
    void collect(const Node& node, const Cells& cells, std::vector<clinical::Fact>& into) const;

    std::array<std::vector<int>, slotCount> m_intervals;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_rules;
    std::vector<CompiledRung> m_rungs;
    std::vector<std::uint32_t> m_priorities;
    std::vector<std::uint32_t> m_further;
    std::vector<Mark> m_marks;
    std::vector<CompiledPrerequisite> m_prerequisites;
    std::uint64_t m_deciding = 0;
};

} // namespace chevet::triage
