// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/idle_lock.h"
#include "support/catch.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QWidget>

using namespace chevet::screens;
using namespace std::chrono_literals;

namespace {

struct Idle
{
    std::chrono::milliseconds now{};
    QObject watched;
    IdleLock lock{watched, [this] { return now; }, nullptr};
    QSignalSpy expired{&lock, &IdleLock::expired};
    void pass(std::chrono::milliseconds span)
    {
        now += span;
        lock.check();
    }
    void key()
    {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&watched, &press);
    }
};

} // namespace

TEST_CASE("Five minutes without a key ask for the lock and four do not")
{
    Idle idle;
    idle.lock.start();
    idle.pass(4min);
    CHECK(idle.expired.count() == 0);
    CHECK(idle.lock.left() == 1min);
    idle.pass(1min);
    CHECK(idle.expired.count() == 1);
}

TEST_CASE("A key starts the time anew")
{
    Idle idle;
    idle.lock.start();
    idle.pass(4min + 50s);
    idle.key();
    CHECK(idle.lock.left() == 5min);
    idle.pass(4min + 50s);
    CHECK(idle.expired.count() == 0);
}

TEST_CASE("It asks once, and not at all while no vault is open")
{
    Idle idle;
    idle.pass(1h);
    CHECK(idle.expired.count() == 0);
    idle.lock.start();
    idle.pass(6min);
    idle.pass(6min);
    CHECK(idle.expired.count() == 1);
    idle.lock.start();
    idle.lock.stop();
    idle.pass(1h);
    CHECK(idle.expired.count() == 1);
}

TEST_CASE("Another limit holds and a key in the last minute says at once that the time is back")
{
    Idle idle;
    idle.lock.setLimit(2min);
    idle.lock.start();
    idle.pass(1min + 30s);
    QSignalSpy ticked(&idle.lock, &IdleLock::ticked);
    idle.key();
    CHECK(ticked.count() == 1);
    CHECK(idle.lock.left() == 2min);
}
