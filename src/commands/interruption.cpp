// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/interruption.h"

#include <cstdio>

namespace chevet::commands {
namespace {

constexpr std::array endSignals{SIGINT, SIGTERM, SIGHUP};
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a handler can reach nothing else
volatile std::sig_atomic_t noted = 0;

void note(int number)
{
    noted = number;
    for (const int each : endSignals) {
        std::signal(each, SIG_DFL);
    }
}

} // namespace

Interruption::Interruption()
{
    noted = 0;
    for (std::size_t i = 0; i < endSignals.size(); ++i) {
        ::sigaction(endSignals[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN) { // nohup stays in force
            struct sigaction noting = {};
            noting.sa_handler = &note;     // without SA_RESTART: a read comes back
            ::sigfillset(&noting.sa_mask); // a second one waits until it would end the program
            ::sigaction(endSignals[i], &noting, nullptr);
        }
    }
}

Interruption::~Interruption()
{
    for (std::size_t i = 0; i < endSignals.size(); ++i) {
        ::sigaction(endSignals[i], &m_before[i], nullptr);
    }
    if (noted != 0) {
        std::fflush(stdout);
        ::raise(noted);
    }
}

bool Interruption::isAsked()
{
    return noted != 0;
}

} // namespace chevet::commands
