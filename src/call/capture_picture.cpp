// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/capture.h"
#include "call/frame_clock.h"
#include "call/frame_sample.h"

#include <gst/video/video.h>

namespace chevet::call {
namespace {

constexpr int ownPictureWidth = 320;

/// The second branch is the own picture, small; both skip what nobody takes in time.
std::string tail(const PictureSource& source)
{
    const auto size = ",width=" + std::to_string(source.width) + ",height=" + std::to_string(source.height);
    const auto ownHeight = ownPictureWidth * source.height / source.width / 2 * 2;
    return "queue leaky=downstream max-size-buffers=3 max-size-bytes=0 max-size-time=0 ! videoconvert ! "
           "videoscale "
           "add-borders=true ! videorate drop-only=true skip-to-first=true max-rate=" +
           std::to_string(source.framesPerSecond) + " ! capsfilter name=form caps=video/x-raw,format=I420" +
           size +
           ",pixel-aspect-ratio=1/1 ! tee name=both both. ! queue leaky=downstream max-size-buffers=2 ! "
           "appsink "
           "name=out sync=false async=false max-buffers=2 drop=true both. ! queue leaky=downstream "
           "max-size-buffers=1 ! videoscale ! videoconvert ! video/x-raw,format=BGRx,width=" +
           std::to_string(ownPictureWidth) + ",height=" + std::to_string(ownHeight) +
           " ! appsink name=own sync=false async=false max-buffers=1 drop=true";
}

GstPadProbeReturn burn(GstPad* pad, GstPadProbeInfo* info, gpointer)
{
    const Held<GstCaps> caps(gst_pad_get_current_caps(pad));
    GstVideoInfo form;
    if (caps == nullptr || gst_video_info_from_caps(&form, caps.get()) == FALSE) {
        return GST_PAD_PROBE_OK;
    }
    auto* buffer = gst_buffer_make_writable(GST_PAD_PROBE_INFO_BUFFER(info));
    info->data = buffer;
    GstVideoFrame frame;
    if (gst_video_frame_map(&frame, &form, buffer, GST_MAP_READWRITE) == TRUE) {
        burnClock(static_cast<std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0)),
                  GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0), GST_VIDEO_FRAME_WIDTH(&frame),
                  GST_VIDEO_FRAME_HEIGHT(&frame), g_get_monotonic_time() / 1000);
        gst_video_frame_unmap(&frame);
    }
    return GST_PAD_PROBE_OK;
}

} // namespace

PictureCapture::PictureCapture(CaptureSurroundings around, std::shared_ptr<SampleFan> fan,
                               std::shared_ptr<FrameSlot> ownPicture)
    : m_around(std::move(around)), m_fan(std::move(fan)), m_ownPicture(std::move(ownPicture))
{}

void PictureCapture::start(const PictureSource& source)
{
    m_source = source;
    m_isOn = true;
    m_pipeline.reset(); // first: the device may be the same
    if (source.from == PictureFrom::Nothing) {
        standIn(CaptureState::StandIn, CaptureTrouble::None);
        return;
    }
    const auto running = run(source);
    if (running) {
        m_around.tell(PictureCaptured{CaptureState::Running, CaptureTrouble::None});
        return;
    }
    const bool isMissing = running.error().code == ErrorCode::NotFound;
    standIn(CaptureState::StandIn, isMissing ? CaptureTrouble::Missing : CaptureTrouble::Failed);
}

void PictureCapture::switchCamera(bool isOn)
{
    if (isOn == m_isOn) {
        return;
    }
    if (isOn) {
        start(m_source);
        return;
    }
    m_isOn = false;
    standIn(CaptureState::Off, CaptureTrouble::None);
}

void PictureCapture::standIn(CaptureState state, CaptureTrouble trouble)
{
    m_pipeline.reset();
    auto still = m_source;
    still.from = PictureFrom::Nothing;
    still.hasClock = false;
    if (!run(still)) {
        m_pipeline.reset();
    }
    m_around.tell(PictureCaptured{state, trouble});
}

void PictureCapture::ended(PipelineEnd how)
{
    if (how == PipelineEnd::EndOfStream && m_source.from == PictureFrom::File) {
        start(m_source);
        return;
    }
    standIn(CaptureState::StandIn, CaptureTrouble::Failed);
}

Result<Held<GstElement>> PictureCapture::sourceElement(const PictureSource& source) const
{
    const auto size = ",width=" + std::to_string(source.width) + ",height=" + std::to_string(source.height);
    switch (source.from) {
    case PictureFrom::Nothing:
        return parseBin("videotestsrc is-live=true pattern=solid-color foreground-color=0xff30343b ! "
                        "capsfilter caps=video/x-raw,format=I420,framerate=2/1" +
                        size);
    case PictureFrom::Pattern:
        if (source.id.empty() ||
            source.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
            return fail(ErrorCode::UnknownName, "pattern"); // it goes into a description
        }
        return parseBin("videotestsrc is-live=true pattern=" + source.id +
                        " ! capsfilter caps=video/x-raw,format=I420,framerate=" +
                        std::to_string(source.framesPerSecond) + "/1" + size);
    case PictureFrom::File: return fileBin(source.id, "videoconvert", m_around.time);
    case PictureFrom::Camera: break;
    }
    if (m_around.devices == nullptr) {
        return fail(ErrorCode::NotFound, "camera");
    }
    const auto form = cameraForm(m_around.devices->capabilities(source.id).get(), source.width);
    auto camera = m_around.devices->element(DeviceKind::Camera, source.id);
    if (!camera || !form) {
        return camera ? fail(ErrorCode::NotFound, "camera without pictures") : failAs(camera);
    }
    auto whole = parseBin("capsfilter name=first caps=" + form->caps + (form->isJpeg ? " ! jpegdec" : "") +
                          " ! videoconvert");
    if (!whole) {
        return whole;
    }
    auto* bin = GST_BIN(whole->get());
    gst_bin_add(bin, camera->get());
    const Held<GstElement> first(gst_bin_get_by_name(bin, "first"));
    const Held<GstPad> open(gst_element_get_static_pad(whole->get(), "sink"));
    gst_element_remove_pad(whole->get(), open.get()); // the free end now is the camera's
    if (gst_element_link(camera->get(), first.get()) == FALSE) {
        return fail(ErrorCode::Internal, "camera");
    }
    return whole;
}

Result<void> PictureCapture::run(const PictureSource& source)
{
    auto element = sourceElement(source);
    if (!element) {
        return failAs(element);
    }
    auto pipeline = std::make_unique<MediaPipeline>(m_around.time, m_around.context,
                                                    [this](PipelineEnd how, const Error&) { ended(how); });
    auto* from = element->get();
    pipeline->add(*element);
    const auto to = pipeline->add(tail(source));
    if (!to) {
        return failAs(to);
    }
    if (gst_element_link(from, *to) == FALSE) {
        return fail(ErrorCode::Internal, "picture capture");
    }
    if (source.hasClock) {
        const auto form = pipeline->find("form");
        const Held<GstPad> pad(gst_element_get_static_pad(form.get(), "src"));
        gst_pad_add_probe(pad.get(), GST_PAD_PROBE_TYPE_BUFFER, burn, nullptr, nullptr);
    }
    pipeline->onSample("out", [fan = m_fan](GstSample* sample) { fan->give(sample); });
    pipeline->onSample("own", [slot = m_ownPicture, tell = m_around.tell](GstSample* sample) {
        if (auto frame = frameOf(sample); frame && slot->put(std::move(*frame))) {
            tell(OwnFrameReady{});
        }
    });
    CHEVET_TRY(pipeline->play());
    m_pipeline = std::move(pipeline);
    return {};
}

} // namespace chevet::call
