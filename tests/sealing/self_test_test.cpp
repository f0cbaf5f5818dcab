// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/derivation.h"
#include "sealing/digest.h"
#include "sealing/self_test.h"
#include "sealing/self_test_vectors.h"
#include "support/catch.h"

#include <functional>

using namespace chevet;
using namespace chevet::sealing;

namespace {

struct Field
{
    const char* primitive;
    std::function<Bytes&(SelfTestVectors&)> of;
};

using V = SelfTestVectors;

const std::vector<Field>& fields()
{
    static const std::vector<Field> all{
        {"SHA-256", [](V& v) -> Bytes& { return v.sha256.message; }},
        {"SHA-256", [](V& v) -> Bytes& { return v.sha256.digest; }},
        {"HKDF", [](V& v) -> Bytes& { return v.hkdf.material; }},
        {"HKDF", [](V& v) -> Bytes& { return v.hkdf.salt; }},
        {"HKDF", [](V& v) -> Bytes& { return v.hkdf.info; }},
        {"HKDF", [](V& v) -> Bytes& { return v.hkdf.pseudorandomKey; }},
        {"HKDF", [](V& v) -> Bytes& { return v.hkdf.derived; }},
        {"scrypt", [](V& v) -> Bytes& { return v.scrypt.derived; }},
        {"AES-256-GCM", [](V& v) -> Bytes& { return v.gcm.key; }},
        {"AES-256-GCM", [](V& v) -> Bytes& { return v.gcm.nonce; }},
        {"AES-256-GCM", [](V& v) -> Bytes& { return v.gcm.associated; }},
        {"AES-256-GCM", [](V& v) -> Bytes& { return v.gcm.plain; }},
        {"AES-256-GCM", [](V& v) -> Bytes& { return v.gcm.sealed; }},
        {"Ed25519", [](V& v) -> Bytes& { return v.ed25519.privateKey; }},
        {"Ed25519", [](V& v) -> Bytes& { return v.ed25519.publicKey; }},
        {"Ed25519", [](V& v) -> Bytes& { return v.ed25519.message; }},
        {"Ed25519", [](V& v) -> Bytes& { return v.ed25519.signature; }},
        {"X25519", [](V& v) -> Bytes& { return v.x25519.privateKey; }},
        {"X25519", [](V& v) -> Bytes& { return v.x25519.otherPublicKey; }},
        {"X25519", [](V& v) -> Bytes& { return v.x25519.shared; }},
        {"P-256", [](V& v) -> Bytes& { return v.p256.privateKey; }},
        {"P-256", [](V& v) -> Bytes& { return v.p256.publicKey; }},
        {"P-256", [](V& v) -> Bytes& { return v.p256.otherPublicKey; }},
        {"P-256", [](V& v) -> Bytes& { return v.p256.shared; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.info; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.ephemeralPrivate; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.recipientPrivate; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.recipientPublic; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.associated; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.plain; }},
        {"HPKE", [](V& v) -> Bytes& { return v.hpke.box; }},
    };
    return all;
}

} // namespace

TEST_CASE("the self-test holds on the published vectors")
{
    CHECK(selfTest());
}

TEST_CASE("the self-test notices one wrong bit in each byte of each vector and names the primitive")
{
    // Bit 3 of a byte: the curves ignore some of the bits at both ends of a key, never this one.
    for (std::size_t i = 0; i < fields().size(); ++i) {
        const auto& field = fields()[i];
        auto vectors = publishedVectors();
        const auto size = field.of(vectors).size();
        REQUIRE(size > 0);
        for (std::size_t at = 0; at < size; ++at) {
            vectors = publishedVectors();
            field.of(vectors)[at] ^= 0x08;
            const auto outcome = selfTestOn(vectors);
            INFO(field.primitive << ", field " << i << ", byte " << at);
            REQUIRE_FALSE(outcome);
            CHECK(outcome.error().code == ErrorCode::SelfTestFailed);
            CHECK(outcome.error().place == field.primitive);
        }
    }
}

TEST_CASE("scrypt gives the published key for several blocks and lanes")
{
    // RFC 7914, section 12, second vector: what the self-test leaves out since it takes 30 ms.
    const auto derived = scrypt(viewOf("password"), viewOf("NaCl"), {.n = 1024, .r = 8, .p = 16}, 64);
    REQUIRE(derived);
    CHECK(toHex(derived->view()) == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                                    "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
}

TEST_CASE("a digest over parts is the digest of the whole")
{
    const auto whole = sha256({viewOf("a resident's note")});
    CHECK(sha256({viewOf("a resident"), {}, viewOf("'s note")}) == whole);
    CHECK(sha256({}) != whole);
    CHECK(toHex(sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256({viewOf("a resident's note")}) == whole);
}
