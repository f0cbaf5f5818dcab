// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two peers against each other over a network of the test's own: what is seen and heard is proven by its
// content.
#include "call/frame_clock.h"
#include "call/media_call.h"
#include "call/media_content.h"
#include "support/catch.h"

#include <gst/gst.h>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

TEST_CASE("picture and sound arrive both ways and are the other's")
{
    enterOwnNetwork();
    MediaRecorder recorder;
    auto engine = MediaEngine::start(recorder);
    REQUIRE(engine);
    (*engine)->startCapture(testCapture());
    MediaCall call(**engine, recorder, 1);
    REQUIRE_FALSE(call.sdp.empty());

    CHECK(recorder.wait<ConnectionChanged>(
        [](const ConnectionChanged& changed) { return changed.state == ConnectionState::Connected; }));
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
    CHECK(waitFor([&] {
        const auto frame = call.answerer().picture();
        return readClock(frame.pixels, frame.stride, frame.width, frame.height).has_value();
    }));
    CHECK(waitFor([&] { return isRed((*engine)->ownPicture()->take()); }));

    recorder.forgetSound();
    CHECK(toneShare(recorder.sound(24'000), 1000) > 0.8);
    CHECK(toneShare(recorder.sound(24'000), 440) < 0.1);
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(24'000), 440) > 0.8; }));
}
