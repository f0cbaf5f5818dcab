// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Headless Chromium as the bedside, as a user without rights, driven over its debugging pipe (no socket, no
// library).
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace chevet::test {

class Browser
{
public:
    /// Starts it with an empty page and the functions of media_browser.js; throws if it does not start.
    Browser();
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    /// Goes there, with `before` laid into each page ahead of its own scripts, and waits until it is loaded.
    void open(const std::string& address, const std::string& before);
    /// Seconds of a core that all its processes have taken.
    double processorSeconds() const;
    /// The value of an expression, promises waited for; throws what it throws.
    nlohmann::json evaluate(const std::string& expression);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chevet::test
