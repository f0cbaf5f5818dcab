// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An engine and an answerer that exchange what the signalling would carry.
#pragma once

#include "call/media_answerer.h"
#include "call/media_engine.h"
#include "call/media_network.h"
#include "call/media_recorder.h"

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

namespace chevet::test {

inline call::CaptureSettings testCapture()
{
    call::CaptureSettings settings;
    settings.picture = {call::PictureFrom::Pattern, "red", 640, 480, 30, true};
    settings.sound = {call::SoundFrom::Tone, {}, 440};
    settings.output = {call::SoundTo::Nowhere, {}, true};
    return settings;
}

class MediaCall
{
public:
    explicit MediaCall(call::MediaEngine& engine, MediaRecorder& recorder, call::PeerNumber number,
                       call::PeerSettings settings = {}, const AnswererSettings& answering = {})
        : m_engine(engine), m_number(number),
          m_answerer(std::make_unique<Answerer>(
              answering, [this](std::string answer) { m_engine.acceptAnswer(m_number, std::move(answer)); },
              [this](std::string line, unsigned mediaLine) {
                  m_engine.addCandidate(m_number, std::move(line), mediaLine);
              }))
    {
        settings.tellsSound = true;
        recorder.also = [this, number](const call::MediaEvent& event) {
            const auto* candidate = std::get_if<call::CandidateFound>(&event);
            if (candidate != nullptr && candidate->peer == number && m_answerer != nullptr) {
                m_answerer->takeCandidate(candidate->line, candidate->mediaLine);
            }
        };
        slot = m_engine.addPeer(number, settings);
        const auto offer = recorder.wait<call::OfferMade>(
            [number](const call::OfferMade& made) { return made.peer == number; });
        if (offer) {
            sdp = offer->sdp;
            m_answerer->takeOffer(sdp);
        }
    }

    Answerer& answerer() { return *m_answerer; }
    /// The other side goes without a word.
    void lose() { m_answerer.reset(); }

    std::shared_ptr<call::FrameSlot> slot;
    std::string sdp;

private:
    call::MediaEngine& m_engine;
    call::PeerNumber m_number;
    std::unique_ptr<Answerer> m_answerer;
};

inline std::unique_ptr<call::MediaEngine> startEngine(MediaRecorder& recorder,
                                                      const call::CaptureSettings& settings = testCapture())
{
    enterOwnNetwork();
    auto engine = call::MediaEngine::start(recorder);
    if (!engine) {
        throw std::runtime_error(engine.error().place);
    }
    (*engine)->startCapture(settings);
    return std::move(*engine);
}

inline bool isConnected(MediaRecorder& recorder)
{
    return recorder
        .wait<call::ConnectionChanged>([](const call::ConnectionChanged& changed) {
            return changed.state == call::ConnectionState::Connected;
        })
        .has_value();
}

inline call::PeerStatistics statistics(call::MediaEngine& engine, MediaRecorder& recorder)
{
    const auto before = recorder.count<call::PeerStatistics>();
    engine.askStatistics(1);
    return recorder.lastAfter<call::PeerStatistics>(before).value_or(call::PeerStatistics{});
}

} // namespace chevet::test
