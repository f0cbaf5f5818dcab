// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every fact that the rules can ask about, and the answer beside it, live: no call, no record. Thread: gui.
#pragma once

#include "screens/chip_line.h"
#include "workflow/rule_book.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTextBrowser;

namespace chevet::screens {

class QuestionList;

/// The five motives, several of which may hold.
class MotiveSetLine : public ChipLine
{
    Q_OBJECT

public:
    explicit MotiveSetLine(QWidget* parent = nullptr);

    void showMotives(clinical::MotiveSet motives);
    /// Several may be chosen: showMotives says which.
    void setChosen(int index) override;

Q_SIGNALS:
    void motivesPicked(chevet::clinical::MotiveSet motives);

private:
    clinical::MotiveSet m_motives;
};

class RulesTrying : public QWidget
{
    Q_OBJECT

public:
    explicit RulesTrying(QWidget* parent = nullptr);

    void setBook(workflow::RuleBook* book);
    void showBook();
    void begin();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildForm();
    QWidget* buildResult();
    void connectParts();

    QPointer<workflow::RuleBook> m_book;
    QScrollArea* m_form = nullptr;
    MotiveSetLine* m_motives = nullptr;
    QuestionList* m_facts = nullptr;
    QCheckBox* m_edited = nullptr;
    QPushButton* m_forget = nullptr;
    QLabel* m_headline = nullptr;
    QTextBrowser* m_answer = nullptr;
};

} // namespace chevet::screens
