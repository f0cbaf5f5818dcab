// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SQLite as a table of functions, so that one program can use Debian's SQLite and Debian's SQLCipher side by
// side. SQLCipher exports SQLite's own names; linked, it would take the place of SQLite for the whole
// process. It is loaded with its own symbols first (RTLD_LOCAL, RTLD_DEEPBIND) instead.
#pragma once

#include "foundation/bytes.h"

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace chevet::bench {

struct SqliteFunctions
{
    decltype(&sqlite3_open_v2) open;
    decltype(&sqlite3_close_v2) close;
    decltype(&sqlite3_exec) exec;
    decltype(&sqlite3_errmsg) message;
    decltype(&sqlite3_prepare_v2) prepare;
    decltype(&sqlite3_step) step;
    decltype(&sqlite3_reset) reset;
    decltype(&sqlite3_finalize) finalize;
    decltype(&sqlite3_bind_int64) bindNumber;
    decltype(&sqlite3_bind_text) bindText;
    decltype(&sqlite3_bind_blob) bindBytes;
    decltype(&sqlite3_column_int64) columnNumber;
    decltype(&sqlite3_column_text) columnText;
    decltype(&sqlite3_column_blob) columnBytes;
    decltype(&sqlite3_column_bytes) columnSize;
    decltype(&sqlite3_column_type) columnType;
    decltype(&sqlite3_libversion) version;
};

/// The one this program is linked to.
const SqliteFunctions& plainSqlite();
/// Debian's libsqlcipher0. Throws CouldNotMeasure when it is not installed, or turns out to be the plain one.
const SqliteFunctions& sqlCipher();

class Statement;

/// WAL, synchronous=FULL, nothing else changed. Every failure throws CouldNotMeasure.
class Database
{
public:
    /// `rawKey`: 64 hexadecimal digits for SQLCipher, so that no key is derived; empty for none.
    Database(const SqliteFunctions& functions, const std::filesystem::path& file,
             const std::string& rawKey = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    std::string textOf(const char* sql);
    const SqliteFunctions& functions() const { return m_functions; }

private:
    friend class Statement;
    const SqliteFunctions& m_functions;
    sqlite3* m_handle = nullptr;
};

/// Bound values must live until `run` or the last `row`.
class Statement
{
public:
    Statement(Database& database, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int place, std::int64_t value);
    Statement& bind(int place, std::string_view value);
    Statement& bind(int place, View value);
    /// To its end, then ready to be bound again.
    void run();
    /// False at the end, and then ready to be bound again.
    bool row();
    std::int64_t number(int column) const { return m_functions.columnNumber(m_handle, column); }
    std::string_view text(int column) const;
    View bytes(int column) const;
    bool isNull(int column) const { return m_functions.columnType(m_handle, column) == SQLITE_NULL; }

private:
    const SqliteFunctions& m_functions;
    sqlite3* m_connection;
    sqlite3_stmt* m_handle = nullptr;
};

} // namespace chevet::bench
