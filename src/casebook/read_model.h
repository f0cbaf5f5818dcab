// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The read model's tables: an SQLite database in memory with thin structured columns and a contentless
// full-text index. It holds clear text, so nothing of it may reach a disk: temp_store=MEMORY comes first. It
// is a cache: after any error it is thrown away and folded anew from the journal, so methods note the first
// error instead of returning each. No RETURNING, triggers or savepoints here: they make FTS5 flush a segment
// at every statement.
#pragma once

#include "casebook/entry_marks.h"
#include "casebook/sqlite_connection.h"
#include "clinical/registry.h"

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chevet::casebook {

/// Streams are known by small numbers here; 0 is none.
using StreamKey = std::int64_t;

/// Why an entry is not to be found by search. Bits.
enum Hidden : std::uint8_t
{
    Withdrawn = 1,
    Superseded = 2
};

class ReadModel
{
public:
    /// Changes whenever the tables or the fold change: a snapshot of another version is not used.
    static constexpr std::uint32_t version = 5;

    static Result<ReadModel> fresh();
    /// Takes a copy of the image. Errors: Damaged, DiskFailed.
    static Result<ReadModel> fromImage(View image);
    /// The image of everything committed. Error: DiskFull (memory).
    Result<Bytes> image();

    /// The first error since the model was made.
    const std::optional<Error>& failure() const { return m_failure; }
    void noteFailure(const Error& error);
    /// Ends the transaction that gathers what was folded; the index becomes durable in memory, that is,
    /// compact.
    void commit();
    /// Faster building of the index while everything is folded anew.
    void expectMany(bool many);

    StreamKey findStream(const StreamId& id);
    /// Made if absent; a type other than Any is noted.
    StreamKey streamKey(const StreamId& id, clinical::StreamType type);
    StreamId streamId(StreamKey key);
    clinical::StreamType streamType(StreamKey key);
    clinical::StreamType streamType(const StreamId& id) { return lookUp(id).type; }
    std::vector<StreamKey> streamsOfType(clinical::StreamType type);
    /// Both ends included, ordered by id.
    std::vector<StreamKey> streamsBetween(const StreamId& low, const StreamId& high,
                                          clinical::StreamType type, std::size_t limit);

    void addEntry(std::int64_t sequence, StreamKey stream, clinical::Kind kind, Instant at, View detail);
    void addWords(std::int64_t sequence, std::string_view text);
    using EntryVisit =
        std::function<void(std::int64_t sequence, clinical::Kind kind, Instant at, View detail)>;
    void eachEntry(StreamKey stream, const EntryVisit& visit);
    struct Place
    {
        StreamKey stream = 0;
        clinical::Kind kind = clinical::Kind::Unknown;
        Instant at;
    };
    std::optional<Place> placeOf(std::int64_t sequence);

    /// Words of the index that begin so, at most `limit`. Requires: committed.
    std::vector<std::string> wordsBeginning(std::string_view prefix, std::size_t limit);
    /// Entries whose words match an FTS5 expression, newest first, older than `before`.
    std::vector<std::int64_t> match(std::string_view expression, std::int64_t before, std::size_t limit);
    /// The first time reads every entry's (a tenth of a second for a million), as `prepareMarks` does.
    EntryMark markOf(std::int64_t sequence);
    void prepareMarks();

    /// Small lists that are read back whole when a snapshot is loaded.
    enum class List : std::uint8_t
    {
        Hidden = 1,
        Withdrawals,
        Team,
        Waiting,
        Refused,
        Devices,
        Merges,
        Unreadable
    };
    void put(List list, View name, View value);
    void drop(List list, View name);
    void each(List list, const std::function<void(View name, View value)>& visit);

    struct CaseFile
    {
        StreamKey stream = 0;
        StreamKey resident = 0;
        bool open = false;
        std::int64_t received = 0;
        std::int64_t lastContact = 0;
        Bytes contacts;
        bool operator==(const CaseFile&) const = default;
    };
    void putCase(const CaseFile& file);
    std::optional<CaseFile> caseFile(StreamKey stream);
    std::vector<CaseFile> casesOf(StreamKey resident);
    std::vector<StreamKey> openCases();
    std::vector<StreamKey> allStreams();

    /// A resident's or home's words for the look-up by letters, and a resident's date of birth (0: unknown)
    /// and home.
    void putPerson(StreamKey stream, std::int64_t birth, StreamKey home,
                   const std::vector<std::string>& words);
    std::vector<StreamKey> bornOn(std::int64_t birth);
    std::vector<StreamKey> withWord(std::string_view prefix, std::size_t limit);

    /// Every statement that is ever run on the model, for the test that forbids savepoints.
    static std::vector<std::string_view> statements();
    sqlite3* handle() const { return m_connection.handle(); }

private:
    enum Sql : std::size_t;
    Result<void> prepare();
    Statement& sql(Sql which);
    bool step(Statement& statement);
    void run(Statement& statement);
    std::vector<StreamKey> keysOf(Statement& statement);
    std::vector<CaseFile> caseFiles(Statement& statement);
    void begin();

    Connection m_connection;
    std::vector<Statement> m_statements;
    struct KnownStream
    {
        StreamKey key = 0;
        clinical::StreamType type = clinical::StreamType::Any;
    };
    KnownStream lookUp(const StreamId& id);
    std::unordered_map<StreamId, KnownStream> m_known; ///< of this session's streams, not of all
    EntryMarks m_marks;
    std::optional<Error> m_failure;
};

} // namespace chevet::casebook
