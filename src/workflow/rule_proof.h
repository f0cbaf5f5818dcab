// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the prover says about a rule set, as values for whoever shows it. Thread: gui.
#pragma once

#include "clinical/facts.h"
#include "workflow/prover.h"

#include <QString>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chevet::workflow {

struct ProofReport
{
    enum class Result
    {
        Proven,
        Refuted,
        NotFinished, ///< the time was too short
        NoProver,    ///< it is missing or can't be started
        Faulty       ///< it gave no answer
    };

    struct Fault
    {
        std::string claim;                    ///< `property`, `monotone`, … (docs/TRIAGE.md, "The prover")
        std::string id;                       ///< of the property or rule
        bool isOpen = false;                  ///< neither shown nor refuted in time
        std::optional<clinical::Facts> facts; ///< the smallest call that shows it
        std::optional<std::pair<clinical::Fact, clinical::FactValue>> changed; ///< in the second of two calls
    };

    Result result = Result::Faulty;
    int claims = 0;
    double combinations = 0; ///< of facts, unknown included
    double milliseconds = 0;
    QString solver;
    std::vector<Fault> faults;
};

ProofReport readProof(ProverEnd end, const QByteArray& output);
/// "143 claims over 7.6e+15 combinations of facts in 0.3 s", or why there is no proof.
QString proofText(const ProofReport& report);

} // namespace chevet::workflow
