// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From an opener to a desk: reads the rules, starts the store's thread, asks it for what a desk shows first.
// VaultDoor brings openers that go through the passphrase; the tests bring their own. Thread: gui.
#pragma once

#include "workflow/desk.h"
#include "workflow/store/desk_room.h"
#include "workflow/workplace.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace chevet::workflow {

/// The rules' text with the hash by which decisions name it.
Result<triage::RuleSet> readRules(const Workplace& workplace);

class DeskOpening : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeskOpening)

public:
    using Opened = std::function<void(const Result<std::shared_ptr<Desk>>&)>;

    explicit DeskOpening(Workplace workplace, QObject* parent = nullptr);
    ~DeskOpening() override;

    /// `opened` is called once, from the event loop.
    void start(StoreThread::Opener opener, const Opened& opened);

private:
    void finish(const Result<OpeningFacts>& facts, const Opened& opened);

    Workplace m_workplace;
    std::optional<triage::RuleSet> m_rules;
    std::unique_ptr<StoreThread> m_store;
};

} // namespace chevet::workflow
