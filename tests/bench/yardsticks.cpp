// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/yardsticks.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <unistd.h>

#include "bench/surroundings.h"

namespace chevet::bench {
namespace {

constexpr std::size_t pageSize = 4096;
constexpr std::int64_t rawFileSize = 64 * 1024 * 1024;

bool makeTables(Database& database)
{
    // `at` and `state` stand for what a queue is sorted by, the index on the case for its timeline.
    database.run(
        "CREATE TABLE case_file (id BLOB PRIMARY KEY, state INTEGER, at INTEGER, entries INTEGER,"
        " last_word TEXT) WITHOUT ROWID;"
        "CREATE INDEX case_open ON case_file(state, at);"
        "CREATE TABLE entry (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, case_id BLOB NOT NULL,"
        " kind TEXT, author BLOB, at INTEGER, body BLOB, text TEXT);"
        "CREATE INDEX entry_case ON entry(case_id, at);"
        "CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER, member BLOB, action TEXT, entry BLOB);"
        "CREATE VIRTUAL TABLE words USING fts4(text, tokenize=unicode61)");
    return true;
}

} // namespace

RawFile::RawFile(const std::filesystem::path& file)
{
    m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const std::array<char, pageSize> zeros{};
    bool written = m_descriptor >= 0;
    for (std::int64_t at = 0; written && at < rawFileSize; at += pageSize) {
        written = ::pwrite(m_descriptor, zeros.data(), zeros.size(), at) == static_cast<ssize_t>(pageSize);
    }
    if (!written || ::fsync(m_descriptor) != 0) {
        throw CouldNotMeasure("the raw file can't be written");
    }
}

RawFile::~RawFile()
{
    ::close(m_descriptor);
}

void RawFile::write()
{
    std::array<char, pageSize> page{};
    page.fill(static_cast<char>(m_at / static_cast<std::int64_t>(pageSize) % 251));
    if (::pwrite(m_descriptor, page.data(), page.size(), m_at) != static_cast<ssize_t>(pageSize) ||
        ::fdatasync(m_descriptor) != 0) {
        throw CouldNotMeasure("the raw file can't be written");
    }
    m_at = (m_at + static_cast<std::int64_t>(pageSize)) % rawFileSize;
}

PlainJournal::PlainJournal(const std::filesystem::path& file)
    : m_database(plainSqlite(), file),
      m_insert((m_database.run("CREATE TABLE record (seq INTEGER PRIMARY KEY,"
                               " id BLOB NOT NULL UNIQUE, body BLOB NOT NULL)"),
                m_database),
               "INSERT INTO record (id, body) VALUES (?1, ?2)")
{}

void PlainJournal::insert(View id, View record)
{
    m_insert.bind(1, id).bind(2, record).run();
}

RelationalStore::RelationalStore(const SqliteFunctions& functions, const std::filesystem::path& file,
                                 const std::string& rawKey)
    : m_database(functions, file, rawKey), m_hasTables(makeTables(m_database)),
      m_newCase(m_database, "INSERT OR IGNORE INTO case_file VALUES (?1, 1, ?2, 0, '')"),
      m_touchCase(m_database,
                  "UPDATE case_file SET entries = entries + 1, at = ?2, last_word = ?3 WHERE id = ?1"),
      m_entry(m_database, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      m_audit(m_database, "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5)"),
      m_words(m_database, "INSERT INTO words (docid, text) VALUES (?1, ?2)")
{}

void RelationalStore::append(const RelationalEntry& entry)
{
    m_database.run("BEGIN IMMEDIATE");
    write(entry);
    m_database.run("COMMIT");
}

void RelationalStore::write(const RelationalEntry& entry)
{
    ++m_sequence;
    m_newCase.bind(1, entry.caseId).bind(2, entry.at).run();
    m_touchCase.bind(1, entry.caseId)
        .bind(2, entry.at)
        .bind(3, entry.text.substr(0, std::min<std::size_t>(entry.text.size(), 120)))
        .run();
    m_entry.bind(1, m_sequence).bind(2, entry.id).bind(3, entry.caseId).bind(4, entry.kind);
    m_entry.bind(5, entry.author).bind(6, entry.at).bind(7, entry.body).bind(8, entry.text).run();
    m_audit.bind(1, m_sequence)
        .bind(2, entry.at)
        .bind(3, entry.author)
        .bind(4, entry.kind)
        .bind(5, entry.id)
        .run();
    if (!entry.text.empty()) {
        m_words.bind(1, m_sequence).bind(2, entry.text).run();
    }
}

} // namespace chevet::bench
