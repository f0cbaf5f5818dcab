// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The head file: what the journal's last record was, sealed, written after each commit without a sync. SQLite
// loses the end of a damaged log silently; the head remembers that there was more. Two places are written in
// turn, so that a write cut short leaves the one before.
#pragma once

#include "casebook/device_chains.h"
#include "casebook/vault_folder.h"
#include "sealing/keyring.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace chevet::casebook {

struct Head
{
    std::int64_t sequence = 0; ///< of the journal's last record
    EventId id;
    ChainTip own;                 ///< this device's last envelope
    std::int64_t shelfWrites = 0; ///< of drafts and settings
    std::uint64_t writes = 0;     ///< how often the head was written: which place is newer

    bool operator==(const Head& other) const { return sequence == other.sequence && id == other.id; }
};

class HeadFile
{
public:
    explicit HeadFile(std::filesystem::path file) : m_file(std::move(file)) {}

    /// Nothing if there is no file yet. Error: Damaged, if neither place opens.
    Result<std::optional<Head>> read(const sealing::Keyring& keyring);
    Result<void> write(const sealing::Keyring& keyring, Head head);

private:
    std::filesystem::path m_file;
    FileHandle m_open;      ///< from the first writing on
    std::size_t m_next = 0; ///< place
    std::uint64_t m_writes = 0;
};

} // namespace chevet::casebook
