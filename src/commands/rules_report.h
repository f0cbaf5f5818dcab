// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `chevet rules check` and `chevet rules diff` print: the prover's findings, or the sampler's where
// there is no proof. Each returns how the command ends.
#pragma once

#include "commands/prover_run.h"
#include "triage/rule_set.h"
#include "triage/sampling.h"

namespace chevet::commands {

enum class Form
{
    Text,
    Json
};

int reportProof(const triage::RuleSet& rules, const ProverRun& run, Form form);
/// `whenClean`: how it ends if nothing was found.
int reportSample(const triage::RuleSet& rules, const triage::SamplingReport& report, Form form,
                 int whenClean);

struct TwoRuleSets
{
    const triage::RuleSet& before;
    const triage::RuleSet& after;
};
int reportDifferences(const TwoRuleSets& sets, const ProverRun& run, Form form);
/// Without the prover: so many random calls.
int reportSampledDifferences(const TwoRuleSets& sets, const triage::SamplingPlan& plan, Form form);

} // namespace chevet::commands
