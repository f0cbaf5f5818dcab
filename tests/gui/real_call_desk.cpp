// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window with a real line, led by whoever starts it: a red picture and a tone instead of a camera
// and a microphone, all else as it is shipped. Takes one command a line ("key F8", "into objectiveEdit
// words", "tick nameSaidBox", "clock", "look", "end") and answers each with a line "@" and JSON.
// tests/bedside/real_desk_test.js leads it.
#include "support/catch.h"
#include "workflow/consultation.h"
#include "workflow/store/call_starter.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSocketNotifier>
#include <QTest>

#include <array>
#include <cstdio>
#include <unistd.h>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;

namespace {

class RedCalls final : public workflow::CallStarter
{
public:
    Result<std::unique_ptr<call::CallSession>> start(const call::VideoCallSettings& settings,
                                                     call::CallServers servers, call::CallListener& listener,
                                                     const Clock& clock) override
    {
        auto red = settings;
        red.capture.picture = {call::PictureFrom::Pattern, "red", 640, 480, 30, true};
        red.capture.sound = {call::SoundFrom::Tone, {}, 440};
        red.capture.output = {call::SoundTo::Nowhere, {}, true};
        return m_shipped->start(red, std::move(servers), listener, clock);
    }

private:
    std::shared_ptr<workflow::CallStarter> m_shipped = workflow::videoCalls();
};

/// Lines of standard input as they come, without holding up the window.
class Lines : public QObject
{
public:
    Lines() : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
            std::array<char, 4096> some{};
            const auto count = ::read(STDIN_FILENO, some.data(), some.size());
            m_isOver = count <= 0;
            m_notifier.setEnabled(!m_isOver);
            m_text += QByteArray(some.data(), static_cast<int>(std::max<ssize_t>(count, 0)));
        });
    }

    /// Nothing once whoever leads has gone.
    std::optional<QString> next()
    {
        const bool hasLine = QTest::qWaitFor([this] { return m_isOver || m_text.contains('\n'); }, 600'000);
        const auto end = m_text.indexOf('\n');
        if (!hasLine || end < 0) {
            return std::nullopt;
        }
        const auto line = QString::fromUtf8(m_text.left(end));
        m_text.remove(0, end + 1);
        return line;
    }

private:
    QSocketNotifier m_notifier;
    QByteArray m_text;
    bool m_isOver = false;
};

void answer(const QJsonObject& what)
{
    const auto line = "@" + QJsonDocument(what).toJson(QJsonDocument::Compact) + "\n";
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

/// What a person would see.
QJsonObject look(DeskWindow& desk)
{
    QJsonObject seen;
    for (const auto* name : {"consultationWho", "consultationLine", "consultationNotice"}) {
        seen[QLatin1String(name)] = desk.textOf(QLatin1String(name));
    }
    const auto* consultation = desk.window().findChild<workflow::Consultation*>();
    QJsonArray seats;
    if (consultation != nullptr) {
        seen[QStringLiteral("link")] = consultation->link();
        seen[QStringLiteral("checks")] = QJsonArray::fromStringList(consultation->checks());
        for (const auto& seat : consultation->seats()) {
            seats.append(QJsonObject{{QStringLiteral("name"), seat.name},
                                     {QStringLiteral("standing"), static_cast<int>(seat.standing)},
                                     {QStringLiteral("isShown"), seat.isPictureShown}});
        }
        QJsonArray repeated;
        for (const auto& step : consultation->sheet().advice) {
            repeated.append(step.repeatedBack);
        }
        seen[QStringLiteral("repeated")] = repeated;
    }
    seen[QStringLiteral("seats")] = seats;
    if (auto* view = desk.find<QWidget>(QStringLiteral("consultationPicture"))) {
        const auto shot = view->grab().toImage();
        const auto colour = shot.pixelColor(shot.width() / 2, shot.height() / 2);
        seen[QStringLiteral("colour")] = QJsonArray{colour.red(), colour.green(), colour.blue()};
    }
    return seen;
}

void press(DeskWindow& desk, const QString& keys)
{
    desk.press(QKeySequence(keys)[0]);
}

void into(DeskWindow& desk, const QString& name, const QString& words)
{
    auto* field = desk.find<QWidget>(name);
    REQUIRE(field != nullptr);
    field->setFocus();
    desk.type(words);
}

void tick(DeskWindow& desk, const QString& name)
{
    auto* box = desk.find<QAbstractButton>(name);
    REQUIRE(box != nullptr);
    box->setFocus();
    desk.type(QStringLiteral(" "));
}

/// Kinds of what the journal holds of the case, oldest first.
QJsonObject recorded(DeskWindow& desk, const CaseId& id)
{
    const auto casebook = desk.closeAndOpenCasebook();
    QJsonArray kinds;
    QJsonObject all;
    const auto view = casebook->caseView(id);
    REQUIRE(view);
    for (const auto& entry : view->timeline) {
        kinds.append(QString::fromStdString(entry.kind));
        const auto* ended = entry.body ? std::get_if<clinical::ConsultationEnded>(&*entry.body) : nullptr;
        if (ended != nullptr) {
            all[QStringLiteral("video")] = static_cast<qint64>(ended->line.video);
            all[QStringLiteral("byPhone")] = static_cast<qint64>(ended->line.byPhone);
            all[QStringLiteral("reconnections")] = static_cast<qint64>(ended->line.reconnections);
        }
    }
    all[QStringLiteral("kinds")] = kinds;
    return all;
}

} // namespace

TEST_CASE("a desk is led")
{
    DeskWindow desk(QStringLiteral("en"), std::make_shared<RedCalls>());
    desk.foundTeam();
    typeCall(desk, firstCall());
    const auto id = decideCall(desk, firstCall());
    QFile servers(qEnvironmentVariable("CHEVET_CALL_SERVERS"));
    REQUIRE(servers.open(QIODevice::ReadOnly));
    desk.desk().setCallServers(QString::fromUtf8(servers.readAll()));
    desk.until("the servers are kept", [&] { return desk.desk().hasCallServers(); });
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read", [&] {
        const auto* view = desk.find<QListView>(QStringLiteral("timelineView"));
        return view != nullptr && view->model()->rowCount() > 0;
    });
    desk.type(QStringLiteral("l"));
    desk.untilFocus(QStringLiteral("professionalEdit"));
    Lines lines;
    answer({{QStringLiteral("isReady"), true}});
    while (const auto line = lines.next()) {
        const auto word = line->section(QLatin1Char(' '), 0, 0);
        const auto rest = line->section(QLatin1Char(' '), 1);
        if (word == QLatin1String("end")) {
            answer(recorded(desk, id));
            return;
        }
        if (word == QLatin1String("key")) {
            press(desk, rest);
        } else if (word == QLatin1String("into")) {
            into(desk, rest.section(QLatin1Char(' '), 0, 0), rest.section(QLatin1Char(' '), 1));
        } else if (word == QLatin1String("clock")) {
            desk.clock().set(SystemClock().now()); // the relay's passwords go by it
        } else if (word == QLatin1String("tick")) {
            tick(desk, rest);
        } else {
            REQUIRE(word == QLatin1String("look"));
        }
        answer(look(desk));
    }
}
