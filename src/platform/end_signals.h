// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGTERM, SIGINT and SIGHUP as a Qt signal, so that the desk closes in order: the draft is sealed, the store
// writes what it still has, the vault's lock is given back. A second one of them ends the program at once.
// One that was ignored when the program started (nohup) stays ignored. One object at a time. Thread: gui.
#pragma once

#include <QObject>

#include <memory>

namespace chevet::platform {

class EndSignals final : public QObject
{
    Q_OBJECT

public:
    /// Needs an application object.
    explicit EndSignals(QObject* parent = nullptr);
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    ~EndSignals() override;

Q_SIGNALS:
    void endWanted();

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::platform
