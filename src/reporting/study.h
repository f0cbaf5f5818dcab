// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The study that the authors of source 000 ask for (000:583-588, 622-625, 641-645): how often proposals were
// accepted, with and without each influencing factor, and how requests went. docs/STUDY.md has the method and
// what it can't show. Pure: courses in, counts out, whatever their order. No course is kept: what grows with
// the requests is one number for each answer and each deferral, since a median needs them all. No figure
// about a person.
#pragma once

#include "clinical/case_course.h"
#include "reporting/proportion.h"
#include "reporting/study_export.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::reporting {

/// Proposals and what became of them. "More present": a visit rather than video, video rather than a call, a
/// call rather than a written answer.
struct Acceptance
{
    int decisions = 0;
    int accepted = 0;
    int morePresent = 0;
    int moreRemote = 0;
    int otherPriority = 0; ///< the same modality with another priority

    int overridden() const { return decisions - accepted; }
    Interval acceptedShare() const { return wilson(accepted, decisions); }
    bool isFew() const { return decisions < fewCases; }
    bool operator==(const Acceptance&) const = default;
};

struct FactorRow
{
    std::string_view id;
    std::string_view source;
    Acceptance present;
    Acceptance absent;
    Acceptance unknown;
};

/// Minutes; quartiles by the median of halves, the middle value left out (Moore and McCabe).
struct Spread
{
    int count = 0;
    double low = 0;
    double median = 0;
    double high = 0;
};

struct Shares
{
    std::array<int, 4> answers{}; ///< by modality, visit first
    int total() const { return answers[0] + answers[1] + answers[2] + answers[3]; }
    int inPerson() const { return answers[0]; }
    int remote() const { return total() - inPerson(); }
    bool operator==(const Shares&) const = default;
};

struct Study
{
    int requests = 0;
    int merged = 0;              ///< counted with their decisions only
    int undecided = 0;           ///< nobody has decided yet
    int unreadableDecisions = 0; ///< this device does not hold their key
    Acceptance all;
    std::vector<FactorRow> factors;
    std::map<clinical::Motive, Acceptance> motives; ///< a request with two motives counts under both
    std::map<HomeId, Acceptance> homes;
    std::map<clinical::OverrideReason, int> reasons; ///< of those overridden
    std::map<std::string, int> ownReasons;           ///< of those with the reason Other: the team's own
    Spread firstAnswer;                              ///< from the call on, deferrals counted in
    Spread firstAnswerDeferred;                      ///< of requests that were put off
    Spread firstAnswerNotDeferred;
    int unanswered = 0;
    int deferred = 0; ///< requests
    Spread deferral;  ///< each time that one was put off: until when, from then
    /// Of closed requests that were acute at any decision.
    std::map<clinical::TransferOutcome, int> transfers;
    int noVisitNeeded = 0;                 ///< screenings that ended so
    Shares shares;                         ///< by how they were answered at last
    std::map<std::string, Shares> byMonth; ///< "2026-11", of the call, in local time
};

/// Days of the call in local time, both included; nothing: no bound.
struct Period
{
    std::optional<Date> from;
    std::optional<Date> to;
};

class StudyCounter
{
public:
    /// `clock` says which day and month a call belongs to and outlives this.
    StudyCounter(const Clock& clock, const Period& period);

    void take(const clinical::CaseCourse& course);
    /// Everything taken so far, worked out.
    Study study() const;
    /// Requests of the period so far.
    int requests() const { return m_study.requests; }
    /// What was taken, for the export.
    const ExportTally& forExport() const { return m_export; }

private:
    void countDecisions(const clinical::CaseCourse& course);
    void countCourse(const clinical::CaseCourse& course);

    const Clock* m_clock;
    Period m_period;
    Study m_study;
    ExportTally m_export;
    std::vector<double> m_answeredDeferred; ///< minutes, like the other two
    std::vector<double> m_answeredNotDeferred;
    std::vector<double> m_deferrals;
};

/// For tests: the spread of any numbers.
Spread spreadOf(std::vector<double> values);

} // namespace chevet::reporting
