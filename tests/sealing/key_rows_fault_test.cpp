// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key table in the hands of a bad disk or a lying hub: rows that were changed, moved, made up, or held
// back.
#include "sealing/damage.h"
#include "sealing/hpke.h"
#include "sealing/key_wrap.h"
#include "sealing/keyring.h"
#include "sealing/keyring_access.h"
#include "sealing/signature.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"

#include <algorithm>
#include <array>

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::sealing::testing;

namespace {

ResidentId residentNumber(std::uint64_t number)
{
    SeededIds ids(1000 + number);
    return ids.make<ResidentId>();
}

/// A founded vault whose secrets the test knows, so that it can do what another device of the team could.
struct Team
{
    Team()
    {
        vault = std::move(*KeyringAccess::found(testFounding(), testUnlockKey(), randomness));
        const auto device = std::ranges::find(randomness.secrets, std::size_t{64}, &Bytes::size);
        signing.assign(device->begin(), device->begin() + 32);
    }

    std::unique_ptr<Keyring> unlocked() const
    {
        return std::move(*Keyring::unlock(vault.vaultFile, testUnlockKey()));
    }

    /// Unlocked, with the compartments' keys.
    std::unique_ptr<Keyring> ready() const
    {
        auto keyring = unlocked();
        REQUIRE(keyring->adopt(vault.keys) == 0);
        return keyring;
    }

    WrappedKey newDataKey(Compartment compartment, const ResidentId& resident)
    {
        REQUIRE(vault.keyring->keyFor(compartment, resident));
        return vault.keyring->takeNewKeys().at(0);
    }

    Result<void> grant(WrappedKey& row, View key, View signer, const DeviceId& grantee,
                       const PublicKey& agreement)
    {
        return sealGrant(aead, systemRandomness(),
                         {vault.keyring->team(), vault.keyring->device(), signer, *signingPublicKey(signer)},
                         {grantee, agreement}, key, row);
    }

    RecordingRandomness randomness;
    Aead aead{systemRandomness()};
    FoundedVault vault;
    Bytes signing;
};

/// Adopts one row and looks at it; how many were left out or dropped.
std::size_t refusedOf(Keyring& keyring, const WrappedKey& row)
{
    return keyring.adopt(std::span(&row, 1)) + keyring.checkKeys();
}

std::vector<WrappedKey> allOneBitChanges(const WrappedKey& row)
{
    std::vector<WrappedKey> changed;
    for (std::size_t bit = 0; bit < row.box.size() * 8; ++bit) {
        changed.push_back(row);
        changed.back().box = withBitFlipped(row.box, bit);
    }
    for (std::size_t bit = 0; bit < 128; ++bit) {
        changed.push_back(row);
        changed.back().kid = *KeyId::fromBytes(withBitFlipped(row.kid.view(), bit));
        if (row.resident) {
            changed.push_back(row);
            changed.back().resident = ResidentId::fromBytes(withBitFlipped(row.resident->view(), bit));
        }
    }
    for (unsigned bit = 0; bit < 32; ++bit) {
        changed.push_back(row);
        changed.back().epoch ^= 1u << bit;
    }
    for (unsigned bit = 0; bit < 8; ++bit) {
        changed.push_back(row);
        changed.back().compartment =
            static_cast<Compartment>(static_cast<unsigned>(row.compartment) ^ (1u << bit));
    }
    return changed;
}

} // namespace

TEST_CASE("any flipped bit of a grant leaves it out")
{
    const Team team;
    const auto& row = team.vault.keys.at(2);
    auto keyring = team.unlocked();
    for (const auto& changed : allOneBitChanges(row)) {
        CHECK(refusedOf(*keyring, changed) == 1);
        CHECK_FALSE(keyring->holds(changed.kid));
    }
    CHECK(refusedOf(*keyring, row) == 0);
    CHECK(keyring->holds(row.kid));
    CHECK(keyring->compartmentOf(row.kid) == row.compartment);
}

TEST_CASE("any flipped bit of a wrapped data key leaves it out")
{
    Team team;
    const auto resident = residentNumber(1);
    const auto row = team.newDataKey(Compartment::Clinical, resident);
    auto keyring = team.ready();
    for (const auto& changed : allOneBitChanges(row)) {
        CHECK(refusedOf(*keyring, changed) == 1);
        CHECK_FALSE(keyring->holds(changed.kid));
    }
    CHECK(refusedOf(*keyring, row) == 0);
    CHECK(keyring->holds(row.kid));
    CHECK(keyring->keyFor(Compartment::Clinical, resident) == row.kid);
    CHECK(keyring->takeNewKeys().empty());
}

TEST_CASE("boxes of any other size are left out")
{
    Team team;
    const auto data = team.newDataKey(Compartment::Clinical, residentNumber(1));
    auto keyring = team.ready();
    for (const auto& row : {data, team.vault.keys.at(0)}) {
        for (std::size_t size = 0; size < row.box.size() + 20; ++size) {
            auto changed = row;
            changed.kid.bytes[0] ^= 1; // else it is known already
            changed.box.resize(size);
            CHECK(refusedOf(*keyring, changed) == 1);
        }
    }
}

TEST_CASE("a row moved to another resident or compartment does not open there")
{
    Team team;
    const auto row = team.newDataKey(Compartment::Clinical, residentNumber(1));
    auto keyring = team.ready();
    auto moved = row;
    moved.resident = residentNumber(2);
    CHECK(refusedOf(*keyring, moved) == 1);
    moved = row;
    moved.compartment = Compartment::Coordination;
    CHECK(refusedOf(*keyring, moved) == 1);
    moved = row;
    moved.resident.reset(); // a data key dressed up as a compartment's key
    CHECK(refusedOf(*keyring, moved) == 1);
    auto grant = team.vault.keys.at(2);
    grant.resident = residentNumber(1);
    CHECK(refusedOf(*keyring, grant) == 1);
}

TEST_CASE("a damaged data key is not used but replaced and a good copy of it is taken up later")
{
    Team team;
    const auto resident = residentNumber(1);
    const auto row = team.newDataKey(Compartment::Clinical, resident);
    EnvelopeHeader header;
    header.count = 1;
    header.kid = row.kid;
    const auto envelope = *team.vault.keyring->seal(header, viewOf("words"));

    auto damaged = row;
    damaged.box = withBitFlipped(row.box, 200);
    auto keyring = team.ready();
    CHECK(keyring->adopt(std::span(&damaged, 1)) == 0); // looked into at first use only
    Bytes into;
    CHECK(keyring->open(envelope, into).error().code == ErrorCode::UnknownKey);
    CHECK_FALSE(keyring->holds(row.kid));

    CHECK(keyring->adopt(std::span(&damaged, 1)) == 0);
    CHECK(keyring->adopt(std::span(&row, 1)) == 0);
    CHECK(keyring->open(envelope, into));
    CHECK(keyring->adopt(std::span(&damaged, 1)) == 0); // the good one stays
    CHECK(keyring->open(envelope, into));

    auto another = team.ready();
    CHECK(another->adopt(std::span(&damaged, 1)) == 0);
    const auto fresh = another->keyFor(Compartment::Clinical, resident);
    REQUIRE(fresh);
    CHECK_FALSE(*fresh == row.kid);
    CHECK(another->takeNewKeys().size() == 1);
}

TEST_CASE("grants are accepted from this team and this device only")
{
    Team team;
    const Bytes key(32, 0x0C);
    const auto& own = team.vault.keyring->publicKeys();
    const Bytes strangerSigning(32, 0x51);
    WrappedKey row;
    row.compartment = Compartment::Psychosocial;
    row.epoch = 9;
    auto keyring = team.ready();

    SECTION("by the device itself")
    {
        REQUIRE(team.grant(row, key, team.signing, team.vault.keyring->device(), own.agreement));
        CHECK(refusedOf(*keyring, row) == 0);
        CHECK(keyring->keyFor(Compartment::Psychosocial, std::nullopt) == row.kid);
    }
    SECTION("made up by a hub that signs with a key of its own")
    {
        REQUIRE(team.grant(row, key, strangerSigning, team.vault.keyring->device(), own.agreement));
        CHECK(refusedOf(*keyring, row) == 1);
    }
    SECTION("by a device that the roster does not know")
    {
        DeviceId stranger;
        stranger.bytes.fill(0x99);
        REQUIRE(sealGrant(
            team.aead, systemRandomness(),
            {team.vault.keyring->team(), stranger, strangerSigning, *signingPublicKey(strangerSigning)},
            {team.vault.keyring->device(), own.agreement}, key, row));
        CHECK(refusedOf(*keyring, row) == 1);
    }
    SECTION("meant for another device")
    {
        DeviceId colleague;
        colleague.bytes.fill(0x77);
        REQUIRE(team.grant(row, key, team.signing, colleague, own.agreement));
        CHECK(refusedOf(*keyring, row) == 1);
    }
    SECTION("sealed to a public key that the hub swapped in")
    {
        REQUIRE(team.grant(row, key, team.signing, team.vault.keyring->device(),
                           *agreementPublicKey(Bytes(32, 0x13))));
        CHECK(refusedOf(*keyring, row) == 1);
    }
    SECTION("from another team")
    {
        const auto other = foundTestVault(2);
        CHECK(refusedOf(*keyring, other.keys.at(3)) == 1);
    }
}

TEST_CASE("an old grant that is served again does not turn a new key out")
{
    Team team;
    const auto old = team.vault.keys.at(2);
    REQUIRE(old.compartment == Compartment::Clinical);
    WrappedKey next;
    next.compartment = Compartment::Clinical;
    next.epoch = old.epoch + 1;
    REQUIRE(team.grant(next, Bytes(32, 0x0D), team.signing, team.vault.keyring->device(),
                       team.vault.keyring->publicKeys().agreement));
    const auto resident = residentNumber(1);
    const auto oldData = team.newDataKey(Compartment::Clinical, resident);

    auto keyring = team.ready();
    CHECK(keyring->adopt(std::vector{oldData, next, old}) == 0);
    CHECK(keyring->keyFor(Compartment::Clinical, std::nullopt) == next.kid);
    // The resident's data key follows at the next write; the old one still opens what it sealed.
    const auto fresh = keyring->keyFor(Compartment::Clinical, resident);
    REQUIRE(fresh);
    CHECK_FALSE(*fresh == oldData.kid);
    const auto rows = keyring->takeNewKeys();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].epoch == next.epoch);
    CHECK(keyring->holds(oldData.kid));
    CHECK(keyring->keyFor(Compartment::Clinical, resident) == *fresh);
    CHECK(keyring->takeNewKeys().empty());
}

TEST_CASE("data keys may stand before their grants in one call and are left out without them")
{
    Team team;
    std::vector<WrappedKey> rows{team.newDataKey(Compartment::Clinical, residentNumber(1)),
                                 team.newDataKey(Compartment::Psychosocial, residentNumber(1))};
    CHECK(team.unlocked()->adopt(rows) == 2);
    rows.push_back(team.vault.keys.at(2)); // clinical only
    auto keyring = team.unlocked();
    CHECK(keyring->adopt(rows) == 1);
    CHECK(keyring->holds(rows[0].kid));
    CHECK_FALSE(keyring->holds(rows[1].kid));
    CHECK(keyring->keyFor(Compartment::Psychosocial, residentNumber(1)).error().code ==
          ErrorCode::UnknownKey);
    CHECK(keyring->keyFor(static_cast<Compartment>(0), std::nullopt).error().code == ErrorCode::UnknownKey);
    CHECK(keyring->keyFor(static_cast<Compartment>(6), std::nullopt).error().code == ErrorCode::UnknownKey);
}

TEST_CASE("each resident and compartment has a key of its own that stays the same")
{
    auto vault = foundTestVault();
    std::vector<KeyId> seen;
    for (const auto compartment : allCompartments) {
        seen.push_back(*vault.keyring->keyFor(compartment, std::nullopt));
        for (std::uint64_t number = 1; number <= 3; ++number) {
            const auto kid = *vault.keyring->keyFor(compartment, residentNumber(number));
            CHECK(vault.keyring->keyFor(compartment, residentNumber(number)) == kid);
            CHECK(vault.keyring->compartmentOf(kid) == compartment);
            seen.push_back(kid);
        }
    }
    CHECK(vault.keyring->takeNewKeys().size() == 15);
    std::ranges::sort(seen);
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
    CHECK_FALSE(vault.keyring->compartmentOf(KeyId{}));
}

TEST_CASE("a resident who was forgotten can't be read again and the others can")
{
    auto vault = foundTestVault();
    auto& keyring = *vault.keyring;
    const auto sealedAbout = [&](const ResidentId& resident, Compartment compartment) {
        EnvelopeHeader header;
        header.count = 1;
        header.kid = *keyring.keyFor(compartment, resident);
        return *keyring.seal(header, viewOf("words"));
    };
    const auto goneClinical = sealedAbout(residentNumber(1), Compartment::Clinical);
    const auto goneTeam = sealedAbout(residentNumber(1), Compartment::Coordination);
    const auto stays = sealedAbout(residentNumber(2), Compartment::Clinical);
    const auto oldKid = *keyring.keyFor(Compartment::Clinical, residentNumber(1));

    keyring.forget(residentNumber(1));
    Bytes into;
    CHECK(keyring.open(goneClinical, into).error().code == ErrorCode::UnknownKey);
    CHECK(keyring.open(goneTeam, into).error().code == ErrorCode::UnknownKey);
    CHECK(keyring.open(stays, into));
    CHECK_FALSE(keyring.holds(oldKid));
    // Rows that had not been stored yet must not bring the key back.
    CHECK(keyring.takeNewKeys().size() == 1);
    CHECK_FALSE(*keyring.keyFor(Compartment::Clinical, residentNumber(1)) == oldKid);
    keyring.forget(residentNumber(42)); // nobody
    CHECK(keyring.open(stays, into));
}

TEST_CASE("tens of thousands of rows are held and found")
{
    Team team;
    std::vector<WrappedKey> rows;
    for (std::uint64_t number = 0; number < 20'000; ++number) {
        REQUIRE(team.vault.keyring->keyFor(Compartment::Clinical, residentNumber(number)));
    }
    rows = team.vault.keyring->takeNewKeys();
    rows[7].box[20] ^= 1;
    rows[19'000].box[20] ^= 1;
    auto keyring = team.ready();
    CHECK(keyring->adopt(rows) == 0);
    CHECK(keyring->holds(rows[7].kid));
    CHECK(keyring->checkKeys() == 2);
    CHECK(keyring->checkKeys() == 0);
    CHECK_FALSE(keyring->holds(rows[7].kid));
    CHECK(keyring->keyFor(Compartment::Clinical, residentNumber(8)) == rows[8].kid);
}

TEST_CASE("no secret stands in clear in anything that is written")
{
    Team team;
    auto& keyring = *team.vault.keyring;
    std::vector<Bytes> written{team.vault.vaultFile};
    for (const auto compartment : allCompartments) {
        EnvelopeHeader header;
        header.count = 1;
        header.kid = *keyring.keyFor(compartment, residentNumber(1));
        written.push_back(*keyring.seal(header, viewOf("ZZCANARY")));
    }
    written.push_back(*keyring.sealLocal(viewOf("draft"), viewOf("ZZCANARY")));
    written.push_back(*keyring.rewrap(team.vault.vaultFile, testUnlockKey(2), {}, Bytes(16, 2)));
    for (const auto& row : keyring.takeNewKeys()) {
        written.push_back(row.box);
    }
    for (const auto& row : team.vault.keys) {
        written.push_back(row.box);
    }
    // Vault key, both private keys, five compartments' keys with an ephemeral one each, five data keys.
    REQUIRE(team.randomness.secrets.size() == 2 + 10 + 5);
    auto needles = team.randomness.secrets;
    needles.emplace_back(team.signing);
    needles.push_back(joined({viewOf("ZZCANARY")}));
    const auto unlock = testUnlockKey();
    needles.emplace_back(unlock.view().begin(), unlock.view().end());
    for (const auto& bytes : written) {
        for (const auto& needle : needles) {
            CHECK(std::ranges::search(bytes, needle).empty());
            // Half a key would be bad enough.
            CHECK(std::ranges::search(bytes, View(needle).first(needle.size() / 2)).empty());
        }
    }
}

TEST_CASE("agreement with a point of low order is refused")
{
    // The points of order 1, 2, 4 and 8 on the curve and its twist, with their forms that are not reduced
    // (cr.yp.to/ecdh.html, "How do I validate Curve25519 public keys?").
    const std::array points{
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    };
    Aead aead(systemRandomness());
    const Bytes own(32, 0x21);
    const auto ownPublic = *agreementPublicKey(own);
    REQUIRE(agree(own, *agreementPublicKey(Bytes(32, 0x22))));
    for (const auto* text : points) {
        INFO(text);
        const auto point = *fromHex(text);
        const auto agreed = agree(own, point);
        REQUIRE_FALSE(agreed);
        CHECK(agreed.error().code == ErrorCode::NotAuthentic);
        PublicKey recipient{};
        std::ranges::copy(point, recipient.begin());
        CHECK_FALSE(hpkeSeal(aead, systemRandomness(), recipient, {viewOf("i"), viewOf("a")}, Bytes(32, 1)));
        CHECK_FALSE(
            hpkeOpen(aead, own, ownPublic, {viewOf("i"), viewOf("a")}, joined({point, Bytes(48, 7)})));
    }
    CHECK_FALSE(agree(own, Bytes(31, 9)));
    CHECK_FALSE(agree(own, Bytes(33, 9)));
}

TEST_CASE("any flipped bit of an HPKE box or of what it is bound to is refused")
{
    Aead aead(systemRandomness());
    const Bytes own(32, 0x21);
    const auto ownPublic = *agreementPublicKey(own);
    const HpkeContext context{viewOf("info"), viewOf("associated")};
    const auto box = *hpkeSeal(aead, systemRandomness(), ownPublic, context, Bytes(32, 0x44));
    REQUIRE(box.size() == hpkeOverhead + 32);
    REQUIRE(hpkeOpen(aead, own, ownPublic, context, box));
    std::size_t opened = 0;
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        opened += hpkeOpen(aead, own, ownPublic, context, withBitFlipped(box, bit)) ? 1 : 0;
    }
    CHECK(opened == 0);
    for (std::size_t size = 0; size < box.size(); ++size) {
        CHECK_FALSE(hpkeOpen(aead, own, ownPublic, context, View(box).first(size)));
    }
    CHECK_FALSE(hpkeOpen(aead, own, ownPublic, {viewOf("infO"), viewOf("associated")}, box));
    CHECK_FALSE(hpkeOpen(aead, own, ownPublic, {viewOf("info"), viewOf("associateD")}, box));
    CHECK_FALSE(hpkeOpen(aead, Bytes(32, 0x23), ownPublic, context, box));
}
