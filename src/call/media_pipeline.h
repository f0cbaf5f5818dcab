// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One GstPipeline from its start to its end, on the clock that all of an engine share: the presentation times
// of one pipeline mean the same in every other, so that what is captured can be sent without being stamped
// again (stamping by arrival made the other side conceal a third of the sound). Thread: media. The end never
// waits for another pipeline.
#pragma once

#include "call/media_handles.h"
#include "foundation/result.h"

#include <functional>
#include <memory>
#include <string>

namespace chevet::call {

/// The clock and the moment that is zero.
struct SharedTime
{
    std::shared_ptr<GstClock> clock;
    GstClockTime base = 0;

    static SharedTime begin();
    GstClockTime now() const { return gst_clock_get_time(clock.get()) - base; }
};

enum class PipelineEnd
{
    Failed,
    EndOfStream
};

class MediaPipeline
{
public:
    using Ended = std::function<void(PipelineEnd, const Error&)>;
    using Arrived = std::function<void(GstSample*)>;

    /// `ended` is called from `context`, at most once, never after the destructor.
    MediaPipeline(const SharedTime& time, GMainContext* context, Ended ended);
    ~MediaPipeline();
    MediaPipeline(const MediaPipeline&) = delete;
    MediaPipeline& operator=(const MediaPipeline&) = delete;

    /// Adds what the text describes, its free ends as pads of a bin.
    Result<GstElement*> add(const std::string& description, const char* name = nullptr) const;
    void add(const Held<GstElement>& element) const;
    /// Null if there is none of that name.
    Held<GstElement> find(const char* name) const;
    /// Each sample of the appsink with this name, on a streaming thread.
    void onSample(const char* sink, Arrived arrived) const;
    Result<void> play() const;
    /// Everything that runs in it has ended when this returns. May be called twice.
    void stop();

    GstBin* bin() const { return GST_BIN(m_pipeline.get()); }

private:
    static gboolean onMessage(GstBus* bus, GstMessage* message, gpointer self);
    void end(PipelineEnd how, const Error& error);

    Held<GstElement> m_pipeline;
    Held<GSource> m_watch;
    Ended m_ended;
};

/// A new element without a parent; NotFound names it.
Result<Held<GstElement>> makeElement(const char* factory);
bool hasElement(const char* factory);
/// A bin without a parent, its free ends as pads.
Result<Held<GstElement>> parseBin(const std::string& description);
/// A bin that plays a file from this moment on: `decoded` is what follows the decoder. For sources without a
/// clock, whose times begin at zero.
Result<Held<GstElement>> fileBin(const std::string& path, const std::string& decoded, const SharedTime& time);

} // namespace chevet::call
