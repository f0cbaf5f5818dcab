// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/keyring.h"

#include "sealing/envelope_seal.h"
#include "sealing/keyring_self.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

constexpr std::string_view pieceLabel = "chevet/part/1";

} // namespace
namespace {

bool isKnown(Compartment compartment)
{
    return std::ranges::find(allCompartments, compartment) != allCompartments.end();
}

} // namespace

Result<KeyId> Keyring::Self::makeDataKey(Compartment compartment, const ResidentId& resident)
{
    const auto wrapping = keys.currentCompartmentKey(compartment);
    auto key = randomness.secret(keySize);
    if (!wrapping || !key) {
        return wrapping ? failAs(key)
                        : fail(ErrorCode::UnknownKey, std::string(compartmentName(compartment)));
    }
    WrappedKey row;
    row.compartment = compartment;
    row.resident = resident;
    row.epoch = wrapping->epoch;
    CHEVET_TRY(sealDataKey(aead, description.team, keys.find(wrapping->kid), key->view(), row));
    keys.addDataKey(row, std::move(*key));
    fresh.push_back(row);
    return row.kid;
}

bool Keyring::Self::adoptGrant(const WrappedKey& row)
{
    auto key = openGrant(
        aead, *this, {description.team, description.device, agreementPrivate(), publicKeys.agreement}, row);
    if (!key) {
        return false;
    }
    keys.addCompartmentKey(row, std::move(*key));
    return true;
}

Keyring::Keyring(std::unique_ptr<Self> self) : m_self(std::move(self)) {}

Keyring::~Keyring() = default;

const TeamId& Keyring::team() const
{
    return m_self->description.team;
}

const DeviceId& Keyring::device() const
{
    return m_self->description.device;
}

bool Keyring::isSample() const
{
    return m_self->description.sample;
}

bool Keyring::isOfNewerVault() const
{
    return m_self->description.newer;
}

const DeviceKeys& Keyring::publicKeys() const
{
    return m_self->publicKeys;
}

std::size_t Keyring::adopt(std::span<const WrappedKey> rows)
{
    std::size_t leftOut = 0;
    m_self->keys.makeRoomFor(rows.size());
    for (const auto& row : rows) {
        if (!isKnown(row.compartment) || (!row.resident && !m_self->adoptGrant(row))) {
            ++leftOut;
        }
    }
    for (const auto& row : rows) {
        if (isKnown(row.compartment) && row.resident && !m_self->keys.addDataKey(row)) {
            ++leftOut;
        }
    }
    return leftOut;
}

std::size_t Keyring::checkKeys()
{
    return m_self->keys.openAll();
}

Result<KeyId> Keyring::keyFor(Compartment compartment, const std::optional<ResidentId>& resident)
{
    const auto own = isKnown(compartment) ? m_self->keys.currentCompartmentKey(compartment) : std::nullopt;
    if (!own) {
        return fail(ErrorCode::UnknownKey, std::string(compartmentName(compartment)));
    }
    if (!resident) {
        return own->kid;
    }
    // After a change of the compartment's key a resident gets a new data key at the next write.
    if (const auto current = m_self->keys.currentDataKey(compartment, *resident);
        current && current->epoch == own->epoch) {
        return current->kid;
    }
    return m_self->makeDataKey(compartment, *resident);
}

std::vector<WrappedKey> Keyring::takeNewKeys()
{
    return std::exchange(m_self->fresh, {});
}

bool Keyring::holds(const KeyId& kid) const
{
    return m_self->keys.holds(kid);
}

std::optional<Compartment> Keyring::compartmentOf(const KeyId& kid) const
{
    return m_self->keys.compartmentOf(kid);
}

void Keyring::forget(const ResidentId& resident)
{
    m_self->keys.forget(resident);
    std::erase_if(m_self->fresh, [&](const WrappedKey& row) { return row.resident == resident; });
}

Result<Bytes> Keyring::seal(EnvelopeHeader header, View payload) const
{
    const auto key = m_self->keys.find(header.kid);
    if (key.empty()) {
        return fail(ErrorCode::UnknownKey, "envelope");
    }
    header.team = m_self->description.team;
    header.device = m_self->description.device;
    return sealEnvelope(m_self->aead, key, *m_self->signer, header, payload);
}

Result<void> Keyring::open(View envelope, Bytes& into) const
{
    into.clear();
    const auto parts = parseEnvelope(envelope);
    if (!parts) {
        return failAs(parts);
    }
    if (parts->header.team != m_self->description.team) {
        return fail(ErrorCode::WrongTeam, "envelope");
    }
    const auto key = m_self->keys.find(parts->header.kid);
    if (key.empty()) {
        return fail(ErrorCode::UnknownKey, "envelope");
    }
    return openEnvelope(m_self->aead, key, *parts, into);
}

Result<void> Keyring::verify(View envelope, const std::array<std::uint8_t, 32>& signingKey)
{
    return verifyEnvelope(envelope, signingKey);
}

Result<Bytes> Keyring::sealPiece(const KeyId& kid, View context, View plain) const
{
    const auto key = m_self->keys.find(kid);
    if (key.empty()) {
        return fail(ErrorCode::UnknownKey, "piece");
    }
    auto box = m_self->aead.seal(
        key, {viewOf(pieceLabel), m_self->description.team.view(), kid.view(), context}, plain);
    if (!box) {
        return failAs(box);
    }
    box->insert(box->begin(), kid.bytes.begin(), kid.bytes.end());
    return box;
}

Result<Bytes> Keyring::openPiece(View context, View box) const
{
    KeyId kid;
    if (box.size() < kid.bytes.size() + boxOverhead) {
        return fail(ErrorCode::Truncated, "piece");
    }
    kid = *KeyId::fromBytes(box.first(kid.bytes.size()));
    const auto key = m_self->keys.find(kid);
    if (key.empty()) {
        return fail(ErrorCode::UnknownKey, "piece");
    }
    const auto sealed = box.subspan(kid.bytes.size());
    Bytes plain(sealed.size() - boxOverhead);
    CHEVET_TRY(m_self->aead.open(
        key, {viewOf(pieceLabel), m_self->description.team.view(), kid.view(), context}, sealed, plain));
    return plain;
}

Result<Bytes> Keyring::sealLocal(View context, View plain) const
{
    const auto& description = m_self->description;
    return m_self->aead.seal(
        m_self->localKey.view(),
        {viewOf(localLabel), description.team.view(), description.device.view(), context}, plain);
}

Result<Bytes> Keyring::openLocal(View context, View box) const
{
    if (box.size() < boxOverhead) {
        return fail(ErrorCode::Truncated, "box");
    }
    const auto& description = m_self->description;
    Bytes plain(box.size() - boxOverhead);
    CHEVET_TRY(m_self->aead.open(
        m_self->localKey.view(),
        {viewOf(localLabel), description.team.view(), description.device.view(), context}, box, plain));
    return plain;
}

} // namespace chevet::sealing
