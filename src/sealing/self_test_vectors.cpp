// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/self_test_vectors.h"

namespace chevet::sealing {
namespace {

Bytes hex(std::string_view digits)
{
    return fromHex(digits).value_or(Bytes());
}

Bytes text(std::string_view characters)
{
    return {characters.begin(), characters.end()};
}

// FIPS 180-4; NIST's example "SHA256 one-block message".
SelfTestVectors::Digest sha256Vector()
{
    return {text("abc"), hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")};
}

// RFC 5869, appendix A.1.
SelfTestVectors::Hkdf hkdfVector()
{
    return {Bytes(22, 0x0B), hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"),
            hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"),
            hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")};
}

// RFC 7914, section 12, first vector.
SelfTestVectors::Scrypt scryptVector()
{
    return {hex("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")};
}

// "The Galois/Counter Mode of Operation" as submitted to NIST (McGrew and Viega), appendix B, test case 16.
SelfTestVectors::Gcm gcmVector()
{
    return {hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
            hex("cafebabefacedbaddecaf888"), hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
            hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                "76fc6ece0f4e1768cddf8853bb2d551b")};
}

// RFC 8032, section 7.1, test 2.
SelfTestVectors::Ed25519 ed25519Vector()
{
    return {hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
            hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"), hex("72"),
            hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")};
}

// RFC 7748, section 5.2, first X25519 vector.
SelfTestVectors::X25519 x25519Vector()
{
    return {hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
            hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"),
            hex("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")};
}

// RFC 5903, section 8.1.
SelfTestVectors::P256 p256Vector()
{
    return {hex("c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433"),
            hex("04dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180"
                "5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3"),
            hex("04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"
                "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab"),
            hex("d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de")};
}

// The vectors published with RFC 9180 (cfrg/draft-irtf-cfrg-hpke, test-vectors.json): mode 0, kem 32, kdf 1,
// aead 2, sequence number 0. The RFC's own appendix prints this suite with other ciphers only.
SelfTestVectors::Hpke hpkeVector()
{
    return {
        hex("4f6465206f6e2061204772656369616e2055726e"),
        hex("179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11"),
        hex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d"),
        hex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"),
        text("Count-0"),
        hex("4265617574792069732074727574682c20747275746820626561757479"),
        hex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"
            "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a")};
}

} // namespace

const SelfTestVectors& publishedVectors()
{
    static const SelfTestVectors vectors{sha256Vector(),  hkdfVector(),   scryptVector(), gcmVector(),
                                         ed25519Vector(), x25519Vector(), p256Vector(),   hpkeVector()};
    return vectors;
}

} // namespace chevet::sealing
