// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/frame.h"

#include <mutex>
#include <utility>

namespace chevet::call {

struct FrameSlot::State
{
    std::mutex mutex;
    Frame newest;
    bool isTaken = true;
    std::uint64_t count = 0;
};

FrameSlot::FrameSlot() : m_state(std::make_unique<State>()) {}
FrameSlot::~FrameSlot() = default;

bool FrameSlot::put(Frame frame)
{
    Frame old; // given back outside the lock
    const std::scoped_lock lock(m_state->mutex);
    frame.number = ++m_state->count;
    old = std::exchange(m_state->newest, std::move(frame));
    return std::exchange(m_state->isTaken, false);
}

Frame FrameSlot::take()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->isTaken = true;
    return m_state->newest;
}

std::uint64_t FrameSlot::count() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->count;
}

void FrameSlot::clear()
{
    Frame old;
    const std::scoped_lock lock(m_state->mutex);
    old = std::exchange(m_state->newest, {});
    m_state->isTaken = true;
}

} // namespace chevet::call
