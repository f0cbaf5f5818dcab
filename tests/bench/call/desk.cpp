// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/desk.h"

#include <sys/resource.h>

#include "bench/call/painted_view.h"
#include "bench/surroundings.h"

namespace chevet::bench {
namespace {

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

call::VideoCallSettings settings(const TextureCamera& camera)
{
    call::VideoCallSettings settings;
    settings.room.team = "EMSP";
    settings.room.telephone = "01 02 03 04 05";
    settings.call.clinician = {"Dr Morel", call::message::Function::Physician, true};
    settings.call.telephone = settings.room.telephone;
    settings.capture.picture = {call::PictureFrom::File, camera.path(), 640, 480, 30, true};
    settings.capture.sound = {call::SoundFrom::Tone, {}, 440};
    settings.capture.output = {call::SoundTo::Nowhere, {}, true};
    return settings;
}

} // namespace

double ownProcessorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double monotonicNow()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

MeasuredDesk::MeasuredDesk(PaintedView& view, call::CallServers servers, const std::filesystem::path& folder)
    : m_view(view), m_camera(folder)
{
    auto started = call::VideoCall::start(settings(m_camera), std::move(servers), *this, m_clock,
                                          sealing::systemRandomness());
    if (!started) {
        throw CouldNotMeasure("the call does not start: " + started.error().place);
    }
    m_call = std::move(*started);
}

MeasuredDesk::~MeasuredDesk()
{
    m_call.reset(); // nothing is told any more
}

bool MeasuredDesk::isWaitedFor() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.has_value();
}

void MeasuredDesk::letIn()
{
    std::optional<call::SeatId> seat;
    {
        const std::scoped_lock lock(m_mutex);
        seat = m_waiting;
    }
    m_call->admit(*seat);
}

Reception MeasuredDesk::reception() const
{
    Reception reception;
    reception.pictures = m_view.shown();
    const std::scoped_lock lock(m_mutex);
    reception.sound = m_sound;
    return reception;
}

std::string MeasuredDesk::plan() const
{
    const std::scoped_lock lock(m_mutex);
    return m_plan;
}

void MeasuredDesk::take(const call::told::LineMeasured& measured)
{
    constexpr double aSecond = 48'000;
    const auto& sending = measured.sending;
    const std::scoped_lock lock(m_mutex);
    const auto last = m_sound.empty() ? SoundSums{} : m_sound.back();
    m_sound.push_back(
        {monotonicNow(), last.concealed + measured.concealedShare * aSecond, last.samples + aSecond});
    m_plan += (m_plan.empty() ? "" : " ") + std::to_string(sending.pictureBitsPerSecond / 1000) + "k/" +
              std::to_string(sending.framesPerSecond) + "/" + std::to_string(sending.sizeDivisor) +
              (sending.stillsEvery ? "s" : "");
}

void MeasuredDesk::onCall(call::CallEvent event)
{
    namespace told = call::told;
    if (const auto* waits = std::get_if<told::Waits>(&event)) {
        const std::scoped_lock lock(m_mutex);
        m_waiting = waits->seat;
    } else if (const auto* noticed = std::get_if<told::Noticed>(&event)) {
        if (noticed->what == call::CallNotice::IdentityAndConsentOwed) {
            m_call->identityAndConsentRecorded(noticed->seat);
        }
    } else if (const auto* shown = std::get_if<told::PictureShown>(&event)) {
        m_pictures = shown->pictures; // this thread alone
        m_view.come(m_pictures);
    } else if (std::holds_alternative<told::FrameReady>(event)) {
        m_view.come(m_pictures);
    } else if (std::holds_alternative<told::OwnFrameReady>(event)) {
        m_view.comeOwn(m_call->ownPicture());
    } else if (const auto* measured = std::get_if<told::LineMeasured>(&event)) {
        take(*measured);
    }
}

} // namespace chevet::bench
