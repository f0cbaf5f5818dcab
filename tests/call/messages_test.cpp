// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/messages.h"
#include "call/vectors.h"
#include "foundation/cbor.h"
#include "support/catch.h"
#include "support/random.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::message;
using namespace chevet::call::test;
using sealing::CallDirection;

namespace {

Echo vectorEcho()
{
    Echo echo{};
    for (std::size_t i = 0; i < echo.size(); ++i) {
        echo[i] = static_cast<std::uint8_t>(0xE0 + i);
    }
    return echo;
}

const std::string line = "candidate:1 1 UDP 2015363327 192.0.2.7 50000 typ host";
const std::string sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

Sha256 digestOfPhoto()
{
    Sha256 digest{};
    const auto& header = vectors().message("photo-header");
    std::copy(header.end() - 32, header.end(), digest.begin());
    return digest;
}

std::vector<std::pair<std::string, ToDesk>> deskMessages()
{
    return {
        {"join", Join{.publicKey = seatPair().publicKey(),
                      .echo = vectorEcho(),
                      .name = "Inès Müller",
                      .function = Function::Nurse,
                      .whoElse = "her daughter",
                      .language = Language::French,
                      .cameraWorks = true,
                      .microphoneWorks = true,
                      .joinsBefore = 0,
                      .pageVersion = 1}},
        {"here", Here{true, false, 40, {}}},
        {"here-first", Here{true, true, {}, vectorEcho()}},
        {"answer", Answer{sdp}},
        {"candidate", Candidate{line, 0}},
        {"candidate-last", Candidate{"", 1}},
        {"state", State{true, true, 2, Facing::Environment, true}},
        {"state-not-asked", State{false, true, 0, Facing::Unknown, {}}},
        {"left", Left{LeftReason::PageClosed}},
        {"trouble", Trouble{TroubleKind::NoPictureFromYou}},
        {"repeated", Repeated{3, {0, 2}}},
        {"photo-refused", PhotoRefused{7, PhotoRefusal::ByHand}},
        {"photo-header", PhotoHeader{7, 16404, digestOfPhoto()}},
    };
}

std::vector<std::pair<std::string, ToSeat>> seatMessages()
{
    return {
        {"welcome", Welcome{vectorEcho(), deskPair().publicKey()}},
        {"admitted", Admitted{"Dr Anne Le Goff", Function::Physician, true}},
        {"refused", Refused{RefusedReason::RoomIsFull}},
        {"offer", Offer{sdp,
                        {{"turn:turn.example.org:3478?transport=udp", "1796000000:desk", "cGFzcw=="},
                         {"stun:turn.example.org:3478", {}, {}}},
                        false}},
        {"candidate", Candidate{line, 1}},
        {"frozen", Frozen{true, "+33 2 40 00 00 00"}},
        {"photo-please", PhotoPlease{7, "left heel", largestPhoto}},
        {"advice", Advice{3, {"Mouth care every two hours.", "Call us if the pain is over 4."}}},
        {"phone", GoingByPhone{"+33 2 40 00 00 00"}},
        {"closed", Closed{ClosedReason::Ended, {}}},
        {"closed-door", Closed{ClosedReason::Expired, vectorEcho()}},
        {"measure", Measure{350000, 15, 2}},
        {"photo-arrived", PhotoArrived{7, true, {}}},
        {"photo-not-kept", PhotoArrived{7, false, PhotoFault::Damaged}},
        {"place", Place{1795999000, PlaceKind::Wait, "EMSP du pays de Retz", "+33 2 40 11 22 33"}},
    };
}

const MessageVector& vectorOf(const std::string& name, CallDirection direction)
{
    const auto found = std::ranges::find_if(vectors().messages, [&](const MessageVector& vector) {
        return vector.name == name && vector.direction == direction;
    });
    REQUIRE(found != vectors().messages.end());
    return *found;
}

bool isAccepted(CallDirection direction, View cbor)
{
    return direction == CallDirection::ToDesk ? decodeToDesk(cbor).has_value()
                                              : decodeToSeat(cbor).has_value();
}

} // namespace

TEST_CASE("every message to the desk is written and read as the vectors say")
{
    for (const auto& [name, message] : deskMessages()) {
        INFO(name);
        const auto& expected = vectorOf(name, CallDirection::ToDesk).cbor;
        const auto encoded = encode(message);
        REQUIRE(encoded);
        CHECK(toHex(*encoded) == toHex(expected));
        const auto decoded = decodeToDesk(expected);
        REQUIRE(decoded);
        CHECK((*decoded == message));
    }
}

TEST_CASE("every message to the seat is written and read as the vectors say")
{
    for (const auto& [name, message] : seatMessages()) {
        INFO(name);
        const auto& expected = vectorOf(name, CallDirection::ToSeat).cbor;
        const auto encoded = encode(message);
        REQUIRE(encoded);
        CHECK(toHex(*encoded) == toHex(expected));
        const auto decoded = decodeToSeat(expected);
        REQUIRE(decoded);
        CHECK((*decoded == message));
    }
    CHECK(deskMessages().size() + seatMessages().size() == vectors().messages.size());
}

TEST_CASE("what the vectors refuse is refused")
{
    CHECK(vectors().refused.size() >= 30);
    for (const auto& vector : vectors().refused) {
        INFO(vector.why);
        CHECK_FALSE(isAccepted(vector.direction, vector.cbor));
    }
}

TEST_CASE("no message is read as one of the other direction")
{
    for (const auto& vector : vectors().messages) {
        const auto other =
            vector.direction == CallDirection::ToDesk ? CallDirection::ToSeat : CallDirection::ToDesk;
        CHECK_FALSE(isAccepted(other, vector.cbor));
    }
}

TEST_CASE("a message that is cut anywhere, or goes on after its end, is refused")
{
    for (const auto& vector : vectors().messages) {
        INFO(vector.name);
        for (std::size_t size = 0; size < vector.cbor.size(); ++size) {
            CHECK_FALSE(isAccepted(vector.direction, View(vector.cbor).first(size)));
        }
        auto longer = vector.cbor;
        longer.push_back(0xF6);
        CHECK_FALSE(isAccepted(vector.direction, longer));
    }
}

TEST_CASE("an unknown key in a known message is left aside")
{
    cbor::Writer writer;
    writer.map(4).unsignedNumber(0).unsignedNumber(6).unsignedNumber(1).unsignedNumber(1);
    writer.unsignedNumber(50).text("from a later page").unsignedNumber(51).array(1).null();
    CHECK((decodeToDesk(writer.view()) == ToDesk(Left{LeftReason::ByHand})));
}

TEST_CASE("a key that is no number is refused")
{
    cbor::Writer writer;
    writer.map(3).unsignedNumber(0).unsignedNumber(6).unsignedNumber(1).unsignedNumber(1).text("a").null();
    CHECK(decodeToDesk(writer.view()).error().code == ErrorCode::BadInput);
}

TEST_CASE("every text has its limit on the way out, too")
{
    const std::string long17(16385, 'x');
    CHECK(encode(ToDesk(Answer{long17})).error().code == ErrorCode::OutOfRange);
    CHECK(encode(ToDesk(Answer{long17.substr(1)})));
    CHECK_FALSE(encode(ToSeat(Admitted{std::string(81, 'x'), Function::Nurse, true})));
    CHECK_FALSE(encode(ToSeat(Admitted{"a\nb", Function::Nurse, true})));
    CHECK_FALSE(encode(ToSeat(Admitted{"\xFF", Function::Nurse, true})));
    CHECK_FALSE(encode(ToSeat(Advice{1, std::vector<std::string>(65, "x")})));
    CHECK_FALSE(encode(ToSeat(Advice{1, {std::string(301, 'x')}})));
    CHECK(encode(ToSeat(Advice{1, {"two\nlines"}})));
    CHECK_FALSE(encode(ToSeat(Measure{1, 1, 3})));
    CHECK_FALSE(encode(ToSeat(Offer{"", std::vector<RelayServer>(9), false})));
    CHECK_FALSE(encode(ToDesk(PhotoHeader{1, largestPhoto + 1, {}})));
    const auto wrong = encode(ToSeat(Frozen{true, std::string(33, '1')}));
    CHECK(wrong.error().place == "key 2");
    CHECK(wrong.error().number == 106);
}

TEST_CASE("a text is cut between characters")
{
    CHECK(cutText("abc", 3) == "abc");
    CHECK(cutText("abcd", 3) == "abc");
    CHECK(cutText("Inès", 3) == "In");
    CHECK(cutText("Inès", 4) == "Inè");
    CHECK(cutText("日本", 5) == "日");
    CHECK(cutText("日本", 2).empty());
}

TEST_CASE("what belongs to one peer connection says so")
{
    CHECK(isOfSession(ToDesk(Answer{})));
    CHECK(isOfSession(ToDesk(Candidate{})));
    CHECK(isOfSession(ToDesk(Trouble{TroubleKind::ConnectionFailed})));
    CHECK_FALSE(isOfSession(ToDesk(Trouble{TroubleKind::NoCamera})));
    CHECK_FALSE(isOfSession(ToDesk(Here{})));
    CHECK(isOfSession(ToSeat(Offer{})));
    CHECK(isOfSession(ToSeat(Measure{})));
    CHECK_FALSE(isOfSession(ToSeat(Closed{})));
}

TEST_CASE("whatever is accepted is written again as the same value, from bytes changed at random")
{
    CHEVET_SEEDED(random, 20261127);
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        const auto& vector = random.oneOf(vectors().messages);
        auto bytes = vector.cbor;
        for (auto changes = 1 + random.below(3); changes > 0; --changes) {
            bytes[random.below(bytes.size())] = static_cast<std::uint8_t>(random.next());
        }
        if (const auto decoded = decodeToDesk(bytes)) {
            ++accepted;
            const auto encoded = encode(*decoded);
            REQUIRE(encoded);
            CHECK((decodeToDesk(*encoded) == *decoded));
        }
        if (const auto decoded = decodeToSeat(bytes)) {
            ++accepted;
            const auto encoded = encode(*decoded);
            REQUIRE(encoded);
            CHECK((decodeToSeat(*encoded) == *decoded));
        }
    }
    CHECK(accepted > 100);
}
