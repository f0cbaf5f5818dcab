// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps the packets of a still apart on a thin line: at once they would hold the voice back for a second.
// Thread: the packets wait on the picture's streaming thread; everything else on any.
#pragma once

#include "call/media_handles.h"

#include <memory>
#include <optional>

namespace chevet::call {

class StillPacer
{
public:
    /// On the pad that the payloader's packets leave by.
    StillPacer(GstPad* pad, GstClock* clock);
    /// A packet that waits goes.
    ~StillPacer();
    StillPacer(const StillPacer&) = delete;
    StillPacer& operator=(const StillPacer&) = delete;

    /// Nothing: packets leave as they come.
    void setPace(std::optional<int> bitsPerSecond);

private:
    struct State;
    static GstPadProbeReturn onPackets(GstPad* pad, GstPadProbeInfo* info, gpointer held);

    Held<GstPad> m_pad;
    gulong m_probe = 0;
    std::shared_ptr<State> m_state;
};

} // namespace chevet::call
