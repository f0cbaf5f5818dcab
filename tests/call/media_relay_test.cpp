// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Through a relay: coturn in the test's own network, with credentials that run out.
#include "call/media_call.h"
#include "call/media_content.h"
#include "call/media_handles.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::test;

namespace {

constexpr const char* secret = "a secret of the test";
constexpr std::uint16_t port = 3478;

/// coturn as root of the test's own network only; ended with the object.
class RelayServer
{
public:
    RelayServer()
    {
        std::vector<std::string> words{"/usr/bin/turnserver",
                                       "-n",
                                       "--listening-ip=10.77.1.2",
                                       "--relay-ip=10.77.1.2",
                                       "--listening-port=3478",
                                       "--use-auth-secret",
                                       std::string("--static-auth-secret=") + secret,
                                       "--realm=chevet.test",
                                       "--no-tls",
                                       "--no-dtls",
                                       "--no-cli",
                                       "--no-rfc5780",
                                       "--pidfile=" + (m_folder.path() / "pid").string(),
                                       "--userdb=" + (m_folder.path() / "turndb").string(),
                                       "--log-file=" + (m_folder.path() / "log").string(),
                                       "--simple-log"};
        std::vector<char*> pointers;
        for (auto& word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        char path[] = "PATH=/usr/bin:/bin";
        char* environment[] = {path, nullptr};
        const int fault =
            ::posix_spawn(&m_process, words[0].c_str(), &actions, nullptr, pointers.data(), environment);
        ::posix_spawn_file_actions_destroy(&actions);
        if (fault != 0 || !waitFor([] { return listens(); })) {
            throw std::runtime_error("coturn does not start");
        }
    }
    ~RelayServer()
    {
        ::kill(m_process, SIGTERM);
        ::waitpid(m_process, nullptr, 0);
    }
    RelayServer(const RelayServer&) = delete;
    RelayServer& operator=(const RelayServer&) = delete;

private:
    static bool listens()
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        ::inet_pton(AF_INET, "10.77.1.2", &address.sin_addr);
        const bool isThere =
            ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(socket);
        return isThere;
    }

    TemporaryFolder m_folder;
    pid_t m_process = 0;
};

Relay relayUntil(std::int64_t seconds, const std::string& transport)
{
    const auto user = std::to_string(seconds) + ":doc";
    std::uint8_t digest[20];
    gsize length = sizeof digest;
    GHmac* hmac =
        g_hmac_new(G_CHECKSUM_SHA1, reinterpret_cast<const guchar*>(secret), std::string_view(secret).size());
    g_hmac_update(hmac, reinterpret_cast<const guchar*>(user.data()), static_cast<gssize>(user.size()));
    g_hmac_get_digest(hmac, digest, &length);
    g_hmac_unref(hmac);
    return {"turn:10.77.1.2:3478?transport=" + transport, user, takeText(g_base64_encode(digest, length))};
}

} // namespace

TEST_CASE("relay only: picture and sound go through the relay, over UDP and over TCP")
{
    const std::string transport = GENERATE("udp", "tcp");
    CAPTURE(transport);
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    const RelayServer server;
    PeerSettings settings;
    settings.relayOnly = true;
    settings.relays = {relayUntil(std::int64_t(::time(nullptr)) + 3600, transport)};
    MediaCall call(*engine, recorder, 1, settings);
    CHECK(waitFor([&] { return isBlue(call.slot->take()) && isRed(call.answerer().picture()); }));
    CHECK(waitFor([&] { return toneShare(call.answerer().sound(9'600), 440) > 0.8; }));
    CHECK(waitFor([&] { return statistics(*engine, recorder).path == PathKind::Relayed; }));
    const auto gathered = recorder.wait<CandidatesGathered>();
    REQUIRE(gathered);
    CHECK(gathered->direct == 0);
    CHECK(gathered->relayed > 0);
}

TEST_CASE("a credential that has run out gives no relay, which the number of candidates says")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    const RelayServer server;
    PeerSettings settings;
    settings.relayOnly = true;
    settings.relays = {relayUntil(std::int64_t(::time(nullptr)) - 3600, "udp")};
    MediaCall call(*engine, recorder, 1, settings);
    const auto gathered = recorder.wait<CandidatesGathered>();
    REQUIRE(gathered);
    CHECK(gathered->relayed == 0);
}

TEST_CASE("a relay's address that is none is told, and the call goes on without it")
{
    MediaRecorder recorder;
    const auto engine = startEngine(recorder);
    PeerSettings settings;
    settings.relays = {{"turn:no host", "user", "password"}};
    MediaCall call(*engine, recorder, 1, settings);
    const auto refused = recorder.wait<PeerFailed>();
    REQUIRE(refused);
    CHECK(refused->trouble == PeerTrouble::RelayRefused);
    CHECK(refused->error.place.find("password") == std::string::npos);
    CHECK(waitFor([&] { return isBlue(call.slot->take()); }));
}
