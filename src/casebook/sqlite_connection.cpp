// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/sqlite_connection.h"

#include <sqlite3.h>

namespace chevet::casebook {
namespace {

const char* placeOf(sqlite3_stmt* statement)
{
    const char* file = sqlite3_db_filename(sqlite3_db_handle(statement), "main");
    return file != nullptr && *file != '\0' ? "journal" : "model";
}

} // namespace

Error sqliteError(int extendedCode, std::string_view place)
{
    const auto code = [&] {
        switch (extendedCode & 0xFF) {
        case SQLITE_FULL: return ErrorCode::DiskFull;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return ErrorCode::Damaged;
        case SQLITE_READONLY: return ErrorCode::ReadOnly;
        default: return ErrorCode::DiskFailed;
        }
    }();
    return Error{code, std::string(place), extendedCode};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, View value)
{
    // A null pointer would bind NULL; an empty blob is a value of its own.
    static constexpr std::uint8_t nothing = 0;
    const auto* data = value.data() == nullptr ? &nothing : value.data();
    sqlite3_bind_blob64(m_statement.get(), index, data, value.size(), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(int index, std::string_view value)
{
    const auto* data = value.data() == nullptr ? "" : value.data();
    sqlite3_bind_text64(m_statement.get(), index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    const auto error = sqliteError(sqlite3_extended_errcode(sqlite3_db_handle(m_statement.get())),
                                   placeOf(m_statement.get()));
    sqlite3_reset(m_statement.get());
    return tl::unexpected(error);
}

Result<void> Statement::run()
{
    const auto stepped = step();
    if (!stepped) {
        return failAs(stepped);
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

View Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data == nullptr ? View{} : View(data, static_cast<std::size_t>(size));
}

std::string_view Statement::text(int column) const
{
    return textOf(blob(column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Connection::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Connection> Connection::open(const std::string& uri, int flags, std::string_view place,
                                    const char* vfs)
{
    Connection connection;
    connection.m_place = place;
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(uri.c_str(), &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, vfs);
    connection.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        return tl::unexpected(
            sqliteError(handle == nullptr ? code : sqlite3_extended_errcode(handle), place));
    }
    sqlite3_extended_result_codes(handle, 1);
    return connection;
}

Result<void> Connection::execute(const char* sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(m_handle.get()), m_place));
    }
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql) const
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK) {
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(m_handle.get()), m_place));
    }
    Statement statement;
    statement.m_statement.reset(prepared);
    return statement;
}

Result<std::int64_t> Connection::number(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement) {
        return failAs(statement);
    }
    const auto row = statement->step();
    if (!row) {
        return failAs(row);
    }
    return *row ? statement->integer(0) : 0;
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

} // namespace chevet::casebook
