// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/chip_line.h"
#include "screens/key_chip.h"
#include "screens/tri_choice.h"
#include "support/catch.h"

#include <QSignalSpy>
#include <QTest>

using namespace chevet::screens;

namespace {

void type(QWidget& widget, const QString& sign)
{
    QTest::sendKeyEvent(QTest::Click, &widget, Qt::Key_unknown, sign, Qt::NoModifier);
}

QList<ChipLine::Choice> scale()
{
    QList<ChipLine::Choice> choices;
    for (int i = 0; i <= 10; ++i) {
        choices.append(
            {i == 10 ? QStringLiteral("X") : QString::number(i), QStringLiteral("%1 of 10").arg(i), true});
    }
    choices.append({QStringLiteral("?"), QStringLiteral("not known"), true});
    return choices;
}

} // namespace

TEST_CASE("A scale is answered by digits, by the unshifted keys of a French keyboard, by X for ten and by ?")
{
    ChipLine line;
    line.setChoices(scale());
    QSignalSpy picked(&line, &ChipLine::picked);
    const QStringList typed{QStringLiteral("7"), QStringLiteral("è"), QStringLiteral("à"),
                            QStringLiteral("0"), QStringLiteral("x"), QStringLiteral("X"),
                            QStringLiteral("?"), QStringLiteral(",")};
    const QList<int> expected{7, 7, 0, 0, 10, 10, 11, 11};
    for (const auto& sign : typed) {
        type(line, sign);
    }
    REQUIRE(picked.count() == expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        CHECK(picked[i][0].toInt() == expected[i]);
    }
    type(line, QStringLiteral("w"));
    CHECK(picked.count() == expected.size());
}

TEST_CASE("A letter wins over a digit that shares its key")
{
    ChipLine line;
    line.setChoices(
        {{QStringLiteral("A1"), QStringLiteral("alpha")}, {QStringLiteral("B2"), QStringLiteral("beta")}});
    QSignalSpy picked(&line, &ChipLine::picked);
    type(line, QStringLiteral("b"));
    type(line, QStringLiteral("&"));
    type(line, QStringLiteral("2"));
    REQUIRE(picked.count() == 3);
    CHECK(picked[0][0].toInt() == 1);
    CHECK(picked[1][0].toInt() == 0);
    CHECK(picked[2][0].toInt() == 1);
}

TEST_CASE("Yes and no have their keys in both languages and say what was answered")
{
    TriChoice choice;
    choice.setCaption(QStringLiteral("Video works?"));
    CHECK_FALSE(choice.value());
    type(choice, QStringLiteral("o"));
    CHECK(choice.value() == true);
    type(choice, QStringLiteral("n"));
    CHECK(choice.value() == false);
    CHECK(choice.accessibleName().contains(QStringLiteral("Video works?")));
    CHECK(choice.accessibleName().contains(choice.chip(1)->text()));
    type(choice, QStringLiteral("y"));
    CHECK(choice.value() == true);
    type(choice, QStringLiteral(","));
    CHECK_FALSE(choice.value());
}

TEST_CASE("Keys with Ctrl are left to the window and Enter goes on")
{
    ChipLine line;
    line.setChoices(scale());
    QSignalSpy picked(&line, &ChipLine::picked);
    QSignalSpy passed(&line, &ChipLine::passed);
    QTest::keyClick(&line, Qt::Key_7, Qt::ControlModifier);
    CHECK(picked.count() == 0);
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(passed.count() == 1);
}

TEST_CASE("A chip says its words, its number and its key to a screen reader")
{
    KeyChip chip(QStringLiteral("O"), QStringLiteral("Overdue"));
    chip.setCount(3);
    CHECK(chip.accessibleName().contains(QStringLiteral("Overdue")));
    CHECK(chip.accessibleName().contains(QStringLiteral("3")));
    CHECK(chip.accessibleName().contains(QStringLiteral("O")));
    CHECK(chip.sizeHint().height() >= 32);
    const int narrow = chip.sizeHint().width();
    chip.setCount(12345);
    CHECK(chip.sizeHint().width() > narrow);
}
