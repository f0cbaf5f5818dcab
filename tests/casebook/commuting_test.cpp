// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What several devices wrote adds up to the same, in whatever order it arrives.
#include "casebook/simulated_device.h"
#include "casebook/test_vault.h"
#include "clinical/random_bodies.h"
#include "support/long_run.h"

#include <algorithm>
#include <filesystem>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using namespace std::chrono_literals;
using test::Random;
using test::SimulatedDevice;

namespace {

constexpr std::uint64_t teamSeed = 77;

/// Three devices that write about the same few cases, each having seen a random part of what the others
/// wrote.
class History
{
public:
    explicit History(Random& random) : m_random(random)
    {
        for (std::uint8_t number = 1; number <= 3; ++number) {
            m_devices.push_back(std::make_unique<SimulatedDevice>(teamSeed, number));
            m_members.push_back(makeId<MemberId>());
        }
        found();
        for (int i = 0; i < 45; ++i) {
            writeSomething();
        }
        for (auto& device : m_devices) {
            std::move(device->envelopes.begin(), device->envelopes.end(), std::back_inserter(envelopes));
            std::move(device->keys.begin(), device->keys.end(), std::back_inserter(keys));
        }
    }

    std::vector<ForeignEnvelope> envelopes;
    std::vector<sealing::WrappedKey> keys;

private:
    template<class AnyId> AnyId makeId() { return *AnyId::fromBytes(m_random.bytes(16)); }

    EventId write(std::size_t device, const EventBody& body, std::optional<ResidentId> resident,
                  std::vector<EventId> parents = {})
    {
        // clocks differ by up to a day, sometimes wildly
        const auto at = test::morning + std::chrono::milliseconds(m_random.between(-86'400'000, 86'400'000));
        const Stamp stamp = m_random.onceIn(10)
                                ? Stamp{m_random.next()}
                                : Stamp::of(at, static_cast<std::uint16_t>(m_random.below(3)));
        const SimulatedDevice::Writing writing{body,  m_members[device],  at,
                                               stamp, std::move(parents), resident};
        const auto id = m_random.onceIn(8) ? m_devices[device]->writeInParts(writing, 40)
                                           : m_devices[device]->write(writing);
        const auto item = itemOf(body);
        if (!item.empty()) {
            m_items[{streamOf(body, m_devices[0]->keyring().team()), describe(kindOf(body)).compartment,
                     item}]
                .push_back(id);
        }
        if (kindOf(body) != Kind::MemberAdded && kindOf(body) != Kind::TeamFounded) {
            m_written.push_back({streamOf(body, m_devices[0]->keyring().team()), id});
        }
        return id;
    }

    void found()
    {
        TeamFounded team;
        team.name = "Team";
        write(0, team, {});
        static constexpr std::array roles{Role::Nurse, Role::Physician, Role::Coordinator};
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            write(0, MemberAdded{m_members[i], "Member " + std::to_string(i), roles[i]}, {});
        }
        HomeAdded home;
        home.id = makeId<HomeId>();
        home.home.name = "Les Tilleuls";
        m_home = home.id;
        write(1, home, {});
        for (int i = 0; i < 2; ++i) {
            ResidentAdded resident;
            resident.id = makeId<ResidentId>();
            resident.resident.familyName = "Durand " + std::to_string(i);
            resident.resident.home = m_home;
            m_residents.push_back(resident.id);
            write(1, resident, resident.id);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            RequestReceived request;
            request.id = makeId<CaseId>();
            request.home = m_home;
            request.resident = m_residents[i % 2];
            request.receivedAt = test::morning;
            m_cases.push_back(request.id);
            write(i % 3, request, request.resident);
        }
    }

    /// Some of the earlier settings of the item: what the author had seen.
    std::vector<EventId> seenOf(const EventBody& body)
    {
        const auto item = itemOf(body);
        std::vector<EventId> seen;
        if (!item.empty()) {
            for (const auto& id : m_items[{streamOf(body, m_devices[0]->keyring().team()),
                                           describe(kindOf(body)).compartment, item}]) {
                if (m_random.onceIn(2)) {
                    seen.push_back(id);
                }
            }
        }
        return seen;
    }

    void writeSomething()
    {
        static constexpr std::array kinds{Kind::HomeCorrected,         Kind::ResidentCorrected,
                                          Kind::RequestCorrected,      Kind::TriageDecided,
                                          Kind::AttemptMade,           Kind::StateChanged,
                                          Kind::RequestDeferred,       Kind::RequestAssigned,
                                          Kind::RequestsMerged,        Kind::OwedSettled,
                                          Kind::EntryWithdrawn,        Kind::EntryWithdrawn,
                                          Kind::FactsRecorded,         Kind::NoteAdded,
                                          Kind::WishesRecorded,        Kind::TriageReasoned,
                                          Kind::PsychosocialNoteAdded, Kind::SettingChanged,
                                          Kind::ModeChanged,           Kind::ConsultationOpened,
                                          Kind::ConsultationEnded,     Kind::ConsultationIdentified,
                                          Kind::ConsultationSigned,    Kind::PhotoKept};
        auto body = test::randomBody(m_random, m_random.oneOf(kinds));
        const auto about = m_random.oneOf(m_cases);
        auto resident = std::optional(m_random.oneOf(m_residents));
        std::visit(
            [&](auto& event) {
                using Event = std::decay_t<decltype(event)>;
                if constexpr (std::is_same_v<Event, HomeCorrected>) {
                    event.id = m_home;
                    resident.reset();
                } else if constexpr (std::is_same_v<Event, ResidentCorrected>) {
                    event.id = *resident;
                } else if constexpr (std::is_same_v<Event, WishesRecorded>) {
                    event.resident = *resident;
                } else if constexpr (std::is_same_v<Event, SettingChanged>) {
                    event.name = "setting";
                    resident.reset();
                } else if constexpr (std::is_same_v<Event, EntryWithdrawn>) {
                    std::tie(event.stream, event.entry) = m_random.oneOf(m_written);
                } else if constexpr (requires { event.id = about; }) {
                    event.id = about;
                }
                if constexpr (std::is_same_v<Event, RequestsMerged>) {
                    event.into = m_random.oneOf(m_cases);
                }
            },
            body);
        if (auto* corrected = std::get_if<RequestCorrected>(&body); corrected != nullptr) {
            if (std::holds_alternative<ResidentId>(corrected->value)) {
                corrected->value = m_random.oneOf(m_residents);
            }
        }
        if (m_random.onceIn(30)) {
            write(0, MemberAdded{m_members[2], "Renamed", Role::Nurse}, {});
        }
        const auto device = m_random.below(3);
        write(device, body, resident, seenOf(body));
    }

    Random& m_random;
    std::vector<std::unique_ptr<SimulatedDevice>> m_devices;
    std::vector<MemberId> m_members;
    HomeId m_home;
    std::vector<ResidentId> m_residents;
    std::vector<CaseId> m_cases;
    std::map<std::tuple<StreamId, Compartment, std::string>, std::vector<EventId>> m_items;
    std::vector<std::pair<StreamId, EventId>> m_written;
};

/// A store of a fourth device of the team, founded once and copied for each order of arrival.
class Receiver
{
public:
    Receiver()
    {
        SeededIds ids(5);
        SimulatedDevice device(teamSeed, 9);
        const auto member = ids.make<MemberId>();
        REQUIRE(Casebook::found(m_folder / "vault", device.takeVault(), "Team",
                                {member, "Receiver", Role::Physician}, m_clock, ids));
    }

    std::unique_ptr<Casebook> open(const std::filesystem::path& folder) const
    {
        std::ifstream file(folder / "vault.cbor", std::ios::binary);
        const Bytes content{std::istreambuf_iterator<char>(file), {}};
        auto keyring = sealing::Keyring::unlock(content, sealing::testing::testUnlockKey());
        REQUIRE(keyring);
        auto opened = Casebook::open(folder, std::move(*keyring), Access::ReadWrite, m_clock);
        REQUIRE(opened);
        return std::move(*opened);
    }

    std::unique_ptr<Casebook> fresh()
    {
        const auto copy = m_folder / "copy";
        std::filesystem::remove_all(copy);
        std::filesystem::copy(m_folder / "vault", copy);
        return open(copy);
    }

    std::filesystem::path copyPath() const { return m_folder / "copy"; }

private:
    test::TemporaryFolder m_folder;
    FixedClock m_clock{test::morning};
};

void receive(Casebook& casebook, std::span<const ForeignEnvelope> envelopes,
             std::span<const sealing::WrappedKey> keys)
{
    const auto received = casebook.receive(envelopes, keys);
    INFO((received ? "" : std::string(errorName(received.error().code))));
    REQUIRE(received);
}

std::size_t alarmsOf(const Casebook& casebook, ErrorCode code)
{
    return static_cast<std::size_t>(std::count_if(casebook.alarms().begin(), casebook.alarms().end(),
                                                  [&](const auto& alarm) { return alarm.code == code; }));
}

} // namespace

TEST_CASE("a thousand random orders of arrival give the same logical rows")
{
    CHEVET_SEEDED(random, 31);
    Receiver receiver;
    const int histories = test::scaled(20, 40);
    for (int round = 0; round < histories; ++round) {
        History history(random);
        auto first = receiver.fresh();
        receive(*first, history.envelopes, history.keys);
        const auto expected = first->logicalRows();
        REQUIRE(expected.size() > 50);
        for (int order = 0; order < 1000 / histories; ++order) {
            random.shuffle(history.envelopes);
            first.reset();
            first = receiver.fresh();
            std::span<const ForeignEnvelope> rest(history.envelopes);
            bool keysCame = false;
            while (!rest.empty()) {
                const auto batch = std::min(rest.size(), 1 + random.below(30));
                const bool withKeys = !keysCame && (random.onceIn(2) || batch == rest.size());
                receive(*first, rest.first(batch),
                        withKeys ? std::span<const sealing::WrappedKey>(history.keys)
                                 : std::span<const sealing::WrappedKey>());
                keysCame = keysCame || withKeys;
                rest = rest.subspan(batch);
            }
            INFO("history " << round << ", order " << order);
            const auto rows = first->logicalRows();
            if (rows != expected) {
                for (std::size_t i = 0; i < std::min(rows.size(), expected.size()); ++i) {
                    if (rows[i] != expected[i]) {
                        FAIL(expected[i] << "\n" << rows[i]);
                    }
                }
            }
            REQUIRE(rows == expected);
        }
        // Folded anew, and from a snapshot in the middle of it, it is the same again.
        REQUIRE(first->saveSnapshot());
        first.reset();
        first = receiver.open(receiver.copyPath());
        CHECK_FALSE(first->openingReport().modelRebuilt);
        REQUIRE(first->logicalRows() == expected);
        first.reset();
        std::filesystem::remove(receiver.copyPath() / "model.snap");
        first = receiver.open(receiver.copyPath());
        REQUIRE(first->logicalRows() == expected);
        CHECK(std::none_of(expected.begin(), expected.end(),
                           [](const auto& row) { return row.ends_with("differs from the queue"); }));
    }
}

TEST_CASE("counts that skip, fork or fall back are alarms of their own names")
{
    Receiver receiver;
    SimulatedDevice device(teamSeed, 1);
    const auto author = *MemberId::fromBytes(Bytes(16, 1));
    const auto write = [&](SimulatedDevice& from, const EventBody& body) {
        return from.write({body, author, test::morning, Stamp::of(test::morning), {}, {}});
    };
    write(device, TeamFounded{});
    write(device, MemberAdded{author, "A", Role::Nurse});
    for (int i = 0; i < 4; ++i) {
        write(device, SettingChanged{"a", std::to_string(i)});
    }
    const auto& sent = device.envelopes;
    auto store = receiver.fresh();
    receive(*store, std::span(sent).first(2), {});
    CHECK(store->alarms().empty());
    receive(*store, std::span(sent).subspan(4, 1), {}); // 3 and 4 are missing
    CHECK(alarmsOf(*store, ErrorCode::CountSkipped) == 1);
    receive(*store, std::span(sent).subspan(2, 1), {}); // one of them comes late
    CHECK(alarmsOf(*store, ErrorCode::CountFellBack) == 1);
    CHECK(alarmsOf(*store, ErrorCode::CountForked) == 0);

    SimulatedDevice clone(teamSeed, 1); // the same device, from a copied disk
    write(clone, TeamFounded{});
    write(clone, MemberAdded{author, "B", Role::Physician});
    receive(*store, std::span(clone.envelopes).subspan(1, 1), {});
    CHECK(alarmsOf(*store, ErrorCode::CountForked) == 1);
    receive(*store, sent, {}); // known ones again
    CHECK(alarmsOf(*store, ErrorCode::CountFellBack) ==
          2); // the other one that was missing, and nothing else
    CHECK(store->alarms().size() == 4);
    CHECK(store->verify().damages.size() == 4);
}

TEST_CASE("what a role may not write is kept and refused, whoever sends it")
{
    Receiver receiver;
    SimulatedDevice device(teamSeed, 1);
    const auto nurse = *MemberId::fromBytes(Bytes(16, 1));
    const auto coordinator = *MemberId::fromBytes(Bytes(16, 2));
    const auto resident = *ResidentId::fromBytes(Bytes(16, 3));
    const auto id = *CaseId::fromBytes(Bytes(16, 4));
    const auto write = [&](const EventBody& body, const MemberId& author) {
        return device.write({body, author, test::morning, Stamp::of(test::morning), {}, resident});
    };
    write(TeamFounded{}, nurse);
    write(MemberAdded{nurse, "A", Role::Nurse}, nurse);
    write(MemberAdded{coordinator, "C", Role::Coordinator}, nurse);
    RequestReceived request;
    request.id = id;
    request.resident = resident;
    write(request, nurse);
    const auto note = write(NoteAdded{id, "by the nurse"}, nurse);
    write(NoteAdded{id, "by the coordinator"}, coordinator);
    write(EntryWithdrawn{idCast<StreamId>(id), note, "x"}, coordinator);
    auto store = receiver.fresh();
    receive(*store, device.envelopes, device.keys);
    CHECK(alarmsOf(*store, ErrorCode::NotAllowed) == 1);
    CHECK(store->search("nurse").size() == 1);
    CHECK(store->search("coordinator").empty());
    CHECK(store->queue().rows.at(0).lastWord == "by the nurse");
    // Once the coordinator is a nurse too, both count.
    const auto before = device.envelopes.size();
    write(MemberAdded{coordinator, "C", Role::Nurse}, nurse);
    receive(*store, std::span(device.envelopes).subspan(before), {});
    CHECK(store->search("coordinator").size() == 1);
    CHECK(store->search("nurse").empty());
}

TEST_CASE("records of other teams, forged signatures and changed bits are not taken")
{
    Receiver receiver;
    SimulatedDevice device(teamSeed, 1);
    SimulatedDevice stranger(78, 1);
    const auto author = *MemberId::fromBytes(Bytes(16, 1));
    device.write({TeamFounded{}, author, test::morning, {}, {}, {}});
    stranger.write({TeamFounded{}, author, test::morning, {}, {}, {}});
    auto store = receiver.fresh();
    const auto before = store->sequence();
    CHECK(store->receive(stranger.envelopes).error().code == ErrorCode::WrongTeam);
    auto forged = device.envelopes;
    forged[0].signingKey = sealing::testing::foundTestVault(3).keyring->publicKeys().signing;
    CHECK(store->receive(forged).error().code == ErrorCode::NotAuthentic);
    CHEVET_SEEDED(random, 32);
    for (int i = 0; i < 100; ++i) {
        auto changed = device.envelopes;
        auto& bytes = changed[0].envelope;
        bytes[random.below(bytes.size())] ^= static_cast<std::uint8_t>(1U << random.below(8));
        REQUIRE_FALSE(store->receive(changed));
    }
    CHECK(store->sequence() == before);
    CHECK(store->receive(device.envelopes));
}

TEST_CASE("kinds of a newer version are kept, shown by their name and without effect")
{
    Receiver receiver;
    SimulatedDevice device(teamSeed, 1);
    const auto author = *MemberId::fromBytes(Bytes(16, 1));
    const auto resident = *ResidentId::fromBytes(Bytes(16, 3));
    const auto id = *CaseId::fromBytes(Bytes(16, 4));
    const auto write = [&](const EventBody& body) {
        return device.write({body, author, test::morning, Stamp::of(test::morning), {}, resident});
    };
    write(TeamFounded{});
    write(MemberAdded{author, "A", Role::Nurse});
    RequestReceived request;
    request.id = id;
    request.resident = resident;
    write(request);
    device.writeNewer("photo.taken", idCast<StreamId>(id), author, test::morning + 1min, resident);
    auto store = receiver.fresh();
    receive(*store, device.envelopes, device.keys);
    const auto timeline = store->timeline(idCast<StreamId>(id));
    REQUIRE(timeline.size() == 2);
    CHECK(timeline[1].kind == "photo.taken");
    CHECK(timeline[1].version == 3);
    CHECK_FALSE(timeline[1].body);
    CHECK(store->queue().rows.size() == 1);
    CHECK(store->verify().damages.empty());
}
