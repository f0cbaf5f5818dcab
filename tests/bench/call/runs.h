// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One call over one line, by the desk or between two browsers, and what came of it.
#pragma once

#include "call/media_link.h"

#include <memory>

#include "bench/call/lines.h"
#include "bench/call/side.h"

namespace chevet::bench {

class PaintedView;

struct DirectionResult
{
    Quality whole;               ///< the window of 25 s
    Quality later;               ///< of it, from 10 s on
    std::optional<double> first; ///< milliseconds from the offer's arrival at the bedside
    std::optional<double> back;  ///< seconds after the cable was in again
    double bitsPerSecond = 0;
};

struct RunResult
{
    DirectionResult out;
    DirectionResult in;
    double processor = 0; ///< cores, of the desk's side alone
    std::string plan;     ///< what the desk sent, second by second
};

struct Runs
{
    std::vector<RunResult> desk;
    std::vector<RunResult> plain;
};

/// The line, the servers and both browsers.
class Stage
{
public:
    explicit Stage(PaintedView& view);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    RunResult runDesk(const MeasuredLine& line);
    RunResult runPlain(const MeasuredLine& line);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chevet::bench
