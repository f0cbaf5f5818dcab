// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer.h"

#include <algorithm>
#include <gst/webrtc/webrtc.h>

namespace chevet::call {
namespace {

struct Reading
{
    PeerStatistics statistics;
    std::vector<std::string> pair; ///< the ids of both ends in use
    std::vector<std::pair<std::string, PathKind>> candidates;
};

PathKind pathKind(const char* type)
{
    const std::string_view name = type == nullptr ? "" : type;
    if (name == "host") {
        return PathKind::Direct;
    }
    if (name == "srflx" || name == "prflx") {
        return PathKind::Reflexive;
    }
    return name == "relay" ? PathKind::Relayed : PathKind::Unknown;
}

/// The kinds in webrtcbin's statistics are wrong when streams share a transport, so the worst value of all is
/// taken.
void readReport(const GstStructure* report, PeerStatistics& statistics)
{
    double value = 0;
    if (gst_structure_get_double(report, "fraction-lost", &value) == TRUE) {
        statistics.lossThere = std::max(statistics.lossThere.value_or(0), value);
    }
    if (gst_structure_get_double(report, "round-trip-time", &value) == TRUE && value > 0) {
        const std::chrono::microseconds trip(static_cast<std::int64_t>(value * 1e6));
        statistics.roundTrip = std::max(statistics.roundTrip.value_or(trip), trip);
    }
}

gboolean readOne(GQuark, const GValue* value, gpointer to)
{
    auto& reading = *static_cast<Reading*>(to);
    if (G_VALUE_HOLDS(value, GST_TYPE_STRUCTURE) == FALSE) {
        return TRUE;
    }
    const GstStructure* one = gst_value_get_structure(value);
    GstWebRTCStatsType type{};
    gst_structure_get(one, "type", GST_TYPE_WEBRTC_STATS_TYPE, &type, nullptr);
    if (type == GST_WEBRTC_STATS_REMOTE_INBOUND_RTP) {
        readReport(one, reading.statistics);
    } else if (type == GST_WEBRTC_STATS_CANDIDATE_PAIR) {
        for (const char* end : {"local-candidate-id", "remote-candidate-id"}) {
            if (const char* id = gst_structure_get_string(one, end)) {
                reading.pair.emplace_back(id);
            }
        }
    } else if (type == GST_WEBRTC_STATS_LOCAL_CANDIDATE || type == GST_WEBRTC_STATS_REMOTE_CANDIDATE) {
        if (const char* id = gst_structure_get_string(one, "id")) {
            reading.candidates.emplace_back(id, pathKind(gst_structure_get_string(one, "candidate-type")));
        }
    }
    return TRUE;
}

void onStatistics(GstPromise* promise, gpointer post)
{
    Reading reading;
    if (gst_promise_wait(promise) == GST_PROMISE_RESULT_REPLIED) {
        if (const auto* reply = gst_promise_get_reply(promise)) {
            gst_structure_foreach(reply, readOne, &reading);
        }
    }
    for (const auto& [id, kind] : reading.candidates) {
        // GStreamer 1.22 calls the local one remote and the other way round; a relay at either end is a
        // relay.
        if (std::find(reading.pair.begin(), reading.pair.end(), id) != reading.pair.end()) {
            reading.statistics.path = std::max(reading.statistics.path, kind);
        }
    }
    (*static_cast<PeerPost*>(post))(
        [statistics = reading.statistics](Peer& peer) { peer.statisticsCame(statistics); });
}

} // namespace

void Peer::askStatistics()
{
    const Held<GstPromise> promise(gst_promise_new_with_change_func(
        onStatistics, new PeerPost{m_around.queue, weak_from_this()}, deleteContext<PeerPost>));
    g_signal_emit_by_name(m_webrtc.get(), "get-stats", nullptr, promise.get());
}

void Peer::statisticsCame(PeerStatistics statistics)
{
    if (m_hooks == nullptr) {
        return;
    }
    auto& counters = m_hooks->counters();
    statistics.peer = m_number;
    statistics.atMicroseconds = g_get_monotonic_time();
    statistics.bytesSent = counters.bytesSent;
    statistics.bytesReceived = counters.bytesReceived;
    statistics.packetsSent = counters.packetsSent;
    statistics.packetsRepeated = counters.packetsRepeated;
    statistics.repeatsWithheld = counters.repeatsWithheld;
    statistics.picturesDecoded = m_around.slot->count();
    statistics.picturesOffered = m_pictures->offered();
    statistics.picturesSent = counters.picturesEncoded;
    statistics.soundSamples = counters.soundSamples;
    if (const auto decoder = m_pipeline->find("sound_decoder")) {
        GstStructure* raw = nullptr;
        g_object_get(decoder.get(), "stats", &raw, nullptr);
        const Held<GstStructure> stats(raw);
        guint64 concealed = 0;
        if (stats != nullptr &&
            gst_structure_get_uint64(stats.get(), "plc-num-samples", &concealed) == TRUE) {
            statistics.soundSamplesConcealed = concealed;
        }
    }
    m_around.tell(statistics);
}

} // namespace chevet::call
