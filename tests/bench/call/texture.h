// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A camera for measuring: a texture that moves in a circle once a second, under noise, 640 × 480 at 30 a
// second, endless, read by the capture like a file. call_page.js makes the same for a browser.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace chevet::bench {

class TextureCamera
{
public:
    /// A named pipe in `folder`; somebody writes into it from now on.
    explicit TextureCamera(const std::filesystem::path& folder);
    ~TextureCamera();
    TextureCamera(const TextureCamera&) = delete;
    TextureCamera& operator=(const TextureCamera&) = delete;

    std::string path() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chevet::bench
