// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/journal.h"

#include "casebook/journal_access.h"
#include "casebook/journal_format.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace chevet::casebook {

Result<Journal> Journal::create(const std::filesystem::path& file)
{
    // SQLite gives -wal and -shm the mode of the file that it finds.
    const int made =
        ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (made < 0) {
        return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::DiskFailed, "journal", errno);
    }
    ::close(made);
    auto connection = Connection::open(fileUri(file, "mode=rw"), SQLITE_OPEN_READWRITE, "journal");
    if (!connection) {
        return failAs(connection);
    }
    const auto identity = "PRAGMA application_id=" + std::to_string(format::applicationId) +
                          "; PRAGMA user_version=" + std::to_string(format::version) + ";";
    CHEVET_TRY(connection->execute(
        "PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; BEGIN"));
    CHEVET_TRY(connection->execute(identity.c_str()));
    CHEVET_TRY(connection->execute(format::journalSchema));
    CHEVET_TRY(connection->execute("COMMIT"));
    connection->close();
    return open(file, Access::ReadWrite);
}

Result<Journal> Journal::open(const std::filesystem::path& file, Access access)
{
    std::error_code missing;
    if (!std::filesystem::exists(file, missing)) {
        return fail(ErrorCode::VaultMissing, "journal");
    }
    Journal journal;
    journal.m_file = file;
    auto opened = access == Access::ReadWrite ? openForWriting(file) : openForReading(file);
    if (!opened) {
        return failAs(opened);
    }
    journal.m_opened = std::move(*opened);
    CHEVET_TRY(journal.identify());
    CHEVET_TRY(journal.prepareStatements());
    return journal;
}

Result<void> Journal::identify()
{
    auto& connection = m_opened.connection;
    const auto identity = connection.number("PRAGMA application_id");
    const auto version = connection.number("PRAGMA user_version");
    if (!identity || !version) {
        return tl::unexpected(identity ? version.error() : identity.error());
    }
    if (*identity != format::applicationId || *version < 1) {
        return fail(ErrorCode::Damaged, "journal");
    }
    m_newer = *version > format::version;
    const auto writes = connection.number("SELECT value FROM cursor WHERE name = 'shelf'");
    if (!writes) {
        return failAs(writes);
    }
    m_shelfWrites = *writes;
    return {};
}

Result<void> Journal::prepareStatements() const
{
    const auto statement = [&](Statement& into, const char* sql) -> Result<void> {
        auto prepared = m_opened.connection.prepare(sql);
        if (!prepared) {
            return failAs(prepared);
        }
        into = std::move(*prepared);
        return {};
    };
    CHEVET_TRY(statement(m_begin, "BEGIN IMMEDIATE"));
    CHEVET_TRY(statement(m_commit, "COMMIT"));
    CHEVET_TRY(statement(m_beginReading, "BEGIN"));
    CHEVET_TRY(statement(m_insert, "INSERT OR IGNORE INTO envelope(id, body) VALUES(?1, ?2)"));
    CHEVET_TRY(statement(m_insertKey, "INSERT OR IGNORE INTO key VALUES(?1, ?2, ?3, ?4, ?5)"));
    CHEVET_TRY(statement(m_read, "SELECT id, body FROM envelope WHERE seq = ?1"));
    return statement(m_find, "SELECT seq FROM envelope WHERE id = ?1");
}

void Journal::followWriter() const
{
    if (!m_opened.hasChanged(m_file)) {
        return;
    }
    // A failure leaves the former connection: what it reads is still checked record by record.
    if (auto again = openForReading(m_file)) {
        for (auto* statement :
             {&m_begin, &m_commit, &m_beginReading, &m_insert, &m_insertKey, &m_read, &m_find}) {
            *statement = Statement(); // before its connection goes
        }
        m_opened = std::move(*again);
        (void)prepareStatements();
    }
}

Result<void> Journal::inTransaction(const std::function<Result<void>()>& work)
{
    auto& connection = m_opened.connection;
    CHEVET_TRY(m_begin.run());
    auto done = work();
    if (done) {
        done = m_commit.run();
    }
    if (!done && connection.isInTransaction()) {
        (void)connection.execute("ROLLBACK"); // the first error is the one to tell
    }
    return done;
}

Result<std::int64_t> Journal::append(std::span<const SealedRecord> records,
                                     std::span<const sealing::WrappedKey> keys,
                                     const std::optional<DraftId>& finished)
{
    std::int64_t last = 0;
    std::int64_t removed = 0;
    const auto done = inTransaction([&]() -> Result<void> {
        CHEVET_TRY(insert(keys));
        CHEVET_TRY(insert(records));
        last = sqlite3_last_insert_rowid(m_opened.connection.handle());
        return finished ? removeDraft(*finished, removed) : Result<void>();
    });
    m_shelfWrites += done ? removed : 0;
    return done ? Result<std::int64_t>(last) : failAs(done);
}

Result<void> Journal::putFile(const FileId& file, std::span<const Bytes> boxes,
                              std::span<const sealing::WrappedKey> keys)
{
    if (const auto known = piece(file, 0); !known || *known) {
        return known ? Result<void>(fail(ErrorCode::Duplicate, "file")) : failAs(known);
    }
    auto statement = m_opened.connection.prepare("INSERT INTO part VALUES(?1, ?2, ?3)");
    if (!statement) {
        return failAs(statement);
    }
    return inTransaction([&]() -> Result<void> {
        CHEVET_TRY(insert(keys));
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            CHEVET_TRY(statement->bind(1, file.view())
                           .bind(2, static_cast<std::int64_t>(i))
                           .bind(3, View(boxes[i]))
                           .run());
        }
        return {};
    });
}

Result<std::optional<Bytes>> Journal::piece(const FileId& file, std::uint32_t number) const
{
    followWriter();
    auto statement = m_opened.connection.prepare("SELECT box FROM part WHERE file = ?1 AND number = ?2");
    if (!statement) {
        return failAs(statement);
    }
    const auto row = statement->bind(1, file.view()).bind(2, std::int64_t{number}).step();
    if (!row) {
        return failAs(row);
    }
    if (!*row) {
        return std::nullopt;
    }
    const auto box = statement->blob(0);
    return Bytes(box.begin(), box.end());
}

Result<void> Journal::insert(std::span<const sealing::WrappedKey> keys)
{
    for (const auto& key : keys) {
        m_insertKey.bind(1, key.kid.view()).bind(2, static_cast<std::int64_t>(key.compartment));
        key.resident ? m_insertKey.bind(3, key.resident->view()) : m_insertKey.bindNull(3);
        CHEVET_TRY(m_insertKey.bind(4, std::int64_t{key.epoch}).bind(5, View(key.box)).run());
    }
    return {};
}

Result<void> Journal::insert(std::span<const SealedRecord> records)
{
    for (const auto& record : records) {
        CHEVET_TRY(m_insert.bind(1, record.id.view()).bind(2, View(record.envelope)).run());
    }
    return {};
}

Result<std::int64_t> Journal::lastSequence() const
{
    followWriter();
    return m_opened.connection.number("SELECT max(seq) FROM envelope");
}

Result<std::optional<std::int64_t>> Journal::sequenceOf(const EventId& id) const
{
    followWriter();
    const auto row = m_find.bind(1, id.view()).step();
    if (!row) {
        return failAs(row);
    }
    const auto sequence = *row ? std::optional(m_find.integer(0)) : std::nullopt;
    m_find.reset();
    return sequence;
}

Result<bool> Journal::read(std::int64_t sequence, Bytes& envelope, EventId* id) const
{
    followWriter();
    const auto row = m_read.bind(1, sequence).step();
    if (!row) {
        return failAs(row);
    }
    if (*row) {
        const auto body = m_read.blob(1);
        envelope.assign(body.begin(), body.end());
        if (id != nullptr) {
            *id = EventId::fromBytes(m_read.blob(0)).value_or(EventId{});
        }
    }
    m_read.reset();
    return *row;
}

Result<void> Journal::each(std::int64_t after, const Visit& visit) const
{
    followWriter();
    auto rows = m_opened.connection.prepare("SELECT seq, id, body FROM envelope WHERE seq > ?1 ORDER BY seq");
    if (!rows) {
        return failAs(rows);
    }
    rows->bind(1, after);
    for (;;) {
        const auto row = rows->step();
        if (!row) {
            return failAs(row);
        }
        if (!*row || !visit(rows->integer(0), rows->blob(1), rows->blob(2))) {
            return {};
        }
    }
}

Journal::Reading::Reading(const Journal& journal) : m_journal(&journal)
{
    journal.followWriter();
    // Without the transaction, after an error, each record is read by itself: only slower.
    if (journal.m_opened.connection.isInTransaction() || !journal.m_beginReading.run()) {
        m_journal = nullptr;
    }
}

Journal::Reading::~Reading()
{
    if (m_journal != nullptr && m_journal->m_opened.connection.isInTransaction()) {
        (void)m_journal->m_commit.run(); // nothing was written
    }
}

Result<std::vector<sealing::WrappedKey>> Journal::keys() const
{
    auto rows = m_opened.connection.prepare("SELECT kid, compartment, resident, epoch, box FROM key");
    if (!rows) {
        return failAs(rows);
    }
    std::vector<sealing::WrappedKey> keys;
    for (;;) {
        const auto row = rows->step();
        if (!row) {
            return failAs(row);
        }
        if (!*row) {
            return keys;
        }
        auto& key = keys.emplace_back();
        // A row of a wrong form is handed on as it is: the keyring refuses and counts it.
        key.kid = KeyId::fromBytes(rows->blob(0)).value_or(KeyId{});
        key.compartment = static_cast<Compartment>(rows->integer(1));
        key.resident = rows->isNull(2) ? std::nullopt : ResidentId::fromBytes(rows->blob(2));
        key.epoch = static_cast<std::uint32_t>(rows->integer(3));
        key.box.assign(rows->blob(4).begin(), rows->blob(4).end());
    }
}

Result<void> Journal::removeDraft(const DraftId& id, std::int64_t& removed)
{
    auto statement = m_opened.connection.prepare("DELETE FROM draft WHERE id = ?1");
    if (!statement) {
        return failAs(statement);
    }
    CHEVET_TRY(statement->bind(1, id.view()).run());
    removed = sqlite3_changes64(m_opened.connection.handle());
    return removed > 0 ? countShelfWrite() : Result<void>();
}

Result<void> Journal::makeDurable() const
{
    int inLog = 0;
    int copied = 0;
    const int code = sqlite3_wal_checkpoint_v2(m_opened.connection.handle(), nullptr, SQLITE_CHECKPOINT_FULL,
                                               &inLog, &copied);
    if (code != SQLITE_OK) {
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(m_opened.connection.handle()), "journal"));
    }
    return inLog == copied ? Result<void>() : fail(ErrorCode::DiskFailed, "journal");
}

Result<void> Journal::countShelfWrite()
{
    return m_opened.connection.execute("INSERT INTO cursor VALUES('shelf', 1) "
                                       "ON CONFLICT(name) DO UPDATE SET value = value + 1");
}

Result<void> Journal::onShelf(const std::function<Result<void>()>& work)
{
    auto done = inTransaction([&]() -> Result<void> {
        CHEVET_TRY(work());
        return countShelfWrite();
    });
    m_shelfWrites += done ? 1 : 0;
    return done;
}

Result<void> Journal::put(Shelf shelf, View name, View box)
{
    auto statement =
        m_opened.connection.prepare(shelf == Shelf::Drafts ? "INSERT OR REPLACE INTO draft VALUES(?1, ?2)"
                                                           : "INSERT OR REPLACE INTO setting VALUES(?1, ?2)");
    if (!statement) {
        return failAs(statement);
    }
    return onShelf([&] { return statement->bind(1, name).bind(2, box).run(); });
}

Result<void> Journal::remove(Shelf shelf, View name)
{
    auto statement = m_opened.connection.prepare(
        shelf == Shelf::Drafts ? "DELETE FROM draft WHERE id = ?1" : "DELETE FROM setting WHERE name = ?1");
    if (!statement) {
        return failAs(statement);
    }
    return onShelf([&] { return statement->bind(1, name).run(); });
}

Result<std::optional<Bytes>> Journal::get(Shelf shelf, View name) const
{
    auto statement =
        m_opened.connection.prepare(shelf == Shelf::Drafts ? "SELECT box FROM draft WHERE id = ?1"
                                                           : "SELECT box FROM setting WHERE name = ?1");
    if (!statement) {
        return failAs(statement);
    }
    const auto row = statement->bind(1, name).step();
    if (!row) {
        return failAs(row);
    }
    const auto box = *row ? statement->blob(0) : View{};
    return *row ? std::optional(Bytes(box.begin(), box.end())) : std::nullopt;
}

Result<std::vector<std::pair<Bytes, Bytes>>> Journal::all(Shelf shelf) const
{
    auto statement =
        m_opened.connection.prepare(shelf == Shelf::Drafts ? "SELECT id, box FROM draft ORDER BY id"
                                                           : "SELECT name, box FROM setting ORDER BY name");
    if (!statement) {
        return failAs(statement);
    }
    std::vector<std::pair<Bytes, Bytes>> rows;
    for (;;) {
        const auto row = statement->step();
        if (!row) {
            return failAs(row);
        }
        if (!*row) {
            return rows;
        }
        const auto name = statement->blob(0);
        const auto box = statement->blob(1);
        rows.emplace_back(Bytes(name.begin(), name.end()), Bytes(box.begin(), box.end()));
    }
}

Result<bool> Journal::isSound() const
{
    auto statement = m_opened.connection.prepare("PRAGMA integrity_check(1)");
    if (!statement) {
        return false;
    }
    const auto row = statement->step();
    return row && *row && statement->text(0) == "ok";
}

} // namespace chevet::casebook
