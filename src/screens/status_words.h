// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The status bar: whether what was typed is on disk, whether the team hub is reached, when the desk locks;
// always the same three places. Left of them the sample's mark and the last thing done. Thread: gui.
#pragma once

#include <QStatusBar>

#include <chrono>

class QLabel;

namespace chevet::workflow {
class Desk;
}

namespace chevet::screens {

class ElidedLabel;

class StatusWords : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusWords(QWidget* parent = nullptr);

    void showSaveState(const workflow::Desk* desk);
    void showExchange(const workflow::Desk* desk);
    void showLock(std::chrono::milliseconds left);
    void showLocked();
    void showSampleMark(bool shown);
    void showLastDone(const QString& what);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sample;
    ElidedLabel* m_last;
    QLabel* m_saved;
    QLabel* m_exchange;
    QLabel* m_lock;
};

} // namespace chevet::screens
