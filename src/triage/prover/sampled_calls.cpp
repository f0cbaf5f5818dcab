// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/sampled_calls.h"

#include "triage/sampling.h"

#include <algorithm>

namespace chevet::triage {
namespace {

constexpr int batches = 48;
constexpr std::uint64_t seed = 1;

} // namespace

SampledCalls::SampledCalls(const Formulas& formulas, const FactSpace& space, const SymbolicCall& call,
                           const RuleSet& rules)
    : m_formulas(formulas)
{
    RandomFacts random(rules, seed);
    for (int batch = 0; batch < batches; ++batch) {
        std::vector<std::uint64_t> values(formulas.nodes().size());
        for (unsigned bit = 0; bit < 64; ++bit) {
            space.assign(call, random.next(), bit, values);
        }
        m_values.push_back(std::move(values));
    }
}

bool SampledCalls::show(Literal literal)
{
    return std::any_of(m_values.begin(), m_values.end(), [&](std::vector<std::uint64_t>& values) {
        m_formulas.walk(values);
        return Formulas::valueOf(literal, values) != 0;
    });
}

} // namespace chevet::triage
