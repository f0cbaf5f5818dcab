// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/without_rule.h"

namespace chevet::triage {
namespace {

const Expression neverTrue{Expression::Kind::Any, {}, {}};

} // namespace

void forEachWithout(const Rules& rules,
                    const std::function<void(const std::string& id, const Rules& without)>& use)
{
    for (std::size_t i = 0; i < rules.ladder.size(); ++i) {
        if (rules.ladder[i].rule.isOff) {
            continue;
        }
        auto without = rules;
        without.ladder[i].rule.when = neverTrue;
        use(rules.ladder[i].rule.id, without);
    }
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        auto without = rules;
        without.rules[i].when = neverTrue;
        use(rules.rules[i].id, without);
    }
    for (std::size_t i = 0; i < rules.prerequisites.size(); ++i) {
        auto without = rules;
        without.prerequisites.erase(without.prerequisites.begin() + static_cast<std::ptrdiff_t>(i));
        use(rules.prerequisites[i].id, without);
    }
    for (std::size_t i = 0; i + 1 < rules.priorities.size(); ++i) {
        auto without = rules;
        without.priorities[i].rule.when = neverTrue;
        use(rules.priorities[i].rule.id, without);
    }
}

} // namespace chevet::triage
