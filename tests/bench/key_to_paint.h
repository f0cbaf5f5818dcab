// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a key to the painted answer. The time begins right before the key press is handed to the field that
// has the keyboard. It ends when the window has finished handling the last update request in which the widget
// that shows the answer was painted, with nothing left to do in the event loop: layout, painting and the copy
// to the window's backing store are in it, what a graphics card does afterwards is not.
#pragma once

#include <QApplication>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

#include "bench/samples.h"

namespace chevet::bench {

/// Watches every event of the program.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    /// Forgets what was painted, and looks at this widget from now on.
    void watch(QWidget* painted);
    void start() { m_stopwatch = Stopwatch(); }
    /// Painting counts from now on.
    void answerIsThere() { m_answered = true; }
    bool hasAnswer() const { return m_answered; }
    bool isPainted() const { return m_finished.has_value(); }
    /// From the stopwatch's start to the painting, as the watch counts.
    double finished() const { return m_finished.value(); }

private:
    QPointer<QWidget> m_watched;
    bool m_answered = false;
    bool m_seen = false;
    std::optional<double> m_finished;
    Stopwatch m_stopwatch;
};

/// What a key has to bring about.
enum class Answer
{
    AtOnce, ///< the widget is painted after the key was handled
    Signal  ///< it is painted after `answerIsThere` was called, by whoever hears the answer come
};

/// In nanoseconds. Throws CouldNotMeasure after five seconds.
double keyToPaint(WatchedApplication& application, QWidget* field, int key, const QString& text,
                  QWidget* painted, Answer answer);

/// Runs the event loop until the condition holds; throws CouldNotMeasure after `seconds`.
void runUntil(const std::function<bool()>& condition, const char* what, int seconds = 60);
/// Until nothing is left to do.
void settle();

} // namespace chevet::bench
