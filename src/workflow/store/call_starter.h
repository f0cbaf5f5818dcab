// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a consultation gets its line from; a test gives one without camera and network. Thread: gui.
#pragma once

#include "call/video_call.h"
#include "foundation/clock.h"

#include <memory>

namespace chevet::workflow {

class CallStarter
{
public:
    virtual ~CallStarter() = default;
    /// Errors: as call::VideoCall::start.
    virtual Result<std::unique_ptr<call::CallSession>> start(const call::VideoCallSettings& settings,
                                                             call::CallServers servers,
                                                             call::CallListener& listener,
                                                             const Clock& clock) = 0;
};

/// With this machine's camera and microphone.
std::shared_ptr<CallStarter> videoCalls();

} // namespace chevet::workflow
