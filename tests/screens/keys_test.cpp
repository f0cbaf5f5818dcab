// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/keys.h"
#include "screens/words.h"
#include "support/catch.h"

using namespace chevet::screens;

namespace {

QKeyEvent pressed(const char16_t* text, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return QKeyEvent(QEvent::KeyPress, Qt::Key_unknown, modifiers, QString::fromUtf16(text));
}

} // namespace

TEST_CASE("The unshifted top row of a French keyboard gives the ten digits")
{
    const QString row = QStringLiteral("à&é\"'(-è_ç");
    for (int i = 0; i < row.size(); ++i) {
        CHECK(digitOf(row[i]) == i);
        CHECK(digitOf(QChar(u'0' + i)) == i);
    }
    for (const QChar other : QStringLiteral("azX?.,;:!§ê")) {
        CHECK_FALSE(digitOf(other));
    }
}

TEST_CASE("A digit with Ctrl or Alt is no digit")
{
    CHECK(digitOf(pressed(u"é")) == 2);
    CHECK_FALSE(digitOf(pressed(u"2", Qt::ControlModifier)));
    CHECK_FALSE(digitOf(pressed(u"2", Qt::AltModifier)));
    CHECK_FALSE(digitOf(pressed(u"")));
}

TEST_CASE("A birth date and letters are told apart in one field")
{
    const auto check = [](const QString& typed, const QString& digits, const QString& letters) {
        const auto identity = identityOf(typed);
        CHECK(identity.digits == digits);
        CHECK(identity.letters == letters);
    };
    check(QStringLiteral("12031934dup"), QStringLiteral("12031934"), QStringLiteral("dup"));
    check(QStringLiteral("12/03/1934 dup"), QStringLiteral("12031934"), QStringLiteral("dup"));
    check(QStringLiteral("&éà\"&ç\"'dup"), QStringLiteral("12031934"), QStringLiteral("dup"));
    check(QStringLiteral("dupont"), QString(), QStringLiteral("dupont"));
    check(QStringLiteral("évrard"), QString(), QStringLiteral("évrard"));
    check(QStringLiteral("1203"), QStringLiteral("1203"), QString());
    check(QStringLiteral("120319341"), QStringLiteral("12031934"), QStringLiteral("1"));
    check(QString(), QString(), QString());
}

TEST_CASE("Labels that begin alike get different letters")
{
    const QStringList keys = mnemonics(
        {QStringLiteral("nurse"), QStringLiteral("nobody"), QStringLiteral("Élan"), QStringLiteral("no")},
        QStringLiteral("U"));
    CHECK(keys == QStringList{QStringLiteral("N"), QStringLiteral("O"), QStringLiteral("E"), QString()});
}
