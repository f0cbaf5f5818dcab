// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each device's chain of envelopes as it came here: 1, 2, 3 …, each naming the one before. A count that
// skips, forks or falls back is an alarm of its own name; the records are kept in any case.
#pragma once

#include "clinical/views.h"
#include "sealing/envelope.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace chevet::casebook {

struct ChainTip
{
    std::uint64_t count = 0;
    Sha256 hash{}; ///< of the envelope with that count; zeros before the first
};

class DeviceChains
{
public:
    /// Takes up the next record in order of arrival. An alarm, if it does not follow.
    std::optional<clinical::Damage> take(const sealing::EnvelopeHeader& header, const Sha256& hash,
                                         std::int64_t sequence, const EventId& id);

    ChainTip tip(const DeviceId& device) const;
    /// After a loss of this device's own last records: goes on behind them, so that no count is used twice.
    void skipTo(const DeviceId& device, const ChainTip& tip);

    /// For the snapshot.
    Bytes encoded(const DeviceId& device) const;
    bool restore(const DeviceId& device, View encoded);

private:
    struct Chain
    {
        ChainTip tip;
        std::map<std::uint64_t, std::uint64_t> gaps; ///< first and last count that have not come
    };
    static bool fill(Chain& chain, std::uint64_t count);

    std::map<DeviceId, Chain> m_chains;
};

} // namespace chevet::casebook
