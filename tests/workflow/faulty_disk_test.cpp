// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole desk on a disk that fails at the n-th write or sync, for every n of a call that is taken, decided
// and noted: nothing is called saved that is not, nothing typed is lost, the sentence says what to do, and
// saving goes on in the same session once the disk does.
#include "casebook/faulty_vfs.h"
#include "support/catch.h"
#include "support/long_run.h"
#include "workflow/case_file.h"
#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/queue_model.h"

#include <sqlite3.h>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;
using test::FaultyVfs;
using test::Lasts;

namespace {

const auto words = QStringLiteral("à garder, quoi qu’il arrive");
const auto noted = QStringLiteral("note du soir");

/// Everything the store had to write has been answered.
bool isQuiet(TestDesk& desk)
{
    return soon([&] { return !desk->store().isWriting(); });
}

/// What an attempt to save was answered with.
struct Answer
{
    bool isSaved = false;
    Sentence refusal;
    SaveState::Kind shown = SaveState::Kind::Nothing; ///< the status bar's word at that moment

    bool isThere() const { return isSaved || !refusal.what.isEmpty(); }
};

void refuse(Answer& answer, TestDesk& desk, const Sentence& why)
{
    answer.refusal = why;
    answer.shown = desk->saveState().kind;
}

Answer accept(TestDesk& desk, Intake& intake)
{
    Answer answer;
    QObject context;
    QObject::connect(&intake, &Intake::decided, &context, [&] { answer.isSaved = true; });
    QObject::connect(&intake, &Intake::refused, &context,
                     [&](const Sentence& why) { refuse(answer, desk, why); });
    intake.accept();
    REQUIRE(soon([&] { return answer.isThere(); }));
    return answer;
}

Answer addNote(TestDesk& desk, CaseFile& file)
{
    Answer answer;
    QObject context;
    QObject::connect(&file, &CaseFile::saved, &context, [&] { answer.isSaved = true; });
    QObject::connect(&file, &CaseFile::refused, &context,
                     [&](const Sentence& why) { refuse(answer, desk, why); });
    file.addNote(NoteArea::Clinical, noted);
    REQUIRE(soon([&] { return answer.isThere(); }));
    return answer;
}

/// The disk has refused: nobody is told otherwise, and everybody what to do.
void checkRefusal(const Answer& answer)
{
    CHECK_FALSE(answer.isSaved);
    CHECK(answer.shown == SaveState::Kind::NotSaved);
    CHECK(answer.refusal.what.startsWith(QLatin1String("Not saved")));
    CHECK_FALSE(answer.refusal.todo.isEmpty());
}

enum class Afterwards
{
    SameSession,
    Restarted ///< the desk is closed with the call unfinished and opened again
};

/// After a refused decision: the call is still there, as typed, and is decided now.
void decideAfterAll(TestDesk& desk, Intake*& intake, Afterwards afterwards)
{
    CHECK_FALSE(intake->isDecided());
    CHECK(intake->words() == words);
    REQUIRE(desk->drafts().size() == 1);
    if (afterwards == Afterwards::Restarted) {
        desk.reopen();
        if (desk->queue()->rowCount() == 1) {
            return; // the commit was in doubt and had happened; the draft is settled with it
        }
        const auto drafts = desk->drafts();
        REQUIRE(drafts.size() == 1);
        intake = desk->resume(drafts.front().id, &desk.owner);
        REQUIRE(soon([&] { return intake->missing().empty(); }));
        CHECK(intake->words() == words);
    }
    const auto again = accept(desk, *intake);
    INFO(again.refusal.whole().toStdString());
    REQUIRE(again.isSaved);
}

int notesIn(const CaseView& view)
{
    return static_cast<int>(std::count_if(view.timeline.begin(), view.timeline.end(), [](const auto& entry) {
        const auto* note = entry.body ? std::get_if<NoteAdded>(&*entry.body) : nullptr;
        return note != nullptr && note->text == noted.toStdString();
    }));
}

/// One call with a fault at the n-th write; false once n lies behind its end.
bool survives(FaultyVfs& disk, int n, int code, Lasts lasts, Afterwards afterwards)
{
    INFO("fault " << code << " at write " << n << (lasts == Lasts::Once ? " once" : " and from then on"));
    disk.heal();
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    REQUIRE(isQuiet(desk));

    disk.failAt(n, code, lasts);
    bool hasFailed = false;
    const auto repair = [&] {
        hasFailed = hasFailed || disk.hasFailed();
        disk.heal();
    };
    auto* intake = readyIntake(desk, home, resident);
    intake->setWords(words);
    const auto decision = accept(desk, *intake);
    if (!decision.isSaved) {
        checkRefusal(decision);
        repair();
        CHECK(hasFailed);
        decideAfterAll(desk, intake, afterwards);
    }
    REQUIRE(soon([&] { return desk->queue()->rowCount() == 1; }));
    const auto id = desk->queue()->row(0).id;
    auto* file = desk->openCase(id, &desk.owner);
    REQUIRE(soon([&] { return file->isLoaded(); }));
    const auto note = addNote(desk, *file);
    if (!note.isSaved) {
        checkRefusal(note);
        repair();
        CHECK(hasFailed);
        REQUIRE(addNote(desk, *file).isSaved);
        CHECK(soon([&] { return desk->saveState().kind == SaveState::Kind::Saved; }));
    }
    REQUIRE(isQuiet(desk));
    repair();
    desk.reopen();
    CHECK(desk->openingReport().empty());
    CHECK(desk->drafts().empty());
    REQUIRE(desk.queue().rows.size() == 1);
    CHECK(desk.queue().rows.front().id == id);
    const auto view = desk.caseView(id);
    CHECK(notesIn(view) == 1);
    return hasFailed;
}

void survivesAll(int code, Lasts lasts, int step)
{
    FaultyVfs disk;
    int n = 1;
    while (survives(disk, n, code, lasts, n % 2 == 0 ? Afterwards::SameSession : Afterwards::Restarted)) {
        n += step;
    }
    CHECK(n > 20); // the call really writes
}

} // namespace

TEST_CASE("a call on a disk that is full from the n-th write on is lost at no n")
{
    survivesAll(SQLITE_FULL, Lasts::FromThenOn, 1);
}

TEST_CASE("a call on a disk that fails once at the n-th write is lost at no n")
{
    survivesAll(SQLITE_IOERR_WRITE, Lasts::Once, 1);
}

TEST_CASE("a call on a disk that fails from the n-th write on or is full once is lost at no n")
{
    const int step = test::isLongRun() ? 1 : 3;
    survivesAll(SQLITE_IOERR_WRITE, Lasts::FromThenOn, step);
    survivesAll(SQLITE_FULL, Lasts::Once, step);
}
