// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/later_vault.h"

#include "foundation/cbor.h"
#include "sealing/digest.h"
#include "sealing/vault_file.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace chevet::sealing::testing {
namespace {

template<class T> T orStop(Result<T> result)
{
    if (!result) {
        std::cerr << "a later vault can't be made: " << errorName(result.error().code) << '\n';
        std::abort();
    }
    return std::move(*result);
}

} // namespace

Bytes laterVaultFile(View vaultFile, const UnlockKey& unlock, Later what)
{
    constexpr std::string_view slotPrefix = "chevet/slot/1";
    constexpr std::string_view devicePrefix = "chevet/device-keys/1";
    const auto file = orStop(readVaultFile(vaultFile));
    const auto& about = file.description;
    Aead aead(systemRandomness());
    const auto vaultKey = orStop(openPassphraseSlot(aead, file, unlock));
    const auto secrets = orStop(openDeviceBox(aead, file, vaultKey.view()));

    cbor::Writer writer;
    writer.map(what == Later::RequiredField ? 9 : 8).unsignedNumber(1).unsignedNumber(2);
    writer.unsignedNumber(2).bytes(about.team.view());
    writer.unsignedNumber(3).bytes(about.device.view());
    writer.unsignedNumber(4).boolean(about.sample);
    cbor::Writer slot;
    slot.array(4).unsignedNumber(1).array(3).unsignedNumber(about.scrypt.n);
    slot.unsignedNumber(about.scrypt.r).unsignedNumber(about.scrypt.p).bytes(about.salt);
    const auto slotBox =
        orStop(aead.seal(unlock.view(), {viewOf(slotPrefix), writer.view(), slot.view()}, vaultKey.view()));
    writer.unsignedNumber(5).array(what == Later::UnknownSlotsOnly ? 1 : 2);
    if (what != Later::UnknownSlotsOnly) {
        writer.encoded(slot.view()).bytes(slotBox);
    }
    writer.array(2).unsignedNumber(9).text("a slot of a later version");
    const auto deviceKey = orStop(vaultSubkey(vaultKey.view(), devicePrefix));
    const auto deviceBox =
        orStop(aead.seal(deviceKey.view(), {viewOf(devicePrefix), writer.view()}, secrets.view()));
    writer.unsignedNumber(6).bytes(deviceBox);
    if (what == Later::RequiredField) {
        writer.unsignedNumber(9).text("to be understood");
    }
    writer.unsignedNumber(64).text("to be passed over");
    writer.unsignedNumber(100).bytes(Sha256{});
    auto later = writer.take();
    const auto sum = sha256({View(later).first(later.size() - 32)});
    std::ranges::copy(sum, later.end() - 32);
    return later;
}

} // namespace chevet::sealing::testing
