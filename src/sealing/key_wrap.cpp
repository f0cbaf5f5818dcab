// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/key_wrap.h"

#include "sealing/digest.h"
#include "sealing/id_bytes.h"
#include "sealing/signature.h"

#include <algorithm>
#include <array>

namespace chevet::sealing {
namespace {

constexpr std::string_view grantPrefix = "chevet/grant/1";
constexpr std::string_view dataKeyPrefix = "chevet/data-key/1";
constexpr std::size_t grantBoxSize = hpkeOverhead + keySize;

template<std::size_t Size> class FixedText
{
public:
    void put(View part) { m_at = std::ranges::copy(part, m_at).out; }
    void putByte(std::uint8_t value) { *m_at++ = value; }
    void putNumber(std::uint32_t value)
    {
        putBigEndian(&*m_at, value);
        m_at += sizeof value;
    }
    View view() const { return m_bytes; }

private:
    std::array<std::uint8_t, Size> m_bytes{};
    typename std::array<std::uint8_t, Size>::iterator m_at = m_bytes.begin();
};

/// team 16 ‖ grantor 16 ‖ grantee 16 ‖ compartment 1 ‖ epoch 4 ‖ kid 16: what a grant is about.
using GrantText = FixedText<16 + 16 + 16 + 1 + 4 + 16>;

GrantText grantText(const TeamId& team, View grantor, View grantee, const WrappedKey& row)
{
    GrantText text;
    text.put(team.view());
    text.put(grantor);
    text.put(grantee);
    text.putByte(static_cast<std::uint8_t>(row.compartment));
    text.putNumber(row.epoch);
    text.put(row.kid.view());
    return text;
}

Bytes signedText(View about, View box)
{
    Bytes text(grantPrefix.size() + about.size() + box.size());
    auto at = std::ranges::copy(viewOf(grantPrefix), text.begin()).out;
    at = std::ranges::copy(about, at).out;
    std::ranges::copy(box, at);
    return text;
}

/// team 16 ‖ compartment 1 ‖ resident 16 ‖ epoch 4 ‖ kid 16, after the prefix.
FixedText<16 + 1 + 16 + 4 + 16> dataKeyText(const DataKeyPlace& place)
{
    FixedText<16 + 1 + 16 + 4 + 16> text;
    text.put(place.team.view());
    text.putByte(static_cast<std::uint8_t>(place.compartment));
    text.put(place.resident.view());
    text.putNumber(place.epoch);
    text.put(place.kid.view());
    return text;
}

bool names(const KeyId& kid, View key)
{
    return keyIdOf(key) == kid;
}

} // namespace

Result<void> sealGrant(Aead& aead, Randomness& randomness, const Grantor& grantor, const Grantee& grantee,
                       View key, WrappedKey& row)
{
    row.resident.reset();
    row.kid = keyIdOf(key);
    const auto about = grantText(grantor.team, grantor.device.view(), grantee.device.view(), row);
    const auto box = hpkeSeal(aead, randomness, grantee.agreement, {viewOf(grantPrefix), about.view()}, key);
    if (!box) {
        return failAs(box);
    }
    row.box.assign(grantSize, 0);
    const std::span<std::uint8_t> whole(row.box);
    std::ranges::copy(grantor.device.bytes, whole.begin());
    std::ranges::copy(grantee.device.bytes, whole.begin() + 16);
    std::ranges::copy(*box, whole.begin() + 32);
    return Signer(grantor.signingPrivate, grantor.signingPublic)
        .sign(signedText(about.view(), *box), whole.last(64));
}

Result<SecretBytes> openGrant(Aead& aead, const GrantorDirectory& grantors, const Recipient& recipient,
                              const WrappedKey& row)
{
    if (row.box.size() != grantSize || row.resident) {
        return fail(ErrorCode::Damaged, "grant");
    }
    const View whole(row.box);
    const auto grantor = idAt<DeviceId>(whole, 0);
    const auto grantee = whole.subspan(16, 16);
    const auto box = whole.subspan(32, grantBoxSize);
    const auto signingKey = grantors.signingKeyOf(grantor);
    if (!signingKey) {
        return fail(ErrorCode::NotAllowed, "grantor");
    }
    const auto about = grantText(recipient.team, grantor.view(), grantee, row);
    CHEVET_TRY(verifySignature(*signingKey, signedText(about.view(), box), whole.last(64)));
    if (!std::ranges::equal(grantee, recipient.device.bytes)) {
        return fail(ErrorCode::NotAllowed, "grantee");
    }
    auto key = hpkeOpen(aead, recipient.agreementPrivate, recipient.agreementPublic,
                        {viewOf(grantPrefix), about.view()}, box);
    if (key && !names(row.kid, key->view())) {
        return fail(ErrorCode::NotAuthentic, "kid");
    }
    return key;
}

Result<void> sealDataKey(Aead& aead, const TeamId& team, View wrapping, View inside, WrappedKey& row)
{
    row.kid = keyIdOf(inside);
    const auto text =
        dataKeyText({team, row.compartment, row.resident.value_or(ResidentId{}), row.epoch, row.kid});
    auto box = aead.seal(wrapping, {viewOf(dataKeyPrefix), text.view()}, inside);
    if (!box) {
        return failAs(box);
    }
    row.box = std::move(*box);
    return {};
}

Result<SecretBytes> openDataKey(Aead& aead, const DataKeyPlace& place, View wrapping, View box)
{
    SecretBytes key(keySize);
    if (box.size() != dataKeyBoxSize) {
        return fail(ErrorCode::NotAuthentic, "data key");
    }
    const auto text = dataKeyText(place);
    CHEVET_TRY(aead.open(wrapping, {viewOf(dataKeyPrefix), text.view()}, box, key.writable()));
    if (!names(place.kid, key.view())) {
        return fail(ErrorCode::NotAuthentic, "kid");
    }
    return key;
}

} // namespace chevet::sealing
