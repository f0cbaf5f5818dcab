// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A vault whose vault.cbor a later version has written.
#include "casebook/test_vault.h"
#include "sealing/later_vault.h"

#include <filesystem>
#include <iterator>
#include <map>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using sealing::testing::Later;
using sealing::testing::testUnlockKey;
using test::TestVault;

namespace {

namespace fs = std::filesystem;

Bytes contentOf(const fs::path& file)
{
    std::ifstream input(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

std::map<std::string, Bytes> filesOf(const fs::path& folder)
{
    std::map<std::string, Bytes> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        files[entry.path().filename().string()] = contentOf(entry.path());
    }
    return files;
}

/// The vault's file becomes one of a later version.
Bytes makeLater(const TestVault& vault, Later what)
{
    auto later = sealing::testing::laterVaultFile(contentOf(vault / "vault.cbor"), testUnlockKey(), what);
    std::ofstream output(vault.path() / "vault.cbor", std::ios::binary | std::ios::trunc);
    output.write(reinterpret_cast<const char*>(later.data()), static_cast<std::streamsize>(later.size()));
    return later;
}

} // namespace

TEST_CASE("a vault of a later version is read as it is and nothing is written to it")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({NoteAdded{id, "Douleur nocturne"}});
    REQUIRE(vault->saveSnapshot());
    const auto rows = vault->logicalRows();
    vault.close();
    const auto file = makeLater(vault, Later::Readable);
    const auto before = filesOf(vault.path());

    const auto about = sealing::describeVault(file);
    REQUIRE(about);
    CHECK(about->newer);
    CHECK(about->formatVersion == 2);
    for (const auto access : {Access::ReadWrite, Access::ReadOnly}) {
        auto keyring = sealing::Keyring::unlock(file, testUnlockKey());
        REQUIRE(keyring);
        CHECK((*keyring)->isOfNewerVault());
        auto opened = Casebook::open(vault.path(), std::move(*keyring), access, vault.clock);
        REQUIRE(opened);
        auto& book = **opened;
        CHECK(book.isReadOnly());
        CHECK(book.openingReport().readOnlyBecauseNewer);
        CHECK(book.openingReport().damages.empty());
        CHECK(book.queue().rows.size() == 1);
        CHECK(book.caseView(id)->row.lastWord == "Douleur nocturne");
        CHECK(book.search("douleur").size() == 1);
        CHECK(book.verify().damages.empty());
        CHECK(book.logicalRows() == rows);

        const std::array events{NewEvent{NoteAdded{id, "x"}, {}}};
        CHECK(book.append(events, vault.nurse()).error().code == ErrorCode::ReadOnly);
        CHECK(book.receive({}).error().code == ErrorCode::ReadOnly);
        CHECK(book.saveDraft(DraftId{}, viewOf("x")).error().code == ErrorCode::ReadOnly);
        CHECK(book.removeDraft(DraftId{}).error().code == ErrorCode::ReadOnly);
        CHECK(book.saveSetting("a", viewOf("x")).error().code == ErrorCode::ReadOnly);
        CHECK(book.saveSnapshot().error().code == ErrorCode::ReadOnly);
    }
    CHECK(filesOf(vault.path()) == before);
}

TEST_CASE("another passphrase is not written into a vault of a later version")
{
    TestVault vault;
    vault.close();
    const auto file = makeLater(vault, Later::Readable);
    const auto keyring = sealing::Keyring::unlock(file, testUnlockKey());
    REQUIRE(keyring);
    const auto changed = (*keyring)->rewrap(file, testUnlockKey(2), {}, Bytes(16, 1));
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == ErrorCode::VaultNewer);
}

TEST_CASE("a vault of a later version with something to be understood first is refused as such")
{
    for (const auto what : {Later::RequiredField, Later::UnknownSlotsOnly}) {
        TestVault vault;
        vault.close();
        const auto file = makeLater(vault, what);
        const auto before = filesOf(vault.path());
        const auto about = sealing::describeVault(file);
        REQUIRE_FALSE(about);
        CHECK(about.error().code == ErrorCode::VaultNewer);
        CHECK(about.error().number == 2);
        const auto keyring = sealing::Keyring::unlock(file, testUnlockKey());
        REQUIRE_FALSE(keyring);
        CHECK(keyring.error().code == ErrorCode::VaultNewer);
        CHECK(filesOf(vault.path()) == before);
    }
}

TEST_CASE("a wrong passphrase and a changed version are told from a later vault")
{
    TestVault vault;
    vault.close();
    const auto file = makeLater(vault, Later::Readable);
    CHECK(sealing::Keyring::unlock(file, testUnlockKey(2)).error().code == ErrorCode::WrongPassphrase);
    auto damaged = file;
    damaged[file.size() / 2] = static_cast<std::uint8_t>(damaged[file.size() / 2] ^ 1);
    CHECK(sealing::Keyring::unlock(damaged, testUnlockKey()).error().code == ErrorCode::VaultDamaged);
}
