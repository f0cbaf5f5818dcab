// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// All of a call that is the media thread's: the conversation, and what it has asked the broker and the media
// to do. Begins and ends on the thread of its owner, which does nothing else with it.
#pragma once

#include "call/video_call.h"

#include <map>
#include <mutex>
#include <utility>

namespace chevet::call {

/// The bucket where the media half asks it: on GStreamer's sending threads.
class LockedBucket final : public RetransmissionLimit
{
public:
    bool allows(std::size_t bytes, std::chrono::microseconds now) override
    {
        const std::scoped_lock lock(m_mutex);
        return m_bucket.allows(bytes, now);
    }
    void setTarget(int bitsPerSecond)
    {
        const std::scoped_lock lock(m_mutex);
        m_bucket.setTarget(bitsPerSecond);
    }

private:
    std::mutex m_mutex;
    RetransmissionBucket m_bucket;
};

class VideoCall::Inside final : public MediaListener, public BrokerListener
{
public:
    Inside(VideoCallSettings settings, CallServers servers, CallListener& listener, const Clock& clock);
    ~Inside() override;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    /// Errors: as VideoCall::start.
    Result<void> start(sealing::Randomness& randomness);
    std::vector<told::StateChanged> end();
    std::string link() const { return linkText(m_conversation->link()); }

    /// `what` gets the conversation and the time, on the media thread, and answers Effects or
    /// Result<Effects>.
    template<class What> void ask(const SeatId& seat, What what)
    {
        m_queue->post([this, seat, what = std::move(what)]() mutable {
            if (!m_hasEnded) {
                take(seat, what(*m_conversation, now()));
            }
        });
    }
    MediaEngine& media() { return *m_media; }
    const MediaEngine& media() const { return *m_media; }
    Broker& broker() { return *m_broker; }

    void onMedia(MediaEvent event) override;
    void onBroker(BrokerEvent event) override;

private:
    /// A peer that nobody is at the other end of: it only asks the relay for an address.
    static constexpr PeerNumber relayProbe = ~PeerNumber{0};

    /// One peer connection.
    struct Line
    {
        SeatId seat;
        std::shared_ptr<FrameSlot> pictures;
        std::shared_ptr<LockedBucket> repeats;
        TheirSending theirs;
        SendingPlan sending;
        std::optional<PeerStatistics> last; ///< of the second before
        bool isShown = false;
    };

    static Moment now();
    void take(const SeatId& seat, Result<Effects> effects);
    void carryOut(Effects effects);
    void tellStates();
    void checkRelay(const std::vector<message::RelayServer>& relays);
    void tick();
    void renewRelays();
    Result<std::vector<message::RelayServer>> makeRelays() const;

    // what is to be done
    void act(effect::Publish& publish);
    void act(effect::MakePeer& made);
    void act(effect::DropPeer& dropped);
    void act(effect::GiveAnswer& answer);
    void act(effect::GiveCandidate& given);
    void act(effect::SetSending& set);
    void act(effect::ShowPicture& show);
    void act(effect::HidePicture& hide);
    void act(effect::Tell& told);
    void act(effect::Waits& waits);
    void act(effect::Said& said);
    void act(effect::PhotoCame& came);
    void act(effect::PhotoFailed& failed);
    void act(effect::ManyDropped& many);

    // what the media has to say; what is of no interest here falls to the template
    template<class Other> void heard(Other&) {}
    void heard(PictureCaptured& captured);
    void heard(SoundCaptured& captured);
    void heard(call::OwnFrameReady& ready);
    void heard(OfferMade& made);
    void heard(CandidateFound& found);
    void heard(CandidatesGathered& gathered);
    void heard(ConnectionChanged& changed);
    void heard(call::FrameReady& ready);
    void heard(MessageArrived& arrived);
    void heard(PeerFailed& failed);
    void heard(FeedbackArrived& arrived);
    void heard(PeerStatistics& statistics);
    void measure(Line& line, const PeerStatistics& statistics);

    VideoCallSettings m_settings;
    CallServers m_servers;
    CallListener& m_listener;
    const Clock& m_clock;
    std::unique_ptr<Conversation> m_conversation;
    std::map<std::uint64_t, Line> m_lines;
    std::map<SeatId, CallState> m_states;
    Moment m_relaysMade{};
    std::uint64_t m_ticks = 0;
    bool m_hasEnded = false;
    std::shared_ptr<MediaQueue> m_queue;
    std::unique_ptr<MediaEngine> m_media;
    std::unique_ptr<Broker> m_broker;
};

} // namespace chevet::call
