// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/texture.h"

#include <atomic>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <numbers>
#include <poll.h>
#include <stdexcept>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace chevet::bench {
namespace {

constexpr int width = 640;
constexpr int height = 480;
constexpr int rate = 30;
constexpr int margin = 16;
constexpr int span = width + 2 * margin;

int hash(std::uint32_t x, std::uint32_t y, std::uint32_t seed)
{
    std::uint32_t mixed = x * 374761393u + y * 668265263u + seed * 974634781u;
    mixed = (mixed ^ (mixed >> 13)) * 1274126177u;
    return static_cast<int>((mixed ^ (mixed >> 16)) & 255u);
}

double smooth(int x, int y, int size, std::uint32_t seed)
{
    const auto left = static_cast<std::uint32_t>(x / size);
    const auto top = static_cast<std::uint32_t>(y / size);
    const double fx = double(x % size) / size;
    const double fy = double(y % size) / size;
    const auto row = [&](std::uint32_t at) {
        return hash(left, at, seed) * (1 - fx) + hash(left + 1, at, seed) * fx;
    };
    return row(top) * (1 - fy) + row(top + 1) * fy;
}

using Plane = std::vector<std::uint8_t>;

std::size_t at(int x, int y, int stride)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(stride) + static_cast<std::size_t>(x);
}

Plane makeTexture()
{
    Plane texture(static_cast<std::size_t>(span) * (height + 2 * margin));
    for (int y = 0; y < height + 2 * margin; ++y) {
        for (int x = 0; x < span; ++x) {
            const auto value = 50 + (0.6 * smooth(x, y, 32, 1) + 0.4 * smooth(x, y, 8, 2)) * 0.6;
            texture[at(x, y, span)] = static_cast<std::uint8_t>(value);
        }
    }
    return texture;
}

std::vector<Plane> makePictures()
{
    const auto texture = makeTexture();
    std::vector<Plane> pictures;
    for (int number = 0; number < rate; ++number) {
        Plane picture(width * height * 3 / 2, 128);
        const auto turn = 2 * std::numbers::pi * number / rate;
        const int dx = margin + static_cast<int>(std::lround(10 * std::cos(turn)));
        const int dy = margin + static_cast<int>(std::lround(10 * std::sin(turn)));
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const int noise = hash(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y),
                                       static_cast<std::uint32_t>(number) + 3) %
                                      9 -
                                  4;
                picture[at(x, y, width)] =
                    static_cast<std::uint8_t>(texture[at(x + dx, y + dy, span)] + noise);
            }
        }
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

} // namespace

struct TextureCamera::Inside
{
    std::filesystem::path path;
    std::atomic<bool> isEnding = false;
    std::thread writer;

    /// False once whoever reads has gone, or at the end.
    bool write(int file, const void* bytes, std::size_t size)
    {
        const auto* at = static_cast<const char*>(bytes);
        while (size > 0 && !isEnding) {
            const auto written = ::write(file, at, size);
            if (written > 0) {
                at += written;
                size -= static_cast<std::size_t>(written);
            } else if (written < 0 && errno == EAGAIN) {
                pollfd room{file, POLLOUT, 0};
                ::poll(&room, 1, 50);
            } else {
                return false;
            }
        }
        return size == 0;
    }

    void feed(const std::vector<Plane>& pictures)
    {
        const int file = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (file < 0) { // nobody reads yet
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return;
        }
        const std::string head = "YUV4MPEG2 W640 H480 F30:1 Ip A1:1 C420jpeg\n";
        const std::string frame = "FRAME\n";
        bool isRead = write(file, head.data(), head.size());
        for (std::size_t number = 0; isRead; number = (number + 1) % pictures.size()) {
            isRead = write(file, frame.data(), frame.size()) &&
                     write(file, pictures[number].data(), pictures[number].size());
        }
        ::close(file);
    }
};

TextureCamera::TextureCamera(const std::filesystem::path& folder) : m_inside(std::make_unique<Inside>())
{
    m_inside->path = folder / "camera.y4m";
    if (::mkfifo(m_inside->path.c_str(), 0600) != 0) {
        throw std::runtime_error("no pipe can be made in " + folder.string());
    }
    std::signal(SIGPIPE, SIG_IGN);
    m_inside->writer = std::thread([inside = m_inside.get()] {
        const auto pictures = makePictures();
        while (!inside->isEnding) {
            inside->feed(pictures);
        }
    });
}

TextureCamera::~TextureCamera()
{
    m_inside->isEnding = true;
    m_inside->writer.join();
}

std::string TextureCamera::path() const
{
    return m_inside->path.string();
}

} // namespace chevet::bench
