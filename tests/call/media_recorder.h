// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything that an engine told, to be waited for by condition. The limit is generous: it ends a test that
// hangs and decides nothing.
#pragma once

#include "call/media_values.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <variant>
#include <vector>

namespace chevet::test {

inline constexpr std::chrono::seconds patience{90};

class MediaRecorder final : public call::MediaListener
{
public:
    /// Called for each event on the media thread, before it is recorded.
    std::function<void(const call::MediaEvent&)> also;

    void onMedia(call::MediaEvent event) override
    {
        if (also) {
            also(event);
        }
        const std::scoped_lock lock(m_mutex);
        if (const auto* heard = std::get_if<call::SoundHeard>(&event)) {
            auto& sound = m_sound;
            sound.insert(sound.end(), heard->samples.begin(), heard->samples.end());
        } else {
            m_events.push_back(std::move(event));
        }
        m_changed.notify_all();
    }

    /// The first event of this kind for which `accepts` is true, waited for; nothing after the limit.
    template<class Event> std::optional<Event> wait(std::function<bool(const Event&)> accepts = {})
    {
        std::optional<Event> found;
        waitUntil([&](const std::vector<call::MediaEvent>& events) {
            for (const auto& event : events) {
                const auto* one = std::get_if<Event>(&event);
                if (one != nullptr && (!accepts || accepts(*one))) {
                    found = *one;
                    return true;
                }
            }
            return false;
        });
        return found;
    }

    /// The last one, once there are more than `before` of its kind.
    template<class Event> std::optional<Event> lastAfter(std::size_t before)
    {
        std::optional<Event> found;
        waitUntil([&](const std::vector<call::MediaEvent>& events) {
            std::size_t seen = 0;
            for (const auto& event : events) {
                if (const auto* one = std::get_if<Event>(&event)) {
                    ++seen;
                    found = *one;
                }
            }
            return seen > before;
        });
        return found;
    }

    template<class Event> std::size_t count() const
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t found = 0;
        for (const auto& event : m_events) {
            found += std::holds_alternative<Event>(event) ? 1 : 0;
        }
        return found;
    }

    /// The last `samples` of what was heard, once there are that many.
    std::vector<std::int16_t> sound(std::size_t samples)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, patience, [&] { return m_sound.size() >= samples; });
        const auto from = m_sound.size() > samples ? m_sound.size() - samples : 0;
        return {m_sound.begin() + static_cast<std::ptrdiff_t>(from), m_sound.end()};
    }

    void forgetSound()
    {
        const std::scoped_lock lock(m_mutex);
        m_sound.clear();
    }
    void forget()
    {
        const std::scoped_lock lock(m_mutex);
        m_events.clear();
        m_sound.clear();
    }

private:
    void waitUntil(const std::function<bool(const std::vector<call::MediaEvent>&)>& isThere)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, patience, [&] { return isThere(m_events); });
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<call::MediaEvent> m_events;
    std::vector<std::int16_t> m_sound;
};

/// Asks every few milliseconds; false after the limit.
template<class Condition> bool waitFor(Condition condition)
{
    std::mutex mutex;
    std::condition_variable nobody;
    std::unique_lock lock(mutex);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end) {
        if (condition()) {
            return true;
        }
        nobody.wait_for(lock, std::chrono::milliseconds(10));
    }
    return false;
}

} // namespace chevet::test
