// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/self_test.h"

#include "sealing/aead.h"
#include "sealing/call_keys.h"
#include "sealing/curve.h"
#include "sealing/derivation.h"
#include "sealing/digest.h"
#include "sealing/hpke.h"
#include "sealing/self_test_vectors.h"
#include "sealing/signature.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

using Vectors = SelfTestVectors;

bool same(View a, View b)
{
    return std::ranges::equal(a, b);
}

bool same(const Result<SecretBytes>& computed, View expected)
{
    return computed && same(computed->view(), expected);
}

PublicKey publicKeyFrom(View bytes)
{
    PublicKey key{};
    std::ranges::copy(bytes.first(std::min(bytes.size(), key.size())), key.begin());
    return key;
}

/// Gives the vector's bytes once in place of random ones.
class FixedRandomness final : public Randomness
{
public:
    explicit FixedRandomness(View bytes) : m_rest(bytes) {}
    Result<void> fillPublic(std::span<std::uint8_t> bytes) override { return fillSecret(bytes); }
    Result<void> fillSecret(std::span<std::uint8_t> bytes) override
    {
        if (bytes.size() > m_rest.size()) {
            return fail(ErrorCode::RandomFailed, "vector");
        }
        std::ranges::copy(m_rest.first(bytes.size()), bytes.begin());
        m_rest = m_rest.subspan(bytes.size());
        return {};
    }

private:
    View m_rest;
};

bool holds(const Vectors::Digest& vector)
{
    return same(sha256({vector.message}), vector.digest);
}

bool holds(const Vectors::Hkdf& vector)
{
    return same(hkdfExtract(vector.salt, vector.material), vector.pseudorandomKey) &&
           same(hkdfExpand(vector.pseudorandomKey, vector.info, vector.derived.size()), vector.derived) &&
           same(hkdf(vector.salt, vector.material, vector.info, vector.derived.size()), vector.derived);
}

bool holds(const Vectors::Scrypt& vector)
{
    return same(scrypt({}, {}, {.n = 16, .r = 1, .p = 1}, vector.derived.size()), vector.derived);
}

bool holds(const Vectors::Gcm& vector)
{
    Aead aead(systemRandomness());
    const auto sealed = aead.sealSingleUse(vector.key, vector.nonce, vector.associated, vector.plain);
    return sealed && same(*sealed, vector.sealed) &&
           same(aead.openSingleUse(vector.key, vector.nonce, vector.associated, vector.sealed), vector.plain);
}

bool holds(const Vectors::Ed25519& vector)
{
    const auto publicKey = signingPublicKey(vector.privateKey);
    if (!publicKey || !same(*publicKey, vector.publicKey)) {
        return false;
    }
    Bytes signature(64);
    return Signer(vector.privateKey, *publicKey).sign(vector.message, signature) &&
           same(signature, vector.signature) && verifySignature(*publicKey, vector.message, vector.signature);
}

bool holds(const Vectors::X25519& vector)
{
    return same(agree(vector.privateKey, vector.otherPublicKey), vector.shared);
}

bool holds(const Vectors::P256& vector)
{
    const auto pair = CallKeyPair::fromPrivate(SecretBytes(vector.privateKey));
    return pair && same(pair->publicKey(), vector.publicKey) &&
           same(pair->agree(vector.otherPublicKey), vector.shared);
}

bool holds(const Vectors::Hpke& vector)
{
    FixedRandomness randomness(vector.ephemeralPrivate);
    Aead aead(randomness);
    const HpkeContext context{vector.info, vector.associated};
    const auto recipient = agreementPublicKey(vector.recipientPrivate);
    if (!recipient || !same(*recipient, vector.recipientPublic)) {
        return false;
    }
    const auto box = hpkeSeal(aead, randomness, publicKeyFrom(vector.recipientPublic), context, vector.plain);
    return box && same(*box, vector.box) &&
           same(hpkeOpen(aead, vector.recipientPrivate, *recipient, context, vector.box), vector.plain);
}

Result<void> unless(bool holding, const char* primitive)
{
    return holding ? Result<void>() : fail(ErrorCode::SelfTestFailed, primitive);
}

} // namespace

Result<void> selfTestOn(const SelfTestVectors& vectors)
{
    CHEVET_TRY(unless(holds(vectors.sha256), "SHA-256"));
    CHEVET_TRY(unless(holds(vectors.hkdf), "HKDF"));
    CHEVET_TRY(unless(holds(vectors.scrypt), "scrypt"));
    CHEVET_TRY(unless(holds(vectors.gcm), "AES-256-GCM"));
    CHEVET_TRY(unless(holds(vectors.ed25519), "Ed25519"));
    CHEVET_TRY(unless(holds(vectors.x25519), "X25519"));
    CHEVET_TRY(unless(holds(vectors.p256), "P-256"));
    return unless(holds(vectors.hpke), "HPKE");
}

Result<void> selfTest()
{
    return selfTestOn(publishedVectors());
}

} // namespace chevet::sealing
