// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/formulas.h"

#include <algorithm>
#include <utility>

namespace chevet::triage {

Literal Formulas::input()
{
    m_nodes.push_back({always, always, true});
    return {static_cast<std::uint32_t>(m_nodes.size() - 1), false};
}

Literal Formulas::both(Literal left, Literal right)
{
    if (left == never || right == never || left == !right) {
        return never;
    }
    if (left == always || left == right) {
        return right;
    }
    if (right == always) {
        return left;
    }
    if (right.code() < left.code()) {
        std::swap(left, right);
    }
    const auto key = std::uint64_t{left.code()} << 32U | right.code();
    const auto [found, isNew] = m_known.try_emplace(key, static_cast<std::uint32_t>(m_nodes.size()));
    if (isNew) {
        m_nodes.push_back({left, right, false});
    }
    return {found->second, false};
}

Literal Formulas::all(const Literals& parts)
{
    auto result = always;
    for (const auto part : parts) {
        result = both(result, part);
    }
    return result;
}

Literal Formulas::any(const Literals& parts)
{
    auto none = always;
    for (const auto part : parts) {
        none = both(none, !part);
    }
    return !none;
}

Literal Formulas::exactlyOne(const Literals& parts)
{
    return both(any(parts), atMost(parts, 1));
}

Literal Formulas::atMost(const Literals& parts, std::size_t count)
{
    // reached[k]: more than k of those looked at so far are true
    Literals reached(count + 1, never);
    for (const auto part : parts) {
        for (std::size_t k = count + 1; k-- > 0;) {
            const auto before = k == 0 ? always : reached[k - 1];
            reached[k] = either(reached[k], both(before, part));
        }
    }
    return !reached[count];
}

void Formulas::walk(std::vector<std::uint64_t>& values) const
{
    auto i = std::max<std::size_t>(values.size(), 1);
    values.resize(m_nodes.size());
    values[always.node()] = ~std::uint64_t{0};
    for (; i < m_nodes.size(); ++i) {
        const auto& node = m_nodes[i];
        if (!node.isInput) {
            values[i] = valueOf(node.left, values) & valueOf(node.right, values);
        }
    }
}

} // namespace chevet::triage
