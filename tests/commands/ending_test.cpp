// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Processes that are told to end: the desk closes in order, a writing command leaves nothing half made, and a
// second signal ends either at once.
#include "casebook/casebook.h"
#include "commands/chevet_program.h"
#include "sealing/keyring.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <spawn.h>

using namespace chevet::test;

namespace {

constexpr auto samplePassphrase = "ceci est une equipe inventee pour essayer";

/// A running chevet with folders of its own. Killed if the test leaves it behind.
class Running
{
public:
    Running(std::vector<std::string> words, const std::filesystem::path& home)
    {
        words.insert(words.begin(), CHEVET_BINARY_DIR "/bin/chevet");
        const auto at = [&](const char* name) { return (home / name).string(); };
        std::filesystem::create_directories(home / "run");
        std::filesystem::create_directories(home / "tmp");
        std::filesystem::permissions(home / "run", std::filesystem::perms::owner_all);
        std::vector<std::string> settings{"PATH=/usr/bin:/bin",
                                          "LC_ALL=C.UTF-8",
                                          "QT_QPA_PLATFORM=offscreen",
                                          "HOME=" + at("home"),
                                          "XDG_STATE_HOME=" + at("state"),
                                          "XDG_RUNTIME_DIR=" + at("run"),
                                          "TMPDIR=" + at("tmp")};
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 2, at("err").c_str(), O_WRONLY | O_CREAT, 0600);
        posix_spawnattr_t attributes; // whatever the tester's shell ignores
        ::posix_spawnattr_init(&attributes);
        sigset_t usual;
        ::sigemptyset(&usual);
        for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
            ::sigaddset(&usual, each);
        }
        ::posix_spawnattr_setsigdefault(&attributes, &usual);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        REQUIRE(::posix_spawn(&m_pid, words[0].c_str(), &actions, &attributes,
                              program_run::pointers(words).data(),
                              program_run::pointers(settings).data()) == 0);
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    ~Running()
    {
        if (!m_hasEnded) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void send(int number) const { ::kill(m_pid, number); }

    /// As waitpid says it; fails the test after a generous time.
    int end()
    {
        int status = 0;
        REQUIRE(until([&] { return ::waitpid(m_pid, &status, WNOHANG) == m_pid; }));
        m_hasEnded = true;
        return status;
    }

    template<class Condition> static bool until(const Condition& condition)
    {
        constexpr int tries = 6000;
        for (int i = 0; i < tries; ++i) {
            if (condition()) {
                return true;
            }
            ::poll(nullptr, 0, 10);
        }
        return false;
    }

private:
    pid_t m_pid = 0;
    bool m_hasEnded = false;
};

bool says(const std::filesystem::path& file, const std::string& words)
{
    return readFile(file.string()).find(words) != std::string::npos;
}

std::unique_ptr<chevet::casebook::Casebook> openForWriting(const std::string& vault)
{
    using namespace chevet;
    const auto file = readFile(vault + "/vault.cbor");
    const auto about = sealing::describeVault(viewOf(file));
    REQUIRE(about);
    const auto key =
        sealing::UnlockKey::derive(viewOf(std::string_view(samplePassphrase)), about->salt, about->scrypt);
    REQUIRE(key);
    auto keyring = sealing::Keyring::unlock(viewOf(file), *key);
    REQUIRE(keyring);
    static const SystemClock clock;
    auto casebook = casebook::Casebook::open(vault, std::move(*keyring), casebook::Access::ReadWrite, clock);
    INFO((casebook ? "" : casebook.error().place));
    REQUIRE(casebook);
    return std::move(*casebook);
}

} // namespace

TEST_CASE("A desk that is told to end closes in order and gives the vault back")
{
    const TemporaryFolder folder;
    const auto vault = (folder / "sample").string();
    REQUIRE(runChevet({"sample", "--vault", vault}).code == 0);
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        INFO("signal " << number);
        const auto home = folder / ("home" + std::to_string(number));
        const auto log = home / "state/chevet/chevet.log";
        Running desk({"--vault", vault}, home);
        REQUIRE(Running::until([&] { return says(log, "vault opened"); }));
        CHECK_FALSE(says(log, "chevet ends"));
        desk.send(number);
        const int status = desk.end();
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
        CHECK(says(log, "asked to end by a signal"));
        CHECK(says(log, "chevet ends"));
        CHECK(readFile((home / "err").string()).empty());
        // Nothing is left to be recovered, and the lock is free.
        CHECK_FALSE(std::filesystem::exists(vault + "/journal.db-wal"));
        CHECK(openForWriting(vault)->openingReport().damages.empty());
    }
}

TEST_CASE("A second signal ends the desk at once")
{
    const TemporaryFolder folder;
    const auto vault = (folder / "sample").string();
    REQUIRE(runChevet({"sample", "--vault", vault}).code == 0);
    const auto log = folder / "home/state/chevet/chevet.log";
    Running desk({"--vault", vault}, folder / "home");
    REQUIRE(Running::until([&] { return says(log, "vault opened"); }));
    // Both wait until the process goes on: the second comes before the first could be obeyed.
    desk.send(SIGSTOP);
    desk.send(SIGINT);
    desk.send(SIGTERM);
    desk.send(SIGCONT);
    const int status = desk.end();
    CHECK(WIFSIGNALED(status));
    CHECK_FALSE(says(log, "chevet ends"));
    CHECK(openForWriting(vault)->openingReport().damages.empty());
}

TEST_CASE("A sample in the making that is told to end leaves nothing behind and ends by the signal")
{
    const TemporaryFolder folder;
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        const auto vaults = folder / ("vaults" + std::to_string(number));
        std::filesystem::create_directories(vaults);
        Running command({"sample", "--vault", (vaults / "sample").string(), "--events", "1000000"},
                        folder / "home");
        REQUIRE(Running::until(
            [&] { return std::filesystem::exists(vaults / "sample.in-the-making/journal.db"); }));
        command.send(number);
        const int status = command.end();
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == number);
        CHECK(std::filesystem::is_empty(vaults));
    }
}

TEST_CASE("A tour that is told to end says so and takes its vaults away")
{
    const TemporaryFolder folder;
    const auto home = folder / "home";
    const auto pictures = folder / "pictures";
    Running tour({"tour", "--out", pictures.string()}, home);
    REQUIRE(Running::until([&] { return std::filesystem::exists(pictures / "01-first-start.png"); }));
    tour.send(SIGTERM);
    const int status = tour.end();
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(readFile((home / "err").string()) == "chevet: the tour was interrupted\n");
    CHECK(std::filesystem::is_empty(home / "tmp"));
}
