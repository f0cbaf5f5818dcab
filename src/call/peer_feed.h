// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way from the capture into one peer's encoder: the samples keep their times, as many pictures go on as
// are wanted. What the encoder can't take in time is dropped here and never held back. Thread: take() on a
// streaming thread, the rest on any.
#pragma once

#include "call/capture_fan.h"
#include "call/frame_pace.h"
#include "call/media_handles.h"
#include "call/media_values.h"

#include <atomic>
#include <memory>
#include <utility>

namespace chevet::call {

class PictureFeed final : public SampleTaker
{
public:
    explicit PictureFeed(Held<GstElement> source);
    ~PictureFeed() override;
    PictureFeed(const PictureFeed&) = delete;
    PictureFeed& operator=(const PictureFeed&) = delete;

    void take(GstSample* sample) override;
    void setPace(const SendingSettings& settings);
    /// The size of the picture before it is made smaller, width and height; zero as long as none has come.
    std::pair<int, int> size() const;
    /// How many pictures were handed to the encoder.
    std::uint64_t offered() const { return m_offered; }

private:
    struct State;
    GstCaps* steadyCaps(GstCaps* caps);

    Held<GstElement> m_source;
    std::unique_ptr<State> m_state;
    std::atomic<std::uint64_t> m_offered = 0;
};

class SoundFeed final : public SampleTaker
{
public:
    explicit SoundFeed(Held<GstElement> source) : m_source(std::move(source)) {}
    void take(GstSample* sample) override;

private:
    Held<GstElement> m_source;
};

} // namespace chevet::call
