// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_browser.h"

#include "support/temporary_folder.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace chevet::test {

using nlohmann::json;

namespace {

constexpr int commandsAt = 3; // where Chromium looks for them
constexpr int answersAt = 4;
constexpr unsigned nobody = 65534;
constexpr std::chrono::seconds longest{120};

std::string readWhole(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> commandLine(const std::string& folder)
{
    std::vector<std::string> words;
    if (::geteuid() == 0) {
        // In a user namespace of our own nobody does not exist, and it is not needed: there root is who
        // started us.
        const auto map = readWhole("/proc/self/uid_map");
        std::istringstream numbers(map);
        unsigned inside = 0;
        unsigned outside = 0;
        unsigned count = 0;
        numbers >> inside >> outside >> count;
        if (count > nobody) {
            words = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        }
    }
    for (const char* word :
         {"/usr/bin/chromium", "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu",
          "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
          "--disable-extensions", "--autoplay-policy=no-user-gesture-required",
          "--disable-features=WebRtcHideLocalIpsWithMdns", "--ignore-certificate-errors",
          "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
          "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows"}) {
        words.emplace_back(word);
    }
    words.push_back("--user-data-dir=" + folder);
    words.emplace_back("about:blank");
    return words;
}

} // namespace

struct Browser::Inside
{
    TemporaryFolder folder;
    pid_t process = 0;
    int commands = -1;
    int answers = -1;
    int next = 0;
    std::string session;
    std::string script; ///< what is laid into each page
    std::string buffer;

    json readMessage()
    {
        const auto end = std::chrono::steady_clock::now() + longest;
        while (std::chrono::steady_clock::now() < end) {
            if (const auto at = buffer.find('\0'); at != std::string::npos) {
                auto message = json::parse(buffer.substr(0, at));
                buffer.erase(0, at + 1);
                return message;
            }
            pollfd waiting{answers, POLLIN, 0};
            ::poll(&waiting, 1, 1000);
            char bytes[65536];
            const auto got = (waiting.revents & POLLIN) != 0 ? ::read(answers, bytes, sizeof bytes) : 0;
            if (got > 0) {
                buffer.append(bytes, static_cast<std::size_t>(got));
            } else if ((waiting.revents & POLLHUP) != 0) {
                throw std::runtime_error("the browser has ended");
            }
        }
        throw std::runtime_error("the browser does not answer");
    }

    json command(const std::string& method, json parameters)
    {
        json message{{"id", ++next}, {"method", method}, {"params", std::move(parameters)}};
        if (!session.empty()) {
            message["sessionId"] = session;
        }
        auto text = message.dump();
        text += '\0';
        for (std::size_t at = 0; at < text.size();) {
            const auto written = ::write(commands, text.data() + at, text.size() - at);
            if (written <= 0 && errno != EINTR) {
                throw std::runtime_error("the browser does not listen");
            }
            at += static_cast<std::size_t>(std::max<ssize_t>(written, 0));
        }
        while (true) {
            auto answer = readMessage();
            if (answer.value("id", 0) == next) {
                if (answer.contains("error")) {
                    throw std::runtime_error(answer["error"].dump());
                }
                return answer["result"];
            }
        }
    }

    void start()
    {
        int toBrowser[2];
        int fromBrowser[2];
        if (::pipe2(toBrowser, O_CLOEXEC) != 0 || ::pipe2(fromBrowser, O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        // Out of the way of the numbers that they are to get.
        const int commandEnd = ::fcntl(toBrowser[0], F_DUPFD_CLOEXEC, 10);
        const int answerEnd = ::fcntl(fromBrowser[1], F_DUPFD_CLOEXEC, 10);
        commands = ::fcntl(toBrowser[1], F_DUPFD_CLOEXEC, 10);
        answers = ::fcntl(fromBrowser[0], F_DUPFD_CLOEXEC, 10);
        for (const int end : {toBrowser[0], toBrowser[1], fromBrowser[0], fromBrowser[1]}) {
            ::close(end);
        }
        const auto path = folder.path().string();
        if (::geteuid() == 0 && ::chown(path.c_str(), nobody, nobody) != 0) {
            // A user namespace without that user: the folder is ours and stays so.
        }
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, commandEnd, commandsAt);
        ::posix_spawn_file_actions_adddup2(&actions, answerEnd, answersAt);
        posix_spawnattr_t attributes;
        ::posix_spawnattr_init(&attributes);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP); // to be ended with all its children
        auto words = commandLine(path);
        std::vector<char*> pointers;
        for (auto& word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        std::string home = "HOME=" + path;
        std::string search = "PATH=/usr/bin:/bin";
        char* environment[] = {home.data(), search.data(), nullptr};
        const int fault =
            ::posix_spawn(&process, words[0].c_str(), &actions, &attributes, pointers.data(), environment);
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
        ::close(commandEnd);
        ::close(answerEnd);
        if (fault != 0) {
            throw std::runtime_error("can't start " + words[0]);
        }
    }

    void attach()
    {
        std::string page;
        const auto end = std::chrono::steady_clock::now() + longest;
        while (page.empty() && std::chrono::steady_clock::now() < end) {
            const auto targets = command("Target.getTargets", json::object());
            for (const auto& target : targets["targetInfos"]) {
                if (target["type"] == "page") {
                    page = target["targetId"];
                }
            }
        }
        session = command("Target.attachToTarget", {{"targetId", page}, {"flatten", true}})["sessionId"];
    }
};

Browser::Browser() : m_inside(std::make_unique<Inside>())
{
    m_inside->start();
    m_inside->attach();
    evaluate(readWhole(std::filesystem::path(CHEVET_SOURCE_DIR) / "tests/call/media_browser.js"));
}

Browser::~Browser()
{
    if (m_inside->process > 0) {
        ::kill(-m_inside->process, SIGKILL); // its own group, made for it
        while (::waitpid(m_inside->process, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(m_inside->commands);
    ::close(m_inside->answers);
}

void Browser::open(const std::string& address, const std::string& before)
{
    m_inside->command("Page.enable", json::object());
    if (!m_inside->script.empty()) {
        m_inside->command("Page.removeScriptToEvaluateOnNewDocument", {{"identifier", m_inside->script}});
    }
    m_inside->script =
        m_inside->command("Page.addScriptToEvaluateOnNewDocument", {{"source", before}})["identifier"];
    m_inside->command("Page.navigate", {{"url", "about:blank"}}); // a new fragment alone would load nothing
    const auto answer = m_inside->command("Page.navigate", {{"url", address}});
    if (answer.contains("errorText")) {
        throw std::runtime_error("the browser can't open the page: " +
                                 answer["errorText"].get<std::string>());
    }
    const auto end = std::chrono::steady_clock::now() + longest;
    while (evaluate("document.readyState") != "complete" || evaluate("location.protocol") == "about:") {
        if (std::chrono::steady_clock::now() > end) {
            throw std::runtime_error("the page does not load");
        }
    }
}

double Browser::processorSeconds() const
{
    double ticks = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const auto text = readWhole(entry.path() / "stat");
        const auto end = text.rfind(')');
        if (end == std::string::npos) {
            continue; // no process, or gone in between
        }
        std::istringstream fields(text.substr(end + 1));
        std::string word;
        long group = 0;
        fields >> word >> word >> group;
        for (int skipped = 0; skipped < 8; ++skipped) {
            fields >> word;
        }
        double user = 0;
        double system = 0;
        fields >> user >> system;
        ticks += group == m_inside->process ? user + system : 0;
    }
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

json Browser::evaluate(const std::string& expression)
{
    const auto result = m_inside->command(
        "Runtime.evaluate", {{"expression", expression}, {"awaitPromise", true}, {"returnByValue", true}});
    if (result.contains("exceptionDetails")) {
        throw std::runtime_error("in the browser: " + result["exceptionDetails"].dump());
    }
    return result["result"].value("value", json());
}

} // namespace chevet::test
