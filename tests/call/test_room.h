// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A room with a clock that stands.
#pragma once

#include "call/page.h"
#include "sealing/damage.h"

#include <memory>

namespace chevet::call::test {

struct TestRoom
{
    static constexpr Instant start{1'795'999'000'000};

    static RoomSettings settings()
    {
        return {.host = "bedside.example.org",
                .lifetime = std::chrono::hours(1),
                .team = "EMSP",
                .telephone = "+33 2 40 11 22 33",
                .mostAdmitted = 3};
    }

    TestRoom() : clock(start)
    {
        room = std::move(*Room::open(settings(), Moment{0}, clock, sealing::systemRandomness()));
    }

    std::string link() const { return linkText(room->link()); }

    /// Knocks and is let in, in the first second.
    void enter(Page& page)
    {
        for (const auto& publication : knock(*room, page, Moment{0}).publications) {
            (void)page.open(publication);
        }
        (void)room->admit(page.seat());
    }

    FixedClock clock;
    std::unique_ptr<Room> room;
};

/// The first event of this type, or null; lives as long as the answer.
template<class Event> const Event* eventOf(const RoomAnswer& answer)
{
    for (const auto& event : answer.events) {
        if (const auto* found = std::get_if<Event>(&event)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace chevet::call::test
