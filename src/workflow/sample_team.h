// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A sample team to try Chevet with: invented homes, residents and colleagues, four weeks of requests, and a
// queue for today. Marked as a sample for good. Decisions come from the real rules. The same seed and time
// give the same rows; only keys, nonces and what is derived from them differ. Thread: any, for as long as the
// call takes.
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
    std::uint64_t seed = 1;
    /// About so many journal entries; 0: what four weeks of eight homes give. Homes, residents and history
    /// grow with it, the open queue does not. At most largestSample.
    std::int64_t events = 0;
    Instant now;            ///< the sample's today
    int offsetMinutes = 60; ///< the zone in which its days begin
    std::string rulesText;  ///< content of resources/triage/rules.toml
    /// Asked again and again: true gives up.
    std::function<bool()> shallStop = {};
};

inline constexpr std::int64_t largestSample = 1'000'000;

/// Done so far, in percent; an estimate until 100.
using SampleProgress = std::function<void(int percent)>;

/// Opens every sample: it is no secret. Seven words, as the rule for passphrases asks.
std::string_view samplePassphrase();

/// Errors: VaultExists, OutOfRange, DiskFull, DiskFailed, Interrupted, those of the rules. Leaves nothing
/// behind when it fails.
Result<void> makeSampleTeam(const std::filesystem::path& folder, const SampleParameters& parameters,
                            const SampleProgress& progress = {});

} // namespace chevet::workflow
