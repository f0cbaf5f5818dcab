// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The constants of what a vault's folder holds. See docs/JOURNAL_FORMAT.md. Stored on disk: do not change.
#pragma once

#include <cstdint>
#include <string_view>

namespace chevet::casebook::format {

/// journal.db: PRAGMA application_id, "Chvt".
inline constexpr std::int64_t applicationId = 0x43687674;
/// journal.db: PRAGMA user_version. A higher one is opened for reading only.
inline constexpr std::int64_t version = 1;

inline constexpr std::string_view vaultFile = "vault.cbor";
inline constexpr std::string_view journalFile = "journal.db";
inline constexpr std::string_view headFile = "head";
inline constexpr std::string_view snapshotFile = "model.snap";
inline constexpr std::string_view lockFile = "lock";

inline constexpr const char* journalSchema = R"(
CREATE TABLE envelope(seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body BLOB NOT NULL) STRICT;
CREATE TABLE key(kid BLOB NOT NULL, compartment INTEGER NOT NULL, resident BLOB, epoch INTEGER NOT NULL, box BLOB NOT NULL,
                 PRIMARY KEY(kid, epoch)) STRICT, WITHOUT ROWID;
CREATE TABLE part(file BLOB NOT NULL, number INTEGER NOT NULL, box BLOB NOT NULL, PRIMARY KEY(file, number)) STRICT;
CREATE TABLE draft(id BLOB PRIMARY KEY NOT NULL, box BLOB NOT NULL) STRICT;
CREATE TABLE setting(name BLOB PRIMARY KEY NOT NULL, box BLOB NOT NULL) STRICT;
CREATE TABLE cursor(name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT;
CREATE TABLE quarantine(id BLOB PRIMARY KEY NOT NULL, body BLOB NOT NULL, reason INTEGER NOT NULL) STRICT;
)";

/// The two places of the head file, written in turn.
inline constexpr std::size_t headPlaceSize = 256;
inline constexpr std::string_view headContext = "chevet/head/1";

} // namespace chevet::casebook::format
