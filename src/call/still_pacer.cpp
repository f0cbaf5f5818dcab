// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/still_pacer.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace chevet::call {

struct StillPacer::State
{
    explicit State(GstClock* itsClock) : clock(GST_CLOCK(gst_object_ref(itsClock))) {}

    void wait(std::size_t bytes);
    void letGo();

    std::mutex mutex;
    Held<GstClock> clock;
    int pace = 0; ///< bits a second; 0: none
    GstClockTime next = 0;
    GstClockID waiting = nullptr;
    bool isOver = false;
};

/// Until it is this packet's turn.
void StillPacer::State::wait(std::size_t bytes)
{
    GstClockID turn = nullptr;
    {
        const std::scoped_lock lock(mutex);
        if (pace == 0 || isOver) {
            return;
        }
        const auto now = gst_clock_get_time(clock.get());
        const auto at = std::max(now, next);
        next = at + gst_util_uint64_scale(bytes * 8, GST_SECOND, static_cast<guint64>(pace));
        if (at == now) {
            return;
        }
        turn = gst_clock_new_single_shot_id(clock.get(), at);
        waiting = turn;
    }
    gst_clock_id_wait(turn, nullptr);
    {
        const std::scoped_lock lock(mutex);
        waiting = nullptr;
    }
    gst_clock_id_unref(turn);
}

void StillPacer::State::letGo()
{
    const std::scoped_lock lock(mutex);
    if (waiting != nullptr) {
        gst_clock_id_unschedule(waiting);
    }
}

StillPacer::StillPacer(GstPad* pad, GstClock* clock)
    : m_pad(holdAnother(pad)), m_state(std::make_shared<State>(clock))
{
    const auto kinds = static_cast<GstPadProbeType>(static_cast<unsigned>(GST_PAD_PROBE_TYPE_BUFFER) |
                                                    static_cast<unsigned>(GST_PAD_PROBE_TYPE_BUFFER_LIST));
    m_probe = gst_pad_add_probe(m_pad.get(), kinds, &StillPacer::onPackets,
                                new std::shared_ptr<State>(m_state), deleteContext<std::shared_ptr<State>>);
}

StillPacer::~StillPacer()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->isOver = true;
    }
    m_state->letGo();
    gst_pad_remove_probe(m_pad.get(), m_probe);
}

void StillPacer::setPace(std::optional<int> bitsPerSecond)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->pace = std::max(bitsPerSecond.value_or(0), 0);
    }
    if (!bitsPerSecond) {
        m_state->letGo();
    }
}

GstPadProbeReturn StillPacer::onPackets(GstPad* pad, GstPadProbeInfo* info, gpointer held)
{
    const auto state = *static_cast<std::shared_ptr<State>*>(held); // outlives the wait
    if ((static_cast<unsigned>(info->type) & static_cast<unsigned>(GST_PAD_PROBE_TYPE_BUFFER)) != 0) {
        state->wait(gst_buffer_get_size(GST_PAD_PROBE_INFO_BUFFER(info)));
        return GST_PAD_PROBE_OK;
    }
    {
        const std::scoped_lock lock(state->mutex);
        if (state->pace == 0 || state->isOver) {
            return GST_PAD_PROBE_OK;
        }
    }
    // One after the other: each comes here once more, as a packet of its own.
    auto* list = GST_PAD_PROBE_INFO_BUFFER_LIST(info);
    auto flow = GST_FLOW_OK;
    for (guint i = 0; i < gst_buffer_list_length(list) && flow == GST_FLOW_OK; ++i) {
        flow = gst_pad_push(pad, gst_buffer_ref(gst_buffer_list_get(list, i)));
    }
    gst_buffer_list_unref(list);
    GST_PAD_PROBE_INFO_DATA(info) = nullptr;
    GST_PAD_PROBE_INFO_FLOW_RETURN(info) = flow;
    return GST_PAD_PROBE_HANDLED;
}

} // namespace chevet::call
