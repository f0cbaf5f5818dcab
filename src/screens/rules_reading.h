// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules in plain words: what comes first in which case, then everything else, one by one. Thread: gui.
#pragma once

#include "workflow/rule_book.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QListView;
class QStandardItemModel;
class QTextBrowser;

namespace chevet::screens {

class RulesReading : public QWidget
{
    Q_OBJECT

public:
    explicit RulesReading(QWidget* parent = nullptr);

    void setBook(workflow::RuleBook* book);
    void showBook();
    void begin();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCurrent();

    QPointer<workflow::RuleBook> m_book;
    std::vector<workflow::RuleLine> m_lines;
    QStandardItemModel* m_model;
    QListView* m_list;
    QTextBrowser* m_words;
};

} // namespace chevet::screens
