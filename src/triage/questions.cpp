// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/questions.h"

#include <algorithm>
#include <array>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Motive;

/// What matters most when several motives are asked about in turn: urgency, then what calls for presence.
constexpr std::array<Motive, 5> turns{Motive::Acute, Motive::Psychosocial, Motive::Ethical, Motive::Symptom,
                                      Motive::Unclear};

} // namespace

std::vector<Fact> questionsFor(const RuleSet& rules, const clinical::Facts& facts,
                               const std::vector<Fact>& known)
{
    const auto& questions = rules.rules().questions;
    auto motives = facts.motives;
    if (motives.empty()) {
        motives.insert(Motive::Unclear);
    }
    std::vector<const std::vector<Fact>*> lists;
    std::size_t longest = 0;
    for (const auto motive : turns) {
        const auto list = questions.byMotive.find(motive);
        if (motives.has(motive) && list != questions.byMotive.end()) {
            lists.push_back(&list->second);
            longest = std::max(longest, list->second.size());
        }
    }
    auto spared = known;
    if (facts.mustBeSeen) {
        const auto& pointless =
            *facts.mustBeSeen ? questions.pointlessWhenSeen : questions.pointlessWhenNotSeen;
        spared.insert(spared.end(), pointless.begin(), pointless.end());
    }
    const auto isIn = [](const std::vector<Fact>& all, Fact fact) {
        return std::find(all.begin(), all.end(), fact) != all.end();
    };
    std::vector<Fact> asked{Fact::Dying};
    for (std::size_t place = 0; place < longest; ++place) {
        for (const auto* list : lists) {
            const bool open =
                place < list->size() && !isIn(asked, (*list)[place]) && !isIn(spared, (*list)[place]);
            if (open && asked.size() < mostQuestions) {
                asked.push_back((*list)[place]);
            }
        }
    }
    return asked;
}

} // namespace chevet::triage
