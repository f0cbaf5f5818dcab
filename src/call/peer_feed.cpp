// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer_feed.h"

#include <gst/app/gstappsrc.h>
#include <mutex>

namespace chevet::call {

struct PictureFeed::State
{
    std::mutex mutex;
    FramePace pace;
    Held<GstCaps> seen;
    Held<GstCaps> steady;
};

PictureFeed::PictureFeed(Held<GstElement> source)
    : m_source(std::move(source)), m_state(std::make_unique<State>())
{}

PictureFeed::~PictureFeed() = default;

/// The encoder must not begin anew because a still picture with a frame rate of its own stands in for a
/// while.
GstCaps* PictureFeed::steadyCaps(GstCaps* caps)
{
    if (m_state->seen == nullptr || gst_caps_is_equal(m_state->seen.get(), caps) == FALSE) {
        m_state->seen.reset(gst_caps_ref(caps));
        m_state->steady.reset(gst_caps_copy(caps));
        gst_caps_set_simple(m_state->steady.get(), "framerate", GST_TYPE_FRACTION, 30, 1, nullptr);
    }
    return m_state->steady.get();
}

void PictureFeed::take(GstSample* sample)
{
    GstBuffer* buffer = gst_sample_get_buffer(sample);
    GstCaps* caps = gst_sample_get_caps(sample);
    if (buffer == nullptr || caps == nullptr || !GST_BUFFER_PTS_IS_VALID(buffer)) {
        return;
    }
    Held<GstSample> moved;
    {
        const std::scoped_lock lock(m_state->mutex);
        if (!m_state->pace.keeps(static_cast<std::int64_t>(GST_BUFFER_PTS(buffer)))) {
            return;
        }
        const Held<GstBuffer> copy(gst_buffer_copy(buffer)); // the pixels are shared
        if (m_state->pace.interval() > 0) {
            GST_BUFFER_DURATION(copy.get()) = static_cast<GstClockTime>(m_state->pace.interval());
        }
        moved.reset(gst_sample_new(copy.get(), steadyCaps(caps), nullptr, nullptr));
    }
    ++m_offered;
    gst_app_src_push_sample(GST_APP_SRC(m_source.get()), moved.get());
}

std::pair<int, int> PictureFeed::size() const
{
    const std::scoped_lock lock(m_state->mutex);
    int width = 0;
    int height = 0;
    if (m_state->seen != nullptr) {
        const GstStructure* form = gst_caps_get_structure(m_state->seen.get(), 0);
        gst_structure_get_int(form, "width", &width);
        gst_structure_get_int(form, "height", &height);
    }
    return {width, height};
}

void PictureFeed::setPace(const SendingSettings& settings)
{
    constexpr int fastest = 30;
    std::int64_t interval = 0;
    if (settings.stillsEvery) {
        interval = std::chrono::nanoseconds(*settings.stillsEvery).count();
    } else if (settings.framesPerSecond > 0 && settings.framesPerSecond < fastest) {
        interval = GST_SECOND / settings.framesPerSecond;
    }
    const std::scoped_lock lock(m_state->mutex);
    m_state->pace.setInterval(interval);
}

void SoundFeed::take(GstSample* sample)
{
    gst_app_src_push_sample(GST_APP_SRC(m_source.get()), sample);
}

} // namespace chevet::call
