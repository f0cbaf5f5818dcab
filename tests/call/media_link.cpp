// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_link.h"

#include "call/media_network.h"
#include "support/program_run.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <future>
#include <linux/if_tun.h>
#include <mutex>
#include <net/if.h>
#include <poll.h>
#include <pthread.h>
#include <random>
#include <sched.h>
#include <stdexcept>
#include <string>
#include <sys/ioctl.h>
#include <thread>
#include <time.h>
#include <unistd.h>
#include <vector>

namespace chevet::test {
namespace {

using Clock = std::chrono::steady_clock;

int openTap(const std::string& name)
{
    const int file = ::open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
    ifreq request{};
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    std::strncpy(request.ifr_name, name.c_str(), IFNAMSIZ - 1);
    if (file < 0 || ::ioctl(file, TUNSETIFF, &request) != 0) {
        throw std::runtime_error("no TAP device can be made");
    }
    return file;
}

void runIp(const std::vector<std::string>& arguments)
{
    const auto run = runProgram("/usr/sbin/ip", arguments);
    if (run.code != 0) {
        throw std::runtime_error("ip failed: " + run.err);
    }
}

int openEnd(const std::string& name, const std::string& address)
{
    const int file = openTap(name);
    runIp({"addr", "add", address, "dev", name});
    runIp({"link", "set", name, "up"});
    return file;
}

struct Waiting
{
    Clock::time_point due;
    std::vector<char> frame;
};
struct Direction
{
    int from = -1;
    int to = -1;
    Clock::time_point free{}; ///< when the line has sent what is before
    std::deque<Waiting> frames{};
};

} // namespace

struct Line::Inside
{
    std::array<Direction, 2> directions;
    mutable std::mutex mutex;
    LineSettings settings;
    std::atomic<bool> isEnding = false;
    std::atomic<std::uint64_t> lost = 0;
    std::atomic<std::uint64_t> carried = 0;
    std::minstd_rand random{20261127};
    std::thread carrier;
    std::thread bedside;
    std::mutex workMutex;
    std::deque<std::packaged_task<void()>> work;
    std::condition_variable workCame;

    LineSettings now() const
    {
        const std::scoped_lock lock(mutex);
        return settings;
    }

    void take(Direction& direction, const LineSettings& line)
    {
        std::vector<char> frame(65536);
        const auto size = ::read(direction.from, frame.data(), frame.size());
        if (size <= 0) {
            return;
        }
        frame.resize(static_cast<std::size_t>(size));
        const auto time = Clock::now();
        const bool isUnlucky = line.loss > 0 && std::uniform_real_distribution<>(0, 1)(random) < line.loss;
        auto departs = std::max(time, direction.free);
        if (line.bitsPerSecond > 0) {
            departs += std::chrono::nanoseconds(size * 8 * 1'000'000'000 / line.bitsPerSecond);
        }
        if (line.isCut || isUnlucky || departs - time > line.queue) {
            ++lost;
            return;
        }
        direction.free = departs;
        direction.frames.push_back({departs + line.delay, std::move(frame)});
    }

    void carry()
    {
        while (!isEnding) {
            int patience = 20;
            const auto time = Clock::now();
            for (auto& direction : directions) {
                while (!direction.frames.empty() && direction.frames.front().due <= time) {
                    const auto& frame = direction.frames.front().frame;
                    carried += ::write(direction.to, frame.data(), frame.size()) > 0 ? 1u : 0u;
                    direction.frames.pop_front();
                }
                if (!direction.frames.empty()) {
                    const auto left = direction.frames.front().due - time;
                    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(left).count();
                    patience = std::min(patience, static_cast<int>(ms) + 1);
                }
            }
            std::array<pollfd, 2> ends{pollfd{directions[0].from, POLLIN, 0},
                                       pollfd{directions[1].from, POLLIN, 0}};
            ::poll(ends.data(), ends.size(), patience);
            const auto line = now();
            for (std::size_t i = 0; i < ends.size(); ++i) {
                if ((ends[i].revents & POLLIN) != 0) {
                    take(directions[i], line);
                }
            }
        }
    }

    void serveBedside(std::promise<int>& opened)
    {
        try {
            if (::unshare(CLONE_NEWNET) != 0) {
                throw std::runtime_error("no second network can be made");
            }
            runIp({"link", "set", "lo", "up"});
            opened.set_value(openEnd("linebed", "10.78.1.2/24"));
        } catch (...) {
            opened.set_exception(std::current_exception());
            return;
        }
        while (true) {
            std::packaged_task<void()> task;
            {
                std::unique_lock lock(workMutex);
                workCame.wait(lock, [&] { return !work.empty() || isEnding; });
                if (work.empty()) {
                    return;
                }
                task = std::move(work.front());
                work.pop_front();
            }
            task();
        }
    }

    void end()
    {
        {
            const std::scoped_lock lock(workMutex);
            isEnding = true;
        }
        workCame.notify_all();
        if (carrier.joinable()) {
            carrier.join();
        }
        if (bedside.joinable()) {
            bedside.join();
        }
        ::close(directions[0].from);
        ::close(directions[1].from);
    }
};

Line::Line(const LineSettings& settings) : m_inside(std::make_unique<Inside>())
{
    enterOwnNetwork();
    m_inside->settings = settings;
    const int desk = openEnd("linedesk", "10.78.1.1/24");
    std::promise<int> opened;
    auto bedside = opened.get_future();
    m_inside->bedside = std::thread([inside = m_inside.get(), &opened] { inside->serveBedside(opened); });
    int far = -1;
    try {
        far = bedside.get();
    } catch (...) {
        m_inside->end();
        throw;
    }
    m_inside->directions[0] = {desk, far};
    m_inside->directions[1] = {far, desk};
    m_inside->carrier = std::thread([inside = m_inside.get()] { inside->carry(); });
}

Line::~Line()
{
    m_inside->end();
}

void Line::set(const LineSettings& settings)
{
    const std::scoped_lock lock(m_inside->mutex);
    m_inside->settings = settings;
}

void Line::atTheBedside(const std::function<void()>& work)
{
    std::packaged_task<void()> task(work);
    auto done = task.get_future();
    {
        const std::scoped_lock lock(m_inside->workMutex);
        m_inside->work.push_back(std::move(task));
    }
    m_inside->workCame.notify_all();
    done.get();
}

std::uint64_t Line::lost() const
{
    return m_inside->lost;
}

std::uint64_t Line::carried() const
{
    return m_inside->carried;
}

double Line::processorSeconds() const
{
    clockid_t clock{};
    timespec taken{};
    if (::pthread_getcpuclockid(m_inside->carrier.native_handle(), &clock) != 0 ||
        ::clock_gettime(clock, &taken) != 0) {
        return 0;
    }
    return static_cast<double>(taken.tv_sec) + static_cast<double>(taken.tv_nsec) / 1e9;
}

} // namespace chevet::test
