// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/two_devices.h"

#include "casebook/simulated_device.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"

#include <algorithm>

#include "gui/desk_window.h"

namespace chevet::test {

using namespace clinical;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t teamSeed = 5;

MemberId memberOf(std::uint8_t number)
{
    MemberId id;
    id.bytes[0] = number;
    return id;
}

/// A founded vault for the gui tests' passphrase, with the keys of the team that the other device shares.
sealing::FoundedVault vaultForPassphrase()
{
    SeededRandomness randomness(teamSeed);
    auto founding = sealing::testing::testFounding(teamSeed);
    founding.device.bytes[15] = 1;
    const auto typed = passphrase.normalized(QString::NormalizationForm_KC).toStdString();
    const auto key = sealing::UnlockKey::derive(viewOf(typed), founding.salt, founding.scrypt);
    REQUIRE(key);
    auto vault = sealing::KeyringAccess::found(founding, *key, randomness);
    REQUIRE(vault);
    // The keyring of a test's generator must not outlive it: the file is opened anew with the real one.
    auto keyring = sealing::Keyring::unlock(vault->vaultFile, *key);
    REQUIRE(keyring);
    (*keyring)->adopt(vault->keys);
    vault->keyring = std::move(*keyring);
    return std::move(*vault);
}

TriageDecided decision(const CaseId& id, Modality modality, Priority priority, Instant due)
{
    TriageDecided decided;
    decided.id = id;
    decided.modality = modality;
    decided.priority = priority;
    decided.due = due;
    return decided;
}

} // namespace

Contested foundContestedVault(const std::filesystem::path& folder, const Clock& clock,
                              const std::vector<std::string>& overlaysAtOnce)
{
    SeededIds ids(7);
    const MemberAdded nurse{memberOf(1), "Claire Morel", Role::Nurse};
    const MemberAdded physician{memberOf(2), "Anne Le Goff", Role::Physician};
    auto founded =
        casebook::Casebook::found(folder, vaultForPassphrase(), "EMSP du Ponant", nurse, clock, ids);
    REQUIRE(founded);
    auto& casebook = **founded;
    const casebook::Author author{nurse.member, nurse.role};
    const auto append = [&](std::vector<EventBody> bodies) {
        std::vector<casebook::NewEvent> events;
        for (auto& body : bodies) {
            events.push_back({std::move(body)});
        }
        const auto appended = casebook.append(events, author);
        REQUIRE(appended);
        return appended->ids;
    };
    HomeAdded home;
    home.id = ids.make<HomeId>();
    home.home.name = "Les Tilleuls";
    ResidentAdded resident;
    resident.id = ids.make<ResidentId>();
    resident.resident.familyName = "Dupont";
    resident.resident.givenName = "Jeanne";
    resident.resident.home = home.id;
    resident.resident.room = "3";
    RequestReceived request;
    request.id = ids.make<CaseId>();
    request.home = home.id;
    request.resident = resident.id;
    request.motives = {Motive::Symptom};
    request.receivedAt = clock.now() - 30min;
    append({physician, home, resident, request});
    append({ResidentCorrected{resident.id, ResidentField::Room, std::string("12")},
            decision(request.id, Modality::SynchronousTeleExpertise, Priority::P3, clock.now() + 24h)});
    for (const auto& overlay : overlaysAtOnce) { // for the whole team, none of which has seen another
        REQUIRE(casebook.append(
            std::vector{casebook::NewEvent{SettingChanged{"overlay.team", overlay}, std::vector<EventId>{}}},
            author));
    }

    SimulatedDevice other(teamSeed, 2);
    const auto at = clock.now() - 10min;
    other.write({ResidentCorrected{resident.id, ResidentField::Room, std::string("118")},
                 physician.member,
                 at,
                 Stamp::of(at),
                 {},
                 resident.id});
    other.write({decision(request.id, Modality::InPersonVisit, Priority::P1, clock.now() + 30min),
                 physician.member,
                 at,
                 Stamp::of(at),
                 {},
                 resident.id});
    REQUIRE(casebook.receive(other.envelopes, other.keys));
    REQUIRE(casebook.caseView(request.id)->row.contested);
    return {request.id, resident.id};
}

CaseId foundVaultOf(Role role, const std::filesystem::path& folder, const Clock& clock)
{
    SeededIds ids(11);
    const MemberAdded member{memberOf(1), "Claire Morel", role};
    auto founded =
        casebook::Casebook::found(folder, vaultForPassphrase(), "EMSP du Ponant", member, clock, ids);
    REQUIRE(founded);
    HomeAdded home;
    home.id = ids.make<HomeId>();
    home.home.name = "Les Tilleuls";
    ResidentAdded resident;
    resident.id = ids.make<ResidentId>();
    resident.resident.familyName = "Dupont";
    resident.resident.givenName = "Jeanne";
    resident.resident.home = home.id;
    RequestReceived request;
    request.id = ids.make<CaseId>();
    request.home = home.id;
    request.resident = resident.id;
    request.motives = {Motive::Symptom};
    request.receivedAt = clock.now() - 30min;
    const std::vector<casebook::NewEvent> events{{home}, {resident}, {request}};
    REQUIRE((*founded)->append(events, {member.member, member.role}));
    return request.id;
}

} // namespace chevet::test
