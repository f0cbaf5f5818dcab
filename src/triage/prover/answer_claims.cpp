// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/answer_claims.h"

namespace chevet::triage {

using clinical::Fact;
using clinical::Modality;
using clinical::Priority;
using clinical::Verdict;

Literal atLeastAsUrgentAs(Formulas& formulas, const SymbolicAnswer& answer, Priority level)
{
    Literals ways;
    for (std::size_t i = 0; i < static_cast<std::size_t>(level); ++i) {
        ways.push_back(answer.priority[i]);
    }
    return formulas.any(ways);
}

Literal atLeast(Formulas& formulas, const SymbolicAnswer& answer, Modality modality, Verdict verdict)
{
    const auto m = indexOf(modality);
    const auto& score = answer.score[m];
    const auto stays = formulas.both(!answer.first[m], !answer.excluded[m]);
    Literals ways{answer.first[m]};
    if (verdict >= Verdict::Suitable) {
        ways.push_back(formulas.both(stays, formulas.either(score[3], score[4])));
    }
    if (verdict >= Verdict::Possible) {
        ways.push_back(formulas.both(stays, score[2]));
    }
    if (verdict >= Verdict::Discouraged) {
        ways.push_back(stays);
    }
    if (verdict >= Verdict::Excluded) {
        ways.push_back(always);
    }
    return formulas.any(ways);
}

namespace {

/// What is asked of a list of words, one literal each.
class Asked
{
public:
    explicit Asked(Formulas& formulas) : m_formulas(formulas) {}

    template<class E, std::size_t n>
    void oneOf(clinical::SetOf<E> words, const std::array<Literal, n>& literals)
    {
        if (!words.empty()) {
            m_parts.push_back(m_formulas.any(chosen(words, literals)));
        }
    }
    template<class E, std::size_t n>
    void allOf(clinical::SetOf<E> words, const std::array<Literal, n>& literals)
    {
        for (const auto literal : chosen(words, literals)) {
            m_parts.push_back(literal);
        }
    }
    template<class E, std::size_t n>
    void noneOf(clinical::SetOf<E> words, const std::array<Literal, n>& literals)
    {
        for (const auto literal : chosen(words, literals)) {
            m_parts.push_back(!literal);
        }
    }
    template<class E, std::size_t n>
    void allOfUnless(Literal excuse, clinical::SetOf<E> words, const std::array<Literal, n>& literals)
    {
        for (const auto literal : chosen(words, literals)) {
            m_parts.push_back(m_formulas.either(excuse, literal));
        }
    }
    void be(Literal literal) { m_parts.push_back(literal); }
    Literal together() { return m_formulas.all(m_parts); }

private:
    template<class E, std::size_t n>
    static Literals chosen(clinical::SetOf<E> words, const std::array<Literal, n>& literals)
    {
        Literals result;
        for (std::size_t i = 0; i < n; ++i) {
            if (words.has(static_cast<E>(i + 1))) {
                result.push_back(literals[i]);
            }
        }
        return result;
    }

    Formulas& m_formulas;
    Literals m_parts;
};

} // namespace

Literal isDueWithin(Formulas& formulas, FactSpace& space, const SymbolicCall& call,
                    const SymbolicAnswer& answer, int minutes)
{
    constexpr auto needed = Fact::AnswerNeededWithinHours;
    Literals ways{formulas.both(FactSpace::isKnown(call, needed),
                                !space.atLeast(call, needed, FactSpace::hourAfter(minutes)))};
    for (const auto& due : answer.due) {
        if (due.minutes <= minutes) {
            ways.push_back(due.isIt);
        }
    }
    return formulas.any(ways);
}

std::vector<Expression> cutsOf(const Property& property)
{
    std::vector<Expression> cuts{property.when};
    if (const auto& minutes = property.must.answerWithinMinutes) {
        Question hours;
        hours.slot = slotOf(Fact::AnswerNeededWithinHours);
        hours.test = Question::Test::Between;
        hours.lowest = FactSpace::hourAfter(*minutes);
        hours.highest = clinical::describe(Fact::AnswerNeededWithinHours).highest;
        cuts.push_back({Expression::Kind::Ask, {}, hours});
    }
    return cuts;
}

Literal isMet(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const Expectation& must,
              const SymbolicAnswer& answer)
{
    Asked asked(formulas);
    asked.oneOf(must.first, answer.first);
    asked.noneOf(must.notFirst, answer.first);
    asked.allOf(must.excluded, answer.excluded);
    asked.noneOf(must.notExcluded, answer.excluded);
    asked.oneOf(must.priority, answer.priority);
    if (must.answerWithinMinutes) {
        asked.be(isDueWithin(formulas, space, call, answer, *must.answerWithinMinutes));
    }
    asked.allOf(must.owed, answer.owed);
    asked.noneOf(must.notOwed, answer.owed);
    for (std::size_t m = 0; m < answer.conditions.size(); ++m) {
        asked.allOfUnless(answer.excluded[m], must.conditions[m], answer.conditions[m]);
        asked.noneOf(must.withoutConditions[m], answer.conditions[m]);
    }
    if (must.meanwhile) {
        asked.be(*must.meanwhile ? answer.meanwhile : !answer.meanwhile);
    }
    if (must.then) {
        asked.be(answer.then[indexOf(*must.then)]);
    }
    return asked.together();
}

} // namespace chevet::triage
