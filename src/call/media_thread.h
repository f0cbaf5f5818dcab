// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The thread that makes every GStreamer call, with a GMainContext of its own: GStreamer's buses and timers
// are served there whatever event loop the program has. Work comes in as functions; nobody waits for it but
// the end.
#pragma once

#include "foundation/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace chevet::call {

/// Where work is left for the media thread. Any thread; outlives it: what comes after its end is dropped.
class MediaQueue
{
public:
    using Work = std::function<void()>;

    MediaQueue();
    ~MediaQueue();
    MediaQueue(const MediaQueue&) = delete;
    MediaQueue& operator=(const MediaQueue&) = delete;

    /// In the order in which it was posted. False: the thread has ended.
    bool post(Work work);
    bool postAfter(std::chrono::milliseconds delay, Work work);
    /// From now on nothing is taken.
    void close();
    /// Its GMainContext, for this folder's own sources (contextOf).
    void* context() const { return m_context; }

private:
    struct State;
    void* m_context;
    std::unique_ptr<State> m_state;
};

class MediaThread
{
public:
    MediaThread();
    /// Finishes the work that was posted before.
    ~MediaThread();
    MediaThread(const MediaThread&) = delete;
    MediaThread& operator=(const MediaThread&) = delete;

    const std::shared_ptr<MediaQueue>& queue() const { return m_queue; }

private:
    std::shared_ptr<MediaQueue> m_queue;
    std::shared_ptr<bool> m_isEnding = std::make_shared<bool>(false); ///< the media thread's own
    std::thread m_thread;
};

/// Once in a process; later calls give the first answer. NotFound names the element that is missing: the
/// program goes on without calls.
Result<void> startMedia();

} // namespace chevet::call
