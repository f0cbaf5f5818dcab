// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// journal.db: sealed envelopes in the order in which they came here, wrapped keys, drafts, device settings.
// SQLite in WAL mode with synchronous=FULL: what `append` has returned is on the disk. Knows no key and opens
// no envelope.
#pragma once

#include "casebook/casebook.h"
#include "casebook/journal_access.h"
#include "casebook/sqlite_connection.h"
#include "foundation/ids.h"
#include "sealing/keyring.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace chevet::casebook {

struct SealedRecord
{
    EventId id;
    Bytes envelope;
};

class Journal
{
public:
    /// Errors: DiskFull, DiskFailed.
    static Result<Journal> create(const std::filesystem::path& file);
    /// Beside a running writer ReadOnly writes nothing; without one it reads the file as it lies there, also
    /// on a medium that can't be written. Errors: VaultMissing, Damaged, DiskFailed.
    static Result<Journal> open(const std::filesystem::path& file, Access access);

    /// Written by a newer Chevet: to be read only.
    bool isNewer() const { return m_newer; }

    /// One transaction, synced when it returns. Known ids are passed over; a draft that the records finish
    /// goes with them. The sequence of the last record that was written. Errors: DiskFull, DiskFailed,
    /// Damaged, ReadOnly; the caller then reopens the journal before it trusts anything.
    Result<std::int64_t> append(std::span<const SealedRecord> records,
                                std::span<const sealing::WrappedKey> keys,
                                const std::optional<DraftId>& finished = {});

    /// The sealed pieces of one file, from number 0, with new keys: one transaction, synced when it returns.
    /// Errors: as append; Duplicate if there is such a file.
    Result<void> putFile(const FileId& file, std::span<const Bytes> boxes,
                         std::span<const sealing::WrappedKey> keys);
    /// Nothing if there is no such piece.
    Result<std::optional<Bytes>> piece(const FileId& file, std::uint32_t number) const;

    /// What was read here stands on the disk, also where a sync of the log has failed before (the system then
    /// takes what it could not write for written): copied into the file itself, and that synced.
    Result<void> makeDurable() const;

    /// The number of the newest record, 0 if there is none.
    Result<std::int64_t> lastSequence() const;
    Result<std::optional<std::int64_t>> sequenceOf(const EventId& id) const;
    /// Into `envelope`, which is reused. Nothing if there is no such record.
    Result<bool> read(std::int64_t sequence, Bytes& envelope, EventId* id = nullptr) const;

    /// Every record after a sequence, in order, until the function returns false.
    using Visit = std::function<bool(std::int64_t sequence, View id, View envelope)>;
    Result<void> each(std::int64_t after, const Visit& visit) const;

    /// While one lives, reads see one state of the file and need not lock it for each record. Not around
    /// writing.
    class Reading
    {
    public:
        explicit Reading(const Journal& journal);
        ~Reading();
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;

    private:
        const Journal* m_journal; ///< null inside another one
    };

    Result<std::vector<sealing::WrappedKey>> keys() const;

    /// Sealed drafts and settings, by table.
    enum class Shelf
    {
        Drafts,
        Settings
    };
    Result<void> put(Shelf shelf, View name, View box);
    Result<void> remove(Shelf shelf, View name);
    Result<std::optional<Bytes>> get(Shelf shelf, View name) const;
    Result<std::vector<std::pair<Bytes, Bytes>>> all(Shelf shelf) const;

    /// How often a shelf was written to: the head remembers it too, so that a lost draft is noticed.
    std::int64_t shelfWrites() const { return m_shelfWrites; }

    /// SQLite's own check of its file: false when it finds anything.
    Result<bool> isSound() const;

private:
    Result<void> identify();
    Result<void> prepareStatements() const;
    Result<void> inTransaction(const std::function<Result<void>()>& work);
    Result<void> onShelf(const std::function<Result<void>()>& work);
    Result<void> insert(std::span<const sealing::WrappedKey> keys);
    Result<void> insert(std::span<const SealedRecord> records);
    Result<void> removeDraft(const DraftId& id, std::int64_t& removed);
    Result<void> countShelfWrite();
    /// A file read as it lies there is opened anew once somebody has begun to write to it.
    void followWriter() const;

    std::filesystem::path m_file;
    mutable OpenedJournal m_opened;
    mutable Statement m_begin;
    mutable Statement m_commit;
    mutable Statement m_beginReading;
    mutable Statement m_insert;
    mutable Statement m_insertKey;
    mutable Statement m_read;
    mutable Statement m_find;
    bool m_newer = false;
    std::int64_t m_shelfWrites = 0;
};

} // namespace chevet::casebook
