// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_pipeline.h"

#include <gst/app/gstappsink.h>

namespace chevet::call {
namespace {

GstFlowReturn handOver(GstAppSink* sink, gpointer arrived)
{
    const Held<GstSample> sample(gst_app_sink_pull_sample(sink));
    if (sample != nullptr) { // none while flushing: an end, not an error
        (*static_cast<MediaPipeline::Arrived*>(arrived))(sample.get());
    }
    return GST_FLOW_OK;
}

} // namespace

SharedTime SharedTime::begin()
{
    SharedTime time;
    time.clock = std::shared_ptr<GstClock>(gst_system_clock_obtain(), gst_object_unref);
    time.base = gst_clock_get_time(time.clock.get());
    return time;
}

MediaPipeline::MediaPipeline(const SharedTime& time, GMainContext* context, Ended ended)
    : m_pipeline(GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new(nullptr)))), m_ended(std::move(ended))
{
    auto* pipeline = GST_PIPELINE(m_pipeline.get());
    gst_pipeline_use_clock(pipeline, time.clock.get());
    gst_element_set_start_time(m_pipeline.get(), GST_CLOCK_TIME_NONE);
    gst_element_set_base_time(m_pipeline.get(), time.base);
    const Held<GstBus> bus(gst_element_get_bus(m_pipeline.get()));
    m_watch.reset(gst_bus_create_watch(bus.get()));
    g_source_set_callback(m_watch.get(), G_SOURCE_FUNC(&MediaPipeline::onMessage), this, nullptr);
    g_source_attach(m_watch.get(), context);
}

MediaPipeline::~MediaPipeline()
{
    stop();
}

void MediaPipeline::stop()
{
    m_watch.reset(); // first: nothing of what is still in the bus may arrive
    m_ended = nullptr;
    gst_element_set_state(m_pipeline.get(), GST_STATE_NULL);
}

Result<GstElement*> MediaPipeline::add(const std::string& description, const char* name) const
{
    auto parsed = parseBin(description);
    if (!parsed) {
        return failAs(parsed);
    }
    auto* element = parsed->get();
    if (name != nullptr) {
        gst_object_set_name(GST_OBJECT(element), name);
    }
    add(*parsed);
    return element;
}

void MediaPipeline::add(const Held<GstElement>& element) const
{
    gst_bin_add(bin(), element.get()); // takes a reference of its own: this one is no longer floating
}

Held<GstElement> MediaPipeline::find(const char* name) const
{
    return Held<GstElement>(gst_bin_get_by_name(bin(), name));
}

void MediaPipeline::onSample(const char* sink, Arrived arrived) const
{
    const auto element = find(sink);
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = handOver;
    gst_app_sink_set_callbacks(GST_APP_SINK(element.get()), &callbacks, new Arrived(std::move(arrived)),
                               deleteContext<Arrived>);
}

Result<void> MediaPipeline::play() const
{
    if (gst_element_set_state(m_pipeline.get(), GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE) {
        return fail(ErrorCode::Internal, "pipeline does not start");
    }
    return {};
}

void MediaPipeline::end(PipelineEnd how, const Error& error)
{
    if (const auto ended = std::exchange(m_ended, nullptr)) {
        ended(how, error);
    }
}

gboolean MediaPipeline::onMessage(GstBus*, GstMessage* message, gpointer self)
{
    auto* pipeline = static_cast<MediaPipeline*>(self);
    switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_LATENCY: gst_bin_recalculate_latency(pipeline->bin()); break;
    case GST_MESSAGE_EOS: pipeline->end(PipelineEnd::EndOfStream, {}); break;
    case GST_MESSAGE_ERROR: {
        GError* raw = nullptr;
        gst_message_parse_error(message, &raw, nullptr);
        const Held<GError> error(raw);
        pipeline->end(PipelineEnd::Failed, {ErrorCode::Internal, GST_MESSAGE_SRC_NAME(message), error->code});
        break;
    }
    default: break;
    }
    return G_SOURCE_CONTINUE;
}

Result<Held<GstElement>> makeElement(const char* factory)
{
    auto* element = gst_element_factory_make(factory, nullptr);
    if (element == nullptr) {
        return fail(ErrorCode::NotFound, std::string("gstreamer element ") + factory);
    }
    return Held<GstElement>(GST_ELEMENT(gst_object_ref_sink(element)));
}

Result<Held<GstElement>> parseBin(const std::string& description)
{
    GError* raw = nullptr;
    auto* element = gst_parse_bin_from_description_full(description.c_str(), TRUE, nullptr,
                                                        GST_PARSE_FLAG_FATAL_ERRORS, &raw);
    const Held<GError> error(raw);
    if (element == nullptr) {
        return fail(ErrorCode::Internal, "pipeline: " + std::string(error == nullptr ? "" : error->message));
    }
    return Held<GstElement>(GST_ELEMENT(gst_object_ref_sink(element)));
}

Result<Held<GstElement>> fileBin(const std::string& path, const std::string& decoded, const SharedTime& time)
{
    GError* raw = nullptr;
    const auto description =
        "filesrc name=file ! decodebin ! " + decoded + " ! identity name=now ! clocksync name=last";
    // Its free ends are not made pads at once: the decoder's end is free until the file has been looked into.
    auto* element = gst_parse_bin_from_description_full(description.c_str(), FALSE, nullptr,
                                                        GST_PARSE_FLAG_FATAL_ERRORS, &raw);
    const Held<GError> error(raw);
    if (element == nullptr) {
        return fail(ErrorCode::Internal, "pipeline: " + std::string(error == nullptr ? "" : error->message));
    }
    Held<GstElement> bin(GST_ELEMENT(gst_object_ref_sink(element)));
    const auto inside = [&](const char* name) {
        return Held<GstElement>(gst_bin_get_by_name(GST_BIN(bin.get()), name));
    };
    g_object_set(inside("file").get(), "location", path.c_str(), nullptr);
    const Held<GstPad> now(gst_element_get_static_pad(inside("now").get(), "src"));
    gst_pad_set_offset(now.get(), static_cast<gint64>(time.now()));
    const Held<GstPad> last(gst_element_get_static_pad(inside("last").get(), "src"));
    gst_element_add_pad(bin.get(), gst_ghost_pad_new("src", last.get()));
    return bin;
}

bool hasElement(const char* factory)
{
    const Held<GstElementFactory> found(gst_element_factory_find(factory));
    return found != nullptr;
}

} // namespace chevet::call
