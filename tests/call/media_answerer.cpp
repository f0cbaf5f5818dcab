// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_answerer.h"

#include "call/frame_sample.h"
#include "call/media_handles.h"
#include "call/media_recorder.h"

#include <gst/app/gstappsink.h>
#include <gst/gst.h>
#include <gst/sdp/sdp.h>
#include <gst/webrtc/webrtc.h>
#include <mutex>
#include <stdexcept>

namespace chevet::test {

using call::Held;

struct Answerer::Inside
{
    Held<GstElement> pipeline;
    Held<GstElement> webrtc;
    std::function<void(std::string)> answered;
    std::function<void(std::string, unsigned)> candidate;
    call::FrameSlot slot;
    mutable std::mutex mutex;
    std::vector<std::int16_t> sound;
    std::vector<Bytes> messages;
    Held<GObject> channel;
};

namespace {

constexpr const char* receivingPicture =
    "queue ! rtpvp8depay request-keyframe=true wait-for-keyframe=true ! vp8dec threads=1 ! videoconvert ! "
    "video/x-raw,format=BGRx ! appsink name=picture sync=false async=false";
constexpr const char* receivingSound =
    "queue ! rtpopusdepay ! opusdec ! audioconvert ! audioresample ! "
    "audio/x-raw,format=S16LE,rate=48000,channels=1 ! appsink name=sound sync=false async=false";

const std::string extension =
    "(string)\"http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01\"";

std::string sending(const AnswererSettings& settings)
{
    return "videotestsrc is-live=true pattern=" + settings.pattern +
           " ! capsfilter name=pace caps=video/x-raw,width=320,height=240,framerate=15/1 ! vp8enc deadline=1 "
           "threads=1 "
           "target-bitrate=300000 ! rtpvp8pay pt=96 picture-id-mode=15-bit ! "
           "application/x-rtp,media=video,encoding-name=VP8,payload=96,rtcp-fb-transport-cc=(boolean)true,"
           "rtcp-fb-nack=(boolean)true,rtcp-fb-nack-pli=(boolean)true,extmap-3=" +
           extension +
           " ! rtc.sink_0 audiotestsrc "
           "is-live=true "
           "samplesperbuffer=480 volume=0.4 freq=" +
           std::to_string(settings.toneHertz) +
           " ! audioconvert ! audioresample ! opusenc ! rtpopuspay pt=111 ! "
           "application/x-rtp,media=audio,encoding-name=OPUS,payload=111,encoding-params=(string)2,"
           "rtcp-fb-transport-cc=(boolean)true,extmap-3=" +
           extension +
           " ! rtc.sink_1 "
           "webrtcbin name=rtc bundle-policy=max-bundle";
}

GstFlowReturn onSample(GstAppSink* sink, gpointer function)
{
    const Held<GstSample> sample(gst_app_sink_pull_sample(sink));
    if (sample != nullptr) {
        (*static_cast<std::function<void(GstSample*)>*>(function))(sample.get());
    }
    return GST_FLOW_OK;
}

void addBranch(GstBin* pipeline, GstPad* pad, const char* description, const char* sink,
               std::function<void(GstSample*)> taken)
{
    auto* branch = gst_parse_bin_from_description(description, TRUE, nullptr);
    gst_bin_add(pipeline, branch);
    const Held<GstElement> end(gst_bin_get_by_name(GST_BIN(branch), sink));
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = onSample;
    gst_app_sink_set_callbacks(GST_APP_SINK(end.get()), &callbacks,
                               new std::function<void(GstSample*)>(std::move(taken)),
                               call::deleteContext<std::function<void(GstSample*)>>);
    const Held<GstPad> in(gst_element_get_static_pad(branch, "sink"));
    gst_pad_link(pad, in.get());
    gst_element_sync_state_with_parent(branch);
}

} // namespace

Answerer::Answerer(const AnswererSettings& settings, std::function<void(std::string)> answered,
                   std::function<void(std::string, unsigned)> candidate)
    : m_inside(std::make_shared<Inside>())
{
    using Self = std::shared_ptr<Inside>;
    m_inside->answered = std::move(answered);
    m_inside->candidate = std::move(candidate);
    auto* pipeline = gst_parse_launch(sending(settings).c_str(), nullptr);
    if (pipeline == nullptr) {
        throw std::runtime_error("no answerer");
    }
    m_inside->pipeline.reset(GST_ELEMENT(gst_object_ref_sink(pipeline)));
    m_inside->webrtc.reset(gst_bin_get_by_name(GST_BIN(pipeline), "rtc"));
    auto* webrtc = m_inside->webrtc.get();
    const auto release = [](gpointer held, GClosure*) { delete static_cast<Self*>(held); };
    const auto connect = [&](const char* signal, GCallback function) {
        g_signal_connect_data(webrtc, signal, function, new Self(m_inside), release, GConnectFlags(0));
    };
    connect("on-ice-candidate", G_CALLBACK(+[](GstElement*, guint line, gchar* text, gpointer self) {
                (*static_cast<Self*>(self))->candidate(text, line);
            }));
    connect("pad-added", G_CALLBACK(+[](GstElement* element, GstPad* pad, gpointer context) {
                if (GST_PAD_DIRECTION(pad) != GST_PAD_SRC) {
                    return;
                }
                const Self self = *static_cast<Self*>(context);
                const Held<GstCaps> caps(gst_pad_get_current_caps(pad));
                const bool isSound =
                    g_strcmp0(gst_structure_get_string(gst_caps_get_structure(caps.get(), 0), "media"),
                              "audio") == 0;
                const Held<GstObject> parent(gst_object_get_parent(GST_OBJECT(element)));
                if (!isSound) {
                    addBranch(GST_BIN(parent.get()), pad, receivingPicture, "picture",
                              [self](GstSample* sample) {
                                  if (auto frame = call::frameOf(sample)) {
                                      self->slot.put(std::move(*frame));
                                  }
                              });
                    return;
                }
                addBranch(GST_BIN(parent.get()), pad, receivingSound, "sound", [self](GstSample* sample) {
                    GstMapInfo map;
                    GstBuffer* buffer = gst_sample_get_buffer(sample);
                    gst_buffer_map(buffer, &map, GST_MAP_READ);
                    const auto* from = reinterpret_cast<const std::int16_t*>(map.data);
                    {
                        const std::scoped_lock lock(self->mutex);
                        self->sound.insert(self->sound.end(), from, from + map.size / 2);
                    }
                    gst_buffer_unmap(buffer, &map);
                });
            }));
    connect("on-data-channel", G_CALLBACK(+[](GstElement*, GObject* channel, gpointer context) {
                const Self self = *static_cast<Self*>(context);
                const std::scoped_lock lock(self->mutex);
                self->channel = call::holdAnother(channel);
                g_signal_connect_data(
                    channel, "on-message-data", G_CALLBACK(+[](GObject*, GBytes* bytes, gpointer to) {
                        const Self there = *static_cast<Self*>(to);
                        gsize size = 0;
                        const auto* data = static_cast<const std::uint8_t*>(g_bytes_get_data(bytes, &size));
                        const std::scoped_lock inner(there->mutex);
                        there->messages.emplace_back(data, data + size);
                    }),
                    new Self(self), [](gpointer held, GClosure*) { delete static_cast<Self*>(held); },
                    GConnectFlags(0));
            }));
    const Held<GstElement> rtpbin(gst_bin_get_by_name(GST_BIN(webrtc), "rtpbin"));
    g_signal_connect(rtpbin.get(), "new-jitterbuffer",
                     G_CALLBACK(+[](GstElement* bin, GstElement* buffer, guint session, guint, gpointer) {
                         g_object_set(buffer, "do-retransmission", TRUE, "rtx-next-seqnum", FALSE, nullptr);
                         GObject* internal = nullptr;
                         g_signal_emit_by_name(bin, "get-internal-session", session, &internal);
                         g_object_set(internal, "rtcp-min-interval", guint64(50 * GST_MSECOND), "bandwidth",
                                      1e7, nullptr);
                         g_object_unref(internal);
                     }),
                     nullptr);
    const Held<GstBus> bus(gst_element_get_bus(pipeline));
    gst_bus_set_sync_handler(
        bus.get(),
        [](GstBus*, GstMessage* message, gpointer bin) {
            if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_LATENCY) {
                gst_element_call_async(
                    GST_ELEMENT(bin),
                    [](GstElement* whole, gpointer) { gst_bin_recalculate_latency(GST_BIN(whole)); }, nullptr,
                    nullptr);
            }
            gst_message_unref(message);
            return GST_BUS_DROP;
        },
        pipeline, nullptr);
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
}

Answerer::~Answerer()
{
    {
        const std::scoped_lock lock(m_inside->mutex);
        if (m_inside->channel != nullptr) {
            g_signal_handlers_disconnect_matched(
                m_inside->channel.get(), G_SIGNAL_MATCH_ID,
                g_signal_lookup("on-message-data", G_OBJECT_TYPE(m_inside->channel.get())), 0, nullptr,
                nullptr, nullptr);
        }
        m_inside->channel.reset();
    }
    for (const char* signal : {"on-ice-candidate", "pad-added", "on-data-channel"}) {
        // Each handler holds what it needs; this breaks the ring.
        g_signal_handlers_disconnect_matched(m_inside->webrtc.get(), G_SIGNAL_MATCH_ID,
                                             g_signal_lookup(signal, G_OBJECT_TYPE(m_inside->webrtc.get())),
                                             0, nullptr, nullptr, nullptr);
    }
    gst_element_set_state(m_inside->pipeline.get(), GST_STATE_NULL);
    m_inside->webrtc.reset();
    m_inside->pipeline.reset();
}

void Answerer::slowDown()
{
    const Held<GstElement> pace(gst_bin_get_by_name(GST_BIN(m_inside->pipeline.get()), "pace"));
    const Held<GstCaps> caps(gst_caps_from_string("video/x-raw,width=320,height=240,framerate=1/1"));
    g_object_set(pace.get(), "caps", caps.get(), nullptr);
}

void Answerer::takeOffer(const std::string& sdp)
{
    auto* webrtc = m_inside->webrtc.get();
    // Without the caps of its own streams the answer would not name them.
    waitFor([&] {
        const Held<GstPad> picture(gst_element_get_static_pad(webrtc, "sink_0"));
        const Held<GstPad> sound(gst_element_get_static_pad(webrtc, "sink_1"));
        const Held<GstCaps> first(gst_pad_get_current_caps(picture.get()));
        const Held<GstCaps> second(gst_pad_get_current_caps(sound.get()));
        return first != nullptr && second != nullptr;
    });
    GstSDPMessage* message = nullptr;
    gst_sdp_message_new_from_text(sdp.c_str(), &message);
    auto* offer = gst_webrtc_session_description_new(GST_WEBRTC_SDP_TYPE_OFFER, message);
    GstPromise* promise = gst_promise_new();
    g_signal_emit_by_name(webrtc, "set-remote-description", offer, promise);
    gst_promise_wait(promise);
    gst_promise_unref(promise);
    gst_webrtc_session_description_free(offer);

    GArray* transceivers = nullptr;
    g_signal_emit_by_name(webrtc, "get-transceivers", &transceivers);
    for (guint i = 0; i < transceivers->len; ++i) {
        g_object_set(g_array_index(transceivers, GstWebRTCRTPTransceiver*, i), "do-nack", TRUE, nullptr);
    }
    g_array_unref(transceivers);
    promise = gst_promise_new();
    g_signal_emit_by_name(webrtc, "create-answer", nullptr, promise);
    gst_promise_wait(promise);
    GstWebRTCSessionDescription* answer = nullptr;
    gst_structure_get(gst_promise_get_reply(promise), "answer", GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &answer,
                      nullptr);
    gst_promise_unref(promise);
    promise = gst_promise_new();
    g_signal_emit_by_name(webrtc, "set-local-description", answer, promise);
    gst_promise_wait(promise);
    gst_promise_unref(promise);
    const auto text = call::takeText(gst_sdp_message_as_text(answer->sdp));
    gst_webrtc_session_description_free(answer);
    m_inside->answered(text);
}

void Answerer::takeCandidate(const std::string& line, unsigned mediaLine)
{
    if (!line.empty()) {
        g_signal_emit_by_name(m_inside->webrtc.get(), "add-ice-candidate", guint(mediaLine), line.c_str());
    }
}

void Answerer::send(View bytes)
{
    const std::scoped_lock lock(m_inside->mutex);
    GBytes* message = g_bytes_new(bytes.data(), bytes.size());
    g_signal_emit_by_name(m_inside->channel.get(), "send-data", message);
    g_bytes_unref(message);
}

void Answerer::sendText(const std::string& text)
{
    const std::scoped_lock lock(m_inside->mutex);
    g_signal_emit_by_name(m_inside->channel.get(), "send-string", text.c_str());
}

call::Frame Answerer::picture() const
{
    return m_inside->slot.take();
}

std::uint64_t Answerer::pictures() const
{
    return m_inside->slot.count();
}

std::vector<std::int16_t> Answerer::sound(std::size_t samples) const
{
    const std::scoped_lock lock(m_inside->mutex);
    const auto& all = m_inside->sound;
    const auto from = all.size() > samples ? all.size() - samples : 0;
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.end()};
}

std::vector<Bytes> Answerer::messages() const
{
    const std::scoped_lock lock(m_inside->mutex);
    return m_inside->messages;
}

} // namespace chevet::test
