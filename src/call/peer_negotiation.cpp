// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer.h"
#include "call/peer_sdp.h"

#include <algorithm>
#include <charconv>
#include <gst/webrtc/webrtc.h>

namespace chevet::call {
namespace {

/// The reply of a promise, or null if it was broken off or is an error.
const GstStructure* goodReply(GstPromise* promise)
{
    if (gst_promise_wait(promise) != GST_PROMISE_RESULT_REPLIED) {
        return nullptr;
    }
    const GstStructure* reply = gst_promise_get_reply(promise);
    const bool isError = reply != nullptr && gst_structure_has_field(reply, "error") == TRUE;
    return isError ? nullptr : reply;
}

Held<GstPromise> promiseFor(GstPromiseChangeFunc changed, const PeerPost& post)
{
    return Held<GstPromise>(
        gst_promise_new_with_change_func(changed, new PeerPost(post), deleteContext<PeerPost>));
}

void onOffer(GstPromise* promise, gpointer post)
{
    GstWebRTCSessionDescription* offer = nullptr;
    if (const auto* reply = goodReply(promise)) {
        gst_structure_get(reply, "offer", GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &offer, nullptr);
    }
    const auto shared =
        std::shared_ptr<GstWebRTCSessionDescription>(offer, [](GstWebRTCSessionDescription* held) {
            if (held != nullptr) {
                gst_webrtc_session_description_free(held);
            }
        });
    (*static_cast<PeerPost*>(post))([shared](Peer& peer) { peer.offerCame(shared.get()); });
}

/// set-remote-description answers nothing when it is content: no reply is a good one.
void onAnswerTaken(GstPromise* promise, gpointer post)
{
    const bool isReplied = gst_promise_wait(promise) == GST_PROMISE_RESULT_REPLIED;
    const GstStructure* reply = isReplied ? gst_promise_get_reply(promise) : nullptr;
    const bool isGood = isReplied && (reply == nullptr || gst_structure_has_field(reply, "error") == FALSE);
    (*static_cast<PeerPost*>(post))([isGood](Peer& peer) { peer.answerTaken(isGood); });
}

void onNegotiationNeeded(GstElement*, gpointer post)
{
    (*static_cast<PeerPost*>(post))([](Peer& peer) { peer.negotiate(); });
}

void onCandidate(GstElement*, guint mediaLine, const gchar* line, gpointer post)
{
    (*static_cast<PeerPost*>(post))([mediaLine, text = std::string(line == nullptr ? "" : line)](Peer& peer) {
        peer.candidateCame(text, mediaLine);
    });
}

void onGathering(GstElement*, GParamSpec*, gpointer post)
{
    (*static_cast<PeerPost*>(post))([](Peer& peer) { peer.gatheringChanged(); });
}

void onConnection(GstElement*, GParamSpec*, gpointer post)
{
    (*static_cast<PeerPost*>(post))([](Peer& peer) { peer.connectionChanged(); });
}

/// The payload type that repeats pictures: "97" of "fmtp:97 apt=96"; -1 for any other attribute.
int repeatingType(const GstSDPAttribute& attribute)
{
    const std::string_view value = attribute.value == nullptr ? "" : attribute.value;
    int type = -1;
    if (std::string_view(attribute.key) == "fmtp" && value.find("apt=96") != std::string_view::npos) {
        std::from_chars(value.data(), value.data() + value.size(), type);
    }
    return type;
}

/// As our own offer has it.
int retransmissionType(const GstSDPMessage* sdp)
{
    int type = -1;
    for (guint m = 0; m < gst_sdp_message_medias_len(sdp); ++m) {
        const GstSDPMedia* media = gst_sdp_message_get_media(sdp, m);
        for (guint a = 0; a < gst_sdp_media_attributes_len(media); ++a) {
            type = std::max(type, repeatingType(*gst_sdp_media_get_attribute(media, a)));
        }
    }
    return type;
}

} // namespace

void Peer::connectSignals()
{
    auto* webrtc = m_webrtc.get();
    const PeerPost post{m_around.queue, weak_from_this()};
    m_handlers.push_back(connectSignal(webrtc, "on-negotiation-needed", onNegotiationNeeded, post));
    m_handlers.push_back(connectSignal(webrtc, "on-ice-candidate", onCandidate, post));
    m_handlers.push_back(connectSignal(webrtc, "notify::ice-gathering-state", onGathering, post));
    m_handlers.push_back(connectSignal(webrtc, "notify::connection-state", onConnection, post));
}

void Peer::negotiate()
{
    if (m_hasOffered || m_webrtc == nullptr) {
        return; // it may ask again; a session is negotiated once
    }
    m_hasOffered = true;
    applySize(m_settings.sending.sizeDivisor); // a picture has passed: its size is known
    const auto promise = promiseFor(onOffer, {m_around.queue, weak_from_this()});
    g_signal_emit_by_name(m_webrtc.get(), "create-offer", nullptr, promise.get());
}

void Peer::offerCame(GstWebRTCSessionDescription* offer)
{
    if (m_webrtc == nullptr) {
        return;
    }
    if (offer == nullptr) {
        failed(PeerTrouble::MediaFailed, {ErrorCode::Internal, "offer"});
        return;
    }
    m_mediaLines = gst_sdp_message_medias_len(offer->sdp);
    m_hooks->setRetransmissionType(retransmissionType(offer->sdp));
    const Held<GstPromise> promise(gst_promise_new());
    g_signal_emit_by_name(m_webrtc.get(), "set-local-description", offer, promise.get());
    m_around.tell(OfferMade{m_number, takeText(gst_sdp_message_as_text(offer->sdp))});
}

void Peer::acceptAnswer(const std::string& sdp)
{
    if (m_webrtc == nullptr || !m_hasOffered || m_hasAnswer) {
        return;
    }
    const auto answer = readAnswer(sdp);
    if (!answer) {
        failed(PeerTrouble::AnswerRefused, answer.error());
        return;
    }
    GstSDPMessage* raw = nullptr;
    if (answer->media.size() != m_mediaLines ||
        gst_sdp_message_new_from_text(sdp.c_str(), &raw) != GST_SDP_OK) {
        if (raw != nullptr) {
            gst_sdp_message_free(raw);
        }
        failed(PeerTrouble::AnswerRefused, {ErrorCode::BadInput, "answer"});
        return;
    }
    std::vector<std::uint32_t> pictures;
    for (const auto& media : answer->media) {
        if (media.kind == MediaKind::Picture) {
            pictures.insert(pictures.end(), media.sources.begin(), media.sources.end());
        }
    }
    m_hooks->setPictureSources(std::move(pictures));
    auto* description = gst_webrtc_session_description_new(GST_WEBRTC_SDP_TYPE_ANSWER, raw);
    const auto promise = promiseFor(onAnswerTaken, {m_around.queue, weak_from_this()});
    g_signal_emit_by_name(m_webrtc.get(), "set-remote-description", description, promise.get());
    gst_webrtc_session_description_free(description);
}

void Peer::answerTaken(bool isGood)
{
    if (!isGood) {
        failed(PeerTrouble::AnswerRefused, {ErrorCode::BadInput, "answer"});
        return;
    }
    m_hasAnswer = true;
    for (const auto& [line, mediaLine] : std::exchange(m_early, {})) {
        addNow(line, mediaLine);
    }
}

void Peer::addNow(const std::string& line, unsigned mediaLine)
{
    const auto checked = checkCandidate(line);
    if (!checked || mediaLine >= m_mediaLines) {
        failed(PeerTrouble::CandidateRefused,
               checked ? Error{ErrorCode::OutOfRange, "candidate: media line"} : checked.error());
        return;
    }
    if (m_webrtc != nullptr) {
        g_signal_emit_by_name(m_webrtc.get(), "add-ice-candidate", guint(mediaLine), line.c_str());
    }
}

void Peer::candidateCame(std::string line, unsigned mediaLine)
{
    const auto has = [&](std::string_view kind) { return line.find(kind) != std::string::npos; };
    m_gathered.direct += has(" typ host") ? 1 : 0;
    m_gathered.reflexive += has(" typ srflx") ? 1 : 0;
    m_gathered.relayed += has(" typ relay") ? 1 : 0;
    m_around.tell(CandidateFound{m_number, std::move(line), mediaLine});
}

void Peer::gatheringChanged()
{
    if (m_webrtc == nullptr || m_toldGathered) {
        return;
    }
    auto state = GST_WEBRTC_ICE_GATHERING_STATE_NEW;
    g_object_get(m_webrtc.get(), "ice-gathering-state", &state, nullptr);
    if (state == GST_WEBRTC_ICE_GATHERING_STATE_COMPLETE) {
        m_toldGathered = true;
        m_around.tell(CandidateFound{m_number, "", 0});
        m_around.tell(m_gathered);
    }
}

} // namespace chevet::call
