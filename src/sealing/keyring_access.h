// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A keyring whose random bytes come from elsewhere, so that a test can make the generator fail. Inside
// `sealing` and its own tests only.
#pragma once

#include "sealing/keyring.h"
#include "sealing/randomness.h"

namespace chevet::sealing {

/// `randomness` outlives the keyring.
struct KeyringAccess
{
    static Result<FoundedVault> found(const Founding& founding, const UnlockKey& unlock,
                                      Randomness& randomness);
    static Result<std::unique_ptr<Keyring>> unlock(View vaultFile, const UnlockKey& unlock,
                                                   Randomness& randomness);
};

} // namespace chevet::sealing
