// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tables of the read model and every statement that runs on them, in one place. Plain INSERT, UPSERT, OR
// IGNORE, UPDATE and DELETE only: see read_model.h. Internal to the read model.
#pragma once

#include "casebook/read_model.h"

#include <array>
#include <string_view>

namespace chevet::casebook {

inline constexpr const char* modelSchema = R"(
CREATE TABLE stream(key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, type INTEGER NOT NULL);
CREATE INDEX stream_home ON stream(type) WHERE type IN (1, 3);
CREATE TABLE entry(seq INTEGER PRIMARY KEY, stream INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, detail BLOB);
CREATE INDEX entry_stream ON entry(stream);
CREATE TABLE item(list INTEGER NOT NULL, name BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY(list, name)) WITHOUT ROWID;
CREATE TABLE casefile(stream INTEGER PRIMARY KEY, resident INTEGER NOT NULL, open INTEGER NOT NULL,
                      received INTEGER NOT NULL, contact INTEGER NOT NULL, contacts BLOB NOT NULL);
CREATE INDEX casefile_open ON casefile(stream) WHERE open = 1;
CREATE INDEX casefile_resident ON casefile(resident);
CREATE TABLE person(stream INTEGER PRIMARY KEY, birth INTEGER NOT NULL, home INTEGER NOT NULL);
CREATE INDEX person_birth ON person(birth);
CREATE TABLE name(word TEXT NOT NULL, stream INTEGER NOT NULL, PRIMARY KEY(word, stream)) WITHOUT ROWID;
CREATE INDEX name_stream ON name(stream);
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none,
                                      tokenize='unicode61 remove_diacritics 2');
)";

/// The words of the index in order. Not part of the image: a view of `words` in the connection's own memory.
inline constexpr const char* vocabularySchema =
    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, 'row')";

enum ReadModel::Sql : std::size_t
{
    Begin,
    Commit,
    IndexMemory,
    FindStream,
    AddStream,
    SetStreamType,
    ReadStream,
    StreamsOfType,
    AllStreams,
    AddEntry,
    AddWords,
    EntriesOf,
    ReadEntry,
    AllEntries,
    FindWords,
    PutItem,
    DropItem,
    ReadItems,
    PutCase,
    ReadCase,
    CasesOf,
    OpenCases,
    PutPerson,
    DropNames,
    PutName,
    BornOn,
    WithWord,
    StreamsBetween,
    WordsFrom
};

/// In the order of ReadModel::Sql.
inline constexpr std::array<std::string_view, 29> modelStatements{{
    "BEGIN",
    "COMMIT",
    "INSERT INTO words(words, rank) VALUES('hashsize', ?1)",
    "SELECT key, type FROM stream WHERE id = ?1",
    "INSERT INTO stream(id, type) VALUES(?1, ?2)",
    "UPDATE stream SET type = ?2 WHERE key = ?1",
    "SELECT id, type FROM stream WHERE key = ?1",
    "SELECT key FROM stream WHERE type = ?1 ORDER BY key",
    "SELECT key FROM stream ORDER BY id",
    "INSERT INTO entry VALUES(?1, ?2, ?3, ?4, ?5)",
    "INSERT INTO words(rowid, text) VALUES(?1, ?2)",
    "SELECT seq, kind, at, detail FROM entry WHERE stream = ?1 ORDER BY seq",
    "SELECT stream, kind, at FROM entry WHERE seq = ?1",
    "SELECT seq, kind, at FROM entry ORDER BY seq DESC",
    "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3",
    "INSERT INTO item VALUES(?1, ?2, ?3) ON CONFLICT(list, name) DO UPDATE SET value = excluded.value",
    "DELETE FROM item WHERE list = ?1 AND name = ?2",
    "SELECT name, value FROM item WHERE list = ?1 ORDER BY name",
    "INSERT INTO casefile VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(stream) DO UPDATE SET resident = "
    "excluded.resident, "
    "open = excluded.open, received = excluded.received, contact = excluded.contact, contacts = "
    "excluded.contacts",
    "SELECT * FROM casefile WHERE stream = ?1",
    "SELECT * FROM casefile WHERE resident = ?1",
    "SELECT stream FROM casefile WHERE open = 1",
    "INSERT INTO person VALUES(?1, ?2, ?3) ON CONFLICT(stream) DO UPDATE SET birth = excluded.birth, home = "
    "excluded.home",
    "DELETE FROM name WHERE stream = ?1",
    "INSERT OR IGNORE INTO name VALUES(?1, ?2)",
    "SELECT stream FROM person WHERE birth = ?1",
    "SELECT DISTINCT stream FROM name WHERE word >= ?1 AND word < ?2 LIMIT ?3",
    "SELECT key FROM stream WHERE id >= ?1 AND id <= ?2 AND type = ?3 ORDER BY id LIMIT ?4",
    "SELECT term FROM vocabulary WHERE term >= ?1 AND term < ?2 LIMIT ?3",
}};

} // namespace chevet::casebook
