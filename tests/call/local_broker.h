// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A mosquitto of the test's own on a free loopback port, as an unprivileged user, stopped by its own process
// id.
#pragma once

#include "support/program_run.h"
#include "support/temporary_folder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace chevet::call::test {

/// A port that was free a moment ago.
std::uint16_t freePort();
/// True once somebody listens there; false after ten seconds.
bool waitForPort(std::uint16_t port);

/// A program in the background. Its output goes to a file.
class Process
{
public:
    Process(const std::vector<std::string>& words, const std::string& output);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Its exit code once it ends by itself; -1 if it does not within ten seconds.
    int waitForEnd();

private:
    chevet::test::program_run::Pipe m_input;
    pid_t m_pid = -1;
};

struct LocalBrokerSettings
{
    bool usesTls = false;
    std::string certifiedName = "localhost"; ///< in its certificate
    bool letsAnybodyIn = true;
};

class LocalBroker
{
public:
    explicit LocalBroker(const LocalBrokerSettings& settings = {});

    void start();
    void stop() { m_process.reset(); }
    void restart()
    {
        stop();
        start();
    }

    std::uint16_t port() const { return m_port; }
    /// The certificate that signed its own.
    std::string authorities() const { return (m_folder / "authority.pem").string(); }
    std::string file(const std::string& name) const { return (m_folder / name).string(); }

private:
    void certify(const std::string& name);

    chevet::test::TemporaryFolder m_folder;
    std::uint16_t m_port;
    std::optional<Process> m_process;
};

} // namespace chevet::call::test
