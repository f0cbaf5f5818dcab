// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a desk is made of; VaultDoor fills it.
#pragma once

#include "workflow/queue_model.h"
#include "workflow/store/desk_room.h"

namespace chevet::workflow {

struct Desk::Self
{
    Self(Workplace workplace, triage::RuleSet rules, std::unique_ptr<StoreThread> store, OpeningFacts facts)
        : room(std::move(workplace), std::move(rules), std::move(store), std::move(facts))
    {}

    DeskRoom room;
    std::unique_ptr<QueueModel> queue; ///< goes before the room that it reads
};

} // namespace chevet::workflow
