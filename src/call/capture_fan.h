// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hands each captured sample to every peer. A peer that comes, goes or hangs never holds the capture back.
#pragma once

#include <cstdint>
#include <gst/gst.h>
#include <memory>

namespace chevet::call {

/// Called on the capture's streaming thread; must not block.
class SampleTaker
{
public:
    virtual ~SampleTaker() = default;
    virtual void take(GstSample* sample) = 0;
};

/// Any thread.
class SampleFan
{
public:
    using Key = std::uint64_t;

    SampleFan();
    ~SampleFan();
    SampleFan(const SampleFan&) = delete;
    SampleFan& operator=(const SampleFan&) = delete;

    void add(Key key, std::shared_ptr<SampleTaker> taker);
    /// A sample that is just being handed out may still reach it.
    void remove(Key key);
    void give(GstSample* sample);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::call
