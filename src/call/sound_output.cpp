// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/sound_output.h"

#include <atomic>
#include <cstdlib>
#include <gst/app/gstappsrc.h>

namespace chevet::call {
namespace {

constexpr const char* form = "audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved";
constexpr GstClockTimeDiff largestSlip = 80 * GST_MSECOND;

/// Echo probes are found by name in the whole process.
std::string nextProbeName()
{
    static std::atomic<int> count = 0;
    return "chevet-echo-" + std::to_string(++count);
}

Result<Held<GstElement>> sinkElement(const CaptureSurroundings& around, const SoundOutput& output)
{
    if (output.to == SoundTo::Loudspeaker && around.devices != nullptr) {
        if (auto sink = around.devices->element(DeviceKind::Loudspeaker, output.id)) {
            return sink;
        }
    }
    auto sink = makeElement("fakesink");
    if (sink) {
        g_object_set(sink->get(), "sync", TRUE, "async", FALSE, nullptr);
    }
    return sink;
}

} // namespace

SoundVoice::SoundVoice(Held<GstElement> source, SharedTime time)
    : m_source(std::move(source)), m_time(std::move(time))
{}

void SoundVoice::play(GstBuffer* buffer)
{
    if (!GST_BUFFER_PTS_IS_VALID(buffer)) {
        return;
    }
    const auto now = static_cast<GstClockTimeDiff>(m_time.now());
    const auto pts = static_cast<GstClockTimeDiff>(GST_BUFFER_PTS(buffer));
    if (!m_hasOffset || std::llabs(pts + m_offset - now) > largestSlip) {
        m_offset = now - pts;
        m_hasOffset = true;
    }
    auto* moved = gst_buffer_copy(buffer); // its samples are shared
    GST_BUFFER_PTS(moved) = static_cast<GstClockTime>(pts + m_offset);
    GST_BUFFER_DTS(moved) = GST_CLOCK_TIME_NONE;
    gst_app_src_push_buffer(GST_APP_SRC(m_source.get()), moved);
}

SoundOutputPipeline::SoundOutputPipeline(CaptureSurroundings around, const SoundOutput& output)
    : m_around(std::move(around))
{
    if (!run(output) && output.to != SoundTo::Nowhere) {
        (void)run({SoundTo::Nowhere, {}, false});
    }
}

SoundOutputPipeline::~SoundOutputPipeline()
{
    while (!m_places.empty()) {
        removeVoice(m_places.begin()->first);
    }
}

Result<void> SoundOutputPipeline::run(const SoundOutput& output)
{
    m_echoProbe.clear();
    m_pipeline.reset();
    const bool cancels = output.cancelsEcho && hasElement("webrtcdsp") && hasElement("webrtcechoprobe");
    const auto probe = cancels ? nextProbeName() : std::string();
    auto pipeline = std::make_unique<MediaPipeline>(
        m_around.time, m_around.context, [this](PipelineEnd, const Error&) { m_pipeline.reset(); });
    auto sink = sinkElement(m_around, output);
    if (!sink) {
        return failAs(sink);
    }
    const auto mixer =
        pipeline->add(std::string("audiotestsrc is-live=true wave=silence samplesperbuffer=480 ! ") + form +
                      " ! queue max-size-time=200000000 ! audiomixer name=mixer latency=40000000 ! " + form +
                      " ! audioconvert ! audioresample ! " + form +
                      (cancels ? " ! webrtcechoprobe name=" + probe : std::string()) +
                      " ! queue ! audioconvert ! audioresample");
    if (!mixer) {
        return failAs(mixer);
    }
    auto* to = sink->get();
    pipeline->add(*sink);
    if (gst_element_link(*mixer, to) == FALSE) {
        return fail(ErrorCode::Internal, "sound output");
    }
    CHEVET_TRY(pipeline->play());
    m_pipeline = std::move(pipeline);
    m_echoProbe = probe;
    return {};
}

std::shared_ptr<SoundVoice> SoundOutputPipeline::addVoice(PeerNumber peer)
{
    const auto mixer = m_pipeline == nullptr ? nullptr : m_pipeline->find("mixer");
    auto source = makeElement("appsrc");
    if (mixer == nullptr || !source) {
        return nullptr;
    }
    const Held<GstCaps> caps(gst_caps_from_string(form));
    g_object_set(source->get(), "is-live", TRUE, "format", GST_FORMAT_TIME, "caps", caps.get(), "min-latency",
                 gint64(0), "max-latency", gint64(-1), "max-time", guint64(500 * GST_MSECOND), "leaky-type",
                 GST_APP_LEAKY_TYPE_DOWNSTREAM, nullptr);
    const Held<GstObject> inside(gst_element_get_parent(mixer.get()));
    gst_bin_add(GST_BIN(inside.get()), source->get());
    Place place;
    place.mixerPad.reset(gst_element_request_pad_simple(mixer.get(), "sink_%u"));
    const Held<GstPad> out(gst_element_get_static_pad(source->get(), "src"));
    gst_pad_link(out.get(), place.mixerPad.get());
    gst_element_sync_state_with_parent(source->get()); // after the link, or the first sound is lost
    place.source = holdAnother(source->get());
    m_places[peer] = std::move(place);
    return std::make_shared<SoundVoice>(std::move(*source), m_around.time);
}

void SoundOutputPipeline::removeVoice(PeerNumber peer)
{
    const auto at = m_places.find(peer);
    if (at == m_places.end()) {
        return;
    }
    auto* source = at->second.source.get();
    gst_element_set_locked_state(source, TRUE);
    gst_element_set_state(source, GST_STATE_NULL);
    const Held<GstObject> mixer(gst_pad_get_parent(at->second.mixerPad.get()));
    gst_element_release_request_pad(GST_ELEMENT(mixer.get()), at->second.mixerPad.get());
    const Held<GstObject> inside(gst_object_get_parent(GST_OBJECT(source)));
    if (inside != nullptr) {
        gst_bin_remove(GST_BIN(inside.get()), source);
    }
    m_places.erase(at);
}

} // namespace chevet::call
