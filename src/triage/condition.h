// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a rule asks: a tree of all / any / none over questions about single facts. Three-valued (Kleene): a
// question about an unknown fact is neither true nor false. Plain values, so that the evaluator, the checker
// and a page that shows the rules read the same tree.
#pragma once

#include "clinical/facts.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace chevet::triage {

enum class Truth : std::uint8_t
{
    False,
    Unknown,
    True
};

/// What can be asked about: the 26 facts (slot = Fact - 1), then what the evaluation itself derives.
using Slot = std::uint8_t;
inline constexpr Slot slotOf(clinical::Fact fact)
{
    return static_cast<Slot>(static_cast<unsigned>(fact) - 1);
}
/// `teleconsultation`: ready (every prerequisite is met), on_condition, ruled_out (excluded, or never first).
inline constexpr Slot teleconsultationSlot = 26;
/// `visit`: in_time, late, time_unknown, against the time by which an answer is due.
inline constexpr Slot visitSlot = 27;
/// `first`: the modality that comes first.
inline constexpr Slot firstSlot = 28;
inline constexpr std::size_t slotCount = 29;

std::string_view nameOfSlot(Slot slot);
/// The names of the values, in the order of the bits of Question::choices; for yes/no `no`, `yes`; empty for
/// numbers.
std::vector<std::string_view> valuesOfSlot(Slot slot);

struct Question
{
    enum class Test : std::uint8_t
    {
        OneOf,   ///< words, yes/no (bit 0 no, bit 1 yes), derived words, objective (bit 0: stated)
        Between, ///< numbers
        HasAny,  ///< motives: one of these is among them
        Only,    ///< motives: exactly these; a known conflict counts as one more motive
        Unknown, ///< the fact is not known; only where the file's fixed blocks need it
    };
    Slot slot = 0;
    Test test = Test::OneOf;
    std::uint64_t choices =
        0;          ///< OneOf: bit n for the n-th value; HasAny and Only: bits of clinical::MotiveSet
    int lowest = 0; ///< Between: both ends count
    int highest = 0;

    bool operator==(const Question&) const = default;
};

struct Expression
{
    enum class Kind : std::uint8_t
    {
        All,
        Any,
        None,
        Ask
    };
    Kind kind = Kind::All; ///< All without parts is true
    std::vector<Expression> parts;
    Question question; ///< of Ask

    bool operator==(const Expression&) const = default;
};

/// Whether the condition asks about this slot anywhere.
bool asksAbout(const Expression& expression, Slot slot);

} // namespace chevet::triage
