// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// vault.cbor as a later version might write it, for the tests of what this version makes of it.
#pragma once

#include "sealing/keyring.h"

namespace chevet::sealing::testing {

enum class Later
{
    Readable,         ///< fields and a slot that may be passed over
    RequiredField,    ///< a field that has to be understood
    UnknownSlotsOnly, ///< no slot that this version could open
};

/// The same vault's file, version 2, with the same keys under the same passphrase. A failure ends the test
/// program.
Bytes laterVaultFile(View vaultFile, const UnlockKey& unlock, Later what);

} // namespace chevet::sealing::testing
