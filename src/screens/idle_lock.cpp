// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/idle_lock.h"

#include <QEvent>

namespace chevet::screens {

IdleLock::IdleLock(QObject& watched, Elapsed elapsed, QObject* parent)
    : QObject(parent), m_elapsed(std::move(elapsed))
{
    watched.installEventFilter(this);
    m_timer.setInterval(std::chrono::seconds(5));
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::check);
}

void IdleLock::setLimit(std::chrono::minutes limit)
{
    m_limit = limit;
}

void IdleLock::start()
{
    m_lastUse = m_elapsed();
    m_timer.start();
}

void IdleLock::stop()
{
    m_timer.stop();
}

std::chrono::milliseconds IdleLock::left() const
{
    return std::max(std::chrono::milliseconds(0), m_limit - (m_elapsed() - m_lastUse));
}

void IdleLock::check()
{
    if (!m_timer.isActive()) {
        return;
    }
    if (left().count() == 0) {
        m_timer.stop();
        Q_EMIT expired();
        return;
    }
    Q_EMIT ticked();
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel: {
        const bool warned = m_timer.isActive() && left() < std::chrono::minutes(1);
        m_lastUse = m_elapsed();
        if (warned) {
            Q_EMIT ticked();
        }
        break;
    }
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chevet::screens
