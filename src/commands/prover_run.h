// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet-prover as a child process: rule texts in, its lines out, ended when its time is over. It is given
// nothing but rules.
#pragma once

#include <QString>
#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace chevet::commands {

enum class ProverEnd
{
    Answered,   ///< lines and the last one with the result
    Missing,    ///< there is no such program, or it can't be started
    OutOfTime,  ///< it was ended
    Unreadable, ///< it crashed, or wrote what is no answer
};

struct ProverRun
{
    ProverEnd end = ProverEnd::Missing;
    std::vector<nlohmann::json> lines; ///< of an answer at least one

    std::span<const nlohmann::json> findings() const { return {lines.data(), lines.size() - 1}; }
    /// `result` and the sums.
    const nlohmann::json& last() const { return lines.back(); }
};

/// Beside the program, or where a package puts it. Empty when there is none.
QString installedProver();

/// `documents` are names and texts (docs/TRIAGE.md, "The prover"). Waits, at most `seconds` and a little.
ProverRun runProver(const QString& program, const QString& question,
                    const std::vector<std::pair<std::string, std::string>>& documents, int seconds);

} // namespace chevet::commands
