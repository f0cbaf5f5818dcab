// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cameras, microphones and loudspeakers as values. An id stays the same after unplugging and after a restart,
// as far as the system names its devices lastingly; two equal cameras at two sockets are two.
#pragma once

#include <string>
#include <vector>

namespace chevet::call {

enum class DeviceKind
{
    Camera,
    Microphone,
    Loudspeaker
};

struct Device
{
    DeviceKind kind = DeviceKind::Camera;
    std::string id;
    std::string name; ///< for people
    bool isDefault = false;

    bool operator==(const Device&) const = default;
};

} // namespace chevet::call
