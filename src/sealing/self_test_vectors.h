// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The vectors of the self-test, as values, so that a test can break each of them and see that it is noticed.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"

namespace chevet::sealing {

struct SelfTestVectors
{
    struct Digest
    {
        Bytes message;
        Bytes digest;
    } sha256;
    struct Hkdf
    {
        Bytes material;
        Bytes salt;
        Bytes info;
        Bytes pseudorandomKey;
        Bytes derived;
    } hkdf;
    struct Scrypt
    {
        Bytes derived; ///< of an empty passphrase and an empty salt, N = 16, r = 1, p = 1
    } scrypt;
    struct Gcm
    {
        Bytes key;
        Bytes nonce;
        Bytes associated;
        Bytes plain;
        Bytes sealed; ///< ciphertext ‖ tag
    } gcm;
    struct Ed25519
    {
        Bytes privateKey;
        Bytes publicKey;
        Bytes message;
        Bytes signature;
    } ed25519;
    struct X25519
    {
        Bytes privateKey;
        Bytes otherPublicKey;
        Bytes shared;
    } x25519;
    struct P256
    {
        Bytes privateKey;
        Bytes publicKey;
        Bytes otherPublicKey;
        Bytes shared;
    } p256;
    struct Hpke
    {
        Bytes info;
        Bytes ephemeralPrivate;
        Bytes recipientPrivate;
        Bytes recipientPublic;
        Bytes associated;
        Bytes plain;
        Bytes box; ///< encapsulated key ‖ ciphertext ‖ tag
    } hpke;
};

const SelfTestVectors& publishedVectors();

/// What selfTest does, on these vectors.
Result<void> selfTestOn(const SelfTestVectors& vectors);

} // namespace chevet::sealing
