// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/aspects.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using clinical::Modality;

std::array<int, 4> standingOf(const Outcome& outcome)
{
    auto standing = outcome.score;
    for (std::size_t m = 0; m < standing.size(); ++m) {
        const auto modality = static_cast<Modality>(m + 1);
        if (outcome.first == modality || outcome.excluded.has(modality)) {
            standing[m] = 9; // neither is ordered by its score
        }
    }
    return standing;
}

} // namespace

bool differ(const Outcome& left, const Outcome& right, Aspect aspect)
{
    switch (aspect) {
    case Aspect::First: return left.first != right.first;
    case Aspect::Meanwhile: return left.meanwhile != right.meanwhile;
    case Aspect::Then: return left.then != right.then;
    case Aspect::Purpose: return left.purpose != right.purpose;
    case Aspect::Priority: return left.priority != right.priority;
    case Aspect::AnswerTime: return left.answerWithinMinutes != right.answerWithinMinutes;
    case Aspect::Excluded: return left.excluded != right.excluded;
    case Aspect::Standing: return standingOf(left) != standingOf(right);
    case Aspect::Conditions: return left.conditions != right.conditions;
    case Aspect::Owed: return left.owed != right.owed;
    case Aspect::AlsoConsider: return left.alsoConsider != right.alsoConsider;
    }
    return false;
}

bool differ(const Outcome& left, const Outcome& right)
{
    return std::any_of(allAspects.begin(), allAspects.end(),
                       [&](const auto& each) { return differ(left, right, each.first); });
}

} // namespace chevet::triage
