// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/read_model.h"

#include "casebook/read_model_sql.h"

#include <sqlite3.h>

#include <cstring>

namespace chevet::casebook {

using clinical::Kind;
using clinical::StreamType;

namespace {

// temp_store first: a sort above the cache's size must not spill into /var/tmp in clear.
constexpr const char* settings =
    "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=OFF; PRAGMA journal_mode=OFF;"
    "PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;";

/// Behind everything that begins so: the last character there is.
std::string afterAll(std::string_view prefix)
{
    return std::string(prefix) + "\xF4\x8F\xBF\xBF";
}

constexpr std::size_t largestImage = std::size_t{900} << 20; // a loaded image can't grow beyond 1 GiB

} // namespace

Result<ReadModel> ReadModel::fresh()
{
    ReadModel model;
    auto opened = Connection::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "model");
    if (!opened) {
        return failAs(opened);
    }
    model.m_connection = std::move(*opened);
    CHEVET_TRY(model.m_connection.execute(settings));
    CHEVET_TRY(model.m_connection.execute(modelSchema));
    CHEVET_TRY(model.prepare());
    return model;
}

Result<ReadModel> ReadModel::fromImage(View image)
{
    ReadModel model;
    auto opened = Connection::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "model");
    if (!opened) {
        return failAs(opened);
    }
    model.m_connection = std::move(*opened);
    CHEVET_TRY(model.m_connection.execute(settings));
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    if (copy == nullptr || image.size() > largestImage) {
        sqlite3_free(copy);
        return fail(ErrorCode::TooLarge, "model");
    }
    std::memcpy(copy, image.data(), image.size());
    const auto size = static_cast<sqlite3_int64>(image.size());
    if (sqlite3_deserialize(model.m_connection.handle(), "main", copy, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) != SQLITE_OK) {
        return fail(ErrorCode::Damaged, "model"); // SQLite has freed the copy
    }
    CHEVET_TRY(model.m_connection.execute(settings));
    CHEVET_TRY(model.prepare());
    return model;
}

Result<Bytes> ReadModel::image()
{
    commit();
    if (m_failure) {
        return tl::unexpected(*m_failure);
    }
    sqlite3_int64 size = 0;
    auto* bytes = sqlite3_serialize(m_connection.handle(), "main", &size, 0);
    if (bytes == nullptr) {
        return fail(ErrorCode::DiskFull, "model");
    }
    if (static_cast<std::size_t>(size) > largestImage) {
        sqlite3_free(bytes);
        return fail(ErrorCode::TooLarge, "model");
    }
    Bytes image(bytes, bytes + size);
    sqlite3_free(bytes);
    return image;
}

Result<void> ReadModel::prepare()
{
    CHEVET_TRY(m_connection.execute(vocabularySchema));
    for (const auto& text : modelStatements) {
        auto prepared = m_connection.prepare(text);
        if (!prepared) {
            return failAs(prepared);
        }
        m_statements.push_back(std::move(*prepared));
    }
    return {};
}

std::vector<std::string_view> ReadModel::statements()
{
    std::vector<std::string_view> all(modelStatements.begin(), modelStatements.end());
    all.emplace_back(modelSchema);
    all.emplace_back(vocabularySchema);
    return all;
}

void ReadModel::noteFailure(const Error& error)
{
    if (!m_failure) {
        m_failure = error;
    }
}

Statement& ReadModel::sql(Sql which)
{
    return m_statements[which];
}

bool ReadModel::step(Statement& statement)
{
    const auto row = statement.step();
    if (!row) {
        noteFailure(row.error());
    }
    return row && *row;
}

void ReadModel::run(Statement& statement)
{
    if (const auto done = statement.run(); !done) {
        noteFailure(done.error());
    }
}

void ReadModel::begin()
{
    if (!m_connection.isInTransaction()) {
        run(sql(Begin));
    }
}

void ReadModel::commit()
{
    if (m_connection.isInTransaction()) {
        run(sql(Commit));
    }
}

void ReadModel::expectMany(bool many)
{
    commit();
    m_known.clear();
    run(sql(IndexMemory).bind(1, std::int64_t{many ? 16 << 20 : 1 << 20}));
}

ReadModel::KnownStream ReadModel::lookUp(const StreamId& id)
{
    if (const auto known = m_known.find(id); known != m_known.end()) {
        return known->second;
    }
    auto& find = sql(FindStream).bind(1, id.view());
    KnownStream found;
    if (step(find)) {
        found = {find.integer(0), static_cast<StreamType>(find.integer(1))};
        m_known.emplace(id, found);
    }
    find.reset();
    return found;
}

StreamKey ReadModel::findStream(const StreamId& id)
{
    return lookUp(id).key;
}

StreamKey ReadModel::streamKey(const StreamId& id, StreamType type)
{
    auto found = lookUp(id);
    if (found.key != 0 && (type == found.type || type == StreamType::Any)) {
        return found.key;
    }
    begin();
    if (found.key == 0) {
        run(sql(AddStream).bind(1, id.view()).bind(2, static_cast<std::int64_t>(type)));
        found.key = sqlite3_last_insert_rowid(m_connection.handle());
    } else {
        run(sql(SetStreamType).bind(1, found.key).bind(2, static_cast<std::int64_t>(type)));
    }
    found.type = type;
    m_known[id] = found;
    return found.key;
}

StreamId ReadModel::streamId(StreamKey key)
{
    auto& read = sql(ReadStream).bind(1, key);
    const auto id = step(read) ? StreamId::fromBytes(read.blob(0)) : std::nullopt;
    read.reset();
    return id.value_or(StreamId{});
}

StreamType ReadModel::streamType(StreamKey key)
{
    auto& read = sql(ReadStream).bind(1, key);
    const auto type = step(read) ? static_cast<StreamType>(read.integer(1)) : StreamType::Any;
    read.reset();
    return type;
}

std::vector<StreamKey> ReadModel::keysOf(Statement& statement)
{
    std::vector<StreamKey> keys;
    while (step(statement)) {
        keys.push_back(statement.integer(0));
    }
    statement.reset();
    return keys;
}

std::vector<StreamKey> ReadModel::streamsOfType(StreamType type)
{
    return keysOf(sql(StreamsOfType).bind(1, static_cast<std::int64_t>(type)));
}

std::vector<StreamKey> ReadModel::streamsBetween(const StreamId& low, const StreamId& high, StreamType type,
                                                 std::size_t limit)
{
    return keysOf(sql(StreamsBetween)
                      .bind(1, low.view())
                      .bind(2, high.view())
                      .bind(3, static_cast<std::int64_t>(type))
                      .bind(4, static_cast<std::int64_t>(limit)));
}

std::vector<StreamKey> ReadModel::allStreams()
{
    return keysOf(sql(AllStreams));
}

void ReadModel::addEntry(std::int64_t sequence, StreamKey stream, Kind kind, Instant at, View detail)
{
    begin();
    auto& add = sql(AddEntry)
                    .bind(1, sequence)
                    .bind(2, stream)
                    .bind(3, static_cast<std::int64_t>(kind))
                    .bind(4, at.millis);
    detail.empty() ? add.bindNull(5) : add.bind(5, detail);
    run(add);
    if (m_marks.isFilled()) {
        m_marks.add(sequence, {kind, at});
    }
}

void ReadModel::addWords(std::int64_t sequence, std::string_view text)
{
    if (!text.empty()) {
        begin();
        run(sql(AddWords).bind(1, sequence).bind(2, text));
    }
}

void ReadModel::eachEntry(StreamKey stream, const EntryVisit& visit)
{
    auto& read = sql(EntriesOf).bind(1, stream);
    while (step(read)) {
        visit(read.integer(0), static_cast<Kind>(read.integer(1)), {read.integer(2)}, read.blob(3));
    }
    read.reset();
}

std::optional<ReadModel::Place> ReadModel::placeOf(std::int64_t sequence)
{
    auto& read = sql(ReadEntry).bind(1, sequence);
    std::optional<Place> place;
    if (step(read)) {
        place = Place{read.integer(0), static_cast<Kind>(read.integer(1)), {read.integer(2)}};
    }
    read.reset();
    return place;
}

std::vector<std::string> ReadModel::wordsBeginning(std::string_view prefix, std::size_t limit)
{
    const auto after = afterAll(prefix);
    auto& read = sql(WordsFrom)
                     .bind(1, prefix)
                     .bind(2, std::string_view(after))
                     .bind(3, static_cast<std::int64_t>(limit));
    std::vector<std::string> words;
    while (step(read)) {
        words.emplace_back(read.text(0));
    }
    read.reset();
    return words;
}

std::vector<std::int64_t> ReadModel::match(std::string_view expression, std::int64_t before,
                                           std::size_t limit)
{
    auto& read = sql(FindWords).bind(1, expression).bind(2, before).bind(3, static_cast<std::int64_t>(limit));
    std::vector<std::int64_t> sequences;
    while (step(read)) {
        sequences.push_back(read.integer(0));
    }
    read.reset();
    return sequences;
}

EntryMark ReadModel::markOf(std::int64_t sequence)
{
    prepareMarks();
    return m_marks.of(sequence);
}

void ReadModel::prepareMarks()
{
    if (m_marks.isFilled()) {
        return;
    }
    auto& read = sql(AllEntries);
    while (step(read)) {
        m_marks.add(read.integer(0), {static_cast<Kind>(read.integer(1)), {read.integer(2)}});
    }
    read.reset();
    m_marks.setFilled();
}

void ReadModel::put(List list, View name, View value)
{
    begin();
    run(sql(PutItem).bind(1, static_cast<std::int64_t>(list)).bind(2, name).bind(3, value));
}

void ReadModel::drop(List list, View name)
{
    begin();
    run(sql(DropItem).bind(1, static_cast<std::int64_t>(list)).bind(2, name));
}

void ReadModel::each(List list, const std::function<void(View, View)>& visit)
{
    auto& read = sql(ReadItems).bind(1, static_cast<std::int64_t>(list));
    while (step(read)) {
        visit(read.blob(0), read.blob(1));
    }
    read.reset();
}

void ReadModel::putCase(const CaseFile& file)
{
    begin();
    run(sql(PutCase)
            .bind(1, file.stream)
            .bind(2, file.resident)
            .bind(3, std::int64_t{file.open ? 1 : 0})
            .bind(4, file.received)
            .bind(5, file.lastContact)
            .bind(6, View(file.contacts)));
}

std::vector<ReadModel::CaseFile> ReadModel::caseFiles(Statement& statement)
{
    std::vector<CaseFile> files;
    while (step(statement)) {
        const auto contacts = statement.blob(5);
        files.push_back({statement.integer(0), statement.integer(1), statement.integer(2) != 0,
                         statement.integer(3), statement.integer(4),
                         Bytes(contacts.begin(), contacts.end())});
    }
    statement.reset();
    return files;
}

std::optional<ReadModel::CaseFile> ReadModel::caseFile(StreamKey stream)
{
    auto files = caseFiles(sql(ReadCase).bind(1, stream));
    return files.empty() ? std::nullopt : std::optional(std::move(files.front()));
}

std::vector<ReadModel::CaseFile> ReadModel::casesOf(StreamKey resident)
{
    return caseFiles(sql(CasesOf).bind(1, resident));
}

std::vector<StreamKey> ReadModel::openCases()
{
    return keysOf(sql(OpenCases));
}

void ReadModel::putPerson(StreamKey stream, std::int64_t birth, StreamKey home,
                          const std::vector<std::string>& words)
{
    begin();
    run(sql(PutPerson).bind(1, stream).bind(2, birth).bind(3, home));
    run(sql(DropNames).bind(1, stream));
    for (const auto& word : words) {
        run(sql(PutName).bind(1, std::string_view(word)).bind(2, stream));
    }
}

std::vector<StreamKey> ReadModel::bornOn(std::int64_t birth)
{
    return keysOf(sql(BornOn).bind(1, birth));
}

std::vector<StreamKey> ReadModel::withWord(std::string_view prefix, std::size_t limit)
{
    const auto after = afterAll(prefix);
    return keysOf(sql(WithWord)
                      .bind(1, prefix)
                      .bind(2, std::string_view(after))
                      .bind(3, static_cast<std::int64_t>(limit)));
}

} // namespace chevet::casebook
