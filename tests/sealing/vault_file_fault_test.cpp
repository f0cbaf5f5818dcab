// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// vault.cbor in the hands of a bad disk, of an attacker with the disk, of an older and a newer Chevet.
#include "foundation/cbor.h"
#include "sealing/damage.h"
#include "sealing/keyring.h"
#include "sealing/test_unlock.h"
#include "sealing/vault_file.h"
#include "support/catch.h"

#include <algorithm>
#include <sys/resource.h>

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::sealing::testing;

namespace {

ErrorCode unlockCode(View file, const UnlockKey& unlock = testUnlockKey())
{
    const auto outcome = Keyring::unlock(file, unlock);
    return outcome ? ErrorCode::Internal : outcome.error().code;
}

ErrorCode describeCode(View file)
{
    const auto outcome = describeVault(file);
    return outcome ? ErrorCode::Internal : outcome.error().code;
}

/// A file with these parameters, properly sealed: what an attacker makes who knows the passphrase's key.
Bytes fileWith(const ScryptParameters& scrypt, std::vector<Bytes> unknownSlots = {})
{
    Aead aead(systemRandomness());
    const auto founding = testFounding();
    VaultContent content;
    content.description = {vaultVersion, false, founding.team, founding.device, false, scrypt, founding.salt};
    content.unknownSlots = std::move(unknownSlots);
    const Bytes vaultKey(32, 0x41);
    const Bytes deviceSecrets(64, 0x42);
    content.vaultKey = vaultKey;
    content.deviceSecrets = deviceSecrets;
    return *writeVaultFile(aead, content, testUnlockKey());
}

/// The fields of `file`, each key and value as encoded.
std::vector<std::pair<Bytes, Bytes>> fieldsOf(View file)
{
    cbor::Reader reader(file);
    std::vector<std::pair<Bytes, Bytes>> fields(reader.map());
    for (auto& [key, value] : fields) {
        const auto k = reader.encoded();
        const auto v = reader.encoded();
        key.assign(k.begin(), k.end());
        value.assign(v.begin(), v.end());
    }
    REQUIRE(reader.finished());
    return fields;
}

Bytes fileOf(const std::vector<std::pair<Bytes, Bytes>>& fields)
{
    cbor::Writer writer;
    writer.map(fields.size());
    for (const auto& [key, value] : fields) {
        writer.encoded(key).encoded(value);
    }
    return withChecksumMended(writer.take());
}

Bytes unknownSlot()
{
    cbor::Writer writer;
    writer.array(3).unsignedNumber(7).text("a key on a stick").bytes(Bytes(40, 0x77));
    return writer.take();
}

long peakKilobytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

TEST_CASE("a vault describes itself before any key is known")
{
    const auto vault = foundTestVault(3, true);
    const auto description = describeVault(vault.vaultFile);
    REQUIRE(description);
    CHECK(description->formatVersion == 1);
    CHECK(description->team == testFounding(3).team);
    CHECK(description->device == testFounding(3).device);
    CHECK(description->sample);
    CHECK(description->scrypt == ScryptParameters{});
    CHECK(description->salt == testFounding(3).salt);
    CHECK(vault.keyring->isSample());
    CHECK((*Keyring::unlock(vault.vaultFile, testUnlockKey()))->isSample());
    CHECK_FALSE(foundTestVault(3, false).keyring->isSample());
}

TEST_CASE("a wrong passphrase is told from a damaged file")
{
    const auto vault = foundTestVault();
    CHECK(unlockCode(vault.vaultFile, testUnlockKey(2)) == ErrorCode::WrongPassphrase);
    CHECK(unlockCode(withBitFlipped(vault.vaultFile, 900), testUnlockKey(2)) == ErrorCode::VaultDamaged);
    CHECK(unlockCode({}) == ErrorCode::VaultDamaged);
    CHECK(unlockCode(viewOf("not a vault at all, but long enough for a checksum to be looked for")) ==
          ErrorCode::VaultDamaged);
}

TEST_CASE("any flipped bit of vault.cbor is damage")
{
    const auto vault = foundTestVault();
    REQUIRE(Keyring::unlock(vault.vaultFile, testUnlockKey()));
    for (std::size_t bit = 0; bit < vault.vaultFile.size() * 8; ++bit) {
        const auto changed = withBitFlipped(vault.vaultFile, bit);
        INFO("bit " << bit);
        CHECK(unlockCode(changed) == ErrorCode::VaultDamaged);
        CHECK(describeCode(changed) == ErrorCode::VaultDamaged);
    }
}

TEST_CASE("any bit of vault.cbor that was flipped on purpose is refused although its checksum fits")
{
    const Bytes with = fileWith({}, {unknownSlot()});
    REQUIRE(Keyring::unlock(with, testUnlockKey()));
    std::size_t wrongPassphrase = 0;
    for (std::size_t bit = 0; bit < (with.size() - 32) * 8; ++bit) {
        const auto changed = withChecksumMended(withBitFlipped(with, bit));
        INFO("bit " << bit);
        const auto code = unlockCode(changed);
        CHECK(code != ErrorCode::Internal);
        wrongPassphrase += code == ErrorCode::WrongPassphrase ? 1 : 0;
    }
    // Team, device, salt and the slot's box are only known to be changed by the slot's not opening.
    CHECK(wrongPassphrase > (16 + 16 + 16 + 60) * 8 - 64);
}

TEST_CASE("a vault file that was cut anywhere or grew is damaged")
{
    const auto file = foundTestVault().vaultFile;
    for (std::size_t size = 0; size < file.size(); ++size) {
        const auto cut = View(file).first(size);
        INFO("cut to " << size);
        CHECK(unlockCode(cut) == ErrorCode::VaultDamaged);
        if (size >= 32) {
            CHECK(unlockCode(withChecksumMended(Bytes(cut.begin(), cut.end()))) == ErrorCode::VaultDamaged);
        }
    }
    for (const std::size_t more : {std::size_t{1}, std::size_t{32}, largestVaultFile}) {
        auto grown = file;
        grown.resize(file.size() + more);
        CHECK(unlockCode(grown) == ErrorCode::VaultDamaged);
        CHECK(unlockCode(withChecksumMended(grown)) == ErrorCode::VaultDamaged);
    }
}

TEST_CASE("a vault file has one encoding only")
{
    const auto file = foundTestVault().vaultFile;
    auto fields = fieldsOf(file);
    REQUIRE(fileOf(fields) == file);
    REQUIRE(unlockCode(fileOf(fields)) == ErrorCode::Internal); // unlocks

    SECTION("a number in a longer form")
    {
        fields[0].second = Bytes{0x18, 0x01};
    }
    SECTION("a field twice")
    {
        fields.insert(fields.begin() + 1, fields[1]);
    }
    SECTION("fields in another order")
    {
        std::swap(fields[1], fields[2]);
    }
    SECTION("a field more")
    {
        fields.insert(fields.begin() + 6, {Bytes{0x06}, Bytes{0x00}});
    }
    SECTION("a field that is missing")
    {
        fields.erase(fields.begin() + 3);
    }
    SECTION("a field of another type")
    {
        fields[3].second = Bytes{0x00};
    }
    SECTION("a string of indefinite length")
    {
        fields[1].second = joined({Bytes{0x5F, 0x50}, View(fields[1].second).subspan(1), Bytes{0xFF}});
    }
    SECTION("an id of another size")
    {
        fields[1].second = joined({Bytes{0x4F}, View(fields[1].second).subspan(2)});
    }
    SECTION("no slots")
    {
        fields[4].second = Bytes{0x80};
    }
    SECTION("the same slot twice")
    {
        const auto slot = View(fields[4].second).subspan(1);
        fields[4].second = joined({Bytes{0x82}, slot, slot});
    }
    SECTION("a slot that is no array")
    {
        fields[4].second = joined({Bytes{0x82}, View(fields[4].second).subspan(1), Bytes{0x01}});
    }
    SECTION("an empty slot")
    {
        fields[4].second = joined({Bytes{0x82}, View(fields[4].second).subspan(1), Bytes{0x80}});
    }
    SECTION("only slots of unknown types")
    {
        fields[4].second = joined({Bytes{0x81}, unknownSlot()});
    }
    SECTION("too many slots")
    {
        Bytes slots{0x91};
        for (int i = 0; i < 16; ++i) {
            slots = joined({slots, unknownSlot()});
        }
        fields[4].second = joined({slots, View(fields[4].second).subspan(1)});
    }
    CHECK(unlockCode(fileOf(fields)) == ErrorCode::VaultDamaged);
}

TEST_CASE("a newer vault that can not be read says its version")
{
    auto fields = fieldsOf(foundTestVault().vaultFile);
    fields[0].second = Bytes{0x02};
    fields[4].second = Bytes{0xF6}; // whatever the future puts there
    fields.erase(fields.begin() + 2);
    const auto newer = fileOf(fields);
    const auto described = describeVault(newer);
    REQUIRE_FALSE(described);
    CHECK(described.error().code == ErrorCode::VaultNewer);
    CHECK(described.error().number == 2);
    const auto unlocked = Keyring::unlock(newer, testUnlockKey());
    REQUIRE_FALSE(unlocked);
    CHECK(unlocked.error().code == ErrorCode::VaultNewer);
    CHECK(unlocked.error().number == 2);

    fields[0].second = Bytes{0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    CHECK(describeVault(fileOf(fields)).error().code == ErrorCode::VaultNewer);
    CHECK(describeVault(fileOf(fields)).error().number > 0);
    fields[0].second = Bytes{0x00};
    CHECK(describeCode(fileOf(fields)) == ErrorCode::VaultDamaged);
}

TEST_CASE("key derivation parameters outside their bounds are refused before any work is done")
{
    constexpr auto power = [](int bits) { return std::uint64_t{1} << bits; };
    const std::vector<ScryptParameters> bad{
        {0, 8, 1},
        {1, 8, 1},
        {power(14), 8, 1},
        {power(17) - 1, 8, 1},
        {power(17) + 1, 8, 1},
        {power(21), 8, 1},
        {power(40), 8, 1},
        {power(63), 8, 1},
        {power(17), 0, 1},
        {power(17), 7, 1},
        {power(17), 9, 1},
        {power(17), 16, 1},
        {power(17), 8, 0},
        {power(17), 8, 5},
        {power(17), 8, UINT32_MAX},
        {UINT64_MAX, 8, 1},
        {power(17), UINT32_MAX, 1},
    };
    const auto peakBefore = peakKilobytes();
    for (const auto& parameters : bad) {
        INFO("N " << parameters.n << " r " << parameters.r << " p " << parameters.p);
        const auto file = fileWith(parameters);
        CHECK(describeCode(file) == ErrorCode::UnsafeParameters);
        CHECK(unlockCode(file) == ErrorCode::UnsafeParameters);
        const auto derived = UnlockKey::derive(viewOf("passphrase"), Bytes(16, 1), parameters);
        REQUIRE_FALSE(derived);
        CHECK(derived.error().code == ErrorCode::UnsafeParameters);
        auto founding = testFounding();
        founding.scrypt = parameters;
        CHECK(Keyring::found(founding, testUnlockKey()).error().code == ErrorCode::UnsafeParameters);
        const auto vault = foundTestVault();
        CHECK(
            vault.keyring->rewrap(vault.vaultFile, testUnlockKey(2), parameters, Bytes(16, 1)).error().code ==
            ErrorCode::UnsafeParameters);
    }
    // The usual parameters take 128 MiB; the sanitizers keep some of what is freed.
    CHECK(peakKilobytes() - peakBefore < 64 * 1024);
    for (const auto& parameters : {ScryptParameters{power(15), 8, 1}, {power(20), 8, 4}, {}}) {
        CHECK(describeVault(fileWith(parameters))->scrypt == parameters);
    }
    // Numbers that would look good if they were cut to 32 bits.
    auto fields = fieldsOf(fileWith({}));
    auto& slots = fields[4].second;
    const Bytes parameters{0x83, 0x1A, 0x00, 0x02, 0x00, 0x00, 0x08, 0x01};
    const auto at = std::ranges::search(slots, parameters);
    REQUIRE_FALSE(at.empty());
    const auto offset = static_cast<std::size_t>(at.begin() - slots.begin());
    slots = joined({View(slots).first(offset),
                    Bytes{0x83, 0x1A, 0x00, 0x02, 0x00, 0x00, 0x1B, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00,
                          0x08, 0x01},
                    View(slots).subspan(offset + parameters.size())});
    CHECK(describeCode(fileOf(fields)) == ErrorCode::UnsafeParameters);
}

TEST_CASE("a founding without a team a device or a proper salt is refused")
{
    auto founding = testFounding();
    SECTION("salt too short")
    {
        founding.salt.pop_back();
    }
    SECTION("no salt since the generator failed")
    {
        founding.salt.clear();
    }
    SECTION("no team")
    {
        founding.team = {};
    }
    SECTION("no device")
    {
        founding.device = {};
    }
    CHECK(Keyring::found(founding, testUnlockKey()).error().code == ErrorCode::BadInput);
}

TEST_CASE("a new passphrase opens the vault and the old one no longer does")
{
    auto vault = foundTestVault();
    const ScryptParameters stronger{std::uint64_t{1} << 18, 8, 2};
    const Bytes salt(16, 0x33);
    const auto changed = vault.keyring->rewrap(vault.vaultFile, testUnlockKey(2), stronger, salt);
    REQUIRE(changed);
    CHECK(unlockCode(*changed) == ErrorCode::WrongPassphrase);
    const auto reopened = Keyring::unlock(*changed, testUnlockKey(2));
    REQUIRE(reopened);
    CHECK((*reopened)->publicKeys().signing == vault.keyring->publicKeys().signing);
    CHECK((*reopened)->publicKeys().agreement == vault.keyring->publicKeys().agreement);
    CHECK((*reopened)->adopt(vault.keys) == 0);
    const auto box = *vault.keyring->sealLocal(viewOf("draft"), viewOf("words"));
    CHECK(textOf(*(*reopened)->openLocal(viewOf("draft"), box)) == "words");
    const auto description = describeVault(*changed);
    CHECK(description->scrypt == stronger);
    CHECK(description->salt == salt);
    CHECK(description->team == vault.keyring->team());
    // Nothing of the old slot stays behind.
    const auto oldSlot = fieldsOf(vault.vaultFile)[4].second;
    CHECK(std::ranges::search(*changed, View(oldSlot).last(60)).empty());
}

TEST_CASE("slots of a type that this version does not know are kept when the passphrase changes")
{
    const auto file = fileWith({}, {unknownSlot(), unknownSlot()});
    const auto keyring = Keyring::unlock(file, testUnlockKey());
    REQUIRE(keyring);
    const auto changed = (*keyring)->rewrap(file, testUnlockKey(2), {}, Bytes(16, 9));
    REQUIRE(changed);
    const auto read = readVaultFile(*changed);
    REQUIRE(read);
    CHECK(read->unknownSlots == std::vector<Bytes>{unknownSlot(), unknownSlot()});
    CHECK(Keyring::unlock(*changed, testUnlockKey(2)));
    // A slot that somebody slipped in is not: the device's box is bound to all slots.
    auto fields = fieldsOf(file);
    fields[4].second = joined({Bytes{0x84}, View(fields[4].second).subspan(1), unknownSlot()});
    CHECK(unlockCode(fileOf(fields)) == ErrorCode::VaultDamaged);
    CHECK((*keyring)->rewrap(fileOf(fields), testUnlockKey(2), {}, Bytes(16, 9)).error().code ==
          ErrorCode::VaultDamaged);
}

TEST_CASE("only this vault's own file is rewritten for a new passphrase")
{
    const auto vault = foundTestVault(1);
    const auto other = foundTestVault(2);
    CHECK(vault.keyring->rewrap(other.vaultFile, testUnlockKey(2), {}, Bytes(16, 9)).error().code ==
          ErrorCode::VaultDamaged);
    CHECK(vault.keyring->rewrap(vault.vaultFile, testUnlockKey(2), {}, Bytes(15, 9)).error().code ==
          ErrorCode::BadInput);
}

TEST_CASE("the boxes of two vaults with the same passphrase can't be exchanged")
{
    const auto mine = fieldsOf(foundTestVault(1).vaultFile);
    const auto yours = fieldsOf(foundTestVault(2).vaultFile);
    auto mixed = mine;
    mixed[4].second = yours[4].second; // the slots
    CHECK(unlockCode(fileOf(mixed)) == ErrorCode::WrongPassphrase);
    mixed[5].second = yours[5].second; // and the device's keys with them
    CHECK(unlockCode(fileOf(mixed)) == ErrorCode::WrongPassphrase);
    mixed = mine;
    mixed[5].second = yours[5].second;
    CHECK(unlockCode(fileOf(mixed)) == ErrorCode::VaultDamaged);
    mixed = mine;
    mixed[3].second = Bytes{0xF5}; // a sample made out of a real team
    CHECK(unlockCode(fileOf(mixed)) == ErrorCode::WrongPassphrase);
}
