// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/evaluated_claims.h"

#include "triage/compiled_rules.h"
#include "triage/evaluation.h"

namespace chevet::triage {

using clinical::Modality;

bool firstIsRuledOut(const Outcome& outcome)
{
    return outcome.excluded.has(outcome.first) || outcome.neverFirst.has(outcome.first);
}

bool contradictsItself(const Outcome& outcome)
{
    const bool impossibleThen =
        outcome.then && (*outcome.then == outcome.first || outcome.excluded.has(*outcome.then));
    return impossibleThen || (outcome.meanwhile && outcome.first != Modality::InPersonVisit);
}

bool breaks(const RuleSet& rules, const Property& property, const clinical::Facts& facts)
{
    const CompiledRules compiled(rules.rules(), {property.when});
    const auto evaluation = evaluate(rules, facts);
    return isAbout(compiled, 0, facts, evaluation) && !isMet(property.must, evaluation.outcome);
}

clinical::Verdict verdictOf(const RuleSet& rules, const clinical::Facts& facts, Modality modality)
{
    const auto answer = recommend(rules, facts);
    for (const auto& each : answer.modalities) {
        if (each.modality == modality) {
            return each.verdict;
        }
    }
    return clinical::Verdict::Possible;
}

} // namespace chevet::triage
