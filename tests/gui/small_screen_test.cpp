// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// 1280 x 720 at 125 % (QT_SCALE_FACTOR=1.25 gives 1024 x 576 logical pixels), in English, in French, and with
// every text forty per cent longer: nothing stands outside, no text is cut that is not meant to be.
#include "screens/main_window.h"
#include "support/catch.h"

#include <QApplication>
#include <QTest>
#include <QTranslator>

#include "gui/desk_window.h"
#include "gui/form_check.h"

using namespace chevet;
using namespace chevet::test;

namespace {

constexpr QSize smallest(1024, 576);

/// Every text with accents and forty per cent longer, as another language may be.
class LongerTexts : public QTranslator
{
public:
    QString translate(const char*, const char* source, const char*, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (text.size() < 3) {
            return text; // a key is a key
        }
        QString longer = text;
        longer += QStringLiteral(" ëxträ wörds to be longer").left(qMax(1, int(text.size()) * 2 / 5));
        return longer;
    }
    bool isEmpty() const override { return false; }
};

void check(DeskWindow& desk, const QString& screen)
{
    desk.window().resize(smallest);
    REQUIRE(QTest::qWaitFor([&] { return desk.window().size() == smallest; }));
    QCoreApplication::sendPostedEvents();
    QTest::qWait(0);
    const auto clipped = clippedParts(desk.window()).join(QLatin1Char('\n')).toStdString();
    INFO(screen.toStdString());
    CHECK(clipped == "");
}

void walk(DeskWindow& desk, const QString& language)
{
    desk.untilFocus(QStringLiteral("teamNameEdit"));
    check(desk, language + QStringLiteral(": first start"));
    desk.press(Qt::ALT | Qt::Key_S);
    check(desk, language + QStringLiteral(": suggestion"));
    desk.press(Qt::ALT | Qt::Key_O);
    desk.until("the sample is open",
               [&] { return desk.window().desk() != nullptr && desk.desk().queue()->rowCount() > 0; });
    desk.press(Qt::Key_F3);
    check(desk, language + QStringLiteral(": queue"));
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::Key_Space);
    desk.until("the preview is read", [&] { return !desk.textOf(QStringLiteral("previewWords")).isEmpty(); });
    check(desk, language + QStringLiteral(": preview"));
    desk.press(Qt::Key_Space);
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    check(desk, language + QStringLiteral(": intake"));
    desk.type(QStringLiteral("zzz"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("townEdit"));
    check(desk, language + QStringLiteral(": new home"));
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read", [&] { return !desk.textOf(QStringLiteral("whereLabel")).isEmpty(); });
    check(desk, language + QStringLiteral(": case"));
    desk.type(QStringLiteral("c"));
    desk.until("a question is asked", [&] { return desk.focusName().startsWith(QStringLiteral("ask")); });
    check(desk, language + QStringLiteral(": closing"));
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.type(QStringLiteral("m"));
    desk.untilFocus(QStringLiteral("askLookUp"));
    check(desk, language + QStringLiteral(": merging"));
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.type(QStringLiteral("l"));
    desk.untilFocus(QStringLiteral("professionalEdit"));
    check(desk, language + QStringLiteral(": consultation"));
    desk.press(Qt::CTRL | Qt::Key_Comma);
    desk.untilFocus(QStringLiteral("idleMinutes"));
    check(desk, language + QStringLiteral(": settings"));
    desk.press(Qt::Key_F4);
    desk.untilFocus(QStringLiteral("searchEdit"));
    check(desk, language + QStringLiteral(": search"));
    desk.press(Qt::CTRL | Qt::Key_I);
    desk.untilFocus(QStringLiteral("studySpan"));
    desk.until("it is counted",
               [&] { return !desk.textOf(QStringLiteral("studyState")).contains(QChar(0x2026)); });
    check(desk, language + QStringLiteral(": study"));
    desk.press(Qt::CTRL | Qt::Key_R);
    desk.untilFocus(QStringLiteral("rulesViews"));
    for (const auto* view : {"1", "2", "3", "4"}) {
        desk.type(QString::fromLatin1(view));
        check(desk, language + QStringLiteral(": rules ") + QLatin1String(view));
    }
    desk.press(Qt::CTRL | Qt::Key_L);
    check(desk, language + QStringLiteral(": unlock"));
}

} // namespace

TEST_CASE("The scale of this run is 125 %")
{
    CHECK(qApp->devicePixelRatio() == Approx(1.25));
}

TEST_CASE("The smallest screen holds everything in English and French")
{
    for (const auto& language : {QStringLiteral("en"), QStringLiteral("fr")}) {
        DeskWindow desk(language);
        walk(desk, language);
    }
}

TEST_CASE("The smallest screen holds texts that are forty per cent longer")
{
    LongerTexts longer;
    DeskWindow desk;
    QApplication::installTranslator(&longer);
    desk.closeWindow();
    desk.openWindow();
    QApplication::removeTranslator(&longer); // the window's own come before; ours must be asked first
    QApplication::installTranslator(&longer);
    walk(desk, QStringLiteral("longer"));
    QApplication::removeTranslator(&longer);
}
