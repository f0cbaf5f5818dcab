// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What GStreamer counts references of, owned by scope.
#pragma once

#include "call/media_thread.h"

#include <gst/gst.h>
#include <gst/sdp/sdp.h>
#include <memory>
#include <string>
#include <utility>

namespace chevet::call {

struct MediaUnref
{
    void operator()(GstMiniObject* object) const { gst_mini_object_unref(object); }
    void operator()(GstCaps* caps) const { gst_caps_unref(caps); }
    void operator()(GstSample* sample) const { gst_sample_unref(sample); }
    void operator()(GstBuffer* buffer) const { gst_buffer_unref(buffer); }
    void operator()(GstMessage* message) const { gst_message_unref(message); }
    void operator()(GstStructure* structure) const { gst_structure_free(structure); }
    void operator()(GstPromise* promise) const { gst_promise_unref(promise); }
    void operator()(GstSDPMessage* message) const { gst_sdp_message_free(message); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(GSource* source) const
    {
        g_source_destroy(source);
        g_source_unref(source);
    }
    template<class Object> void operator()(Object* object) const { g_object_unref(object); }
};

/// One reference, given back at the end of the scope.
template<class Type> using Held = std::unique_ptr<Type, MediaUnref>;

/// One more reference to an object that is someone else's as well.
template<class Object> Held<Object> holdAnother(Object* object)
{
    if (object != nullptr) {
        g_object_ref(object);
    }
    return Held<Object>(object);
}

/// A handler of a signal, taken off at the end of the scope. A call that is under way goes on: what it uses
/// is owned by the closure (connectSignal).
class SignalHandler
{
public:
    SignalHandler() = default;
    SignalHandler(gpointer object, gulong id) : m_object(G_OBJECT(g_object_ref(object))), m_id(id) {}
    SignalHandler(SignalHandler&&) noexcept = default;
    SignalHandler& operator=(SignalHandler&& other) noexcept
    {
        disconnect();
        m_object = std::move(other.m_object);
        m_id = std::exchange(other.m_id, 0);
        return *this;
    }
    SignalHandler(const SignalHandler&) = delete;
    SignalHandler& operator=(const SignalHandler&) = delete;
    ~SignalHandler() { disconnect(); }

    void disconnect()
    {
        if (m_object != nullptr && m_id != 0) {
            g_signal_handler_disconnect(m_object.get(), m_id);
        }
        m_object.reset();
        m_id = 0;
    }

private:
    Held<GObject> m_object;
    gulong m_id = 0;
};

/// `function` gets a pointer to a copy of `context` as its last argument.
template<class Context, class Function>
SignalHandler connectSignal(gpointer object, const char* signal, Function* function, Context context)
{
    const auto release = [](gpointer held, GClosure*) { delete static_cast<Context*>(held); };
    return {object, g_signal_connect_data(object, signal, G_CALLBACK(function),
                                          new Context(std::move(context)), release, GConnectFlags(0))};
}

template<class Context> void deleteContext(gpointer held)
{
    delete static_cast<Context*>(held);
}

inline GMainContext* contextOf(const MediaQueue& queue)
{
    return static_cast<GMainContext*>(queue.context());
}

/// A string that GLib allocated.
inline std::string takeText(gchar* text)
{
    std::string taken = text == nullptr ? "" : text;
    g_free(text);
    return taken;
}

} // namespace chevet::call
