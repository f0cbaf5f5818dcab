// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a program as a user would, from the outside: arguments, environment, standard input in; standard
// output, standard error and the exit code out. Both outputs are read while the input is fed, so neither side
// can block the other.
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace chevet::test {

struct ProgramRun
{
    int code = -1; ///< 128 + the signal if one ended it
    std::string out;
    std::string err;
};

struct ProgramInput
{
    std::string text = {};
    /// Added to a small environment of its own: PATH, HOME and nothing of the tester's language.
    std::map<std::string, std::string> environment = {};
};

namespace program_run {

struct Pipe
{
    int readEnd = -1;
    int writeEnd = -1;
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe can be made");
        }
        readEnd = ends[0];
        writeEnd = ends[1];
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe()
    {
        closeEnd(readEnd);
        closeEnd(writeEnd);
    }
    static void closeEnd(int& end)
    {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
};

inline void readSome(int& end, std::string& into)
{
    char buffer[65536];
    const auto count = ::read(end, buffer, sizeof buffer);
    if (count > 0) {
        into.append(buffer, static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
        Pipe::closeEnd(end);
    }
}

inline void feed(Pipe& in, Pipe& out, Pipe& err, std::string_view text, ProgramRun& run)
{
    ::signal(SIGPIPE, SIG_IGN); // a program that stops reading is no fault of the test's
    while (out.readEnd >= 0 || err.readEnd >= 0) {
        if (text.empty()) {
            Pipe::closeEnd(in.writeEnd);
        }
        pollfd ends[] = {{out.readEnd, POLLIN, 0}, {err.readEnd, POLLIN, 0}, {in.writeEnd, POLLOUT, 0}};
        ::poll(ends, 3, -1);
        if (ends[0].revents != 0) {
            readSome(out.readEnd, run.out);
        }
        if (ends[1].revents != 0) {
            readSome(err.readEnd, run.err);
        }
        if (ends[2].revents != 0) {
            const auto count = ::write(in.writeEnd, text.data(), std::min<std::size_t>(text.size(), 4096));
            count > 0 ? text.remove_prefix(static_cast<std::size_t>(count)) : text.remove_prefix(text.size());
        }
    }
}

inline std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> result;
    for (auto& word : words) {
        result.push_back(word.data());
    }
    result.push_back(nullptr);
    return result;
}

} // namespace program_run

inline ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                             const ProgramInput& input = {})
{
    using namespace program_run;
    Pipe in;
    Pipe out;
    Pipe err;
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::map<std::string, std::string> variables{
        {"PATH", "/usr/bin:/bin"}, {"HOME", "/nonexistent"}, {"TZ", "UTC"}};
    for (const auto* const name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) { // how the sanitizers look, if the program has one
            variables[name] = value;
        }
    }
    for (const auto& [name, value] : input.environment) {
        variables[name] = value;
    }
    std::vector<std::string> settings;
    for (const auto& [name, value] : variables) {
        settings.push_back(name + "=" + value);
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in.readEnd, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.writeEnd, 1);
    ::posix_spawn_file_actions_adddup2(&actions, err.writeEnd, 2);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID); // without the tester's terminal
    pid_t child = 0;
    const int fault = ::posix_spawn(&child, program.c_str(), &actions, &attributes, pointers(words).data(),
                                    pointers(settings).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (fault != 0) {
        throw std::runtime_error("can't start " + program);
    }
    Pipe::closeEnd(in.readEnd);
    Pipe::closeEnd(out.writeEnd);
    Pipe::closeEnd(err.writeEnd);
    ProgramRun run;
    feed(in, out, err, input.text, run);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return run;
}

} // namespace chevet::test
