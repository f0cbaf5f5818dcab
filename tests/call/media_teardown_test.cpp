// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Set up and torn down again and again: nothing stays behind (GStreamer's own count of living objects:
// GST_TRACERS=leaks).
#include "call/media_call.h"
#include "call/media_content.h"
#include "call/media_inside.h"
#include "support/catch.h"
#include "support/long_run.h"
#include "support/program_run.h"
#include "support/temporary_folder.h"

#include <filesystem>
#include <fstream>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

namespace {

std::size_t entries(const char* folder)
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        count += entry.path().empty() ? 0 : 1;
    }
    return count;
}

void oneCall(MediaEngine& engine, MediaRecorder& recorder, PeerNumber number)
{
    recorder.forget();
    MediaCall call(engine, recorder, number);
    CHECK(waitFor([&] { return isBlue(call.slot->take()) && isRed(call.answerer().picture()); }));
    engine.removePeer(number);
    recorder.also = nullptr;
}

} // namespace

/// Run by the test below as a process of its own: GStreamer counts its living objects when it is ended for
/// good.
TEST_CASE("calls that are counted", "[.counted]")
{
    enterOwnNetwork();
    MediaRecorder recorder;
    {
        auto engine = MediaEngine::start(recorder);
        REQUIRE(engine);
        (*engine)->startCapture(testCapture());
        for (PeerNumber number = 1; number <= 3; ++number) { // what is made once is made
            oneCall(**engine, recorder, number);
        }
        const auto threads = entries("/proc/self/task");
        const auto descriptors = entries("/proc/self/fd");
        for (int i = 0; i < scaled(20, 200); ++i) {
            oneCall(**engine, recorder, PeerNumber(i) + 4);
        }
        CHECK(waitFor([&] { return entries("/proc/self/task") <= threads; }));
        CHECK(waitFor([&] { return entries("/proc/self/fd") <= descriptors; }));
        (*engine)->listDevices();
        CHECK(recorder.wait<DevicesListed>());
    }
    gst_deinit();
}

TEST_CASE("twenty calls leave no thread, no descriptor and no object behind")
{
    TemporaryFolder folder;
    const auto file = folder.path() / "objects.txt";
    const auto run =
        runProgram(std::filesystem::read_symlink("/proc/self/exe").string(), {"calls that are counted"},
                   {{},
                    {{"GST_TRACERS", "leaks"},
                     {"GST_DEBUG", "GST_TRACER:7"},
                     {"GST_DEBUG_FILE", file.string()},
                     {"GST_DEBUG_NO_COLOR", "1"},
                     {"CHEVET_LONG", isLongRun() ? "1" : "0"}}});
    INFO(run.out << run.err);
    CHECK(run.code == 0);
    std::ifstream log(file);
    // GStreamer 1.22's own: one agent with the certificate lives as long as the process, and a latency query
    // is lost now and then when a pipeline ends while it asks (3 in 23 calls were seen); no object hangs on
    // either.
    const auto isKnown = [](const std::string& line) {
        return line.find("(string)GstDtlsAgent") != std::string::npos ||
               line.find("description=(string)latency query") != std::string::npos;
    };
    std::string left;
    bool isTraced = false;
    for (std::string line; std::getline(log, line);) {
        isTraced = isTraced || line.find("GST_TRACER") != std::string::npos;
        const auto at = line.find("object-alive, type-name=(string)Gst");
        if (at != std::string::npos && !isKnown(line)) {
            left += line.substr(at) + "\n";
        }
    }
    CHECK(isTraced);
    CHECK(left.empty());
}

TEST_CASE("the end of a peer in the middle of everything blocks neither the camera nor the engine")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    for (PeerNumber number = 1; number <= 10; ++number) {
        engine->addPeer(number, {}); // before the offer, before an answer, while it is being made
        if (number % 2 == 0) {
            recorder.wait<OfferMade>([&](const OfferMade& made) { return made.peer == number; });
        }
        engine->removePeer(number);
        engine->acceptAnswer(number, "v=0\r\n"); // for one that has gone: nothing
        engine->addCandidate(number, "candidate:1 1 UDP 1 10.77.1.9 5 typ host", 0);
    }
    const auto before = engine->ownPicture()->count();
    CHECK(waitFor([&] { return engine->ownPicture()->count() > before + 10; }));
    MediaCall call(*engine, recorder, 99);
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
}

TEST_CASE("the engine may end in the middle of a call")
{
    MediaRecorder recorder;
    std::unique_ptr<MediaCall> call;
    {
        const auto engine = startEngine(recorder);
        call = std::make_unique<MediaCall>(*engine, recorder, 1);
        CHECK(waitFor([&] { return isBlue(call->slot->take()); }));
        recorder.also = nullptr;
        call->lose();
    }
    CHECK(recorder.count<OfferMade>() == 1);
}
