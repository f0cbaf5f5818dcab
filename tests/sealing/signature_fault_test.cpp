// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signatures that arithmetic would let through and no honest signer makes.
#include "sealing/signature.h"
#include "support/catch.h"

#include <algorithm>
#include <array>

using namespace chevet;
using namespace chevet::sealing;

namespace {

constexpr std::size_t signatureSize = 64;

struct Signed
{
    Bytes privateKey = Bytes(32, 0x42);
    PublicKey publicKey = *signingPublicKey(privateKey);
    Bytes message = Bytes(100, 0x07);
    Bytes signature = Bytes(signatureSize);

    Signed() { REQUIRE(Signer(privateKey, publicKey).sign(message, signature)); }
};

/// The same signature with the group's order added to its scalar: the equation holds all the same.
Bytes withOrderAdded(Bytes signature)
{
    // L = 2^252 + 27742317777372353535851937790883648493, little endian
    constexpr std::array<std::uint8_t, 32> order{
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += signature[32 + i] + unsigned{order[i]};
        signature[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    return signature;
}

} // namespace

TEST_CASE("a signature holds for its message and key alone")
{
    const Signed about;
    CHECK(verifySignature(about.publicKey, about.message, about.signature));
    CHECK_FALSE(verifySignature(about.publicKey, View(about.message).first(99), about.signature));
    CHECK_FALSE(verifySignature(*signingPublicKey(Bytes(32, 0x43)), about.message, about.signature));
    for (std::size_t bit = 0; bit < signatureSize * 8; ++bit) {
        auto flipped = about.signature;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        INFO("bit " << bit);
        CHECK_FALSE(verifySignature(about.publicKey, about.message, flipped));
    }
}

TEST_CASE("a second form of a signature is refused")
{
    const Signed about;
    CHECK_FALSE(verifySignature(about.publicKey, about.message, withOrderAdded(about.signature)));
}

TEST_CASE("a key of low order can't sign every message at once")
{
    // The neutral point as key and as commitment, zero as scalar: 0·B = R + h·A for every message.
    PublicKey neutral{};
    neutral[0] = 1;
    Bytes signature(signatureSize, 0);
    signature[0] = 1;
    for (const std::size_t length : {0U, 1U, 100U}) {
        CHECK(verifySignature(neutral, Bytes(length, 0x07), signature).error().code ==
              ErrorCode::NotAuthentic);
    }
    CHECK_FALSE(verifySignature(PublicKey{}, Bytes(1), Bytes(signatureSize, 0)));
}

TEST_CASE("keys and signatures of another length are refused, not read beyond their end")
{
    const Signed about;
    for (const std::size_t length : {0U, 31U, 63U, 65U}) {
        auto cut = about.signature;
        cut.resize(length);
        CHECK_FALSE(verifySignature(about.publicKey, about.message, cut));
        Bytes out(length);
        CHECK(Signer(about.privateKey, about.publicKey).sign(about.message, out).error().code ==
              ErrorCode::Internal);
        CHECK(signingPublicKey(Bytes(length, 1)).error().code == ErrorCode::Internal);
    }
    Bytes out(signatureSize);
    CHECK(Signer(View(about.privateKey).first(31), about.publicKey).sign(about.message, out).error().code ==
          ErrorCode::Internal);
}
