// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/casebook.h"
#include "casebook/golden_vault.h"
#include "clinical/registry.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace chevet;
using namespace chevet::casebook;
namespace fs = std::filesystem;

namespace {

const fs::path golden = fs::path(CHEVET_SOURCE_DIR) / "tests/data/vault-0.1";

std::vector<std::string> rowsOf(const fs::path& file)
{
    std::ifstream stream(file);
    std::vector<std::string> rows;
    for (std::string row; std::getline(stream, row);) {
        rows.push_back(row);
    }
    return rows;
}

std::unique_ptr<sealing::Keyring> unlocked(const fs::path& folder)
{
    std::ifstream file(folder / "vault.cbor", std::ios::binary);
    const Bytes content{std::istreambuf_iterator<char>(file), {}};
    const auto description = sealing::describeVault(content);
    REQUIRE(description);
    const auto unlock =
        sealing::UnlockKey::derive(viewOf(test::goldenPassphrase), description->salt, description->scrypt);
    REQUIRE(unlock);
    auto keyring = sealing::Keyring::unlock(content, *unlock);
    REQUIRE(keyring);
    return std::move(*keyring);
}

} // namespace

TEST_CASE("the vault of version 0.1 is read as it was written, where it lies and after a copy goes on")
{
    const auto expected = rowsOf(golden / "rows.txt");
    REQUIRE(expected.size() > 60);
    const FixedClock clock({1'800'000'000'000}, 60);
    {
        const auto book = Casebook::open(golden, unlocked(golden), Access::ReadOnly, clock);
        REQUIRE(book);
        CHECK((*book)->teamName() == "Équipe d’or");
        CHECK((*book)->openingReport().damages.empty());
        CHECK((*book)->verify().damages.empty());
        CHECK((*book)->logicalRows() == expected);
    }
    CHECK_FALSE(fs::exists(golden / "journal.db-shm"));
    const test::TemporaryFolder copy;
    for (const auto* name : {"vault.cbor", "journal.db", "head"}) {
        fs::copy_file(golden / name, copy / name);
    }
    const auto book = Casebook::open(copy.path(), unlocked(copy.path()), Access::ReadWrite, clock);
    REQUIRE(book);
    CHECK((*book)->openingReport().damages.empty());
    CHECK((*book)->logicalRows() == expected);
    const auto member = (*book)->members().at(0);
    const std::array events{NewEvent{clinical::NoteAdded{(*book)->queue().rows.at(0).id, "goes on"}, {}}};
    const auto appended = (*book)->append(events, {member.id, member.role});
    INFO((appended ? "" : std::string(errorName(appended.error().code)) + ' ' + appended.error().place));
    CHECK(appended);
    CHECK((*book)->verify().damages.empty());
}

TEST_CASE("the maker of golden vaults makes one that holds every kind of event")
{
    const test::TemporaryFolder folder;
    const auto made = test::makeGoldenVault(folder / "vault");
    INFO((made ? "" : std::string(errorName(made.error().code)) + ' ' + made.error().place));
    REQUIRE(made);
    std::string all;
    for (const auto& row : rowsOf(folder / "vault" / "rows.txt")) {
        all += row + '\n';
    }
    for (const auto& description : clinical::allKinds()) {
        if (!clinical::isTextPart(description.kind) && description.kind != clinical::Kind::EntryWithdrawn &&
            description.kind != clinical::Kind::RequestsMerged) {
            INFO(description.name);
            CHECK(all.find(' ' + std::string(description.name) + ' ') != std::string::npos);
        }
    }
}
