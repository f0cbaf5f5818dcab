// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys derived from keys and from the passphrase: HKDF-SHA256 (RFC 5869) and scrypt (RFC 7914).
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/keyring.h"

namespace chevet::sealing {

/// HMAC-SHA256(salt, material): 32 bytes. An empty salt is the RFC's 32 zeros.
Result<SecretBytes> hkdfExtract(View salt, View material);

/// Error: OutOfRange above 255 × 32 bytes.
Result<SecretBytes> hkdfExpand(View pseudorandomKey, View info, std::size_t size);

/// Both steps; what every key in this folder that is derived from another one is derived with.
Result<SecretBytes> hkdf(View salt, View material, View info, std::size_t size);

/// Unbounded: for vectors, and for UnlockKey::derive after its checks. Errors: BadInput, Internal.
Result<SecretBytes> scrypt(View passphrase, View salt, const ScryptParameters& parameters, std::size_t size);

/// N a power of two from 2^15 to 2^20, r = 8, p from 1 to 4; else UnsafeParameters. Allocates nothing.
Result<void> checkBounds(const ScryptParameters& parameters);

} // namespace chevet::sealing
