// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two peers against each other over a network of the test's own: what is seen and heard is proven by its
// content.
#include "call/frame_clock.h"
#include "call/media_call.h"
#include "call/media_content.h"
#include "support/catch.h"
#include "support/program_run.h"
#include "support/temporary_folder.h"

#include <filesystem>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

namespace {

/// Descriptors of this process that are open on this file.
int opened(const std::filesystem::path& file)
{
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        count += std::filesystem::read_symlink(entry.path(), gone) == file ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("picture and sound arrive both ways and are the other's")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    REQUIRE_FALSE(call.sdp.empty());

    CHECK(isConnected(recorder));
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
    CHECK(waitFor([&] {
        const auto frame = call.answerer().picture();
        return readClock(frame.pixels, frame.stride, frame.width, frame.height).has_value();
    }));
    CHECK(waitFor([&] { return isRed(engine->ownPicture()->take()); }));

    std::vector<std::int16_t> heard;
    CHECK(waitFor([&] {
        recorder.forgetSound();
        heard = recorder.sound(24'000);
        return toneShare(heard, 1000) > 0.8;
    }));
    CHECK(toneShare(heard, 440) < 0.1);
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(24'000), 440) > 0.8; }));
}

TEST_CASE("the offer is what the page was promised")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    const auto has = [&](const char* text) { return call.sdp.find(text) != std::string::npos; };
    CHECK(has("a=rtpmap:96 VP8/90000"));
    CHECK(has("a=rtpmap:97 rtx/90000"));
    CHECK(has("a=rtpmap:111 OPUS/48000/2"));
    CHECK(has("a=rtcp-fb:96 nack pli"));
    CHECK(has("a=rtcp-fb:96 transport-cc"));
    CHECK(has("a=rtcp-fb:111 transport-cc"));
    CHECK(has("a=group:BUNDLE"));
    CHECK(has("a=setup:actpass"));
    CHECK(has("m=application "));
    CHECK(isConnected(recorder));
    CHECK(recorder.count<OfferMade>() == 1); // asked for again, it is not made again
    CHECK(recorder.wait<CandidatesGathered>([](const CandidatesGathered& all) { return all.direct > 0; }));
}

TEST_CASE("camera off frees the device, shows a still picture and comes back")
{
    test::TemporaryFolder folder;
    const auto file = folder.path() / "camera.avi";
    const auto made = runProgram("/usr/bin/gst-launch-1.0",
                                 {"-q", "videotestsrc", "pattern=red", "num-buffers=900", "!",
                                  "video/x-raw,width=320,height=240,framerate=30/1", "!", "jpegenc", "!",
                                  "avimux", "!", "filesink", "location=" + file.string()});
    REQUIRE(made.code == 0);
    auto settings = testCapture();
    settings.picture.from = PictureFrom::File;
    settings.picture.id = file.string();
    settings.picture.hasClock = false;
    MediaRecorder recorder;
    const auto engine = startEngine(recorder, settings);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
    CHECK(opened(file) == 1);

    engine->switchCamera(false);
    CHECK(recorder.wait<PictureCaptured>(
        [](const PictureCaptured& captured) { return captured.state == CaptureState::Off; }));
    CHECK(opened(file) == 0); // told only once it is so
    CHECK(waitFor([&] { return isStandIn(call.answerer().picture()); }));

    const auto before = call.answerer().pictures();
    CHECK(waitFor([&] { return call.answerer().pictures() > before + 2; })); // still, and not dead
    recorder.forget();
    engine->switchCamera(true);
    CHECK(recorder.wait<PictureCaptured>(
        [](const PictureCaptured& captured) { return captured.state == CaptureState::Running; }));
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
    CHECK(opened(file) == 1);
}

TEST_CASE("pictures that come seldom after many still come")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return call.slot->count() > 30; }));
    call.answerer().slowDown(); // what a thin line, or a paused camera, makes of a bedside
    const auto before = call.slot->count();
    CHECK(waitFor([&] { return call.slot->count() > before + 8; }));
}

TEST_CASE("without camera and microphone the call still joins")
{
    auto settings = testCapture();
    settings.picture = {PictureFrom::Camera, "camera:none", 640, 480, 30, false};
    settings.sound = {SoundFrom::Microphone, "microphone:none", 0};
    MediaRecorder recorder;
    const auto engine = startEngine(recorder, settings);
    CHECK(recorder.wait<PictureCaptured>([](const PictureCaptured& captured) {
        return captured.state == CaptureState::StandIn && captured.trouble == CaptureTrouble::Missing;
    }));
    CHECK(recorder.wait<SoundCaptured>([](const SoundCaptured& captured) {
        return captured.state == CaptureState::StandIn && captured.trouble == CaptureTrouble::Missing;
    }));
    MediaCall call(*engine, recorder, 1);
    CHECK(isConnected(recorder));
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    CHECK(waitFor([&] { return isStandIn(call.answerer().picture()); }));
    CHECK(waitFor([&] { return call.answerer().sound(24'000).size() == 24'000; }));

    engine->setPictureSource(testCapture().picture); // plugged in
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
}

TEST_CASE("a camera that breaks in mid-call is replaced by a still picture, and told")
{
    auto settings = testCapture();
    settings.picture.from = PictureFrom::File;
    settings.picture.id = "/etc/hostname"; // opens, and is no picture
    settings.picture.hasClock = false;
    MediaRecorder recorder;
    const auto engine = startEngine(recorder, settings);
    CHECK(recorder.wait<PictureCaptured>([](const PictureCaptured& captured) {
        return captured.state == CaptureState::StandIn && captured.trouble == CaptureTrouble::Failed;
    }));
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isStandIn(call.answerer().picture()); }));
}

TEST_CASE("microphone off is silence, and the voice comes back")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(9'600), 440) > 0.8; }));
    engine->switchMicrophone(false);
    CHECK(waitFor([&] { return loudness(call.answerer().sound(9'600)) < 0.01; }));
    engine->switchMicrophone(true);
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(9'600), 440) > 0.8; }));
}

TEST_CASE("messages go both ways byte for byte, and those that are too large or text are refused")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    PeerSettings settings;
    settings.largestMessage = 16 * 1024 + 28;
    MediaCall call(*engine, recorder, 1, settings);
    REQUIRE(recorder.wait<PhotoChannelOpen>());
    Bytes piece(16 * 1024 + 28);
    for (std::size_t i = 0; i < piece.size(); ++i) {
        piece[i] = static_cast<std::uint8_t>(i * 131 + i / 256);
    }
    engine->sendMessage(1, piece);
    CHECK(waitFor([&] { return call.answerer().messages().size() == 1; }));
    CHECK(call.answerer().messages().at(0) == piece);

    call.answerer().send(piece);
    const auto arrived = recorder.wait<MessageArrived>();
    REQUIRE(arrived);
    CHECK(arrived->bytes == piece);

    auto larger = piece;
    larger.push_back(0);
    call.answerer().send(larger);
    CHECK(recorder.wait<MessageRefused>([&](const MessageRefused& no) { return no.bytes == larger.size(); }));
    call.answerer().sendText("text");
    CHECK(recorder.wait<MessageRefused>([](const MessageRefused& no) { return no.bytes == 4; }));
    CHECK(recorder.count<MessageArrived>() == 1);

    engine->sendMessage(1, Bytes(70'000));
    CHECK(recorder.wait<MessageRefused>([](const MessageRefused& no) { return no.bytes == 70'000; }));
}

TEST_CASE("a message before the channel is open is refused and not lost in silence")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    engine->addPeer(1, {});
    engine->sendMessage(1, Bytes(10));
    CHECK(recorder.wait<MessageRefused>());
}

TEST_CASE("statistics count what is sent, seen and heard, and name the path")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isBlue(call.slot->take()) && isRed(call.answerer().picture()); }));
    PeerStatistics now;
    CHECK(waitFor([&] {
        now = statistics(*engine, recorder);
        return now.picturesDecoded > 20 && now.soundSamples > 48'000 && now.picturesSent > 20 &&
               now.packetsSent > 50 && now.bytesSent > 10'000 && now.bytesReceived > 10'000 &&
               now.path == PathKind::Direct;
    }));
    CHECK(now.picturesOffered >= now.picturesSent);
    CHECK(now.repeatsWithheld == 0);
    // The times of the capture are kept: in some second at least no sound has to be made up.
    CHECK(waitFor([&] {
        const auto from = statistics(*engine, recorder);
        PeerStatistics to;
        return waitFor([&] {
                   to = statistics(*engine, recorder);
                   return to.soundSamples > from.soundSamples + 48'000;
               }) &&
               to.soundSamplesConcealed == from.soundSamplesConcealed;
    }));
}

TEST_CASE("what the other side saw of each packet comes back with the time it was sent")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    const auto feedback = recorder.wait<FeedbackArrived>([](const FeedbackArrived& arrived) {
        return arrived.packets.size() >= 3 && arrived.packets.back().arrivedMicroseconds.has_value();
    });
    REQUIRE(feedback);
    for (const auto& packet : feedback->packets) {
        CHECK(packet.bytes > 20);
        CHECK(packet.sentMicroseconds > 0);
        CHECK(packet.sentMicroseconds <= feedback->nowMicroseconds);
    }
}

TEST_CASE("an answer that is none gives a clean error, and the engine goes on")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    engine->addPeer(1, {});
    REQUIRE(recorder.wait<OfferMade>());
    engine->addCandidate(1, "candidate:1 1 UDP 2015363327 10.77.1.9 50000 typ host",
                         0); // waits for an answer
    const auto refused = [&](std::string answer) {
        recorder.forget();
        engine->acceptAnswer(1, std::move(answer));
        const auto failed = recorder.wait<PeerFailed>();
        return failed && failed->peer == 1 && failed->trouble == PeerTrouble::AnswerRefused;
    };
    CHECK(refused(""));
    CHECK(refused("v=0\r\nrubbish\r\n"));
    CHECK(refused(std::string("\0\0\0\xff", 4)));
    CHECK(refused(std::string(20'000, 'a')));
    engine->removePeer(1);

    recorder.forget();
    MediaCall call(*engine, recorder, 2); // the next one is not harmed
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    recorder.forget();
    engine->addCandidate(2, "candidate:rubbish", 0);
    CHECK(recorder.wait<PeerFailed>(
        [](const PeerFailed& failed) { return failed.trouble == PeerTrouble::CandidateRefused; }));
    engine->addCandidate(2, "candidate:1 1 UDP 2015363327 10.77.1.9 50000 typ host", 77);
    CHECK(recorder.wait<PeerFailed>(
        [](const PeerFailed& failed) { return failed.error.code == ErrorCode::OutOfRange; }));
    engine->addCandidate(2, "", 0);
    const auto before = call.slot->count();
    CHECK(waitFor([&] { return call.slot->count() > before + 10; })); // the call survives
}

TEST_CASE("two peers are fed by one capture, and the end of one does not touch the other")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall first(*engine, recorder, 1);
    CHECK(waitFor([&] { return isBlue(first.slot->take()); }));
    MediaCall second(*engine, recorder, 2, {}, {"blue", 2000});
    CHECK(waitFor([&] { return isBlue(second.slot->take()) && isRed(second.answerer().picture()); }));
    engine->removePeer(1);
    const auto before = second.answerer().pictures();
    const auto own = engine->ownPicture()->count();
    CHECK(waitFor([&] { return second.answerer().pictures() > before + 30; }));
    CHECK(engine->ownPicture()->count() > own);
    CHECK(isRed(second.answerer().picture()));
}

TEST_CASE("size, pace and stills follow the settings in the middle of a call")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return call.answerer().picture().width == 640; }));
    SendingSettings small;
    small.sizeDivisor = 2;
    small.pictureBitsPerSecond = 120'000;
    engine->setSending(1, small);
    CHECK(waitFor(
        [&] { return call.answerer().picture().width == 320 && call.answerer().picture().height == 240; }));
    SendingSettings stills = small;
    stills.stillsEvery = std::chrono::seconds(1);
    stills.soundBitsPerSecond = 16'000;
    stills.soundFrameMilliseconds = 60;
    engine->setSending(1, stills);
    const auto from = statistics(*engine, recorder);
    PeerStatistics to;
    CHECK(waitFor([&] {
        to = statistics(*engine, recorder);
        return to.picturesSent >= from.picturesSent + 4;
    }));
    // By the clock of the stream and not of this machine: four pictures took about four seconds of sound.
    CHECK(to.soundSamples - from.soundSamples > 2 * 48'000);
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(9'600), 440) > 0.8; }));
    engine->setSending(1, {});
    CHECK(waitFor([&] { return call.answerer().picture().width == 640; }));
}
