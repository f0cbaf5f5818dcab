// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/keyring.h"

#include "sealing/aead.h"
#include "sealing/curve.h"
#include "sealing/derivation.h"
#include "sealing/envelope_seal.h"
#include "sealing/key_table.h"
#include "sealing/key_wrap.h"
#include "sealing/keyring_access.h"
#include "sealing/randomness.h"
#include "sealing/vault_file.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

constexpr std::string_view unlockLabel = "chevet/unlock/1";
constexpr std::string_view localLabel = "chevet/local/1";
constexpr std::uint32_t firstEpoch = 1;

bool isKnown(Compartment compartment)
{
    return std::ranges::find(allCompartments, compartment) != allCompartments.end();
}

} // namespace

/// Until there is a roster, this device is the only one whose grants it takes.
struct Keyring::Self final : GrantorDirectory
{
    explicit Self(Randomness& source) : randomness(source), aead(source), keys(aead, description.team) {}

    View signingPrivate() const { return deviceSecrets.view().first(32); }
    View agreementPrivate() const { return deviceSecrets.view().last(32); }

    std::optional<PublicKey> signingKeyOf(const DeviceId& grantor) const override
    {
        return grantor == description.device ? std::optional(publicKeys.signing) : std::nullopt;
    }

    /// Everything that follows from the vault's key and the device's private keys.
    Result<void> settle();
    Result<WrappedKey> makeCompartmentKey(Compartment compartment);
    Result<KeyId> makeDataKey(Compartment compartment, const ResidentId& resident);
    bool adoptGrant(const WrappedKey& row);

    Randomness& randomness;
    mutable Aead aead; ///< holds contexts that every call changes
    VaultDescription description;
    SecretBytes vaultKey; ///< kept for a change of passphrase
    SecretBytes deviceSecrets;
    SecretBytes localKey;
    DeviceKeys publicKeys;
    mutable KeyTable keys; ///< opens rows when they are first needed
    std::vector<WrappedKey> fresh;
};

Result<void> Keyring::Self::settle()
{
    auto local = vaultSubkey(vaultKey.view(), localLabel);
    const auto signing = signingPublicKey(signingPrivate());
    const auto agreement = agreementPublicKey(agreementPrivate());
    if (!local || !signing || !agreement) {
        return fail(ErrorCode::Internal, "device keys");
    }
    localKey = std::move(*local);
    publicKeys = {*signing, *agreement};
    return {};
}

Result<WrappedKey> Keyring::Self::makeCompartmentKey(Compartment compartment)
{
    auto key = randomness.secret(keySize);
    if (!key) {
        return failAs(key);
    }
    WrappedKey row;
    row.compartment = compartment;
    row.epoch = firstEpoch;
    CHEVET_TRY(sealGrant(aead, randomness,
                         {description.team, description.device, signingPrivate(), publicKeys.signing},
                         {description.device, publicKeys.agreement}, key->view(), row));
    keys.addCompartmentKey(row, std::move(*key));
    return row;
}

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

Result<UnlockKey> UnlockKey::derive(View passphrase, View salt, const ScryptParameters& parameters)
{
    CHEVET_TRY(checkBounds(parameters));
    if (passphrase.empty()) {
        return fail(ErrorCode::BadInput, "passphrase");
    }
    if (salt.size() != saltSize) {
        return fail(ErrorCode::BadInput, "salt");
    }
    const auto stretched = scrypt(passphrase, salt, parameters, keySize);
    if (!stretched) {
        return failAs(stretched);
    }
    // A second factor will be appended to the stretched passphrase here.
    auto key = hkdf({}, stretched->view(), viewOf(unlockLabel), keySize);
    if (!key) {
        return failAs(key);
    }
    return UnlockKey(std::move(*key));
}

Result<VaultDescription> describeVault(View vaultFile)
{
    auto file = readVaultFile(vaultFile);
    if (!file) {
        return failAs(file);
    }
    return std::move(file->description);
}

Keyring::Keyring(std::unique_ptr<Self> self) : m_self(std::move(self)) {}

Keyring::~Keyring() = default;

Result<FoundedVault> KeyringAccess::found(const Founding& founding, const UnlockKey& unlock,
                                          Randomness& randomness)
{
    CHEVET_TRY(checkBounds(founding.scrypt));
    if (founding.salt.size() != saltSize || founding.team.isNull() || founding.device.isNull()) {
        return fail(ErrorCode::BadInput, "founding");
    }
    auto self = std::make_unique<Keyring::Self>(randomness);
    self->description = {vaultVersion,    founding.team,   founding.device,
                         founding.sample, founding.scrypt, founding.salt};
    auto vaultKey = randomness.secret(keySize);
    auto deviceSecrets = randomness.secret(deviceSecretsSize);
    if (!vaultKey || !deviceSecrets) {
        return fail(ErrorCode::RandomFailed, "founding");
    }
    self->vaultKey = std::move(*vaultKey);
    self->deviceSecrets = std::move(*deviceSecrets);
    CHEVET_TRY(self->settle());
    FoundedVault vault;
    for (const auto compartment : allCompartments) {
        auto row = self->makeCompartmentKey(compartment);
        if (!row) {
            return failAs(row);
        }
        vault.keys.push_back(std::move(*row));
    }
    auto file = writeVaultFile(
        self->aead, {self->description, {}, self->vaultKey.view(), self->deviceSecrets.view()}, unlock);
    if (!file) {
        return failAs(file);
    }
    vault.vaultFile = std::move(*file);
    vault.keyring.reset(new Keyring(std::move(self)));
    return vault;
}

Result<std::unique_ptr<Keyring>> KeyringAccess::unlock(View vaultFile, const UnlockKey& unlock,
                                                       Randomness& randomness)
{
    const auto file = readVaultFile(vaultFile);
    if (!file) {
        return failAs(file);
    }
    auto self = std::make_unique<Keyring::Self>(randomness);
    self->description = file->description;
    auto vaultKey = openPassphraseSlot(self->aead, *file, unlock);
    if (!vaultKey) {
        return failAs(vaultKey);
    }
    self->vaultKey = std::move(*vaultKey);
    auto deviceSecrets = openDeviceBox(self->aead, *file, self->vaultKey.view());
    if (!deviceSecrets) {
        return failAs(deviceSecrets);
    }
    self->deviceSecrets = std::move(*deviceSecrets);
    CHEVET_TRY(self->settle());
    return std::unique_ptr<Keyring>(new Keyring(std::move(self)));
}

Result<FoundedVault> Keyring::found(const Founding& founding, const UnlockKey& unlock)
{
    return KeyringAccess::found(founding, unlock, systemRandomness());
}

Result<std::unique_ptr<Keyring>> Keyring::unlock(View vaultFile, const UnlockKey& unlock)
{
    return KeyringAccess::unlock(vaultFile, unlock, systemRandomness());
}

Bytes Keyring::newSalt()
{
    Bytes salt(saltSize);
    if (!systemRandomness().fillPublic(salt)) {
        salt.clear();
    }
    return salt;
}

Result<Bytes> Keyring::rewrap(View vaultFile, const UnlockKey& unlock, const ScryptParameters& scrypt,
                              View salt) const
{
    CHEVET_TRY(checkBounds(scrypt));
    if (salt.size() != saltSize) {
        return fail(ErrorCode::BadInput, "salt");
    }
    const auto file = readVaultFile(vaultFile);
    if (!file) {
        return failAs(file);
    }
    // The file must be this vault's, unchanged: its unknown slots are taken over.
    if (!openDeviceBox(m_self->aead, *file, m_self->vaultKey.view())) {
        return fail(ErrorCode::VaultDamaged, "vault.cbor device");
    }
    auto description = m_self->description;
    description.scrypt = scrypt;
    description.salt.assign(salt.begin(), salt.end());
    return writeVaultFile(
        m_self->aead,
        {std::move(description), file->unknownSlots, m_self->vaultKey.view(), m_self->deviceSecrets.view()},
        unlock);
}

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
    return sealEnvelope(m_self->aead, key, {m_self->signingPrivate(), m_self->publicKeys.signing}, header,
                        payload);
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
