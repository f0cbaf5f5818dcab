// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's media against a real browser: what each shows and says arrives at the other, proven by content.
#include "call/frame_clock.h"
#include "call/media_browser_call.h"
#include "call/media_content.h"
#include "call/media_inside.h"
#include "support/catch.h"

#include <cmath>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;
using nlohmann::json;

namespace {

bool hasClock(const json& report)
{
    const auto strip = report["strip"].get<std::vector<int>>();
    if (strip.size() != 32) {
        return false;
    }
    std::vector<std::uint8_t> pixels(32 * 4 * 16);
    for (std::size_t row = 0; row < 16; ++row) {
        for (std::size_t cell = 0; cell < 32; ++cell) {
            pixels[row * 128 + cell * 4 + 1] = static_cast<std::uint8_t>(strip[cell]);
        }
    }
    return readClock(pixels.data(), 128, 32, 16).has_value();
}

} // namespace

TEST_CASE("a browser at the bedside sees and hears the desk, and the desk sees and hears it")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    Browser browser;
    BrowserCall call(*engine, recorder, browser, 1);
    json report;
    CHECK(waitFor([&] {
        report = call.look();
        return isRed(report) && hasClock(report) && isGreen(call.slot->take());
    }));
    CHECK(report["width"] == 640);
    CHECK(waitFor([&] {
        report = call.look();
        return std::abs(report["hertz"].get<double>() - 440) < 12;
    }));
    CHECK(waitFor([&] {
        recorder.forgetSound();
        return toneShare(recorder.sound(24'000), 1500) > 0.8;
    }));

    // The times of the capture are kept: over a second the browser conceals next to nothing (stamped anew: a
    // third).
    CHECK(waitFor([&] {
        const auto from = call.look();
        const bool isHeard = waitFor([&] {
            report = call.look();
            return report["samples"].get<double>() > from["samples"].get<double>() + 48'000;
        });
        const auto concealed = report["concealed"].get<double>() - from["concealed"].get<double>();
        return isHeard && concealed < 0.05 * 48'000;
    }));

    // Transport-wide feedback on what we send, and ours on what it sends.
    CHECK(recorder.wait<FeedbackArrived>(
        [](const FeedbackArrived& feedback) { return feedback.packets.size() > 3; }));

    engine->switchCamera(false);
    CHECK(waitFor([&] {
        report = call.look();
        return report["colour"][0] < 90 && report["colour"][2] > 20;
    }));
    engine->switchCamera(true);
    CHECK(waitFor([&] { return isRed(call.look()); }));

    const Bytes message(16'000, 7);
    CHECK(recorder.wait<PhotoChannelOpen>());
    engine->sendMessage(1, message);
    const auto echo = recorder.wait<MessageArrived>();
    REQUIRE(echo);
    CHECK(echo->bytes == message);

    // Another size in mid-call, which the browser follows.
    SendingSettings half;
    half.sizeDivisor = 2;
    engine->setSending(1, half);
    CHECK(waitFor([&] { return call.look()["width"] == 320; }));
}

TEST_CASE("a browser sends lost packets again, of the sound as well, and gets ours again")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    Browser browser;
    BrowserCall call(*engine, recorder, browser, 1);
    CHECK(waitFor([&] { return isRed(call.look()) && isGreen(call.slot->take()); }));
    recorder.sound(4'800);
    lookInside(*engine, 1, [](GstBin* bin) {
        loseEveryTenth(bin, "nicesrc", "src");
        loseEveryTenth(bin, "nicesink", "sink");
    });
    CHECK(waitFor([&] {
        call.look();
        return statistics(*engine, recorder).packetsRepeated >= 3;
    }));
    guint64 repeated = 0;
    guint64 soundLost = 0;
    guint64 soundHeard = 0;
    const auto count = [&] {
        lookInside(*engine, 1, [&](GstBin* bin) {
            forEachElement(bin, "rtpjitterbuffer", [&](GstElement* buffer) {
                const Held<GstStructure> stats(numberOf<GstStructure*>(buffer, "stats"));
                if (numberOf<guint>(buffer, "latency") == 300) {
                    gst_structure_get_uint64(stats.get(), "num-lost", &soundLost);
                    gst_structure_get_uint64(stats.get(), "num-pushed", &soundHeard);
                } else {
                    gst_structure_get_uint64(stats.get(), "rtx-success-count", &repeated);
                }
            });
        });
        call.look();
    };
    CHECK(waitFor([&] {
        count();
        return repeated >= 3;
    }));
    // A tenth is lost on the line; of 200 sound packets in a row less than half of that is missing in the
    // end.
    CHECK(waitFor([&] {
        count();
        const auto lost = soundLost;
        const auto heard = soundHeard;
        const bool isHeard = waitFor([&] {
            count();
            return soundHeard >= heard + 200;
        });
        return isHeard && soundLost - lost <= 10;
    }));
    const auto before = call.slot->count();
    CHECK(waitFor([&] {
        call.look();
        return call.slot->count() > before + 20;
    }));
    CHECK(isGreen(call.slot->take()));
}

TEST_CASE("after an end the next session is a new connection on both sides")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    Browser browser;
    for (PeerNumber number = 1; number <= 3; ++number) {
        recorder.forget();
        BrowserCall call(*engine, recorder, browser, number);
        CHECK(waitFor([&] { return isRed(call.look()) && isGreen(call.slot->take()); }));
        engine->removePeer(number);
        recorder.also = nullptr;
    }
}
