// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One picture as a value, and the place where the newest one waits for whoever paints.
#pragma once

#include <cstdint>
#include <memory>

namespace chevet::call {

/// 32-bit pixels, in memory blue, green, red, unused: what a QImage of Format_RGB32 wraps without a copy.
struct Frame
{
    const std::uint8_t* pixels = nullptr; ///< valid as long as `keepAlive`
    int stride = 0;                       ///< bytes from one row to the next
    int width = 0;
    int height = 0;
    std::int64_t ptsNanoseconds = 0; ///< on the clock that all pipelines of an engine share
    std::uint64_t number = 0;        ///< 1, 2, 3… for each stream: how many have been decoded
    std::shared_ptr<const void> keepAlive;
};

/// Any thread. A slow painter skips pictures and never holds back the stream.
class FrameSlot
{
public:
    FrameSlot();
    ~FrameSlot();
    FrameSlot(const FrameSlot&) = delete;
    FrameSlot& operator=(const FrameSlot&) = delete;

    /// True if the picture before has been taken: whoever waits has to be told again.
    bool put(Frame frame);
    /// The newest picture; without pixels as long as none has come.
    Frame take();
    /// How many were put.
    std::uint64_t count() const;
    /// Gives the memory back: the stream has ended.
    void clear();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::call
