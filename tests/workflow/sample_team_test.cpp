// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sample team: the same for the same seed, as large as asked for, allowed in every entry, and readable.
#include "clinical/registry.h"
#include "support/catch.h"
#include "support/long_run.h"
#include "support/temporary_folder.h"
#include "workflow/reading_room.h"
#include "workflow/sample/story.h"
#include "workflow/sample_team.h"
#include "workflow/vault_door.h"

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

using namespace chevet;
using namespace chevet::workflow;

namespace {

constexpr Instant today{1'795'222'800'000}; // a weekday morning

std::string rulesText()
{
    std::ifstream file(CHEVET_SOURCE_DIR "/resources/triage/rules.toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<sample::Step> story(std::uint64_t seed, std::int64_t events, Instant now = today)
{
    const auto rules = triage::RuleSet::parse(rulesText(), {});
    REQUIRE(rules);
    SeededIds ids(9);
    std::vector<MemberId> members;
    for (std::size_t i = 0; i < sample::teamSize; ++i) {
        members.push_back(ids.make<MemberId>());
    }
    std::vector<sample::Step> steps;
    sample::Story told(seed, sample::Extent::of(events), *rules, now, 60, members);
    REQUIRE(told.tell([&](const sample::Step& step) -> Result<void> {
        steps.push_back(step);
        return {};
    }));
    return steps;
}

/// Every text that the sample writes in free words.
std::vector<std::string> textsOf(const clinical::EventBody& body)
{
    using namespace clinical;
    std::vector<std::string> texts;
    if (const auto* e = std::get_if<FactsRecorded>(&body)) {
        texts = {e->words, e->facts.objective.value_or("")};
    } else if (const auto* n = std::get_if<NoteAdded>(&body)) {
        texts = {n->text};
    } else if (const auto* p = std::get_if<PsychosocialNoteAdded>(&body)) {
        texts = {p->text};
    } else if (const auto* s = std::get_if<StateChanged>(&body)) {
        texts = {s->reason};
    } else if (const auto* d = std::get_if<RequestDeferred>(&body)) {
        texts = {d->reason};
    } else if (const auto* r = std::get_if<TriageReasoned>(&body)) {
        texts = {r->words};
    } else if (const auto* w = std::get_if<WishesRecorded>(&body)) {
        texts = {w->ownChoice, w->anticipatoryPrescriptions};
    }
    return texts;
}

int openCases(const std::vector<sample::Step>& steps)
{
    std::map<CaseId, bool> open;
    for (const auto& step : steps) {
        for (const auto& body : step.bodies) {
            if (const auto* received = std::get_if<clinical::RequestReceived>(&body)) {
                open[received->id] = true;
            } else if (const auto* changed = std::get_if<clinical::StateChanged>(&body)) {
                open[changed->id] = changed->to != clinical::CaseState::Closed;
            } else if (const auto* merged = std::get_if<clinical::RequestsMerged>(&body)) {
                open[merged->id] = false;
            }
        }
    }
    int count = 0;
    for (const auto& [id, isOpen] : open) {
        count += isOpen ? 1 : 0;
    }
    return count;
}

/// The story of the same seed has the same ids: two that begin alike are told apart by more digits only.
void checkPrefixes(const ReadingRoom& room, const std::vector<sample::Step>& steps)
{
    std::map<std::string, std::string> firstWith;
    int pairs = 0;
    for (const auto& step : steps) {
        for (const auto& body : step.bodies) {
            const auto* received = std::get_if<clinical::RequestReceived>(&body);
            if (received == nullptr) {
                continue;
            }
            const auto id = received->id.hex();
            const auto [other, isNew] = firstWith.try_emplace(id.substr(0, 4), id);
            if (isNew || pairs == 3) {
                continue;
            }
            ++pairs;
            const auto both = room.findCase(id.substr(0, 4));
            REQUIRE_FALSE(both);
            CHECK(both.error().code == ErrorCode::Duplicate);
            const auto one = room.findCase(id);
            REQUIRE(one);
            CHECK(one->row.id == received->id);
            CHECK(room.findCase(other->second)->row.id.hex() == other->second);
        }
    }
    CHECK(pairs == 3);
}

} // namespace

TEST_CASE("The sample story goes forward in time and nobody writes what their role may not")
{
    const auto steps = story(1, 20'000);
    Instant last;
    for (const auto& step : steps) {
        CHECK(step.at >= last);
        CHECK(step.at <= today);
        last = step.at;
        for (const auto& body : step.bodies) {
            const auto kind = clinical::kindOf(body);
            INFO(clinical::describe(kind).name);
            CHECK(clinical::mayWrite(sample::colleagues()[step.author].role, kind));
        }
    }
}

TEST_CASE("The sample's texts have no gap left open")
{
    std::set<std::string> notes;
    for (const auto& step : story(2, 20'000)) {
        for (const auto& body : step.bodies) {
            for (const auto& text : textsOf(body)) {
                INFO(text);
                CHECK(text.find_first_of("{}<>") == std::string::npos);
                CHECK(text.find("  ") == std::string::npos);
                CHECK(text.find("à le ") == std::string::npos);
                CHECK(text.find(" de le ") == std::string::npos);
                notes.insert(text);
            }
        }
    }
    CHECK(notes.size() > 1500); // varied, not the same ten notes
}

TEST_CASE("Every motive, modality and outcome occurs in four weeks, and decisions go both ways")
{
    using namespace clinical;
    std::set<Motive> motives;
    std::set<Modality> modalities;
    std::set<Priority> priorities;
    std::set<OverrideReason> overrides;
    std::set<TransferOutcome> transfers;
    std::set<AttemptOutcome> attempts;
    std::set<std::string_view> kinds;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        for (const auto& step : story(seed, 0)) {
            for (const auto& body : step.bodies) {
                kinds.insert(describe(kindOf(body)).name);
                if (const auto* received = std::get_if<RequestReceived>(&body)) {
                    for (const auto& [motive, name] : Words<Motive>::all) {
                        if (received->motives.has(motive)) {
                            motives.insert(motive);
                        }
                    }
                } else if (const auto* reasoned = std::get_if<TriageReasoned>(&body)) {
                    modalities.insert(reasoned->decided);
                    priorities.insert(reasoned->decidedPriority);
                    overrides.insert(reasoned->overrideReason);
                } else if (const auto* changed = std::get_if<StateChanged>(&body)) {
                    transfers.insert(changed->transfer);
                } else if (const auto* made = std::get_if<AttemptMade>(&body)) {
                    attempts.insert(made->outcome);
                }
            }
        }
    }
    CHECK(motives.size() == 5);
    CHECK(modalities.size() == 4);
    CHECK(priorities.size() == 4);
    CHECK(overrides.size() >= 6);
    CHECK(transfers.size() >= 3);
    CHECK(attempts.size() == 4);
    for (const auto* name : {"request.deferred", "request.merged", "request.corrected", "resident.corrected",
                             "wishes.recorded", "note.psychosocial", "owed.settled", "request.assigned"}) {
        INFO(name);
        CHECK(kinds.contains(name));
    }
}

TEST_CASE("Today's queue has twelve to eighteen cases whatever the seed and the hour")
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Instant now{today.millis + static_cast<std::int64_t>(seed) * 7 * 3'600'000};
        const auto open = openCases(story(seed, 0, now));
        INFO(seed);
        CHECK(open >= 12);
        CHECK(open <= 18);
    }
    CHECK(openCases(story(1, test::isLongRun() ? 1'000'000 : 60'000)) <= 300);
}

namespace {

/// An open case as the queue shows it.
struct Waiting
{
    clinical::Priority priority = clinical::Priority::P2;
    Instant due;
    bool isOpen = true;
};

std::map<CaseId, Waiting> queueOf(const std::vector<sample::Step>& steps)
{
    using namespace clinical;
    using namespace std::chrono_literals;
    std::map<CaseId, Waiting> queue;
    for (const auto& step : steps) {
        for (const auto& body : step.bodies) {
            if (const auto* received = std::get_if<RequestReceived>(&body)) {
                queue[received->id].due = received->receivedAt + 30min;
            } else if (const auto* decided = std::get_if<TriageDecided>(&body)) {
                queue[decided->id] = {decided->priority, decided->due, true};
            } else if (const auto* deferred = std::get_if<RequestDeferred>(&body)) {
                queue[deferred->id].due = deferred->until;
            } else if (const auto* changed = std::get_if<StateChanged>(&body)) {
                queue[changed->id].isOpen = changed->to != CaseState::Closed;
            } else if (const auto* merged = std::get_if<RequestsMerged>(&body)) {
                queue[merged->id].isOpen = false;
            }
        }
    }
    std::erase_if(queue, [](const auto& row) { return !row.second.isOpen; });
    return queue;
}

bool isAboutAnyOf(const sample::Step& step, const std::map<CaseId, Waiting>& queue)
{
    const auto isAbout = [&queue](const auto& event) {
        if constexpr (requires { queue.contains(event.id); }) {
            return queue.contains(event.id);
        }
        return false;
    };
    return std::any_of(step.bodies.begin(), step.bodies.end(),
                       [&](const auto& body) { return std::visit(isAbout, body); });
}

/// Nothing urgent waits for days, and of the rest a few are late by hours.
void checkPlausible(const std::vector<sample::Step>& steps, Instant now, int mostOverdue)
{
    using namespace std::chrono_literals;
    int overdue = 0;
    bool hasOverdueP1 = false;
    for (const auto& [id, row] : queueOf(steps)) {
        const auto late = now - row.due;
        const bool isUrgent = row.priority <= clinical::Priority::P2;
        INFO(id.hex() << " P" << static_cast<int>(row.priority) << " late by " << late / 1min << " minutes");
        CHECK(late <= (isUrgent ? 1h : 12h));
        overdue += late > 0ms ? 1 : 0;
        hasOverdueP1 = hasOverdueP1 || (late > 0ms && row.priority == clinical::Priority::P1);
    }
    CHECK(hasOverdueP1);
    CHECK(overdue <= mostOverdue);
    std::set<CaseId> known;
    for (const auto& step : steps) {
        CHECK(step.at <= now);
        for (const auto& body : step.bodies) {
            if (const auto* received = std::get_if<clinical::RequestReceived>(&body)) {
                known.insert(received->id);
            } else if (const auto* assigned = std::get_if<clinical::RequestAssigned>(&body)) {
                CHECK(known.contains(assigned->id));
            }
        }
    }
}

} // namespace

TEST_CASE("Today's queue is plausible at every hour of a week, on a Sunday as on a Monday morning")
{
    using namespace std::chrono_literals;
    const sample::Days days(60);
    const auto monday = days.at(days.dayOf(today) - (sample::Days::weekday(days.dayOf(today)) + 6) % 7, 0);
    for (int hour = 0; hour < 7 * 24; hour += test::isLongRun() ? 1 : 5) {
        const auto now = monday + std::chrono::hours(hour) + 17min;
        const auto seed = static_cast<std::uint64_t>(hour % 9 + 1);
        INFO("seed " << seed << ", " << hour << " hours after Monday began");
        const auto steps = story(seed, 0, now);
        checkPlausible(steps, now, 4);
        const auto open = openCases(steps);
        CHECK(open >= 12);
        CHECK(open <= 18);
    }
}

TEST_CASE("Today's open cases were worked on while people are at work, but for the last hours")
{
    using namespace std::chrono_literals;
    const sample::Days days(60);
    const auto monday = days.at(days.dayOf(today) - (sample::Days::weekday(days.dayOf(today)) + 6) % 7, 0);
    for (const int hour : {7, 17, 24 + 12, 5 * 24 + 9, 6 * 24 + 11}) { // at seven, at five, on a Sunday
        const auto now = monday + std::chrono::hours(hour);
        const auto steps = story(2, 0, now);
        const auto queue = queueOf(steps);
        int looked = 0;
        for (const auto& step : steps) {
            if (!isAboutAnyOf(step, queue)) {
                continue;
            }
            ++looked;
            const auto minute = days.minuteOf(step.at);
            INFO("now is hour " << hour << " of the week, the step " << minute / 60 << ":" << minute % 60
                                << ", " << (now - step.at) / 1min << " minutes ago, by " << step.author);
            CHECK((now - step.at < 100min || (minute >= 6 * 60 && minute < 22 * 60)));
            const bool isOffice = step.author == sample::Psychologist || step.author == sample::SocialWorker;
            CHECK_FALSE((isOffice && sample::Days::isWeekend(days.dayOf(step.at))));
        }
        CHECK(looked > 30);
    }
}

TEST_CASE("A large sample's open cases are late by hours at most")
{
    checkPlausible(story(3, 60'000), today, 40);
}

TEST_CASE("The same seed gives the same team and another seed another one")
{
    const test::TemporaryFolder folder;
    const auto rows = [&](const char* name, std::uint64_t seed) {
        SampleParameters parameters;
        parameters.seed = seed;
        parameters.now = today;
        parameters.rulesText = rulesText();
        const auto vault = folder / name;
        const auto made = makeSampleTeam(vault, parameters);
        INFO((made ? "" : std::string(errorName(made.error().code)) + " " + made.error().place));
        REQUIRE(made);
        const FixedClock clock(today, 60);
        auto room = ReadingRoom::open(vault, QString::fromLatin1(samplePassphrase().data()), clock);
        REQUIRE(room);
        CHECK((*room)->isSample());
        // Without the events' own ids, which hang on the keys.
        std::vector<std::string> content;
        for (const auto& row : (*room)->queue().rows) {
            const auto view = (*room)->findCase(row.id.hex());
            REQUIRE(view);
            content.push_back(row.id.hex() + row.familyName + row.lastWord + std::to_string(row.due.millis));
            for (const auto& entry : view->timeline) {
                const auto* note = entry.body ? std::get_if<clinical::NoteAdded>(&*entry.body) : nullptr;
                content.push_back(entry.kind + entry.authorName + std::to_string(entry.at.millis) +
                                  (note != nullptr ? note->text : ""));
            }
        }
        return content;
    };
    const auto first = rows("a", 5);
    CHECK(first.size() > 60);
    CHECK(first == rows("b", 5));
    CHECK(first != rows("c", 6));
}

TEST_CASE("A sample is about as large as asked for, whole, and opened by its own passphrase only")
{
    const test::TemporaryFolder folder;
    SampleParameters parameters;
    parameters.events = 20'000;
    parameters.now = today;
    parameters.rulesText = rulesText();
    const auto vault = folder / "large";
    int percent = -1;
    REQUIRE(makeSampleTeam(vault, parameters, [&](int done) {
        CHECK(done >= percent);
        percent = done;
    }));
    CHECK(percent == 100);
    CHECK(VaultDoor::lookAt(vault) == VaultKind::Sample);
    const FixedClock clock(today, 60);
    CHECK(ReadingRoom::open(vault, QStringLiteral("chevet"), clock).error().code ==
          ErrorCode::WrongPassphrase);
    auto room = ReadingRoom::open(vault, QString::fromLatin1(samplePassphrase().data()), clock);
    REQUIRE(room);
    const auto verification = (*room)->verify();
    CHECK(verification.damages.empty());
    CHECK(verification.readable == verification.records);
    CHECK(verification.records > 18'000);
    CHECK(verification.records < 22'000);
    CHECK((*room)->members().size() == 7);
    checkPrefixes(**room, story(parameters.seed, parameters.events));
    CHECK(makeSampleTeam(vault, parameters).error().code == ErrorCode::VaultExists);
}

TEST_CASE("A sample that can't be finished leaves nothing behind")
{
    const test::TemporaryFolder folder;
    SampleParameters parameters;
    parameters.now = today;
    parameters.rulesText = "no rules";
    CHECK_FALSE(makeSampleTeam(folder / "a", parameters));
    parameters.rulesText = rulesText();
    parameters.events = largestSample + 1;
    CHECK(makeSampleTeam(folder / "b", parameters).error().code == ErrorCode::OutOfRange);
    CHECK(std::filesystem::is_empty(folder.path()));
}
