// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The prover, started and waited for: a command has nothing else to do meanwhile.
#pragma once

#include "workflow/prover.h"

#include <QString>
#include <nlohmann/json.hpp>

#include <span>
#include <vector>

namespace chevet::commands {

using workflow::ProverEnd;

struct ProverRun
{
    ProverEnd end = ProverEnd::Missing;
    std::vector<nlohmann::json> lines; ///< of an answer at least one

    std::span<const nlohmann::json> findings() const { return {lines.data(), lines.size() - 1}; }
    /// `result` and the sums.
    const nlohmann::json& last() const { return lines.back(); }
};

/// `documents` are names and texts (docs/TRIAGE.md, "The prover"). Waits, at most `seconds` and a little.
ProverRun runProver(const QString& program, const QString& question,
                    const workflow::ProverDocuments& documents, int seconds);

} // namespace chevet::commands
