// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks for the vault to be closed after a time without key or mouse. Counts by a clock that is passed in.
// Thread: gui.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace chevet::screens {

class IdleLock : public QObject
{
    Q_OBJECT

public:
    using Elapsed =
        std::function<std::chrono::milliseconds()>; ///< grows by itself; also while the machine works on
    IdleLock(QObject& watched, Elapsed elapsed, QObject* parent);

    void setLimit(std::chrono::minutes limit);
    void start();
    void stop();
    /// How long until it locks.
    std::chrono::milliseconds left() const;
    /// Asked for by a timer; public so that a test need not wait.
    void check();

Q_SIGNALS:
    void ticked();
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Elapsed m_elapsed;
    QTimer m_timer;
    std::chrono::milliseconds m_limit = std::chrono::minutes(5);
    std::chrono::milliseconds m_lastUse{};
};

} // namespace chevet::screens
