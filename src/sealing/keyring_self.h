// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Keyring holds. For the two files that implement it: keyring_vault.cpp makes, opens and rewrites
// vaults, keyring.cpp uses the keys.
#pragma once

#include "sealing/aead.h"
#include "sealing/key_table.h"
#include "sealing/key_wrap.h"
#include "sealing/keyring.h"
#include "sealing/randomness.h"
#include "sealing/signature.h"

#include <optional>
#include <vector>

namespace chevet::sealing {

inline constexpr std::string_view localLabel = "chevet/local/1";

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
    std::optional<Signer> signer; ///< there once settled
    mutable KeyTable keys;        ///< opens rows when they are first needed
    std::vector<WrappedKey> fresh;
};

} // namespace chevet::sealing
