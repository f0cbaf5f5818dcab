// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/device_chains.h"

#include "foundation/cbor.h"

#include <algorithm>

namespace chevet::casebook {

std::optional<clinical::Damage> DeviceChains::take(const sealing::EnvelopeHeader& header, const Sha256& hash,
                                                   std::int64_t sequence, const EventId& id)
{
    auto& chain = m_chains[header.device];
    const auto alarm = [&](ErrorCode code) {
        return clinical::Damage{code, sequence, id, header.count, header.device, "chain"};
    };
    const auto expected = chain.tip.count + 1;
    if (header.count < expected) {
        // A count that was missing has come late; one that was there before stands twice.
        return alarm(fill(chain, header.count) ? ErrorCode::CountFellBack : ErrorCode::CountForked);
    }
    const bool follows = header.prev == chain.tip.hash;
    chain.tip = {header.count, hash};
    if (header.count > expected) {
        chain.gaps[expected] = header.count - 1;
        return alarm(ErrorCode::CountSkipped);
    }
    return follows ? std::nullopt : std::optional(alarm(ErrorCode::CountForked));
}

bool DeviceChains::fill(Chain& chain, std::uint64_t count)
{
    auto gap = chain.gaps.upper_bound(count);
    if (gap == chain.gaps.begin() || (--gap)->second < count) {
        return false;
    }
    const auto [first, last] = *gap;
    chain.gaps.erase(gap);
    if (first < count) {
        chain.gaps[first] = count - 1;
    }
    if (count < last) {
        chain.gaps[count + 1] = last;
    }
    return true;
}

ChainTip DeviceChains::tip(const DeviceId& device) const
{
    const auto found = m_chains.find(device);
    return found == m_chains.end() ? ChainTip{} : found->second.tip;
}

void DeviceChains::skipTo(const DeviceId& device, const ChainTip& tip)
{
    auto& chain = m_chains[device];
    if (tip.count > chain.tip.count) {
        chain.gaps[chain.tip.count + 1] = tip.count;
        chain.tip = tip;
    }
}

Bytes DeviceChains::encoded(const DeviceId& device) const
{
    const auto& chain = m_chains.at(device);
    cbor::Writer writer;
    writer.array(2 + 2 * chain.gaps.size()).unsignedNumber(chain.tip.count).bytes(chain.tip.hash);
    for (const auto& [first, last] : chain.gaps) {
        writer.unsignedNumber(first).unsignedNumber(last);
    }
    return writer.take();
}

bool DeviceChains::restore(const DeviceId& device, View encoded)
{
    cbor::Reader reader(encoded);
    const auto items = reader.array();
    Chain chain;
    chain.tip.count = reader.unsignedNumber();
    const auto hash = reader.bytes();
    if (hash.size() != chain.tip.hash.size() || items % 2 != 0) {
        return false;
    }
    std::copy(hash.begin(), hash.end(), chain.tip.hash.begin());
    for (std::size_t left = items - 2; left > 0 && reader.ok(); left -= 2) {
        const auto first = reader.unsignedNumber();
        chain.gaps[first] = reader.unsignedNumber();
    }
    m_chains[device] = std::move(chain);
    return reader.finished();
}

} // namespace chevet::casebook
