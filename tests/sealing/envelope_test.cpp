// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/aead.h"
#include "sealing/digest.h"
#include "sealing/envelope.h"
#include "sealing/keyring.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"
#include "support/long_run.h"

#include <algorithm>
#include <array>
#include <thread>

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::sealing::testing;

namespace {

EnvelopeHeader headerFor(Keyring& keyring, std::uint64_t count = 1)
{
    EnvelopeHeader header;
    header.count = count;
    header.kid = *keyring.keyFor(Compartment::Team, std::nullopt);
    header.prev.fill(static_cast<std::uint8_t>(count));
    return header;
}

Bytes payloadOf(std::size_t size)
{
    Bytes payload(size);
    for (std::size_t i = 0; i < size; ++i) {
        payload[i] = static_cast<std::uint8_t>(i % 251);
    }
    return payload;
}

} // namespace

TEST_CASE("a payload of any size around a padding step comes back")
{
    auto vault = foundTestVault();
    std::vector<std::size_t> sizes{0, 1, 62, 63, 64, 65, 126, 127, 128, 129, 4095, 4096};
    for (std::size_t size = 190; size <= 194; ++size) {
        sizes.push_back(size);
    }
    for (std::size_t size = largestPayload - 66; size <= largestPayload; ++size) {
        sizes.push_back(size);
    }
    Bytes into;
    for (const auto size : sizes) {
        const auto payload = payloadOf(size);
        const auto envelope = vault.keyring->seal(headerFor(*vault.keyring), payload);
        INFO("payload of " << size);
        REQUIRE(envelope);
        CHECK(envelope->size() == smallestEnvelope + size / paddingStep * paddingStep);
        CHECK(envelope->size() <= largestEnvelope);
        REQUIRE(vault.keyring->open(*envelope, into));
        CHECK(into == payload);
        CHECK(Keyring::verify(*envelope, vault.keyring->publicKeys().signing));
    }
}

TEST_CASE("a payload that does not fit is refused and not cut")
{
    auto vault = foundTestVault();
    const auto envelope = vault.keyring->seal(headerFor(*vault.keyring), payloadOf(largestPayload + 1));
    REQUIRE_FALSE(envelope);
    CHECK(envelope.error().code == ErrorCode::TooLarge);
}

TEST_CASE("a count of zero is never sealed nor read")
{
    auto vault = foundTestVault();
    auto header = headerFor(*vault.keyring);
    header.count = 0;
    CHECK(vault.keyring->seal(header, viewOf("x")).error().code == ErrorCode::BadInput);
    auto envelope = *vault.keyring->seal(headerFor(*vault.keyring), viewOf("x"));
    std::fill_n(envelope.begin() + 34, 8, std::uint8_t{0});
    CHECK(parseEnvelope(envelope).error().code == ErrorCode::NotCanonical);
}

TEST_CASE("the header stands in the envelope byte for byte as the format says")
{
    auto vault = foundTestVault();
    const auto header = headerFor(*vault.keyring, 0x0102030405060708);
    const auto envelope = *vault.keyring->seal(header, viewOf("x"));
    REQUIRE(envelope.size() == 90 + 12 + 64 + 16 + 64);
    const View all(envelope);
    CHECK(envelope[0] == 1);
    CHECK(envelope[1] == 1);
    CHECK(std::ranges::equal(all.subspan(2, 16), vault.keyring->team().bytes));
    CHECK(std::ranges::equal(all.subspan(18, 16), vault.keyring->device().bytes));
    CHECK(toHex(all.subspan(34, 8)) == "0102030405060708");
    CHECK(std::ranges::equal(all.subspan(42, 32), header.prev));
    CHECK(std::ranges::equal(all.subspan(74, 16), header.kid.bytes));

    const auto parts = parseEnvelope(envelope);
    REQUIRE(parts);
    CHECK(parts->header.count == header.count);
    CHECK(parts->header.prev == header.prev);
    CHECK(parts->header.kid == header.kid);
    CHECK(parts->header.team == vault.keyring->team());
    CHECK(parts->header.device == vault.keyring->device());
    CHECK(parts->headerBytes.data() == envelope.data());
    CHECK(parts->nonce.data() == envelope.data() + 90);
    CHECK(parts->ciphertext.data() == envelope.data() + 102);
    CHECK(parts->tag.data() == envelope.data() + 166);
    CHECK(parts->signature.data() == envelope.data() + 182);
}

TEST_CASE("the id of an event is the start of the hash of its whole envelope")
{
    auto vault = foundTestVault();
    const auto envelope = *vault.keyring->seal(headerFor(*vault.keyring), viewOf("x"));
    const auto hash = envelopeHash(envelope);
    CHECK(hash == sha256({envelope}));
    CHECK(std::ranges::equal(eventIdOf(hash).bytes, View(hash).first(16)));
    // Sealed twice the same words are two events: nonce and so the id differ.
    CHECK(envelopeHash(*vault.keyring->seal(headerFor(*vault.keyring), viewOf("x"))) != hash);
}

TEST_CASE("a key is named by the start of its tagged hash")
{
    // SHA-256("kid1" ‖ 32 zeros), worked out with Python's hashlib.
    CHECK(keyIdOf(Bytes(32, 0)).hex() == "c2c0e09d2b8499c1e4629152eeee67c8");
}

TEST_CASE("no nonce is ever used twice")
{
    const auto rounds = static_cast<std::size_t>(test::scaled(1'000'000, 10'000'000));
    Aead aead(systemRandomness());
    const Bytes key(keySize, 1);
    Bytes box(boxOverhead + 1);
    std::vector<std::array<std::uint8_t, nonceSize>> nonces(rounds);
    for (auto& nonce : nonces) {
        REQUIRE(aead.sealInPlace(key, {}, box));
        std::copy_n(box.begin(), nonceSize, nonce.begin());
    }
    std::ranges::sort(nonces);
    CHECK(std::ranges::adjacent_find(nonces) == nonces.end());
}

TEST_CASE("envelopes and local boxes take their nonces from the same place")
{
    auto vault = foundTestVault();
    std::vector<Bytes> nonces;
    for (int i = 0; i < 1000; ++i) {
        const auto envelope = *vault.keyring->seal(headerFor(*vault.keyring), viewOf("x"));
        const auto nonce = parseEnvelope(envelope)->nonce;
        nonces.emplace_back(nonce.begin(), nonce.end());
        const auto box = *vault.keyring->sealLocal(viewOf("draft"), viewOf("x"));
        nonces.emplace_back(box.begin(), box.begin() + nonceSize);
    }
    std::ranges::sort(nonces);
    CHECK(std::ranges::adjacent_find(nonces) == nonces.end());
}

TEST_CASE("hashing and verifying work on several threads at once")
{
    auto vault = foundTestVault();
    const auto envelope = *vault.keyring->seal(headerFor(*vault.keyring), payloadOf(500));
    const auto hash = envelopeHash(envelope);
    const auto signer = vault.keyring->publicKeys().signing;
    std::array<int, 4> good{};
    std::vector<std::thread> threads;
    for (auto& mine : good) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                mine += envelopeHash(envelope) == hash && Keyring::verify(envelope, signer) ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(good == std::array<int, 4>{50, 50, 50, 50});
}
