// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/derivation.h"
#include "sealing/keyring_access.h"
#include "sealing/keyring_self.h"
#include "sealing/vault_file.h"

namespace chevet::sealing {
namespace {

constexpr std::string_view unlockLabel = "chevet/unlock/1";
constexpr std::uint32_t firstEpoch = 1;

} // namespace

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
    signer.emplace(signingPrivate(), publicKeys.signing);
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

Result<FoundedVault> KeyringAccess::found(const Founding& founding, const UnlockKey& unlock,
                                          Randomness& randomness)
{
    CHEVET_TRY(checkBounds(founding.scrypt));
    if (founding.salt.size() != saltSize || founding.team.isNull() || founding.device.isNull()) {
        return fail(ErrorCode::BadInput, "founding");
    }
    auto self = std::make_unique<Keyring::Self>(randomness);
    self->description = {vaultVersion,    false,           founding.team, founding.device,
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
    if (file->description.newer) {
        return fail(ErrorCode::VaultNewer, "vault.cbor", file->description.formatVersion);
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

} // namespace chevet::sealing
