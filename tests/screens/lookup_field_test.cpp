// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/lookup_field.h"
#include "support/catch.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace chevet::screens;

namespace {

struct Looked
{
    Looked() { field.setUp(QStringLiteral("homeEdit"), QStringLiteral("Home"), QString()); }
    LookupField field;
    QSignalSpy chosen{&field, &LookupField::chosen};
    QSignalSpy newWanted{&field, &LookupField::newWanted};
    QSignalSpy passed{&field, &LookupField::passed};
    void type(const QString& text) { QTest::keyClicks(field.edit(), text); }
    void enter() { QTest::keyClick(field.edit(), Qt::Key_Return); }
    QListWidget& list() { return *field.findChild<QListWidget*>(); }
};

const QStringList twoHits{QStringLiteral("Les Tilleuls"), QStringLiteral("Les Tourelles")};

} // namespace

TEST_CASE("Enter takes the first hit and the arrows choose another")
{
    Looked looked;
    looked.type(QStringLiteral("til"));
    looked.field.setHits(QStringLiteral("til"), twoHits, QStringLiteral("new"));
    looked.enter();
    REQUIRE(looked.chosen.count() == 1);
    CHECK(looked.chosen[0][0].toInt() == 0);

    looked.type(QStringLiteral("s"));
    looked.field.setHits(QStringLiteral("tils"), twoHits, QStringLiteral("new"));
    looked.field.show();
    QTest::keyClick(looked.field.edit(), Qt::Key_Down);
    looked.enter();
    REQUIRE(looked.chosen.count() == 2);
    CHECK(looked.chosen[1][0].toInt() == 1);
}

TEST_CASE("Enter before the answer waits for the hits of these very letters")
{
    Looked looked;
    looked.type(QStringLiteral("til"));
    looked.enter();
    CHECK(looked.chosen.count() == 0);
    looked.field.setHits(QStringLiteral("ti"), twoHits, QString()); // an older answer
    CHECK(looked.chosen.count() == 0);
    looked.field.setHits(QStringLiteral("til"), twoHits, QString());
    CHECK(looked.chosen.count() == 1);
}

TEST_CASE("Typing on after Enter takes the waiting Enter back")
{
    Looked looked;
    looked.type(QStringLiteral("til"));
    looked.enter();
    looked.type(QStringLiteral("x"));
    looked.field.setHits(QStringLiteral("tilx"), twoHits, QString());
    CHECK(looked.chosen.count() == 0);
}

TEST_CASE("With no hit Enter wants a new entry and with nothing typed it goes on")
{
    Looked looked;
    looked.enter();
    CHECK(looked.passed.count() == 1);
    looked.type(QStringLiteral("zzz"));
    looked.field.setHits(QStringLiteral("zzz"), {}, QStringLiteral("new home"));
    looked.enter();
    CHECK(looked.newWanted.count() == 1);
    CHECK(looked.chosen.count() == 0);
}

TEST_CASE("What was settled is shown without hits and Enter passes it by")
{
    Looked looked;
    looked.type(QStringLiteral("til"));
    looked.field.setHits(QStringLiteral("til"), twoHits, QString());
    looked.field.settle(QStringLiteral("Les Tilleuls"));
    CHECK(looked.field.edit()->text() == QStringLiteral("Les Tilleuls"));
    CHECK(looked.list().count() == 0);
    looked.enter();
    CHECK(looked.passed.count() == 1);
    CHECK(looked.chosen.count() == 0);
}
