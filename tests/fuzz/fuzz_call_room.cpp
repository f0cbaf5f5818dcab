// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A room and a photo's intake, given whatever somebody with the keys may seal, and whatever somebody without
// them may send. The input is a row of pieces, each with how it is sealed (1 byte) and its length (2 bytes).
#include "call/page.h"
#include "call/photo_intake.h"
#include "call/test_room.h"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using sealing::CallLock;

struct Pieces
{
    explicit Pieces(View bytes) : rest(bytes) {}

    bool next(std::uint8_t& how, View& piece)
    {
        if (rest.size() < 3) {
            return false;
        }
        how = rest[0];
        const auto length =
            std::min<std::size_t>(getBigEndian<std::uint16_t>(rest.data() + 1), rest.size() - 3);
        piece = rest.subspan(3, length);
        rest = rest.subspan(3 + length);
        return true;
    }

    View rest;
};

struct Call : TestRoom
{
    Call() : page(link())
    {
        enter(page);
        (void)room->beginSession(page.seat());
        (void)page.open(*room->say(page.seat(), message::Offer{"v=0", {}, false}));
        photo = std::move(*room->expectPhoto(page.seat(), 7, 100'000));
    }
    Page page;
    std::unique_ptr<PhotoIntake> photo;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    Call call;
    Pieces pieces(View(bytes, size));
    std::uint8_t how = 0;
    View piece;
    Moment now{1000};
    while (pieces.next(how, piece)) {
        now += Moment{100};
        const auto session = (how & 8u) != 0 ? call.page.session() : SessionId{};
        const auto plain = piece.first(std::min(piece.size(), sealing::largestCallPlain));
        switch (how & 3u) {
        case 0: (void)call.room->receive(now, piece, (how & 4u) != 0); break;
        case 1:
            (void)call.room->receive(
                now, call.page.sealed(CallLock::Door, call.page.nextCounter(), session, plain));
            break;
        case 2:
            (void)call.room->receive(
                now, call.page.sealed(CallLock::Seat, call.page.nextCounter(), session, plain));
            break;
        default:
            (void)call.photo->take((how & 4u) != 0 ? Bytes(piece.begin(), piece.end())
                                                   : call.page.sealed(CallLock::Seat, 1, session, plain));
        }
    }
    (void)call.room->tick(now + Moment{60'000});
    if (call.room->count(SeatState::Waiting) > Room::mostWaiting || !call.room->admit(call.page.seat())) {
        std::abort(); // nothing that is received sends an admitted seat away
    }
    return 0;
}
