// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was once written can be read for ever: a vault file, rows and envelopes as the first version wrote
// them.
#include "sealing/keyring.h"
#include "support/catch.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace chevet;
using namespace chevet::sealing;

namespace {

struct StoredVault
{
    std::map<std::string, Bytes> named;
    std::vector<WrappedKey> rows;
    std::vector<Bytes> envelopes;
};

WrappedKey rowFrom(std::istringstream& line)
{
    std::string kid;
    std::string resident;
    std::string box;
    int compartment = 0;
    WrappedKey row;
    line >> kid >> compartment >> resident >> row.epoch >> box;
    row.kid = *KeyId::fromHexText(kid);
    row.compartment = static_cast<Compartment>(compartment);
    row.resident = ResidentId::fromHexText(resident);
    row.box = *fromHex(box);
    return row;
}

StoredVault formatOne()
{
    StoredVault vault;
    std::ifstream file(CHEVET_SOURCE_DIR "/tests/data/sealing_format_1.txt");
    for (std::string text; std::getline(file, text);) {
        std::istringstream line(text);
        std::string name;
        std::string value;
        line >> name;
        if (name == "row") {
            vault.rows.push_back(rowFrom(line));
        } else if (name != "#") {
            line >> value;
            vault.named[name] = *fromHex(value);
            if (name == "envelope") {
                vault.envelopes.push_back(vault.named[name]);
            }
        }
    }
    return vault;
}

} // namespace

TEST_CASE("a vault of format 1 opens as it was written")
{
    const auto stored = formatOne();
    REQUIRE(stored.rows.size() == 6);
    REQUIRE(stored.envelopes.size() == 2);
    const auto& file = stored.named.at("vault");
    const auto description = describeVault(file);
    REQUIRE(description);
    CHECK(description->formatVersion == 1);
    const auto unlock =
        UnlockKey::derive(viewOf("un coffre de la version 1"), description->salt, description->scrypt);
    REQUIRE(unlock);
    const auto keyring = Keyring::unlock(file, *unlock);
    REQUIRE(keyring);
    CHECK(std::ranges::equal((*keyring)->team().bytes, stored.named.at("team")));
    CHECK(std::ranges::equal((*keyring)->device().bytes, stored.named.at("device")));
    CHECK(std::ranges::equal((*keyring)->publicKeys().signing, stored.named.at("signing")));
    CHECK(std::ranges::equal((*keyring)->publicKeys().agreement, stored.named.at("agreement")));
    CHECK((*keyring)->adopt(stored.rows) == 0);
    CHECK((*keyring)->checkKeys() == 0);

    const std::vector<std::string> words{"founded", "pain 8 of 10 at night"};
    Bytes payload;
    for (std::size_t i = 0; i < words.size(); ++i) {
        REQUIRE((*keyring)->open(stored.envelopes[i], payload));
        CHECK(textOf(payload) == words[i]);
        CHECK(Keyring::verify(stored.envelopes[i], (*keyring)->publicKeys().signing));
        CHECK(parseEnvelope(stored.envelopes[i])->header.count == i + 1);
    }
    CHECK(parseEnvelope(stored.envelopes[1])->header.prev == envelopeHash(stored.envelopes[0]));
    const auto local = (*keyring)->openLocal(viewOf("draft"), stored.named.at("local"));
    REQUIRE(local);
    CHECK(textOf(*local) == "words");
}
