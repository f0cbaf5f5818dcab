// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where nonces and keys come from. Passed in, so that a test can make the generator fail; a failure is always
// an error (RandomFailed), never an unfilled buffer.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"

#include <cstdint>
#include <span>

namespace chevet::sealing {

class Randomness
{
public:
    virtual ~Randomness() = default;
    /// For what everybody may see: nonces, salts.
    virtual Result<void> fillPublic(std::span<std::uint8_t> bytes) = 0;
    /// For keys: the library keeps a second generator for them, so that public output says nothing about it.
    virtual Result<void> fillSecret(std::span<std::uint8_t> bytes) = 0;

    /// A new key. Error: RandomFailed.
    Result<SecretBytes> secret(std::size_t size);
};

/// OpenSSL's generator, seeded by the kernel. Any thread.
Randomness& systemRandomness();

} // namespace chevet::sealing
