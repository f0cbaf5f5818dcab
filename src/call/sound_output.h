// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is heard: the voices of all peers in one pipeline, so that echo cancellation knows everything that the
// loudspeaker plays. A peer's voice comes and goes while it plays; a missing loudspeaker is silence and no
// error. Thread: media; `play` of a voice on streaming threads.
#pragma once

#include "call/capture.h"

#include <map>
#include <memory>
#include <string>

namespace chevet::call {

/// One peer's place in the output. Any one thread at a time.
class SoundVoice
{
public:
    SoundVoice(Held<GstElement> source, SharedTime time);
    /// A buffer that is due now. Its times are moved to the output's, by the same amount as long as they fit.
    void play(GstBuffer* buffer);

private:
    Held<GstElement> m_source;
    SharedTime m_time;
    GstClockTimeDiff m_offset = 0;
    bool m_hasOffset = false;
};

class SoundOutputPipeline
{
public:
    SoundOutputPipeline(CaptureSurroundings around, const SoundOutput& output);
    ~SoundOutputPipeline();
    SoundOutputPipeline(const SoundOutputPipeline&) = delete;
    SoundOutputPipeline& operator=(const SoundOutputPipeline&) = delete;

    /// Empty if echo is not cancelled.
    const std::string& echoProbe() const { return m_echoProbe; }
    /// Null if the output does not run.
    std::shared_ptr<SoundVoice> addVoice(PeerNumber peer);
    void removeVoice(PeerNumber peer);

private:
    Result<void> run(const SoundOutput& output);

    CaptureSurroundings m_around;
    std::string m_echoProbe;
    std::unique_ptr<MediaPipeline> m_pipeline;
    struct Place
    {
        Held<GstElement> source;
        Held<GstPad> mixerPad;
    };
    std::map<PeerNumber, Place> m_places;
};

} // namespace chevet::call
