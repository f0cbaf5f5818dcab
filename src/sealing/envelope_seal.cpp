// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/envelope_seal.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

constexpr std::string_view signaturePrefix = "chevet/event/1";
constexpr std::uint8_t paddingMark = 0x80;

void putHeader(std::span<std::uint8_t> to, const EnvelopeHeader& header)
{
    to[0] = envelopeVersion;
    to[1] = suiteAes256GcmEd25519;
    auto at = to.begin() + 2;
    at = std::ranges::copy(header.team.bytes, at).out;
    at = std::ranges::copy(header.device.bytes, at).out;
    putBigEndian(&*at, header.count);
    at = std::ranges::copy(header.prev, at + 8).out;
    std::ranges::copy(header.kid.bytes, at);
}

/// What is signed: the prefix, then everything but the signature itself.
Bytes signedText(View envelope)
{
    const auto body = envelope.first(envelope.size() - signatureSize);
    Bytes text(signaturePrefix.size() + body.size());
    std::ranges::copy(body, std::ranges::copy(viewOf(signaturePrefix), text.begin()).out);
    return text;
}

/// Where the payload ends: before the mark, with only zeros after it, and all of these within the last step.
std::optional<std::size_t> unpaddedSize(View padded)
{
    std::size_t at = padded.size();
    while (at > 0 && padded[at - 1] == 0) {
        --at;
    }
    if (at == 0 || padded[at - 1] != paddingMark || padded.size() - (at - 1) > paddingStep) {
        return std::nullopt;
    }
    return at - 1;
}

} // namespace

Result<Bytes> sealEnvelope(Aead& aead, View key, const Signer& signer, const EnvelopeHeader& header,
                           View payload)
{
    if (payload.size() > largestPayload) {
        return fail(ErrorCode::TooLarge, "event", static_cast<std::int64_t>(payload.size()));
    }
    if (header.count == 0) {
        return fail(ErrorCode::BadInput, "event count");
    }
    const auto padded = (payload.size() / paddingStep + 1) * paddingStep;
    Bytes envelope(headerSize + padded + boxOverhead + signatureSize);
    const std::span<std::uint8_t> whole(envelope);
    putHeader(whole.first(headerSize), header);
    const auto box = whole.subspan(headerSize, padded + boxOverhead);
    std::ranges::copy(payload, box.begin() + nonceSize);
    box[nonceSize + payload.size()] = paddingMark;
    CHEVET_TRY(aead.sealInPlace(key, {whole.first(headerSize)}, box));
    CHEVET_TRY(signer.sign(signedText(envelope), whole.last(signatureSize)));
    return envelope;
}

Result<void> openEnvelope(Aead& aead, View key, const EnvelopeParts& parts, Bytes& into)
{
    // Nonce, ciphertext and tag stand side by side.
    const View box(parts.nonce.data(), parts.nonce.size() + parts.ciphertext.size() + parts.tag.size());
    into.resize(parts.ciphertext.size());
    if (auto opened = aead.open(key, {parts.headerBytes}, box, into); !opened) {
        into.clear();
        return opened;
    }
    const auto size = unpaddedSize(into);
    if (!size) {
        wipe(into);
        into.clear();
        return fail(ErrorCode::NotCanonical, "padding");
    }
    into.resize(*size);
    return {};
}

Result<void> verifyEnvelope(View envelope, const PublicKey& signer)
{
    const auto parts = parseEnvelope(envelope);
    if (!parts) {
        return failAs(parts);
    }
    return verifySignature(signer, signedText(envelope), parts->signature);
}

} // namespace chevet::sealing
