// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a conversation wants done, and what media and broker have to say to it.
#include "call/video_call_inside.h"

#include <utility>

namespace chevet::call {
namespace {

constexpr int thinStart = 60'000;

std::vector<Relay> relaysOf(const std::vector<message::RelayServer>& servers)
{
    std::vector<Relay> relays;
    relays.reserve(servers.size());
    for (const auto& one : servers) {
        relays.push_back({one.url, one.user.value_or(""), one.password.value_or("")});
    }
    return relays;
}

SendingSettings sendingOf(const SendingPlan& plan)
{
    SendingSettings sending;
    sending.pictureBitsPerSecond = plan.pictureBitsPerSecond;
    sending.framesPerSecond = plan.framesPerSecond;
    sending.sizeDivisor = plan.sizeDivisor;
    sending.stillsEvery = plan.stillsEvery;
    sending.stillPaceBitsPerSecond = plan.stillPaceBitsPerSecond;
    sending.soundBitsPerSecond = plan.soundBitsPerSecond;
    sending.soundFrameMilliseconds = plan.soundFrameMilliseconds;
    return sending;
}

ReceivingSettings receivingOn(const SendingPlan& plan)
{
    ReceivingSettings receiving;
    if (plan.isThin()) {
        receiving.repeatsSound = false;
        receiving.feedbackInterval = std::chrono::milliseconds(200);
    }
    return receiving;
}

double concealedShare(const PeerStatistics& before, const PeerStatistics& after)
{
    const auto heard = after.soundSamples - before.soundSamples;
    const auto concealed = after.soundSamplesConcealed - before.soundSamplesConcealed;
    return heard == 0 ? 0 : static_cast<double>(concealed) / static_cast<double>(heard);
}

} // namespace

// ---- what is to be done

void VideoCall::Inside::act(effect::Publish& publish)
{
    m_broker->publish(std::move(publish.topic), std::move(publish.bytes)); // down: the machine hears of that
}

void VideoCall::Inside::act(effect::MakePeer& made)
{
    auto repeats = std::make_shared<LockedBucket>();
    PeerSettings settings;
    settings.relays = relaysOf(made.relays);
    settings.relayOnly = m_settings.relayOnly;
    settings.retransmission = repeats;
    SendingPlan plan;
    if (made.isThin) {
        plan = SendingLadder().update(now(), thinStart);
        settings.sending = sendingOf(plan);
        settings.receiving = receivingOn(plan);
    }
    auto pictures = m_media->addPeer(made.peer, settings);
    m_states.try_emplace(made.seat, CallState::Empty);
    m_lines.insert_or_assign(
        made.peer,
        Line{made.seat, std::move(pictures), std::move(repeats), TheirSending(made.isThin), plan, {}, false});
}

void VideoCall::Inside::checkRelay(const std::vector<message::RelayServer>& relays)
{
    if (!relays.empty()) {
        PeerSettings settings;
        settings.relays = relaysOf(relays);
        settings.relayOnly = true;
        m_media->addPeer(relayProbe, settings);
    }
}

void VideoCall::Inside::act(effect::DropPeer& dropped)
{
    m_media->removePeer(dropped.peer);
    m_lines.erase(dropped.peer);
}

void VideoCall::Inside::act(effect::GiveAnswer& answer)
{
    m_media->acceptAnswer(answer.peer, std::move(answer.sdp));
}

void VideoCall::Inside::act(effect::GiveCandidate& given)
{
    m_media->addCandidate(given.peer, std::move(given.candidate.line), given.candidate.mediaLine);
}

void VideoCall::Inside::act(effect::SetSending& set)
{
    const auto at = m_lines.find(set.peer);
    if (at != m_lines.end()) {
        at->second.repeats->setTarget(set.targetBitsPerSecond);
        const auto before = std::exchange(at->second.sending, set.plan);
        m_media->setSending(set.peer, sendingOf(set.plan));
        if (set.plan.isThin() != before.isThin()) { // the line fell, or has room again
            m_media->setReceiving(set.peer, receivingOn(set.plan));
        }
    }
}

void VideoCall::Inside::act(effect::ShowPicture& show)
{
    const auto at = m_lines.find(show.peer);
    if (at != m_lines.end()) {
        at->second.isShown = true;
        m_listener.onCall(told::PictureShown{show.seat, at->second.pictures});
    }
}

void VideoCall::Inside::act(effect::HidePicture& hide)
{
    for (auto& [peer, line] : m_lines) {
        line.isShown = line.isShown && line.seat != hide.seat;
    }
    m_listener.onCall(hide);
}

void VideoCall::Inside::act(effect::Tell& told)
{
    m_listener.onCall(told::Noticed{told.seat, told.what});
}

void VideoCall::Inside::act(effect::Waits& waits)
{
    m_states.try_emplace(waits.seat, CallState::Empty);
    m_listener.onCall(std::move(waits));
}

void VideoCall::Inside::act(effect::Said& said)
{
    m_listener.onCall(std::move(said));
}

void VideoCall::Inside::act(effect::PhotoCame& came)
{
    m_listener.onCall(std::move(came));
}

void VideoCall::Inside::act(effect::PhotoFailed& failed)
{
    m_listener.onCall(failed);
}

void VideoCall::Inside::act(effect::ManyDropped& many)
{
    m_listener.onCall(many);
}

// ---- the broker

void VideoCall::Inside::onBroker(BrokerEvent event)
{
    m_queue->post([this, event = std::move(event)] {
        if (m_hasEnded) {
            return;
        }
        if (const auto* message = std::get_if<BrokerMessage>(&event)) {
            carryOut(m_conversation->brokerMessage(now(), message->bytes, message->isRetained));
            return;
        }
        const auto* down = std::get_if<BrokerDown>(&event);
        carryOut(m_conversation->brokerChanged(now(), down == nullptr));
        m_listener.onCall(
            told::BrokerChanged{down == nullptr, down == nullptr ? BrokerFault::None : down->fault});
    });
}

// ---- the media

void VideoCall::Inside::onMedia(MediaEvent event)
{
    if (!m_hasEnded) {
        std::visit([this](auto& what) { heard(what); }, event);
    }
}

void VideoCall::Inside::heard(PictureCaptured& captured)
{
    if (captured.state == CaptureState::StandIn) {
        carryOut(m_conversation->ownCameraMissing(now()));
    }
    m_listener.onCall(told::CameraChanged{captured.state, captured.trouble});
}

void VideoCall::Inside::heard(SoundCaptured& captured)
{
    m_listener.onCall(told::MicrophoneChanged{captured.state, captured.trouble});
}

void VideoCall::Inside::heard(call::OwnFrameReady&)
{
    m_listener.onCall(told::OwnFrameReady{});
}

void VideoCall::Inside::heard(OfferMade& made)
{
    carryOut(m_conversation->offerMade(now(), made.peer, std::move(made.sdp)));
}

void VideoCall::Inside::heard(CandidateFound& found)
{
    message::Candidate candidate{std::move(found.line), static_cast<std::uint8_t>(found.mediaLine)};
    carryOut(m_conversation->candidateFound(now(), found.peer, std::move(candidate)));
}

void VideoCall::Inside::heard(CandidatesGathered& gathered)
{
    if (gathered.peer == relayProbe) {
        m_media->removePeer(relayProbe);
        m_listener.onCall(told::RelayChecked{gathered.relayed > 0});
    }
}

void VideoCall::Inside::heard(ConnectionChanged& changed)
{
    if (changed.state == ConnectionState::Connected) {
        carryOut(m_conversation->mediaConnected(now(), changed.peer));
    } else if (changed.state == ConnectionState::Failed) {
        carryOut(m_conversation->mediaFailed(now(), changed.peer));
    }
}

void VideoCall::Inside::heard(call::FrameReady& ready)
{
    const auto at = m_lines.find(ready.peer);
    if (at != m_lines.end() && at->second.isShown) {
        m_listener.onCall(told::FrameReady{at->second.seat});
    }
}

void VideoCall::Inside::heard(MessageArrived& arrived)
{
    carryOut(m_conversation->channelMessage(now(), arrived.peer, arrived.bytes));
}

void VideoCall::Inside::heard(PeerFailed& failed)
{
    const bool goesOn =
        failed.trouble == PeerTrouble::CandidateRefused || failed.trouble == PeerTrouble::RelayRefused;
    if (!goesOn) {
        carryOut(m_conversation->mediaFailed(now(), failed.peer));
    }
}

void VideoCall::Inside::heard(FeedbackArrived& arrived)
{
    std::vector<PacketReport> reports;
    reports.reserve(arrived.packets.size());
    for (const auto& packet : arrived.packets) {
        reports.push_back({packet.bytes, packet.sentMicroseconds, packet.arrivedMicroseconds});
    }
    carryOut(m_conversation->packetsReported(now(), arrived.peer, reports));
}

void VideoCall::Inside::heard(PeerStatistics& statistics)
{
    carryOut(m_conversation->picturesDecoded(now(), statistics.peer, statistics.picturesDecoded));
    const auto at = m_lines.find(statistics.peer); // the line may have gone with what was just done
    if (at != m_lines.end()) {
        measure(at->second, statistics);
    }
}

void VideoCall::Inside::measure(Line& line, const PeerStatistics& statistics)
{
    constexpr std::int64_t second = 900'000; // statistics come three times a second
    if (!line.last) {
        line.last = statistics;
        return;
    }
    if (statistics.atMicroseconds - line.last->atMicroseconds < second) {
        return;
    }
    told::LineMeasured measured;
    measured.seat = line.seat;
    measured.sending = line.sending;
    measured.path = statistics.path;
    measured.concealedShare = concealedShare(*line.last, statistics);
    if (statistics.roundTrip) {
        measured.roundTrip = std::chrono::duration_cast<std::chrono::milliseconds>(*statistics.roundTrip);
    }
    line.last = statistics;
    const auto wish = line.theirs.update(now(), {statistics.soundSamples, statistics.soundSamplesConcealed});
    measured.receiving = line.theirs.picture();
    measured.facts = m_conversation->factsOf(line.seat, now());
    const auto seat = line.seat;
    m_listener.onCall(std::move(measured));
    if (!wish) {
        return;
    }
    if (auto asked =
            m_conversation->say(now(), seat, *wish)) { // else the broker is away: the next step will do
        carryOut(std::move(*asked));
    }
}

} // namespace chevet::call
