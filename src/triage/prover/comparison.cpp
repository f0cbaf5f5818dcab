// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where two rule sets answer the same call differently.

#include "triage/prover/proof.h"
#include "triage/prover/smallest_call.h"
#include "triage/prover/visible.h"

namespace chevet::triage {

std::vector<Difference> compare(const RuleSet& before, const RuleSet& after,
                                std::chrono::steady_clock::time_point deadline)
{
    Formulas formulas;
    FactSpace space(formulas, {&before.rules(), &after.rules()}, {});
    const auto call = space.newCall();
    const auto old = encode(formulas, space, call, before.rules());
    const auto now = encode(formulas, space, call, after.rules());
    Solver solver(formulas, deadline);
    solver.require(space.wellFormed());
    SmallestCall smallest(formulas, space, solver, call);
    std::vector<Difference> differences;
    for (const auto& [aspect, name] : allAspects) {
        Difference difference{.aspect = std::string(name), .facts = {}};
        const auto goal = differ(formulas, space, call, old, now, aspect);
        const auto answer = smallest.find(goal);
        if (answer == Satisfiable::NotFinished) {
            difference.result = Finding::Result::NotFinished;
        } else if (answer == Satisfiable::Yes) {
            difference.facts = smallest.facts();
            const bool isSeen =
                differ(decide(before, *difference.facts), decide(after, *difference.facts), aspect);
            difference.result = isSeen ? Finding::Result::Violated : Finding::Result::Disputed;
        }
        differences.push_back(std::move(difference));
    }
    return differences;
}

} // namespace chevet::triage
