// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/ids.h"
#include "support/catch.h"

#include <set>
#include <type_traits>
#include <unordered_set>

using namespace chevet;

static_assert(!std::is_convertible_v<HomeId, ResidentId>, "a home's id is no resident's");
static_assert(!std::is_constructible_v<CaseId, EventId>, "an event's id is no case's");

TEST_CASE("an id is read from exactly sixteen bytes")
{
    const Bytes bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    const auto id = CaseId::fromBytes(bytes);
    REQUIRE(id);
    CHECK(id->hex() == "0102030405060708090a0b0c0d0e0f10");
    CHECK_FALSE(CaseId::fromBytes(View(bytes).first(15)));
    CHECK_FALSE(CaseId::fromBytes(Bytes(17)));
    CHECK_FALSE(CaseId::fromBytes({}));
}

TEST_CASE("an id is read from exactly thirty-two hexadecimal digits")
{
    const std::string text = "0102030405060708090a0b0c0d0e0f10";
    REQUIRE(CaseId::fromHexText(text));
    CHECK(CaseId::fromHexText(text)->hex() == text);
    CHECK_FALSE(CaseId::fromHexText(text.substr(1)));
    CHECK_FALSE(CaseId::fromHexText(text + "00"));
    CHECK_FALSE(CaseId::fromHexText("x" + text.substr(1)));
    CHECK_FALSE(CaseId::fromHexText(""));
}

TEST_CASE("only an id of zeros is null")
{
    CaseId id;
    CHECK(id.isNull());
    id.bytes[15] = 1;
    CHECK_FALSE(id.isNull());
}

TEST_CASE("a stream keeps the bytes of the case that it names")
{
    const auto id = SeededIds(5).make<CaseId>();
    const auto stream = idCast<StreamId>(id);
    CHECK(stream.hex() == id.hex());
    CHECK(idCast<CaseId>(stream) == id);
}

TEST_CASE("the system's ids differ and have no part that stays the same")
{
    SystemIds ids;
    std::unordered_set<CaseId> seen;
    std::array<std::set<std::uint8_t>, 16> values;
    for (int i = 0; i < 1000; ++i) {
        const auto id = ids.make<CaseId>();
        seen.insert(id);
        for (std::size_t at = 0; at < 16; ++at) {
            values[at].insert(id.bytes[at]);
        }
    }
    CHECK(seen.size() == 1000);
    for (const auto& atOnePlace : values) {
        CHECK(atOnePlace.size() > 200); // of 256; a thousand draws miss about five
    }
}

TEST_CASE("a seed gives the same ids again and on every machine")
{
    SeededIds one(42);
    SeededIds same(42);
    SeededIds other(43);
    const auto first = one.make<CaseId>();
    CHECK(first.hex() == "bdd732262feb6e9528efe333b266f103"); // a sample team made earlier keeps its ids
    CHECK(same.make<CaseId>() == first);
    CHECK(other.make<CaseId>() != first);
    CHECK(one.make<CaseId>() != first);
}
