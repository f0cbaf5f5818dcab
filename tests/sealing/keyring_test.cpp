// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/keyring.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::sealing::testing;

TEST_CASE("a vault that was founded is unlocked again and reads what it sealed")
{
    auto founded = foundTestVault();
    auto& writer = *founded.keyring;
    SeededIds ids(7);
    const auto resident = ids.make<ResidentId>();
    EnvelopeHeader header;
    header.count = 1;
    header.kid = *writer.keyFor(Compartment::Clinical, resident);
    const auto envelope = writer.seal(header, viewOf("pain 8 of 10"));
    REQUIRE(envelope);
    const auto fresh = writer.takeNewKeys();
    REQUIRE(fresh.size() == 1);
    CHECK(writer.takeNewKeys().empty());

    auto reader = Keyring::unlock(founded.vaultFile, testUnlockKey());
    REQUIRE(reader);
    CHECK((*reader)->team() == testFounding().team);
    CHECK((*reader)->device() == testFounding().device);
    CHECK((*reader)->publicKeys().signing == writer.publicKeys().signing);
    CHECK((*reader)->adopt(founded.keys) == 0);
    CHECK((*reader)->adopt(fresh) == 0);
    Bytes payload;
    REQUIRE((*reader)->open(*envelope, payload));
    CHECK(textOf(payload) == "pain 8 of 10");
    CHECK(Keyring::verify(*envelope, writer.publicKeys().signing));
    CHECK((*reader)->keyFor(Compartment::Clinical, resident) == header.kid);
}
