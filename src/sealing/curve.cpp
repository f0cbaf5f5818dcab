// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/curve.h"

#include "sealing/handle.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>

namespace chevet::sealing {
namespace {

using Key = Handle<EVP_PKEY, &EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>;

constexpr const char* agreement = "X25519";

/// Private keys that the library holds stand in locked memory of its own, left out of core dumps and wiped.
void lockKeysOfLibrary()
{
    constexpr std::size_t size = std::size_t{64} * 1024;
    constexpr std::size_t smallest = 32;
    // Without it (where the system locks no more memory) the library wipes them all the same.
    static const int locked = CRYPTO_secure_malloc_init(size, smallest);
    (void)locked;
}

Key privateKeyOf(View bytes)
{
    lockKeysOfLibrary();
    return Key(EVP_PKEY_new_raw_private_key_ex(nullptr, agreement, nullptr, bytes.data(), bytes.size()));
}

Key publicKeyOf(View bytes)
{
    return Key(EVP_PKEY_new_raw_public_key_ex(nullptr, agreement, nullptr, bytes.data(), bytes.size()));
}

tl::unexpected<Error> refused(ErrorCode code, const char* place)
{
    ERR_clear_error();
    return fail(code, place);
}

} // namespace

Result<PublicKey> agreementPublicKey(View privateKey)
{
    const auto key = privateKeyOf(privateKey);
    PublicKey half{};
    auto size = half.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), half.data(), &size) != 1 || size != half.size()) {
        return refused(ErrorCode::Internal, "public key");
    }
    return half;
}

Result<SecretBytes> agree(View privateKey, View otherPublicKey)
{
    const auto own = privateKeyOf(privateKey);
    const auto other = publicKeyOf(otherPublicKey);
    const KeyContext context(own ? EVP_PKEY_CTX_new_from_pkey(nullptr, own.get(), nullptr) : nullptr);
    SecretBytes shared(32);
    auto size = shared.size();
    if (!context || !other || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1 ||
        EVP_PKEY_derive(context.get(), shared.writable().data(), &size) != 1 || size != shared.size() ||
        std::ranges::all_of(shared.view(), [](std::uint8_t byte) { return byte == 0; })) {
        return refused(ErrorCode::NotAuthentic, "agreement");
    }
    return shared;
}

} // namespace chevet::sealing
