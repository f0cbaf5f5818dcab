// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An engine and a browser's page that exchange what the signalling would carry.
#pragma once

#include "call/media_browser.h"
#include "call/media_call.h"
#include "call/media_content.h"

#include <deque>

namespace chevet::test {

/// Carries descriptions and candidates between an engine and a browser's page.
class BrowserCall
{
public:
    BrowserCall(call::MediaEngine& engine, MediaRecorder& recorder, Browser& browser, call::PeerNumber number,
                call::PeerSettings settings = {}, const nlohmann::json& relays = nlohmann::json::array())
        : m_engine(engine), m_browser(browser), m_number(number)
    {
        settings.tellsSound = true;
        recorder.also = [this](const call::MediaEvent& event) {
            const auto* found = std::get_if<call::CandidateFound>(&event);
            if (found != nullptr && found->peer == m_number) {
                const std::scoped_lock lock(m_mutex);
                m_candidates.push_back(*found);
            }
        };
        slot = engine.addPeer(number, settings);
        const auto offer = recorder.wait<call::OfferMade>(
            [number](const call::OfferMade& made) { return made.peer == number; });
        if (!offer) {
            throw std::runtime_error("no offer");
        }
        const auto answer =
            browser.evaluate("startBedside(" + nlohmann::json(offer->sdp).dump() + "," + relays.dump() + ")");
        engine.acceptAnswer(number, answer.get<std::string>());
    }

    /// Candidates to and fro, then what the page reports.
    nlohmann::json look()
    {
        std::deque<call::CandidateFound> ours;
        {
            const std::scoped_lock lock(m_mutex);
            ours.swap(m_candidates);
        }
        for (const auto& candidate : ours) {
            if (!candidate.line.empty()) {
                m_browser.evaluate("addBedsideCandidate(" + nlohmann::json(candidate.line).dump() + "," +
                                   std::to_string(candidate.mediaLine) + ")");
            }
        }
        auto report = m_browser.evaluate("lookAtBedside()");
        for (const auto& candidate : report["candidates"]) {
            m_engine.addCandidate(m_number, candidate[0].get<std::string>(), candidate[1].get<unsigned>());
        }
        return report;
    }

    std::shared_ptr<call::FrameSlot> slot;

private:
    call::MediaEngine& m_engine;
    Browser& m_browser;
    call::PeerNumber m_number;
    std::mutex m_mutex;
    std::deque<call::CandidateFound> m_candidates;
};

inline bool isGreen(const call::Frame& frame)
{
    const auto colour = middleColour(frame);
    return colour[1] > 150 && colour[0] < 90 && colour[2] < 90;
}

inline bool isRed(const nlohmann::json& report)
{
    return report["colour"][0] > 150 && report["colour"][1] < 90 && report["colour"][2] < 90;
}

} // namespace chevet::test
