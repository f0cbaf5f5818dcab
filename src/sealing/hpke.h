// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; one message a
// context. A box is the ephemeral public key 32 ‖ ciphertext ‖ tag 16. Base mode says nothing about who
// sealed: sign the box.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/aead.h"
#include "sealing/curve.h"
#include "sealing/randomness.h"

namespace chevet::sealing {

inline constexpr std::size_t hpkeOverhead = 32 + 16;

/// What both sides must agree on without its being sent.
struct HpkeContext
{
    View info;
    View associated;
};

/// Errors: RandomFailed; NotAuthentic for a recipient's key of low order.
Result<Bytes> hpkeSeal(Aead& aead, Randomness& randomness, const PublicKey& recipient,
                       const HpkeContext& context, View plain);

/// Errors: Truncated, NotAuthentic.
Result<SecretBytes> hpkeOpen(Aead& aead, View recipientPrivate, const PublicKey& recipient,
                             const HpkeContext& context, View box);

} // namespace chevet::sealing
