// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A sample team made by the program: homes, residents and weeks of requests in a vault marked as a sample for
// good. The same parameters give the same events. Thread: any, without an event loop.
#pragma once

#include "foundation/clock.h"
#include "foundation/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace chevet::workflow {

struct SampleParameters
{
    std::int64_t events = 0; ///< at least so many; 0: what four weeks of a team's work make
    std::uint64_t seed = 1;
    Instant now;            ///< the queue is live at this time
    int offsetMinutes = 60; ///< of the team's zone from UTC
    std::string rulesText;  ///< decisions are made under these rules
};

/// Done so far, in percent.
using SampleProgress = std::function<void(int percent)>;

/// Errors: VaultExists; those of the case store and of the rules. Leaves nothing behind on failure.
Result<void> makeSampleTeam(const std::filesystem::path& folder, const SampleParameters& parameters,
                            const SampleProgress& progress = {});

/// Opens every sample team; a sample has no secrets.
std::string_view samplePassphrase();

} // namespace chevet::workflow
