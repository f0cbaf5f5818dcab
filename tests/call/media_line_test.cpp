// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk and a browser over a bad line. How well, packaging/bench call measures; here: that it holds.
#include "call/media_browser_call.h"
#include "call/media_link.h"
#include "support/catch.h"

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

TEST_CASE("over a line that loses and delays both see and hear each other, and after a cut again")
{
    enterOwnNetwork();
    LineSettings bad;
    bad.loss = 0.05;
    bad.delay = std::chrono::milliseconds(50);
    Line line(bad);
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    std::unique_ptr<Browser> browser;
    line.atTheBedside([&] { browser = std::make_unique<Browser>(); });
    BrowserCall call(*engine, recorder, *browser, 1);
    CHECK(waitFor([&] { return isRed(call.look()) && isGreen(call.slot->take()); }));
    CHECK(waitFor([&] {
        const auto trip = statistics(*engine, recorder).roundTrip;
        return trip && *trip > std::chrono::milliseconds(90);
    }));
    CHECK(waitFor([&] {
        recorder.forgetSound();
        return toneShare(recorder.sound(24'000), 1500) > 0.8;
    }));
    CHECK(line.lost() > 0);

    auto cut = bad;
    cut.isCut = true;
    line.set(cut);
    CHECK(waitFor([&] { // the watchdog's number stands still
        const auto first = call.slot->count();
        const auto carried = line.carried();
        for (int i = 0; i < 50; ++i) {
            statistics(*engine, recorder);
        }
        return call.slot->count() == first && line.carried() == carried;
    }));
    line.set(bad);
    const auto before = call.slot->count();
    const auto seen = call.look()["frames"].get<int>();
    CHECK(waitFor([&] { return call.slot->count() > before + 20; }));
    CHECK(waitFor([&] { return call.look()["frames"].get<int>() > seen + 20; }));
    CHECK(isGreen(call.slot->take()));
}
