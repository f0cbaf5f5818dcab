// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in and out: founding, unlocking, locking, what stays in clear.
#include "screens/idle_lock.h"
#include "support/catch.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>

#include <filesystem>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;

TEST_CASE("A passphrase that is too easy or differs is refused beside its field and nothing is founded")
{
    DeskWindow desk;
    desk.untilFocus(QStringLiteral("teamNameEdit"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("teamNameProblem")).isEmpty());
    desk.type(QStringLiteral("EMSP"));
    CHECK(desk.textOf(QStringLiteral("teamNameProblem")).isEmpty());
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("Claire"));
    desk.press(Qt::Key_Tab);
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("short"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("passphraseProblem")).isEmpty());
    CHECK(desk.focusName() == QStringLiteral("passphraseEdit"));
    desk.press(Qt::CTRL | Qt::Key_A);
    desk.type(passphrase);
    desk.press(Qt::Key_Tab);
    desk.type(passphrase + QStringLiteral("x"));
    desk.press(Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("passphraseAgainProblem")).isEmpty());
    CHECK_FALSE(std::filesystem::exists(desk.workplace().defaultVault));
}

TEST_CASE("Seven suggested words found a team")
{
    DeskWindow desk;
    desk.untilFocus(QStringLiteral("teamNameEdit"));
    desk.type(QStringLiteral("EMSP"));
    desk.press(Qt::Key_Tab);
    desk.type(QStringLiteral("Claire"));
    desk.press(Qt::ALT | Qt::Key_S);
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    const QString words = desk.textOf(QStringLiteral("suggestionLabel"));
    CHECK(words.split(QLatin1Char(' ')).size() == 7);
    desk.type(words);
    desk.press(Qt::Key_Return);
    desk.type(words);
    desk.press(Qt::Key_Return);
    desk.until("the team is founded", [&] { return desk.window().desk() != nullptr; });
    CHECK_FALSE(desk.desk().isSample());
    CHECK(desk.find<QLabel>(QStringLiteral("sampleMark")) == nullptr);
}

TEST_CASE("A wrong passphrase is said beside the field and the right one opens")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.closeWindow();
    desk.openWindow();
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(QStringLiteral("wrong"));
    desk.press(Qt::Key_Return);
    desk.until("it is refused", [&] { return !desk.textOf(QStringLiteral("problemLabel")).isEmpty(); });
    CHECK(desk.window().desk() == nullptr);
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("it opens", [&] { return desk.window().desk() != nullptr; });
    CHECK(desk.textOf(QStringLiteral("lockLabel")).contains(QStringLiteral("5")));
}

TEST_CASE("The lock closes the vault, and so does the time without a key")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.window().lock();
    CHECK(desk.window().desk() == nullptr);
    CHECK(desk.textOf(QStringLiteral("lockLabel")) == QStringLiteral("Locked"));
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("it opens", [&] { return desk.window().desk() != nullptr; });
    Q_EMIT desk.window().idleLock().expired();
    CHECK(desk.window().desk() == nullptr);
}

TEST_CASE("The sample is marked as one on every screen")
{
    DeskWindow desk;
    desk.openSample();
    for (const auto key : {Qt::Key_F3, Qt::Key_F4, Qt::Key_F2}) {
        desk.press(key);
        CHECK_FALSE(desk.textOf(QStringLiteral("sampleMark")).isEmpty());
    }
    CHECK(desk.window().windowTitle().contains(QStringLiteral("SAMPLE")));
}

TEST_CASE("The clear settings hold no word of the team")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.window().setTheme(screens::Theme::Dark);
    desk.window().close();
    desk.closeWindow();
    QFile file(QString::fromStdString(desk.workplace().settingsFile.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    CHECK(content.contains("theme=dark"));
    CHECK_FALSE(content.contains("Ponant"));
    CHECK_FALSE(content.contains("Morel"));
}

TEST_CASE("A vault whose description is damaged says what to take back and opens nothing")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.closeWindow();
    QFile file(QString::fromStdString((desk.workplace().defaultVault / "vault.cbor").string()));
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("nothing of use");
    file.close();
    desk.openWindow();
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    CHECK(desk.textOf(QStringLiteral("problemLabel")).contains(QStringLiteral("vault.cbor")));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("it is refused", [&] { return !desk.textOf(QStringLiteral("problemLabel")).isEmpty(); });
    CHECK(desk.window().desk() == nullptr);
}

TEST_CASE("A history that ends too early opens with a line on what is wrong")
{
    namespace fs = std::filesystem;
    DeskWindow desk;
    desk.foundTeam();
    desk.closeWindow();
    const auto vault = desk.workplace().defaultVault;
    fs::copy(vault, desk.folder() / "earlier", fs::copy_options::recursive);
    const auto unlock = [&desk] {
        desk.openWindow();
        desk.untilFocus(QStringLiteral("passphraseEdit"));
        desk.type(passphrase);
        desk.press(Qt::Key_Return);
        desk.until("it opens", [&] { return desk.window().desk() != nullptr; });
    };
    unlock();
    CHECK(desk.textOf(QStringLiteral("noticeLine")).isEmpty());
    Call call;
    call.home = QStringLiteral("Les Tilleuls");
    call.newHome = call.home;
    call.identity = QStringLiteral("12031934dup");
    call.newFamily = QStringLiteral("DUPONT");
    typeCall(desk, call);
    decideCall(desk, call);
    desk.closeWindow();
    for (const auto* name : {"journal.db", "journal.db-wal", "journal.db-shm", "model.snap"}) {
        fs::remove(vault / name);
        if (fs::exists(desk.folder() / "earlier" / name)) {
            fs::copy(desk.folder() / "earlier" / name, vault / name);
        }
    }
    unlock();
    CHECK_FALSE(desk.desk().openingReport().empty());
    CHECK_FALSE(desk.textOf(QStringLiteral("noticeLine")).isEmpty());
    CHECK(desk.textOf(QStringLiteral("stateTodoLabel"))
              .contains(QStringLiteral("F2"))); // and the desk works on
}
