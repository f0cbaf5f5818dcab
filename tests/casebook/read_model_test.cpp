// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The traps of an SQLite database in memory: what is sorted must not spill to a disk, and no statement may
// open a savepoint, which makes FTS5 write a segment.
#include "casebook/read_model.h"
#include "casebook/tokens.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

using namespace chevet;
using namespace chevet::casebook;
using clinical::Kind;
using clinical::StreamType;

namespace {

ReadModel freshModel()
{
    auto model = ReadModel::fresh();
    REQUIRE(model);
    return std::move(*model);
}

int savepoints = 0;

/// A virtual table that stores nothing and counts the savepoints opened while it takes part in a transaction.
struct Counter
{
    static int connect(sqlite3* db, void*, int, const char* const*, sqlite3_vtab** table, char**)
    {
        *table = static_cast<sqlite3_vtab*>(sqlite3_malloc(sizeof(sqlite3_vtab)));
        **table = {};
        return sqlite3_declare_vtab(db, "CREATE TABLE x(a)");
    }
    static int disconnect(sqlite3_vtab* table)
    {
        sqlite3_free(table);
        return SQLITE_OK;
    }
    static int bestIndex(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }
    static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor)
    {
        *cursor = static_cast<sqlite3_vtab_cursor*>(sqlite3_malloc(sizeof(sqlite3_vtab_cursor)));
        **cursor = {};
        return SQLITE_OK;
    }
    static int close(sqlite3_vtab_cursor* cursor)
    {
        sqlite3_free(cursor);
        return SQLITE_OK;
    }
    static int filter(sqlite3_vtab_cursor*, int, const char*, int, sqlite3_value**) { return SQLITE_OK; }
    static int next(sqlite3_vtab_cursor*) { return SQLITE_OK; }
    static int eof(sqlite3_vtab_cursor*) { return 1; }
    static int column(sqlite3_vtab_cursor*, sqlite3_context*, int) { return SQLITE_OK; }
    static int rowid(sqlite3_vtab_cursor*, sqlite3_int64*) { return SQLITE_OK; }
    static int update(sqlite3_vtab*, int, sqlite3_value**, sqlite3_int64*) { return SQLITE_OK; }
    static int done(sqlite3_vtab*) { return SQLITE_OK; }
    static int savepoint(sqlite3_vtab*, int)
    {
        ++savepoints;
        return SQLITE_OK;
    }

    static void join(sqlite3* db)
    {
        static const sqlite3_module module = [] {
            sqlite3_module made = {};
            made.iVersion = 2;
            made.xCreate = made.xConnect = &connect;
            made.xBestIndex = &bestIndex;
            made.xDisconnect = made.xDestroy = &disconnect;
            made.xOpen = &open;
            made.xClose = &close;
            made.xFilter = &filter;
            made.xNext = &next;
            made.xEof = &eof;
            made.xColumn = &column;
            made.xRowid = &rowid;
            made.xUpdate = &update;
            made.xBegin = made.xSync = made.xCommit = made.xRollback = &done;
            made.xSavepoint = made.xRelease = made.xRollbackTo = &savepoint;
            return made;
        }();
        REQUIRE(sqlite3_create_module(db, "counter", &module, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_exec(
                    db,
                    "CREATE VIRTUAL TABLE temp.counted USING counter; BEGIN; INSERT INTO counted VALUES(1)",
                    nullptr, nullptr, nullptr) == SQLITE_OK);
        savepoints = 0;
    }
};

void useEverything(ReadModel& model)
{
    StreamId id;
    for (std::uint8_t i = 1; i <= 20; ++i) {
        id.bytes[0] = i;
        const auto stream = model.streamKey(id, i % 2 == 0 ? StreamType::Any : StreamType::Case);
        model.streamKey(id, StreamType::Case);
        model.addEntry(i, stream, Kind::NoteAdded, {i}, viewOf("detail"));
        model.addWords(i, "douleur nocturne " + std::to_string(i));
        model.put(ReadModel::List::Hidden, id.view(), viewOf("x"));
        model.put(ReadModel::List::Hidden, id.view(), viewOf("y"));
        model.putCase({stream, stream, true, 1, 1, {}});
        model.putCase({stream, stream, false, 2, 2, {}});
        model.putPerson(stream, 19340228, 0, {"anne", "petit", "anne"});
        model.putPerson(stream, 19340229, 0, {"anne"});
        model.drop(ReadModel::List::Hidden, id.view());
        model.match("douleur", 100, 5);
        model.eachEntry(stream, [](std::int64_t, Kind, Instant, View) {});
    }
    REQUIRE_FALSE(model.failure());
}

} // namespace

TEST_CASE("no statement on the read model opens a savepoint")
{
    auto model = freshModel();
    Counter::join(model.handle());
    useEverything(model);
    CHECK(savepoints == 0);
    // and the counter would have seen one:
    REQUIRE(sqlite3_exec(model.handle(), "INSERT INTO item VALUES(99, 'a', 'b') RETURNING name", nullptr,
                         nullptr, nullptr) == SQLITE_OK);
    CHECK(savepoints > 0);
}

TEST_CASE("the read model has no trigger, savepoint, returning clause or trace of one in its statements")
{
    for (const auto statement : ReadModel::statements()) {
        std::string upper(statement);
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        INFO(statement);
        for (const auto* word : {"RETURNING", "TRIGGER", "SAVEPOINT", "OR REPLACE", "ATTACH"}) {
            CHECK(upper.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("a sort above the cache leaves no file, where the default would have left one")
{
    // SQLite asks for its temporary folder each time; it must look into one that only this test uses.
    const test::TemporaryFolder folder;
    REQUIRE(::setenv("SQLITE_TMPDIR", folder.path().c_str(), 1) == 0);
    static std::set<std::string> opened;
    opened.clear();
    auto* real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs watching;
    watching = *real;
    watching.zName = "watching";
    static decltype(watching.xOpen) openReally;
    openReally = real->xOpen;
    watching.xOpen = [](sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
        opened.insert(name == nullptr ? "temporary" : name);
        return openReally(vfs, name, file, flags, out);
    };
    REQUIRE(sqlite3_vfs_register(&watching, 1) == SQLITE_OK);
    const auto spill = [](sqlite3* db) {
        REQUIRE(
            sqlite3_exec(
                db,
                "PRAGMA cache_size=10; CREATE TABLE big(a TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                "SELECT i+1 FROM n WHERE i < 60000) INSERT INTO big SELECT hex(randomblob(100)) FROM n;"
                "CREATE TEMP TABLE sorted AS SELECT a FROM big ORDER BY a",
                nullptr, nullptr, nullptr) == SQLITE_OK);
    };
    {
        auto model = freshModel();
        spill(model.handle());
    }
    CHECK(opened.empty());
    sqlite3* plain = nullptr;
    REQUIRE(sqlite3_open(":memory:", &plain) == SQLITE_OK);
    spill(plain);
    sqlite3_close(plain);
    CHECK_FALSE(opened.empty()); // Debian's default writes what it sorts to a file, in clear
    REQUIRE(sqlite3_vfs_register(real, 1) == SQLITE_OK);
    sqlite3_vfs_unregister(&watching);
}

TEST_CASE("an entry's kind and time are known whether it came before they were first asked for or after")
{
    auto model = freshModel();
    model.addEntry(3, 1, Kind::NoteAdded, {30}, {});
    model.addEntry(7, 2, Kind::HomeAdded, {70}, {});
    CHECK(model.markOf(3).kind == Kind::NoteAdded);
    model.addEntry(9, 2, Kind::ResidentAdded, {90}, {});
    model.addEntry(5, 2, Kind::NoteAdded, {50}, {}); // late
    for (const std::int64_t sequence : {3, 5, 7, 9}) {
        INFO(sequence);
        CHECK(model.markOf(sequence).at.millis == sequence * 10);
        CHECK(model.markOf(sequence).kind == model.placeOf(sequence)->kind);
    }
    for (const std::int64_t sequence : {0, 4, 8, 10, 1'000'000}) { // records that are no entries
        CHECK(model.markOf(sequence).kind == Kind::Unknown);
    }
    CHECK_FALSE(model.failure());
}

TEST_CASE("an image of the read model holds everything and another image is refused")
{
    auto model = freshModel();
    useEverything(model);
    const auto image = model.image();
    REQUIRE(image);
    auto again = ReadModel::fromImage(*image);
    REQUIRE(again);
    CHECK(again->match("douleur", 100, 50).size() == 20);
    StreamId id;
    id.bytes[0] = 7;
    CHECK(again->findStream(id) == model.findStream(id));
    again->addEntry(500, 3, Kind::NoteAdded, {500}, {});
    again->addWords(500, "plus tard");
    const auto later = again->match("plus", 1000, 5);
    CHECK(later == std::vector<std::int64_t>{500});
    CHECK(again->placeOf(500)->stream == 3);
    again->commit();
    CHECK(again->wordsBeginning("p", 5) == std::vector<std::string>{"plus"});
    CHECK(again->wordsBeginning("nocturnes", 5).empty());
    CHECK(again->wordsBeginning("1", 5).size() == 5);
    CHECK_FALSE(again->failure());

    CHECK_FALSE(ReadModel::fromImage(Bytes(4096, 0)));
    CHECK_FALSE(ReadModel::fromImage(viewOf("not a database")));
    auto half = *image;
    half.resize(half.size() / 2);
    if (auto torn = ReadModel::fromImage(half)) {
        torn->match("douleur", 100, 50); // what is left of it answers, or notes a failure
        torn->addWords(600, "x");
        torn->commit();
        SUCCEED();
    }
}

TEST_CASE("words are folded as the index folds them")
{
    auto model = freshModel();
    const auto tokenizer = Tokenizer::make(model.handle());
    REQUIRE(tokenizer);
    using Words = std::vector<std::string>;
    CHECK(tokenizer->words("L’Été à Besançon, 24 h") == Words{"l", "ete", "a", "besancon", "24", "h"});
    CHECK(tokenizer->words("İstanbul ŒUVRE straße").size() == 3);
    CHECK(tokenizer->words("").empty());
    CHECK(tokenizer->words(" -*\"() ").empty());
    std::size_t from = 0;
    tokenizer->each("né à Été", [&](std::string_view word, std::size_t start, std::size_t) {
        from = start;
        return word != "ete";
    });
    CHECK(from == 7);
}
