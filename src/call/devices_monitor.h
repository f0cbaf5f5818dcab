// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks the system for its devices. The monitor runs only while a list is made or a call goes on: device
// providers have crashed programs that kept them open (PipeWire with ear-buds that reconnect). Thread: media.
#pragma once

#include "call/devices.h"
#include "call/media_handles.h"
#include "foundation/result.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace chevet::call {

/// What of its capabilities a camera is asked for.
struct CameraForm
{
    std::string caps;
    bool isJpeg = false;

    bool operator==(const CameraForm&) const = default;
};

/// Raw pictures near `width` at 15 a second or more if the camera has them, else JPEG, else anything raw.
/// Nothing for a camera without either.
std::optional<CameraForm> cameraForm(const GstCaps* caps, int width);

/// Nothing for what is no device of ours: monitors of an output, an output that PipeWire lists beside
/// PulseAudio.
std::optional<Device> describeDevice(const char* deviceClass, const char* name,
                                     const GstStructure* properties);

class DeviceMonitor
{
public:
    using Changed = std::function<void(const Device&, bool isThere)>;

    DeviceMonitor();
    ~DeviceMonitor();
    DeviceMonitor(const DeviceMonitor&) = delete;
    DeviceMonitor& operator=(const DeviceMonitor&) = delete;

    /// False: the system would not say (no sound server, for example).
    bool start(Changed changed, GMainContext* context);
    std::vector<Device> devices() const;
    /// A new element for the device with this id; with an empty id for the default one, else the first.
    Result<Held<GstElement>> element(DeviceKind kind, std::string_view id) const;
    /// What a camera offers; null if it is not there.
    Held<GstCaps> capabilities(std::string_view id) const;

private:
    Held<GstDevice> find(DeviceKind kind, std::string_view id) const;
    static gboolean onMessage(GstBus* bus, GstMessage* message, gpointer self);

    Held<GstDeviceMonitor> m_monitor;
    Held<GSource> m_watch;
    Changed m_changed;
    bool m_isRunning = false;
};

} // namespace chevet::call
