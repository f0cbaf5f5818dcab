// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/questions.h"

#include <algorithm>
#include <array>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Motive;
using clinical::MotiveSet;

/// What matters most when several motives are asked about in turn: urgency, then what calls for presence.
constexpr std::array<Motive, 5> turns{Motive::Acute, Motive::Psychosocial, Motive::Ethical, Motive::Symptom,
                                      Motive::Unclear};

} // namespace

std::vector<Fact> questionsFor(const RuleSet& rules, MotiveSet motives, const std::vector<Fact>& known)
{
    if (motives.empty()) {
        motives.insert(Motive::Unclear);
    }
    std::vector<Fact> asked{Fact::Dying};
    const auto isIn = [](const std::vector<Fact>& facts, Fact fact) {
        return std::find(facts.begin(), facts.end(), fact) != facts.end();
    };
    std::vector<std::vector<Fact>> lists;
    for (const auto motive : turns) {
        for (const auto& list : rules.rules().questions) {
            if (motives.has(motive) && list.motive == motive) {
                lists.push_back(list.facts);
            }
        }
    }
    std::size_t longest = 0;
    for (const auto& list : lists) {
        longest = std::max(longest, list.size());
    }
    for (std::size_t place = 0; place < longest; ++place) {
        for (const auto& list : lists) {
            const bool open = place < list.size() && !isIn(asked, list[place]) && !isIn(known, list[place]);
            if (open && asked.size() < mostQuestions) {
                asked.push_back(list[place]);
            }
        }
    }
    return asked;
}

std::vector<Fact> questionsFor(const RuleSet& rules, const clinical::Facts& facts,
                               const std::vector<Fact>& known)
{
    return questionsFor(rules, facts.motives, known);
}

} // namespace chevet::triage
