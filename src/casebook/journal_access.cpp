// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/journal_access.h"

#include <sqlite3.h>

#include <chrono>
#include <cstdlib>
#include <system_error>

namespace chevet::casebook {
namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& file, const char* suffix)
{
    auto other = file;
    other += suffix;
    return other;
}

bool hasContent(const fs::path& file)
{
    std::error_code none;
    const auto size = fs::file_size(file, none);
    return !none && size > 0;
}

std::optional<std::pair<std::uintmax_t, std::int64_t>> stateOf(const fs::path& file)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    const auto time = fs::last_write_time(file, error);
    if (error) {
        return std::nullopt;
    }
    return std::pair(size, static_cast<std::int64_t>(time.time_since_epoch().count()));
}

/// Opens, and reads once: SQLite touches the file and its log only then.
Result<OpenedJournal> tryOpen(const fs::path& file, const std::string& parameters, int flags)
{
    auto connection = Connection::open(fileUri(file, parameters), flags, "journal");
    if (!connection) {
        return failAs(connection);
    }
    CHEVET_TRY(
        connection->execute("PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; "
                            "PRAGMA trusted_schema=OFF"));
    if (const auto pages = connection->number("SELECT count(*) FROM sqlite_schema"); !pages) {
        return failAs(pages);
    }
    OpenedJournal opened;
    opened.connection = std::move(*connection);
    return opened;
}

Result<OpenedJournal> openCopy(const fs::path& file)
{
    auto pattern = (fs::temp_directory_path() / "chevet-journal-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        return fail(ErrorCode::DiskFailed, "journal", errno);
    }
    const fs::path folder(pattern);
    std::error_code error;
    fs::copy_file(file, folder / "journal.db", error);
    if (!error) {
        fs::copy_file(beside(file, "-wal"), folder / "journal.db-wal", error);
    }
    auto opened = error ? Result<OpenedJournal>(fail(ErrorCode::DiskFailed, "journal", error.value()))
                        : tryOpen(folder / "journal.db", "mode=rw", SQLITE_OPEN_READWRITE);
    fs::remove_all(folder, error); // the open files live on without their names
    return opened;
}

} // namespace

bool OpenedJournal::hasChanged(const fs::path& file) const
{
    return asItLay && (hasContent(beside(file, "-wal")) || stateOf(file) != asItLay);
}

std::string fileUri(const fs::path& file, const std::string& parameters)
{
    std::string uri = "file:";
    for (const char c : file.string()) {
        switch (c) {
        case '%': uri += "%25"; break;
        case '?': uri += "%3f"; break;
        case '#': uri += "%23"; break;
        default: uri += c;
        }
    }
    return uri + "?" + parameters;
}

Result<OpenedJournal> openForWriting(const fs::path& file)
{
    auto opened = tryOpen(file, "mode=rw", SQLITE_OPEN_READWRITE);
    if (opened) {
        CHEVET_TRY(opened->connection.execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF"));
    }
    return opened;
}

Result<OpenedJournal> openForReading(const fs::path& file)
{
    constexpr int readOnly = SQLITE_OPEN_READONLY;
    std::error_code none;
    const bool hasMemory = fs::exists(beside(file, "-shm"), none);
    if (hasMemory) {
        if (auto opened = tryOpen(file, "mode=ro&readonly_shm=1", readOnly)) {
            return opened;
        }
    }
    if (hasContent(beside(file, "-wal"))) {
        return openCopy(file);
    }
    // No log, so no writer at this moment; followWriter() notices the next one.
    const auto state = stateOf(file);
    auto opened = tryOpen(file, "mode=ro&immutable=1", readOnly);
    if (opened) {
        opened->asItLay = state;
    }
    return opened;
}

} // namespace chevet::casebook
