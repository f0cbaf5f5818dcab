// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/causality.h"
#include "support/catch.h"
#include "support/random.h"

#include <algorithm>
#include <map>
#include <set>

using namespace chevet;
using namespace chevet::casebook;

namespace {

EventId idOf(std::uint8_t number)
{
    EventId id;
    id.bytes[0] = number;
    return id;
}

struct History
{
    struct One
    {
        EventId id;
        Stamp stamp;
        std::vector<EventId> parents;
        bool withdrawn = false;
    };
    std::vector<One> all;

    void add(std::uint8_t number, std::uint64_t stamp, std::initializer_list<std::uint8_t> parents,
             bool withdrawn = false)
    {
        One one{idOf(number), {stamp}, {}, withdrawn};
        for (const auto parent : parents) {
            one.parents.push_back(idOf(parent));
        }
        all.push_back(one);
    }

    std::vector<EventId> heads() const
    {
        std::vector<Setting> settings;
        for (const auto& one : all) {
            settings.push_back({one.id, one.stamp, one.parents, one.withdrawn});
        }
        std::vector<EventId> ids;
        for (const auto place : headsOf(settings)) {
            ids.push_back(settings[place].id);
        }
        return ids;
    }
};

using Ids = std::vector<EventId>;

} // namespace

TEST_CASE("a correction that has seen the other value wins, whatever the clocks say")
{
    History history;
    history.add(1, 900'000, {}); // typed on a laptop three days fast: morphine 100 mg
    history.add(2, 100, {1});    // corrected an hour later by somebody who saw it: 10 mg
    CHECK(history.heads() == Ids{idOf(2)});
}

TEST_CASE("settings that knew nothing of each other both stand, the later stamp first")
{
    History history;
    history.add(1, 10, {});
    history.add(2, 20, {1});
    history.add(3, 30, {1});
    CHECK(history.heads() == Ids{idOf(3), idOf(2)});
    history.add(4, 5, {2, 3}); // a person settles it
    CHECK(history.heads() == Ids{idOf(4)});
}

TEST_CASE("of equal stamps the larger id comes first")
{
    History history;
    history.add(2, 10, {});
    history.add(1, 10, {});
    CHECK(history.heads() == Ids{idOf(2), idOf(1)});
}

TEST_CASE("a withdrawn setting gives back what it replaced, unless a later one has seen both")
{
    History history;
    history.add(1, 10, {});
    history.add(2, 20, {1}, true);
    CHECK(history.heads() == Ids{idOf(1)});
    history.add(3, 30, {2});
    CHECK(history.heads() == Ids{idOf(3)});
    History none;
    none.add(1, 10, {}, true);
    CHECK(none.heads().empty());
}

TEST_CASE("a parent that has not come yet changes nothing until it comes")
{
    History history;
    history.add(3, 30, {2});
    history.add(1, 40, {});
    CHECK(history.heads() == Ids{idOf(1), idOf(3)});
    history.add(2, 20, {1}); // now 3 is known to have seen 1
    CHECK(history.heads() == Ids{idOf(3)});
}

TEST_CASE("a stamp counts five minutes more than its author's wall clock at most")
{
    const Instant noon{1'000'000'000'000};
    CHECK(cappedStamp(Stamp::of(noon), noon) == Stamp::of(noon));
    CHECK(cappedStamp({~std::uint64_t{0}}, noon) == Stamp::of(noon + std::chrono::minutes(5), 0xFFFF));
    CHECK(cappedStamp(Stamp::of(noon - std::chrono::hours(2)), noon) ==
          Stamp::of(noon - std::chrono::hours(2)));
}

TEST_CASE("heads do not depend on the order of arrival and a parent never wins over its child")
{
    CHEVET_SEEDED(random, 21);
    for (int round = 0; round < 300; ++round) {
        History history;
        const auto count = static_cast<std::uint8_t>(2 + random.below(20));
        for (std::uint8_t i = 1; i < count; ++i) {
            history.add(i, random.below(50), {}, random.onceIn(6));
            for (auto left = i > 1 ? random.below(3) : 0; left > 0; --left) {
                history.all.back().parents.push_back(
                    idOf(static_cast<std::uint8_t>(1 + random.below(i - 1U))));
            }
        }
        const auto heads = history.heads();
        const std::set<EventId> headSet(heads.begin(), heads.end());
        for (const auto& one : history.all) {
            if (!one.withdrawn) {
                for (const auto& parent : one.parents) {
                    REQUIRE_FALSE(headSet.contains(parent));
                }
            }
        }
        const bool anyLeft =
            std::any_of(history.all.begin(), history.all.end(), [](auto& one) { return !one.withdrawn; });
        REQUIRE(heads.empty() != anyLeft);
        for (int shuffle = 0; shuffle < 5; ++shuffle) {
            random.shuffle(history.all);
            REQUIRE(history.heads() == heads);
        }
    }
}
