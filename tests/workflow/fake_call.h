// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A line without camera and network: remembers what it is asked, and tells what a test lets it tell.
#pragma once

#include "workflow/store/call_starter.h"

#include <string>
#include <vector>

namespace chevet::workflow::testing {

/// Outlives the line: what was asked of it, and the way to tell something.
struct CallScript
{
    std::vector<std::string> asked;
    call::CallListener* listener = nullptr;
    bool isEnded = false;
    std::string team;
    std::string clinician;
    std::vector<std::string> advice;
    std::vector<call::told::StateChanged> atEnd; ///< how the line was
    std::shared_ptr<call::FrameSlot> ownPicture = std::make_shared<call::FrameSlot>();

    bool has(const std::string& what) const
    {
        return std::find(asked.begin(), asked.end(), what) != asked.end();
    }
    void tell(call::CallEvent event) const { listener->onCall(std::move(event)); }
    void waits(const sealing::SeatId& seat, const std::string& name) const
    {
        call::message::Join join;
        join.name = name;
        join.function = call::message::Function::Nurse;
        join.cameraWorks = true;
        join.microphoneWorks = true;
        tell(call::told::Waits{seat, join, false, false});
        tell(call::told::StateChanged{seat, call::CallState::Waiting, {}});
    }
    void connected(const sealing::SeatId& seat) const
    {
        tell(call::told::StateChanged{seat, call::CallState::Connecting, {}});
        tell(call::told::StateChanged{seat, call::CallState::Connected, {}});
        tell(call::told::Noticed{seat, call::CallNotice::IdentityAndConsentOwed});
    }
};

class FakeCall final : public call::CallSession
{
public:
    explicit FakeCall(CallScript& script) : m_script(script) {}
    ~FakeCall() override { m_script.isEnded = true; }
    FakeCall(const FakeCall&) = delete;
    FakeCall& operator=(const FakeCall&) = delete;

    const std::string& link() const override { return m_link; }
    const std::shared_ptr<call::FrameSlot>& ownPicture() const override { return m_script.ownPicture; }
    void admit(const call::SeatId&) override { note("admit"); }
    void refuse(const call::SeatId&, call::message::RefusedReason) override { note("refuse"); }
    void identityAndConsentRecorded(const call::SeatId&) override { note("identity and consent"); }
    void consentWithdrawn(const call::SeatId&) override { note("consent withdrawn"); }
    void goByPhone() override { note("by phone"); }
    void goByVideo() override { note("by video"); }
    void hangUp(const call::SeatId&) override { note("hang up"); }
    std::vector<call::told::StateChanged> end() override
    {
        note("end");
        return m_script.atEnd;
    }
    void advise(const call::SeatId&, std::uint32_t, std::vector<std::string> items) override
    {
        note("advise");
        m_script.advice = std::move(items);
    }
    void askPhoto(const call::SeatId&, std::string) override { note("ask photo"); }
    void confirmPhoto(const call::SeatId&, std::uint32_t) override { note("confirm photo"); }
    void switchCamera(bool isOn) override { note(isOn ? "camera on" : "camera off"); }
    void switchMicrophone(bool isOn) override { note(isOn ? "microphone on" : "microphone off"); }

private:
    void note(const std::string& what) { m_script.asked.push_back(what); }
    CallScript& m_script;
    std::string m_link = "https://bedside.chevet.test/#AdZ3vX9kq2pQb8mYc1eTfGhIjKlMnOpQrStUvWxYz0123456789";
};

class FakeCalls final : public CallStarter
{
public:
    CallScript script;
    std::optional<Error> fails;

    Result<std::unique_ptr<call::CallSession>> start(const call::VideoCallSettings& settings,
                                                     call::CallServers, call::CallListener& listener,
                                                     const Clock&) override
    {
        if (fails) {
            return tl::unexpected<Error>(*fails);
        }
        script.listener = &listener;
        script.isEnded = false;
        script.asked.clear();
        script.team = settings.room.team;
        script.clinician = settings.call.clinician.name;
        return std::unique_ptr<call::CallSession>(std::make_unique<FakeCall>(script));
    }
};

} // namespace chevet::workflow::testing
