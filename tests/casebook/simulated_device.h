// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Devices of one team that write without a store of their own: what a store receives from colleagues. Until
// there is a roster that grants keys, they share a team by drawing the same compartments' keys from the same
// generator.
#pragma once

#include "casebook/casebook.h"
#include "clinical/payload.h"
#include "clinical/registry.h"
#include "sealing/keyring_access.h"
#include "support/random.h"

#include <memory>
#include <vector>

namespace chevet::test {

/// Draws from a seed.
class SeededRandomness final : public sealing::Randomness
{
public:
    explicit SeededRandomness(std::uint64_t seed) : m_random(seed) {}
    Result<void> fillPublic(std::span<std::uint8_t> bytes) override { return fill(bytes); }
    Result<void> fillSecret(std::span<std::uint8_t> bytes) override { return fill(bytes); }
    void restart(std::uint64_t seed) { m_random = Random(seed); }

private:
    Result<void> fill(std::span<std::uint8_t> bytes)
    {
        for (auto& byte : bytes) {
            byte = static_cast<std::uint8_t>(m_random.next());
        }
        return {};
    }
    Random m_random;
};

class SimulatedDevice
{
public:
    /// Of the team whose keys come from `teamSeed`.
    SimulatedDevice(std::uint64_t teamSeed, std::uint8_t number);

    /// For founding a store on this device.
    sealing::FoundedVault takeVault() { return std::move(m_vault); }

    struct Writing
    {
        clinical::EventBody body;
        MemberId author;
        Instant at;
        Stamp stamp;
        std::vector<EventId> parents;
        std::optional<ResidentId> resident; ///< whose data key seals it
    };
    /// Seals one event; the next one of this device follows it.
    EventId write(const Writing& writing);
    /// A body in parts of so many bytes, the parts first.
    EventId writeInParts(const Writing& writing, std::size_t pieceSize);
    /// A clinical event of a kind and version that this program does not know.
    EventId writeNewer(std::string_view kind, const StreamId& stream, const MemberId& author, Instant at,
                       const ResidentId& resident);

    std::vector<casebook::ForeignEnvelope> envelopes;
    std::vector<sealing::WrappedKey> keys;
    sealing::Keyring& keyring() { return *m_vault.keyring; }

private:
    EventId seal(const clinical::Payload& payload, Compartment compartment,
                 const std::optional<ResidentId>& resident);

    std::unique_ptr<SeededRandomness> m_randomness;
    sealing::FoundedVault m_vault;
    std::uint64_t m_count = 0;
    Sha256 m_previous{};
};

} // namespace chevet::test
