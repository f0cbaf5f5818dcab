// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ed25519 signatures (RFC 8032) and X25519 key agreement (RFC 7748), on raw 32-byte keys. The library's own
// key objects live no longer than one call. Any thread.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace chevet::sealing {

using PublicKey = std::array<std::uint8_t, 32>;

Result<PublicKey> signingPublicKey(View privateKey);
Result<PublicKey> agreementPublicKey(View privateKey);

/// A signing key made ready once, since the library takes a fifth as long to do that as to sign. It holds the
/// private key in memory that the library has locked and wipes.
class Signer
{
public:
    /// `publicKey` must be the one of `privateKey` (a wrong one would give the private key away); it is
    /// passed since working it out again costs as much as signing.
    Signer(View privateKey, const PublicKey& publicKey);
    Signer(const Signer&) = delete;
    Signer(Signer&&) noexcept;
    Signer& operator=(const Signer&) = delete;
    Signer& operator=(Signer&&) noexcept;
    ~Signer();

    /// `signature` is 64 bytes. Error: Internal, also if the key could not be made ready.
    Result<void> sign(View message, std::span<std::uint8_t> signature) const;

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

/// Error: NotAuthentic.
Result<void> verifySignature(const PublicKey& publicKey, View message, View signature);

/// Error: NotAuthentic if the other side's key is of low order, so that the result would be zeros and known
/// to all.
Result<SecretBytes> agree(View privateKey, View otherPublicKey);

} // namespace chevet::sealing
