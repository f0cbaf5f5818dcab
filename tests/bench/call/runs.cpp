// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/runs.h"

#include "call/servers.h"
#include "support/program_run.h"
#include "support/temporary_folder.h"

#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <thread>

#include "bench/call/desk.h"
#include "bench/call/painted_view.h"
#include "bench/surroundings.h"

namespace chevet::bench {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
constexpr seconds window{25};
constexpr seconds settled{10};
constexpr seconds before{4};
constexpr seconds patience{60};

bool waitUntil(const std::function<bool()>& isSo, seconds longest = patience)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    while (!isSo()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(milliseconds(5));
    }
    return true;
}

call::CallServers serversIn(const std::filesystem::path& folder)
{
    const std::ifstream file(folder / "servers");
    std::stringstream text;
    text << file.rdbuf();
    auto servers = call::readServers(text.str());
    if (!servers) {
        throw CouldNotMeasure("the servers can't be read: " + servers.error().place);
    }
    servers->relays.clear(); // the way is direct for both
    return std::move(*servers);
}

} // namespace

struct Stage::Inside
{
    explicit Inside(PaintedView& painted) : view(painted) {}

    PaintedView& view;
    test::TemporaryFolder folder; ///< the servers'; it becomes their user's
    test::Line line{{}};
    std::unique_ptr<Side> bedside;
    std::unique_ptr<Side> physician;

    static std::string local() { return CHEVET_SOURCE_DIR "/packaging/bedside/local"; }
    static void run(const std::vector<std::string>& words)
    {
        const auto ran = test::runProgram(local(), words);
        if (ran.code != 0) {
            throw CouldNotMeasure("the servers do not start: " + ran.out + ran.err);
        }
    }
    std::string page() const { return "https://" + serversIn(folder.path()).page + "/"; }

    /// Runs the window of a line over a call that `start` begins. `seen` answers what the physician's side
    /// has, `processor` the seconds of its cores, `tick` is called while time passes.
    RunResult measure(const MeasuredLine& measured, const std::function<void()>& start,
                      const std::function<Reception()>& seen, const std::function<double()>& processor,
                      const std::function<void()>& tick)
    {
        if (measured.isThereFromTheStart) {
            line.set(measured.settings);
        }
        auto from = monotonicNow();
        auto sums = bedside->read();
        auto taken = processor();
        start();
        const auto both = [&] {
            tick();
            return seen().firstAfter(from) && bedside->reception().firstAfter(from);
        };
        const auto joined = from;
        if (!measured.isThereFromTheStart) {
            if (!waitUntil(both)) {
                throw CouldNotMeasure("no pictures on a clean line");
            }
            pass(before, tick);
            from = monotonicNow();
            sums = bedside->read();
            taken = processor();
            line.set(measured.settings);
        }
        RunResult result;
        if (measured.cut.count() > 0) {
            cut(measured, result, seen, tick);
            return result;
        }
        pass(window, tick);
        const auto to = monotonicNow();
        const auto last = bedside->read();
        result.processor = (processor() - taken) / (to - from) * 1000;
        const auto there = bedside->reception();
        const auto here = seen();
        const auto begun = bedside->begun();
        const auto fill = [&](DirectionResult& way, const Reception& reception, double bytes) {
            way.whole = reception.over({from, to});
            way.later = reception.over({from + 1000.0 * settled.count(), to});
            if (const auto first = reception.firstAfter(joined)) {
                way.first = *first - begun;
            }
            way.bitsPerSecond = bytes * 8000 / (to - from);
        };
        fill(result.out, there, last.received - sums.received);
        fill(result.in, here, last.sent - sums.sent);
        line.set({});
        return result;
    }

    void pass(seconds time, const std::function<void()>& tick)
    {
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_until(
                std::min(end, std::chrono::steady_clock::now() + milliseconds(1000)));
            bedside->read();
            tick();
        }
    }

    void cut(const MeasuredLine& measured, RunResult& result, const std::function<Reception()>& seen,
             const std::function<void()>& tick)
    {
        auto settings = measured.settings;
        settings.isCut = true;
        line.set(settings);
        std::this_thread::sleep_for(measured.cut);
        line.set(measured.settings);
        const auto whole = monotonicNow();
        const auto back = [whole](const Reception& reception) -> std::optional<double> {
            const auto first = reception.firstAfter(whole);
            return first ? std::optional((*first - whole) / 1000) : std::nullopt;
        };
        waitUntil([&] {
            tick();
            result.out.back = back(bedside->reception());
            result.in.back = back(seen());
            return result.out.back && result.in.back;
        });
    }
};

Stage::Stage(PaintedView& view) : m_inside(std::make_unique<Inside>(view))
{
    Inside::run({"--background", "--address", "10.78.1.1", "--folder", m_inside->folder.path().string()});
    m_inside->line.atTheBedside([this] { m_inside->bedside = std::make_unique<Side>(); });
    m_inside->physician = std::make_unique<Side>();
}

Stage::~Stage()
{
    m_inside->physician.reset();
    m_inside->bedside.reset();
    try {
        test::runProgram(Inside::local(), {"--stop", m_inside->folder.path().string()});
    } catch (const std::exception& error) {
        std::cerr << "the servers may still run: " << error.what() << '\n';
    }
}

RunResult Stage::runDesk(const MeasuredLine& line)
{
    m_inside->line.set({});
    m_inside->view.forget();
    const test::TemporaryFolder pipes;
    MeasuredDesk desk(m_inside->view, serversIn(m_inside->folder.path()), pipes.path());
    auto& bedside = *m_inside->bedside;
    bedside.open(desk.link());
    bedside.evaluate("bench.walkIn().then(() => true)");
    if (!waitUntil([&] { return desk.isWaitedFor(); })) {
        throw CouldNotMeasure("nobody has come to the desk's waiting room");
    }
    auto result = m_inside->measure(
        line, [&] { desk.letIn(); }, [&] { return desk.reception(); },
        [&] { return ownProcessorSeconds() - m_inside->line.processorSeconds(); }, [] {});
    result.plan = desk.plan();
    m_inside->line.set({});
    return result;
}

RunResult Stage::runPlain(const MeasuredLine& line)
{
    m_inside->line.set({});
    auto& here = *m_inside->physician;
    auto& there = *m_inside->bedside;
    here.open(m_inside->page());
    there.open(m_inside->page());
    here.evaluate("bench.prepare()");
    there.evaluate("bench.prepare()");
    auto result = m_inside->measure(
        line, [&] { connectPlainly(here, there); },
        [&] {
            here.read();
            return here.reception();
        },
        [&] { return here.processorSeconds(); },
        [&] {
            carryCandidates(here, there);
            here.read();
        });
    here.open(m_inside->page()); // nothing of it goes on beside what is next
    there.open(m_inside->page());
    return result;
}

} // namespace chevet::bench
