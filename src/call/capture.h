// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the desk shows and says: one pipeline for the picture and one for the sound, whoever listens. They are
// two so that the camera can be given back while the voice goes on. Where a device is missing, busy or lost a
// still picture or silence stands in, and the call goes on. Thread: media; samples leave on streaming threads
// through the fans.
#pragma once

#include "call/capture_fan.h"
#include "call/devices_monitor.h"
#include "call/frame.h"
#include "call/media_pipeline.h"
#include "call/media_values.h"

#include <functional>
#include <memory>

namespace chevet::call {

struct CaptureSurroundings
{
    SharedTime time;
    GMainContext* context = nullptr;
    std::function<void(MediaEvent)> tell;
    const DeviceMonitor* devices = nullptr;
};

class PictureCapture
{
public:
    PictureCapture(CaptureSurroundings around, std::shared_ptr<SampleFan> fan,
                   std::shared_ptr<FrameSlot> ownPicture);

    /// Replaces what was captured before.
    void start(const PictureSource& source);
    /// Off: the device is released before this returns.
    void switchCamera(bool isOn);
    void stop() { m_pipeline.reset(); }

private:
    Result<void> run(const PictureSource& source);
    void standIn(CaptureState state, CaptureTrouble trouble);
    void ended(PipelineEnd how);
    Result<Held<GstElement>> sourceElement(const PictureSource& source) const;

    CaptureSurroundings m_around;
    std::shared_ptr<SampleFan> m_fan;
    std::shared_ptr<FrameSlot> m_ownPicture;
    PictureSource m_source;
    bool m_isOn = true;
    std::unique_ptr<MediaPipeline> m_pipeline;
};

class SoundCapture
{
public:
    SoundCapture(CaptureSurroundings around, std::shared_ptr<SampleFan> fan);

    /// `echoProbe`: the name of the element that hears what the loudspeaker plays; empty for no cancellation.
    void start(const SoundSource& source, const std::string& echoProbe);
    void switchMicrophone(bool isOn);
    void stop() { m_pipeline.reset(); }

private:
    Result<void> run(const SoundSource& source, const std::string& echoProbe);
    void standIn(CaptureState state, CaptureTrouble trouble);
    void ended(PipelineEnd how);
    Result<Held<GstElement>> sourceElement(const SoundSource& source) const;

    CaptureSurroundings m_around;
    std::shared_ptr<SampleFan> m_fan;
    SoundSource m_source;
    std::string m_echoProbe;
    bool m_isOn = true;
    std::unique_ptr<MediaPipeline> m_pipeline;
};

} // namespace chevet::call
