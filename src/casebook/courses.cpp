// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How every request went, one after the other: for the study. Only decisions are opened; the rest is in the
// model.
#include "casebook/casebook_self.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace chevet::casebook {

using namespace clinical;

namespace {

template<class Body> const Body* bodyOf(const Entry& entry)
{
    return entry.body && !entry.withdrawn ? std::get_if<Body>(&*entry.body) : nullptr;
}

/// When this entry says that somebody spoke with the home or went on with the case.
std::optional<Instant> answeredAt(const Entry& entry)
{
    if (const auto* attempt = bodyOf<AttemptMade>(entry)) {
        return attempt->outcome == AttemptOutcome::Reached ? std::optional(attempt->at) : std::nullopt;
    }
    const auto* changed = bodyOf<StateChanged>(entry);
    const auto* settled = bodyOf<OwedSettled>(entry);
    const bool goesOn =
        changed != nullptr && (changed->to == CaseState::InProgress || changed->to == CaseState::Closed);
    const bool visited = settled != nullptr && settled->step == Owed::Visit;
    return goesOn || visited || bodyOf<ModeChanged>(entry) != nullptr ? std::optional(entry.at)
                                                                      : std::nullopt;
}

void noteSteps(CaseCourse& course, const Entries& entries)
{
    for (const auto& entry : entries) {
        const auto at = answeredAt(entry);
        if (at && *at >= course.receivedAt && (!course.firstAnswer || *at < *course.firstAnswer)) {
            course.firstAnswer = at;
        }
        if (const auto* deferred = bodyOf<RequestDeferred>(entry)) {
            course.deferrals.push_back({entry.at, deferred->until});
        }
    }
    std::sort(course.deferrals.begin(), course.deferrals.end(),
              [](const auto& a, const auto& b) { return std::tie(a.at, a.until) < std::tie(b.at, b.until); });
}

/// The closing that holds now.
void noteClosing(CaseCourse& course, const Entries& entries)
{
    const auto heads = headsOfItem(entries, Item{Compartment::Coordination, "state"});
    const auto* closing = heads.empty() ? nullptr : bodyOf<StateChanged>(entries[heads.front()]);
    if (closing != nullptr && closing->to == CaseState::Closed) {
        course.closed = true;
        course.transfer = closing->transfer;
        course.noVisitNeeded = closing->noVisitNeeded;
    }
}

CourseDecision decisionFrom(Instant at, const TriageReasoned& reasoned)
{
    return {at,
            reasoned.facts,
            reasoned.recommendation.first,
            reasoned.recommendation.priority,
            reasoned.recommendation.answerWithinMinutes,
            reasoned.decided,
            reasoned.decidedPriority,
            reasoned.overrideReason,
            reasoned.ownReason};
}

} // namespace

std::optional<CaseCourse> Casebook::Self::course(StreamKey stream) const
{
    const Journal::Reading reading(*journal);
    const auto id = idCast<CaseId>(fold->model().streamId(stream));
    const auto entries = fold->entriesOf(stream);
    const auto record = fold->caseRecord(id, entries);
    if (!record.exists) {
        return std::nullopt; // taken back, or not here yet
    }
    CaseCourse course;
    course.home = record.request.home;
    course.motives = record.request.motives;
    course.receivedAt = record.request.receivedAt;
    course.merged = fold->mergedInto(id).has_value();
    if (record.decision) {
        course.answeredBy = record.mode.value_or(record.decision->modality);
    }
    noteSteps(course, entries);
    noteClosing(course, entries);
    for (const auto& entry : entries) {
        course.unreadableDecisions += bodyOf<TriageDecided>(entry) != nullptr ? 1 : 0;
        if (entry.kind != Kind::TriageReasoned || entry.withdrawn) {
            continue;
        }
        const auto opened = fold->open(entry.sequence);
        if (!opened) {
            continue; // without its key, or damaged
        }
        const auto& body = opened->body;
        if (const auto* reasoned = body ? std::get_if<TriageReasoned>(&*body) : nullptr) {
            course.decisions.push_back(decisionFrom(entry.at, *reasoned));
            --course.unreadableDecisions;
        }
    }
    course.unreadableDecisions = std::max(course.unreadableDecisions, 0);
    std::sort(course.decisions.begin(), course.decisions.end(),
              [](const auto& a, const auto& b) { return a.at < b.at; });
    return course;
}

void Casebook::eachCourse(const std::function<void(const CaseCourse&)>& visit) const
{
    constexpr std::size_t atOnce = 1000;
    for (auto last = someCourses({}, atOnce, visit); last;) {
        last = someCourses(last, atOnce, visit);
    }
}

std::optional<CaseId> Casebook::someCourses(const std::optional<CaseId>& after, std::size_t limit,
                                            const std::function<void(const CaseCourse&)>& visit) const
{
    auto& self = *m_self;
    if (!self.ensureJournal()) {
        return std::nullopt;
    }
    StreamId highest;
    highest.bytes.fill(0xff);
    auto& model = self.fold->model();
    const auto first = after ? idCast<StreamId>(*after) : StreamId();
    std::optional<CaseId> last;
    std::size_t seen = 0;
    for (const auto stream : model.streamsBetween(first, highest, StreamType::Case, limit + 1)) {
        const auto id = idCast<CaseId>(model.streamId(stream));
        if (id == after) {
            continue;
        }
        if (++seen > limit) {
            return last; // there are more
        }
        last = id;
        if (const auto course = self.course(stream)) {
            visit(*course);
        }
    }
    return seen < limit ? std::nullopt : last;
}

} // namespace chevet::casebook
