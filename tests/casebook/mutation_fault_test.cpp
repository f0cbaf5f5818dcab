// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Damaged files: whatever happens to the bytes of a vault, it is harmless, named, or "ends before entry n".
#include "casebook/test_vault.h"
#include "sealing/envelope.h"
#include "support/random.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <map>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using test::Random;
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

std::string mutate(Random& random, Bytes& content)
{
    const auto at = random.below(content.size());
    switch (random.below(5)) {
    case 0:
        content[at] ^= static_cast<std::uint8_t>(1U << random.below(8));
        return "bit in byte " + std::to_string(at);
    case 1: {
        const auto from = at / 512 * 512;
        std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(from),
                    std::min<std::size_t>(512, content.size() - from), std::uint8_t{0});
        return "zeros from " + std::to_string(from);
    }
    case 2: {
        const auto noise = random.bytes(std::min<std::size_t>(random.below(600) + 1, content.size() - at));
        std::copy(noise.begin(), noise.end(), content.begin() + static_cast<std::ptrdiff_t>(at));
        return "noise from " + std::to_string(at);
    }
    case 3: content.resize(at); return "cut at " + std::to_string(at);
    default: {
        const auto more = random.bytes(random.below(5000) + 1);
        content.insert(content.end(), more.begin(), more.end());
        return "noise behind the end";
    }
    }
}

using Drafts = std::vector<std::pair<DraftId, Bytes>>;

/// A small vault as a killed desk leaves it: part of it in the log.
struct Prepared
{
    TestVault vault{9};
    test::TemporaryFolder copy;
    std::vector<std::string> files{"vault.cbor", "journal.db", "journal.db-wal", "head", "model.snap"};
    std::map<std::string, Bytes> contents;
    std::vector<std::string> rows;
    Drafts drafts;

    Prepared()
    {
        const auto home = vault.addHome();
        for (int i = 0; i < 6; ++i) {
            const auto id = vault.addCase(vault.addResident(home, "Durand " + std::to_string(i)), home);
            vault.write({NoteAdded{id, "words " + std::string(600, 'n')}});
            if (i == 2) {
                REQUIRE(vault->saveDraft(vault.ids.make<DraftId>(), viewOf("a draft")));
                vault.reopen(); // what came so far goes from the log into the file
                REQUIRE(vault->saveSnapshot());
            }
        }
        REQUIRE(vault->saveDraft(vault.ids.make<DraftId>(), viewOf("the last draft")));
        rows = vault->logicalRows();
        drafts = *vault->drafts();
        for (const auto& name : files) {
            contents[name] = contentOf(vault / name);
            REQUIRE_FALSE(contents[name].empty());
        }
    }

    /// "" if it ended well, else what went wrong.
    std::string outcomeWith(const std::string& changed, const Bytes& content)
    {
        for (const auto& name : files) {
            put(copy / name, name == changed ? content : contents[name]);
        }
        fs::remove(copy / "journal.db-shm");
        auto keyring =
            sealing::Keyring::unlock(contentOf(copy / "vault.cbor"), sealing::testing::testUnlockKey());
        if (!keyring) {
            return {}; // named
        }
        const auto opened = Casebook::open(copy.path(), std::move(*keyring), Access::ReadWrite, vault.clock);
        if (!opened) {
            const auto code = opened.error().code;
            return code == ErrorCode::Internal || code == ErrorCode::VaultInUse ? "opens with a wrong error"
                                                                                : "";
        }
        auto& store = **opened;
        const bool named = !store.openingReport().damages.empty() || !store.verify().damages.empty();
        if (named) {
            (void)store.queue();
            (void)store.search("words");
            return {};
        }
        if (store.logicalRows() != rows) {
            return "rows differ and nothing is named";
        }
        const auto kept = store.drafts();
        return kept && *kept == drafts ? "" : "drafts differ and nothing is named";
    }
};

void sql(sqlite3* db, const char* text, View body, View id, std::int64_t sequence)
{
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(db, text, -1, &statement, nullptr) == SQLITE_OK);
    sqlite3_bind_blob(statement, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
    sqlite3_bind_blob(statement, 2, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
    sqlite3_bind_int64(statement, 3, sequence);
    REQUIRE(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_finalize(statement);
}

} // namespace

TEST_CASE("two thousand random mutations of a vault's files are harmless or named")
{
    CHEVET_SEEDED(random, 41);
    Prepared prepared;
    REQUIRE(prepared.outcomeWith("", {}).empty());
    for (int i = 0; i < 2000; ++i) {
        const auto& name = random.oneOf(prepared.files);
        auto content = prepared.contents[name];
        const auto what = mutate(random, content);
        INFO(i << ": " << name << ", " << what);
        REQUIRE(prepared.outcomeWith(name, content) == "");
    }
}

TEST_CASE("every bit of an envelope in the journal is checked")
{
    TestVault vault;
    vault.addHome();
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((vault / "journal.db").c_str(), &db) == SQLITE_OK);
    sqlite3_exec(db, "PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
    sqlite3_stmt* read = nullptr;
    REQUIRE(sqlite3_prepare_v2(db, "SELECT body, id FROM envelope WHERE seq = 3", -1, &read, nullptr) ==
            SQLITE_OK);
    REQUIRE(sqlite3_step(read) == SQLITE_ROW);
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(read, 0));
    const Bytes envelope(bytes, bytes + sqlite3_column_bytes(read, 0));
    sqlite3_finalize(read);
    REQUIRE(vault->verify().damages.empty());
    const auto isNamed = [&] {
        const auto damages = vault->verify().damages;
        return std::any_of(damages.begin(), damages.end(),
                           [](const auto& damage) { return damage.sequence == 3; });
    };
    const char* update = "UPDATE envelope SET body = ?1, id = ?2 WHERE seq = ?3";
    for (std::size_t bit = 0; bit < envelope.size() * 8; ++bit) {
        auto changed = envelope;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        // with the id that fits the changed bytes: nothing but tag, signature and chain stand in the way
        const auto id = sealing::eventIdOf(sealing::envelopeHash(changed));
        sql(db, update, changed, id.view(), 3);
        INFO("bit " << bit);
        REQUIRE(isNamed());
    }
    sql(db, update, envelope, sealing::eventIdOf(sealing::envelopeHash(envelope)).view(), 3);
    CHECK(vault->verify().damages.empty());
    sqlite3_close(db);
}

TEST_CASE("exchanged headers, a record from another vault and records in another order are named")
{
    TestVault vault;
    vault.addHome("A");
    vault.addHome("B");
    TestVault other(2);
    other.addHome("C");
    const auto bodies = [](TestVault& of) {
        std::vector<Bytes> all;
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open((of / "journal.db").c_str(), &db) == SQLITE_OK);
        sqlite3_stmt* read = nullptr;
        REQUIRE(sqlite3_prepare_v2(db, "SELECT body FROM envelope ORDER BY seq", -1, &read, nullptr) ==
                SQLITE_OK);
        while (sqlite3_step(read) == SQLITE_ROW) {
            const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(read, 0));
            all.emplace_back(bytes, bytes + sqlite3_column_bytes(read, 0));
        }
        sqlite3_finalize(read);
        sqlite3_close(db);
        return all;
    };
    const auto own = bodies(vault);
    const auto foreign = bodies(other);
    REQUIRE(own.size() == 4);
    const auto withHeaderOf = [](Bytes envelope, const Bytes& from) {
        std::copy_n(from.begin(), sealing::headerSize, envelope.begin());
        return envelope;
    };
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((vault / "journal.db").c_str(), &db) == SQLITE_OK);
    const auto store = [&](std::int64_t sequence, const Bytes& envelope, int salt) {
        auto id = sealing::eventIdOf(sealing::envelopeHash(envelope));
        id.bytes[0] = static_cast<std::uint8_t>(id.bytes[0] + salt);
        sql(db, "UPDATE envelope SET body = ?1, id = ?2 WHERE seq = ?3", envelope, id.view(), sequence);
    };
    const auto isNamed = [&](const std::vector<std::pair<std::int64_t, Bytes>>& changes) {
        for (const auto& [sequence, envelope] : changes) {
            store(sequence, Bytes(1, 0), static_cast<int>(sequence)); // ids are unique: make room first
        }
        for (const auto& [sequence, envelope] : changes) {
            store(sequence, envelope, 0);
        }
        const bool named = !vault->verify().damages.empty();
        for (const auto& [sequence, envelope] : changes) {
            store(sequence, Bytes(1, 0), static_cast<int>(sequence));
        }
        for (const auto& [sequence, envelope] : changes) {
            store(sequence, own[static_cast<std::size_t>(sequence - 1)], 0);
        }
        CHECK(vault->verify().damages.empty());
        return named;
    };
    CHECK(isNamed({{3, withHeaderOf(own[2], own[3])}}));
    CHECK(isNamed({{4, withHeaderOf(own[3], own[2])}}));
    CHECK(isNamed({{3, foreign[2]}}));
    CHECK(isNamed({{3, own[3]}, {4, own[2]}}));
    sqlite3_close(db);
}
