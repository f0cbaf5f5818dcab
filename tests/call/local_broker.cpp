// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/local_broker.h"

#include <arpa/inet.h>
#include <chrono>
#include <fstream>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace chevet::call::test {
namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

sockaddr* plain(sockaddr_in& address)
{
    return reinterpret_cast<sockaddr*>(&address);
}

bool isTaken(std::uint16_t port)
{
    const int end = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(port);
    const bool connected = ::connect(end, plain(address), sizeof address) == 0;
    ::close(end);
    return connected;
}

void run(const std::vector<std::string>& words)
{
    const auto run = chevet::test::runProgram(words.front(), {words.begin() + 1, words.end()});
    if (run.code != 0) {
        throw std::runtime_error(words[1] + ": " + run.err);
    }
}

} // namespace

std::uint16_t freePort()
{
    const int end = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(end, plain(address), sizeof address) != 0 || ::getsockname(end, plain(address), &size) != 0) {
        throw std::runtime_error("no free port");
    }
    ::close(end);
    return ntohs(address.sin_port);
}

bool waitForPort(std::uint16_t port)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!isTaken(port)) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        ::poll(nullptr, 0, 10);
    }
    return true;
}

Process::Process(const std::vector<std::string>& words, const std::string& output)
{
    auto copies = words;
    auto arguments = chevet::test::program_run::pointers(copies);
    std::vector<std::string> variables{"PATH=/usr/bin:/bin:/usr/sbin", "HOME=/nonexistent"};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, m_input.readEnd, 0); // open, and silent, as long as it runs
    ::posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    ::posix_spawn_file_actions_adddup2(&actions, 1, 2);
    const int fault = ::posix_spawn(&m_pid, words.front().c_str(), &actions, nullptr, arguments.data(),
                                    chevet::test::program_run::pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        throw std::runtime_error("can't start " + words.front());
    }
}

int Process::waitForEnd()
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    int status = 0;
    while (::waitpid(m_pid, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > until) {
            return -1;
        }
        ::poll(nullptr, 0, 10);
    }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Process::~Process()
{
    if (m_pid < 0) {
        return;
    }
    ::kill(m_pid, SIGTERM);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
}

LocalBroker::LocalBroker(const LocalBrokerSettings& settings) : m_port(freePort())
{
    ::chmod(m_folder.path().c_str(), 0755); // the broker gives up being root before it reads its rule
    std::ofstream(m_folder / "acl") << "pattern readwrite call/%u/#\n";
    std::ofstream config(m_folder / "mosquitto.conf");
    config << "user nobody\nlistener " << m_port << " 127.0.0.1\npersistence false\nmax_packet_size 65536\nallow_zero_length_clientid false\n"
           << "allow_anonymous " << (settings.letsAnybodyIn ? "true" : "false") << "\nacl_file "
           << file("acl") << "\nlog_dest stderr\n";
    if (settings.usesTls) {
        certify(settings.certifiedName);
        config << "certfile " << file("own.pem") << "\nkeyfile " << file("own.key") << "\n";
    }
}

void LocalBroker::certify(const std::string& name)
{
    const std::string openssl = "/usr/bin/openssl";
    std::ofstream(m_folder / "names") << "subjectAltName=DNS:" << name << "\n";
    run({openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
         "2", "-subj", "/CN=authority of a test", "-keyout", file("authority.key"), "-out", authorities()});
    run({openssl, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
         "/CN=" + name, "-keyout", file("own.key"), "-out", file("own.csr")});
    run({openssl, "x509", "-req", "-in", file("own.csr"), "-CA", authorities(), "-CAkey",
         file("authority.key"), "-CAcreateserial", "-days", "2", "-extfile", file("names"), "-out",
         file("own.pem")});
    ::chmod(file("own.key").c_str(), 0644); // of a test: nobody else's secret
}

void LocalBroker::start()
{
    m_process.emplace(std::vector<std::string>{"/usr/sbin/mosquitto", "-c", file("mosquitto.conf")},
                      file("log"));
    if (!waitForPort(m_port)) {
        throw std::runtime_error("mosquitto does not listen");
    }
}

} // namespace chevet::call::test
