// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/frame_sample.h"

#include <gst/video/video.h>

namespace chevet::call {
namespace {

struct MappedFrame
{
    GstVideoFrame frame{};
    bool isMapped = false;

    MappedFrame() = default;
    MappedFrame(const MappedFrame&) = delete;
    MappedFrame& operator=(const MappedFrame&) = delete;
    ~MappedFrame()
    {
        if (isMapped) {
            gst_video_frame_unmap(&frame);
        }
    }
};

} // namespace

std::optional<Frame> frameOf(GstSample* sample)
{
    GstVideoInfo form;
    GstCaps* caps = gst_sample_get_caps(sample);
    GstBuffer* buffer = gst_sample_get_buffer(sample);
    if (caps == nullptr || buffer == nullptr || gst_video_info_from_caps(&form, caps) == FALSE ||
        GST_VIDEO_INFO_FORMAT(&form) != GST_VIDEO_FORMAT_BGRx) {
        return std::nullopt;
    }
    auto mapped = std::make_shared<MappedFrame>();
    // The mapped frame holds a reference to the buffer.
    mapped->isMapped = gst_video_frame_map(&mapped->frame, &form, buffer, GST_MAP_READ) == TRUE;
    if (!mapped->isMapped) {
        return std::nullopt;
    }
    Frame frame;
    frame.pixels = static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&mapped->frame, 0));
    frame.stride = GST_VIDEO_FRAME_PLANE_STRIDE(&mapped->frame, 0);
    frame.width = GST_VIDEO_FRAME_WIDTH(&mapped->frame);
    frame.height = GST_VIDEO_FRAME_HEIGHT(&mapped->frame);
    frame.ptsNanoseconds = static_cast<std::int64_t>(GST_BUFFER_PTS(buffer));
    frame.keepAlive = std::move(mapped);
    return frame;
}

} // namespace chevet::call
