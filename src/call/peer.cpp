// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer.h"

#include "call/sound_output.h"

#include <gst/video/video.h>
#include <gst/webrtc/webrtc.h>

namespace chevet::call {
namespace {

constexpr std::size_t mostEarlyCandidates = 64;

void setNumber(const MediaPipeline& pipeline, const char* element, const char* property, int value)
{
    if (const auto found = pipeline.find(element)) {
        g_object_set(found.get(), property, value, nullptr);
    }
}

} // namespace

Peer::Peer(PeerNumber number, PeerSettings settings, PeerSurroundings around)
    : m_number(number), m_settings(std::move(settings)), m_around(std::move(around))
{
    m_gathered.peer = number;
}

Peer::~Peer()
{
    end();
}

Result<void> Peer::start()
{
    const auto told = [tell = m_around.tell, number = m_number](FeedbackArrived feedback) {
        feedback.peer = number;
        tell(std::move(feedback));
    };
    m_hooks = std::make_shared<PeerHooks>(m_settings, told);
    CHEVET_TRY(build());
    connectSignals();
    addRelays();
    setSending(m_settings.sending);
    // A data channel can be made once webrtcbin is ready; it must be there before the offer.
    if (gst_element_set_state(m_webrtc.get(), GST_STATE_READY) == GST_STATE_CHANGE_FAILURE) {
        return fail(ErrorCode::Internal, "webrtcbin");
    }
    makeChannel();
    return m_pipeline->play();
}

void Peer::end()
{
    m_handlers.clear();
    m_channel.reset();
    m_stills.reset(); // before the pipeline: a packet that waits for its turn would be waited for
    if (m_pipeline != nullptr) {
        m_pipeline->stop();
    }
    m_webrtc.reset();
    m_pipeline.reset();
    m_pictures.reset();
    m_sounds.reset();
    m_hooks.reset();
}

void Peer::failed(PeerTrouble trouble, Error error)
{
    m_around.tell(PeerFailed{m_number, trouble, std::move(error)});
}

void Peer::setSending(const SendingSettings& settings)
{
    const auto old = std::exchange(m_settings.sending, settings);
    setNumber(*m_pipeline, "picture_encoder", "target-bitrate", settings.pictureBitsPerSecond);
    setNumber(*m_pipeline, "sound_encoder", "bitrate", settings.soundBitsPerSecond);
    setNumber(*m_pipeline, "sound_encoder", "frame-size", settings.soundFrameMilliseconds);
    m_pictures->setPace(settings);
    m_stills->setPace(settings.stillsEvery ? settings.stillPaceBitsPerSecond : std::nullopt);
    if (settings.sizeDivisor != old.sizeDivisor) {
        applySize(settings.sizeDivisor);
    }
}

/// The browser follows a change of size by itself; it costs one key frame.
void Peer::applySize(int divisor)
{
    const auto filter = m_pipeline->find("size");
    const auto [width, height] = m_pictures->size();
    std::string caps = "video/x-raw";
    if (divisor > 1 && width > 0) {
        caps += ",width=" + std::to_string(width / divisor / 2 * 2) +
                ",height=" + std::to_string(height / divisor / 2 * 2);
    }
    const Held<GstCaps> form(gst_caps_from_string(caps.c_str()));
    g_object_set(filter.get(), "caps", form.get(), nullptr);
}

void Peer::setReceiving(const ReceivingSettings& settings)
{
    m_settings.receiving = settings;
    m_hooks->setReceiving(settings);
}

void Peer::askKeyFrame()
{
    if (const auto encoder = m_pipeline->find("picture_encoder")) {
        const Held<GstPad> out(gst_element_get_static_pad(encoder.get(), "src"));
        gst_pad_send_event(out.get(),
                           gst_video_event_new_upstream_force_key_unit(GST_CLOCK_TIME_NONE, TRUE, 0));
    }
}

void Peer::connectionChanged()
{
    if (m_webrtc == nullptr) {
        return;
    }
    auto state = GST_WEBRTC_PEER_CONNECTION_STATE_NEW;
    g_object_get(m_webrtc.get(), "connection-state", &state, nullptr);
    ConnectionState now = ConnectionState::New;
    switch (state) {
    case GST_WEBRTC_PEER_CONNECTION_STATE_NEW: now = ConnectionState::New; break;
    case GST_WEBRTC_PEER_CONNECTION_STATE_CONNECTING: now = ConnectionState::Connecting; break;
    case GST_WEBRTC_PEER_CONNECTION_STATE_CONNECTED: now = ConnectionState::Connected; break;
    case GST_WEBRTC_PEER_CONNECTION_STATE_DISCONNECTED: now = ConnectionState::Disconnected; break;
    case GST_WEBRTC_PEER_CONNECTION_STATE_FAILED: now = ConnectionState::Failed; break;
    case GST_WEBRTC_PEER_CONNECTION_STATE_CLOSED: now = ConnectionState::Closed; break;
    }
    if (m_connection == now) {
        return;
    }
    m_connection = now;
    if (now == ConnectionState::Connected) {
        askKeyFrame(); // the first one was lost before the transport was there
    }
    m_around.tell(ConnectionChanged{m_number, now});
}

void Peer::addCandidate(const std::string& line, unsigned mediaLine)
{
    if (line.empty()) {
        return; // webrtcbin knows no end of candidates
    }
    if (m_hasAnswer) {
        addNow(line, mediaLine);
    } else if (m_early.size() < mostEarlyCandidates) {
        m_early.emplace_back(line, mediaLine);
    }
}

} // namespace chevet::call
