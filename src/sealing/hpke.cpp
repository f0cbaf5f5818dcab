// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/hpke.h"

#include "sealing/derivation.h"

#include <array>

namespace chevet::sealing {
namespace {

// RFC 9180, 4.1 and 5.1: "KEM" ‖ kem_id; "HPKE" ‖ kem_id ‖ kdf_id ‖ aead_id.
constexpr std::array<std::uint8_t, 5> kemSuite{'K', 'E', 'M', 0x00, 0x20};
constexpr std::array<std::uint8_t, 10> hpkeSuite{'H', 'P', 'K', 'E', 0x00, 0x20, 0x00, 0x01, 0x00, 0x02};
constexpr std::uint8_t baseMode = 0;

void append(std::span<std::uint8_t>& rest, View part)
{
    std::copy(part.begin(), part.end(), rest.begin());
    rest = rest.subspan(part.size());
}

Result<SecretBytes> labeledExtract(View suite, View salt, std::string_view label, View material)
{
    const auto version = viewOf("HPKE-v1");
    SecretBytes labeled(version.size() + suite.size() + label.size() + material.size());
    auto rest = labeled.writable();
    for (const auto part : {version, suite, viewOf(label), material}) {
        append(rest, part);
    }
    return hkdfExtract(salt, labeled.view());
}

Result<SecretBytes> labeledExpand(View suite, View key, std::string_view label, View info, std::size_t size)
{
    const std::array<std::uint8_t, 2> length{static_cast<std::uint8_t>(size >> 8),
                                             static_cast<std::uint8_t>(size & 0xFF)};
    Bytes labeled;
    for (const auto part : {View(length), viewOf("HPKE-v1"), suite, viewOf(label), info}) {
        labeled.insert(labeled.end(), part.begin(), part.end());
    }
    return hkdfExpand(key, labeled, size);
}

/// ExtractAndExpand (4.1) over the agreed secret.
Result<SecretBytes> kemSecret(View agreed, View encapsulated, View recipient)
{
    const auto key = labeledExtract(kemSuite, {}, "eae_prk", agreed);
    if (!key) {
        return failAs(key);
    }
    Bytes context(encapsulated.begin(), encapsulated.end());
    context.insert(context.end(), recipient.begin(), recipient.end());
    return labeledExpand(kemSuite, key->view(), "shared_secret", context, 32);
}

struct Schedule
{
    SecretBytes key;
    SecretBytes nonce;
};

/// KeySchedule (5.1) in base mode: no pre-shared key. The nonce of sequence number 0 is the base nonce
/// itself.
Result<Schedule> schedule(View sharedSecret, View info)
{
    const auto noKeyHash = labeledExtract(hpkeSuite, {}, "psk_id_hash", {});
    const auto infoHash = labeledExtract(hpkeSuite, {}, "info_hash", info);
    const auto secret = labeledExtract(hpkeSuite, sharedSecret, "secret", {});
    if (!noKeyHash || !infoHash || !secret) {
        return fail(ErrorCode::Internal, "key schedule");
    }
    Bytes context{baseMode};
    for (const auto part : {noKeyHash->view(), infoHash->view()}) {
        context.insert(context.end(), part.begin(), part.end());
    }
    auto key = labeledExpand(hpkeSuite, secret->view(), "key", context, keySize);
    auto nonce = labeledExpand(hpkeSuite, secret->view(), "base_nonce", context, 12);
    if (!key || !nonce) {
        return fail(ErrorCode::Internal, "key schedule");
    }
    return Schedule{std::move(*key), std::move(*nonce)};
}

/// From the agreement to what the message is sealed with; the same on both sides.
Result<Schedule> scheduleFor(View ownPrivate, View otherPublic, View encapsulated, View recipient, View info)
{
    const auto agreed = agree(ownPrivate, otherPublic);
    if (!agreed) {
        return failAs(agreed);
    }
    const auto shared = kemSecret(agreed->view(), encapsulated, recipient);
    if (!shared) {
        return failAs(shared);
    }
    return schedule(shared->view(), info);
}

} // namespace

Result<Bytes> hpkeSeal(Aead& aead, Randomness& randomness, const PublicKey& recipient,
                       const HpkeContext& context, View plain)
{
    const auto ephemeral = randomness.secret(32);
    if (!ephemeral) {
        return failAs(ephemeral);
    }
    const auto encapsulated = agreementPublicKey(ephemeral->view());
    if (!encapsulated) {
        return failAs(encapsulated);
    }
    const auto keys = scheduleFor(ephemeral->view(), recipient, *encapsulated, recipient, context.info);
    if (!keys) {
        return failAs(keys);
    }
    const auto sealed = aead.sealSingleUse(keys->key.view(), keys->nonce.view(), context.associated, plain);
    if (!sealed) {
        return failAs(sealed);
    }
    Bytes box(encapsulated->begin(), encapsulated->end());
    box.insert(box.end(), sealed->begin(), sealed->end());
    return box;
}

Result<SecretBytes> hpkeOpen(Aead& aead, View recipientPrivate, const PublicKey& recipient,
                             const HpkeContext& context, View box)
{
    if (box.size() < hpkeOverhead) {
        return fail(ErrorCode::Truncated, "grant");
    }
    const auto encapsulated = box.first(32);
    const auto keys = scheduleFor(recipientPrivate, encapsulated, encapsulated, recipient, context.info);
    if (!keys) {
        return failAs(keys);
    }
    return aead.openSingleUse(keys->key.view(), keys->nonce.view(), context.associated, box.subspan(32));
}

} // namespace chevet::sealing
