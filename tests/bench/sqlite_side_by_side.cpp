// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/sqlite_side_by_side.h"

#include <dlfcn.h>

#include "bench/surroundings.h"

namespace chevet::bench {
namespace {

template<class Function> void find(void* library, Function& into, const char* name)
{
    into = reinterpret_cast<Function>(::dlsym(library, name));
    if (into == nullptr) {
        throw CouldNotMeasure(std::string("SQLCipher has no ") + name);
    }
}

SqliteFunctions loadCipher()
{
    void* library = ::dlopen("libsqlcipher.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    if (library == nullptr) {
        throw CouldNotMeasure("libsqlcipher0 is not installed");
    }
    SqliteFunctions functions{};
    find(library, functions.open, "sqlite3_open_v2");
    find(library, functions.close, "sqlite3_close_v2");
    find(library, functions.exec, "sqlite3_exec");
    find(library, functions.message, "sqlite3_errmsg");
    find(library, functions.prepare, "sqlite3_prepare_v2");
    find(library, functions.step, "sqlite3_step");
    find(library, functions.reset, "sqlite3_reset");
    find(library, functions.finalize, "sqlite3_finalize");
    find(library, functions.bindNumber, "sqlite3_bind_int64");
    find(library, functions.bindText, "sqlite3_bind_text");
    find(library, functions.bindBytes, "sqlite3_bind_blob");
    find(library, functions.columnNumber, "sqlite3_column_int64");
    find(library, functions.columnText, "sqlite3_column_text");
    find(library, functions.columnBytes, "sqlite3_column_blob");
    find(library, functions.columnSize, "sqlite3_column_bytes");
    find(library, functions.columnType, "sqlite3_column_type");
    find(library, functions.version, "sqlite3_libversion");
    if (functions.step == &sqlite3_step) {
        throw CouldNotMeasure("SQLCipher and SQLite have become one library in this process");
    }
    return functions;
}

} // namespace

const SqliteFunctions& plainSqlite()
{
    static const SqliteFunctions functions{&sqlite3_open_v2,     &sqlite3_close_v2,    &sqlite3_exec,
                                           &sqlite3_errmsg,      &sqlite3_prepare_v2,  &sqlite3_step,
                                           &sqlite3_reset,       &sqlite3_finalize,    &sqlite3_bind_int64,
                                           &sqlite3_bind_text,   &sqlite3_bind_blob,   &sqlite3_column_int64,
                                           &sqlite3_column_text, &sqlite3_column_blob, &sqlite3_column_bytes,
                                           &sqlite3_column_type, &sqlite3_libversion};
    return functions;
}

const SqliteFunctions& sqlCipher()
{
    static const SqliteFunctions functions = loadCipher();
    return functions;
}

Database::Database(const SqliteFunctions& functions, const std::filesystem::path& file,
                   const std::string& rawKey)
    : m_functions(functions)
{
    if (m_functions.open(file.c_str(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
        SQLITE_OK) {
        throw CouldNotMeasure("a database can't be made in " + file.parent_path().string());
    }
    if (!rawKey.empty()) {
        run(("PRAGMA key = \"x'" + rawKey + "'\"").c_str());
    }
    if (textOf("PRAGMA journal_mode = WAL") != "wal") {
        throw CouldNotMeasure("a database refuses WAL");
    }
    run("PRAGMA synchronous = FULL");
}

Database::~Database()
{
    m_functions.close(m_handle);
}

void Database::run(const char* sql)
{
    if (m_functions.exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw CouldNotMeasure(std::string(sql) + ": " + m_functions.message(m_handle));
    }
}

std::string Database::textOf(const char* sql)
{
    Statement statement(*this, sql);
    return statement.row() ? std::string(statement.text(0)) : std::string();
}

Statement::Statement(Database& database, const char* sql)
    : m_functions(database.m_functions), m_connection(database.m_handle)
{
    if (m_functions.prepare(m_connection, sql, -1, &m_handle, nullptr) != SQLITE_OK) {
        throw CouldNotMeasure(std::string(sql) + ": " + m_functions.message(m_connection));
    }
}

Statement::~Statement()
{
    m_functions.finalize(m_handle);
}

Statement& Statement::bind(int place, std::int64_t value)
{
    m_functions.bindNumber(m_handle, place, value);
    return *this;
}

Statement& Statement::bind(int place, std::string_view value)
{
    m_functions.bindText(m_handle, place, value.data(), static_cast<int>(value.size()), nullptr);
    return *this;
}

Statement& Statement::bind(int place, View value)
{
    m_functions.bindBytes(m_handle, place, value.data(), static_cast<int>(value.size()), nullptr);
    return *this;
}

void Statement::run()
{
    while (row()) {
    }
}

bool Statement::row()
{
    const auto result = m_functions.step(m_handle);
    if (result == SQLITE_ROW) {
        return true;
    }
    if (result != SQLITE_DONE) {
        throw CouldNotMeasure(m_functions.message(m_connection));
    }
    m_functions.reset(m_handle);
    return false;
}

std::string_view Statement::text(int column) const
{
    const auto* at = m_functions.columnText(m_handle, column);
    return at == nullptr
               ? std::string_view()
               : std::string_view(reinterpret_cast<const char*>(at),
                                  static_cast<std::size_t>(m_functions.columnSize(m_handle, column)));
}

View Statement::bytes(int column) const
{
    const auto* at = static_cast<const std::uint8_t*>(m_functions.columnBytes(m_handle, column));
    return {at, static_cast<std::size_t>(m_functions.columnSize(m_handle, column))};
}

} // namespace chevet::bench
