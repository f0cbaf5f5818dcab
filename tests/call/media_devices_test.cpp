// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Devices that come, go and refuse, before and in the middle of a call.
#include "call/media_call.h"
#include "call/media_content.h"
#include "call/media_devices.h"
#include "support/catch.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

namespace {

CaptureSettings withCamera(const std::string& id)
{
    auto settings = testCapture();
    settings.picture = {PictureFrom::Camera, id, 640, 480, 30, false};
    return settings;
}

bool isGreen(const Frame& frame)
{
    const auto colour = middleColour(frame);
    return colour[1] > 150 && colour[0] < 90 && colour[2] < 90;
}

std::unique_ptr<MediaEngine> startWithDevices(MediaRecorder& recorder)
{
    enterOwnNetwork();
    if (!startMedia()) {
        throw std::runtime_error("no GStreamer");
    }
    provideTestDevices();
    auto engine = MediaEngine::start(recorder);
    if (!engine) {
        throw std::runtime_error("no engine");
    }
    return std::move(*engine);
}

} // namespace

TEST_CASE("devices are listed when asked for, two equal cameras as two")
{
    MediaRecorder recorder;
    const auto engine = startWithDevices(recorder);
    plugIn("usb-1", TestCamera::Red);
    plugIn("usb-2", TestCamera::Green);
    engine->listDevices();
    const auto listed = recorder.wait<DevicesListed>();
    REQUIRE(listed);
    const auto has = [&](const char* id) {
        return std::count_if(listed->devices.begin(), listed->devices.end(), [id](const Device& device) {
            return device.id == id && device.kind == DeviceKind::Camera && device.name == "Webcam";
        });
    };
    CHECK(has("camera:usb-1") == 1);
    CHECK(has("camera:usb-2") == 1);
}

TEST_CASE("the chosen camera is the one that is shown, and another can be chosen in mid-call")
{
    MediaRecorder recorder;
    const auto engine = startWithDevices(recorder);
    plugIn("usb-1", TestCamera::Red);
    plugIn("usb-2", TestCamera::Green);
    engine->startCapture(withCamera("camera:usb-2"));
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isGreen(call.answerer().picture()); }));
    engine->setPictureSource(withCamera("camera:usb-1").picture);
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
}

TEST_CASE("a busy camera joins with a still picture")
{
    MediaRecorder recorder;
    const auto engine = startWithDevices(recorder);
    plugIn("usb-1", TestCamera::Busy);
    engine->startCapture(withCamera("camera:usb-1"));
    CHECK(recorder.wait<PictureCaptured>([](const PictureCaptured& captured) {
        return captured.state == CaptureState::StandIn && captured.trouble == CaptureTrouble::Failed;
    }));
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isStandIn(call.answerer().picture()); }));
}

TEST_CASE(
    "a camera that is pulled out is told, its picture replaced, and when it is back it can be taken again")
{
    MediaRecorder recorder;
    const auto engine = startWithDevices(recorder);
    plugIn("usb-1", TestCamera::Red);
    engine->startCapture(withCamera("camera:usb-1"));
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));

    recorder.forget();
    pullOut("usb-1");
    CHECK(recorder.wait<PictureCaptured>([](const PictureCaptured& captured) {
        return captured.state == CaptureState::StandIn && captured.trouble == CaptureTrouble::Failed;
    }));
    CHECK(recorder.wait<DeviceChanged>([](const DeviceChanged& changed) {
        return !changed.isThere && changed.device.id == "camera:usb-1";
    }));
    CHECK(waitFor([&] { return isStandIn(call.answerer().picture()); }));
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(9'600), 440) > 0.8; })); // the voice goes on

    recorder.forget();
    plugIn("usb-1", TestCamera::Red);
    CHECK(recorder.wait<DeviceChanged>(
        [](const DeviceChanged& changed) { return changed.isThere && changed.device.id == "camera:usb-1"; }));
    engine->setPictureSource(withCamera("camera:usb-1").picture);
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
}

TEST_CASE("a microphone is heard through the canceller of the loudspeaker's echo")
{
    MediaRecorder recorder;
    const auto engine = startWithDevices(recorder);
    plugIn("usb-3", TestCamera::Microphone);
    auto settings = testCapture();
    settings.sound = {SoundFrom::Microphone, "microphone:usb-3", 0};
    settings.output.cancelsEcho = true;
    engine->startCapture(settings);
    MediaCall call(*engine, recorder, 1);
    CHECK(recorder.wait<SoundCaptured>());
    CHECK(waitFor([&] { return loudness(call.answerer().sound(48'000)) > 0.001; }));
    CHECK(waitFor(
        [&] { return statistics(*engine, recorder).soundSamples > 48'000; })); // the loudspeaker played
    CHECK(recorder.count<SoundCaptured>() == 1);                               // and nothing broke
    CHECK(recorder.wait<SoundCaptured>()->state == CaptureState::Running);
}
