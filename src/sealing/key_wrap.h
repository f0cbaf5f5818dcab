// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The boxes in the key table (docs/JOURNAL_FORMAT.md, "vault.cbor and keys"): a compartment's key granted to
// a device, and a resident's data key under its compartment's key. Each box is bound to its whole row.
#pragma once

#include "foundation/bytes.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/aead.h"
#include "sealing/curve.h"
#include "sealing/hpke.h"
#include "sealing/keyring.h"

namespace chevet::sealing {

/// grantor 16 ‖ grantee 16 ‖ HPKE box 80 ‖ signature 64
inline constexpr std::size_t grantSize = 16 + 16 + hpkeOverhead + keySize + 64;
/// nonce 12 ‖ key 32, encrypted ‖ tag 16
inline constexpr std::size_t dataKeyBoxSize = keySize + boxOverhead;

/// The device that grants, with what it needs to seal and sign.
struct Grantor
{
    const TeamId& team;
    const DeviceId& device;
    View signingPrivate;
    const PublicKey& signingPublic;
};

struct Grantee
{
    const DeviceId& device;
    const PublicKey& agreement;
};

/// Fills `row.kid` and `row.box`; compartment and epoch are the caller's. Errors: RandomFailed, Internal.
Result<void> sealGrant(Aead& aead, Randomness& randomness, const Grantor& grantor, const Grantee& grantee,
                       View key, WrappedKey& row);

/// Says which public key a device signs with; nothing for a device that may not grant. Today it knows this
/// device only; the team's roster will stand behind it.
class GrantorDirectory
{
public:
    virtual ~GrantorDirectory() = default;
    virtual std::optional<PublicKey> signingKeyOf(const DeviceId& device) const = 0;
};

/// The device that a grant is meant for.
struct Recipient
{
    const TeamId& team;
    const DeviceId& device;
    View agreementPrivate;
    const PublicKey& agreementPublic;
};

/// The compartment's key: signature, addressee, box and kid checked, in this order.
/// Errors: Damaged (form), NotAllowed (unknown grantor, or granted to another device), NotAuthentic.
Result<SecretBytes> openGrant(Aead& aead, const GrantorDirectory& grantors, const Recipient& recipient,
                              const WrappedKey& row);

/// Fills `row.kid` and `row.box`; compartment, resident and epoch are the caller's. `wrapping` is the
/// compartment's key of that epoch.
Result<void> sealDataKey(Aead& aead, const TeamId& team, View wrapping, View inside, WrappedKey& row);

/// What a data key's box is bound to, besides its compartment's key.
struct DataKeyPlace
{
    TeamId team;
    Compartment compartment = Compartment::Team;
    ResidentId resident;
    std::uint32_t epoch = 0;
    KeyId kid;
};

/// Error: NotAuthentic, also if the key inside is not the one that `kid` names.
Result<SecretBytes> openDataKey(Aead& aead, const DataKeyPlace& place, View wrapping, View box);

} // namespace chevet::sealing
