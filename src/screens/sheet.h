// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A sheet over the window with two columns, what and its key: the keys of this screen (F1), what was done
// (Ctrl+H), and every action by its first letters (Ctrl+K); or a page to read. Not modal; Esc or losing the
// keyboard closes it. Thread: gui.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QTextBrowser;
class QTreeWidget;

namespace chevet::screens {

class Sheet : public QFrame
{
    Q_OBJECT

public:
    explicit Sheet(QWidget* parent);

    struct Line
    {
        QString what;
        QString key;
    };
    void showLines(const QString& title, const QList<Line>& lines);
    /// A page to read, with scrolling by keys.
    void showText(const QString& title, const QString& html);
    /// Narrows by letters; Enter triggers.
    void showActions(const QList<QAction*>& actions);
    void place();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void open(QWidget* focus);
    void close();
    void narrow();
    void trigger();

    QLabel* m_title;
    QLineEdit* m_words;
    QTreeWidget* m_list;
    QTextBrowser* m_text;
    QList<QPointer<QAction>> m_actions;
    QPointer<QWidget> m_before;
};

} // namespace chevet::screens
