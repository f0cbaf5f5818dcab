// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ed25519 signatures (RFC 8032), on raw 32-byte keys. Any thread.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/curve.h"

#include <cstdint>
#include <span>

namespace chevet::sealing {

/// Error: Internal.
Result<PublicKey> signingPublicKey(View privateKey);

/// A device's signing key.
class Signer
{
public:
    /// `publicKey` must be the one of `privateKey` (a wrong one would give the private key away); it is
    /// passed since working it out again costs as much as signing.
    Signer(View privateKey, const PublicKey& publicKey);

    /// `signature` is 64 bytes. Error: Internal, also for a private key that is not 32 bytes.
    Result<void> sign(View message, std::span<std::uint8_t> signature) const;

private:
    SecretBytes m_pair; ///< the private key and the public one behind it: what the library signs with
};

/// Error: NotAuthentic; also for a key or a signature that no honest signer makes (of low order, not
/// reduced).
Result<void> verifySignature(const PublicKey& publicKey, View message, View signature);

} // namespace chevet::sealing
