// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/key_to_paint.h"

#include <QAbstractEventDispatcher>
#include <QKeyEvent>
#include <QTimer>

#include "bench/surroundings.h"

namespace chevet::bench {

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    const auto type = event->type(); // the event may be gone afterwards
    if (type == QEvent::Paint && m_answered && receiver == m_watched) {
        m_seen = true;
    }
    const bool result = QApplication::notify(receiver, event);
    if (type == QEvent::UpdateRequest && m_seen) {
        m_finished = m_stopwatch.nanoseconds();
        m_seen = false;
    }
    return result;
}

void WatchedApplication::watch(QWidget* painted)
{
    m_watched = painted;
    m_answered = false;
    m_seen = false;
    m_finished.reset();
}

void runUntil(const std::function<bool()>& condition, const char* what, int seconds)
{
    bool tooLate = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, qApp, [&tooLate] { tooLate = true; });
    limit.start(std::chrono::seconds(seconds));
    while (!condition()) {
        if (tooLate) {
            throw CouldNotMeasure(std::string(what) + " did not come");
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void settle()
{
    while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) {
    }
}

double keyToPaint(WatchedApplication& application, QWidget* field, int key, const QString& text,
                  QWidget* painted, Answer answer)
{
    settle();
    application.watch(painted);
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
    application.start();
    QCoreApplication::sendEvent(field, &press);
    if (answer == Answer::AtOnce) {
        application.answerIsThere();
    }
    QCoreApplication::sendEvent(field, &release);
    runUntil([&] { return application.isPainted(); }, "the painted answer", 5);
    settle(); // a second painting of the answer, after a delayed layout, belongs to it
    return application.finished();
}

} // namespace chevet::bench
