// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/link.h"
#include "call/vectors.h"
#include "sealing/damage.h"
#include "support/catch.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{1'795'999'000'000};

std::string placeOf(std::string_view text)
{
    const auto parsed = parseLink(text);
    return parsed ? "none" : parsed.error().place;
}

} // namespace

TEST_CASE("the link of the vectors is read and written")
{
    const auto link = parseLink(vectors().link);
    REQUIRE(link);
    CHECK(link->host == "bedside.example.org");
    CHECK(link->room == vectorPlace().room);
    CHECK(std::ranges::equal(link->secret.view(), vectors().named.at("secret")));
    CHECK(link->expirySeconds == vectorPlace().expirySeconds);
    CHECK(linkText(*link) == vectors().link);
}

TEST_CASE("a new link has the desk's room, a new secret, and expires when it was told to")
{
    auto& randomness = sealing::systemRandomness();
    const auto key = deskPair().publicKey();
    const auto one = makeLink("bedside.example.org:8443", key, now, 1h, randomness);
    const auto two = makeLink("bedside.example.org:8443", key, now, 1h, randomness);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->room == vectorPlace().room);
    CHECK_FALSE(std::ranges::equal(one->secret.view(), two->secret.view()));
    CHECK_FALSE(one->isExpired(now + 59min));
    CHECK(one->isExpired(now + 60min));
    const auto again = parseLink(linkText(*one));
    REQUIRE(again);
    CHECK(again->host == "bedside.example.org:8443");
    CHECK(std::ranges::equal(again->secret.view(), one->secret.view()));
    CHECK(again->expires() == now + 1h);
}

TEST_CASE("no link is made for a host that is none, for the past, or without randomness")
{
    auto& randomness = sealing::systemRandomness();
    const auto key = deskPair().publicKey();
    for (const auto* host : {"", "a b", "a/b", "a#b", "user@host", "é.fr"}) {
        CHECK(makeLink(host, key, now, 1h, randomness).error().place == "link host");
    }
    CHECK(makeLink("a", key, now, 0s, randomness).error().code == ErrorCode::OutOfRange);
    CHECK(makeLink("a", key, now, -1h, randomness).error().code == ErrorCode::OutOfRange);
    CHECK(makeLink("a", key, Instant{4'294'967'295'000}, 1s, randomness).error().code ==
          ErrorCode::OutOfRange);
    sealing::testing::FailingRandomness broken(1);
    CHECK(makeLink("a", key, now, 1h, broken).error().code == ErrorCode::RandomFailed);
}

TEST_CASE("what is wrong with a link is said")
{
    const auto& good = vectors().link;
    const auto token = good.substr(good.find('#') + 1);
    CHECK(placeOf("") == "link scheme");
    CHECK(placeOf("http://bedside.example.org/#" + token) == "link scheme");
    CHECK(placeOf("https:///#" + token) == "link host");
    CHECK(placeOf("https://a b/#" + token) == "link host");
    CHECK(placeOf("https://bedside.example.org") == "link token");
    CHECK(placeOf("https://bedside.example.org/") == "link token");
    CHECK(placeOf("https://bedside.example.org/#") == "link token");
    CHECK(placeOf("https://bedside.example.org/j/#" + token) == "link token");
    CHECK(placeOf(good + "=") == "link character");
    CHECK(placeOf(good + " ") == "link character");
    CHECK(placeOf(good.substr(0, good.size() - 4)) == "link length");
    CHECK(placeOf(good + "AAAA") == "link length");
    CHECK(placeOf("https://bedside.example.org/#Ag" + token.substr(2)) == "link version");
}

TEST_CASE("one token has one text")
{
    // The last character carries two bits of the token and four that must be zero.
    auto text = vectors().link;
    CHECK(text.back() == 'A');
    text.back() = 'B';
    CHECK(placeOf(text) == "link character");
}
