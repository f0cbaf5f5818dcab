// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/side.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "bench/call/desk.h"

namespace chevet::bench {
namespace {

std::string script()
{
    const std::ifstream file(std::filesystem::path(CHEVET_SOURCE_DIR) / "tests/bench/call/call_page.js");
    std::stringstream text;
    text << file.rdbuf();
    return "if (location.protocol === 'https:') {" + text.str() + "}"; // not in the blank page before it
}

} // namespace

Side::Side() = default;

void Side::open(const std::string& address)
{
    m_sound.clear();
    m_browser.open(address, script());
    double best = 1e9;
    double offset = 0;
    for (int i = 0; i < 30; ++i) {
        const auto before = monotonicNow();
        const auto there = evaluate("bench.now()").get<double>();
        const auto after = monotonicNow();
        if (after - before < best) {
            best = after - before;
            offset = (before + after) / 2 - there;
        }
    }
    evaluate("bench.offset = " + std::to_string(offset));
}

Sums Side::read()
{
    const auto sums = evaluate("bench.sums()");
    m_sound.push_back({sums["at"], sums["concealed"], sums["samples"]});
    return {sums["at"], sums["received"], sums["sent"]};
}

double Side::begun()
{
    return evaluate("bench.begun").get<double>();
}

Reception Side::reception()
{
    Reception reception;
    reception.sound = m_sound;
    for (const auto& picture : evaluate("bench.shown")) {
        const auto clock = picture[1].get<std::int64_t>();
        reception.pictures.push_back(
            {picture[0], clock < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(clock))});
    }
    return reception;
}

void connectPlainly(Side& first, Side& second)
{
    const auto offer = first.evaluate("bench.offer()");
    const auto answer = second.evaluate("bench.answer(" + offer.dump() + ")");
    first.evaluate("bench.accept(" + answer.dump() + ")");
    carryCandidates(first, second);
}

void carryCandidates(Side& first, Side& second)
{
    const auto carry = [](Side& from, Side& to) {
        const auto found = from.evaluate("bench.candidates.splice(0)");
        if (!found.empty()) {
            to.evaluate("bench.take(" + found.dump() + ").then(() => true)");
        }
    };
    carry(first, second);
    carry(second, first);
}

} // namespace chevet::bench
