// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/invented_team.h"

#include "triage/recommend.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "bench/surroundings.h"

namespace chevet::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::array syllables{"ba",  "cer", "do",  "fal", "gen", "hi",  "jou", "lan", "mer", "nou",
                               "pli", "qua", "ron", "sti", "tou", "vre", "cha", "mau", "rei", "sou"};
constexpr int stages = 5;
constexpr std::size_t batchSize = 250;
constexpr Instant firstDay{1'577'836'800'000}; // 2020-01-01

std::size_t below(SeededIds& random, std::size_t count)
{
    return static_cast<std::size_t>(random.nextNumber() % count);
}

std::string capital(std::string text)
{
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string phone(SeededIds& random)
{
    return "05 " + std::to_string(10 + below(random, 90)) + " " + std::to_string(10 + below(random, 90)) +
           " " + std::to_string(10 + below(random, 90)) + " " + std::to_string(10 + below(random, 90));
}

template<class T> T orStop(Result<T> result, const char* what)
{
    if (!result) {
        throw CouldNotMeasure(std::string(what) + ": " + std::string(errorName(result.error().code)) + " (" +
                              result.error().place + ")");
    }
    return std::move(*result);
}

triage::RuleSet readRules()
{
    std::ifstream input(CHEVET_SOURCE_DIR "/resources/triage/rules.toml", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(input), {}};
    return orStop(triage::RuleSet::parse(text, {{}, std::string(64, '0')}), "the rules");
}

} // namespace

Vocabulary::Vocabulary(std::uint64_t seed)
{
    SeededIds random(seed ^ 0x6C65786971756521u);
    std::set<std::string> known;
    while (m_words.size() < size) {
        std::string word;
        for (auto left = 2 + below(random, 3); left > 0; --left) {
            word += syllables[below(random, syllables.size())];
        }
        if (known.insert(word).second) {
            m_words.push_back(std::move(word));
        }
    }
}

const std::string& Vocabulary::pick(SeededIds& random) const
{
    const auto part =
        static_cast<double>(random.nextNumber() >> 11) / static_cast<double>(std::uint64_t{1} << 53);
    return m_words[static_cast<std::size_t>(std::pow(static_cast<double>(size), part)) - 1];
}

std::string Vocabulary::text(SeededIds& random, int words) const
{
    std::string result = capital(pick(random));
    for (int i = 1; i < words; ++i) {
        result += ' ' + pick(random);
    }
    return result + '.';
}

TeamSize TeamSize::ofEvents(std::int64_t events, int openCases)
{
    TeamSize size;
    size.openCases = openCases;
    size.cases = std::max(openCases, static_cast<int>(events / 16));
    return size;
}

InventedTeam::InventedTeam(const TeamSize& size, std::uint64_t seed)
    : m_size(size), m_random(seed), m_vocabulary(seed), m_clock(firstDay, 60),
      m_nurse{m_random.make<MemberId>(), clinical::Role::Nurse}, m_rules(readRules())
{}

sealing::UnlockKey InventedTeam::unlockKey()
{
    return sealing::UnlockKey(SecretBytes(Bytes(32, 0x2A)));
}

std::unique_ptr<casebook::Casebook> InventedTeam::found(const std::filesystem::path& folder,
                                                        const std::string& passphrase)
{
    sealing::Founding founding;
    founding.team = m_random.make<TeamId>();
    founding.device = m_random.make<DeviceId>();
    founding.salt = sealing::Keyring::newSalt();
    founding.scrypt.n = std::uint64_t{1} << 15; // the least that is allowed: its cost is not measured here
    const auto key =
        passphrase.empty()
            ? unlockKey()
            : orStop(sealing::UnlockKey::derive(viewOf(passphrase), founding.salt, founding.scrypt),
                     "deriving a key");
    auto vault = orStop(sealing::Keyring::found(founding, key), "founding the keys");
    return orStop(casebook::Casebook::found(folder, std::move(vault), "Invented team",
                                            {m_nurse.member, "Anne Durand", m_nurse.role}, m_clock, m_random),
                  "founding the vault");
}

std::unique_ptr<casebook::Casebook> InventedTeam::write(const std::filesystem::path& folder,
                                                        const std::string& passphrase)
{
    auto book = found(folder, passphrase);
    addHomes();
    addResidents();
    for (int i = 0; i < m_size.cases; ++i) {
        m_cases.push_back(m_random.make<CaseId>());
    }
    // Each case goes through its stages while the next ones are received: entries of about as many cases as
    // are open at the end lie between two entries of one case, as they do over a fortnight.
    const int apart = m_size.openCases / (stages - 1);
    long shown = -1;
    for (int step = 0; step < m_size.cases; ++step) {
        for (int stage = 0; stage < stages; ++stage) {
            const int number = step - stage * apart;
            if (number >= 0) {
                addStage(stage, number);
            }
        }
        if (m_batch.size() >= batchSize) {
            m_clock.advance(std::chrono::minutes(53 * static_cast<long>(m_batch.size()) / 12));
            flush(*book);
            if (const auto percent = 100L * step / m_size.cases; percent != shown) {
                shown = percent;
                std::cerr << "\rmaking a vault: " << percent << " %" << std::flush;
            }
        }
    }
    flush(*book);
    std::cerr << '\r' << std::string(40, ' ') << '\r';
    return book;
}

void InventedTeam::flush(casebook::Casebook& book)
{
    orStop(book.append(m_batch, m_nurse), "appending");
    m_batch.clear();
}

void InventedTeam::addHomes()
{
    for (int i = 0; i < m_size.homes; ++i) {
        clinical::Home home;
        home.name = "Résidence " + capital(m_vocabulary.word(below(m_random, Vocabulary::size)));
        home.town = capital(m_vocabulary.word(below(m_random, Vocabulary::size)));
        home.phone = phone(m_random);
        home.onCall = phone(m_random);
        home.travelMinutes = static_cast<int>(5 + below(m_random, 90));
        home.video = below(m_random, 3) > 0;
        home.trained = below(m_random, 2) > 0;
        home.agreement = true;
        home.referent = capital(m_vocabulary.word(below(m_random, Vocabulary::size))) + ", cadre de santé";
        m_homes.emplace_back(m_random.make<HomeId>(), home);
        add(clinical::HomeAdded{m_homes.back().first, home});
    }
}

void InventedTeam::addResidents()
{
    for (int i = 0; i < std::max(1, m_size.cases / m_size.casesPerResident); ++i) {
        clinical::Resident resident;
        resident.familyName = capital(m_vocabulary.word(below(m_random, Vocabulary::size)));
        resident.givenName = capital(m_vocabulary.word(below(m_random, Vocabulary::size)));
        resident.birthDate = Date{static_cast<std::int16_t>(1920 + below(m_random, 30)),
                                  static_cast<std::uint8_t>(1 + below(m_random, 12)),
                                  static_cast<std::uint8_t>(1 + below(m_random, 28))};
        resident.home = m_homes[below(m_random, m_homes.size())].first;
        resident.room = std::to_string(1 + below(m_random, 120));
        resident.treatingPhysician = "Dr " + capital(m_vocabulary.word(below(m_random, Vocabulary::size)));
        m_residents.emplace_back(m_random.make<ResidentId>(), resident);
    }
}

void InventedTeam::receive(int number)
{
    const auto& id = m_cases[static_cast<std::size_t>(number)];
    // A resident is added with the first of his cases; the later ones come a few hundred cases apart.
    const auto count = m_residents.size();
    const auto which = static_cast<std::size_t>(number) % count;
    if (static_cast<std::size_t>(number) < count) {
        add(clinical::ResidentAdded{m_residents[which].first, m_residents[which].second});
    }
    add(clinical::RequestReceived{id,
                                  m_residents[which].second.home,
                                  m_residents[which].first,
                                  capital(m_vocabulary.pick(m_random)),
                                  "infirmière",
                                  phone(m_random),
                                  {clinical::Motive::Symptom},
                                  m_clock.now() - 4min});
}

clinical::Facts InventedTeam::facts()
{
    clinical::Facts facts;
    facts.motives = {clinical::Motive::Symptom};
    facts.symptom = clinical::Symptom::Pain;
    facts.severity = static_cast<int>(below(m_random, 11));
    facts.dying = false;
    facts.bedside = clinical::Bedside::Nurse;
    facts.video = true;
    facts.consent = clinical::Consent::Given;
    facts.mustBeSeen = below(m_random, 2) == 0;
    facts.travelMinutes = static_cast<int>(below(m_random, 90));
    return facts;
}

clinical::TriageReasoned InventedTeam::reasoned(const CaseId& id)
{
    clinical::TriageReasoned event;
    event.id = id;
    event.facts = facts();
    event.recommendation = triage::recommend(m_rules, event.facts);
    event.decided = event.recommendation.first;
    event.decidedPriority = event.recommendation.priority;
    event.evaluator = triage::evaluatorVersion;
    return event;
}

clinical::NoteAdded InventedTeam::note(const CaseId& id)
{
    return {id, m_vocabulary.text(m_random, 20 + static_cast<int>(below(m_random, 30)))};
}

clinical::RequestDeferred InventedTeam::deferral(const CaseId& id)
{
    return {id, m_clock.now() + 3h, m_vocabulary.text(m_random, 25)};
}

clinical::AttemptMade InventedTeam::attempt(const CaseId& id, clinical::AttemptOutcome outcome)
{
    return {id, m_clock.now(), outcome, {}, {}};
}

void InventedTeam::addStage(int stage, int number)
{
    const auto& id = m_cases[static_cast<std::size_t>(number)];
    const auto priority = static_cast<clinical::Priority>(1 + below(m_random, 4));
    const bool isWhole = m_size.wholeCases || number >= m_size.cases - m_size.openCases;
    if (!isWhole && stage != 0 && stage != stages - 1) {
        return;
    }
    switch (stage) {
    case 0:
        receive(number);
        if (isWhole) {
            add(clinical::FactsRecorded{id, facts(), m_vocabulary.text(m_random, 20)});
        }
        add(clinical::TriageDecided{id,
                                    clinical::Modality::Teleconsultation,
                                    {},
                                    {},
                                    priority,
                                    m_clock.now() + 2h,
                                    {clinical::Owed::Callback},
                                    false});
        if (isWhole) {
            add(reasoned(id));
        }
        break;
    case 1:
        add(attempt(id, clinical::AttemptOutcome::NoAnswer));
        add(clinical::RequestAssigned{id, m_nurse.member});
        break;
    case 2:
        add(attempt(id, clinical::AttemptOutcome::Reached));
        add(clinical::StateChanged{
            id, clinical::CaseState::InProgress, {}, clinical::TransferOutcome::NotInQuestion, {}});
        break;
    case 3: add(note(id)); break;
    default:
        if (isWhole) {
            add(note(id));
            add(clinical::OwedSettled{id, clinical::Owed::Callback});
        }
        add(clinical::StateChanged{id,
                                   clinical::CaseState::Closed,
                                   m_vocabulary.text(m_random, 8),
                                   clinical::TransferOutcome::NotInQuestion,
                                   {}});
        break;
    }
}

} // namespace chevet::bench
