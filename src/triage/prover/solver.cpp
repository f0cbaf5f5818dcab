// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/solver.h"

#include <algorithm>
#include <z3++.h>

namespace chevet::triage {

/// A node that is asked about is a Boolean constant of the solver, tied to its parts by three clauses: what
/// is learnt in one question serves the next, and a question is one assumption.
struct Solver::Engine
{
    z3::context context;
    z3::solver solver{context, "QF_FD"};
    z3::expr_vector constants{context};
    std::vector<int> placeOfNode; ///< in `constants`; -1: not taken in yet

    z3::expr of(Literal literal)
    {
        const auto constant = constants[placeOfNode[literal.node()]];
        return literal.isNegated() ? !constant : constant;
    }

    void name(std::uint32_t node)
    {
        placeOfNode[node] = static_cast<int>(constants.size());
        constants.push_back(
            context.constant(context.int_symbol(static_cast<int>(node)), context.bool_sort()));
    }

    void tie(std::uint32_t node, const Formulas::Node& parts)
    {
        const auto itself = of({node, false});
        if (node == always.node()) {
            solver.add(itself);
        } else if (!parts.isInput) {
            const auto left = of(parts.left);
            const auto right = of(parts.right);
            solver.add(!itself || left);
            solver.add(!itself || right);
            solver.add(itself || !left || !right);
        }
    }
};

Solver::Solver(const Formulas& formulas, Clock::time_point deadline)
    : m_formulas(formulas), m_deadline(deadline), m_engine(std::make_unique<Engine>())
{}

Solver::~Solver() = default;

void Solver::takeIn(Literal literal)
{
    auto& engine = *m_engine;
    const auto& nodes = m_formulas.nodes();
    engine.placeOfNode.resize(nodes.size(), -1);
    std::vector<std::uint32_t> open{literal.node()};
    std::vector<std::uint32_t> taken;
    while (!open.empty()) {
        const auto node = open.back();
        open.pop_back();
        if (engine.placeOfNode[node] >= 0) {
            continue;
        }
        engine.name(node);
        taken.push_back(node);
        if (node != always.node() && !nodes[node].isInput) {
            open.push_back(nodes[node].left.node());
            open.push_back(nodes[node].right.node());
        }
    }
    for (const auto node : taken) {
        engine.tie(node, nodes[node]);
    }
}

void Solver::require(Literal literal)
{
    try {
        takeIn(literal);
        m_engine->solver.add(m_engine->of(literal));
    } catch (const z3::exception&) {
        m_isBroken = true;
    }
}

Satisfiable Solver::ask(Literal literal)
{
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
    if (left <= 0 || m_isBroken) {
        return Satisfiable::NotFinished;
    }
    try {
        takeIn(literal);
        auto& engine = *m_engine;
        engine.solver.set("timeout", static_cast<unsigned>(std::min<std::int64_t>(left, 3'600'000)));
        z3::expr_vector assumed(engine.context);
        assumed.push_back(engine.of(literal));
        const auto answer = engine.solver.check(assumed);
        if (answer == z3::unknown) {
            return Satisfiable::NotFinished;
        }
        if (answer == z3::unsat) {
            return Satisfiable::No;
        }
        const auto model = engine.solver.get_model();
        const auto& nodes = m_formulas.nodes();
        m_values.assign(nodes.size(), false);
        for (std::size_t node = 0; node < nodes.size(); ++node) {
            const bool isAsked = nodes[node].isInput && engine.placeOfNode[node] >= 0;
            m_values[node] =
                isAsked && model.eval(engine.of({static_cast<std::uint32_t>(node), false})).is_true();
        }
        return Satisfiable::Yes;
    } catch (const z3::exception&) {
        m_isBroken = true;
        return Satisfiable::NotFinished;
    }
}

bool Solver::value(Literal literal) const
{
    const auto node = literal.node();
    return (node < m_values.size() && m_values[node]) != literal.isNegated();
}

std::string Solver::version()
{
    unsigned major = 0;
    unsigned minor = 0;
    unsigned build = 0;
    unsigned revision = 0;
    Z3_get_version(&major, &minor, &build, &revision);
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(build);
}

} // namespace chevet::triage
