// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/call_keys.h"

#include "sealing/derivation.h"
#include "sealing/digest.h"
#include "sealing/handle.h"
#include "sealing/id_bytes.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>

#include <algorithm>
#include <bit>
#include <string>

namespace chevet::sealing {
namespace {

using Key = Handle<EVP_PKEY, &EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>;
using Group = Handle<EC_GROUP, &EC_GROUP_free>;
using Point = Handle<EC_POINT, &EC_POINT_free>;
using Number = Handle<BIGNUM, &BN_clear_free>;
using NumberContext = Handle<BN_CTX, &BN_CTX_free>;

constexpr std::size_t privateSize = 32;
constexpr std::uint8_t uncompressed = 0x04;

tl::unexpected<Error> refused(ErrorCode code, const char* place)
{
    ERR_clear_error();
    return fail(code, place);
}

/// Nothing if the number is zero or not below the order of the curve.
Result<CallPublicKey> publicHalf(View privateKey)
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const NumberContext context(BN_CTX_secure_new());
    const Number scalar(BN_secure_new());
    const Point point(group ? EC_POINT_new(group.get()) : nullptr);
    if (!context || !scalar || !point ||
        BN_bin2bn(privateKey.data(), static_cast<int>(privateKey.size()), scalar.get()) == nullptr) {
        return refused(ErrorCode::Internal, "curve");
    }
    BN_set_flags(scalar.get(), BN_FLG_CONSTTIME);
    if (BN_is_zero(scalar.get()) == 1 || BN_cmp(scalar.get(), EC_GROUP_get0_order(group.get())) >= 0) {
        return refused(ErrorCode::BadInput, "private key");
    }
    CallPublicKey half{};
    if (EC_POINT_mul(group.get(), point.get(), scalar.get(), nullptr, nullptr, context.get()) != 1 ||
        EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, half.data(), half.size(),
                           context.get()) != half.size()) {
        return refused(ErrorCode::Internal, "public key");
    }
    return half;
}

/// `privateKey` is empty for a public key alone. Null if the library finds no point of the curve in it.
Key keyOf(View publicKey, View privateKey)
{
    std::string curve = SN_X9_62_prime256v1;
    Bytes point(publicKey.begin(), publicKey.end());
    SecretBytes number(privateKey); // the library takes numbers in the machine's own order
    if constexpr (std::endian::native == std::endian::little) {
        std::ranges::reverse(number.writable());
    }
    const auto group =
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), curve.size());
    const auto open = OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    const auto end = OSSL_PARAM_construct_end();
    std::array parameters{group, open, end, end};
    if (!privateKey.empty()) {
        parameters[2] =
            OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, number.writable().data(), number.size());
    }
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, privateKey.empty() ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR,
                          parameters.data()) != 1) {
        return {};
    }
    return Key(made);
}

Bytes infoOf(std::string_view name, CallDirection direction, const CallPlace& place)
{
    Bytes info(name.begin(), name.end());
    info.push_back(static_cast<std::uint8_t>(direction));
    info.insert(info.end(), place.seat.bytes.begin(), place.seat.bytes.end());
    info.resize(info.size() + sizeof place.expirySeconds);
    putBigEndian(info.data() + info.size() - sizeof place.expirySeconds, place.expirySeconds);
    return info;
}

Result<CallKeys> bothDirections(View input, std::string_view name, const CallPlace& place)
{
    const auto one = [&](CallDirection direction) {
        return hkdf(place.room.view(), input, infoOf(name, direction, place), 32);
    };
    auto toDesk = one(CallDirection::ToDesk);
    auto toSeat = one(CallDirection::ToSeat);
    if (!toDesk) {
        return failAs(toDesk);
    }
    if (!toSeat) {
        return failAs(toSeat);
    }
    return CallKeys{std::move(*toDesk), std::move(*toSeat)};
}

} // namespace

CallKeyPair::CallKeyPair(SecretBytes privateKey, const CallPublicKey& publicKey)
    : m_private(std::move(privateKey)), m_public(publicKey)
{}

Result<CallKeyPair> CallKeyPair::make(Randomness& randomness)
{
    // One number in four thousand million is refused: twice in a row is a broken generator.
    constexpr int attempts = 2;
    for (int attempt = 1;; ++attempt) {
        auto number = randomness.secret(privateSize);
        if (!number) {
            return failAs(number);
        }
        auto pair = fromPrivate(std::move(*number));
        if (pair || attempt == attempts) {
            return pair;
        }
    }
}

Result<CallKeyPair> CallKeyPair::fromPrivate(SecretBytes privateKey)
{
    if (privateKey.size() != privateSize) {
        return fail(ErrorCode::BadInput, "private key");
    }
    const auto half = publicHalf(privateKey.view());
    if (!half) {
        return failAs(half);
    }
    return CallKeyPair(std::move(privateKey), *half);
}

Result<SecretBytes> CallKeyPair::agree(View other) const
{
    const bool hasForm = other.size() == m_public.size() && other[0] == uncompressed;
    const auto theirs = hasForm ? keyOf(other, {}) : Key();
    const auto own = theirs ? keyOf(m_public, m_private.view()) : Key();
    const KeyContext context(own ? EVP_PKEY_CTX_new_from_pkey(nullptr, own.get(), nullptr) : nullptr);
    SecretBytes shared(32);
    auto size = shared.size();
    // Setting the other's key checks that it is a point of the curve; all of those are of the full order.
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), theirs.get()) != 1 ||
        EVP_PKEY_derive(context.get(), shared.writable().data(), &size) != 1 || size != shared.size()) {
        return refused(ErrorCode::NotAuthentic, "agreement");
    }
    return shared;
}

RoomId roomIdOf(const CallPublicKey& ofDesk)
{
    return idAt<RoomId>(sha256({viewOf("chevet/room/1"), ofDesk}), 0);
}

SeatId seatIdOf(const CallPublicKey& ofBrowser)
{
    return idAt<SeatId>(sha256({viewOf("chevet/seat/1"), ofBrowser}), 0);
}

Result<CallKeys> doorKeys(View linkSecret, const CallPlace& place)
{
    return bothDirections(linkSecret, "chevet/door/1", place);
}

Result<CallKeys> seatKeys(const CallKeyPair& own, View other, View linkSecret, const CallPlace& place)
{
    const auto shared = own.agree(other);
    if (!shared) {
        return failAs(shared);
    }
    SecretBytes input(shared->size() + linkSecret.size());
    std::ranges::copy(shared->view(), input.writable().begin());
    std::ranges::copy(linkSecret, input.writable().begin() + static_cast<std::ptrdiff_t>(shared->size()));
    return bothDirections(input.view(), "chevet/seat-key/1", place);
}

} // namespace chevet::sealing
