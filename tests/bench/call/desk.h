// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk of a measured call: VideoCall as it is, with a texture for a camera and a widget that paints what
// comes. Whoever asks to come in is let in, and seen as soon as it may be.
#pragma once

#include "call/video_call.h"

#include <memory>
#include <mutex>
#include <string>

#include "bench/call/reception.h"
#include "bench/call/texture.h"

namespace chevet::bench {

class PaintedView;

class MeasuredDesk final : public call::CallListener
{
public:
    /// `view` paints on the gui thread and outlives this.
    MeasuredDesk(PaintedView& view, call::CallServers servers, const std::filesystem::path& folder);
    ~MeasuredDesk() override;
    MeasuredDesk(const MeasuredDesk&) = delete;
    MeasuredDesk& operator=(const MeasuredDesk&) = delete;

    const std::string& link() const { return m_call->link(); }
    bool isWaitedFor() const;
    void letIn();
    Reception reception() const;
    /// What was sent last, for the eye.
    std::string plan() const;

    void onCall(call::CallEvent event) override;

private:
    void take(const call::told::LineMeasured& measured);

    PaintedView& m_view;
    SystemClock m_clock;
    TextureCamera m_camera;
    mutable std::mutex m_mutex;
    std::optional<call::SeatId> m_waiting;
    std::shared_ptr<call::FrameSlot> m_pictures;
    std::vector<SoundSums> m_sound;
    std::string m_plan;
    std::unique_ptr<call::CallSession> m_call;
};

/// The processor's time of this whole process, in seconds.
double ownProcessorSeconds();
/// Milliseconds of the monotonic clock.
double monotonicNow();

} // namespace chevet::bench
