// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/lines.h"

#include <algorithm>
#include <functional>

#include "bench/call/runs.h"

namespace chevet::bench {
namespace {

using Reading = std::function<std::optional<double>(const RunResult&)>;
constexpr double never = 999; // seconds, milliseconds or percent: nothing came

struct Measured
{
    Quantity median;
    Quantity worst;
};

Measured read(const std::vector<RunResult>& runs, const Reading& reading, Quantity (*unit)(double),
              bool isMoreBetter)
{
    std::vector<double> values;
    values.reserve(runs.size());
    for (const auto& run : runs) {
        values.push_back(reading(run).value_or(isMoreBetter ? 0 : never));
    }
    const auto worst = isMoreBetter ? std::ranges::min(values) : std::ranges::max(values);
    return {unit(medianOf(values).value_or(never)), unit(worst)};
}

/// Writes the rows of one line, one for each way.
class Judge
{
public:
    Judge(Report& report, const MeasuredLine& line, const Runs& runs)
        : m_report(report), m_line(line), m_runs(runs)
    {}

    void row(const std::string& what, const Reading& reading, std::optional<Target> target,
             Quantity (*unit)(double) = plain, bool isMoreBetter = false) const
    {
        const auto ours = read(m_runs.desk, reading, unit, isMoreBetter);
        Row row{m_line.name + ": " + what, ours.median, ours.worst};
        if (!m_runs.plain.empty()) {
            row.yardstick = {"two browsers", read(m_runs.plain, reading, unit, isMoreBetter).median};
        }
        row.target = target;
        m_report.add(row);
    }
    /// At least what two browsers have.
    void notFewer(const std::string& what, const Reading& reading) const
    {
        row(what, reading, atLeast(read(m_runs.plain, reading, plain, true).median), plain, true);
    }
    void notMore(const std::string& what, const Reading& reading) const
    {
        row(what, reading, atMost(read(m_runs.plain, reading, plain, false).median));
    }

private:
    Report& m_report;
    const MeasuredLine& m_line;
    const Runs& m_runs;
};

using Way = DirectionResult RunResult::*;
struct NamedWay
{
    const char* name;
    Way way;
};
constexpr NamedWay ways[] = {{"out", &RunResult::out}, {"in", &RunResult::in}};

Reading frames(Way way)
{
    return [way](const RunResult& run) { return std::optional((run.*way).whole.framesPerSecond); };
}
Reading laterFrames(Way way)
{
    return [way](const RunResult& run) { return std::optional((run.*way).later.framesPerSecond); };
}
Reading frozen(Way way)
{
    return [way](const RunResult& run) { return std::optional((run.*way).whole.frozen); };
}
Reading longestGap(Way way)
{
    return [way](const RunResult& run) { return std::optional((run.*way).whole.longestGap); };
}
Reading concealed(Way way)
{
    return [way](const RunResult& run) { return (run.*way).whole.concealed; };
}
Reading laterConcealed(Way way)
{
    return [way](const RunResult& run) { return (run.*way).later.concealed; };
}

Quantity milliseconds(double value)
{
    return duration(value * 1e6);
}

void judgeClean(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        const bool isIn = way == &RunResult::in;
        const auto w = way;
        judge.row(
            std::string("delay ") + name, [w](const RunResult& run) { return (run.*w).whole.delay; },
            ratioAtMost(isIn ? 0.5 : 1.0), milliseconds);
        judge.row(
            std::string("first picture ") + name, [w](const RunResult& run) { return (run.*w).first; },
            ratioAtMost(isIn ? 1.2 : 1.0), milliseconds);
        judge.row(std::string("pictures a second ") + name, frames(way), {}, plain, true);
        judge.row(std::string("kbit/s ") + name,
                  [w](const RunResult& run) { return std::optional((run.*w).bitsPerSecond / 1000); }, {});
    }
    judge.row(
        "cores of the desk", [](const RunResult& run) { return std::optional(run.processor); },
        ratioAtMost(0.75));
}

void judgeLoss(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        judge.row(std::string("longest gap (s) ") + name, longestGap(way), atMost(plain(0.5)));
        judge.row(std::string("frozen (s) ") + name, frozen(way),
                  atMost(plain(way == &RunResult::in ? 1.0 : 0.5)));
        judge.notMore(std::string("concealed sound (%) ") + name, concealed(way));
        judge.row(std::string("pictures a second ") + name, frames(way), {}, plain, true);
    }
}

void judgeDelay(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        const auto w = way;
        judge.row(
            std::string("delay ") + name, [w](const RunResult& run) { return (run.*w).whole.delay; }, {},
            milliseconds);
        judge.row(std::string("frozen (s) ") + name, frozen(way), {});
        judge.row(std::string("concealed sound (%) ") + name, concealed(way), {});
    }
}

void judgeFall(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        judge.row(std::string("from 10 s on, pictures a second ") + name, laterFrames(way),
                  atLeast(plain(15)), plain, true);
        judge.row(std::string("from 10 s on, concealed (%) ") + name, laterConcealed(way), atMost(plain(1)));
        judge.notFewer(std::string("pictures a second ") + name, frames(way));
        judge.notMore(std::string("frozen (s) ") + name, frozen(way));
        judge.notMore(std::string("concealed sound (%) ") + name, concealed(way));
    }
}

void judgeNotWorse(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        judge.notFewer(std::string("pictures a second ") + name, frames(way));
        judge.notMore(std::string("frozen (s) ") + name, frozen(way));
        judge.notMore(std::string("concealed sound (%) ") + name, concealed(way));
    }
}

void judgeThinFromTheStart(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        judge.row(std::string("concealed sound (%) ") + name, concealed(way), atMost(plain(10)));
        judge.row(std::string("longest without a picture (s) ") + name, longestGap(way), atMost(plain(5)));
    }
}

void judgeThinInMidCall(Report& report, const MeasuredLine& line, const Runs& runs)
{
    judgeNotWorse(report, line, runs);
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        judge.row(std::string("from 10 s on, concealed (%) ") + name, laterConcealed(way), atMost(plain(10)));
    }
}

void judgeCut(Report& report, const MeasuredLine& line, const Runs& runs)
{
    const Judge judge(report, line, runs);
    for (const auto& [name, way] : ways) {
        const auto w = way;
        judge.row(
            std::string("picture back (s) ") + name, [w](const RunResult& run) { return (run.*w).back; },
            atMost(plain(line.cut > std::chrono::seconds(20) ? 4 : 2)));
    }
}

test::LineSettings bad(double loss, int delay, int kilobits)
{
    test::LineSettings settings;
    settings.loss = loss;
    settings.delay = std::chrono::milliseconds(delay);
    settings.bitsPerSecond = std::int64_t{kilobits} * 1000;
    return settings;
}

} // namespace

const std::vector<MeasuredLine>& measuredLines()
{
    using std::chrono::seconds;
    static const std::vector<MeasuredLine> lines{
        {"clean", bad(0, 0, 0), true, seconds(0), true, judgeClean},
        {"5 %", bad(0.05, 0, 0), false, seconds(0), true, judgeLoss},
        {"100 ms", bad(0, 100, 0), false, seconds(0), true, judgeDelay},
        {"5 % + 100 ms", bad(0.05, 100, 0), false, seconds(0), true, judgeLoss},
        {"300k later", bad(0, 10, 300), false, seconds(0), true, judgeFall},
        {"300k", bad(0, 10, 300), true, seconds(0), true, judgeNotWorse},
        {"100k later", bad(0, 10, 100), false, seconds(0), true, judgeThinInMidCall},
        {"100k", bad(0, 10, 100), true, seconds(0), true, judgeThinFromTheStart},
        {"cut 10 s", bad(0, 0, 0), false, seconds(10), false, judgeCut},
        {"cut 40 s", bad(0, 0, 0), false, seconds(40), false, judgeCut},
    };
    return lines;
}

const MeasuredLine* lineNamed(const std::string& name)
{
    for (const auto& line : measuredLines()) {
        if (line.name == name) {
            return &line;
        }
    }
    return nullptr;
}

std::string namesOfLines()
{
    std::string names;
    for (const auto& line : measuredLines()) {
        names += (names.empty() ? "\"" : ", \"") + line.name + '"';
    }
    return names;
}

} // namespace chevet::bench
