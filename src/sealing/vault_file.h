// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of vault.cbor (docs/JOURNAL_FORMAT.md, "vault.cbor and keys"): written, and read with suspicion.
// This file knows the form and what is bound to what; keyring.cpp holds the keys.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/aead.h"
#include "sealing/keyring.h"

#include <optional>
#include <vector>

namespace chevet::sealing {

inline constexpr std::uint32_t vaultVersion = 1;
inline constexpr std::size_t largestVaultFile = std::size_t{64} * 1024;
inline constexpr std::size_t saltSize = 16;
inline constexpr std::size_t deviceSecretsSize = 64; ///< Ed25519 private 32 ‖ X25519 private 32

/// What a key slot of type 1 (a passphrase) says in clear, and its box.
struct PassphraseSlot
{
    ScryptParameters scrypt;
    Bytes salt;
    Bytes associated; ///< what its box is bound to
    Bytes box;        ///< the vault's key under the slot's key
};

struct VaultFile
{
    VaultDescription description;
    PassphraseSlot passphrase;
    std::vector<Bytes> unknownSlots; ///< as encoded; kept when the passphrase changes
    Bytes deviceAssociated;          ///< what the device's box is bound to: everything before it
    Bytes deviceBox;                 ///< the device's private keys under a key derived from the vault's key
};

/// Errors: VaultDamaged, VaultNewer (number: the version), UnsafeParameters. A file of a later version is
/// read if everything that this version needs stands in it as this version knows it, and every other field
/// may be passed over (docs/JOURNAL_FORMAT.md, "Later versions").
Result<VaultFile> readVaultFile(View bytes);

/// What goes into a new file, or into the same one under another passphrase.
struct VaultContent
{
    VaultDescription description; ///< with the passphrase slot's scrypt parameters and salt
    std::vector<Bytes> unknownSlots;
    View vaultKey;
    View deviceSecrets;
};

Result<Bytes> writeVaultFile(Aead& aead, const VaultContent& content, const UnlockKey& unlock);

/// The vault's key. Error: WrongPassphrase.
Result<SecretBytes> openPassphraseSlot(Aead& aead, const VaultFile& file, const UnlockKey& unlock);

/// The device's two private keys. Error: VaultDamaged.
Result<SecretBytes> openDeviceBox(Aead& aead, const VaultFile& file, View vaultKey);

/// HKDF-SHA256 of the vault's key under a label of its own. Labels are in the format document.
Result<SecretBytes> vaultSubkey(View vaultKey, std::string_view label);

} // namespace chevet::sealing
