// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether some assignment of the inputs makes a formula true. The only place that knows Z3; its exceptions
// end here.
#pragma once

#include "triage/prover/formulas.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace chevet::triage {

enum class Satisfiable : std::uint8_t
{
    No,
    Yes,
    NotFinished ///< the deadline passed, or the solver gave up
};

class Solver
{
public:
    using Clock = std::chrono::steady_clock;

    /// `formulas` may grow between questions.
    Solver(const Formulas& formulas, Clock::time_point deadline);
    ~Solver();
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;

    /// Holds in every later question.
    void require(Literal literal);
    Satisfiable ask(Literal literal);
    /// After Yes: an input's value. What the question does not touch is false.
    bool value(Literal literal) const;
    bool isOutOfTime() const { return Clock::now() >= m_deadline; }

    static std::string version();

private:
    struct Engine;
    /// The formula's nodes that the engine does not know yet.
    void takeIn(Literal literal);

    const Formulas& m_formulas;
    Clock::time_point m_deadline;
    std::unique_ptr<Engine> m_engine;
    std::vector<bool> m_values; ///< by node, of inputs
    bool m_isBroken = false;    ///< the solver threw: it has no further answers
};

} // namespace chevet::triage
