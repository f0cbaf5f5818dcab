// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/simulated_device.h"

#include "clinical/codec.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"

namespace chevet::test {

using namespace clinical;

SimulatedDevice::SimulatedDevice(std::uint64_t teamSeed, std::uint8_t number)
    : m_randomness(std::make_unique<SeededRandomness>(teamSeed))
{
    auto founding = sealing::testing::testFounding(teamSeed);
    founding.device.bytes[15] = number;
    auto vault = sealing::KeyringAccess::found(founding, sealing::testing::testUnlockKey(), *m_randomness);
    REQUIRE(vault);
    m_vault = std::move(*vault);
    m_randomness->restart(teamSeed * 1000 + number); // residents' keys and nonces are each device's own
}

EventId SimulatedDevice::seal(const Payload& payload, Compartment compartment,
                              const std::optional<ResidentId>& resident)
{
    const auto key = keyring().keyFor(compartment, resident);
    REQUIRE(key);
    for (auto& row : keyring().takeNewKeys()) {
        keys.push_back(std::move(row));
    }
    sealing::EnvelopeHeader header;
    header.count = ++m_count;
    header.prev = m_previous;
    header.kid = *key;
    auto envelope = keyring().seal(header, encodePayload(payload));
    REQUIRE(envelope);
    m_previous = sealing::envelopeHash(*envelope);
    envelopes.push_back({std::move(*envelope), keyring().publicKeys().signing});
    return sealing::eventIdOf(m_previous);
}

EventId SimulatedDevice::write(const Writing& writing)
{
    return writeInParts(writing, 0);
}

EventId SimulatedDevice::writeInParts(const Writing& writing, std::size_t pieceSize)
{
    const auto& about = describe(kindOf(writing.body));
    const auto item = itemOf(writing.body);
    const auto body = encodeBody(writing.body);
    Payload payload;
    payload.kind = about.name;
    payload.stream = streamOf(writing.body, keyring().team());
    payload.stamp = writing.stamp;
    payload.at = writing.at;
    payload.author = writing.author;
    payload.item = item;
    payload.parents = writing.parents;
    if (pieceSize == 0) {
        payload.body = body;
        return seal(payload, about.compartment, writing.resident);
    }
    std::optional<EventId> previous;
    for (View rest = body; !rest.empty(); rest = rest.subspan(std::min(rest.size(), pieceSize))) {
        auto part = payload;
        const auto piece = encodeTextPart({rest.first(std::min(rest.size(), pieceSize)), previous});
        part.kind = describe(textPartOf(about.compartment)).name;
        part.item = {};
        part.parents.clear();
        part.body = piece;
        previous = seal(part, about.compartment, writing.resident);
    }
    payload.continued = Continuation{*previous, body.size()};
    return seal(payload, about.compartment, writing.resident);
}

EventId SimulatedDevice::writeNewer(std::string_view kind, const StreamId& stream, const MemberId& author,
                                    Instant at, const ResidentId& resident)
{
    const auto body = encodeTextPart({viewOf("bytes of the future"), {}});
    Payload payload;
    payload.kind = kind;
    payload.version = 3;
    payload.stream = stream;
    payload.stamp = Stamp::of(at);
    payload.at = at;
    payload.author = author;
    payload.body = body;
    return seal(payload, Compartment::Clinical, resident);
}

} // namespace chevet::test
