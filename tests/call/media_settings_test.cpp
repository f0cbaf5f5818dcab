// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings without which a call on a bad line fails, each looked for where it must stand, and what they
// do when packets are lost.
#include "call/media_call.h"
#include "call/media_content.h"
#include "call/media_inside.h"
#include "support/catch.h"

#include <set>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

namespace {

class CountingLimit final : public RetransmissionLimit
{
public:
    explicit CountingLimit(bool allowing) : m_allows(allowing) {}
    bool allows(std::size_t bytes, std::chrono::microseconds now) override
    {
        asked += bytes > 0 && now.count() > 0 ? 1 : 0;
        return m_allows;
    }
    std::atomic<int> asked = 0;

private:
    bool m_allows;
};

/// Asked for and come again, in the buffer that waits this long: the picture's 500 ms, the sound's 300.
struct Repeats
{
    guint64 asked = 0;
    guint64 come = 0;
};

Repeats repeatsOf(MediaEngine& engine, guint latency)
{
    Repeats repeats;
    lookInside(engine, 1, [&](GstBin* bin) {
        forEachElement(bin, "rtpjitterbuffer", [&](GstElement* buffer) {
            if (numberOf<guint>(buffer, "latency") != latency) {
                return;
            }
            const Held<GstStructure> stats(numberOf<GstStructure*>(buffer, "stats"));
            guint64 asked = 0;
            guint64 come = 0;
            gst_structure_get_uint64(stats.get(), "rtx-count", &asked);
            gst_structure_get_uint64(stats.get(), "rtx-success-count", &come);
            repeats.asked += asked;
            repeats.come += come;
        });
    });
    return repeats;
}

} // namespace

TEST_CASE("each stream waits as long as is set for it, starts at once and asks for what is lost")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    PeerSettings settings;
    settings.receiving.pictureLatency = std::chrono::milliseconds(480);
    settings.receiving.soundLatency = std::chrono::milliseconds(280);
    settings.receiving.feedbackInterval = std::chrono::milliseconds(40);
    MediaCall call(*engine, recorder, 1, settings);
    recorder.sound(4'800);
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));

    std::multiset<guint> latencies;
    int sessions = 0;
    lookInside(*engine, 1, [&](GstBin* bin) {
        forEachElement(bin, "rtpjitterbuffer", [&](GstElement* buffer) {
            latencies.insert(numberOf<guint>(buffer, "latency"));
            CHECK(numberOf<gboolean>(buffer, "do-retransmission") == TRUE);
            CHECK(numberOf<gboolean>(buffer, "rtx-next-seqnum") == FALSE);
            CHECK(numberOf<guint>(buffer, "faststart-min-packets") == 1);
            CHECK(numberOf<gboolean>(buffer, "drop-on-latency") == FALSE);
        });
        forEachElement(bin, "rtpsession", [&](GstElement* session) {
            const Held<GObject> internal(numberOf<GObject*>(session, "internal-session"));
            CHECK(numberOf<guint64>(internal.get(), "rtcp-min-interval") == 40 * GST_MSECOND);
            CHECK(numberOf<gdouble>(internal.get(), "bandwidth") == Approx(10e6));
            ++sessions;
        });
    });
    CHECK(latencies == std::multiset<guint>{280, 480});
    CHECK(sessions >= 1);

    auto thin = settings.receiving;
    thin.feedbackInterval = std::chrono::milliseconds(200);
    thin.repeatsSound = false;
    engine->setReceiving(1, thin);
    int without = 0;
    lookInside(*engine, 1, [&](GstBin* bin) {
        forEachElement(bin, "rtpjitterbuffer", [&](GstElement* buffer) {
            without += numberOf<gboolean>(buffer, "do-retransmission") == FALSE ? 1 : 0;
        });
    });
    CHECK(without == 1);
}

TEST_CASE("encoder and decoder have one thread, and nothing stamps the times anew")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    lookInside(*engine, 1, [&](GstBin* bin) {
        int coders = 0;
        for (const char* factory : {"vp8enc", "vp8dec"}) {
            forEachElement(bin, factory, [&](GstElement* coder) {
                ++coders;
                CHECK((std::string_view(factory) == "vp8enc" ? numberOf<gint>(coder, "threads")
                                                             : gint(numberOf<guint>(coder, "threads"))) == 1);
            });
        }
        CHECK(coders == 2);
        int sources = 0;
        forEachElement(bin, "appsrc", [&](GstElement* source) {
            const std::string_view name = GST_OBJECT_NAME(source);
            sources += name == "pictures" || name == "sounds" ? 1 : 0; // the third is webrtcbin's own
            CHECK(numberOf<gboolean>(source, "do-timestamp") == FALSE);
        });
        CHECK(sources == 2);
        // The clock is the same object for all, and nobody moves the zero.
        const Held<GstClock> clock(gst_element_get_clock(GST_ELEMENT(bin)));
        const Held<GstClock> system(gst_system_clock_obtain());
        CHECK(clock == system);
        CHECK(gst_element_get_start_time(GST_ELEMENT(bin)) == GST_CLOCK_TIME_NONE);
    });
    // The picture's time is that of its capture: not before the beginning and not in the future.
    const auto frame = engine->ownPicture()->take();
    CHECK(frame.ptsNanoseconds > 0);
}

TEST_CASE("what is lost on the way in is asked for again and comes again")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    recorder.sound(4'800);
    lookInside(*engine, 1, [](GstBin* bin) { loseEveryTenth(bin, "nicesrc", "src"); });
    CHECK(waitFor([&] { return repeatsOf(*engine, 500).come >= 3; }));
    CHECK(waitFor([&] { return repeatsOf(*engine, 300).asked >= 3; })); // the sound as well
    const auto before = call.slot->count();
    CHECK(waitFor([&] { return call.slot->count() > before + 30; }));
    CHECK(isBlue(call.slot->take()));
}

TEST_CASE("what is lost on the way out is sent again as far as the limit allows")
{
    const bool isAllowed = GENERATE(true, false);
    CAPTURE(isAllowed);
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    PeerSettings settings;
    const auto limit = std::make_shared<CountingLimit>(isAllowed);
    settings.retransmission = limit;
    MediaCall call(*engine, recorder, 1, settings);
    CHECK(waitFor([&] { return isRed(call.answerer().picture()); }));
    lookInside(*engine, 1, [](GstBin* bin) { loseEveryTenth(bin, "nicesink", "sink"); });
    PeerStatistics now;
    CHECK(waitFor([&] {
        now = statistics(*engine, recorder);
        return (isAllowed ? now.packetsRepeated : now.repeatsWithheld) >= 3;
    }));
    CHECK((isAllowed ? now.repeatsWithheld : now.packetsRepeated) == 0);
    CHECK(limit->asked >= 3);
    // What did not arrive is told, packet by packet.
    CHECK(recorder.wait<FeedbackArrived>([](const FeedbackArrived& feedback) {
        return std::any_of(feedback.packets.begin(), feedback.packets.end(),
                           [](const PacketSeen& packet) { return !packet.arrivedMicroseconds; });
    }));
}

TEST_CASE("a line that is cut and comes back shows the picture again by itself")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    MediaCall call(*engine, recorder, 1);
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
    auto cut = std::make_shared<std::atomic<bool>>(true);
    lookInside(*engine, 1, [&](GstBin* bin) {
        forEachElement(bin, "nicesrc", [&](GstElement* element) {
            const Held<GstPad> pad(gst_element_get_static_pad(element, "src"));
            const auto lose = [](GstPad*, GstPadProbeInfo*, gpointer is) {
                return static_cast<std::shared_ptr<std::atomic<bool>>*>(is)->get()->load()
                           ? GST_PAD_PROBE_DROP
                           : GST_PAD_PROBE_OK;
            };
            gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_BUFFER, lose,
                              new std::shared_ptr<std::atomic<bool>>(cut),
                              deleteContext<std::shared_ptr<std::atomic<bool>>>);
        });
    });
    // The watchdog's number stands still: three askings in a row give the same.
    CHECK(waitFor([&] {
        const auto first = statistics(*engine, recorder).picturesDecoded;
        const auto sound = recorder.count<PeerStatistics>();
        for (int i = 0; i < 30; ++i) {
            if (statistics(*engine, recorder).picturesDecoded != first) {
                return false;
            }
        }
        return sound > 0;
    }));
    *cut = false;
    const auto before = call.slot->count();
    CHECK(waitFor([&] { return call.slot->count() > before + 10; }));
}
