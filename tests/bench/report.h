// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every benchmark prints: a table of measures beside their yardsticks and targets, and `N of M targets
// met`. A missed target is a line in the table, never a failure; only what could not be measured is one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/samples.h"

namespace chevet::bench {

/// A measured number with its unit; printed with three significant digits.
struct Quantity
{
    enum class Unit
    {
        Nanoseconds,
        PerSecond,
        Bytes,
        Plain
    };
    double value = 0;
    Unit unit = Unit::Plain;

    std::string text() const;
};

Quantity duration(double nanoseconds);
Quantity rate(double perSecond);
Quantity bytes(double count);
Quantity plain(double number);

/// What a row is held to. A ratio is of the row's value to its yardstick's.
struct Target
{
    enum class Kind
    {
        AtMost,
        AtLeast,
        RatioAtMost
    };
    Kind kind = Kind::AtMost;
    Quantity limit;
};

inline Target atMost(Quantity limit)
{
    return {Target::Kind::AtMost, limit};
}

inline Target atLeast(Quantity limit)
{
    return {Target::Kind::AtLeast, limit};
}

inline Target ratioAtMost(double limit)
{
    return {Target::Kind::RatioAtMost, plain(limit)};
}

struct Yardstick
{
    std::string name;
    Quantity value;
};

struct Row
{
    std::string measure;
    Quantity value = {};
    std::optional<Quantity> p99 = {};
    std::optional<Yardstick> yardstick = {};
    std::optional<Target> target = {};
};

class Report
{
public:
    explicit Report(std::string name) : m_name(std::move(name)) {}

    /// A line above the table: machine, sizes, seed.
    void say(const std::string& line) { m_lines.push_back(line); }
    void add(Row row) { m_rows.push_back(std::move(row)); }
    /// The row's value is the median, its p99 the 99th percentile.
    void add(std::string measure, const Samples& samples, std::optional<Target> target = {},
             std::optional<Yardstick> yardstick = {});
    /// A target that could not be measured in this run: counted as missed, with the reason.
    void addMissing(std::string measure, std::string reason);

    void print() const;

private:
    std::string m_name;
    std::vector<std::string> m_lines;
    std::vector<Row> m_rows;
    std::vector<std::pair<std::string, std::string>> m_missing;
};

} // namespace chevet::bench
