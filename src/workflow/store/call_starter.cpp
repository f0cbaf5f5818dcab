// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/call_starter.h"

#include "sealing/randomness.h"

namespace chevet::workflow {
namespace {

class VideoCalls final : public CallStarter
{
public:
    Result<std::unique_ptr<call::CallSession>> start(const call::VideoCallSettings& settings,
                                                     call::CallServers servers, call::CallListener& listener,
                                                     const Clock& clock) override
    {
        auto started = call::VideoCall::start(settings, std::move(servers), listener, clock,
                                              sealing::systemRandomness());
        if (!started) {
            return failAs(started);
        }
        return std::unique_ptr<call::CallSession>(std::move(*started));
    }
};

} // namespace

std::shared_ptr<CallStarter> videoCalls()
{
    return std::make_shared<VideoCalls>();
}

} // namespace chevet::workflow
