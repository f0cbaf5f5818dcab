// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing an overlay: whom it is for, its text, and beside it what it changes and whether it may stand, while
// one types. In force only once it is proved. Thread: gui.
#pragma once

#include "workflow/rule_book.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace chevet::screens {

class RulesAdapting : public QWidget
{
    Q_OBJECT

public:
    explicit RulesAdapting(QWidget* parent = nullptr);

    void setBook(workflow::RuleBook* book);
    void showBook();
    void begin();
    /// Ctrl+Enter on this page.
    void validate();

private:
    void buildParts();
    void layOut();
    void showScopes();
    void showContest();
    void showCheck();
    void showButtons(const QString& whyNotWritten);
    void keep(const QString& notice);

    QPointer<workflow::RuleBook> m_book;
    QComboBox* m_scope = nullptr;
    QLabel* m_standing = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QComboBox* m_sides = nullptr; ///< of texts that were written at once; hidden where there are none
    QLabel* m_contest = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_changes = nullptr;
    QLabel* m_notice = nullptr;
    QPushButton* m_example = nullptr;
    QPushButton* m_draft = nullptr;
    QPushButton* m_force = nullptr;
    QPushButton* m_away = nullptr;
    std::vector<workflow::RuleBook::ScopeView> m_scopes;
};

} // namespace chevet::screens
