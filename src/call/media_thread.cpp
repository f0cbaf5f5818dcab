// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_thread.h"

#include "call/media_handles.h"

#include <array>
#include <mutex>
#include <utility>

namespace chevet::call {
namespace {

// webrtcbin does not bring nicesrc along; elements are asked for, since plugins are renamed and merged.
constexpr std::array neededElements{
    "webrtcbin",    "nicesrc",        "nicesink",     "dtlssrtpenc",  "srtpenc",     "sctpenc",
    "rtpbin",       "vp8enc",         "vp8dec",       "rtpvp8pay",    "rtpvp8depay", "opusenc",
    "opusdec",      "rtpopuspay",     "rtpopusdepay", "appsrc",       "appsink",     "videotestsrc",
    "videoconvert", "videoscale",     "videorate",    "audioconvert", "audiomixer",  "audioresample",
    "audiotestsrc", "queue",          "tee",          "volume",       "level",       "jpegdec",
    "rtpsession",   "rtpjitterbuffer"};

Result<void> startOnce()
{
    GError* raw = nullptr;
    if (gst_init_check(nullptr, nullptr, &raw) == FALSE) {
        const Held<GError> error(raw);
        return fail(ErrorCode::Internal, "gstreamer");
    }
    for (const char* name : neededElements) {
        const Held<GstElementFactory> factory(gst_element_factory_find(name));
        if (factory == nullptr) {
            return fail(ErrorCode::NotFound, std::string("gstreamer element ") + name);
        }
    }
    return {};
}

} // namespace

struct MediaQueue::State
{
    std::mutex mutex;
    bool isClosed = false;
};

MediaQueue::MediaQueue() : m_context(g_main_context_new()), m_state(std::make_unique<State>()) {}

MediaQueue::~MediaQueue()
{
    g_main_context_unref(contextOf(*this));
}

bool MediaQueue::post(Work work)
{
    return postAfter(std::chrono::milliseconds(0), std::move(work));
}

bool MediaQueue::postAfter(std::chrono::milliseconds delay, Work work)
{
    const auto run = [](gpointer held) -> gboolean {
        (*static_cast<Work*>(held))();
        return G_SOURCE_REMOVE;
    };
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->isClosed) {
        return false;
    }
    GSource* source =
        delay.count() == 0 ? g_idle_source_new() : g_timeout_source_new(static_cast<guint>(delay.count()));
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, run, new Work(std::move(work)), deleteContext<Work>);
    g_source_attach(source, contextOf(*this));
    g_source_unref(source);
    return true;
}

void MediaQueue::close()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->isClosed = true;
}

MediaThread::MediaThread() : m_queue(std::make_shared<MediaQueue>())
{
    m_thread = std::thread([queue = m_queue, isEnding = m_isEnding] {
        GMainContext* context = contextOf(*queue);
        g_main_context_push_thread_default(context);
        while (!*isEnding) {
            g_main_context_iteration(context, TRUE);
        }
        g_main_context_pop_thread_default(context);
    });
}

MediaThread::~MediaThread()
{
    m_queue->post([isEnding = m_isEnding] { *isEnding = true; });
    m_queue->close();
    m_thread.join();
}

Result<void> startMedia()
{
    static const auto started = startOnce();
    return started;
}

} // namespace chevet::call
