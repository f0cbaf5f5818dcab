// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Failing disks and full ones, at every write of a workload: nothing is called saved that is not, what was
// saved before stays, drafts are kept, and saving goes on once the disk does.
#include "casebook/faulty_vfs.h"
#include "casebook/test_vault.h"

#include <sqlite3.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <map>
#include <set>
#include <sys/resource.h>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using test::FaultyVfs;
using test::Lasts;
using test::TestVault;

namespace {

struct Outcome
{
    std::vector<EventId> saved;
    std::map<DraftId, std::string> drafts; ///< what the store said it has
    std::set<DraftId> uncertain;           ///< whose last write failed
};

DraftId draftOf(std::uint8_t number)
{
    DraftId id;
    id.bytes[0] = number;
    return id;
}

void append(TestVault& vault, const std::vector<NewEvent>& events, Outcome& outcome)
{
    if (const auto appended = vault->append(events, vault.nurse())) {
        outcome.saved.insert(outcome.saved.end(), appended->ids.begin(), appended->ids.end());
    } else {
        const auto code = appended.error().code;
        CHECK((code == ErrorCode::DiskFull || code == ErrorCode::DiskFailed));
    }
}

void draft(TestVault& vault, std::uint8_t number, const std::string& text, Outcome& outcome)
{
    if (vault->saveDraft(draftOf(number), viewOf(text))) {
        outcome.drafts[draftOf(number)] = text;
        outcome.uncertain.erase(draftOf(number));
    } else {
        outcome.uncertain.insert(draftOf(number));
    }
}

/// A nurse's few minutes: a draft, a call, its words and decision, a long note, a removed draft.
Outcome work(TestVault& vault, const CaseId& id)
{
    Outcome outcome;
    draft(vault, 1, "half a sentence", outcome);
    append(vault, {{NoteAdded{id, "first"}, {}}}, outcome);
    draft(vault, 1, "half a sentence, and more", outcome);
    append(
        vault,
        {{FactsRecorded{id, {}, "words"}, {}}, {test::decisionFor(id, Priority::P2, vault.clock.now()), {}}},
        outcome);
    append(vault, {{NoteAdded{id, std::string(150'000, 'x')}, {}}}, outcome);
    draft(vault, 2, "another", outcome);
    append(vault, {{AttemptMade{id, vault.clock.now(), AttemptOutcome::Busy, {}, {}}, {}}}, outcome);
    return outcome;
}

void checkKept(TestVault& vault, const Outcome& outcome)
{
    for (const auto& id : outcome.saved) {
        REQUIRE(vault->contains(id));
    }
    const auto drafts = vault->drafts();
    REQUIRE(drafts);
    for (const auto& [id, text] : outcome.drafts) {
        const auto found =
            std::find_if(drafts->begin(), drafts->end(), [&](const auto& kept) { return kept.first == id; });
        REQUIRE(found != drafts->end());
        if (!outcome.uncertain.contains(id)) {
            REQUIRE(textOf(found->second) == text);
        }
    }
}

/// Runs the workload with a fault at the n-th write; false once n lies behind its end.
bool survives(FaultyVfs& disk, int n, int code, Lasts lasts)
{
    INFO("fault " << code << " at write " << n << (lasts == Lasts::Once ? " once" : " and from then on"));
    disk.heal();
    TestVault vault(7);
    const auto id = vault.addCase();
    disk.failAt(n, code, lasts);
    const auto outcome = work(vault, id);
    const bool failed = disk.hasFailed();
    disk.heal();
    // Saving resumes in the same session, with what was said to be saved still there.
    checkKept(vault, outcome);
    const auto after = vault.write({NoteAdded{id, "after the fault"}});
    const auto rows = vault->logicalRows();
    vault.reopen();
    checkKept(vault, outcome);
    REQUIRE(vault->contains(after[0]));
    REQUIRE(vault->logicalRows() == rows);
    REQUIRE(vault->openingReport().damages.empty());
    REQUIRE(vault->verify().damages.empty());
    return failed;
}

} // namespace

TEST_CASE("a write that fails at any place of a workload costs nothing that was saved")
{
    FaultyVfs disk;
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL}) {
        for (const auto lasts : {Lasts::Once, Lasts::FromThenOn}) {
            int n = 1;
            while (survives(disk, n, code, lasts)) {
                ++n;
            }
            CHECK(n > 20); // the workload really writes
        }
    }
}

TEST_CASE("a founding that fails leaves nothing behind and can be tried again")
{
    FaultyVfs disk;
    const test::TemporaryFolder folder;
    const FixedClock clock(test::morning);
    SeededIds ids(1);
    const MemberAdded founder{ids.make<MemberId>(), "A", Role::Nurse};
    int n = 1;
    for (;; ++n) {
        disk.failAt(n, SQLITE_FULL, Lasts::FromThenOn);
        auto made =
            Casebook::found(folder / "vault", sealing::testing::foundTestVault(1), "T", founder, clock, ids);
        if (!disk.hasFailed()) {
            REQUIRE(made);
            break;
        }
        made = fail(ErrorCode::Internal); // closes what may have been founded
        INFO("write " << n);
        if (!std::filesystem::exists(folder / "vault" / "vault.cbor")) {
            REQUIRE_FALSE(std::filesystem::exists(folder / "vault"));
        } else {
            std::filesystem::remove_all(folder / "vault");
        }
    }
    CHECK(n > 5);
}

TEST_CASE("a snapshot that finds the disk full leaves the former one and no remains")
{
    TestVault vault;
    const auto id = vault.addCase();
    REQUIRE(vault->saveSnapshot());
    const auto size = std::filesystem::file_size(vault / "model.snap");
    vault.write({NoteAdded{id, "more"}});
    struct rlimit before = {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    auto limited = before;
    limited.rlim_cur = 20'000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limited) == 0);
    const auto saved = vault->saveSnapshot();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(saved);
    CHECK(saved.error().code == ErrorCode::DiskFull);
    CHECK_FALSE(std::filesystem::exists(vault / "model.snap.tmp"));
    CHECK(std::filesystem::file_size(vault / "model.snap") == size);
    vault.reopen();
    CHECK_FALSE(vault->openingReport().modelRebuilt);
    CHECK(vault->saveSnapshot());
}
