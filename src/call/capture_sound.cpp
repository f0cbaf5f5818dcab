// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/capture.h"

namespace chevet::call {
namespace {

constexpr const char* form = "audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved";

std::string tail(const std::string& echoProbe, bool isOn)
{
    // The browser's own processing is the model: echo, noise and level; high tones of a device are left
    // alone.
    const auto processing =
        echoProbe.empty()
            ? std::string()
            : " ! webrtcdsp echo-cancel=true noise-suppression=true gain-control=true probe=" + echoProbe;
    return std::string("queue leaky=downstream max-size-time=200000000 max-size-buffers=0 max-size-bytes=0 ! "
                       "audioconvert ! audioresample ! ") +
           form + processing + " ! volume name=voice mute=" + (isOn ? "false" : "true") +
           " ! appsink name=out sync=false async=false max-buffers=20 drop=true";
}

std::string hertz(double value)
{
    return std::to_string(static_cast<int>(value));
}

} // namespace

SoundCapture::SoundCapture(CaptureSurroundings around, std::shared_ptr<SampleFan> fan)
    : m_around(std::move(around)), m_fan(std::move(fan))
{}

void SoundCapture::start(const SoundSource& source, const std::string& echoProbe)
{
    m_source = source;
    m_echoProbe = echoProbe;
    m_pipeline.reset();
    if (source.from == SoundFrom::Nothing) {
        standIn(CaptureState::StandIn, CaptureTrouble::None);
        return;
    }
    // Only a microphone hears the loudspeaker.
    const auto running = run(source, source.from == SoundFrom::Microphone ? echoProbe : std::string());
    if (running) {
        m_around.tell(SoundCaptured{CaptureState::Running, CaptureTrouble::None});
        return;
    }
    const bool isMissing = running.error().code == ErrorCode::NotFound;
    standIn(CaptureState::StandIn, isMissing ? CaptureTrouble::Missing : CaptureTrouble::Failed);
}

void SoundCapture::switchMicrophone(bool isOn)
{
    m_isOn = isOn;
    const auto voice = m_pipeline == nullptr ? nullptr : m_pipeline->find("voice");
    if (voice != nullptr) {
        g_object_set(voice.get(), "mute", gboolean(isOn ? FALSE : TRUE), nullptr);
    }
    m_around.tell(SoundCaptured{isOn ? CaptureState::Running : CaptureState::Off, CaptureTrouble::None});
}

void SoundCapture::standIn(CaptureState state, CaptureTrouble trouble)
{
    m_pipeline.reset();
    auto silence = m_source;
    silence.from = SoundFrom::Nothing;
    if (!run(silence, {})) {
        m_pipeline.reset();
    }
    m_around.tell(SoundCaptured{state, trouble});
}

void SoundCapture::ended(PipelineEnd how)
{
    if (how == PipelineEnd::EndOfStream && m_source.from == SoundFrom::File) {
        start(m_source, m_echoProbe);
        return;
    }
    standIn(CaptureState::StandIn, CaptureTrouble::Failed);
}

Result<Held<GstElement>> SoundCapture::sourceElement(const SoundSource& source) const
{
    const auto generator = [](const std::string& wave) {
        return parseBin("audiotestsrc is-live=true samplesperbuffer=480 " + wave +
                        " ! capsfilter caps=" + form);
    };
    switch (source.from) {
    case SoundFrom::Nothing: return generator("wave=silence");
    case SoundFrom::Tone: return generator("wave=sine volume=0.4 freq=" + hertz(source.toneHertz));
    case SoundFrom::File: return fileBin(source.id, "audioconvert ! audioresample", m_around.time);
    case SoundFrom::Microphone: break;
    }
    if (m_around.devices == nullptr) {
        return fail(ErrorCode::NotFound, "microphone");
    }
    return m_around.devices->element(DeviceKind::Microphone, source.id);
}

Result<void> SoundCapture::run(const SoundSource& source, const std::string& echoProbe)
{
    auto element = sourceElement(source);
    if (!element) {
        return failAs(element);
    }
    auto pipeline = std::make_unique<MediaPipeline>(m_around.time, m_around.context,
                                                    [this](PipelineEnd how, const Error&) { ended(how); });
    auto* from = element->get();
    pipeline->add(*element);
    const auto to = pipeline->add(tail(echoProbe, m_isOn));
    if (!to) {
        return failAs(to);
    }
    if (gst_element_link(from, *to) == FALSE) {
        return fail(ErrorCode::Internal, "sound capture");
    }
    pipeline->onSample("out", [fan = m_fan](GstSample* sample) { fan->give(sample); });
    CHEVET_TRY(pipeline->play());
    m_pipeline = std::move(pipeline);
    return {};
}

} // namespace chevet::call
