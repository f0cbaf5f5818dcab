// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bad line between the desk and a bedside in a network of its own: two TAP devices, and a thread that
// carries frames between them with loss, delay, a rate and a queue. The kernel need not know any of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace chevet::test {

/// Each holds for one direction; both are alike.
struct LineSettings
{
    double loss = 0; ///< 0 to 1
    std::chrono::milliseconds delay{0};
    std::int64_t bitsPerSecond = 0;       ///< 0: any rate
    std::chrono::milliseconds queue{500}; ///< what would wait longer is lost
    bool isCut = false;
};

class Line
{
public:
    /// The desk's end, 10.78.1.1, lies in this process's network (enterOwnNetwork), the other, 10.78.1.2, in
    /// a new one.
    explicit Line(const LineSettings& settings);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// In the middle of a call as well.
    void set(const LineSettings& settings);
    /// Runs it in the bedside's network and waits: the programs that it starts live there.
    void atTheBedside(const std::function<void()>& work);
    /// Frames that were lost by chance, by the queue or by the cut.
    std::uint64_t lost() const;
    std::uint64_t carried() const;
    /// Seconds of a core that the carrying itself has taken.
    double processorSeconds() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chevet::test
