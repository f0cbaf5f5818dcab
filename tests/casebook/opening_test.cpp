// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opening a vault: by one writer, beside it, from a snapshot, of a newer format, after a loss.
#include "casebook/test_vault.h"

#include <sqlite3.h>

#include <filesystem>
#include <map>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using test::TestVault;
namespace fs = std::filesystem;

namespace {

Bytes contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return Bytes{std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& file, const Bytes& content)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
}

/// Every file with its content, except the shared memory, which is no storage.
std::map<std::string, Bytes> filesOf(const fs::path& folder)
{
    std::map<std::string, Bytes> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".db-shm") {
            files[entry.path().filename().string()] = contentOf(entry.path());
        }
    }
    return files;
}

void sql(const fs::path& file, const std::string& text)
{
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

bool hasDamage(const std::vector<Damage>& damages, ErrorCode code, const std::string& place)
{
    return std::any_of(damages.begin(), damages.end(),
                       [&](const auto& damage) { return damage.code == code && damage.place == place; });
}

} // namespace

TEST_CASE("a second writer is turned away and a reader beside the first one writes nothing")
{
    TestVault vault;
    const auto id = vault.addCase();
    const auto second = vault.open();
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::VaultInUse);
    CHECK(second.error().number == ::getpid());

    const auto before = filesOf(vault.path());
    const auto reader = vault.open(Access::ReadOnly);
    REQUIRE(reader);
    CHECK((*reader)->isReadOnly());
    CHECK((*reader)->queue().rows.size() == 1);
    CHECK((*reader)->timeline(idCast<StreamId>(id)).size() == 1);
    CHECK((*reader)->verify().damages.empty());
    const std::array events{NewEvent{NoteAdded{id, "x"}, {}}};
    CHECK((*reader)->append(events, vault.nurse()).error().code == ErrorCode::ReadOnly);
    CHECK((*reader)->saveDraft(vault.ids.make<DraftId>(), viewOf("x")).error().code == ErrorCode::ReadOnly);
    CHECK((*reader)->saveSnapshot().error().code == ErrorCode::ReadOnly);
    CHECK(filesOf(vault.path()) == before);
    // and the writer goes on beside it
    vault.write({NoteAdded{id, "y"}});
    const auto later = vault.open(Access::ReadOnly);
    REQUIRE(later);
    CHECK((*later)->queue().rows.at(0).lastWord == "y");
}

TEST_CASE("a reader without a writer touches nothing, and follows one that starts later")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.close();
    REQUIRE_FALSE(fs::exists(vault / "journal.db-wal"));
    const auto before = filesOf(vault.path());
    const auto reader = vault.open(Access::ReadOnly);
    REQUIRE(reader);
    CHECK((*reader)->queue().rows.size() == 1);
    CHECK(filesOf(vault.path()) == before);
    CHECK_FALSE(fs::exists(vault / "journal.db-shm"));
    vault.reopen();
    const auto written = vault.write({NoteAdded{id, "later"}});
    CHECK((*reader)->contains(written[0]));
    CHECK((*reader)->timeline(idCast<StreamId>(id)).size() == 1); // what it showed stands
}

TEST_CASE("a copy of a vault whose writer was killed is read with the log that it left")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({NoteAdded{id, "in the log only"}});
    const test::TemporaryFolder elsewhere;
    for (const auto* name : {"vault.cbor", "journal.db", "journal.db-wal", "head"}) { // without -shm
        fs::copy_file(vault / name, elsewhere / name);
    }
    const auto before = filesOf(elsewhere.path());
    const auto reader = Casebook::open(elsewhere.path(), vault.keyring(), Access::ReadOnly, vault.clock);
    REQUIRE(reader);
    CHECK((*reader)->queue().rows.at(0).lastWord == "in the log only");
    CHECK((*reader)->openingReport().damages.empty());
    CHECK(filesOf(elsewhere.path()) == before);
}

TEST_CASE("a journal of a newer format is opened for reading and left as it is")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.close();
    sql(vault / "journal.db", "PRAGMA user_version=2");
    const auto before = filesOf(vault.path());
    const auto opened = vault.open();
    REQUIRE(opened);
    CHECK((*opened)->openingReport().readOnlyBecauseNewer);
    CHECK((*opened)->isReadOnly());
    CHECK((*opened)->queue().rows.size() == 1);
    const std::array events{NewEvent{NoteAdded{id, "x"}, {}}};
    CHECK((*opened)->append(events, vault.nurse()).error().code == ErrorCode::ReadOnly);
    CHECK(filesOf(vault.path()) == before);
}

TEST_CASE("a folder without a vault and a file that is no journal are refused by name")
{
    TestVault vault;
    vault.close();
    const test::TemporaryFolder empty;
    CHECK(Casebook::open(empty.path(), vault.keyring(), Access::ReadWrite, vault.clock).error().code ==
          ErrorCode::VaultMissing);
    fs::copy_file(vault / "vault.cbor", empty / "vault.cbor");
    CHECK(Casebook::open(empty.path(), vault.keyring(), Access::ReadWrite, vault.clock).error().code ==
          ErrorCode::VaultMissing);
    put(empty / "journal.db", Bytes(8192, 0x41));
    CHECK(Casebook::open(empty.path(), vault.keyring(), Access::ReadWrite, vault.clock).error().code ==
          ErrorCode::Damaged);
    fs::remove(empty / "journal.db");
    sql(empty / "journal.db", "CREATE TABLE envelope(a)"); // an SQLite file of somebody else
    CHECK(Casebook::open(empty.path(), vault.keyring(), Access::ReadWrite, vault.clock).error().code ==
          ErrorCode::Damaged);
}

TEST_CASE("a snapshot is used, gives the same rows, and is followed by what came after it")
{
    TestVault vault;
    const auto id = vault.addCase();
    const auto note = vault.write({NoteAdded{id, "before"}, NoteAdded{id, "mistaken"}});
    vault.write({EntryWithdrawn{idCast<StreamId>(id), note[1], "typo"}, SettingChanged{"a", "1"}});
    REQUIRE(vault->saveSnapshot());
    const auto member = vault.add("Claude", Role::Coordinator);
    vault.write({NoteAdded{id, "after"}, RequestAssigned{id, member}});
    const auto rows = vault->logicalRows();
    vault.reopen();
    CHECK_FALSE(vault->openingReport().modelRebuilt);
    CHECK(vault->logicalRows() == rows);
    CHECK(vault->search("before").size() == 1);
    CHECK(vault->search("after").size() == 1);
    CHECK(vault->search("mistaken").empty());
    vault.write({NoteAdded{id, "goes on"}});
    const auto later = vault->logicalRows();
    vault.close();
    fs::remove(vault / "model.snap");
    vault.reopen();
    CHECK(vault->openingReport().modelRebuilt);
    CHECK(vault->logicalRows() == later);
    CHECK(vault->verify().damages.empty());
}

TEST_CASE("a snapshot that is torn, changed, moved or of another journal is not used")
{
    TestVault vault;
    const auto id = vault.addCase();
    REQUIRE(vault->saveSnapshot());
    const auto first = contentOf(vault / "model.snap");
    vault.write({NoteAdded{id, "later"}});
    REQUIRE(vault->saveSnapshot());
    const auto rows = vault->logicalRows();
    vault.close();
    const auto good = contentOf(vault / "model.snap");
    const auto opensAnew = [&](const Bytes& content) {
        put(vault / "model.snap", content);
        vault.reopen();
        CHECK(vault->logicalRows() == rows);
        const bool rebuilt = vault->openingReport().modelRebuilt;
        vault.close();
        return rebuilt;
    };
    CHECK_FALSE(opensAnew(good));
    CHECK_FALSE(opensAnew(first)); // older, but of this journal: what is missing is folded after it
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{5}, std::size_t{100}, good.size() / 2, good.size() - 1}) {
        CHECK(opensAnew(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))));
    }
    for (const std::size_t at :
         {std::size_t{3}, std::size_t{9}, std::size_t{40}, good.size() / 2, good.size() - 1}) {
        auto changed = good;
        changed[at] ^= 1;
        CHECK(opensAnew(changed));
    }
    auto longer = good;
    longer.push_back(0);
    CHECK(opensAnew(longer));
}

TEST_CASE("a history that ends too early is noticed, named, and never continued with the same counts")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.close();
    const auto journal = contentOf(vault / "journal.db");
    vault.reopen();
    const auto lost =
        vault.write({NoteAdded{id, "one"}, NoteAdded{id, "two"}}); // with their stubs, entries 6 to 9
    CHECK(vault->sequence() == 9);
    vault.close();
    put(vault / "journal.db", journal);
    vault.reopen();
    const auto& damages = vault->openingReport().damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].code == ErrorCode::EndsTooEarly);
    CHECK(damages[0].sequence == 6);
    CHECK(damages[0].place == "head");
    CHECK_FALSE(vault->contains(lost[0]));
    CHECK(vault->queue().rows.size() == 1); // the rest is readable
    vault.reopen();
    CHECK(hasDamage(vault->openingReport().damages, ErrorCode::EndsTooEarly,
                    "head")); // until something is written
    vault.write({NoteAdded{id, "three"}});
    const auto verified = vault->verify();
    CHECK(hasDamage(verified.damages, ErrorCode::CountSkipped, "chain")); // a gap, for ever; no fork
    CHECK_FALSE(hasDamage(verified.damages, ErrorCode::CountForked, "chain"));
    vault.reopen();
    CHECK_FALSE(hasDamage(vault->openingReport().damages, ErrorCode::EndsTooEarly, "head"));
    CHECK(vault->queue().rows.at(0).lastWord == "three");
}

TEST_CASE(
    "a missing or damaged head is named and harmless, one damaged place of it is made good by the other")
{
    TestVault vault;
    vault.addCase();
    vault.close();
    const auto good = contentOf(vault / "head");
    REQUIRE(good.size() == 512);
    fs::remove(vault / "head");
    vault.reopen();
    CHECK(hasDamage(vault->openingReport().damages, ErrorCode::Damaged, "head"));
    CHECK(vault->queue().rows.size() == 1);
    vault.close();
    put(vault / "head", Bytes(512, 7));
    vault.reopen();
    CHECK(hasDamage(vault->openingReport().damages, ErrorCode::Damaged, "head"));
    vault.close();
    for (const std::size_t at : {20U, 300U}) {
        auto changed = good;
        changed[at] ^= 1;
        put(vault / "head", changed);
        vault.reopen();
        CHECK(vault->openingReport().damages.empty());
        vault.close();
    }
}

TEST_CASE("the lock of a process that is gone does not keep anyone out")
{
    TestVault vault;
    vault.close();
    {
        std::ofstream(vault / "lock") << "99999\n";
    }
    CHECK(vault.open());
}

TEST_CASE("verify names the record, the key and the draft that are damaged and counts what can be read")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({NoteAdded{id, "one"}});
    REQUIRE(vault->saveDraft(vault.ids.make<DraftId>(), viewOf("draft")));
    CHECK(vault->verify().damages.empty());
    CHECK(vault->verify().records == vault->sequence());
    CHECK(vault->verify().readable == vault->sequence());
    vault.close();
    const auto changed = [](const std::string& column, int place) {
        const auto at = std::to_string(place);
        return column + " = CAST(substr(" + column + ", 1, " + std::to_string(place - 1) +
               ") || CASE substr(" + column + ", " + at +
               ", 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(" + column + ", " +
               std::to_string(place + 1) + ") AS BLOB)";
    };
    sql(vault / "journal.db", "UPDATE envelope SET " + changed("body", 151) +
                                  " WHERE seq = 3; UPDATE draft SET " + changed("box", 1) + ";");
    vault.reopen();
    const auto verified = vault->verify();
    CHECK(hasDamage(verified.damages, ErrorCode::Damaged, "draft"));
    CHECK(std::any_of(verified.damages.begin(), verified.damages.end(),
                      [](const auto& damage) { return damage.sequence == 3 && damage.place == "envelope"; }));
    CHECK(verified.readable == verified.records - 1);
    CHECK_FALSE(vault->openingReport().damages.empty());
    CHECK(vault->timeline(idCast<StreamId>(id)).size() == 2);
}
