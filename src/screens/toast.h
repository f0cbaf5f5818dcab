// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was just done, and for how long it can be taken back. It lies over the foot of the window, takes no
// focus, and what it said stays in the status bar. Thread: gui.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace chevet::screens {

class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget* parent);

    void offer(const QString& what);
    /// Another key that is of use now.
    void addHint(const QString& hint);
    void place();

Q_SIGNALS:
    void undoWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_words;
    QLabel* m_further;
    QPushButton* m_undo;
};

} // namespace chevet::screens
