// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cameras and a microphone that a test plugs in and out: a device provider of GStreamer's own kind, so that
// everything above it is what runs with real devices.
#pragma once

#include <string>

namespace chevet::test {

enum class TestCamera
{
    Red,
    Green,
    Busy,      ///< is listed, and does not start
    Microphone ///< none at all: a microphone that hears a warble; its id is "microphone:" and the socket
};

/// Registers the provider, once. Before the first monitor starts.
void provideTestDevices();
/// Plugs in a camera at this socket; its id is "camera:" and the socket.
void plugIn(const std::string& socket, TestCamera camera);
/// The way a USB camera goes: its element fails, then the device is gone from the list.
void pullOut(const std::string& socket);

} // namespace chevet::test
