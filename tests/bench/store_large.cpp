// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sched.h>
#include <sstream>

#include "bench/invented_team.h"
#include "bench/plain_queue.h"
#include "bench/samples.h"
#include "bench/store_measures.h"

namespace chevet::bench {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<casebook::Casebook> openVault(const fs::path& folder, const Clock& clock,
                                              const casebook::Progress& progress = {})
{
    std::ifstream input(folder / "vault.cbor", std::ios::binary);
    const Bytes file{std::istreambuf_iterator<char>(input), {}};
    auto keyring = sealing::Keyring::unlock(file, InventedTeam::unlockKey());
    if (!keyring) {
        throw CouldNotMeasure("the vault does not unlock");
    }
    auto book =
        casebook::Casebook::open(folder, std::move(*keyring), casebook::Access::ReadWrite, clock, progress);
    if (!book) {
        throw CouldNotMeasure("the vault does not open: " + std::string(errorName(book.error().code)));
    }
    return std::move(*book);
}

/// What the child saw.
struct Opening
{
    double nanoseconds = 0; ///< from the derived key to the queue's rows
    std::int64_t rows = 0;
    std::int64_t events = 0;
    std::int64_t memory = 0;
    bool rebuilt = false;
};

Opening openInChild(const fs::path& vault)
{
    std::istringstream words(runChild({"open", vault.string()}));
    Opening opening;
    words >> opening.nanoseconds >> opening.rows >> opening.events >> opening.memory >> opening.rebuilt;
    if (!words) {
        throw CouldNotMeasure("the child's answer can't be read");
    }
    return opening;
}

void runOnOneCore()
{
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(::sched_getcpu(), &cores);
    ::sched_setaffinity(0, sizeof cores, &cores);
}

void measureOpening(Report& report, const Options& options, const fs::path& vault, const fs::path& empty)
{
    Samples times;
    Samples memory;
    Samples emptyMemory;
    Opening opening;
    for (int i = 0; i < (options.quick ? 3 : 9); ++i) {
        opening = openInChild(vault);
        times.add(opening.nanoseconds);
        memory.add(static_cast<double>(opening.memory));
        emptyMemory.add(static_cast<double>(openInChild(empty).memory));
    }
    if (opening.rebuilt) {
        report.addMissing("unlock to queue from the snapshot", "the snapshot was not used");
        return;
    }
    report.add("unlock to queue, fresh process, from the snapshot, key derivation not counted", times,
               atMost(duration(250e6)));
    const auto allowed = 200.0 * static_cast<double>(opening.events) + 20.0 * 1024 * 1024;
    report.add({"memory of an open vault beyond an empty one's (target: 200 B an event + 20 MiB)",
                bytes(memory.median() - emptyMemory.median()),
                {},
                Yardstick{"an empty vault's process", bytes(emptyMemory.median())},
                atMost(bytes(allowed))});

    Samples rebuilds;
    for (int i = 0; i < (options.quick ? 1 : 3); ++i) {
        fs::rename(vault / "model.snap", vault / "aside");
        opening = openInChild(vault);
        fs::rename(vault / "aside", vault / "model.snap");
        rebuilds.add(opening.nanoseconds);
    }
    report.add({"rebuild without a snapshot, words searchable, one core",
                rate(static_cast<double>(opening.events) / rebuilds.median() * 1e9),
                {},
                {},
                atLeast(rate(120e3))});
    if (!opening.rebuilt) {
        throw CouldNotMeasure("the model was not rebuilt");
    }
}

void measureQueue(Report& report, const Options& options, casebook::Casebook& book, InventedTeam& team,
                  const fs::path& folder)
{
    const auto queue = book.queue();
    PlainQueue plain(folder / "queue.db", team, queue);
    const auto same = plain.rows();
    if (queue.rows.empty() || same.size() != queue.rows.size()) {
        throw CouldNotMeasure("the two queues differ");
    }
    // Before every look something has changed, so that nobody can hand out an answer kept from the last time.
    const auto& changing = queue.rows.front().id;
    std::size_t seen = 0;
    const auto samples = inTurns(
        options.quick ? 100 : 1000, 20,
        {{[&](int) { seen += book.queue().rows.size(); },
          [&](int) {
              const std::vector<casebook::NewEvent> event{
                  {team.attempt(changing, clinical::AttemptOutcome::NoAnswer), {}}};
              if (!book.append(event, team.nurse())) {
                  throw CouldNotMeasure("an attempt is refused");
              }
          }},
         {[&](int) { seen += plain.rows().size(); }, [&](int round) { plain.attempt(changing, {round}); }}});
    const auto rows = std::to_string(queue.rows.size());
    report.add("queue of " + rows + " open cases, after a change", samples[0], atMost(duration(100e3)));
    report.add("the same", samples[0], ratioAtMost(1.0),
               Yardstick{"plain SQLite on disk", duration(samples[1].median())});
}

void measureTimeline(Report& report, const Options& options, casebook::Casebook& book, InventedTeam& team)
{
    Samples samples;
    Samples views;
    std::size_t entries = 0;
    const auto closed = team.cases().size() - book.queue().rows.size();
    for (int i = 0; i < (options.quick ? 300 : 3000); ++i) {
        const auto& id = team.cases()[team.random().nextNumber() % closed];
        const Stopwatch watch;
        const auto timeline = book.timeline(idCast<StreamId>(id));
        samples.add(watch.nanoseconds());
        entries = std::max(entries, timeline.size());
        const Stopwatch whole;
        if (!book.caseView(id)) {
            throw CouldNotMeasure("a case can't be read");
        }
        views.add(whole.nanoseconds());
    }
    report.add("timeline of a case, " + std::to_string(entries) + " entries, random case", samples,
               atMost(duration(100e3)));
    report.add("the whole case (row, resident, home, facts, reasons, timeline)", views);
}

void measureSearch(Report& report, const Options& options, casebook::Casebook& book, InventedTeam& team)
{
    constexpr std::size_t linesOnScreen = 16; // which the search page asks for first
    Samples words;
    Samples shown;
    Samples all;
    Samples prefixes;
    std::size_t hits = 0;
    std::size_t searches = 0;
    const int ranks = options.quick ? 100 : 1000;
    for (int i = 0; i < ranks; ++i) {
        // Middle frequency: each stands in some hundreds to thousands of a million entries.
        const auto& word = team.vocabulary().word(300 + static_cast<std::size_t>(i) * 1200 /
                                                            static_cast<std::size_t>(ranks));
        if (word.size() < 6) {
            continue;
        }
        const Stopwatch watch;
        const auto found = book.find(word, 50);
        words.add(watch.nanoseconds());
        const auto lines = std::span(found).first(std::min(found.size(), linesOnScreen));
        const auto opened = book.openHits(word, lines).size();
        shown.add(watch.nanoseconds());
        hits += opened + book.openHits(word, std::span(found).subspan(lines.size())).size();
        all.add(watch.nanoseconds());
        ++searches;
        const Stopwatch started;
        if (book.find(std::string_view(word).substr(0, 4), 50).empty()) {
            throw CouldNotMeasure("four letters of a word find nothing");
        }
        prefixes.add(started.nanoseconds());
    }
    report.add("search for a word: the newest 50, in order (" +
                   std::to_string(searches == 0 ? 0 : hits / searches) + " on average)",
               words, atMost(duration(100e3)));
    report.add("the same, and the first 16 opened, named, with excerpts", shown);
    report.add("the same, and all 50", all);
    report.add("search by four letters: the newest 50, in order", prefixes);
}

} // namespace

void measureLargeVault(Report& report, const Options& options, const fs::path& folder)
{
    const auto events = options.events > 0 ? options.events : options.quick ? 50'000 : 1'000'000;
    const auto vault = options.vault.empty() ? folder / "vault" : options.vault;
    const auto size = TeamSize::ofEvents(events, 200);
    InventedTeam team(size, options.seed);
    const Stopwatch watch;
    auto book = team.write(vault);
    const auto taken = watch.nanoseconds();
    const auto written = book->sequence();
    report.add({"made through append, batches of about 250 events",
                rate(static_cast<double>(written) / taken * 1e9),
                {},
                {},
                {}});
    const Stopwatch snapshot;
    if (!book->saveSnapshot()) {
        throw CouldNotMeasure("no snapshot");
    }
    report.add({"snapshot written", duration(snapshot.nanoseconds()), {}, {}, {}});
    book.reset();
    report.say("large vault: " + std::to_string(written) + " envelopes, " + std::to_string(size.cases) +
               " cases, " + std::to_string(team.residents().size()) + " residents, " +
               std::to_string(size.openCases) + " open; journal " +
               bytes(static_cast<double>(fs::file_size(vault / "journal.db"))).text() + ", snapshot " +
               bytes(static_cast<double>(fs::file_size(vault / "model.snap"))).text());

    InventedTeam nobody({.cases = 0, .openCases = 0, .homes = 1}, options.seed + 1);
    nobody.write(folder / "empty").reset();
    measureOpening(report, options, vault, folder / "empty");

    book = openVault(vault, team.clock());
    measureQueue(report, options, *book, team, folder);
    measureTimeline(report, options, *book, team);
    measureSearch(report, options, *book, team);
}

int runStoreChild(const std::vector<std::string>& words)
{
    if (words.size() != 2 || words[0] != "open") {
        return 2;
    }
    runOnOneCore();
    const fs::path folder(words[1]);
    const SystemClock clock;
    const Stopwatch watch;
    auto book = openVault(folder, clock);
    const auto rebuilt = book->openingReport().modelRebuilt;
    if (rebuilt) {
        book->commitIndex();
    }
    const auto rows = book->queue().rows.size();
    const auto taken = watch.nanoseconds();
    std::cout << taken << ' ' << rows << ' ' << book->sequence() << ' ' << residentMemory() << ' ' << rebuilt
              << std::endl;
    return 0;
}

} // namespace chevet::bench
