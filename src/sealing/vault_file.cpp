// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/vault_file.h"

#include "foundation/cbor.h"
#include "sealing/derivation.h"
#include "sealing/digest.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

// Stored on disk, never renumber.
constexpr std::uint64_t fieldVersion = 1;
constexpr std::uint64_t fieldTeam = 2;
constexpr std::uint64_t fieldDevice = 3;
constexpr std::uint64_t fieldSample = 4;
constexpr std::uint64_t fieldSlots = 5;
constexpr std::uint64_t fieldDeviceBox = 6;
constexpr std::uint64_t fieldChecksum = 7;
constexpr std::size_t fieldCount = 7;
/// In a later version's file: fields from here on may be passed over, those below must be understood.
constexpr std::uint64_t firstOptionalField = 64;
constexpr std::uint64_t slotPassphrase = 1;
constexpr std::size_t passphraseSlotItems = 4; // type, [N, r, p], salt, box
constexpr std::size_t mostSlots = 16;
constexpr std::size_t checksumSize = 32;

constexpr std::string_view slotPrefix = "chevet/slot/1";
constexpr std::string_view devicePrefix = "chevet/device-keys/1";

tl::unexpected<Error> damaged(const char* place)
{
    return fail(ErrorCode::VaultDamaged, place);
}

Bytes joined(std::initializer_list<View> parts)
{
    Bytes all;
    for (const auto part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

/// The part of `whole` that `reader`, which walks through it, has passed.
View passed(View whole, cbor::Reader reader)
{
    const auto ahead = reader.encoded();
    return reader.ok() ? whole.first(static_cast<std::size_t>(ahead.data() - whole.data())) : View();
}

/// Every version, later ones too, ends with the SHA-256 of all that stands before it. So damage is told from
/// a wrong passphrase; it proves nothing about intent, which is what the boxes' associated data are for.
Result<void> checkSum(View file)
{
    if (file.size() > largestVaultFile) {
        return damaged("vault.cbor size");
    }
    if (file.size() < checksumSize || !cbor::check(file)) {
        return damaged("vault.cbor");
    }
    const auto sum = sha256({file.first(file.size() - checksumSize)});
    return std::ranges::equal(sum, file.last(checksumSize)) ? Result<void>() : damaged("vault.cbor checksum");
}

/// The number of fields.
Result<std::size_t> readVersion(cbor::Reader& reader, VaultDescription& description)
{
    const auto fields = reader.map();
    const auto key = reader.unsignedNumber();
    const auto version = reader.unsignedNumber();
    if (!reader.ok() || key != fieldVersion || version == 0) {
        return damaged("vault.cbor version");
    }
    description.formatVersion = static_cast<std::uint32_t>(std::min<std::uint64_t>(version, UINT32_MAX));
    description.newer = version > vaultVersion;
    if (description.newer ? fields < fieldCount : fields != fieldCount) {
        return damaged("vault.cbor fields");
    }
    return fields;
}

Result<void> readIdentity(cbor::Reader& reader, VaultDescription& description)
{
    bool good = reader.unsignedNumber() == fieldTeam;
    const auto team = TeamId::fromBytes(reader.bytes());
    good = good && reader.unsignedNumber() == fieldDevice;
    const auto device = DeviceId::fromBytes(reader.bytes());
    good = good && reader.unsignedNumber() == fieldSample;
    description.sample = reader.boolean();
    if (!good || !reader.ok() || !team || !device) {
        return damaged("vault.cbor identity");
    }
    description.team = *team;
    description.device = *device;
    return {};
}

Result<PassphraseSlot> readPassphraseSlot(View identity, View encoded)
{
    PassphraseSlot slot;
    cbor::Reader reader(encoded);
    const auto items = reader.array();
    reader.skip(); // the type
    const auto numbers = reader.array();
    slot.scrypt.n = reader.unsignedNumber();
    const auto r = reader.unsignedNumber();
    const auto p = reader.unsignedNumber();
    const auto salt = reader.bytes();
    const auto beforeBox = passed(encoded, reader);
    const auto box = reader.bytes();
    if (!reader.finished() || items != passphraseSlotItems || numbers != 3 || salt.size() != saltSize ||
        box.size() != keySize + boxOverhead) {
        return damaged("vault.cbor slot");
    }
    if (r > UINT32_MAX || p > UINT32_MAX) {
        return fail(ErrorCode::UnsafeParameters, "scrypt");
    }
    slot.scrypt.r = static_cast<std::uint32_t>(r);
    slot.scrypt.p = static_cast<std::uint32_t>(p);
    CHEVET_TRY(checkBounds(slot.scrypt));
    slot.salt.assign(salt.begin(), salt.end());
    slot.box.assign(box.begin(), box.end());
    slot.associated = joined({viewOf(slotPrefix), identity, beforeBox});
    return slot;
}

/// Exactly one passphrase slot; slots of a type that we don't know are kept as they are.
Result<void> readSlots(cbor::Reader& reader, View identity, VaultFile& file)
{
    const auto slots = reader.array();
    if (!reader.ok() || slots > mostSlots) {
        return damaged("vault.cbor slots");
    }
    bool found = false;
    for (std::size_t i = 0; i < slots; ++i) {
        const auto encoded = reader.encoded();
        cbor::Reader inside(encoded);
        const auto items = inside.array();
        const auto type = inside.unsignedNumber();
        if (!inside.ok() || items == 0 || (type == slotPassphrase && found)) {
            return damaged("vault.cbor slot");
        }
        if (type != slotPassphrase) {
            file.unknownSlots.emplace_back(encoded.begin(), encoded.end());
            continue;
        }
        auto slot = readPassphraseSlot(identity, encoded);
        if (!slot) {
            return failAs(slot);
        }
        file.passphrase = std::move(*slot);
        found = true;
    }
    return found ? Result<void>() : damaged("vault.cbor slots");
}

/// type, [N, r, p], salt: what stands in front of a passphrase slot's box.
Bytes passphraseSlotStart(const VaultDescription& description)
{
    cbor::Writer writer;
    writer.array(passphraseSlotItems).unsignedNumber(slotPassphrase);
    writer.array(3).unsignedNumber(description.scrypt.n);
    writer.unsignedNumber(description.scrypt.r).unsignedNumber(description.scrypt.p);
    writer.bytes(description.salt);
    return writer.take();
}

void writeIdentity(cbor::Writer& writer, const VaultDescription& description)
{
    writer.map(fieldCount).unsignedNumber(fieldVersion).unsignedNumber(vaultVersion);
    writer.unsignedNumber(fieldTeam).bytes(description.team.view());
    writer.unsignedNumber(fieldDevice).bytes(description.device.view());
    writer.unsignedNumber(fieldSample).boolean(description.sample);
}

/// What stands behind the device's box: in version 1 the checksum, in a later one perhaps more before it.
bool readRest(cbor::Reader& reader, std::size_t fields, bool newer)
{
    for (auto left = fields - (fieldCount - 1); left > 1; --left) {
        if (reader.peek() != cbor::Type::Unsigned || reader.unsignedNumber() < firstOptionalField) {
            return false;
        }
        reader.skip();
    }
    if (newer) {
        reader.skip(); // whatever its key: the sum comes last
    } else if (reader.unsignedNumber() != fieldChecksum) {
        return false;
    }
    return reader.bytes().size() == checksumSize && reader.finished();
}

/// What `checkSum` has found to be whole.
Result<void> readFields(View bytes, VaultFile& file)
{
    cbor::Reader reader(bytes);
    const auto fields = readVersion(reader, file.description);
    if (!fields) {
        return failAs(fields);
    }
    CHEVET_TRY(readIdentity(reader, file.description));
    const auto identity = passed(bytes, reader);
    if (reader.unsignedNumber() != fieldSlots) {
        return damaged("vault.cbor slots");
    }
    CHEVET_TRY(readSlots(reader, identity, file));
    const auto beforeDevice = passed(bytes, reader);
    const bool deviceNext = reader.unsignedNumber() == fieldDeviceBox;
    const auto box = reader.bytes();
    if (!deviceNext || box.size() != deviceSecretsSize + boxOverhead ||
        !readRest(reader, *fields, file.description.newer)) {
        return damaged("vault.cbor device");
    }
    file.deviceAssociated = joined({viewOf(devicePrefix), beforeDevice});
    file.deviceBox.assign(box.begin(), box.end());
    file.description.scrypt = file.passphrase.scrypt;
    file.description.salt = file.passphrase.salt;
    return {};
}

} // namespace

Result<VaultFile> readVaultFile(View bytes)
{
    CHEVET_TRY(checkSum(bytes));
    VaultFile file;
    auto read = readFields(bytes, file);
    if (read) {
        return file;
    }
    // A later version's file is whole, the sum says so: what can't be read in it is not understood yet.
    const bool notYet = file.description.newer && read.error().code == ErrorCode::VaultDamaged;
    return notYet ? fail(ErrorCode::VaultNewer, "vault.cbor", file.description.formatVersion) : failAs(read);
}

Result<Bytes> writeVaultFile(Aead& aead, const VaultContent& content, const UnlockKey& unlock)
{
    cbor::Writer writer;
    writeIdentity(writer, content.description);
    const auto slotStart = passphraseSlotStart(content.description);
    const auto slotBox =
        aead.seal(unlock.view(), {viewOf(slotPrefix), writer.view(), slotStart}, content.vaultKey);
    if (!slotBox) {
        return failAs(slotBox);
    }
    writer.unsignedNumber(fieldSlots).array(1 + content.unknownSlots.size());
    writer.encoded(slotStart).bytes(*slotBox);
    for (const auto& slot : content.unknownSlots) {
        writer.encoded(slot);
    }
    const auto deviceKey = vaultSubkey(content.vaultKey, devicePrefix);
    if (!deviceKey) {
        return failAs(deviceKey);
    }
    const auto deviceBox =
        aead.seal(deviceKey->view(), {viewOf(devicePrefix), writer.view()}, content.deviceSecrets);
    if (!deviceBox) {
        return failAs(deviceBox);
    }
    writer.unsignedNumber(fieldDeviceBox).bytes(*deviceBox);
    // The head of a 32-byte string belongs to what is summed.
    const Sha256 blank{};
    writer.unsignedNumber(fieldChecksum).bytes(blank);
    auto file = writer.take();
    if (file.size() > largestVaultFile) {
        return fail(ErrorCode::TooLarge, "vault.cbor");
    }
    const auto sum = sha256({View(file).first(file.size() - checksumSize)});
    std::ranges::copy(sum, file.end() - static_cast<std::ptrdiff_t>(checksumSize));
    return file;
}

Result<SecretBytes> openPassphraseSlot(Aead& aead, const VaultFile& file, const UnlockKey& unlock)
{
    SecretBytes vaultKey(keySize);
    if (!aead.open(unlock.view(), {file.passphrase.associated}, file.passphrase.box, vaultKey.writable())) {
        // A later version may bind its slots otherwise: then it is not the passphrase, and nobody can tell.
        return fail(ErrorCode::WrongPassphrase,
                    file.description.newer ? "newer vault.cbor slot" : "vault.cbor slot");
    }
    return vaultKey;
}

Result<SecretBytes> openDeviceBox(Aead& aead, const VaultFile& file, View vaultKey)
{
    const auto deviceKey = vaultSubkey(vaultKey, devicePrefix);
    if (!deviceKey) {
        return failAs(deviceKey);
    }
    SecretBytes secrets(deviceSecretsSize);
    if (!aead.open(deviceKey->view(), {file.deviceAssociated}, file.deviceBox, secrets.writable())) {
        return damaged("vault.cbor device");
    }
    return secrets;
}

Result<SecretBytes> vaultSubkey(View vaultKey, std::string_view label)
{
    return hkdf({}, vaultKey, viewOf(label), keySize);
}

} // namespace chevet::sealing
