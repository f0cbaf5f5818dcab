// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/envelope.h"

#include "sealing/digest.h"
#include "sealing/id_bytes.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

constexpr std::size_t teamAt = 2;
constexpr std::size_t deviceAt = teamAt + 16;
constexpr std::size_t countAt = deviceAt + 16;
constexpr std::size_t prevAt = countAt + 8;
constexpr std::size_t kidAt = prevAt + 32;
static_assert(kidAt + 16 == headerSize && headerSize == 90);
static_assert(smallestEnvelope == 246 && largestPayload == 65343);

Result<void> checkForm(View envelope)
{
    // Version and suite first: a later version may have other sizes.
    if (envelope.size() < 2) {
        return fail(ErrorCode::Truncated, "envelope", static_cast<std::int64_t>(envelope.size()));
    }
    if (envelope[0] > envelopeVersion) {
        return fail(ErrorCode::VaultNewer, "envelope version", envelope[0]);
    }
    if (envelope[1] > suiteAes256GcmEd25519) {
        return fail(ErrorCode::VaultNewer, "envelope suite", envelope[1]);
    }
    if (envelope[0] != envelopeVersion || envelope[1] != suiteAes256GcmEd25519) {
        return fail(ErrorCode::NotCanonical, "envelope version");
    }
    if (envelope.size() < smallestEnvelope) {
        return fail(ErrorCode::Truncated, "envelope", static_cast<std::int64_t>(envelope.size()));
    }
    if (envelope.size() > largestEnvelope) {
        return fail(ErrorCode::TooLarge, "envelope", static_cast<std::int64_t>(envelope.size()));
    }
    if ((envelope.size() - smallestEnvelope) % paddingStep != 0) {
        return fail(ErrorCode::NotCanonical, "envelope size");
    }
    return {};
}

} // namespace

Result<EnvelopeParts> parseEnvelope(View envelope)
{
    CHEVET_TRY(checkForm(envelope));
    EnvelopeParts parts;
    parts.headerBytes = envelope.first(headerSize);
    parts.nonce = envelope.subspan(headerSize, nonceSize);
    parts.signature = envelope.last(signatureSize);
    parts.tag = envelope.subspan(envelope.size() - signatureSize - tagSize, tagSize);
    const auto ciphertextAt = headerSize + nonceSize;
    parts.ciphertext =
        envelope.subspan(ciphertextAt, envelope.size() - ciphertextAt - tagSize - signatureSize);
    parts.header.team = idAt<TeamId>(envelope, teamAt);
    parts.header.device = idAt<DeviceId>(envelope, deviceAt);
    parts.header.count = getBigEndian<std::uint64_t>(envelope.subspan(countAt, 8).data());
    std::ranges::copy(envelope.subspan(prevAt, 32), parts.header.prev.begin());
    parts.header.kid = idAt<KeyId>(envelope, kidAt);
    if (parts.header.count == 0) {
        return fail(ErrorCode::NotCanonical, "envelope count");
    }
    return parts;
}

Sha256 envelopeHash(View envelope)
{
    return sha256({envelope});
}

EventId eventIdOf(const Sha256& hash)
{
    return idAt<EventId>(hash, 0);
}

} // namespace chevet::sealing
