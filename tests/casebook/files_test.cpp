// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Photos beside the journal: kept, read, damaged, and nowhere in clear.
#include "casebook/test_vault.h"
#include "sealing/digest.h"
#include "support/catch.h"
#include "support/random.h"

#include <sqlite3.h>

#include <fstream>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::test;

namespace {

struct KeptPhoto
{
    explicit KeptPhoto(std::size_t size)
    {
        Random random(size);
        content = random.bytes(size);
        const std::string canary = "CANARY-of-a-photo";
        std::copy(canary.begin(), canary.end(), content.begin());
        const auto home = vault.addHome();
        resident = vault.addResident(home);
        photo.id = vault.addCase(resident, home);
        photo.file = vault.ids.make<FileId>();
        photo.size = static_cast<std::int64_t>(content.size());
        photo.digest = sealing::sha256({content});
        photo.what = "the heel";
        REQUIRE(vault->keepFile(photo.file, resident, content));
        vault.write({photo});
    }

    /// Changes the database behind the casebook's back.
    void change(const std::string& sql)
    {
        vault.close();
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open((vault / "journal.db").c_str(), &raw) == SQLITE_OK);
        CHECK(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(raw);
        vault.reopen();
    }

    std::vector<std::string> damages()
    {
        std::vector<std::string> found;
        for (const auto& damage : vault->verify().damages) {
            found.push_back(damage.place + " " + std::string(errorName(damage.code)));
        }
        return found;
    }

    TestVault vault;
    Bytes content;
    ResidentId resident;
    PhotoKept photo;
};

} // namespace

TEST_CASE("a photo reads back, over a new start, whatever its pieces")
{
    const std::size_t piece = 256 * 1024;
    for (const auto size : {std::size_t{20}, piece - 1, piece, piece + 1, 3 * piece + 7}) {
        KeptPhoto kept(size);
        CHECK(kept.vault->file(kept.photo).value() == kept.content);
        kept.vault.reopen();
        CHECK(kept.vault->file(kept.photo).value() == kept.content);
        CHECK(kept.vault->verify().damages.empty());
    }
}

TEST_CASE("nothing of a photo stands in clear in the vault")
{
    KeptPhoto kept(700'000);
    for (const auto& entry : std::filesystem::directory_iterator(kept.vault.path())) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string all{std::istreambuf_iterator<char>(file), {}};
        INFO(entry.path().filename().string());
        CHECK(all.find("CANARY-of-a-photo") == std::string::npos);
    }
}

TEST_CASE(
    "a photo whose pieces were changed, swapped, lost or given to another is damaged, and verify names it")
{
    const std::vector<std::string> changes{
        "UPDATE part SET box = zeroblob(length(box)) WHERE number = 1",
        "UPDATE part SET box = substr(box, 1, 20) WHERE number = 0", "DELETE FROM part WHERE number = 2",
        "UPDATE part SET number = number + 10; UPDATE part SET number = 1 WHERE number = 10;"
        "UPDATE part SET number = 0 WHERE number = 11",
        "UPDATE part SET box = (SELECT box FROM part WHERE number = 2) WHERE number = 0"};
    for (const auto& sql : changes) {
        INFO(sql);
        KeptPhoto kept(700'000);
        kept.change(sql);
        const auto read = kept.vault->file(kept.photo);
        REQUIRE_FALSE(read);
        CHECK((read.error().code == ErrorCode::Damaged || read.error().code == ErrorCode::UnknownKey ||
               read.error().code == ErrorCode::NotFound));
        CHECK(kept.vault->caseView(kept.photo.id)); // the rest stays readable
    }
    KeptPhoto kept(700'000);
    kept.change("DELETE FROM part WHERE number = 2");
    CHECK(kept.damages() == std::vector<std::string>{"file damaged"});
    auto other = kept.photo;
    other.file = kept.vault.ids.make<FileId>();
    CHECK(kept.vault->file(other).error().code == ErrorCode::NotFound);
}

TEST_CASE("what is no photo is refused before anything is written")
{
    KeptPhoto kept(1'000);
    const auto fresh = kept.vault.ids.make<FileId>();
    CHECK(kept.vault->keepFile(fresh, kept.resident, {}).error().code == ErrorCode::BadInput);
    const Bytes large(8 * 1024 * 1024 + 1);
    CHECK(kept.vault->keepFile(fresh, kept.resident, large).error().code == ErrorCode::TooLarge);
    CHECK(kept.vault->keepFile(kept.photo.file, kept.resident, kept.content).error().code ==
          ErrorCode::Duplicate);
    auto lying = kept.photo;
    lying.size += 1;
    CHECK(kept.vault->file(lying).error().code == ErrorCode::Damaged);
    lying = kept.photo;
    lying.digest[0] ^= 1;
    CHECK(kept.vault->file(lying).error().code == ErrorCode::Damaged);
}

TEST_CASE("a vault that is open for reading takes no photo, and shows those it has")
{
    KeptPhoto kept(1'000);
    kept.vault.close();
    auto reading = kept.vault.open(casebook::Access::ReadOnly);
    REQUIRE(reading);
    CHECK((*reading)->file(kept.photo).value() == kept.content);
    CHECK((*reading)->keepFile(kept.vault.ids.make<FileId>(), kept.resident, kept.content).error().code ==
          ErrorCode::ReadOnly);
}
