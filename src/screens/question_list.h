// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The questions that the motives ask for: one key answers, and the keyboard goes on to the next. The list
// follows the intake without taking the keyboard from the question that is being answered. Thread: gui.
#pragma once

#include "workflow/intake.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace chevet::screens {

class ChipLine;

class QuestionList : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionList(QWidget* parent = nullptr);

    void setIntake(workflow::Intake* intake);
    /// Questions and answers of something that is no intake; both are asked while the list lives.
    void setSource(std::function<std::vector<workflow::IntakeQuestion>()> questions,
                   std::function<void(clinical::Fact, const clinical::FactValue&)> answer);
    void showIntake();
    /// Where the questions stand in the order of Tab.
    void setTabPlace(QWidget* before, QWidget* after);
    /// The first question without an answer, or the first; false if there is none.
    bool begin();

Q_SIGNALS:
    void done();

private:
    struct Row
    {
        clinical::Fact fact = clinical::Fact::Motives;
        QWidget* widget = nullptr;
        ChipLine* line = nullptr;
        QLineEdit* edit = nullptr;
        std::vector<clinical::FactValue> values;
    };

    void build(const std::vector<workflow::IntakeQuestion>& questions);
    Row rowFor(const workflow::IntakeQuestion& question);
    void makeLine(Row& row, const workflow::IntakeQuestion& question);
    void makeEdit(Row& row, const workflow::IntakeQuestion& question);
    void answer(clinical::Fact fact, const clinical::FactValue& value);
    void goOnAfter(clinical::Fact fact);
    static void focus(const Row& row);

    std::function<std::vector<workflow::IntakeQuestion>()> m_questions;
    std::function<void(clinical::Fact, const clinical::FactValue&)> m_answer;
    std::vector<Row> m_rows;
    QVBoxLayout* m_layout;
    QWidget* m_tabBefore = nullptr;
    QWidget* m_tabAfter = nullptr;
};

} // namespace chevet::screens
