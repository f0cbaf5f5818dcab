// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/end_signals.h"

#include "foundation/log.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace chevet::platform {

namespace {

constexpr std::array endSignals{SIGTERM, SIGINT, SIGHUP};
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): a handler can reach nothing else
volatile std::sig_atomic_t pipeIn = -1; ///< where the handler writes
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): the same
std::atomic<bool> wasTold = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a handler may use it");

/// Only what a handler may call.
void onEndSignal(int number)
{
    const int before = errno;
    if (wasTold.exchange(true)) { // two at a time, each on a thread of its own
        std::signal(number, SIG_DFL);
        ::raise(number); // waits until this handler returns, then ends the program
        errno = before;
        return;
    }
    for (const int each : endSignals) {
        std::signal(each, SIG_DFL); // the next one ends the program
    }
    const char byte = 0;
    if (::write(pipeIn, &byte, 1) < 0) {
        // The pipe is empty before the first signal, so it takes this byte.
    }
    errno = before;
}

} // namespace

struct EndSignals::Self
{
    std::array<int, 2> ends{-1, -1};
    std::array<struct sigaction, endSignals.size()> before{};
    std::unique_ptr<QSocketNotifier> notifier;
};

EndSignals::EndSignals(QObject* parent) : QObject(parent), m_self(std::make_unique<Self>())
{
    if (::pipe2(m_self->ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        logLine(LogTopic::Program, LogLevel::Warning, "no pipe for signals: they end the program at once");
        return;
    }
    m_self->notifier = std::make_unique<QSocketNotifier>(m_self->ends[0], QSocketNotifier::Read);
    connect(m_self->notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_self->notifier->setEnabled(false);
        Q_EMIT endWanted();
    });
    pipeIn = m_self->ends[1];
    wasTold = false;
    for (std::size_t i = 0; i < endSignals.size(); ++i) {
        ::sigaction(endSignals[i], nullptr, &m_self->before[i]);
        if (m_self->before[i].sa_handler != SIG_IGN) {
            struct sigaction catching = {};
            catching.sa_handler = &onEndSignal;
            catching.sa_flags = SA_RESTART;
            ::sigfillset(&catching.sa_mask); // a second one waits until it would end the program
            ::sigaction(endSignals[i], &catching, nullptr);
        }
    }
}

EndSignals::~EndSignals()
{
    if (m_self->ends[0] < 0) {
        return;
    }
    for (std::size_t i = 0; i < endSignals.size(); ++i) {
        ::sigaction(endSignals[i], &m_self->before[i], nullptr);
    }
    pipeIn = -1;
    ::close(m_self->ends[0]);
    ::close(m_self->ends[1]);
}

} // namespace chevet::platform
