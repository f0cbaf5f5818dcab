// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// For the tests of every layer: a founded vault without waiting for scrypt. Ids come from a seed, keys do
// not.
#pragma once

#include "sealing/keyring.h"

#include <cstdint>
#include <filesystem>

namespace chevet::sealing::testing {

/// A fixed key in place of a derived one; another `which` is another passphrase.
UnlockKey testUnlockKey(std::uint8_t which = 1);

/// Team and device by seed, the default parameters, a fixed salt.
Founding testFounding(std::uint64_t seed = 1, bool sample = false);

/// Opened by testUnlockKey(). A failure ends the test program.
FoundedVault foundTestVault(std::uint64_t seed = 1, bool sample = false);

/// The same, with `vault.cbor` written to `folder` (made if absent, mode 0700). The rows in `keys` are the
/// caller's to store.
FoundedVault foundTestVaultIn(const std::filesystem::path& folder, std::uint64_t seed = 1,
                              bool sample = false);

/// Founded with a real passphrase and cheap but allowed parameters (about 0.1 s): for command-line and desk
/// tests.
FoundedVault foundWithPassphrase(std::string_view passphrase, std::uint64_t seed = 1, bool sample = false);

} // namespace chevet::sealing::testing
