// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer_hooks.h"

#include <algorithm>
#include <mutex>
#include <string_view>

namespace chevet::call {
namespace {

using Hooks = std::shared_ptr<PeerHooks>;
using WeakHooks = std::weak_ptr<PeerHooks>;

constexpr guint transportFeedback = 205;
constexpr guint transportWide = 15;

/// Calls `use` for each packet that passes.
template<class Use> GstPadProbeReturn forEachPacket(GstPadProbeInfo* info, Use use)
{
    if ((GST_PAD_PROBE_INFO_TYPE(info) & GST_PAD_PROBE_TYPE_BUFFER) != 0) {
        return use(GST_PAD_PROBE_INFO_BUFFER(info)) ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
    }
    GstBufferList* list = GST_PAD_PROBE_INFO_BUFFER_LIST(info);
    for (guint i = 0; i < gst_buffer_list_length(list); ++i) {
        use(gst_buffer_list_get(list, i));
    }
    return GST_PAD_PROBE_OK;
}

template<void (PeerHooks::*seen)(GstBuffer*)>
GstPadProbeReturn countPacket(GstPad*, GstPadProbeInfo* info, gpointer context)
{
    const auto hooks = static_cast<WeakHooks*>(context)->lock();
    if (hooks == nullptr) {
        return GST_PAD_PROBE_OK;
    }
    return forEachPacket(info, [&](GstBuffer* packet) {
        (hooks.get()->*seen)(packet);
        return true;
    });
}

GstPadProbeReturn limitPacket(GstPad*, GstPadProbeInfo* info, gpointer context)
{
    const auto hooks = static_cast<WeakHooks*>(context)->lock();
    if (hooks == nullptr) {
        return GST_PAD_PROBE_OK;
    }
    return forEachPacket(info, [&](GstBuffer* packet) { return hooks->mayLeave(packet); });
}

void addProbe(GstPad* pad, GstPadProbeCallback callback, const Hooks& hooks)
{
    const auto kinds = GstPadProbeType(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST);
    gst_pad_add_probe(pad, kinds, callback, new WeakHooks(hooks), deleteContext<WeakHooks>);
}

void onSessionPad(GstElement*, GstPad* pad, gpointer context)
{
    if (const auto hooks = static_cast<WeakHooks*>(context)->lock()) {
        hooks->sessionPadAdded(pad);
    }
}

void onElement(GstBin*, GstBin*, GstElement* element, gpointer context)
{
    const auto hooks = static_cast<WeakHooks*>(context)->lock();
    GstElementFactory* factory = gst_element_get_factory(element);
    if (hooks == nullptr || factory == nullptr) {
        return;
    }
    const std::string_view name = GST_OBJECT_NAME(factory);
    if (name == "rtpsession") {
        hooks->sessionAdded(element);
    } else if (name == "rtprtxsend") {
        hooks->retransmitterAdded(element);
    }
}

void onBuffer(GstElement*, GstElement* buffer, guint, guint32 source, gpointer context)
{
    if (const auto hooks = static_cast<WeakHooks*>(context)->lock()) {
        hooks->bufferAdded(buffer, source);
    }
}

/// on-feedback-rtcp as GObject calls it: session, type, format, two sources, body.
void onFeedback(GClosure* closure, GValue*, guint count, const GValue* values, gpointer, gpointer)
{
    const auto hooks = static_cast<WeakHooks*>(closure->data)->lock();
    if (hooks == nullptr || count < 6 || g_value_get_uint(values + 1) != transportFeedback ||
        g_value_get_uint(values + 2) != transportWide) {
        return;
    }
    if (auto* body = static_cast<GstBuffer*>(g_value_get_boxed(values + 5))) {
        hooks->feedbackCame(body);
    }
}

void releaseHooks(gpointer held, GClosure*)
{
    delete static_cast<WeakHooks*>(held);
}

/// Left alone, a session saves its early feedback for a second and more, and a lost packet is asked for too
/// late.
void applyToSession(GObject* session, const ReceivingSettings& settings)
{
    constexpr double roomForFeedback = 10e6; // bits a second; RTCP takes its twentieth of it
    const auto interval = std::chrono::nanoseconds(settings.feedbackInterval).count();
    g_object_set(session, "rtcp-min-interval", static_cast<guint64>(interval), "bandwidth", roomForFeedback,
                 nullptr);
    if (g_object_class_find_property(G_OBJECT_GET_CLASS(session), "rtcp-immediate-feedback-threshold") !=
        nullptr) {
        g_object_set(session, "rtcp-immediate-feedback-threshold", guint(100), nullptr);
    }
}

/// webrtcbin forgets do-retransmission when the streams share one transport. The first packet starts the
/// stream at once (faststart) instead of after the whole latency. Nothing is asked for again before it is
/// late: after thirty pictures a second a still half a second later would be given up, and thrown away when
/// it comes (rtx-next-seqnum).
void applyToBuffer(GstElement* buffer, bool isPicture, const ReceivingSettings& settings)
{
    const auto latency = isPicture ? settings.pictureLatency : settings.soundLatency;
    const gboolean repeats = isPicture || settings.repeatsSound ? TRUE : FALSE;
    g_object_set(buffer, "latency", static_cast<guint>(latency.count()), "do-retransmission", repeats,
                 "rtx-next-seqnum", FALSE, "faststart-min-packets", guint(1), "drop-on-latency", FALSE,
                 nullptr);
}

struct ReadMap
{
    GstMapInfo map{};
    GstBuffer* buffer;
    bool isMapped;
    explicit ReadMap(GstBuffer* from)
        : buffer(from), isMapped(gst_buffer_map(from, &map, GST_MAP_READ) == TRUE)
    {}
    ReadMap(const ReadMap&) = delete;
    ReadMap& operator=(const ReadMap&) = delete;
    ~ReadMap()
    {
        if (isMapped) {
            gst_buffer_unmap(buffer, &map);
        }
    }
    View view() const { return isMapped ? View(map.data, map.size) : View(); }
};

} // namespace

struct PeerHooks::State
{
    std::mutex mutex;
    ReceivingSettings receiving;
    std::vector<std::uint32_t> pictureSources;
    std::vector<Held<GObject>> sessions;
    struct Buffer
    {
        Held<GstElement> element;
        bool isPicture = false;
    };
    std::vector<Buffer> buffers;
};

PeerHooks::PeerHooks(const PeerSettings& settings, Tell tell)
    : m_tell(std::move(tell)), m_limit(settings.retransmission), m_state(std::make_shared<State>())
{
    m_state->receiving = settings.receiving;
}

std::vector<SignalHandler> PeerHooks::attach(GstElement* webrtcbin)
{
    const WeakHooks weak = weak_from_this();
    std::vector<SignalHandler> handlers;
    handlers.push_back(connectSignal(webrtcbin, "deep-element-added", onElement, weak));
    const Held<GstElement> rtpbin(gst_bin_get_by_name(GST_BIN(webrtcbin), "rtpbin"));
    handlers.push_back(connectSignal(rtpbin.get(), "new-jitterbuffer", onBuffer, weak));
    return handlers;
}

void PeerHooks::setPictureSources(std::vector<std::uint32_t> sources)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->pictureSources = std::move(sources);
}

void PeerHooks::setReceiving(const ReceivingSettings& settings)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->receiving = settings;
    for (const auto& session : m_state->sessions) {
        applyToSession(session.get(), settings);
    }
    for (const auto& buffer : m_state->buffers) {
        applyToBuffer(buffer.element.get(), buffer.isPicture, settings);
    }
}

void PeerHooks::sessionAdded(GstElement* session)
{
    GObject* raw = nullptr;
    g_object_get(session, "internal-session", &raw, nullptr);
    Held<GObject> internal(raw);
    const WeakHooks weak = weak_from_this();
    auto* feedback = g_closure_new_simple(sizeof(GClosure), new WeakHooks(weak));
    g_closure_add_finalize_notifier(feedback, feedback->data, releaseHooks);
    g_closure_set_marshal(feedback, onFeedback);
    g_signal_connect_closure(internal.get(), "on-feedback-rtcp", feedback, FALSE);
    g_signal_connect_data(session, "pad-added", G_CALLBACK(onSessionPad), new WeakHooks(weak), releaseHooks,
                          GConnectFlags(0));
    const std::scoped_lock lock(m_state->mutex);
    applyToSession(internal.get(), m_state->receiving);
    m_state->sessions.push_back(std::move(internal));
}

void PeerHooks::sessionPadAdded(GstPad* pad)
{
    const std::string_view name = GST_PAD_NAME(pad);
    if (name == "send_rtp_src") {
        addProbe(pad, countPacket<&PeerHooks::packetLeaves>, shared_from_this());
    } else if (name == "recv_rtp_sink") {
        addProbe(pad, countPacket<&PeerHooks::packetCame>, shared_from_this());
    }
}

void PeerHooks::retransmitterAdded(GstElement* element)
{
    const Held<GstPad> pad(gst_element_get_static_pad(element, "src"));
    addProbe(pad.get(), limitPacket, shared_from_this());
}

void PeerHooks::bufferAdded(GstElement* buffer, guint32 source)
{
    const std::scoped_lock lock(m_state->mutex);
    const auto& pictures = m_state->pictureSources;
    const bool isPicture = std::find(pictures.begin(), pictures.end(), source) != pictures.end();
    applyToBuffer(buffer, isPicture, m_state->receiving);
    m_state->buffers.push_back({holdAnother(buffer), isPicture});
}

void PeerHooks::feedbackCame(GstBuffer* body)
{
    const ReadMap map(body);
    const auto statuses = readFeedback(map.view());
    if (!statuses) {
        return; // damaged: the next one counts
    }
    FeedbackArrived feedback;
    feedback.nowMicroseconds = g_get_monotonic_time();
    feedback.packets = m_log.match(*statuses);
    m_tell(std::move(feedback));
}

void PeerHooks::packetLeaves(GstBuffer* packet)
{
    const auto size = gst_buffer_get_size(packet);
    m_counters.bytesSent += size;
    ++m_counters.packetsSent;
    const ReadMap map(packet);
    if (const auto number = transportNumber(map.view(), transportExtension)) {
        m_log.sent(*number, static_cast<std::uint32_t>(size), g_get_monotonic_time());
    }
}

void PeerHooks::packetCame(GstBuffer* packet)
{
    m_counters.bytesReceived += gst_buffer_get_size(packet);
}

bool PeerHooks::mayLeave(GstBuffer* packet)
{
    std::uint8_t head[2] = {};
    if (gst_buffer_extract(packet, 0, head, sizeof head) != sizeof head ||
        (head[1] & 0x7f) != m_retransmissionType) {
        return true;
    }
    const auto now = std::chrono::microseconds(g_get_monotonic_time());
    if (m_limit != nullptr && !m_limit->allows(gst_buffer_get_size(packet), now)) {
        ++m_counters.repeatsWithheld;
        return false;
    }
    ++m_counters.packetsRepeated;
    return true;
}

} // namespace chevet::call
