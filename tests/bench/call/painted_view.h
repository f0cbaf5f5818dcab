// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's picture as it is painted, with a note of when. Thread: gui, except for what says otherwise.
#pragma once

#include "call/frame.h"
#include "screens/picture_view.h"

#include <mutex>

#include "bench/call/reception.h"

namespace chevet::bench {

class PaintedView : public screens::PictureView
{
public:
    PaintedView() { resize(960, 720); }

    /// From any thread: there is a new one.
    void come(std::shared_ptr<call::FrameSlot> pictures);
    void comeOwn(std::shared_ptr<call::FrameSlot> pictures);
    /// From any thread.
    std::vector<PictureShown> shown() const;
    void forget();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isNew = false;
    std::optional<std::uint32_t> m_clock;
    mutable std::mutex m_mutex;
    std::vector<PictureShown> m_shown;
};

} // namespace chevet::bench
