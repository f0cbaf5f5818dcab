// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/servers.h"
#include "support/catch.h"

using namespace chevet;
using namespace chevet::call;

namespace {

std::string placeOf(std::string_view text)
{
    const auto read = readServers(text);
    return read ? "read" : read.error().place + " " + std::to_string(read.error().number);
}

} // namespace

TEST_CASE("the servers are read as packaging/bedside writes them")
{
    const auto read =
        readServers("# servers\n"
                    "page=https://192.0.2.7:8443/\n"
                    "host=192.0.2.7\r\n"
                    "port=8443\n"
                    "certificate=/srv/certificate.pem\n"
                    "relay=turn:192.0.2.7:3478?transport=udp  turns:192.0.2.7:5349?transport=tcp\n"
                    "relaySecret=0123abcd\n"
                    "broker=127.0.0.1:1883\n");
    REQUIRE(read);
    CHECK(read->page == "192.0.2.7:8443");
    CHECK(read->host == "192.0.2.7");
    CHECK(read->port == 8443);
    CHECK(read->authorities == "/srv/certificate.pem");
    REQUIRE(read->relays.size() == 2);
    CHECK(read->relays[1] == "turns:192.0.2.7:5349?transport=tcp");
    const auto made = read->relaysUntil(Instant{1'795'999'000'000}, "abc");
    REQUIRE(made);
    REQUIRE(made->size() == 2);
    CHECK((*made)[0].user == "1795999000:abc");
    CHECK((*made)[0].password == (*made)[1].password);
}

TEST_CASE("a page alone will do: the broker is there too, on 443, and there is no relay")
{
    const auto read = readServers("page=https://bedside.example.org/");
    REQUIRE(read);
    CHECK(read->host == "bedside.example.org");
    CHECK(read->port == 443);
    const auto made = read->relaysUntil(Instant{1}, "abc");
    REQUIRE(made);
    CHECK(made->empty());
}

TEST_CASE("what is wrong with the servers is said with its line")
{
    CHECK(placeOf("") == "server page 0");
    CHECK(placeOf("page=http://a/") == "server page 1");
    CHECK(placeOf("page=https:///") == "server page 1");
    CHECK(placeOf("page=https://a/b") == "server page 1");
    CHECK(placeOf("\n\nnonsense") == "server line 3");
    CHECK(placeOf("host=a:1\n") == "server host 1");
    CHECK(placeOf("port=0") == "server port 1");
    CHECK(placeOf("port=65536") == "server port 1");
    CHECK(placeOf("port=443x") == "server port 1");
    CHECK(placeOf("relay=stun:a:1") == "server relay 1");
    CHECK(placeOf("relay=turn:a b/c") == "server relay 1");
    CHECK(placeOf("page=https://a/\nrelay=turn:a:3478") == "server relay secret 2");
}
