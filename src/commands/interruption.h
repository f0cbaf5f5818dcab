// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// While it lives, Ctrl+C, SIGTERM and SIGHUP are noted instead of ending the program, so that what was begun
// can be finished or taken away again. A second one ends it at once. When it goes, a noted one is passed on,
// and the program ends by it as every other program would. One at a time. Thread: main.
#pragma once

#include <array>
#include <csignal>

namespace chevet::commands {

class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    static bool isAsked();

private:
    std::array<struct sigaction, 3> m_before{};
};

} // namespace chevet::commands
