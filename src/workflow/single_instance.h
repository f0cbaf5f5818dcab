// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One window for one vault: a second start shows the first one's window and goes. `platform` knows how
// processes find each other; what keeps two of them from writing is the vault's own lock. Thread: gui.
#pragma once

#include <QObject>

#include <filesystem>

namespace chevet::workflow {

class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Place
    {
        First, ///< ours is the window; `raiseRequested` tells of later starts
        Second ///< the first one has been asked to show itself: end without touching the vault
    };

    using QObject::QObject;
    virtual Place claim(const std::filesystem::path& vault) = 0;

Q_SIGNALS:
    void raiseRequested();
};

} // namespace chevet::workflow
