// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/test_unlock.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace chevet::sealing::testing {
namespace {

template<class T> T orStop(Result<T> result)
{
    if (!result) {
        std::cerr << "a test vault can't be made: " << errorName(result.error().code) << '\n';
        std::abort();
    }
    return std::move(*result);
}

} // namespace

UnlockKey testUnlockKey(std::uint8_t which)
{
    return UnlockKey(SecretBytes(Bytes(32, which)));
}

Founding testFounding(std::uint64_t seed, bool sample)
{
    SeededIds ids(seed);
    Founding founding;
    founding.team = ids.make<TeamId>();
    founding.device = ids.make<DeviceId>();
    founding.sample = sample;
    founding.salt = Bytes(16, 0x5A);
    return founding;
}

FoundedVault foundTestVault(std::uint64_t seed, bool sample)
{
    return orStop(Keyring::found(testFounding(seed, sample), testUnlockKey()));
}

FoundedVault foundTestVaultIn(const std::filesystem::path& folder, std::uint64_t seed, bool sample)
{
    auto vault = foundTestVault(seed, sample);
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    std::ofstream file(folder / "vault.cbor", std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(vault.vaultFile.data()),
               static_cast<std::streamsize>(vault.vaultFile.size()));
    file.close();
    if (!file) {
        std::cerr << "vault.cbor can't be written\n";
        std::abort();
    }
    return vault;
}

FoundedVault foundWithPassphrase(std::string_view passphrase, std::uint64_t seed, bool sample)
{
    auto founding = testFounding(seed, sample);
    founding.scrypt.n = std::uint64_t{1} << 15;
    const auto unlock = orStop(UnlockKey::derive(viewOf(passphrase), founding.salt, founding.scrypt));
    return orStop(Keyring::found(founding, unlock));
}

} // namespace chevet::sealing::testing
