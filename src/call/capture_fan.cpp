// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/capture_fan.h"

#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace chevet::call {

struct SampleFan::State
{
    std::mutex mutex;
    std::map<Key, std::shared_ptr<SampleTaker>> takers;
};

SampleFan::SampleFan() : m_state(std::make_unique<State>()) {}
SampleFan::~SampleFan() = default;

void SampleFan::add(Key key, std::shared_ptr<SampleTaker> taker)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->takers[key] = std::move(taker);
}

void SampleFan::remove(Key key)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->takers.erase(key);
}

void SampleFan::give(GstSample* sample)
{
    std::vector<std::shared_ptr<SampleTaker>> now;
    {
        const std::scoped_lock lock(m_state->mutex);
        for (const auto& [key, taker] : m_state->takers) {
            now.push_back(taker);
        }
    }
    for (const auto& taker : now) {
        taker->take(sample);
    }
}

} // namespace chevet::call
