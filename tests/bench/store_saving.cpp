// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/journal.h"

#include <memory>

#include "bench/invented_team.h"
#include "bench/samples.h"
#include "bench/store_measures.h"
#include "bench/yardsticks.h"

namespace chevet::bench {
namespace {

namespace fs = std::filesystem;

constexpr int filledCases = 4000; ///< before anything is measured
constexpr int openCases = 3000;   ///< so many that a case gets a few entries more, not dozens
constexpr int warmUp = 500;       ///< until each write-ahead log has been filled once and is written over
constexpr std::size_t envelopeSize = 566; ///< of an event with 334 bytes of payload
constexpr int indexCommitEvery = 200;

/// One store each, on the same disk, of about the same content.
struct Contest
{
    Contest(const Options& options, const fs::path& folder)
        : team({.cases = filledCases, .openCases = openCases}, options.seed), raw(folder / "raw"),
          plain(folder / "plain.db"), cipher(sqlCipher(), folder / "cipher.db", std::string(64, 'a'))
    {
        book = team.write(folder / "saving");
        fillCipher();
    }

    void fillCipher()
    {
        cipher.beginFilling();
        for (std::int64_t i = 0; i < book->sequence(); ++i) {
            const auto id = team.random().next();
            const auto& about = team.cases()[team.random().nextNumber() % team.cases().size()];
            cipher.fill({id, about.view(), team.nurse().member.view(), "note.added", i,
                         team.vocabulary().text(team.random(), 15), rest});
        }
        cipher.endFilling();
    }

    const CaseId& openCase(int round) const
    {
        return team.cases()[team.cases().size() - 1 - static_cast<std::size_t>(round) % openCases];
    }

    /// The event is made beforehand; what is counted begins with the call that saves it.
    void append(const clinical::EventBody& body)
    {
        const std::vector<casebook::NewEvent> events{{body, {}}};
        if (!book->append(events, team.nurse())) {
            throw CouldNotMeasure("an event is refused");
        }
    }

    void appendToCipher(const CaseId& id, std::string_view kind, std::string_view text)
    {
        const auto entry = team.random().next();
        cipher.append(
            {entry, id.view(), team.nurse().member.view(), kind, team.clock().now().millis, text, rest});
    }

    InventedTeam team;
    RawFile raw;
    PlainJournal plain;
    RelationalStore cipher;
    std::unique_ptr<casebook::Casebook> book;
    Bytes rest = Bytes(100, 7); ///< what an event says beside its text
};

void addAppendRows(Report& report, const std::string& what, const std::vector<Samples>& samples)
{
    report.add(what + ": sign, seal, append, fold", samples[1], ratioAtMost(2.2),
               Yardstick{"raw", duration(samples[0].median())});
    report.add("the same", samples[1], ratioAtMost(0.8),
               Yardstick{"SQLCipher, tables, audit, full text", duration(samples[2].median())});
}

template<class Make>
std::vector<Samples> contestOf(Contest& contest, int rounds, Samples& commits, const Make& make)
{
    clinical::EventBody body;
    std::string text;
    return inTurns(rounds, warmUp,
                   {{[&](int) { contest.raw.write(); }},
                    {[&](int) { contest.append(body); },
                     [&](int round) {
                         contest.team.clock().advance(std::chrono::milliseconds(250));
                         body = make(contest.openCase(round));
                         if (round % indexCommitEvery == 0) {
                             const Stopwatch watch;
                             contest.book->commitIndex();
                             commits.add(watch.nanoseconds());
                         }
                     }},
                    {[&](int round) { contest.appendToCipher(contest.openCase(round), "note.added", text); },
                     [&](int round) {
                         const auto made = make(contest.openCase(round));
                         const auto* note = std::get_if<clinical::NoteAdded>(&made);
                         const auto* deferral = std::get_if<clinical::RequestDeferred>(&made);
                         text = note != nullptr ? note->text : deferral->reason;
                     }}});
}

} // namespace

void measureSaving(Report& report, const Options& options, const fs::path& folder)
{
    Contest contest(options, folder);
    report.say("SQLite " + std::string(plainSqlite().version()) + "; SQLCipher " +
               contest.cipher.database().textOf("PRAGMA cipher_version") + " on SQLite " +
               sqlCipher().version() + ", raw key, its own page size");
    report.say("saving: " + std::to_string(contest.book->sequence()) +
               " envelopes and as many SQLCipher entries beforehand; one transaction each, in turns");
    const int rounds = options.quick ? 500 : 4000;
    Samples commits;

    auto sealed = casebook::Journal::create(folder / "journal.db");
    if (!sealed) {
        throw CouldNotMeasure("a journal can't be made");
    }
    std::vector<casebook::SealedRecord> record(1);
    record[0].envelope.assign(envelopeSize, 0x5A);
    SeededIds ids(options.seed + 7);
    const auto journal = inTurns(rounds, warmUp,
                                 {{[&](int) { contest.raw.write(); }},
                                  {[&](int) { contest.plain.insert(ids.next(), record[0].envelope); }},
                                  {[&](int) {
                                       if (!sealed->append(record, {})) {
                                           throw CouldNotMeasure("the journal refuses a record");
                                       }
                                   },
                                   [&](int) { record[0].id = ids.make<EventId>(); }}});
    const Yardstick raw{"raw", duration(journal[0].median())};
    report.add("raw: pwrite of 4 KiB and fdatasync, preallocated", journal[0]);
    report.add("plain SQLite, WAL, FULL: insert of 566 bytes under a unique id", journal[1], {}, raw);
    report.add("durable append of a sealed envelope of 566 bytes to the journal", journal[2],
               ratioAtMost(1.10), Yardstick{"plain SQLite, the same bytes", duration(journal[1].median())});
    report.add("the same", journal[2], ratioAtMost(1.5), raw);

    addAppendRows(report, "one event (a deferral with its reason, one envelope)",
                  contestOf(contest, rounds, commits, [&](const CaseId& id) -> clinical::EventBody {
                      return contest.team.deferral(id);
                  }));
    addAppendRows(report, "one note (two envelopes: the note and its stub)",
                  contestOf(contest, rounds, commits,
                            [&](const CaseId& id) -> clinical::EventBody { return contest.team.note(id); }));
    report.add("words of " + std::to_string(indexCommitEvery) + " events made searchable (once a second)",
               commits);
}

} // namespace chevet::bench
