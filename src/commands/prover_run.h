// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet-prover as a child process: rule texts in, its lines out, ended when its time is over. It is given
// nothing but rules.
#pragma once

#include <QString>
#include <nlohmann/json.hpp>

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
    std::vector<nlohmann::json> lines; ///< all but the last
    nlohmann::json last;               ///< `result` and the sums
};

/// Beside the program, or where a package puts it. Empty when there is none.
QString installedProver();

/// `documents` are names and texts (docs/TRIAGE.md, "The prover"). Waits, at most `seconds` and a little.
ProverRun runProver(const QString& program, const QString& question,
                    const std::vector<std::pair<std::string, std::string>>& documents, int seconds);

} // namespace chevet::commands
