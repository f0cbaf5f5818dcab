// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/relay_password.h"
#include "support/catch.h"

using namespace chevet;
using namespace chevet::sealing;

// printf '1795999000:abc' | openssl dgst -sha1 -hmac geheim -binary | base64
TEST_CASE("a relay's password is the HMAC of the name, which says when it ends")
{
    const auto made = makeRelayPassword(viewOf("geheim"), Instant{1'795'999'000'999}, "abc");
    REQUIRE(made);
    CHECK(made->user == "1795999000:abc");
    CHECK(made->password == "U8AHQa/XYH+hb4s8rSZ+m08Oap8=");
}

TEST_CASE("without a secret there is no relay's password")
{
    const auto made = makeRelayPassword({}, Instant{1'795'999'000'000}, "abc");
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::BadInput);
}
