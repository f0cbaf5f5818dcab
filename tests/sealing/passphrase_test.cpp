// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way from a passphrase to a key. Three of these tests go through scrypt at the cost of a new vault; the
// others use the lowest that is allowed.
#include "sealing/keyring.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::sealing::testing;

namespace {

constexpr ScryptParameters lowest{std::uint64_t{1} << 15, 8, 1};
const Bytes salt(16, 0x5A);

std::string keyOf(std::string_view passphrase, View withSalt = salt)
{
    const auto key = UnlockKey::derive(viewOf(passphrase), withSalt, lowest);
    return key ? toHex(key->view()) : std::string(errorName(key.error().code));
}

ErrorCode codeOf(const Result<std::unique_ptr<Keyring>>& outcome)
{
    return outcome ? ErrorCode::Internal : outcome.error().code;
}

} // namespace

TEST_CASE("a vault opens with its passphrase at the cost of a new vault and with no other")
{
    auto founding = testFounding();
    founding.salt = Keyring::newSalt();
    REQUIRE(founding.salt.size() == 16);
    const std::string_view passphrase = "sept mots simples pour ouvrir ce coffre";
    const auto vault =
        Keyring::found(founding, *UnlockKey::derive(viewOf(passphrase), founding.salt, founding.scrypt));
    REQUIRE(vault);
    // As after a restart: all that is known is the file.
    const auto description = describeVault(vault->vaultFile);
    REQUIRE(description);
    const auto again = UnlockKey::derive(viewOf(passphrase), description->salt, description->scrypt);
    REQUIRE(again);
    CHECK(Keyring::unlock(vault->vaultFile, *again));
    const auto wrong = UnlockKey::derive(viewOf("sept mots simples pour ouvrir ce coffrE"), description->salt,
                                         description->scrypt);
    REQUIRE(wrong);
    CHECK(codeOf(Keyring::unlock(vault->vaultFile, *wrong)) == ErrorCode::WrongPassphrase);
}

TEST_CASE("the key that a passphrase gives at the cost of a new vault never changes")
{
    // Python: hashlib.scrypt(b"correct horse battery staple", salt=bytes(range(16)), n=2**17, r=8, p=1,
    // dklen=32, maxmem=2**28), then HKDF by hmac with an empty salt and the label "chevet/unlock/1".
    Bytes countingSalt(16);
    for (std::size_t i = 0; i < countingSalt.size(); ++i) {
        countingSalt[i] = static_cast<std::uint8_t>(i);
    }
    const auto key = UnlockKey::derive(viewOf("correct horse battery staple"), countingSalt, {});
    REQUIRE(key);
    CHECK(toHex(key->view()) == "adac8b878c27ba918c0e57d994ce4028e0c2e8505bfa1e4607453e698ed0a03a");
}

TEST_CASE("a passphrase is changed at the cost of a new vault")
{
    const auto founded = foundWithPassphrase("l'ancienne phrase");
    const auto newSalt = Keyring::newSalt();
    const auto unlock = UnlockKey::derive(viewOf("la nouvelle phrase"), newSalt, {});
    REQUIRE(unlock);
    const auto changed = founded.keyring->rewrap(founded.vaultFile, *unlock, {}, newSalt);
    REQUIRE(changed);
    // Founded with cheaper parameters, rewritten with today's.
    CHECK(describeVault(founded.vaultFile)->scrypt == lowest);
    CHECK(describeVault(*changed)->scrypt == ScryptParameters{});
    CHECK(Keyring::unlock(*changed, *unlock));
    const auto old = UnlockKey::derive(viewOf("l'ancienne phrase"), testFounding().salt, lowest);
    CHECK(codeOf(Keyring::unlock(*changed, *old)) == ErrorCode::WrongPassphrase);
}

TEST_CASE("a passphrase is bytes and every one of them counts")
{
    const std::string thousand(1000, 'a');
    const std::string withNul("before\0after", 12);
    // Here a composed letter and its two-part form are two passphrases; they are made one above, before this.
    const std::vector<std::string> passphrases{
        "a",
        "A",
        " a",
        "a ",
        thousand,
        thousand + "a",
        thousand.substr(0, 999) + "b",
        "before",
        withNul,
        std::string("before\0aftes", 12),
        "caf\xC3\xA9",
        "cafe\xCC\x81",
    };
    std::vector<std::string> keys;
    for (const auto& passphrase : passphrases) {
        keys.push_back(keyOf(passphrase));
        CHECK(keys.back().size() == 64);
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    CHECK(keyOf(thousand) == keyOf(thousand));
    // HMAC, inside scrypt, fills a short key up with zeros: the only bytes that do not count are NULs at the
    // end.
    CHECK(keyOf(std::string("a\0", 2)) == keyOf("a"));
    CHECK(keyOf("a", Bytes(16, 0x5B)) != keyOf("a"));
}

TEST_CASE("an empty passphrase and a salt of another size are refused")
{
    CHECK(keyOf("") == "bad_input");
    CHECK(keyOf("a", {}) == "bad_input");
    CHECK(keyOf("a", Bytes(15, 1)) == "bad_input");
    CHECK(keyOf("a", Bytes(17, 1)) == "bad_input");
}

TEST_CASE("salts are not repeated")
{
    std::vector<Bytes> salts;
    for (int i = 0; i < 1000; ++i) {
        salts.push_back(Keyring::newSalt());
    }
    std::sort(salts.begin(), salts.end());
    CHECK(std::adjacent_find(salts.begin(), salts.end()) == salts.end());
}
