// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/curve.h"

#include "sealing/handle.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>

namespace chevet::sealing {
namespace {

using Key = Handle<EVP_PKEY, &EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>;
using DigestContext = Handle<EVP_MD_CTX, &EVP_MD_CTX_free>;

constexpr const char* signing = "ED25519";
constexpr const char* agreement = "X25519";

Key privateKeyOf(const char* curve, View bytes)
{
    return Key(EVP_PKEY_new_raw_private_key_ex(nullptr, curve, nullptr, bytes.data(), bytes.size()));
}

Key publicKeyOf(const char* curve, View bytes)
{
    return Key(EVP_PKEY_new_raw_public_key_ex(nullptr, curve, nullptr, bytes.data(), bytes.size()));
}

/// Private keys that the library holds stand in locked memory of its own, left out of core dumps and wiped.
void lockKeysOfLibrary()
{
    constexpr std::size_t size = std::size_t{64} * 1024;
    constexpr std::size_t smallest = 32;
    // Without it (where the system locks no more memory) the library wipes them all the same.
    static const int locked = CRYPTO_secure_malloc_init(size, smallest);
    (void)locked;
}

/// Both halves given, so that the library need not multiply to find the public one.
Key signingPairOf(View privateKey, const PublicKey& publicKey)
{
    lockKeysOfLibrary();
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, signing, nullptr));
    // The library asks for memory that it could write to.
    SecretBytes ownPrivate(privateKey);
    auto ownPublic = publicKey;
    std::array parameters{
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PRIV_KEY, ownPrivate.writable().data(),
                                          ownPrivate.size()),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, ownPublic.data(), ownPublic.size()),
        OSSL_PARAM_construct_end(),
    };
    EVP_PKEY* made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_KEYPAIR, parameters.data()) != 1) {
        return {};
    }
    return Key(made);
}

tl::unexpected<Error> refused(ErrorCode code, const char* place)
{
    ERR_clear_error();
    return fail(code, place);
}

Result<PublicKey> publicHalf(const char* curve, View privateKey)
{
    const auto key = privateKeyOf(curve, privateKey);
    PublicKey half{};
    auto size = half.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), half.data(), &size) != 1 || size != half.size()) {
        return refused(ErrorCode::Internal, "public key");
    }
    return half;
}

} // namespace

Result<PublicKey> signingPublicKey(View privateKey)
{
    return publicHalf(signing, privateKey);
}

Result<PublicKey> agreementPublicKey(View privateKey)
{
    return publicHalf(agreement, privateKey);
}

struct Signer::Self
{
    Key key;
    DigestContext ready; ///< set up with the key, copied for each signature: setting up asks for names
};

Signer::Signer(View privateKey, const PublicKey& publicKey) : m_self(std::make_unique<Self>())
{
    m_self->key = signingPairOf(privateKey, publicKey);
    m_self->ready.reset(EVP_MD_CTX_new());
    if (!m_self->key || !m_self->ready ||
        EVP_DigestSignInit_ex(m_self->ready.get(), nullptr, nullptr, nullptr, nullptr, m_self->key.get(),
                              nullptr) != 1) {
        m_self->ready.reset();
        ERR_clear_error();
    }
}

Signer::Signer(Signer&&) noexcept = default;
Signer& Signer::operator=(Signer&&) noexcept = default;
Signer::~Signer() = default;

Result<void> Signer::sign(View message, std::span<std::uint8_t> signature) const
{
    const DigestContext context(m_self->ready ? EVP_MD_CTX_new() : nullptr);
    auto size = signature.size();
    if (!context || EVP_MD_CTX_copy_ex(context.get(), m_self->ready.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) != 1 ||
        size != signature.size()) {
        return refused(ErrorCode::Internal, "signing");
    }
    return {};
}

Result<void> verifySignature(const PublicKey& publicKey, View message, View signature)
{
    const auto key = publicKeyOf(signing, publicKey);
    const DigestContext context(EVP_MD_CTX_new());
    if (!key || !context ||
        EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, key.get(), nullptr) != 1 ||
        EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size()) !=
            1) {
        return refused(ErrorCode::NotAuthentic, "signature");
    }
    return {};
}

Result<SecretBytes> agree(View privateKey, View otherPublicKey)
{
    const auto own = privateKeyOf(agreement, privateKey);
    const auto other = publicKeyOf(agreement, otherPublicKey);
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
