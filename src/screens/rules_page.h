// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The team's triage rules: read, try, adapt, look back. Thread: gui.
#pragma once

#include "workflow/rule_book.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QStandardItemModel;
class QTextBrowser;

namespace chevet::workflow {
class Desk;
}

namespace chevet::screens {

class ChipLine;
class RulesAdapting;
class RulesReading;
class RulesTrying;

class RulesPage : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPage(QWidget* parent = nullptr);

    void setDesk(workflow::Desk* desk);
    void begin();
    void validate();

private:
    enum View
    {
        Read,
        Try,
        Adapt,
        History
    };

    QWidget* buildHistory();
    void show(int view);
    void showBook();
    void showHistory();
    void showChange();

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::RuleBook> m_book;
    QLabel* m_name;
    QLabel* m_proof;
    ChipLine* m_views;
    QStackedWidget* m_stack;
    RulesReading* m_reading;
    RulesTrying* m_trying;
    RulesAdapting* m_adapting;
    QStandardItemModel* m_changes;
    QListView* m_history = nullptr;
    QTextBrowser* m_change = nullptr;
};

} // namespace chevet::screens
