// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must hold between the rules of a set, whoever made it.

#include "triage/reading.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace chevet::triage {
namespace {

using clinical::Modality;

struct FixedRung
{
    std::string_view id;
    int number;
    Modality first;
};

// The ladder is fixed (design, section 4); its conditions and reasons stand in the file so that they can be
// read, and its order is not up to a file.
constexpr std::array<FixedRung, 12> fixedLadder{{
    {"dying", 1, Modality::InPersonVisit},
    {"acute-seen", 2, Modality::Teleconsultation},
    {"acute", 2, Modality::SynchronousTeleExpertise},
    {"psychologist-unclear", 3, Modality::SynchronousTeleExpertise},
    {"psychologist", 3, Modality::InPersonVisit},
    {"relational", 4, Modality::InPersonVisit},
    {"examination", 5, Modality::InPersonVisit},
    {"seen-without-video", 6, Modality::InPersonVisit},
    {"unclear-seen", 7, Modality::Teleconsultation},
    {"unclear", 7, Modality::SynchronousTeleExpertise},
    {"seen", 8, Modality::Teleconsultation},
    {"asynchronous", 8, Modality::AsynchronousTeleExpertise},
}};
constexpr FixedRung lastRung{"synchronous", 8, Modality::SynchronousTeleExpertise};

tl::unexpected<Error> invalid(const Rule& rule, const std::string& what,
                              ErrorCode code = ErrorCode::RuleInvalid)
{
    return fail(code,
                "rule " + Reading::quoted(rule.id) + ", line " + std::to_string(rule.line) + ": " + what,
                rule.line);
}

bool isAlways(const Expression& when)
{
    return when.kind == Expression::Kind::All && when.parts.empty();
}

Result<void> checkEffects(const Rule& rule)
{
    const auto& effects = rule.effects;
    constexpr Modalities always{Modality::InPersonVisit, Modality::SynchronousTeleExpertise};
    if ((effects.exclude.bits() & always.bits()) != 0) {
        return invalid(rule,
                       "a visit and a call between professionals can't be excluded, only be never_first");
    }
    if (effects.neverFirst.has(Modality::InPersonVisit)) {
        return invalid(rule, "a visit can't be never_first: it is what remains");
    }
    const bool marks = !effects.exclude.empty() || !effects.neverFirst.empty() || effects.priority ||
                       effects.answerWithinMinutes;
    if (rule.secondStage && marks) {
        return invalid(
            rule, "what asks about first, visit or teleconsultation can't exclude, mark, raise or shorten");
    }
    return {};
}

/// A bridge stands before a visit only; the condition must say so.
bool asksForVisitFirst(const Expression& when)
{
    if (when.kind == Expression::Kind::Ask) {
        return when.question.slot == firstSlot && when.question.choices == 1;
    }
    if (when.kind != Expression::Kind::All) {
        return false;
    }
    return std::any_of(when.parts.begin(), when.parts.end(), asksForVisitFirst);
}

Result<void> checkLadder(const Rules& rules)
{
    if (rules.ladder.size() != fixedLadder.size() + 1) {
        return fail(ErrorCode::RuleInvalid, "rule file, line 1: the ladder has 13 rungs", 1);
    }
    for (std::size_t i = 0; i < rules.ladder.size(); ++i) {
        const auto& fixed = i < fixedLadder.size() ? fixedLadder[i] : lastRung;
        const auto& rung = rules.ladder[i];
        const bool isLast = i == fixedLadder.size();
        if (rung.rule.id != fixed.id || rung.number != fixed.number || rung.first != fixed.first) {
            return invalid(rung.rule,
                           "the ladder is fixed: here stands rung '" + std::string(fixed.id) + "'");
        }
        if (isAlways(rung.rule.when) != isLast) {
            return invalid(rung.rule, "'otherwise' belongs to the last rung, and to no other");
        }
        CHEVET_TRY(checkEffects(rung.rule));
    }
    return {};
}

std::vector<std::pair<std::string_view, int>> idsAndLines(const Rules& rules)
{
    std::vector<std::pair<std::string_view, int>> all;
    all.reserve(rules.ladder.size() + rules.rules.size() + rules.prerequisites.size() +
                rules.priorities.size());
    for (const auto& rung : rules.ladder) {
        all.emplace_back(rung.rule.id, rung.rule.line);
    }
    for (const auto& rule : rules.rules) {
        all.emplace_back(rule.id, rule.line);
    }
    for (const auto& prerequisite : rules.prerequisites) {
        all.emplace_back(prerequisite.id, prerequisite.line);
    }
    for (const auto& band : rules.priorities) {
        all.emplace_back(band.rule.id, band.rule.line);
    }
    return all;
}

Result<void> checkIds(const Rules& rules)
{
    std::set<std::string_view> ids;
    for (const auto& [id, line] : idsAndLines(rules)) {
        if (!ids.insert(id).second) {
            Rule at;
            at.id = id;
            at.line = line;
            return invalid(at, "this id is there already", ErrorCode::RuleDuplicate);
        }
    }
    return {};
}

Result<void> checkPriorities(const Rules& rules)
{
    if (rules.priorities.empty() || !isAlways(rules.priorities.back().rule.when)) {
        return fail(ErrorCode::RuleInvalid, "rule file, line 1: the last priority is the one 'otherwise'", 1);
    }
    for (std::size_t i = 0; i + 1 < rules.priorities.size(); ++i) {
        const auto& band = rules.priorities[i];
        if (isAlways(band.rule.when)) {
            return invalid(band.rule, "'otherwise' belongs to the last priority only");
        }
        if (rules.priorities[i + 1].priority < band.priority) {
            return invalid(rules.priorities[i + 1].rule, "priorities stand in order, the most urgent first");
        }
    }
    return {};
}

Result<void> checkSettings(const Settings& settings)
{
    const auto wrong = [](const std::string& what) {
        return fail(ErrorCode::RuleInvalid, "settings, line 1: " + what, 1);
    };
    for (const auto& setting : allSettings) {
        const int value = settings.*setting.member;
        if (value < setting.lowest || value > setting.highest) {
            return wrong("absurd number for '" + std::string(setting.name) + "'");
        }
    }
    if (settings.severityModerate >= settings.severitySevere) {
        return wrong("severity_moderate is not below severity_severe");
    }
    if (settings.p1AnswerMinutes > settings.p2AnswerMinutes ||
        settings.p2AnswerMinutes > settings.p3AnswerMinutes ||
        settings.p3AnswerMinutes > settings.p4AnswerMinutes) {
        return wrong("a more urgent priority has a longer answer time");
    }
    return {};
}

Result<void> checkQuestions(const Rules& rules)
{
    constexpr std::size_t fewest = 8; // so that four are left to ask when the record knows some
    for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
        const auto list = rules.questions.byMotive.find(motive);
        if (list == rules.questions.byMotive.end() || list->second.size() < fewest) {
            return fail(ErrorCode::RuleInvalid,
                        "questions, line 1: '" + std::string(name) + "' needs a list of at least 8 facts", 1);
        }
    }
    return {};
}

} // namespace

Result<void> checkRules(const Rules& rules)
{
    CHEVET_TRY(checkSettings(rules.settings));
    CHEVET_TRY(checkIds(rules));
    CHEVET_TRY(checkLadder(rules));
    for (const auto& rule : rules.rules) {
        if (isAlways(rule.when)) {
            return invalid(rule, "a rule without a condition");
        }
        if (rule.effects.answerWithinMinutes.value_or(0) >= rules.settings.p4AnswerMinutes) {
            return invalid(rule, "answer_within_minutes shortens nothing: every answer is due sooner");
        }
        if (rule.effects.meanwhile && !asksForVisitFirst(rule.when)) {
            return invalid(rule, "meanwhile needs first = \"in_person_visit\" in its condition");
        }
        CHEVET_TRY(checkEffects(rule));
    }
    CHEVET_TRY(checkPriorities(rules));
    return checkQuestions(rules);
}

} // namespace chevet::triage
