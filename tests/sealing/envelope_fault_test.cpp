// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an attacker, a bad disk or a lying hub can do to an envelope, and that each is refused.
#include "sealing/aead.h"
#include "sealing/damage.h"
#include "sealing/envelope.h"
#include "sealing/envelope_seal.h"
#include "sealing/keyring.h"
#include "sealing/keyring_access.h"
#include "sealing/signature.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::sealing::testing;

namespace {

/// A vault with two residents and an envelope about each.
struct Scene
{
    explicit Scene(std::uint64_t seed = 1) : vault(foundTestVault(seed))
    {
        SeededIds ids(seed + 100);
        first = sealed(1, ids.make<ResidentId>());
        second = sealed(2, ids.make<ResidentId>());
    }

    Bytes sealed(std::uint64_t count, const std::optional<ResidentId>& resident)
    {
        EnvelopeHeader header;
        header.count = count;
        header.prev.fill(static_cast<std::uint8_t>(0x30 + count));
        header.kid = *vault.keyring->keyFor(Compartment::Clinical, resident);
        return *vault.keyring->seal(header, viewOf("pain 8 of 10 at night"));
    }

    Result<void> open(View envelope) const
    {
        Bytes into(7, 0xFF);
        auto opened = vault.keyring->open(envelope, into);
        if (!opened) {
            CHECK(into.empty());
        }
        return opened;
    }

    Result<void> verify(View envelope) const
    {
        return Keyring::verify(envelope, vault.keyring->publicKeys().signing);
    }

    FoundedVault vault;
    Bytes first;
    Bytes second;
};

ErrorCode codeOf(const Result<void>& outcome)
{
    return outcome ? ErrorCode::Internal : outcome.error().code;
}

/// What a device would write that has the key but not our code: any plaintext, any padding, properly sealed
/// and signed.
struct Forger
{
    Aead aead{systemRandomness()};
    Bytes key = Bytes(keySize, 0x11);
    Bytes signing = Bytes(32, 0x22);
    PublicKey signer = *signingPublicKey(signing);

    Bytes envelopeWith(View padded)
    {
        // A header from a real envelope with an empty payload; then everything after it is made anew.
        EnvelopeHeader header;
        header.count = 1;
        auto envelope = *sealEnvelope(aead, key, Signer(signing, signer), header, {});
        envelope.resize(headerSize);
        const auto box = *aead.seal(key, {View(envelope).first(headerSize)}, padded);
        envelope = joined({envelope, box});
        Bytes signature(signatureSize);
        REQUIRE(Signer(signing, signer).sign(joined({viewOf("chevet/event/1"), envelope}), signature));
        return joined({envelope, signature});
    }

    Result<void> open(View envelope)
    {
        const auto parts = parseEnvelope(envelope);
        if (!parts) {
            return failAs(parts);
        }
        return openEnvelope(aead, key, *parts, into);
    }

    Bytes into;
};

} // namespace

TEST_CASE("every single bit of an envelope matters to the signature and all but the signature to the tag")
{
    const Scene scene;
    REQUIRE(scene.open(scene.first));
    REQUIRE(scene.verify(scene.first));
    const auto signatureAt = scene.first.size() - signatureSize;
    std::size_t openedWithWrongSignature = 0;
    for (std::size_t bit = 0; bit < scene.first.size() * 8; ++bit) {
        const auto changed = withBitFlipped(scene.first, bit);
        INFO("bit " << bit);
        CHECK_FALSE(scene.verify(changed));
        if (bit / 8 < signatureAt) {
            CHECK_FALSE(scene.open(changed));
        } else {
            openedWithWrongSignature += scene.open(changed) ? 1 : 0;
        }
    }
    // Opening does not look at the signature, which is checked once, on receipt.
    CHECK(openedWithWrongSignature == signatureSize * 8);
}

TEST_CASE("each kind of damage has its own name")
{
    const Scene scene;
    const auto flipped = [&](std::size_t byte) {
        return codeOf(scene.open(withBitFlipped(scene.first, byte * 8)));
    };
    CHECK(flipped(0) == ErrorCode::NotCanonical); // version 0
    CHECK(flipped(1) == ErrorCode::NotCanonical); // suite 0
    CHECK(codeOf(scene.open(withBitFlipped(scene.first, 1))) == ErrorCode::VaultNewer);
    CHECK(codeOf(scene.open(withBitFlipped(scene.first, 8 + 1))) == ErrorCode::VaultNewer);
    CHECK(flipped(2) == ErrorCode::WrongTeam);
    CHECK(flipped(18) == ErrorCode::NotAuthentic); // device
    CHECK(flipped(40) == ErrorCode::NotAuthentic); // count
    CHECK(flipped(42) == ErrorCode::NotAuthentic); // prev
    CHECK(flipped(74) == ErrorCode::UnknownKey);
    CHECK(flipped(90) == ErrorCode::NotAuthentic);  // nonce
    CHECK(flipped(102) == ErrorCode::NotAuthentic); // ciphertext
    CHECK(flipped(166) == ErrorCode::NotAuthentic); // tag
    CHECK(codeOf(scene.verify(withBitFlipped(scene.first, 182 * 8))) == ErrorCode::NotAuthentic);
}

TEST_CASE("a newer version or suite is named by its number and not taken for damage")
{
    const Scene scene;
    auto newer = scene.first;
    newer[0] = 2;
    CHECK(parseEnvelope(newer).error().code == ErrorCode::VaultNewer);
    CHECK(parseEnvelope(newer).error().number == 2);
    newer[0] = 1;
    newer[1] = 9;
    CHECK(parseEnvelope(newer).error().code == ErrorCode::VaultNewer);
    CHECK(parseEnvelope(newer).error().number == 9);
    // Its sizes may be others: the version speaks first.
    CHECK(parseEnvelope(Bytes{2, 1, 0}).error().code == ErrorCode::VaultNewer);
    newer[1] = 0;
    CHECK(parseEnvelope(newer).error().code == ErrorCode::NotCanonical);
}

TEST_CASE("an envelope that was cut anywhere or grew is refused")
{
    const Scene scene;
    for (std::size_t size = 0; size < scene.first.size(); ++size) {
        INFO("cut to " << size);
        CHECK_FALSE(scene.open(View(scene.first).first(size)));
        CHECK_FALSE(scene.verify(View(scene.first).first(size)));
    }
    auto longer = scene.first;
    for (int i = 1; i <= 200; ++i) {
        longer.push_back(0);
        INFO("grown by " << i);
        CHECK_FALSE(scene.open(longer));
        CHECK_FALSE(scene.verify(longer));
    }
    longer.resize(largestEnvelope + 1);
    CHECK(parseEnvelope(longer).error().code == ErrorCode::TooLarge);
}

TEST_CASE("a header field taken from another envelope is refused")
{
    const Scene scene;
    struct Field
    {
        const char* name;
        std::size_t at;
        std::size_t size;
    };
    // Both are of one device, so team and device are exchanged in the next test.
    for (const auto& field :
         {Field{"count", 34, 8}, Field{"prev", 42, 32}, Field{"kid", 74, 16}, Field{"all", 0, 90},
          Field{"nonce", 90, 12}, Field{"ciphertext", 102, 64}, Field{"tag", 166, 16}}) {
        auto mixed = scene.first;
        std::copy_n(scene.second.begin() + static_cast<std::ptrdiff_t>(field.at), field.size,
                    mixed.begin() + static_cast<std::ptrdiff_t>(field.at));
        INFO(field.name);
        REQUIRE(mixed != scene.first);
        CHECK(codeOf(scene.open(mixed)) == ErrorCode::NotAuthentic);
        CHECK(codeOf(scene.verify(mixed)) == ErrorCode::NotAuthentic);
    }
}

TEST_CASE("an envelope does not come from another team nor for another compartment's key")
{
    const Scene scene;
    const Scene otherTeam(2);
    CHECK(codeOf(scene.open(otherTeam.first)) == ErrorCode::WrongTeam);
    auto disguised = otherTeam.first;
    std::copy_n(scene.first.begin() + 2, 16, disguised.begin() + 2);
    CHECK(codeOf(scene.open(disguised)) == ErrorCode::UnknownKey);
    std::copy_n(scene.first.begin() + 74, 16, disguised.begin() + 74);
    CHECK(codeOf(scene.open(disguised)) == ErrorCode::NotAuthentic);
}

TEST_CASE("a colleague's device can't present a record as its own under another device count or team")
{
    // The other device may sign what it likes, but it can't make the tag fit a header that was not sealed.
    const Scene scene;
    const Bytes otherPrivate(32, 0x66);
    const auto other = *signingPublicKey(otherPrivate);
    const auto resigned = [&](std::size_t at) {
        auto replay = withBitFlipped(scene.first, at * 8);
        replay.resize(replay.size() - signatureSize);
        Bytes signature(signatureSize);
        REQUIRE(Signer(otherPrivate, other).sign(joined({viewOf("chevet/event/1"), replay}), signature));
        return joined({replay, signature});
    };
    for (const std::size_t at : {std::size_t{18}, std::size_t{40}, std::size_t{42}}) {
        const auto replay = resigned(at);
        INFO("byte " << at);
        CHECK(Keyring::verify(replay, other));
        CHECK_FALSE(scene.verify(replay));
        CHECK(codeOf(scene.open(replay)) == ErrorCode::NotAuthentic);
    }
    const auto otherTeam = resigned(2);
    CHECK(Keyring::verify(otherTeam, other));
    CHECK(codeOf(scene.open(otherTeam)) == ErrorCode::WrongTeam);
}

TEST_CASE("a signature by another device or over another prefix is refused")
{
    const Scene scene;
    const Scene other(2);
    CHECK_FALSE(Keyring::verify(scene.first, other.vault.keyring->publicKeys().signing));
    CHECK_FALSE(Keyring::verify(scene.first, std::array<std::uint8_t, 32>{}));

    Forger forger;
    EnvelopeHeader header;
    header.count = 1;
    auto envelope =
        *sealEnvelope(forger.aead, forger.key, Signer(forger.signing, forger.signer), header, viewOf("x"));
    REQUIRE(Keyring::verify(envelope, forger.signer));
    const auto body = View(envelope).first(envelope.size() - signatureSize);
    for (const auto prefix : {"", "chevet/grant/1", "chevet/event/2"}) {
        Bytes signature(signatureSize);
        REQUIRE(Signer(forger.signing, forger.signer).sign(joined({viewOf(prefix), body}), signature));
        INFO("prefix " << prefix);
        CHECK_FALSE(Keyring::verify(joined({body, signature}), forger.signer));
    }
}

TEST_CASE("a shortened tag is refused whatever its length")
{
    const Scene scene;
    const View envelope(scene.first);
    const auto tagAt = envelope.size() - signatureSize - tagSize;
    const auto box = *scene.vault.keyring->sealLocal(viewOf("draft"), viewOf("words"));
    REQUIRE(scene.vault.keyring->openLocal(viewOf("draft"), box));
    for (std::size_t kept = 0; kept < tagSize; ++kept) {
        const auto shortened = joined({envelope.first(tagAt + kept), envelope.last(signatureSize)});
        INFO("tag of " << kept);
        CHECK_FALSE(scene.open(shortened));
        CHECK_FALSE(
            scene.vault.keyring->openLocal(viewOf("draft"), View(box).first(box.size() - tagSize + kept)));
    }
    // Also with the bytes that are missing taken from the ciphertext, so that the size is one that exists.
    Forger forger;
    Bytes padded(128, 0);
    padded[64] = 0x80;
    const auto two = forger.envelopeWith(padded);
    const auto oneStepShort =
        joined({View(two).first(two.size() - signatureSize - 64), View(two).last(signatureSize)});
    REQUIRE(parseEnvelope(oneStepShort));
    CHECK(codeOf(forger.open(oneStepShort)) == ErrorCode::NotAuthentic);
}

TEST_CASE("padding has one form only")
{
    Forger forger;
    const auto paddedWith = [](std::size_t size, std::size_t mark, std::size_t stray = 0) {
        Bytes padded(size, 0);
        std::fill_n(padded.begin(), std::min(mark, size), std::uint8_t{'p'});
        if (mark < size) {
            padded[mark] = 0x80;
        }
        if (stray != 0) {
            padded[stray] = 0x01;
        }
        return padded;
    };
    // All the good ones first.
    for (std::size_t mark = 0; mark < 64; ++mark) {
        REQUIRE(forger.open(forger.envelopeWith(paddedWith(64, mark))));
        CHECK(forger.into == Bytes(mark, 'p'));
        REQUIRE(forger.open(forger.envelopeWith(paddedWith(192, 128 + mark))));
    }
    // A whole step more than needed, for every place of the mark.
    for (std::size_t mark = 0; mark < 64; ++mark) {
        CHECK(codeOf(forger.open(forger.envelopeWith(paddedWith(128, mark)))) == ErrorCode::NotCanonical);
        CHECK(forger.into.empty());
    }
    // Anything but zeros after the mark.
    for (std::size_t stray = 11; stray < 64; ++stray) {
        CHECK(codeOf(forger.open(forger.envelopeWith(paddedWith(64, 10, stray)))) == ErrorCode::NotCanonical);
    }
    // No mark at all: nothing but payload, nothing but zeros.
    CHECK(codeOf(forger.open(forger.envelopeWith(paddedWith(64, 64)))) == ErrorCode::NotCanonical);
    CHECK(codeOf(forger.open(forger.envelopeWith(Bytes(64, 0)))) == ErrorCode::NotCanonical);
    // A payload may end in the mark's own byte or in zeros.
    Bytes payload{0x80, 0x00, 0x80, 0x00};
    auto padded = payload;
    padded.push_back(0x80);
    padded.resize(64);
    REQUIRE(forger.open(forger.envelopeWith(padded)));
    CHECK(forger.into == payload);
}

TEST_CASE("no plaintext is left behind when a tag does not fit")
{
    Aead aead(systemRandomness());
    const Bytes key(keySize, 3);
    auto box = *aead.seal(key, {}, viewOf("words that must not leak out before their tag is checked"));
    Bytes plain(box.size() - boxOverhead, 0xAA);
    REQUIRE(aead.open(key, {}, box, plain));
    box.back() = static_cast<std::uint8_t>(box.back() ^ 1);
    plain.assign(plain.size(), 0xAA);
    CHECK_FALSE(aead.open(key, {}, box, plain));
    CHECK(plain == Bytes(plain.size(), 0));
}

TEST_CASE("a key of the wrong size is never used")
{
    Aead aead(systemRandomness());
    for (const std::size_t size : {0u, 16u, 31u, 33u}) {
        CHECK_FALSE(aead.seal(Bytes(size, 1), {}, viewOf("x")));
    }
    CHECK_FALSE(aead.sealSingleUse(Bytes(32, 1), Bytes(11, 0), {}, viewOf("x")));
    CHECK_FALSE(aead.sealSingleUse(Bytes(32, 1), Bytes(16, 0), {}, viewOf("x")));
    Bytes plain(4);
    CHECK_FALSE(aead.open(Bytes(32, 1), {}, Bytes(boxOverhead - 1), plain));
    CHECK_FALSE(aead.open(Bytes(32, 1), {}, Bytes(boxOverhead + 5), plain));
}

TEST_CASE("an event that is sealed with a key that is not held is refused by name")
{
    const Scene scene;
    EnvelopeHeader header;
    header.count = 1;
    header.kid.bytes.fill(9);
    CHECK(scene.vault.keyring->seal(header, viewOf("x")).error().code == ErrorCode::UnknownKey);
}

TEST_CASE("a local box does not open under another context nor in another vault")
{
    const Scene scene;
    const Scene other(2);
    const auto& keyring = *scene.vault.keyring;
    const auto box = *keyring.sealLocal(viewOf("draft 1"), viewOf("words"));
    CHECK(textOf(*keyring.openLocal(viewOf("draft 1"), box)) == "words");
    CHECK(keyring.openLocal(viewOf("draft 2"), box).error().code == ErrorCode::NotAuthentic);
    CHECK(keyring.openLocal(viewOf("draft "), box).error().code == ErrorCode::NotAuthentic);
    CHECK(keyring.openLocal({}, box).error().code == ErrorCode::NotAuthentic);
    CHECK(other.vault.keyring->openLocal(viewOf("draft 1"), box).error().code == ErrorCode::NotAuthentic);
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        CHECK_FALSE(keyring.openLocal(viewOf("draft 1"), withBitFlipped(box, bit)));
    }
    CHECK(keyring.openLocal(viewOf("draft 1"), View(box).first(27)).error().code == ErrorCode::Truncated);
    const auto empty = *keyring.sealLocal(viewOf("draft 1"), {});
    CHECK(keyring.openLocal(viewOf("draft 1"), empty)->empty());
}

TEST_CASE("a generator that fails at any call stops whatever needed it")
{
    FailingRandomness never(1'000'000);
    REQUIRE(KeyringAccess::found(testFounding(), testUnlockKey(), never));
    const int calls = never.calls();
    REQUIRE(calls >= 9); // vault key, device keys, a key and an ephemeral one for each grant, two boxes
    for (int failAt = 1; failAt <= calls; ++failAt) {
        FailingRandomness failing(failAt);
        const auto founded = KeyringAccess::found(testFounding(), testUnlockKey(), failing);
        INFO("call " << failAt);
        REQUIRE_FALSE(founded);
        CHECK(founded.error().code == ErrorCode::RandomFailed);
    }
    SeededIds ids(5);
    const auto resident = ids.make<ResidentId>();
    for (int more = 1; more <= 2; ++more) { // the data key, then the nonce of its box
        FailingRandomness failing(calls + more);
        auto founded = KeyringAccess::found(testFounding(), testUnlockKey(), failing);
        REQUIRE(founded);
        const auto key = founded->keyring->keyFor(Compartment::Clinical, resident);
        REQUIRE_FALSE(key);
        CHECK(key.error().code == ErrorCode::RandomFailed);
        CHECK(founded->keyring->takeNewKeys().empty());
    }
    FailingRandomness failing(calls + 1);
    auto founded = KeyringAccess::found(testFounding(), testUnlockKey(), failing);
    REQUIRE(founded);
    EnvelopeHeader header;
    header.count = 1;
    header.kid = *founded->keyring->keyFor(Compartment::Team, std::nullopt);
    CHECK(founded->keyring->seal(header, viewOf("x")).error().code == ErrorCode::RandomFailed);
    CHECK(founded->keyring->sealLocal(viewOf("x"), viewOf("x")).error().code == ErrorCode::RandomFailed);
    CHECK(founded->keyring->rewrap(founded->vaultFile, testUnlockKey(2), {}, Bytes(16, 1)).error().code ==
          ErrorCode::RandomFailed);
}
