// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// All keys of one device in one team, and everything that is done with them. The only class through which
// other layers seal, open, sign and verify. No nonce is ever a parameter; no key ever leaves. Thread: made on
// any thread, then used by one thread at a time (the store's).
#pragma once

#include "foundation/bytes.h"
#include "foundation/compartment.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/envelope.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace chevet::sealing {

/// Cost of deriving a key from the passphrase. Bounds (a file that asks for less or more is refused):
/// N a power of two from 2^15 to 2^20, r = 8, p from 1 to 4. A new vault uses the defaults.
struct ScryptParameters
{
    std::uint64_t n = std::uint64_t{1} << 17;
    std::uint32_t r = 8;
    std::uint32_t p = 1;

    bool operator==(const ScryptParameters&) const = default;
};

/// Opens a key slot of the vault file. Derived from the passphrase; later from a second factor as well.
class UnlockKey
{
public:
    /// scrypt over the NFKC-normalised UTF-8 passphrase, then HKDF. Takes about 0.3 s and 130 MB by design.
    /// Errors: UnsafeParameters, BadInput (an empty passphrase).
    static Result<UnlockKey> derive(View passphrase, View salt, const ScryptParameters& parameters);

    /// Wraps 32 bytes that are a key already: for the tests' own target, which has no business waiting for
    /// scrypt.
    explicit UnlockKey(SecretBytes key) : m_key(std::move(key)) {}
    View view() const { return m_key.view(); }

private:
    SecretBytes m_key;
};

/// What `vault.cbor` says before any key is known.
struct VaultDescription
{
    std::uint32_t formatVersion = 1;
    bool newer = false; ///< of a later version, which this one can read and must not change
    TeamId team;
    DeviceId device;
    bool sample = false; ///< a sample team can't become a real one
    ScryptParameters scrypt;
    Bytes salt; ///< 16 bytes
};

/// Errors: VaultDamaged, VaultNewer (of a later version, and with something in it that this one would have to
/// understand; number: the version found), UnsafeParameters.
Result<VaultDescription> describeVault(View vaultFile);

/// One row of the vault's `key` table: a compartment's key granted to this device, or a resident's data key
/// wrapped under its compartment's key. Opaque to everybody else.
struct WrappedKey
{
    KeyId kid; ///< of the key inside
    Compartment compartment = Compartment::Team;
    std::optional<ResidentId> resident; ///< absent: the compartment's own key
    std::uint32_t epoch = 0;            ///< of the compartment's key
    Bytes box;

    bool operator==(const WrappedKey&) const = default;
};

/// A device's public half, as the team's roster will name it.
struct DeviceKeys
{
    std::array<std::uint8_t, 32> signing{};   ///< Ed25519
    std::array<std::uint8_t, 32> agreement{}; ///< X25519
};

class Keyring;

struct FoundedVault
{
    Bytes vaultFile;              ///< content of vault.cbor
    std::vector<WrappedKey> keys; ///< the five compartments' keys, granted to this device: for the key table
    std::unique_ptr<Keyring> keyring;
};

struct Founding
{
    TeamId team;
    DeviceId device;
    bool sample = false;
    ScryptParameters scrypt;
    Bytes salt; ///< 16 bytes, the ones the UnlockKey was derived with
};

class Keyring
{
public:
    /// A new team's first device: makes the device's key pairs and the five compartments' keys.
    static Result<FoundedVault> found(const Founding& founding, const UnlockKey& unlock);

    /// Errors: WrongPassphrase, VaultDamaged, VaultNewer.
    static Result<std::unique_ptr<Keyring>> unlock(View vaultFile, const UnlockKey& unlock);

    ~Keyring();
    Keyring(const Keyring&) = delete;
    Keyring& operator=(const Keyring&) = delete;

    /// A fresh 16-byte salt for UnlockKey::derive. Empty if the generator fails, which `derive` and `found`
    /// refuse.
    static Bytes newSalt();

    /// The same vault file with its key slot rewritten for another passphrase, always with the parameters
    /// given here; slots of other types are kept. Errors: VaultDamaged if `vaultFile` is not this vault's,
    /// VaultNewer for one of a later version, UnsafeParameters, BadInput (the salt).
    Result<Bytes> rewrap(View vaultFile, const UnlockKey& unlock, const ScryptParameters& scrypt,
                         View salt) const;

    const TeamId& team() const;
    const DeviceId& device() const;
    bool isSample() const;
    /// The vault's file is of a later version: nothing may be written to the vault.
    bool isOfNewerVault() const;
    const DeviceKeys& publicKeys() const;

    /// Takes up rows of the key table. Grants are opened and verified at once, data keys when they are first
    /// needed (adopting 90,000 rows must not cost what opening them does). A row of the wrong form, a grant
    /// that does not open, and a data key of a compartment that this device was not granted are left out and
    /// counted; a damaged data key is dropped when it is first needed, and what it sealed is then of an
    /// UnknownKey. Grants come before data keys, or in any order within one call.
    std::size_t adopt(std::span<const WrappedKey> rows);

    /// The key that a new event about `resident` (or about none) is to be sealed with; made on first use, and
    /// then waiting in takeNewKeys(). Errors: UnknownKey if the compartment was not granted.
    Result<KeyId> keyFor(Compartment compartment, const std::optional<ResidentId>& resident);

    /// Rows that must be committed with, or before, the first event sealed with them. Empties the list.
    std::vector<WrappedKey> takeNewKeys();

    /// Opens every adopted row now, for a thorough check: rows that don't open are dropped and counted.
    std::size_t checkKeys();

    /// Whether there is a row for it; that the row opens is known at first use (or by checkKeys).
    bool holds(const KeyId& kid) const;
    std::optional<Compartment> compartmentOf(const KeyId& kid) const;

    /// Forgets a resident's data keys: what was sealed with them can't be opened again by this process.
    void forget(const ResidentId& resident);

    /// A sealed and signed envelope. `header.team` and `header.device` are filled in here; count, prev and
    /// kid are the caller's. Errors: UnknownKey, TooLarge, BadInput (a count of 0), RandomFailed.
    Result<Bytes> seal(EnvelopeHeader header, View payload) const;

    /// The payload. Does not verify the signature (70 µs): that is done once, on receipt.
    /// `into` is reused, and empty after an error. Errors: those of parseEnvelope, WrongTeam, UnknownKey,
    /// NotAuthentic (NotCanonical for padding that is not the only one possible).
    Result<void> open(View envelope, Bytes& into) const;

    /// The signature against a device's public signing key. Errors: those of parseEnvelope, NotAuthentic.
    static Result<void> verify(View envelope, const std::array<std::uint8_t, 32>& signingKey);

    /// A piece of a file under the key that its event is sealed with: whoever may read the event may open it,
    /// and erasing the resident erases it. `context` says which file and which piece. Errors: UnknownKey,
    /// TooLarge, RandomFailed, Internal; to open Truncated and NotAuthentic besides.
    Result<Bytes> sealPiece(const KeyId& kid, View context, View plain) const;
    Result<Bytes> openPiece(View context, View box) const;

    /// A box only this vault can open: drafts, device settings, head, snapshot. `context` is bound to it
    /// (what the box is, and which one): a box moved elsewhere does not open.
    Result<Bytes> sealLocal(View context, View plain) const;
    Result<Bytes> openLocal(View context, View box) const;

private:
    friend struct KeyringAccess; ///< sealing's own tests hand in a generator that fails
    struct Self;
    explicit Keyring(std::unique_ptr<Self> self);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::sealing
