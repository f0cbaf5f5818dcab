// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done inside webrtcbin's own elements: settings that it has no property for, the limit on
// retransmissions, when which packet left and what the other side says of them. All of it runs on GStreamer's
// threads and only posts.
#pragma once

#include "call/media_handles.h"
#include "call/media_thread.h"
#include "call/media_values.h"
#include "call/peer_feedback.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace chevet::call {

inline constexpr int transportExtension = 3; ///< extmap id of the transport-wide number in our offers

struct PeerCounters
{
    std::atomic<std::uint64_t> bytesSent = 0;
    std::atomic<std::uint64_t> packetsSent = 0;
    std::atomic<std::uint64_t> bytesReceived = 0;
    std::atomic<std::uint64_t> packetsRepeated = 0;
    std::atomic<std::uint64_t> repeatsWithheld = 0;
    std::atomic<std::uint64_t> picturesEncoded = 0;
    std::atomic<std::uint64_t> soundSamples = 0;
};

class PeerHooks : public std::enable_shared_from_this<PeerHooks>
{
public:
    using Tell = std::function<void(FeedbackArrived)>;

    PeerHooks(const PeerSettings& settings, Tell tell);

    /// Before webrtcbin leaves NULL. The handlers live as long as what is returned.
    std::vector<SignalHandler> attach(GstElement* webrtcbin);

    /// From the answer: which streams are pictures.
    void setPictureSources(std::vector<std::uint32_t> sources);
    /// From the offer: the payload type of retransmissions.
    void setRetransmissionType(int payloadType) { m_retransmissionType = payloadType; }
    /// For the sessions and buffers that there are and for those that come.
    void setReceiving(const ReceivingSettings& settings);
    PeerCounters& counters() { return m_counters; }

    // for the static callbacks
    void sessionAdded(GstElement* session);
    void sessionPadAdded(GstPad* pad);
    void retransmitterAdded(GstElement* element);
    void bufferAdded(GstElement* buffer, guint32 source);
    void feedbackCame(GstBuffer* body);
    void packetLeaves(GstBuffer* packet);
    void packetCame(GstBuffer* packet);
    bool mayLeave(GstBuffer* packet);

private:
    struct State;

    Tell m_tell;
    std::shared_ptr<RetransmissionLimit> m_limit;
    std::atomic<int> m_retransmissionType = -1;
    PeerCounters m_counters;
    SendLog m_log;
    std::shared_ptr<State> m_state;
};

} // namespace chevet::call
