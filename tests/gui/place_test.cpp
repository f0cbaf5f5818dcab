// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings of this computer by keys: when it locks, and where window and side pane stand.
#include "screens/clear_settings.h"
#include "screens/idle_lock.h"
#include "support/catch.h"
#include "support/random.h"
#include "workflow/idle_time.h"

#include <QDockWidget>
#include <QScreen>
#include <QSettings>
#include <QSpinBox>

#include <cmath>

#include "gui/desk_window.h"

using namespace chevet;
using namespace chevet::test;
using namespace std::chrono_literals;

namespace {

/// Of an empty queue the first filter has the keyboard.
void untilQueue(DeskWindow& desk)
{
    desk.until("the keyboard is in the queue", [&] {
        return desk.focusName() == QLatin1String("queueTable") ||
               desk.focusName() == QLatin1String("filterChip0");
    });
}

void unlock(DeskWindow& desk)
{
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("the vault is open", [&] { return desk.window().desk() != nullptr; });
    untilQueue(desk);
}

void reopen(DeskWindow& desk)
{
    desk.window().close();
    desk.closeWindow();
    desk.openWindow();
}

QDockWidget* side(DeskWindow& desk)
{
    return desk.find<QDockWidget>(QStringLiteral("sideDock"));
}

QSettings clearFile(DeskWindow& desk)
{
    return QSettings(QString::fromStdString(desk.workplace().settingsFile.string()), QSettings::IniFormat);
}

} // namespace

TEST_CASE("The time until the lock is set by keys, holds at once and after the vault was closed")
{
    DeskWindow desk;
    desk.foundTeam();
    CHECK(desk.desk().idleMinutes() == workflow::idleMinutesDefault);
    desk.press(Qt::CTRL | Qt::Key_Comma);
    desk.untilFocus(QStringLiteral("idleMinutes"));
    desk.type(QStringLiteral("15"));
    desk.press(Qt::Key_Return);
    desk.until("it is kept", [&] { return desk.desk().idleMinutes() == 15; });
    CHECK(desk.textOf(QStringLiteral("lockLabel")).contains(QStringLiteral("15 min")));
    CHECK(desk.desk().saveState().kind == workflow::SaveState::Kind::Saved);
    desk.press(Qt::Key_Escape);
    untilQueue(desk);
    desk.press(Qt::CTRL | Qt::Key_L);
    CHECK(desk.window().desk() == nullptr);
    reopen(desk);
    unlock(desk);
    CHECK(desk.desk().idleMinutes() == 15);
    CHECK(desk.window().idleLock().left() > 14min);
    auto file = clearFile(desk);
    CHECK_FALSE(file.allKeys().join(QLatin1Char(' ')).contains(QStringLiteral("idle")));
}

TEST_CASE("A time out of bounds is not taken and one that can’t be read counts as the default")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::CTRL | Qt::Key_Comma);
    desk.untilFocus(QStringLiteral("idleMinutes"));
    desk.type(QStringLiteral("0"));
    desk.press(Qt::Key_Return);
    CHECK(desk.find<QSpinBox>(QStringLiteral("idleMinutes"))->value() >= workflow::idleMinutesLeast);
    CHECK(desk.desk().idleMinutes() >= workflow::idleMinutesLeast);
    using workflow::decodeIdleMinutes;
    CHECK(decodeIdleMinutes(workflow::encodeIdleMinutes(60)) == 60);
    CHECK(decodeIdleMinutes(workflow::encodeIdleMinutes(4711)) == workflow::idleMinutesMost);
    for (const Bytes& rubbish : {Bytes{}, Bytes{0}, Bytes{61}, Bytes{255}, Bytes{5, 5}}) {
        CHECK(decodeIdleMinutes(rubbish) == workflow::idleMinutesDefault);
    }
}

TEST_CASE("Look and language are chosen by digits in the settings")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::CTRL | Qt::Key_Comma);
    desk.untilFocus(QStringLiteral("idleMinutes"));
    desk.press(Qt::Key_Tab);
    desk.untilFocus(QStringLiteral("themeChips"));
    desk.type(QStringLiteral("3"));
    CHECK(desk.window().theme() == screens::Theme::Dark);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("languageChips"));
    desk.type(QStringLiteral("3"));
    desk.until("French is spoken", [&] {
        return screens::ClearSettings(desk.workplace().settingsFile).language() == QStringLiteral("fr") &&
               desk.focusName() == QLatin1String("filterChip0");
    });
}

TEST_CASE("The side pane is as wide as it was left and the layout can be reset")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.until("it has its usual width", [&] { return side(desk)->width() == 1280 * 2 / 5; });
    const int first = side(desk)->width();
    desk.until("it is narrower", [&] {
        desk.window().resizeDocks({side(desk)}, {first - 32}, Qt::Horizontal);
        return side(desk)->width() == first - 32;
    });
    const int left = side(desk)->width();
    reopen(desk);
    unlock(desk);
    CHECK(side(desk) == nullptr);
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.until("it is as it was left", [&] { return std::abs(side(desk)->width() - left) <= 8; });
    desk.press(Qt::Key_F3); // in a text field these keys could be a letter of another layout
    desk.press(Qt::CTRL | Qt::ALT | Qt::Key_R);
    CHECK(clearFile(desk).value(QStringLiteral("window/layout")).toByteArray().isEmpty());
}

TEST_CASE("Rubbish in the clear settings never keeps the window from standing where it can be used")
{
    CHEVET_SEEDED(random, 20261121);
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.until("it is narrower", [&] { // a wide font leaves no room for a wider one
        desk.window().resizeDocks({side(desk)}, {480}, Qt::Horizontal);
        return side(desk)->width() == 480;
    });
    reopen(desk);
    const auto geometry = clearFile(desk).value(QStringLiteral("window/geometry")).toByteArray();
    const auto layout = clearFile(desk).value(QStringLiteral("window/layout")).toByteArray();
    REQUIRE(layout == "1 480");
    REQUIRE(geometry.size() > 20);
    for (int round = 0; round < 24; ++round) {
        INFO("round " << round);
        desk.closeWindow();
        auto spoilt = std::pair(geometry, layout);
        for (auto* part : {&spoilt.first, &spoilt.second}) {
            if (random.onceIn(6)) {
                *part = QByteArray(static_cast<int>(random.below(200'000)), '\x7f');
            }
            for (int i = 0; i < 4 && !part->isEmpty(); ++i) {
                const auto at =
                    static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(part->size())));
                (*part)[at] = static_cast<char>(random.below(256));
            }
            part->truncate(random.onceIn(3) ? part->size() / 2 : part->size());
        }
        screens::ClearSettings(desk.workplace().settingsFile).setPlace(spoilt.first, spoilt.second);
        desk.openWindow();
        INFO(desk.window().width() << " x " << desk.window().height());
        // A maximised window is no larger than the screen, which is small where the tests run.
        const QSize screen = desk.window().screen()->size();
        CHECK(desk.window().width() >= qMin(desk.window().minimumWidth(), screen.width()));
        CHECK(desk.window().height() >= qMin(desk.window().minimumHeight(), screen.height()));
        CHECK(side(desk) == nullptr);
    }
    unlock(desk);
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    CHECK(side(desk) != nullptr);
}

TEST_CASE("Ctrl+L in the middle of a call locks at once and the call goes on after unlocking")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.addHomeAndResident(QStringLiteral("Les Tilleuls"), QStringLiteral("12031934"),
                            QStringLiteral("DUPONT"), QStringLiteral("Jeanne"));
    desk.press(Qt::CTRL | Qt::Key_L);
    CHECK(desk.window().desk() == nullptr);
    CHECK(desk.textOf(QStringLiteral("lockLabel")) == QStringLiteral("Locked"));
    unlock(desk);
    REQUIRE(desk.desk().drafts().size() == 1);
    CHECK(desk.desk().drafts()[0].title.contains(QStringLiteral("DUPONT")));
    desk.type(QStringLiteral("d"));
    desk.until("the call goes on", [&] {
        return desk.textOf(QStringLiteral("residentSummary")).contains(QStringLiteral("12/03/1934"));
    });
}
