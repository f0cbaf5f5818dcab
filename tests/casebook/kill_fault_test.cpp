// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// kill -9 in the middle of everything: what was acknowledged is there, and the vault opens every time.
#include "casebook/test_vault.h"
#include "support/random.h"

#include <array>
#include <chrono>
#include <csignal>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace chevet;
using namespace chevet::casebook;
using test::TestVault;

namespace {

/// The writer's process and the pipe on which it acknowledges.
class Writer
{
public:
    Writer(const std::filesystem::path& vault, const CaseId& about, const char* mode)
    {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        m_read = ends[0];
        const std::string folder = vault.string();
        const std::string id = about.hex();
        m_process = ::fork();
        REQUIRE(m_process >= 0);
        if (m_process == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(CHEVET_BINARY_DIR "/bin/casebook_killed_writer", "writer", folder.c_str(), id.c_str(),
                    mode, nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { ::close(m_read); }

    /// Waits for the first acknowledgement, then so many microseconds more, and kills.
    std::string killAfter(std::chrono::microseconds more)
    {
        std::string said;
        readWhileOpen(said, std::chrono::seconds(30), true);
        readWhileOpen(said, more, false);
        ::kill(m_process, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(m_process, &status, 0) == m_process);
        INFO("the writer ended by itself: " << status);
        REQUIRE((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
        readWhileOpen(said, std::chrono::seconds(1), false); // what stood in the pipe
        return said;
    }

private:
    void readWhileOpen(std::string& into, std::chrono::microseconds most, bool untilFirst)
    {
        const auto end = std::chrono::steady_clock::now() + most;
        for (;;) {
            const auto left =
                std::chrono::duration_cast<std::chrono::nanoseconds>(end - std::chrono::steady_clock::now());
            if (left.count() <= 0) {
                return;
            }
            const timespec wait{left.count() / 1'000'000'000, left.count() % 1'000'000'000};
            pollfd on{m_read, POLLIN, 0};
            std::array<char, 4096> buffer{};
            if (::ppoll(&on, 1, &wait, nullptr) <= 0) {
                return;
            }
            const auto read = ::read(m_read, buffer.data(), buffer.size());
            if (read <= 0) {
                return;
            }
            into.append(buffer.data(), static_cast<std::size_t>(read));
            if (untilFirst) {
                return;
            }
        }
    }

    pid_t m_process = -1;
    int m_read = -1;
};

/// Returns the number of acknowledged events, all of which were found again.
std::size_t killAndCheck(TestVault& vault, const CaseId& about, const char* mode, test::Random& random)
{
    vault.close();
    std::string said;
    {
        Writer writer(vault.path(), about, mode);
        said = writer.killAfter(std::chrono::microseconds(random.below(12'000)));
    }
    vault.reopen();
    REQUIRE(vault->openingReport().damages.empty());
    std::size_t acknowledged = 0;
    for (std::size_t at = 0; at + 33 <= said.size(); at += 33) {
        const auto id = EventId::fromHexText(said.substr(at, 32));
        REQUIRE(id);
        REQUIRE(vault->contains(*id));
        ++acknowledged;
    }
    return acknowledged;
}

void killMany(const char* mode, int times, std::uint64_t seed)
{
    CHEVET_SEEDED(random, seed);
    std::size_t acknowledged = 0;
    for (int round = 0; round < times;) {
        TestVault vault(seed);
        const auto about = vault.addCase();
        for (int i = 0; i < 50 && round < times;
             ++i, ++round) { // then a new one, or opening takes ever longer
            INFO("kill " << round);
            acknowledged += killAndCheck(vault, about, mode, random);
        }
        CHECK(vault->verify().damages.empty());
    }
    CHECK(acknowledged >= static_cast<std::size_t>(times));
}

} // namespace

TEST_CASE("five hundred kills during appends lose nothing that was acknowledged")
{
    killMany("append", 500, 51);
}

TEST_CASE("five hundred kills during snapshots lose nothing that was acknowledged")
{
    killMany("snapshot", 500, 52);
}
