// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/story.h"

#include "workflow/sample/today.h"

#include <queue>

#include <algorithm>
#include <array>
#include <chrono>

namespace chevet::workflow::sample {
namespace {

using namespace chevet::clinical;
using namespace std::chrono_literals;
using std::chrono::minutes;

/// Entries in the journal of ten cases, stubs counted in; measured.
constexpr std::int64_t entriesOfTenCases = 165;
constexpr std::int64_t entriesOfToday = 150;
/// Today's queue goes back so far; its residents have no other case in that time.
constexpr int daysOfToday = 4;

struct Waiting
{
    Step step;
    std::uint64_t order = 0;
};

struct Later
{
    bool operator()(const Waiting& a, const Waiting& b) const
    {
        return a.step.at == b.step.at ? a.order > b.order : a.step.at > b.step.at;
    }
};

} // namespace

std::int64_t Extent::entries() const
{
    return static_cast<std::int64_t>(residents + homes) + entriesOfToday + cases * entriesOfTenCases / 10;
}

Extent Extent::of(std::int64_t events)
{
    Extent extent;
    extent.cases = 104;
    if (events <= 0) {
        return extent;
    }
    const auto wanted = static_cast<std::size_t>(events);
    extent.residents = std::max<std::size_t>(20, wanted / 30);
    extent.homes = std::clamp<std::size_t>(extent.residents / 40, 8, 400);
    const auto people = static_cast<std::int64_t>(extent.residents + extent.homes);
    extent.cases = std::max<std::int64_t>(0, (events - people - entriesOfToday) * 10 / entriesOfTenCases);
    // A larger sample has a longer past first, then busier days.
    extent.days = static_cast<int>(std::clamp<std::int64_t>(extent.cases * 28 / 104, 28, 1095));
    extent.leftOpen = extent.cases > 2000 ? 200 : 1;
    return extent;
}

struct Story::Self
{
    Self(std::uint64_t seed, const Extent& size, const triage::RuleSet& rules, Instant today,
         int offsetMinutes, std::vector<MemberId> team)
        : random(seed), ids(seed ^ 0x5EEDULL), members(std::move(team)), days(offsetMinutes), now(today),
          extent(size), stage{random, ids, rules, days, members, homes}
    {}

    Random random;
    SeededIds ids;
    std::vector<MemberId> members;
    std::vector<std::pair<HomeId, Home>> homes;
    std::vector<Subject> subjects;
    Days days;
    Instant now;
    Extent extent;
    Stage stage;
    std::priority_queue<Waiting, std::vector<Waiting>, Later> waiting;
    std::uint64_t order = 0;
    std::size_t open = 0;
    std::size_t nextSubject = 0;

    Instant firstMorning() const { return days.at(days.dayOf(now) - extent.days, 8 * 60); }

    void schedule(std::vector<Step>& steps)
    {
        for (auto& step : steps) {
            waiting.push({std::move(step), order++});
        }
        steps.clear();
    }

    Result<void> writeUntil(Instant end, const Write& write)
    {
        while (!waiting.empty() && waiting.top().step.at <= end) {
            CHEVET_TRY(write(waiting.top().step));
            waiting.pop();
        }
        return {};
    }

    Result<void> people(const Write& write);
    Subject* freeSubject(Instant at);
    void oneCase(Instant received);
    bool reachesIntoToday(Subject& subject, std::vector<Step>& steps, Instant latest);
    void makeToday(Instant from);
    std::vector<Instant> callsOf(std::int64_t dayNumber);
    Result<void> tellDay(std::int64_t day, bool makesToday, const Write& write);
};

Result<void> Story::Self::people(const Write& write)
{
    Step step{firstMorning(), Coordinator, {}};
    const auto next = [&](const EventBody& body) -> Result<void> {
        step.bodies.assign(1, body);
        return write(step);
    };
    for (std::size_t i = 0; i < extent.homes; ++i) {
        homes.emplace_back(ids.make<HomeId>(), inventHome(i, random));
        CHEVET_TRY(next(HomeAdded{homes.back().first, homes.back().second}));
    }
    for (std::size_t i = 0; i < extent.residents; ++i) {
        Subject subject;
        subject.id = ids.make<ResidentId>();
        subject.home = i % homes.size();
        subject.person = inventPerson(random);
        const auto& person = subject.person;
        const Resident resident{.familyName = person.familyName,
                                .givenName = person.givenName,
                                .birthDate = person.birthDate,
                                .home = homes[subject.home].first,
                                .room = person.room,
                                .provisional = false,
                                .treatingPhysician = person.physicianContact,
                                .hospitalAtHome = random.chance(30) ? "HAD du Val d'Ombrie, " +
                                                                          inventPhone(landline, random)
                                                                    : std::string()};
        subjects.push_back(std::move(subject));
        CHEVET_TRY(next(ResidentAdded{subjects.back().id, resident}));
    }
    return {};
}

/// Null when everybody has an open case, or lives no more.
Subject* Story::Self::freeSubject(Instant at)
{
    const auto isFree = [&](const Subject& subject) { return !subject.gone && subject.busyUntil < at; };
    for (int tries = 0; tries < 8; ++tries) {
        auto& subject = subjects[random.below(subjects.size())];
        if (isFree(subject)) {
            return &subject;
        }
    }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        auto& subject = subjects[nextSubject++ % subjects.size()];
        if (isFree(subject)) {
            return &subject;
        }
    }
    return nullptr;
}

void Story::Self::oneCase(Instant received)
{
    auto* subject = freeSubject(received);
    if (subject == nullptr) {
        return;
    }
    std::vector<Step> steps;
    Course(stage, *subject, steps).wholeCase(anySituation(random), received);
    const auto last = std::max_element(steps.begin(), steps.end(),
                                       [](const Step& a, const Step& b) { return a.at < b.at; });
    const auto end = last->at;
    const auto latest = now - 45min;
    if (end > latest) {
        if (open < extent.leftOpen && reachesIntoToday(*subject, steps, latest)) {
            ++open;
        } else {
            for (auto& step : steps) { // the same course, only faster
                const auto sooner =
                    received + minutes((step.at - received) / 1min * ((latest - received) / 1min) /
                                       std::max<std::int64_t>(1, (end - received) / 1min));
                step.at = std::max(received, days.awake(sooner));
            }
        }
        subject->busyUntil = now + 1h;
    }
    schedule(steps);
}

/// Leaves a case open: what lies ahead of today has not happened. Nobody lets an urgent one wait for days;
/// one that may wait and has waited too long has been put off. False, and nothing changed, if it can't stay
/// open.
bool Story::Self::reachesIntoToday(Subject& subject, std::vector<Step>& steps, Instant latest)
{
    CaseId id;
    std::optional<TriageDecided> decision;
    Instant due;
    for (const auto& step : steps) {
        for (const auto& body : step.bodies) {
            if (const auto* decided = std::get_if<TriageDecided>(&body);
                decided != nullptr && step.at <= latest) {
                decision = *decided;
                id = decided->id;
                due = decided->due;
            } else if (const auto* deferred = std::get_if<RequestDeferred>(&body);
                       deferred != nullptr && step.at <= latest) {
                due = std::max(due, deferred->until);
            } else if (std::holds_alternative<RequestsMerged>(body)) {
                return false;
            }
        }
    }
    if (!decision || decision->priority < Priority::P3) {
        return false;
    }
    std::erase_if(steps, [&](const Step& step) { return step.at > latest; });
    if (due < now - 2h) {
        const auto last = std::max_element(steps.begin(), steps.end(),
                                           [](const Step& a, const Step& b) { return a.at < b.at; });
        const auto until = days.atWork(now + minutes(random.between(4 * 60, 40 * 60)));
        const auto at = std::min(latest, std::max(last->at + 1min, std::min(due, latest) - 30min));
        Course(stage, subject, steps).defer(id, at, Coordinator, until);
    }
    return true;
}

void Story::Self::makeToday(Instant from)
{
    std::vector<Step> steps;
    const auto lend = [&]() -> Subject& {
        auto* subject = freeSubject(from);
        if (subject == nullptr) {
            subject = &subjects.front(); // everybody has an open case: one more for the first
        }
        subject->busyUntil = now + 1h;
        return *subject;
    };
    addToday(stage, now, lend, steps);
    schedule(steps);
}

/// When the calls of a day come: mornings and afternoons, a few in the evening, few at weekends.
std::vector<Instant> Story::Self::callsOf(std::int64_t dayNumber)
{
    constexpr std::array weights{20, 135, 115, 110, 110, 125, 30}; // Sunday first
    constexpr int wholeWeek = 645;
    const auto weight = weights[static_cast<std::size_t>(Days::weekday(dayNumber))];
    const auto share = extent.cases * 7 * weight * 1000 / wholeWeek / extent.days; // thousandths of a call
    const auto count = share / 1000 + (static_cast<std::int64_t>(random.below(1000)) < share % 1000 ? 1 : 0);
    std::vector<Instant> times;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto minute =
            random.chance(88) ? random.between(8 * 60 + 20, 18 * 60) : random.between(6 * 60, 22 * 60);
        times.push_back(days.at(dayNumber, minute));
    }
    std::sort(times.begin(), times.end());
    return times;
}

Result<void> Story::Self::tellDay(std::int64_t day, bool makesToday, const Write& write)
{
    if (makesToday) {
        CHEVET_TRY(writeUntil(days.at(day, 0), write));
        makeToday(days.at(day, 0));
    }
    for (const auto received : callsOf(day)) {
        if (received <= firstMorning() || received > now - 5h) {
            continue;
        }
        CHEVET_TRY(writeUntil(received, write));
        oneCase(received);
    }
    return {};
}

Story::Story(std::uint64_t seed, const Extent& extent, const triage::RuleSet& rules, Instant now,
             int offsetMinutes, std::vector<MemberId> members)
    : m_self(std::make_unique<Self>(seed, extent, rules, now, offsetMinutes, std::move(members)))
{}

Story::~Story() = default;

Result<void> Story::tell(const Write& write)
{
    auto& self = *m_self;
    auto told = self.people(write);
    const auto today = self.days.dayOf(self.now);
    for (auto day = today - self.extent.days; told && day <= today; ++day) {
        told = self.tellDay(day, day == today - daysOfToday, write);
    }
    return told ? self.writeUntil(self.now, write) : told;
}

} // namespace chevet::workflow::sample
