// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of the media half that need no pipeline.
#include "call/devices_monitor.h"
#include "call/frame.h"
#include "call/frame_clock.h"
#include "call/frame_pace.h"
#include "call/media_thread.h"
#include "call/peer_feedback.h"
#include "call/peer_relay.h"
#include "call/peer_sdp.h"
#include "support/catch.h"

#include <gst/gst.h>

using namespace chevet;
using namespace chevet::call;

namespace {

const std::string goodAnswer =
    "v=0\r\n"
    "o=- 4611731400430051336 2 IN IP4 127.0.0.1\r\n"
    "s=-\r\n"
    "t=0 0\r\n"
    "a=group:BUNDLE video0 audio1 application2\r\n"
    "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\n"
    "c=IN IP4 0.0.0.0\r\n"
    "a=ice-ufrag:sXh1\r\n"
    "a=ice-pwd:0123456789012345678901\r\n"
    "a=fingerprint:sha-256 "
    "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:"
    "DD:EE:FF\r\n"
    "a=setup:active\r\n"
    "a=mid:video0\r\n"
    "a=ssrc-group:FID 100 200\r\n"
    "a=ssrc:100 cname:x\r\n"
    "a=ssrc:200 cname:x\r\n"
    "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"
    "a=mid:audio1\r\n"
    "a=ssrc:300 cname:x\r\n"
    "m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n"
    "a=mid:application2\r\n";

std::string with(const std::string& from, const std::string& to)
{
    auto text = goodAnswer;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("an answer gives its media in their order and their sources")
{
    const auto answer = readAnswer(goodAnswer);
    REQUIRE(answer);
    REQUIRE(answer->media.size() == 3);
    CHECK(answer->media[0].kind == MediaKind::Picture);
    CHECK(answer->media[0].sources == std::vector<std::uint32_t>{100, 200});
    CHECK(answer->media[1].kind == MediaKind::Sound);
    CHECK(answer->media[1].sources == std::vector<std::uint32_t>{300});
    CHECK(answer->media[2].kind == MediaKind::Photo);
    CHECK(answer->media[2].isRejected);
    CHECK_FALSE(answer->media[0].isRejected);
}

TEST_CASE("what is no answer to an offer of ours is refused, with its line")
{
    CHECK_FALSE(readAnswer(""));
    CHECK_FALSE(readAnswer("v=0\r\n"));
    CHECK_FALSE(readAnswer(with("v=0", "v=1")));
    CHECK_FALSE(readAnswer(with("sha-256", "sha-1")));
    CHECK_FALSE(readAnswer(with("AA:BB", "AA:BG")));
    CHECK_FALSE(readAnswer(with("a=setup:active", "a=setup:actpass")));
    CHECK_FALSE(readAnswer(with("a=setup:active", "a=x")));
    CHECK_FALSE(readAnswer(with("a=ice-pwd:0123456789012345678901", "a=ice-pwd:short")));
    CHECK_FALSE(readAnswer(with("UDP/TLS/RTP/SAVPF 96", "RTP/AVP 96")));
    CHECK_FALSE(readAnswer(with("m=video 9 ", "m=video 99999 ")));
    CHECK_FALSE(readAnswer(with("m=video", "m=text")));
    CHECK_FALSE(readAnswer(with("a=ssrc:300", "a=ssrc:4294967296")));
    CHECK_FALSE(readAnswer(with("a=mid:audio1", std::string("a=mid:\0", 7))));
    CHECK_FALSE(readAnswer(with("a=mid:audio1", "a=candidate:rubbish")));
    CHECK_FALSE(readAnswer(goodAnswer + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"));
    CHECK(readAnswer(goodAnswer + std::string(20'000, 'a')).error().code == ErrorCode::TooLarge);
    CHECK(readAnswer(with("a=setup:active", "a=setup:both")).error().number == 11);
}

TEST_CASE("candidates of every kind are taken, and nothing else")
{
    CHECK(checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1 50000 typ host"));
    CHECK(checkCandidate(
        "candidate:842163049 1 udp 1677729535 203.0.113.7 45678 typ srflx raddr 10.0.0.2 rport 45678 "
        "generation 0 ufrag Ab+/ network-cost 999"));
    CHECK(checkCandidate("candidate:2 1 TCP 1015021823 fe80::1%eth0 9 typ host tcptype active"));
    CHECK(checkCandidate("candidate:3 1 udp 41885439 198.51.100.4 3478 typ relay raddr 0.0.0.0 rport 0"));
    CHECK(checkCandidate(
        "candidate:4 1 udp 2113937151 1f4712db-ea17-4bcf-a596-105139dfd8bf.local 54321 typ host"));
    CHECK_FALSE(checkCandidate(""));
    CHECK_FALSE(checkCandidate("a=candidate:1 1 UDP 2015363327 10.77.1.1 50000 typ host"));
    CHECK_FALSE(checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1 50000 typ"));
    CHECK_FALSE(checkCandidate("candidate:1 3 UDP 2015363327 10.77.1.1 50000 typ host"));
    CHECK_FALSE(checkCandidate("candidate:1 1 SCTP 2015363327 10.77.1.1 50000 typ host"));
    CHECK_FALSE(checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1 70000 typ host"));
    CHECK_FALSE(checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1;x 5000 typ host"));
    CHECK_FALSE(checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1 5000 typ other"));
    CHECK_FALSE(checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1 50000 typ host\r\na=x"));
    CHECK_FALSE(
        checkCandidate("candidate:1 1 UDP 2015363327 10.77.1.1 50000 typ host " + std::string(512, 'x')));
}

TEST_CASE("a relay's name and password are percent-encoded whatever they hold")
{
    const auto turn =
        relayAddress({"turn:relay.example:3478?transport=udp", "1795217275:doc", "B1jb+/a@b?#="});
    REQUIRE(turn);
    CHECK(turn->kind == RelayKind::Turn);
    CHECK(turn->uri == "turn://1795217275%3Adoc:B1jb%2B%2Fa%40b%3F%23%3D@relay.example:3478?transport=udp");
    const auto secure = relayAddress({"turns:[2001:db8::1]:443?transport=tcp", "u", "p"});
    REQUIRE(secure);
    CHECK(secure->uri == "turns://u:p@[2001:db8::1]:443?transport=tcp");
    const auto stun = relayAddress({"stun:relay.example:3478", "", ""});
    REQUIRE(stun);
    CHECK(stun->kind == RelayKind::Stun);
    CHECK(stun->uri == "stun://relay.example:3478");
    CHECK_FALSE(relayAddress({"http://relay.example", "u", "p"}));
    CHECK_FALSE(relayAddress({"turn:relay.example:3478", "", ""}));
    CHECK_FALSE(relayAddress({"turn:evil@relay.example", "u", "p"}));
    CHECK_FALSE(relayAddress({"turn:relay.example?transport=sctp", "u", "p"}));
    CHECK_FALSE(relayAddress({"", "", ""}));
}

TEST_CASE("feedback is read: runs, single bits, pairs of bits, small and large differences")
{
    // From 10: a run of 2 received (small), then by pairs of bits: lost, large, lost, and no more.
    const Bytes body{0, 10, 0, 5, 0, 0, 2, 1, 0x20, 2, 0xc8, 0x00, 4, 8, 0xff, 0xfc, 0};
    const auto seen = readFeedback(body);
    REQUIRE(seen);
    REQUIRE(seen->size() == 5);
    CHECK((*seen)[0].number == 10);
    CHECK((*seen)[0].arrivedMicroseconds == 2 * 64'000 + 4 * 250);
    CHECK((*seen)[1].arrivedMicroseconds == 2 * 64'000 + 12 * 250);
    CHECK_FALSE((*seen)[2].arrivedMicroseconds);
    CHECK((*seen)[3].arrivedMicroseconds == 2 * 64'000 + 8 * 250); // it overtook
    CHECK_FALSE((*seen)[4].arrivedMicroseconds);
    // One bit each: received, lost, received.
    const Bytes bits{0xff, 0xff, 0, 3, 0, 0, 0, 0, 0x80 | 0x28, 0, 1, 2};
    const auto wrapped = readFeedback(bits);
    REQUIRE(wrapped);
    CHECK((*wrapped)[0].number == 0xffff);
    CHECK((*wrapped)[2].number == 1);
    CHECK((*wrapped)[2].arrivedMicroseconds == 3 * 250);
}

TEST_CASE("damaged feedback is refused and never read past its end")
{
    CHECK_FALSE(readFeedback({}));
    CHECK_FALSE(readFeedback(Bytes{0, 1, 0, 1, 0, 0, 0}));
    CHECK_FALSE(readFeedback(Bytes{0, 1, 0, 9, 0, 0, 0, 0}));             // no chunk
    CHECK_FALSE(readFeedback(Bytes{0, 1, 0, 2, 0, 0, 0, 0, 0x20, 2, 1})); // one difference too few
    CHECK_FALSE(readFeedback(Bytes{0, 1, 0, 2, 0, 0, 0, 0, 0x20, 0}));    // a run of none would never end
    CHECK_FALSE(readFeedback(Bytes{0, 1, 0, 1, 0, 0, 0, 0, 0x60, 1}));    // reserved
}

TEST_CASE("the send log gives each packet its time of sending, once it has arrived no more")
{
    SendLog log;
    log.sent(7, 100, 1000);
    log.sent(8, 200, 2000);
    const auto first = log.match({{6, 5}, {7, 50}, {8, std::nullopt}});
    REQUIRE(first.size() == 2);
    CHECK(first[0].sentMicroseconds == 1000);
    CHECK(first[0].bytes == 100);
    CHECK(first[0].arrivedMicroseconds == 50);
    CHECK_FALSE(first[1].arrivedMicroseconds);
    const auto second = log.match({{7, 50}, {8, 60}}); // thought lost, only late
    REQUIRE(second.size() == 1);
    CHECK(second[0].number == 8);
    CHECK(second[0].arrivedMicroseconds == 60);
    log.sent(static_cast<std::uint16_t>(7 + 4096), 1, 3000); // its place is taken
    CHECK(log.match({{7, 50}}).empty());
}

TEST_CASE("the transport-wide number is found among the extensions")
{
    Bytes packet{0x90, 96, 0, 1,    0, 0, 0,    0,    0,    0, 0, 1, 0xbe,
                 0xde, 0,  2, 0x10, 9, 0, 0x31, 0x12, 0x34, 0, 0, 1};
    CHECK(transportNumber(packet, 3) == 0x1234);
    CHECK_FALSE(transportNumber(packet, 4));
    packet[0] = 0x80;
    CHECK_FALSE(transportNumber(packet, 3));
    packet[0] = 0x90;
    for (std::size_t size = 0; size < 20; ++size) {
        CHECK_FALSE(transportNumber(View(packet.data(), size), 3));
    }
}

TEST_CASE("the pace keeps every second of thirty for fifteen, and stills by their interval")
{
    const auto kept = [](std::int64_t interval, int pictures) {
        FramePace pace;
        pace.setInterval(interval);
        int count = 0;
        for (int i = 0; i < pictures; ++i) {
            count += pace.keeps(1'000'000'000 + i * 33'333'333LL + (i % 3) * 1'000'000) ? 1 : 0;
        }
        return count;
    };
    CHECK(kept(0, 300) == 300);
    CHECK(std::abs(kept(66'666'666, 300) - 150) <= 1);
    CHECK(std::abs(kept(100'000'000, 300) - 100) <= 1);
    CHECK(std::abs(kept(3'000'000'000, 300) - 4) <= 1);
    // After a gap none is made up for.
    FramePace pace;
    pace.setInterval(100'000'000);
    CHECK(pace.keeps(1'000'000'000));
    CHECK(pace.keeps(9'000'000'000));
    CHECK_FALSE(pace.keeps(9'033'000'000));
}

TEST_CASE("the clock in the picture is read back, and noise is no clock")
{
    constexpr int width = 320;
    constexpr int height = 240;
    std::vector<std::uint8_t> luma(width * height, 128);
    burnClock(luma.data(), width, width, height, 0x1abcdef);
    Bytes pixels(width * height * 4);
    for (std::size_t i = 0; i < luma.size(); ++i) {
        pixels[4 * i + 1] = luma[i];
    }
    CHECK(readClock(pixels.data(), width * 4, width, height) == 0xabcdef);
    CHECK_FALSE(readClock(Bytes(pixels.size(), 0).data(), width * 4, width, height));
    CHECK_FALSE(readClock(Bytes(pixels.size(), 255).data(), width * 4, width, height));
    CHECK_FALSE(readClock(nullptr, 0, 0, 0));
}

TEST_CASE("the newest picture replaces the one that nobody took, and whoever waits is told once")
{
    FrameSlot slot;
    CHECK(slot.take().pixels == nullptr);
    const auto frame = [](int width) {
        Frame made;
        made.width = width;
        return made;
    };
    CHECK(slot.put(frame(1)));
    CHECK_FALSE(slot.put(frame(2)));
    CHECK(slot.take().width == 2);
    CHECK(slot.put(frame(3)));
    CHECK(slot.take().number == 3);
    CHECK(slot.take().width == 3); // may be painted again
    CHECK(slot.count() == 3);
    slot.clear();
    CHECK(slot.take().width == 0);
    CHECK(slot.count() == 3); // the watchdog's number never falls
}

TEST_CASE("a device is known by its socket, not by its name, and what is no device is left out")
{
    REQUIRE(startMedia());
    const auto described = [](const char* deviceClass, const char* properties) {
        const Held<GstStructure> structure(gst_structure_from_string(properties, nullptr));
        REQUIRE(structure != nullptr);
        return describeDevice(deviceClass, "HD Webcam", structure.get());
    };
    const auto first =
        described("Video/Source", "v4l2-proplist, device.path=/dev/video0, device.bus_path=usb-1");
    const auto moved =
        described("Video/Source", "v4l2-proplist, device.path=/dev/video2, device.bus_path=usb-1");
    const auto second =
        described("Video/Source", "v4l2-proplist, device.path=/dev/video1, device.bus_path=usb-2");
    REQUIRE(first);
    CHECK(first->kind == DeviceKind::Camera);
    CHECK(first->id == moved->id);
    CHECK(first->id != second->id);
    CHECK(first->name == second->name);
    const auto headset =
        described("Audio/Duplex", "pulse-proplist, node.name=alsa.usb, is-default=(boolean)true");
    REQUIRE(headset);
    CHECK(headset->kind == DeviceKind::Microphone);
    CHECK(headset->isDefault);
    CHECK_FALSE(described("Audio/Source", "pulse-proplist, device.class=monitor"));
    CHECK_FALSE(described("Audio/Source", "pipewire-proplist, node.name=alsa.usb"));
    CHECK(described("Video/Source", "pipewire-proplist, object.path=v4l2-1"));
    CHECK_FALSE(described("Something/Else", "x"));
    CHECK(describeDevice("Video/Source", "Bare", nullptr)->id == "camera:Bare");
}

TEST_CASE("a camera is asked for raw pictures when they are quick enough, else for JPEG")
{
    REQUIRE(startMedia());
    const auto form = [](const char* text) {
        const Held<GstCaps> caps(gst_caps_from_string(text));
        return cameraForm(caps.get(), 640);
    };
    const CameraForm raw{"video/x-raw", false};
    const CameraForm jpeg{"image/jpeg", true};
    CHECK(form("video/x-raw,width=640,height=480,framerate=30/1") == raw);
    CHECK(form("video/x-raw,width=640,framerate={(fraction)5/1,(fraction)30/1}") == raw);
    CHECK(form("video/x-raw,width=[160,1920],framerate=[0/1,60/1]") == raw);
    CHECK(form("video/x-raw,width=640") == raw); // libcamera names no rate
    CHECK(form("video/x-raw,width=640,framerate=5/1; image/jpeg,framerate=30/1") == jpeg);
    CHECK(form("video/x-raw,width=320,framerate=30/1; image/jpeg,framerate=30/1") == jpeg);
    CHECK(form("image/jpeg,framerate=30/1") == jpeg);
    CHECK(form("video/x-raw,width=320,framerate=5/1") == raw); // better than nothing
    CHECK_FALSE(form("video/x-raw(memory:DMABuf),width=640,framerate=30/1"));
    CHECK_FALSE(form("video/x-h264"));
    CHECK_FALSE(cameraForm(nullptr, 640));
}

TEST_CASE("the media thread does its work in order, and drops what comes after its end")
{
    std::shared_ptr<MediaQueue> queue;
    std::vector<int> done;
    bool isOther = false;
    {
        MediaThread thread;
        queue = thread.queue();
        const auto here = std::this_thread::get_id();
        for (int i = 0; i < 100; ++i) {
            CHECK(queue->post([&, i] {
                done.push_back(i);
                isOther = std::this_thread::get_id() != here;
            }));
        }
        CHECK(queue->postAfter(std::chrono::hours(1), [] { std::abort(); }));
    }
    CHECK(done.size() == 100);
    CHECK(std::is_sorted(done.begin(), done.end()));
    CHECK(isOther);
    CHECK_FALSE(queue->post([] { std::abort(); }));
}
