// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The packets of a still, held apart. Only ever looked at from below: a busy machine makes them later still.
#include "call/media_recorder.h"
#include "call/still_pacer.h"
#include "support/catch.h"

#include <array>
#include <mutex>
#include <optional>
#include <vector>

using namespace chevet;
using namespace chevet::call;

namespace {

struct Packets
{
    struct One
    {
        gint64 micros = 0;
        std::size_t bytes = 0;
        unsigned number = 0;
    };
    std::mutex mutex;
    std::vector<One> all;
};

void take(GstElement*, GstBuffer* buffer, GstPad*, gpointer packets)
{
    auto& to = *static_cast<Packets*>(packets);
    std::array<guint8, 4> head{};
    gst_buffer_extract(buffer, 0, head.data(), head.size());
    const std::scoped_lock lock(to.mutex);
    to.all.push_back({g_get_monotonic_time(), gst_buffer_get_size(buffer),
                      static_cast<unsigned>(head[2]) * 256 + head[3]});
}

/// A still of many packets through a pacer.
class Still
{
public:
    Still()
    {
        REQUIRE(startMedia());
        m_pipeline.reset(gst_parse_launch(
            "videotestsrc num-buffers=1 pattern=snow ! video/x-raw,width=320,height=240 ! vp8enc "
            "target-bitrate=4000000 deadline=1 ! rtpvp8pay mtu=1200 ! capsfilter name=form ! fakesink "
            "name=sink "
            "sync=false signal-handoffs=true",
            nullptr));
        const Held<GstElement> form(gst_bin_get_by_name(GST_BIN(m_pipeline.get()), "form"));
        const Held<GstElement> sink(gst_bin_get_by_name(GST_BIN(m_pipeline.get()), "sink"));
        const Held<GstPad> pad(gst_element_get_static_pad(form.get(), "src"));
        const Held<GstClock> clock(gst_system_clock_obtain());
        pacer.emplace(pad.get(), clock.get());
        g_signal_connect(sink.get(), "handoff", G_CALLBACK(take), &packets);
    }
    ~Still() { gst_element_set_state(m_pipeline.get(), GST_STATE_NULL); }
    Still(const Still&) = delete;
    Still& operator=(const Still&) = delete;

    void play() { gst_element_set_state(m_pipeline.get(), GST_STATE_PLAYING); }
    bool playToEnd()
    {
        play();
        const Held<GstBus> bus(gst_element_get_bus(m_pipeline.get()));
        const Held<GstMessage> message(gst_bus_timed_pop_filtered(
            bus.get(), 60 * GST_SECOND,
            static_cast<GstMessageType>(static_cast<unsigned>(GST_MESSAGE_EOS) |
                                        static_cast<unsigned>(GST_MESSAGE_ERROR))));
        return message != nullptr && GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_EOS;
    }

    Packets packets;
    std::optional<StillPacer> pacer;

private:
    Held<GstElement> m_pipeline;
};

bool areWholeAndInOrder(const Packets& packets)
{
    for (std::size_t i = 1; i < packets.all.size(); ++i) {
        if (packets.all[i].number != (packets.all[i - 1].number + 1) % 65'536) {
            return false;
        }
    }
    return packets.all.size() > 5;
}

} // namespace

TEST_CASE("the packets of a still leave at its pace, whole and in order")
{
    constexpr int pace = 400'000;
    Still still;
    still.pacer->setPace(pace);
    REQUIRE(still.playToEnd());
    REQUIRE(areWholeAndInOrder(still.packets));
    std::size_t bytes = 0;
    for (std::size_t i = 0; i + 1 < still.packets.all.size(); ++i) {
        bytes += still.packets.all[i].bytes;
    }
    const auto took = still.packets.all.back().micros - still.packets.all.front().micros;
    CHECK(took >= static_cast<gint64>(bytes) * 8 * 1'000'000 / pace * 9 / 10);
}

TEST_CASE("without a pace they leave as they come, and none is lost")
{
    Still still;
    REQUIRE(still.playToEnd());
    CHECK(areWholeAndInOrder(still.packets));
}

TEST_CASE("a pacer that goes lets its packets go")
{
    Still still;
    still.pacer->setPace(100); // the second one would wait for a minute and a half
    still.play();
    REQUIRE(chevet::test::waitFor([&] {
        const std::scoped_lock lock(still.packets.mutex);
        return !still.packets.all.empty();
    }));
    still.pacer.reset();
    CHECK(still.playToEnd());
    CHECK(areWholeAndInOrder(still.packets));
}
