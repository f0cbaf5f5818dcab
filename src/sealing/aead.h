// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AES-256-GCM. The only file that calls the library's encrypt and decrypt functions.
// A box is nonce 12 ‖ ciphertext ‖ tag 16; nonces are random, made here, and never a parameter, but for
// HPKE's keys, which are used once. Tags are always 16 bytes, and no plaintext is handed out before its tag
// was checked.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/randomness.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>

namespace chevet::sealing {

inline constexpr std::size_t keySize = 32;
inline constexpr std::size_t boxOverhead = 12 + 16;

/// Parts of the associated data, read as if they were one text.
using Associated = std::initializer_list<View>;

/// Keeps its contexts from call to call. One thread at a time.
class Aead
{
public:
    explicit Aead(Randomness& randomness);
    ~Aead();
    Aead(const Aead&) = delete;
    Aead& operator=(const Aead&) = delete;

    /// `box` holds the plaintext between the places of nonce and tag, and is the finished box afterwards.
    /// On an error the plaintext in it is wiped. Errors: RandomFailed, Internal.
    Result<void> sealInPlace(View key, Associated associated, std::span<std::uint8_t> box);

    /// Errors: TooLarge above 1 GiB, RandomFailed, Internal.
    Result<Bytes> seal(View key, Associated associated, View plain);

    /// `plain` is exactly boxOverhead smaller than `box`. On an error it is wiped.
    /// Errors: Truncated, NotAuthentic.
    Result<void> open(View key, Associated associated, View box, std::span<std::uint8_t> plain);

    /// Ciphertext ‖ tag under a key that is derived for this one message together with its nonce (RFC 9180),
    /// or stands in a published vector. Nothing else may call this.
    Result<Bytes> sealSingleUse(View key, View nonce, View associated, View plain);
    Result<SecretBytes> openSingleUse(View key, View nonce, View associated, View sealed);

private:
    struct Contexts;
    Result<void> encrypt(View key, View nonce, Associated associated, View plain,
                         std::span<std::uint8_t> ciphertext, std::span<std::uint8_t> tag);
    Result<void> decrypt(View key, View nonce, Associated associated, View ciphertext, View tag,
                         std::span<std::uint8_t> plain);

    Randomness& m_randomness;
    std::unique_ptr<Contexts> m_contexts;
};

} // namespace chevet::sealing
