// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a vault is founded and opened with a passphrase. The functions returned run on the store's thread,
// since deriving a key takes a third of a second. Each begins with the self-test of the sealing.
#pragma once

#include "foundation/secret_bytes.h"
#include "workflow/store/store_thread.h"
#include "workflow/vault_door.h"
#include "workflow/workplace.h"

#include <QString>

#include <filesystem>
#include <memory>

namespace chevet::workflow {

/// NFKC, then UTF-8: the same passphrase from every keyboard and input method.
std::shared_ptr<SecretBytes> passphraseBytes(const QString& passphrase);

StoreThread::Opener foundingOpener(const Workplace& workplace, const std::filesystem::path& folder,
                                   const FoundingForm& form);
StoreThread::Opener unlockingOpener(const Workplace& workplace, const std::filesystem::path& folder,
                                    std::shared_ptr<SecretBytes> passphrase);
/// `progressed` is called on the store's thread.
StoreThread::Opener sampleOpener(const Workplace& workplace, const std::filesystem::path& folder,
                                 std::function<void(int percent)> progressed);

/// The content of vault.cbor. Errors: VaultMissing, VaultDamaged (too large to be one), DiskFailed.
Result<Bytes> readVaultFile(const std::filesystem::path& folder);

} // namespace chevet::workflow
