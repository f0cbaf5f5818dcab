// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// By libsodium, which signs and verifies in half of OpenSSL's time (docs/decisions/0041).
#include "sealing/signature.h"

#include <algorithm>
#include <sodium.h>

namespace chevet::sealing {
namespace {

static_assert(crypto_sign_SEEDBYTES == std::tuple_size_v<PublicKey>);
static_assert(crypto_sign_PUBLICKEYBYTES == std::tuple_size_v<PublicKey>);

/// It finds out once which instructions the processor has.
bool isLibraryReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

Result<PublicKey> signingPublicKey(View privateKey)
{
    PublicKey half{};
    SecretBytes pair(crypto_sign_SECRETKEYBYTES);
    if (!isLibraryReady() || privateKey.size() != crypto_sign_SEEDBYTES ||
        crypto_sign_seed_keypair(half.data(), pair.writable().data(), privateKey.data()) != 0) {
        return fail(ErrorCode::Internal, "public key");
    }
    return half;
}

Signer::Signer(View privateKey, const PublicKey& publicKey)
{
    if (!isLibraryReady() || privateKey.size() != crypto_sign_SEEDBYTES) {
        return;
    }
    m_pair = SecretBytes(crypto_sign_SECRETKEYBYTES);
    const auto behind = std::ranges::copy(privateKey, m_pair.writable().begin()).out;
    std::ranges::copy(publicKey, behind);
}

Result<void> Signer::sign(View message, std::span<std::uint8_t> signature) const
{
    if (m_pair.empty() || signature.size() != crypto_sign_BYTES ||
        crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                             m_pair.view().data()) != 0) {
        return fail(ErrorCode::Internal, "signing");
    }
    return {};
}

Result<void> verifySignature(const PublicKey& publicKey, View message, View signature)
{
    if (!isLibraryReady() || signature.size() != crypto_sign_BYTES ||
        crypto_sign_verify_detached(signature.data(), message.data(), message.size(), publicKey.data()) !=
            0) {
        return fail(ErrorCode::NotAuthentic, "signature");
    }
    return {};
}

} // namespace chevet::sealing
