// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A consultation from afar by keys, from the case to the signed sheet.
#include "support/catch.h"
#include "workflow/fake_call.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;
using chevet::workflow::testing::FakeCalls;

namespace {

struct Consulting
{
    explicit Consulting(const QString& language = QStringLiteral("en"))
        : calls(std::make_shared<FakeCalls>()), desk(language, calls)
    {
        desk.foundTeam();
        typeCall(desk, firstCall());
        id = decideCall(desk, firstCall());
        desk.desk().setCallServers(QStringLiteral("page=https://bedside.chevet.test/\n"));
        desk.until("the servers are kept", [&] { return desk.desk().hasCallServers(); });
        desk.press(Qt::Key_Return);
        desk.untilFocus(QStringLiteral("timelineView"));
        desk.until("the case is read", [&] {
            const auto* view = desk.find<QListView>(QStringLiteral("timelineView"));
            return view != nullptr && view->model()->rowCount() > 0;
        });
        desk.type(QStringLiteral("l"));
        desk.untilFocus(QStringLiteral("professionalEdit"));
        desk.until("the case is there",
                   [&] { return desk.find<QWidget>(QStringLiteral("consultationPage"))->isEnabled(); });
    }

    /// Into the field of this name, reached by Tab alone.
    void fill(const char* name, const QString& text)
    {
        constexpr int mostTabs = 80;
        for (int i = 0; i < mostTabs && desk.focusName() != QLatin1String(name); ++i) {
            desk.press(Qt::Key_Tab);
        }
        desk.untilFocus(QString::fromLatin1(name));
        desk.type(text);
    }

    void openLink()
    {
        fill("professionalEdit", QStringLiteral("Inès Morvan, nurse"));
        fill("consentChips", QStringLiteral("1"));
        fill("objectiveEdit", QStringLiteral("Is the patch enough at night?"));
        desk.press(Qt::CTRL | Qt::Key_Return);
        desk.until("there is a link", [&] { return calls->script.listener != nullptr; });
    }

    void letIn()
    {
        calls->script.waits(seat, "Inès Morvan");
        desk.until("somebody waits", [&] {
            const auto* list = desk.find<QListWidget>(QStringLiteral("waitingList"));
            return list != nullptr && list->count() == 1;
        });
        desk.press(Qt::Key_F8);
        REQUIRE(calls->script.has("admit"));
        calls->script.connected(seat);
        desk.until("identity is asked for",
                   [&] { return desk.find<QCheckBox>(QStringLiteral("nameSaidBox")); });
    }

    void seen()
    {
        fill("nameSaidBox", QStringLiteral(" "));
        fill("birthSaidBox", QStringLiteral(" "));
        desk.press(Qt::Key_F5);
        desk.until("it is recorded", [&] { return calls->script.has("identity and consent"); });
        calls->script.tell(call::told::PictureShown{seat, pictures});
        show(qRgb(20, 120, 60));
    }

    /// A picture of one colour comes from the bedside.
    void show(QRgb colour)
    {
        auto image = std::make_shared<QImage>(640, 480, QImage::Format_RGB32);
        image->fill(colour);
        call::Frame frame;
        frame.pixels = image->constBits();
        frame.stride = static_cast<int>(image->bytesPerLine());
        frame.width = image->width();
        frame.height = image->height();
        frame.keepAlive = image;
        pictures->put(std::move(frame));
        calls->script.tell(call::told::FrameReady{seat});
    }
    QColor middle()
    {
        const auto shot = desk.find<QWidget>(QStringLiteral("consultationPicture"))->grab().toImage();
        return shot.pixelColor(shot.width() / 2, shot.height() / 2);
    }
    void picture(const char* name)
    {
        const auto folder = qEnvironmentVariable("CHEVET_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(100); // for whoever looks at it: laid out and painted
            desk.window().grab().save(folder + QLatin1Char('/') + QLatin1String(name) +
                                      QStringLiteral(".png"));
        }
    }

    std::shared_ptr<FakeCalls> calls;
    DeskWindow desk;
    CaseId id;
    sealing::SeatId seat = *sealing::SeatId::fromHexText("00112233445566778899aabbccddeeff");
    std::shared_ptr<call::FrameSlot> pictures = std::make_shared<call::FrameSlot>();
};

} // namespace

TEST_CASE("A consultation by keys: prepared, let in, identified, seen, written down, signed")
{
    Consulting consulting;
    auto& desk = consulting.desk;
    consulting.picture("consultation-before");
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK(desk.textOf(QStringLiteral("consultationNotice")).contains(QStringLiteral("Before the link")));
    consulting.openLink();
    consulting.picture("consultation-link");
    desk.press(Qt::SHIFT | Qt::Key_F7);
    CHECK(QGuiApplication::clipboard()->text().contains(QStringLiteral("https://bedside.chevet.test/#")));

    consulting.letIn();
    consulting.picture("consultation-identity");
    desk.press(Qt::Key_F5);
    CHECK(desk.textOf(QStringLiteral("consultationNotice")).contains(QStringLiteral("the name")));
    CHECK_FALSE(consulting.calls->script.has("identity and consent"));
    consulting.seen();
    desk.until("the picture is shown", [&] { return consulting.middle() == QColor(20, 120, 60); });

    consulting.fill("symptom1Edit", QStringLiteral("7"));
    consulting.fill("assessmentEdit", QStringLiteral("Breakthrough pain at night"));
    consulting.fill("advice0Edit", QStringLiteral("Morphine 5 mg before the care"));
    consulting.fill("prescriber0Edit", QStringLiteral("Dr Morel"));
    consulting.fill("advice1Edit", QStringLiteral("Mouth care"));
    consulting.picture("consultation-during");
    desk.press(Qt::Key_F11);
    CHECK(consulting.calls->script.advice.size() == 2);
    desk.press(Qt::SHIFT | Qt::Key_F5);
    consulting.show(qRgb(200, 0, 0));
    desk.press(Qt::Key_F6);
    CHECK(consulting.calls->script.has("microphone off"));
    CHECK(consulting.middle() == QColor(20, 120, 60)); // frozen
    desk.press(Qt::SHIFT | Qt::Key_F5);

    desk.press(Qt::Key_F12);
    desk.until("the line is down", [&] { return consulting.calls->script.isEnded; });
    consulting.picture("consultation-over");
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("it is signed",
               [&] { return desk.textOf(QStringLiteral("consultationLine")) == QStringLiteral("Signed"); });
    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(consulting.id);
    REQUIRE(view);
    const auto signedAt = std::find_if(view->timeline.begin(), view->timeline.end(), [](const auto& entry) {
        return entry.body && std::holds_alternative<clinical::ConsultationSigned>(*entry.body);
    });
    REQUIRE(signedAt != view->timeline.end());
    const auto& sheet = std::get<clinical::ConsultationSigned>(*signedAt->body).sheet;
    CHECK(sheet.symptoms == std::vector<clinical::SymptomScore>{{clinical::Symptom::Pain, 7}});
    CHECK(sheet.advice.size() == 2);
    CHECK(sheet.advice[0].prescriber == "Dr Morel");
    CHECK(casebook->search("breakthrough").size() == 1);
    CHECK(view->row.state == clinical::CaseState::InProgress); // a person closes it
}

TEST_CASE("A photo from the bedside is shown at once, and again from the case")
{
    Consulting consulting;
    auto& desk = consulting.desk;
    consulting.openLink();
    consulting.letIn();
    consulting.seen();
    consulting.fill("photoOfEdit", QStringLiteral("the left heel"));
    desk.press(Qt::SHIFT | Qt::Key_F11);
    REQUIRE(consulting.calls->script.has("ask photo"));
    QImage heel(1600, 1200, QImage::Format_RGB32);
    heel.fill(qRgb(30, 40, 200));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(heel.save(&buffer, "JPEG", 95));
    consulting.calls->script.tell(
        call::told::PhotoCame{consulting.seat, 1, Bytes(jpeg.begin(), jpeg.end()), "the left heel"});
    const auto isHeel = [&] { return consulting.middle().blue() > 150 && consulting.middle().red() < 90; };
    desk.until("it is shown", isHeel);
    CHECK(consulting.calls->script.has("confirm photo"));
    consulting.show(qRgb(20, 120, 60));
    CHECK(isHeel()); // stays until it is let go
    desk.press(Qt::SHIFT | Qt::Key_F5);

    desk.press(Qt::Key_F12);
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    auto* view = desk.find<QListView>(QStringLiteral("timelineView"));
    desk.until("the photo is in the timeline", [&] {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const auto index = view->model()->index(row, 0);
            if (index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("left heel"))) {
                view->setCurrentIndex(index);
                return true;
            }
        }
        return false;
    });
    desk.press(Qt::Key_Return);
    desk.until("it is shown in the case",
               [&] { return desk.find<QWidget>(QStringLiteral("casePhoto")) != nullptr; });
    consulting.picture("case-photo");
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("timelineView"));
}

TEST_CASE("Letters typed in a call go into the sheet, and a picture that may not be shown is gone at once")
{
    Consulting consulting(QStringLiteral("fr"));
    auto& desk = consulting.desk;
    consulting.openLink();
    consulting.letIn();
    consulting.seen();
    desk.until("the picture is shown", [&] { return consulting.middle() == QColor(20, 120, 60); });
    consulting.fill("presentEdit", QStringLiteral("njdvl la fille"));
    CHECK(desk.find<QLineEdit>(QStringLiteral("presentEdit"))->text() == QStringLiteral("njdvl la fille"));
    consulting.picture("consultation-fr");
    desk.window().setTheme(screens::Theme::Dark);
    consulting.picture("consultation-fr-dark");
    desk.window().setTheme(screens::Theme::Light);

    desk.press(Qt::SHIFT | Qt::Key_F5); // even frozen
    consulting.fill("consentChips", QStringLiteral("5"));
    CHECK(consulting.calls->script.has("consent withdrawn"));
    consulting.calls->script.tell(call::told::HidePicture{consulting.seat});
    desk.until("it is gone", [&] { return consulting.middle() != QColor(20, 120, 60); });
}

TEST_CASE("The screens can't be built anew in a call, and the queue is a key away while it goes on")
{
    Consulting consulting;
    auto& desk = consulting.desk;
    consulting.openLink();
    consulting.letIn();
    desk.window().setLanguage(QStringLiteral("fr"));
    CHECK_FALSE(consulting.calls->script.isEnded);
    CHECK(desk.textOf(QStringLiteral("noticeLine")).contains(QStringLiteral("hang up first")));
    desk.press(Qt::Key_Escape);
    desk.until("the queue is shown",
               [&] { return desk.find<QWidget>(QStringLiteral("queueTable")) != nullptr; });
    CHECK_FALSE(consulting.calls->script.isEnded);
    desk.press(Qt::CTRL | Qt::Key_J);
    desk.until("the call is back",
               [&] { return desk.find<QWidget>(QStringLiteral("consultationPage")) != nullptr; });
    desk.press(Qt::CTRL | Qt::Key_L); // whoever locks by hand means it: the call ends, the sheet is kept
    desk.until("it is locked", [&] { return desk.window().desk() == nullptr; });
    CHECK(consulting.calls->script.isEnded);
}
