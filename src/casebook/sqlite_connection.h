// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SQLite's C interface in two owning classes. Nothing here knows what is stored.
// Thread: a connection and its statements belong to one thread.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace chevet::casebook {

/// A prepared statement. Texts and blobs that are bound are not copied: they must live until reset() or the
/// next step that returns no row; columns are views until the next step or reset.
class Statement
{
public:
    Statement() = default;

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, View value);
    Statement& bind(int index, std::string_view value);
    Statement& bindNull(int index);

    /// True: a row is there. After the last row, or an error, the statement is ready to be bound again.
    Result<bool> step();
    /// For a statement without rows.
    Result<void> run();
    void reset();

    std::int64_t integer(int column) const;
    View blob(int column) const;
    std::string_view text(int column) const;
    bool isNull(int column) const;

private:
    friend class Connection;
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// What went wrong last: DiskFull, Damaged, ReadOnly, else DiskFailed; place names the database, number is
/// SQLite's extended code.
Error sqliteError(int extendedCode, std::string_view place);

class Connection
{
public:
    Connection() = default;

    /// `uri` as SQLite understands it; `place` names the database in errors. `vfs` is for tests that inject
    /// faults.
    static Result<Connection> open(const std::string& uri, int flags, std::string_view place,
                                   const char* vfs = nullptr);

    Result<void> execute(const char* sql);
    /// Requires: valid SQL for this schema; an error means a damaged file or a failing disk.
    Result<Statement> prepare(std::string_view sql) const;
    /// The first column of the first row, or 0.
    Result<std::int64_t> number(std::string_view sql) const;

    bool isInTransaction() const;
    bool isOpen() const { return m_handle != nullptr; }
    sqlite3* handle() const { return m_handle.get(); }
    void close() { m_handle.reset(); }

private:
    struct Close
    {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_place;
};

} // namespace chevet::casebook
