// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Something to fill in inside a screen, in place of a dialog: a title, up to two lines of chips, something to
// look up, up to two lines of text, a longer text. What will happen, and what cannot be recorded, is said
// here. Thread: gui.
#pragma once

#include "screens/chip_line.h"

#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace chevet::screens {

class LookupField;

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
    struct LookUp
    {
        using Found = std::function<void(const QStringList&)>;
        QString caption;
        QString placeholder;
        std::function<void(const QString& letters, Found found)> ask; ///< no letters: what may be meant
        std::function<QString(int hit)> meaning;                      ///< what recording this hit would do
    };
    struct Answer
    {
        int hit = -1; ///< of those last found
        std::array<int, 2> chips{-1, -1};
        std::array<QString, 2> lines;
        QString text;
    };
    struct Question
    {
        QString title;
        QList<Chips> chips;
        std::optional<LookUp> lookUp;
        QList<Line> lines;
        bool hasText = false;
        QString text;
        /// Records; what keeps it from being recorded comes back as a sentence, empty if nothing does.
        std::function<QString(const Answer&)> record;
        /// Called when a chip of the first line is picked, so that the first text line can show what it
        /// stands for.
        std::function<QString(int)> textFor;
        /// Called when a chip of the first line is picked: some lead to a question of their own.
        std::function<std::optional<Question>(int)> next;
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
    void makeLookUp();
    void showLookUp();
    void lookUp(const QString& letters);
    void pickChip(std::size_t line, int index);

    Question m_question;
    int m_hit = -1;
    int m_questions = 0; ///< so that what was found for an earlier question is not shown in this one
    QLabel* m_title;
    std::array<ChipLine*, 2> m_chips{};
    QLabel* m_lookUpCaption = nullptr;
    LookupField* m_lookUp = nullptr;
    QLabel* m_meaning = nullptr;
    QStringList m_found;
    std::array<QLabel*, 2> m_captions{};
    std::array<QLineEdit*, 2> m_lines{};
    QPlainTextEdit* m_text;
    QLabel* m_problem;
};

} // namespace chevet::screens
