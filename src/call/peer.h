// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One peer connection: a pipeline of its own around one webrtcbin, fed from the capture, made once and never
// used again. It always offers, once. webrtcbin's callbacks come on its threads while it holds its lock: they
// only post. Thread: media.
#pragma once

#include "call/frame.h"
#include "call/media_pipeline.h"
#include "call/media_thread.h"
#include "call/media_values.h"
#include "call/peer_feed.h"
#include "call/peer_hooks.h"
#include "call/still_pacer.h"

#include <functional>
#include <gst/webrtc/webrtc.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chevet::call {

class SoundVoice;

struct PeerSurroundings
{
    SharedTime time;
    std::shared_ptr<MediaQueue> queue;
    std::function<void(MediaEvent)> tell; ///< any thread
    std::shared_ptr<FrameSlot> slot;
    std::shared_ptr<SoundVoice> voice; ///< may be null
};

class Peer : public std::enable_shared_from_this<Peer>
{
public:
    Peer(PeerNumber number, PeerSettings settings, PeerSurroundings around);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// The offer comes as an event once the first picture and the first sound have passed the encoders.
    Result<void> start();
    /// Signals off, then the pipeline down; both wait for GStreamer's threads and for nothing else.
    void end();

    const std::shared_ptr<PictureFeed>& pictures() const { return m_pictures; }
    const std::shared_ptr<SoundFeed>& sounds() const { return m_sounds; }

    void acceptAnswer(const std::string& sdp);
    /// Waits for the answer if that is not there yet. An empty line says that there are no more.
    void addCandidate(const std::string& line, unsigned mediaLine);
    void setSending(const SendingSettings& settings);
    void setReceiving(const ReceivingSettings& settings);
    /// False: the channel is not open, or too much waits in it (the caller tries again).
    bool sendMessage(View bytes);
    /// Comes as an event.
    void askStatistics();
    void askKeyFrame();
    GstBin* bin() const { return m_pipeline->bin(); }

    // posted by the callbacks
    void negotiate();
    void offerCame(GstWebRTCSessionDescription* offer);
    void answerTaken(bool isGood);
    void candidateCame(std::string line, unsigned mediaLine);
    void gatheringChanged();
    void connectionChanged();
    void channelOpened();
    void statisticsCame(PeerStatistics statistics);

private:
    Result<void> build();
    Result<void> buildSending();
    Result<void> buildReceiving();
    void connectSignals();
    void addRelays();
    void makeChannel();
    void failed(PeerTrouble trouble, Error error);
    void applySize(int divisor);
    void addNow(const std::string& line, unsigned mediaLine);

    PeerNumber m_number;
    PeerSettings m_settings;
    PeerSurroundings m_around;
    std::shared_ptr<PeerHooks> m_hooks;
    std::unique_ptr<MediaPipeline> m_pipeline;
    Held<GstElement> m_webrtc;
    Held<GObject> m_channel;
    std::vector<SignalHandler> m_handlers;
    std::shared_ptr<PictureFeed> m_pictures;
    std::unique_ptr<StillPacer> m_stills;
    std::shared_ptr<SoundFeed> m_sounds;
    bool m_hasOffered = false;
    bool m_hasAnswer = false;
    bool m_isChannelOpen = false;
    std::size_t m_mediaLines = 0;
    std::vector<std::pair<std::string, unsigned>> m_early; ///< candidates from before the answer
    CandidatesGathered m_gathered;
    bool m_toldGathered = false;
    std::optional<ConnectionState> m_connection;
};

/// What a callback knows: where to post, and for whom. The peer may be gone when the post arrives.
struct PeerPost
{
    std::shared_ptr<MediaQueue> queue;
    std::weak_ptr<Peer> peer;

    template<class Work> void operator()(Work work) const
    {
        queue->post([to = peer, work = std::move(work)] {
            if (const auto there = to.lock()) {
                work(*there);
            }
        });
    }
};

} // namespace chevet::call
