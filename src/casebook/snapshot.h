// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// model.snap: the read model's image, sealed in pieces of 1 MiB. A cache and never a source: whatever is
// doubtful about it, the model is folded anew from the journal.
#pragma once

#include "foundation/bytes.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "sealing/keyring.h"

#include <cstdint>
#include <filesystem>

namespace chevet::casebook {

struct Snapshot
{
    std::int64_t sequence = 0; ///< of the newest journal record in the image
    EventId id;                ///< of that record
    Bytes image;
};

/// Errors: DiskFull, DiskFailed, RandomFailed.
Result<void> writeSnapshot(const std::filesystem::path& file, const sealing::Keyring& keyring,
                           const Snapshot& snapshot, std::uint32_t modelVersion);

/// Errors: NotFound, Damaged (also for another version of the model).
Result<Snapshot> readSnapshot(const std::filesystem::path& file, const sealing::Keyring& keyring,
                              std::uint32_t modelVersion);

} // namespace chevet::casebook
