// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The envelope: the fixed binary form in which every event stands on disk and on the team's hub. Sizes and an
// example are in docs/JOURNAL_FORMAT.md. This file knows the form; keyring.h makes and opens envelopes.
#pragma once

#include "foundation/bytes.h"
#include "foundation/ids.h"
#include "foundation/result.h"

#include <cstddef>
#include <cstdint>

namespace chevet::sealing {

inline constexpr std::uint8_t envelopeVersion = 1;
inline constexpr std::uint8_t suiteAes256GcmEd25519 = 1;
inline constexpr std::size_t headerSize = 1 + 1 + 16 + 16 + 8 + 32 + 16;
inline constexpr std::size_t nonceSize = 12;
inline constexpr std::size_t tagSize = 16;
inline constexpr std::size_t signatureSize = 64;
inline constexpr std::size_t paddingStep = 64;
inline constexpr std::size_t smallestEnvelope =
    headerSize + nonceSize + paddingStep + tagSize + signatureSize;
inline constexpr std::size_t largestEnvelope = std::size_t{64} * 1024;
/// The largest payload that fits: the ciphertext is payload ‖ 0x80 ‖ zeros, a multiple of 64 bytes.
inline constexpr std::size_t largestPayload =
    (largestEnvelope - headerSize - nonceSize - tagSize - signatureSize) / paddingStep * paddingStep - 1;

struct EnvelopeHeader
{
    TeamId team;
    DeviceId device;
    std::uint64_t count = 0; ///< 1, 2, 3 … for each device
    Sha256 prev{};           ///< SHA-256 of this device's previous envelope; zeros for the first
    KeyId kid;               ///< names the key that sealed it: first 16 bytes of SHA-256("kid1" ‖ key)

    bool operator==(const EnvelopeHeader&) const = default;
};

/// Views into the envelope that was parsed; valid as long as its bytes are.
struct EnvelopeParts
{
    EnvelopeHeader header;
    View headerBytes;
    View nonce;
    View ciphertext;
    View tag;
    View signature;
};

/// Checks the form only (sizes, version, suite). Errors: Truncated, TooLarge, NotCanonical; VaultNewer for a
/// version or suite above ours.
Result<EnvelopeParts> parseEnvelope(View envelope);

/// SHA-256 of the whole envelope: what the next one of the same device names as `prev`.
Sha256 envelopeHash(View envelope);

/// First 16 bytes of envelopeHash.
EventId eventIdOf(const Sha256& hash);

} // namespace chevet::sealing
