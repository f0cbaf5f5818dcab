// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/derivation.h"

#include "sealing/handle.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <bit>
#include <vector>

namespace chevet::sealing {
namespace {

using Algorithm = Handle<EVP_KDF, &EVP_KDF_free>;
using DerivationContext = Handle<EVP_KDF_CTX, &EVP_KDF_CTX_free>;

/// Fetched once: the look-up would cost more than an HKDF.
EVP_KDF* hkdfAlgorithm()
{
    static const Algorithm fetched(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    return fetched.get();
}

EVP_KDF* scryptAlgorithm()
{
    static const Algorithm fetched(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    return fetched.get();
}

/// The library only reads what a parameter points to, but its type does not say so; a copy would be one more
/// secret to wipe.
OSSL_PARAM octets(const char* name, View value)
{
    static std::uint8_t nothing = 0;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): as said above
    auto* at = value.empty() ? &nothing : const_cast<std::uint8_t*>(value.data());
    return OSSL_PARAM_construct_octet_string(name, at, value.size());
}

Result<SecretBytes> derive(EVP_KDF* algorithm, const std::vector<OSSL_PARAM>& parameters, std::size_t size)
{
    const DerivationContext context(algorithm != nullptr ? EVP_KDF_CTX_new(algorithm) : nullptr);
    SecretBytes derived(size);
    if (!context || EVP_KDF_derive(context.get(), derived.writable().data(), size, parameters.data()) != 1) {
        ERR_clear_error();
        return fail(ErrorCode::Internal, "key derivation");
    }
    return derived;
}

Result<SecretBytes> hkdfStep(int mode, View key, const char* secondName, View second, std::size_t size)
{
    std::string digest = "SHA256";
    std::vector<OSSL_PARAM> parameters{
        OSSL_PARAM_construct_int(OSSL_KDF_PARAM_MODE, &mode),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), digest.size()),
        octets(OSSL_KDF_PARAM_KEY, key),
    };
    if (!second.empty()) {
        parameters.push_back(octets(secondName, second));
    }
    parameters.push_back(OSSL_PARAM_construct_end());
    return derive(hkdfAlgorithm(), parameters, size);
}

} // namespace

Result<SecretBytes> hkdfExtract(View salt, View material)
{
    return hkdfStep(EVP_KDF_HKDF_MODE_EXTRACT_ONLY, material, OSSL_KDF_PARAM_SALT, salt, 32);
}

Result<SecretBytes> hkdfExpand(View pseudorandomKey, View info, std::size_t size)
{
    if (size > 255 * std::size_t{32}) {
        return fail(ErrorCode::OutOfRange, "derived size");
    }
    return hkdfStep(EVP_KDF_HKDF_MODE_EXPAND_ONLY, pseudorandomKey, OSSL_KDF_PARAM_INFO, info, size);
}

Result<SecretBytes> hkdf(View salt, View material, View info, std::size_t size)
{
    const auto pseudorandomKey = hkdfExtract(salt, material);
    if (!pseudorandomKey) {
        return failAs(pseudorandomKey);
    }
    return hkdfExpand(pseudorandomKey->view(), info, size);
}

Result<SecretBytes> scrypt(View passphrase, View salt, const ScryptParameters& parameters, std::size_t size)
{
    auto n = parameters.n;
    auto r = parameters.r;
    auto p = parameters.p;
    // The library refuses what needs more than 1025 MiB unless told otherwise; the bounds allow a little
    // more.
    std::uint64_t memory = std::uint64_t{128} * r * (n + p + 2) + (std::uint64_t{1} << 20);
    const std::vector<OSSL_PARAM> list{
        octets(OSSL_KDF_PARAM_PASSWORD, passphrase),
        octets(OSSL_KDF_PARAM_SALT, salt),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end(),
    };
    return derive(scryptAlgorithm(), list, size);
}

Result<void> checkBounds(const ScryptParameters& parameters)
{
    const bool good = std::has_single_bit(parameters.n) && parameters.n >= (std::uint64_t{1} << 15) &&
                      parameters.n <= (std::uint64_t{1} << 20) && parameters.r == 8 && parameters.p >= 1 &&
                      parameters.p <= 4;
    return good ? Result<void>() : fail(ErrorCode::UnsafeParameters, "scrypt");
}

} // namespace chevet::sealing
