// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Something to fill in inside a screen, in place of a dialog: a title, up to two lines of chips, up to two
// lines of text, a longer text. What cannot be recorded is said here. Thread: gui.
#pragma once

#include "screens/chip_line.h"

#include <QWidget>

#include <array>
#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace chevet::screens {

class AskPanel : public QWidget
{
    Q_OBJECT

public:
    struct Chips
    {
        QString caption;
        QList<ChipLine::Choice> choices;
        int chosen = -1;
    };
    struct Line
    {
        QString caption;
        QString text;
    };
    struct Answer
    {
        std::array<int, 2> chips{-1, -1};
        std::array<QString, 2> lines;
        QString text;
    };
    struct Question
    {
        QString title;
        QList<Chips> chips;
        QList<Line> lines;
        bool hasText = false;
        QString text;
        /// Records; what keeps it from being recorded comes back as a sentence, empty if nothing does.
        std::function<QString(const Answer&)> record;
        /// Called when a chip of the first line is picked, so that the first text line can show what it
        /// stands for.
        std::function<QString(int)> textFor;
    };

    explicit AskPanel(QWidget* parent = nullptr);

    void ask(const Question& question);
    void close();
    bool isOpen() const { return !isHidden(); }
    void record();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Answer typed() const;
    void focusFirst();
    void goOnFrom(QWidget* part);

    Question m_question;
    QLabel* m_title;
    std::array<ChipLine*, 2> m_chips{};
    std::array<QLabel*, 2> m_captions{};
    std::array<QLineEdit*, 2> m_lines{};
    QPlainTextEdit* m_text;
    QLabel* m_problem;
};

} // namespace chevet::screens
