// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A commit whose outcome is in doubt, at every write and sync: what is tried again afterwards, by hand in the
// same session or from a draft after the next start, stands in the journal exactly once.
#include "casebook/faulty_vfs.h"
#include "casebook/test_vault.h"

#include <sqlite3.h>

#include <algorithm>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using test::FaultyVfs;
using test::Lasts;
using test::TestVault;

namespace {

DraftId callsDraft()
{
    DraftId id;
    id.bytes[0] = 9;
    return id;
}

template<class Body> std::size_t countOf(TestVault& vault, const CaseId& id)
{
    const auto timeline = vault->timeline(idCast<StreamId>(id));
    return static_cast<std::size_t>(std::count_if(timeline.begin(), timeline.end(), [](const auto& entry) {
        return entry.body && std::holds_alternative<Body>(*entry.body);
    }));
}

/// A note, and a further call about an open case whose draft is kept.
struct Work
{
    explicit Work(TestVault& vault)
        : id(vault.addCase()), note{{NoteAdded{id, "once"}, {}}},
          call{{FactsRecorded{id, {}, "again"}, {}},
               {test::decisionFor(id, Priority::P2, vault.clock.now()), {}}}
    {
        REQUIRE(vault->saveDraft(callsDraft(), viewOf("a call that joins")));
    }

    CaseId id;
    std::vector<NewEvent> note;
    std::vector<NewEvent> call;
};

struct Seen
{
    bool failed = false;       ///< the fault was met
    bool landedUnseen = false; ///< the store said "not saved" of what stands in the journal
    bool landedSeen = false;   ///< the store met the fault and found that it is saved
};

Seen tryTwice(FaultyVfs& disk, int n, int code, Lasts lasts)
{
    INFO("fault " << code << " at write " << n << " lasting " << static_cast<int>(lasts));
    disk.heal();
    TestVault vault(9);
    const Work work(vault);
    disk.failAt(n, code, lasts);
    auto note = vault->append(work.note, vault.nurse());
    Seen seen;
    seen.landedSeen = note && disk.hasFailed();
    auto call = vault->append(work.call, vault.nurse(), callsDraft());
    seen.failed = disk.hasFailed();
    disk.heal();
    seen.landedUnseen = (!note && countOf<NoteAdded>(vault, work.id) == 1) ||
                        (!call && countOf<FactsRecorded>(vault, work.id) == 1);
    if (!note) {
        note = vault->append(work.note, vault.nurse());
    }
    if (!call) {
        call = vault->append(work.call, vault.nurse(), callsDraft());
    }
    REQUIRE(note);
    REQUIRE(call);
    for (const bool reopened : {false, true}) {
        INFO(reopened);
        CHECK(vault->contains(note->ids.at(0)));
        CHECK(vault->contains(call->ids.at(1)));
        CHECK(countOf<NoteAdded>(vault, work.id) == 1);
        CHECK(countOf<FactsRecorded>(vault, work.id) == 1);
        CHECK(countOf<TriageDecided>(vault, work.id) == 1);
        CHECK(vault->drafts()->empty());
        CHECK(vault->verify().damages.empty());
        vault.reopen();
        CHECK(vault->openingReport().damages.empty());
    }
    // The same words once more, later, are another note.
    REQUIRE(vault->append(work.note, vault.nurse()));
    CHECK(countOf<NoteAdded>(vault, work.id) == 2);
    return seen;
}

/// The program ends in doubt; what the draft says is decided again after the next start.
bool startAgain(FaultyVfs& disk, int n, int code, Lasts lasts)
{
    INFO("fault " << code << " at write " << n << " lasting " << static_cast<int>(lasts));
    disk.heal();
    TestVault vault(9);
    const Work work(vault);
    disk.failAt(n, code, lasts);
    const auto saved = vault->append(work.call, vault.nurse(), callsDraft());
    const bool failed = disk.hasFailed();
    vault.close();
    disk.heal();
    vault.reopen();
    const auto drafts = vault->drafts();
    REQUIRE(drafts);
    CHECK(drafts->size() == 1 - countOf<FactsRecorded>(vault, work.id));
    if (!drafts->empty()) {
        CHECK_FALSE(saved);
        REQUIRE(vault->append(work.call, vault.nurse(), callsDraft()));
    }
    CHECK(countOf<FactsRecorded>(vault, work.id) == 1);
    CHECK(countOf<TriageDecided>(vault, work.id) == 1);
    CHECK(vault->drafts()->empty());
    CHECK(vault->openingReport().damages.empty());
    return failed;
}

} // namespace

TEST_CASE("what is tried again after a commit in doubt stands once")
{
    FaultyVfs disk;
    int landedUnseen = 0;
    int landedSeen = 0;
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL, SQLITE_IOERR_FSYNC}) {
        for (const auto lasts : {Lasts::Once, Lasts::Twice, Lasts::FromThenOn}) {
            int n = 1;
            for (auto seen = tryTwice(disk, n, code, lasts); seen.failed;
                 seen = tryTwice(disk, ++n, code, lasts)) {
                landedUnseen += seen.landedUnseen ? 1 : 0;
                landedSeen += seen.landedSeen ? 1 : 0;
            }
            CHECK(n > 5);
        }
    }
    CHECK(landedUnseen > 0);
    CHECK(landedSeen > 0);
}

TEST_CASE("a call that was saved in doubt leaves no draft behind")
{
    FaultyVfs disk;
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL, SQLITE_IOERR_FSYNC}) {
        for (const auto lasts : {Lasts::Once, Lasts::Twice, Lasts::FromThenOn}) {
            int n = 1;
            while (startAgain(disk, n, code, lasts)) {
                ++n;
            }
            CHECK(n > 3);
        }
    }
}
