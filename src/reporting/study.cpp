// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/study.h"

#include "reporting/study_factors.h"

#include <algorithm>

namespace chevet::reporting {

using clinical::CaseCourse;
using clinical::CourseDecision;
using clinical::Motive;

namespace {

double minutesBetween(Instant from, Instant to)
{
    constexpr double millisAMinute = 60'000;
    return static_cast<double>((to - from).count()) / millisAMinute;
}

void count(Acceptance& into, const CourseDecision& decision)
{
    ++into.decisions;
    if (decision.decided < decision.proposed) { // the more present, the smaller
        ++into.morePresent;
    } else if (decision.decided > decision.proposed) {
        ++into.moreRemote;
    } else if (decision.decidedPriority != decision.proposedPriority) {
        ++into.otherPriority;
    } else {
        ++into.accepted;
    }
}

double medianOf(const double* from, std::size_t size)
{
    const auto middle = size / 2;
    return size % 2 != 0 ? from[middle] : (from[middle - 1] + from[middle]) / 2;
}

bool wasAcute(const CaseCourse& course)
{
    return course.motives.has(Motive::Acute) ||
           std::any_of(course.decisions.begin(), course.decisions.end(),
                       [](const auto& decision) { return decision.facts.motives.has(Motive::Acute); });
}

} // namespace

Spread spreadOf(std::vector<double> values)
{
    if (values.empty()) {
        return {};
    }
    std::sort(values.begin(), values.end());
    const auto size = values.size();
    const auto half = size / 2;
    Spread spread{static_cast<int>(size), values.front(), medianOf(values.data(), size), values.back()};
    if (half > 0) {
        spread.low = medianOf(values.data(), half);
        spread.high = medianOf(values.data() + (size - half), half);
    }
    return spread;
}

StudyCounter::StudyCounter(const Clock& clock, const Period& period)
    : m_clock(&clock), m_period(period), m_export(clock)
{
    for (const auto& factor : allFactors()) {
        m_study.factors.push_back({factor.id, factor.source, {}, {}, {}});
    }
}

void StudyCounter::take(const CaseCourse& course)
{
    const auto day = m_clock->dateAt(course.receivedAt);
    if ((m_period.from && day < *m_period.from) || (m_period.to && day > *m_period.to)) {
        return;
    }
    m_export.take(course);
    ++m_study.requests;
    m_study.unreadableDecisions += course.unreadableDecisions;
    countDecisions(course);
    if (course.merged) {
        ++m_study.merged; // how it went is told by the one that it goes on as
    } else {
        countCourse(course);
    }
}

void StudyCounter::countDecisions(const CaseCourse& course)
{
    for (const auto& decision : course.decisions) {
        count(m_study.all, decision);
        count(m_study.homes[course.home], decision);
        for (const auto& [motive, name] : clinical::Words<Motive>::all) {
            const bool isUnclear = motive == Motive::Unclear && decision.facts.motives.empty();
            if (decision.facts.motives.has(motive) || isUnclear) {
                count(m_study.motives[motive], decision);
            }
        }
        const auto factors = allFactors();
        for (std::size_t i = 0; i < factors.size(); ++i) {
            auto& row = m_study.factors[i];
            const auto presence = factors[i].of(decision);
            count(!presence ? row.unknown : *presence ? row.present : row.absent, decision);
        }
        if (decision.decided != decision.proposed || decision.decidedPriority != decision.proposedPriority) {
            ++m_study.reasons[decision.reason];
            if (!decision.ownReason.empty()) {
                ++m_study.ownReasons[decision.ownReason];
            }
        }
    }
}

void StudyCounter::countCourse(const CaseCourse& course)
{
    const bool wasDeferred = !course.deferrals.empty();
    m_study.deferred += wasDeferred ? 1 : 0;
    for (const auto& deferral : course.deferrals) {
        m_deferrals.push_back(minutesBetween(deferral.at, deferral.until));
    }
    if (course.firstAnswer) {
        const auto minutes = minutesBetween(course.receivedAt, *course.firstAnswer);
        (wasDeferred ? m_answeredDeferred : m_answeredNotDeferred).push_back(minutes);
    } else {
        ++m_study.unanswered;
    }
    if (course.closed && wasAcute(course)) {
        ++m_study.transfers[course.transfer];
    }
    m_study.noVisitNeeded += course.closed && course.noVisitNeeded ? 1 : 0;
    if (!course.answeredBy) {
        ++m_study.undecided;
        return;
    }
    const auto place = static_cast<std::size_t>(*course.answeredBy) - 1;
    ++m_study.shares.answers.at(place);
    ++m_study.byMonth[m_clock->dateAt(course.receivedAt).iso().substr(0, 7)].answers.at(place);
}

Study StudyCounter::study() const
{
    auto study = m_study;
    auto answered = m_answeredDeferred;
    answered.insert(answered.end(), m_answeredNotDeferred.begin(), m_answeredNotDeferred.end());
    study.firstAnswer = spreadOf(std::move(answered));
    study.firstAnswerDeferred = spreadOf(m_answeredDeferred);
    study.firstAnswerNotDeferred = spreadOf(m_answeredNotDeferred);
    study.deferral = spreadOf(m_deferrals);
    return study;
}

} // namespace chevet::reporting
