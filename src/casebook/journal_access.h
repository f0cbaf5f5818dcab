// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How journal.db is opened: by the one writer, beside it, or where nobody can write. Internal to the journal.
#pragma once

#include "casebook/sqlite_connection.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace chevet::casebook {

struct OpenedJournal
{
    Connection connection;
    /// Size and time of change of a file that is read as it lies there, without SQLite's locks.
    std::optional<std::pair<std::uintmax_t, std::int64_t>> asItLay;

    /// True once a file that is read as it lies there has a writer, or was written to.
    bool hasChanged(const std::filesystem::path& file) const;
};

/// SQLite's file: URI of a path.
std::string fileUri(const std::filesystem::path& file, const std::string& parameters);

Result<OpenedJournal> openForWriting(const std::filesystem::path& file);

/// Beside a writer through its shared memory, read-only. Without one: the file as it lies there. A log that a
/// killed writer left is read too, at worst from a private copy (everything in it is sealed).
Result<OpenedJournal> openForReading(const std::filesystem::path& file);

} // namespace chevet::casebook
