// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A teleconsultation over bad lines: the desk with the bedside page in Chromium, and, run by run beside it, a
// plain call between two Chromiums over the same line with the same pictures.
#include "call/media_network.h"

#include <QApplication>

#include <charconv>
#include <filesystem>
#include <iostream>
#include <thread>

#include "bench/call/desk.h"
#include "bench/call/lines.h"
#include "bench/call/painted_view.h"
#include "bench/call/runs.h"
#include "bench/call/side.h"
#include "bench/surroundings.h"

using namespace chevet;
using namespace chevet::bench;

namespace {

constexpr const char* usage = "[--runs N] [--line NAME]… [--show]\n"
                              "A call over bad lines, beside one between two browsers.\n"
                              "  --runs N      of each line (5)\n"
                              "  --line NAME   only this one; --line list names them\n"
                              "  --show        every run's figures on standard error\n";

struct Wish
{
    int runs = 5;
    bool shows = false;
    std::vector<const MeasuredLine*> lines;
};

/// 0 if it is no count.
int countIn(const std::string& word)
{
    int count = 0;
    const auto* const end = word.data() + word.size();
    const auto [at, error] = std::from_chars(word.data(), end, count);
    return error == std::errc{} && at == end && count > 0 ? count : 0;
}

std::optional<Wish> readWish(const std::vector<std::string>& words)
{
    Wish wish;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool hasValue = i + 1 < words.size();
        if (words[i] == "--show") {
            wish.shows = true;
        } else if (words[i] == "--quick") {
            wish.runs = 1;
        } else if (words[i] == "--runs" && hasValue && countIn(words[i + 1]) > 0) {
            wish.runs = countIn(words[++i]);
        } else if (words[i] == "--line" && hasValue && lineNamed(words[i + 1]) != nullptr) {
            wish.lines.push_back(lineNamed(words[++i]));
        } else {
            if (words[i] == "--line") {
                std::cerr << "lines: " << namesOfLines() << '\n';
            }
            return std::nullopt;
        }
    }
    if (wish.lines.empty()) {
        for (const auto& line : measuredLines()) {
            wish.lines.push_back(&line);
        }
    }
    return wish;
}

void show(const MeasuredLine& line, const char* system, const RunResult& run)
{
    const auto one = [](const char* name, const DirectionResult& way) {
        const auto& q = way.whole;
        std::cerr << "  " << name << ": " << q.framesPerSecond << " fps, delay " << q.delay.value_or(-1)
                  << '/' << q.delay95.value_or(-1) << " ms, frozen " << q.frozen << " s, longest "
                  << q.longestGap << " s, concealed " << q.concealed.value_or(-1) << " %, first "
                  << way.first.value_or(-1) << " ms, " << way.bitsPerSecond / 1000 << " kbit/s; later "
                  << way.later.framesPerSecond << " fps " << way.later.concealed.value_or(-1) << " %, back "
                  << way.back.value_or(-1) << " s\n";
    };
    std::cerr << line.name << ", " << system << ": processor " << 100 * run.processor << " %\n";
    one("out", run.out);
    one("in ", run.in);
    if (!run.plan.empty()) {
        std::cerr << "  plan " << run.plan << '\n';
    }
}

Runs runsOf(const MeasuredLine& line, const Wish& wish, Stage& stage)
{
    Runs runs;
    for (int i = 0; i < wish.runs; ++i) {
        runs.desk.push_back(stage.runDesk(line));
        if (wish.shows) {
            show(line, "desk", runs.desk.back());
        }
        if (line.hasYardstick) {
            runs.plain.push_back(stage.runPlain(line));
            if (wish.shows) {
                show(line, "two browsers", runs.plain.back());
            }
        }
    }
    return runs;
}

void measure(const Wish& wish, PaintedView& view)
{
    Report report("call");
    describeMachine(report, std::filesystem::temp_directory_path());
    report.say("runs of each: " + std::to_string(wish.runs) +
               ", medians, p99 is the worst run; out: desk to "
               "bedside, in: bedside to desk; 640 × 480 at 30 a second");
    report.say(
        "yardstick: two Chromiums, the same line, in turns; the desk paints into Qt's offscreen window");
    Stage stage(view);
    for (const auto* line : wish.lines) {
        const auto runs = runsOf(*line, wish, stage);
        line->judge(report, *line, runs);
    }
    report.print();
}

} // namespace

int main(int count, char** arguments)
{
    const auto wish = readWish({arguments + 1, arguments + count});
    if (!wish) {
        std::cerr << "usage: " << arguments[0] << ' ' << usage;
        return 2;
    }
    test::enterOwnNetwork(); // first: every thread from here on is in it
    const QApplication application(count, arguments);
    PaintedView view;
    static_cast<QWidget&>(view).show();
    int code = 0;
    std::thread work([&] {
        try {
            measure(*wish, view);
        } catch (const std::exception& error) {
            std::cerr << error.what() << '\n';
            code = 1;
        }
        QMetaObject::invokeMethod(QApplication::instance(), &QApplication::quit, Qt::QueuedConnection);
    });
    QApplication::exec();
    work.join();
    return code;
}
