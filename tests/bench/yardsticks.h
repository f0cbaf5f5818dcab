// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the case store's writes are compared with: the disk alone, the same bytes in a plain SQLite table, and
// the case record as it would be built on a relational database with tables, an audit table and full text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "bench/sqlite_side_by_side.h"

namespace chevet::bench {

/// 4 KiB pwrite and fdatasync into a file whose blocks are all there: the least that "saved" can cost here.
class RawFile
{
public:
    explicit RawFile(const std::filesystem::path& file);
    ~RawFile();
    RawFile(const RawFile&) = delete;
    RawFile& operator=(const RawFile&) = delete;

    void write();

private:
    int m_descriptor = -1;
    std::int64_t m_at = 0;
};

/// One table: sequence, a unique 16-byte id, the bytes. WAL, synchronous=FULL, one transaction an insert.
class PlainJournal
{
public:
    explicit PlainJournal(const std::filesystem::path& file);
    void insert(View id, View record);

private:
    Database m_database;
    Statement m_insert;
};

/// One entry of a case record.
struct RelationalEntry
{
    View id;     ///< 16 bytes, unique
    View caseId; ///< 16 bytes
    View author;
    std::string_view kind;
    std::int64_t at = 0;
    std::string_view text; ///< what full text finds
    View body;             ///< the rest of it
};

/// Tables case_file, entry and audit, and an FTS4 index (SQLCipher 3.4.1 knows no FTS5): what an application
/// on an encrypted database writes in one transaction when one event happens.
class RelationalStore
{
public:
    RelationalStore(const SqliteFunctions& functions, const std::filesystem::path& file,
                    const std::string& rawKey);
    /// One transaction, durable on return.
    void append(const RelationalEntry& entry);
    /// Many in one transaction, to begin at a size like that of the other store.
    void beginFilling() { m_database.run("BEGIN"); }
    void fill(const RelationalEntry& entry) { write(entry); }
    void endFilling() { m_database.run("COMMIT"); }
    Database& database() { return m_database; }

private:
    void write(const RelationalEntry& entry);
    Database m_database;
    bool m_hasTables;
    Statement m_newCase;
    Statement m_touchCase;
    Statement m_entry;
    Statement m_audit;
    Statement m_words;
    std::int64_t m_sequence = 0;
};

} // namespace chevet::bench
