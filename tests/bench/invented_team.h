// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A team of any size for measuring: homes, residents and cases whose entries come interleaved, as over
// months, with words of a skewed vocabulary. Deterministic by seed. It measures sizes and times; for
// something that reads like a real day there is the sample team.
//
// A whole case has twelve entries written by people: the call, its facts, the decision, its reasons, an
// attempt without answer, an assignment, one that reached, work begun, two notes, a step settled, closed.
// Four of them are clinical and leave a stub each, so that a case takes sixteen envelopes.
#pragma once

#include "casebook/casebook.h"
#include "foundation/clock.h"
#include "foundation/ids.h"
#include "triage/rule_set.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace chevet::bench {

/// Words without meaning, of two to four syllables, from the often used to the rare.
class Vocabulary
{
public:
    static constexpr std::size_t size = 6000;

    explicit Vocabulary(std::uint64_t seed);
    /// 0 is the most frequent.
    const std::string& word(std::size_t rank) const { return m_words[rank]; }
    /// Frequency falls as one over the rank.
    const std::string& pick(SeededIds& random) const;
    std::string text(SeededIds& random, int words) const;

private:
    std::vector<std::string> m_words;
};

struct TeamSize
{
    int cases = 1000;
    int openCases = 200; ///< the newest ones; a multiple of four
    int homes = 60;
    int casesPerResident = 3;
    bool wholeCases = true; ///< else closed ones have only the call, the decision and the end

    /// As many whole cases as make about so many envelopes.
    static TeamSize ofEvents(std::int64_t events, int openCases);
};

class InventedTeam
{
public:
    InventedTeam(const TeamSize& size, std::uint64_t seed);

    /// Founds the vault in `folder`, opened by `unlockKey()` or by the passphrase, and writes everything
    /// through Casebook::append. Throws CouldNotMeasure.
    std::unique_ptr<casebook::Casebook> write(const std::filesystem::path& folder,
                                              const std::string& passphrase = {});

    static sealing::UnlockKey unlockKey();
    /// The clock stands at the newest entry.
    FixedClock& clock() { return m_clock; }
    const casebook::Author& nurse() const { return m_nurse; }
    const Vocabulary& vocabulary() const { return m_vocabulary; }
    SeededIds& random() { return m_random; }
    const std::vector<CaseId>& cases() const { return m_cases; }
    const std::vector<std::pair<HomeId, clinical::Home>>& homes() const { return m_homes; }
    const std::vector<std::pair<ResidentId, clinical::Resident>>& residents() const { return m_residents; }

    clinical::NoteAdded note(const CaseId& id);
    clinical::RequestDeferred deferral(const CaseId& id);
    clinical::AttemptMade attempt(const CaseId& id, clinical::AttemptOutcome outcome);

private:
    std::unique_ptr<casebook::Casebook> found(const std::filesystem::path& folder,
                                              const std::string& passphrase);
    void addHomes();
    void addResidents();
    void addStage(int stage, int number);
    void receive(int number);
    void add(clinical::EventBody body) { m_batch.push_back({std::move(body), {}}); }
    void flush(casebook::Casebook& book);
    clinical::Facts facts();
    /// With the answer of the rules that are shipped.
    clinical::TriageReasoned reasoned(const CaseId& id);

    TeamSize m_size;
    SeededIds m_random;
    Vocabulary m_vocabulary;
    FixedClock m_clock;
    casebook::Author m_nurse;
    triage::RuleSet m_rules;
    std::vector<CaseId> m_cases;
    std::vector<std::pair<HomeId, clinical::Home>> m_homes;
    std::vector<std::pair<ResidentId, clinical::Resident>> m_residents;
    std::vector<casebook::NewEvent> m_batch;
};

} // namespace chevet::bench
