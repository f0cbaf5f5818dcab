// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/compiled_rules.h"

#include <algorithm>
#include <type_traits>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Facts;
using clinical::FactType;
using clinical::Modality;

constexpr Cell conflictBit = 1U << 5;
constexpr auto motivesSlot = slotOf(Fact::Motives);

constexpr bool isNumber(Slot slot)
{
    return slot < clinical::allFacts.size() && clinical::allFacts[slot].type == FactType::Number;
}

constexpr std::uint64_t bitOf(Cell cell)
{
    return std::uint64_t{1} << cell;
}

template<class T> Cell wordCell(const std::optional<T>& word)
{
    if (!word) {
        return 0;
    }
    if constexpr (std::is_same_v<T, bool>) {
        return *word ? 2 : 1;
    } else {
        return static_cast<Cell>(*word); // the enumerations count from 1, in the order of their words
    }
}

/// The motives' cells that make a question about them true.
std::uint64_t motiveCells(const Question& question)
{
    const auto asked = static_cast<Cell>(question.choices >> 1); // bit n of the set is bit n-1 of the cell
    std::uint64_t cells = 0;
    for (Cell cell = 0; cell < 64; ++cell) {
        const bool holds = question.test == Question::Test::Only ? cell == asked : (cell & asked) != 0;
        cells |= holds ? bitOf(cell) : 0;
    }
    return cells;
}

} // namespace

CompiledRules::CompiledRules(const Rules& rules, const std::vector<Expression>& further)
{
    for (const auto& about : clinical::allFacts) {
        if (about.type == FactType::Number) {
            m_intervals[slotOf(about.fact)].push_back(about.lowest);
        }
    }
    const auto each = [&](auto&& use) {
        std::for_each(rules.ladder.begin(), rules.ladder.end(),
                      [&](const Rung& rung) { use(rung.rule.when); });
        std::for_each(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) { use(rule.when); });
        std::for_each(rules.priorities.begin(), rules.priorities.end(),
                      [&](const PriorityBand& band) { use(band.rule.when); });
    };
    each([this](const Expression& when) { cutAt(when); });
    std::for_each(further.begin(), further.end(), [this](const Expression& when) { cutAt(when); });
    for (auto& starts : m_intervals) {
        std::sort(starts.begin(), starts.end());
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    }
    for (const auto& prerequisite : rules.prerequisites) {
        m_prerequisites.push_back(
            {slotOf(prerequisite.fact), prerequisite.met << 1, prerequisite.refused << 1});
        m_deciding |= bitOf(slotOf(prerequisite.fact));
    }
    for (const auto& rung : rules.ladder) {
        m_rungs.push_back({add(rung.rule.when), rung.first});
        notice(rung.rule.when);
        addMark(m_rungs.back().root, rung.rule);
    }
    for (const auto& rule : rules.rules) {
        m_rules.push_back(add(rule.when));
        addMark(m_rules.back(), rule);
    }
    for (const auto& band : rules.priorities) {
        m_priorities.push_back(add(band.rule.when));
    }
    for (const auto& when : further) {
        m_further.push_back(add(when));
    }
}

void CompiledRules::addMark(std::uint32_t root, const Rule& rule)
{
    if (!rule.effects.exclude.empty() || !rule.effects.neverFirst.empty()) {
        m_marks.push_back({root, rule.effects.exclude, rule.effects.neverFirst});
        notice(rule.when);
    }
}

void CompiledRules::cutAt(const Expression& expression)
{
    for (const auto& part : expression.parts) {
        cutAt(part);
    }
    const auto& question = expression.question;
    if (expression.kind == Expression::Kind::Ask && question.test == Question::Test::Between) {
        const auto& about = clinical::allFacts[question.slot];
        m_intervals[question.slot].push_back(question.lowest);
        if (question.highest < about.highest) {
            m_intervals[question.slot].push_back(question.highest + 1);
        }
    }
}

void CompiledRules::notice(const Expression& expression)
{
    for (const auto& part : expression.parts) {
        notice(part);
    }
    if (expression.kind == Expression::Kind::Ask) {
        m_deciding |= bitOf(expression.question.slot);
        if (expression.question.slot == motivesSlot) {
            m_deciding |= bitOf(slotOf(Fact::Conflict)); // it counts as a motive
        }
    }
}

std::uint64_t CompiledRules::cellsFor(const Question& question) const
{
    switch (question.test) {
    case Question::Test::OneOf: return question.choices << 1;
    case Question::Test::Unknown: return 1;
    case Question::Test::HasAny:
    case Question::Test::Only: return motiveCells(question);
    case Question::Test::Between: break;
    }
    const auto& starts = m_intervals[question.slot];
    std::uint64_t cells = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        cells |= starts[i] >= question.lowest && starts[i] <= question.highest
                     ? bitOf(static_cast<Cell>(i + 1))
                     : 0;
    }
    return cells;
}

std::uint32_t CompiledRules::add(const Expression& expression)
{
    const auto root = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.emplace_back();
    fill(root, expression);
    return root;
}

void CompiledRules::fill(std::uint32_t at, const Expression& expression)
{
    Node node;
    node.kind = expression.kind;
    if (expression.kind == Expression::Kind::Ask) {
        const auto& question = expression.question;
        node.slot = question.slot;
        node.yes = cellsFor(question);
        const bool canBeOpen =
            question.test == Question::Test::OneOf || question.test == Question::Test::Between;
        node.unknown = canBeOpen ? 1 : 0;
    }
    node.firstChild = static_cast<std::uint32_t>(m_nodes.size());
    node.children = static_cast<std::uint32_t>(expression.parts.size());
    m_nodes.resize(m_nodes.size() + expression.parts.size());
    m_nodes[at] = node;
    for (std::uint32_t i = 0; i < node.children; ++i) {
        fill(node.firstChild + i, expression.parts[i]);
    }
}

Truth CompiledRules::truthOf(const Node& node, const Cells& cells) const
{
    if (node.kind == Expression::Kind::Ask) {
        const auto bit = bitOf(cells[node.slot]);
        return (node.yes & bit) != 0       ? Truth::True
               : (node.unknown & bit) != 0 ? Truth::Unknown
                                           : Truth::False;
    }
    const bool all = node.kind == Expression::Kind::All;
    auto truth = all ? Truth::True : Truth::False;
    for (std::uint32_t i = 0; i < node.children; ++i) {
        const auto part = truthOf(m_nodes[node.firstChild + i], cells);
        truth = all ? std::min(truth, part) : std::max(truth, part);
        if (truth == (all ? Truth::False : Truth::True)) {
            break;
        }
    }
    if (node.kind == Expression::Kind::None) {
        return static_cast<Truth>(2 - static_cast<int>(truth));
    }
    return truth;
}

Truth CompiledRules::truthOf(std::uint32_t root, const Cells& cells) const
{
    return truthOf(m_nodes[root], cells);
}

Cell CompiledRules::motivesCell(clinical::MotiveSet motives, bool conflict)
{
    if (motives.empty()) {
        motives.insert(clinical::Motive::Unclear);
    }
    return static_cast<Cell>(((motives.bits() >> 1) & 31U) | (conflict ? conflictBit : 0U));
}

Cell CompiledRules::cellOfNumber(Fact fact, int value) const
{
    const auto& starts = m_intervals[slotOf(fact)];
    const auto above = std::upper_bound(starts.begin(), starts.end(), value);
    return static_cast<Cell>(std::max<std::ptrdiff_t>(1, above - starts.begin()));
}

std::size_t CompiledRules::cellCount(Fact fact) const
{
    return isNumber(slotOf(fact)) ? intervals(fact).size() : valuesOfSlot(slotOf(fact)).size();
}

Cells CompiledRules::cellsOf(const Facts& facts) const
{
    Cells cells{};
    const auto word = [&](Fact fact, const auto& value) { cells[slotOf(fact)] = wordCell(value); };
    const auto number = [&](Fact fact, const std::optional<int>& value) {
        cells[slotOf(fact)] = value ? cellOfNumber(fact, *value) : Cell{0};
    };
    cells[motivesSlot] = motivesCell(facts.motives, facts.conflict.value_or(false));
    cells[slotOf(Fact::Objective)] = facts.objective && !facts.objective->empty() ? 1 : 0;
    word(Fact::Symptom, facts.symptom);
    word(Fact::Dying, facts.dying);
    word(Fact::Context, facts.context);
    word(Fact::SeenInPerson, facts.seenInPerson);
    word(Fact::MustBeSeen, facts.mustBeSeen);
    word(Fact::NeedsExamination, facts.needsExamination);
    word(Fact::Bedside, facts.bedside);
    word(Fact::Video, facts.video);
    word(Fact::Documents, facts.documents);
    word(Fact::Consent, facts.consent);
    word(Fact::AddressedTo, facts.addressedTo);
    word(Fact::Conflict, facts.conflict);
    word(Fact::PainfulNursingCare, facts.painfulNursingCare);
    word(Fact::PcaPump, facts.pcaPump);
    word(Fact::VideoDistressing, facts.videoDistressing);
    word(Fact::RespiteNeeded, facts.respiteNeeded);
    word(Fact::VisitorInfectious, facts.visitorInfectious);
    word(Fact::HomeTrained, facts.homeTrained);
    word(Fact::HomeAgreement, facts.homeAgreement);
    number(Fact::Severity, facts.severity);
    number(Fact::TravelMinutes, facts.travelMinutes);
    number(Fact::VisitPossibleWithinHours, facts.visitPossibleWithinHours);
    number(Fact::AnswerNeededWithinHours, facts.answerNeededWithinHours);
    number(Fact::RemoteContactsSinceVisit, facts.remoteContactsSinceVisit);
    return cells;
}

CompiledRules::Ladder CompiledRules::climb(Cells& cells) const
{
    Ladder ladder;
    bool met = true;
    for (const auto& prerequisite : m_prerequisites) {
        const auto bit = bitOf(cells[prerequisite.slot]);
        met = met && (prerequisite.met & bit) != 0;
        if ((prerequisite.refused & bit) != 0) {
            ladder.excluded.insert(Modality::Teleconsultation);
        }
    }
    for (const auto& mark : m_marks) {
        if (truthOf(m_nodes[mark.root], cells) == Truth::True) {
            ladder.excluded = Modalities::ofBits(ladder.excluded.bits() | mark.exclude.bits());
            ladder.neverFirst = Modalities::ofBits(ladder.neverFirst.bits() | mark.neverFirst.bits());
        }
    }
    const auto ruledOut = Modalities::ofBits(ladder.excluded.bits() | ladder.neverFirst.bits());
    cells[teleconsultationSlot] = ruledOut.has(Modality::Teleconsultation) ? 3 : met ? 1 : 2;
    for (std::size_t i = 0; i < m_rungs.size(); ++i) {
        const auto& rung = m_rungs[i];
        if (!ruledOut.has(rung.first) && truthOf(m_nodes[rung.root], cells) == Truth::True) {
            ladder.first = rung.first;
            ladder.rung = static_cast<int>(i);
            break;
        }
    }
    cells[firstSlot] = static_cast<Cell>(ladder.first);
    return ladder;
}

void CompiledRules::collect(const Node& node, const Cells& cells, std::vector<Fact>& into) const
{
    if (node.kind == Expression::Kind::Ask) {
        into.push_back(static_cast<Fact>(node.slot + 1)); // only facts are ever unknown
        return;
    }
    for (std::uint32_t i = 0; i < node.children; ++i) {
        const auto& part = m_nodes[node.firstChild + i];
        if (truthOf(part, cells) == Truth::Unknown) {
            collect(part, cells, into);
        }
    }
}

std::vector<Fact> CompiledRules::missing(std::uint32_t root, const Cells& cells) const
{
    std::vector<Fact> facts;
    if (truthOf(m_nodes[root], cells) == Truth::Unknown) {
        collect(m_nodes[root], cells, facts);
    }
    return facts;
}

} // namespace chevet::triage
