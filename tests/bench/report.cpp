// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/report.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace chevet::bench {
namespace {

std::string significant(double number)
{
    std::array<char, 64> text{};
    const auto size = std::fabs(number);
    const int decimals = size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : 2;
    std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
    return text.data();
}

std::optional<double> ratioOf(const Row& row)
{
    if (!row.yardstick || row.yardstick->value.value == 0) {
        return std::nullopt;
    }
    return row.value.value / row.yardstick->value.value;
}

bool isMet(const Row& row)
{
    switch (row.target->kind) {
    case Target::Kind::AtMost: return row.value.value <= row.target->limit.value;
    case Target::Kind::AtLeast: return row.value.value >= row.target->limit.value;
    case Target::Kind::RatioAtMost: {
        const auto ratio = ratioOf(row);
        return ratio && *ratio <= row.target->limit.value;
    }
    }
    return false;
}

std::string targetText(const Target& target)
{
    switch (target.kind) {
    case Target::Kind::AtMost: return "≤ " + target.limit.text();
    case Target::Kind::AtLeast: return "≥ " + target.limit.text();
    case Target::Kind::RatioAtMost: return "≤ " + significant(target.limit.value) + "×";
    }
    return {};
}

using Cells = std::array<std::string, 7>;

Cells cellsOf(const Row& row)
{
    const auto ratio = ratioOf(row);
    return {row.measure,
            row.value.text(),
            row.p99 ? row.p99->text() : "",
            row.yardstick ? row.yardstick->name + ": " + row.yardstick->value.text() : "",
            ratio ? significant(*ratio) + "×" : "",
            row.target ? targetText(*row.target) : "",
            !row.target  ? ""
            : isMet(row) ? "yes"
                         : "NO"};
}

/// Characters as seen, not bytes: UTF-8 continuation bytes take no room.
std::size_t widthOf(const std::string& text)
{
    std::size_t width = 0;
    for (const auto byte : text) {
        width += (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u ? 1 : 0;
    }
    return width;
}

void printTable(const std::vector<Cells>& table)
{
    std::array<std::size_t, 7> widths{};
    for (const auto& cells : table) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(cells[i]));
        }
    }
    for (std::size_t line = 0; line < table.size(); ++line) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            std::cout << "| " << table[line][i] << std::string(widths[i] - widthOf(table[line][i]) + 1, ' ');
        }
        std::cout << "|\n";
        if (line == 0) {
            for (const auto width : widths) {
                std::cout << '|' << std::string(width + 2, '-');
            }
            std::cout << "|\n";
        }
    }
}

} // namespace

std::string Quantity::text() const
{
    switch (unit) {
    case Unit::Nanoseconds:
        return value < 1e3   ? significant(value) + " ns"
               : value < 1e6 ? significant(value / 1e3) + " µs"
               : value < 1e9 ? significant(value / 1e6) + " ms"
                             : significant(value / 1e9) + " s";
    case Unit::PerSecond:
        return value < 1e3   ? significant(value) + "/s"
               : value < 1e6 ? significant(value / 1e3) + " k/s"
                             : significant(value / 1e6) + " M/s";
    case Unit::Bytes:
        return std::fabs(value) < 1024          ? significant(value) + " B"
               : std::fabs(value) < 1024 * 1024 ? significant(value / 1024) + " KiB"
                                                : significant(value / 1024 / 1024) + " MiB";
    case Unit::Plain: return significant(value);
    }
    return {};
}

Quantity duration(double nanoseconds)
{
    return {nanoseconds, Quantity::Unit::Nanoseconds};
}

Quantity rate(double perSecond)
{
    return {perSecond, Quantity::Unit::PerSecond};
}

Quantity bytes(double count)
{
    return {count, Quantity::Unit::Bytes};
}

Quantity plain(double number)
{
    return {number, Quantity::Unit::Plain};
}

void Report::add(std::string measure, const Samples& samples, std::optional<Target> target,
                 std::optional<Yardstick> yardstick)
{
    add({std::move(measure), duration(samples.median()), duration(samples.percentile(0.99)),
         std::move(yardstick), target});
}

void Report::addMissing(std::string measure, std::string reason)
{
    m_missing.emplace_back(std::move(measure), std::move(reason));
}

void Report::print() const
{
    std::cout << "# bench " << m_name << '\n';
    for (const auto& line : m_lines) {
        std::cout << line << '\n';
    }
    std::cout << '\n';
    std::vector<Cells> table{
        {"measure", "value (p50)", "p99", "yardstick, same run", "ratio", "target", "met"}};
    std::size_t targets = m_missing.size();
    std::size_t met = 0;
    for (const auto& row : m_rows) {
        table.push_back(cellsOf(row));
        targets += row.target ? 1 : 0;
        met += row.target && isMet(row) ? 1 : 0;
    }
    for (const auto& [measure, reason] : m_missing) {
        table.push_back({measure, "not measured", "", reason, "", "", "NO"});
    }
    printTable(table);
    std::cout << '\n' << met << " of " << targets << " targets met" << std::endl;
}

} // namespace chevet::bench
