// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/painted_view.h"

#include "call/frame_clock.h"
#include "workflow/frame_image.h"

#include "bench/call/desk.h"

namespace chevet::bench {

void PaintedView::come(std::shared_ptr<call::FrameSlot> pictures)
{
    QMetaObject::invokeMethod(this, [this, pictures = std::move(pictures)] {
        const auto frame = pictures->take();
        if (frame.pixels == nullptr) {
            return;
        }
        m_clock = call::readClock(frame.pixels, frame.stride, frame.width, frame.height);
        m_isNew = true;
        showPicture(workflow::imageOf(frame));
    });
}

void PaintedView::comeOwn(std::shared_ptr<call::FrameSlot> pictures)
{
    QMetaObject::invokeMethod(this, [this, pictures = std::move(pictures)] {
        showOwnPicture(workflow::imageOf(pictures->take()));
    });
}

std::vector<PictureShown> PaintedView::shown() const
{
    const std::scoped_lock lock(m_mutex);
    return m_shown;
}

void PaintedView::forget()
{
    const std::scoped_lock lock(m_mutex);
    m_shown.clear();
}

void PaintedView::paintEvent(QPaintEvent* event)
{
    PictureView::paintEvent(event);
    if (m_isNew) {
        m_isNew = false;
        const std::scoped_lock lock(m_mutex);
        m_shown.push_back({monotonicNow(), m_clock});
    }
}

} // namespace chevet::bench
