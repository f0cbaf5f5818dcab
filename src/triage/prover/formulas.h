// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Boolean formulas, each written down once: a graph of conjunctions whose edges may be negated. The solver is
// handed this graph, and the tests walk the same graph without the solver, 64 assignments at a time.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace chevet::triage {

/// A node of the graph, or its negation (the lowest bit).
class Literal
{
public:
    constexpr Literal() = default;
    constexpr Literal(std::uint32_t node, bool isNegated) : m_code(node << 1U | (isNegated ? 1U : 0U)) {}
    constexpr std::uint32_t node() const { return m_code >> 1U; }
    constexpr bool isNegated() const { return (m_code & 1U) != 0; }
    constexpr Literal operator!() const { return {node(), !isNegated()}; }
    constexpr std::uint32_t code() const { return m_code; }
    constexpr bool operator==(const Literal&) const = default;

private:
    std::uint32_t m_code = 0;
};

/// Node 0.
inline constexpr Literal always{0, false};
inline constexpr Literal never = !always;

using Literals = std::vector<Literal>;

class Formulas
{
public:
    struct Node
    {
        Literal left;
        Literal right;
        bool isInput = false;
    };

    Formulas() : m_nodes(1) {}

    /// Free to be true or false.
    Literal input();

    Literal both(Literal left, Literal right);
    Literal either(Literal left, Literal right) { return !both(!left, !right); }
    Literal differ(Literal left, Literal right) { return either(both(left, !right), both(!left, right)); }
    Literal all(const Literals& parts);
    Literal any(const Literals& parts);
    Literal exactlyOne(const Literals& parts);
    Literal atMost(const Literals& parts, std::size_t count);

    /// Left and right of a node stand before it.
    const std::vector<Node>& nodes() const { return m_nodes; }

    /// Extends `values`, which are by node, to every node there is; each is 64 assignments at once. Inputs
    /// that do not stand in it already are false.
    void walk(std::vector<std::uint64_t>& values) const;
    static std::uint64_t valueOf(Literal literal, std::span<const std::uint64_t> walked)
    {
        const auto value = walked[literal.node()];
        return literal.isNegated() ? ~value : value;
    }

private:
    std::vector<Node> m_nodes;
    std::unordered_map<std::uint64_t, std::uint32_t> m_known;
};

} // namespace chevet::triage
