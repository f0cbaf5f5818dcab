// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A look into the pipeline of a peer: its elements by factory, and losses that a line would make.
#pragma once

#include "call/media_engine.h"
#include "call/media_handles.h"

#include <functional>
#include <future>
#include <gst/gst.h>
#include <string>
#include <string_view>

namespace chevet::test {

/// Calls `look` on the media thread and waits for it.
inline void lookInside(call::MediaEngine& engine, call::PeerNumber peer, std::function<void(GstBin*)> look)
{
    auto done = std::make_shared<std::promise<void>>();
    auto looked = done->get_future();
    engine.inspect(peer, [look, done](void* bin) {
        look(GST_BIN(bin));
        done->set_value();
    });
    looked.wait_for(std::chrono::seconds(30));
}

inline void forEachElement(GstBin* bin, std::string_view factory, const std::function<void(GstElement*)>& use)
{
    GstIterator* all = gst_bin_iterate_recurse(bin);
    GValue value = G_VALUE_INIT;
    while (gst_iterator_next(all, &value) == GST_ITERATOR_OK) {
        auto* element = GST_ELEMENT(g_value_get_object(&value));
        GstElementFactory* made = gst_element_get_factory(element);
        if (made != nullptr && factory == GST_OBJECT_NAME(made)) {
            use(element);
        }
        g_value_reset(&value);
    }
    g_value_unset(&value);
    gst_iterator_free(all);
}

/// Loses every tenth packet at each pad of this name of these elements.
inline void loseEveryTenth(GstBin* bin, std::string_view factory, const char* pad)
{
    forEachElement(bin, factory, [pad](GstElement* element) {
        const call::Held<GstPad> at(gst_element_get_static_pad(element, pad));
        const auto lose = [](GstPad*, GstPadProbeInfo*, gpointer count) {
            return ++*static_cast<std::atomic<int>*>(count) % 10 == 0 ? GST_PAD_PROBE_DROP : GST_PAD_PROBE_OK;
        };
        gst_pad_add_probe(at.get(), GST_PAD_PROBE_TYPE_BUFFER, lose, new std::atomic<int>(0),
                          call::deleteContext<std::atomic<int>>);
    });
}

template<class Number> Number numberOf(gpointer object, const char* property)
{
    Number value{};
    g_object_get(object, property, &value, nullptr);
    return value;
}

} // namespace chevet::test
