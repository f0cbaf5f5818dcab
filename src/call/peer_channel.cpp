// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer.h"

#include <gst/webrtc/webrtc.h>

namespace chevet::call {
namespace {

constexpr guint64 mostWaiting = 262'144; ///< bytes of the channel that have not left yet
constexpr std::size_t largestOutgoing = 65'536;

struct ChannelContext
{
    PeerPost post;
    std::function<void(MediaEvent)> tell;
    PeerNumber peer = 0;
    std::size_t largest = 0;
};

void onOpen(GObject*, gpointer context)
{
    static_cast<ChannelContext*>(context)->post([](Peer& peer) { peer.channelOpened(); });
}

void onBytes(GObject*, GBytes* message, gpointer context)
{
    const auto& at = *static_cast<ChannelContext*>(context);
    gsize size = 0;
    const auto* bytes =
        message == nullptr ? nullptr : static_cast<const std::uint8_t*>(g_bytes_get_data(message, &size));
    if (size > at.largest) {
        at.tell(MessageRefused{at.peer, size});
    } else if (bytes != nullptr) {
        at.tell(MessageArrived{at.peer, Bytes(bytes, bytes + size)});
    }
}

void onText(GObject*, gchar* text, gpointer context)
{
    const auto& at = *static_cast<ChannelContext*>(context);
    at.tell(MessageRefused{at.peer, text == nullptr ? 0 : std::string_view(text).size()});
}

} // namespace

void Peer::makeChannel()
{
    GObject* raw = nullptr;
    g_signal_emit_by_name(m_webrtc.get(), "create-data-channel", "photo", nullptr, &raw);
    m_channel.reset(raw);
    if (raw == nullptr) {
        return; // no photo then; the call is more important
    }
    const ChannelContext context{
        {m_around.queue, weak_from_this()}, m_around.tell, m_number, m_settings.largestMessage};
    m_handlers.push_back(connectSignal(raw, "on-open", onOpen, context));
    m_handlers.push_back(connectSignal(raw, "on-message-data", onBytes, context));
    m_handlers.push_back(connectSignal(raw, "on-message-string", onText, context));
}

void Peer::channelOpened()
{
    m_isChannelOpen = true;
    m_around.tell(PhotoChannelOpen{m_number});
}

bool Peer::sendMessage(View bytes)
{
    if (!m_isChannelOpen || m_channel == nullptr || bytes.size() > largestOutgoing) {
        return false;
    }
    guint64 waiting = 0;
    g_object_get(m_channel.get(), "buffered-amount", &waiting, nullptr);
    if (waiting > mostWaiting) {
        return false;
    }
    GBytes* message = g_bytes_new(bytes.data(), bytes.size());
    const auto isSent =
        gst_webrtc_data_channel_send_data_full(GST_WEBRTC_DATA_CHANNEL(m_channel.get()), message, nullptr);
    g_bytes_unref(message);
    return isSent == TRUE;
}

} // namespace chevet::call
