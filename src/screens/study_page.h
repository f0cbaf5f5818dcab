// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What became of the proposals, over a period, as tables to read, with the export for a statistician. No
// figure about a person. Thread: gui.
#pragma once

#include "workflow/study_book.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace chevet::screens {

class ChipLine;

class StudyPage : public QWidget
{
    Q_OBJECT

public:
    explicit StudyPage(QWidget* parent = nullptr);

    void setDesk(workflow::Desk* desk);
    /// Counts anew: the page shows what holds now.
    void begin();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void layOut(QLabel* title);
    void count(int span);
    void showBook();
    void writeFile();

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::StudyBook> m_book;
    QLabel* m_state;
    ChipLine* m_span;
    QTextBrowser* m_tables;
    QLineEdit* m_file;
    QPushButton* m_write;
    QLabel* m_written;
};

} // namespace chevet::screens
