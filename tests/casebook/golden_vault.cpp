// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/golden_vault.h"

#include "casebook/casebook.h"
#include "clinical/random_bodies.h"
#include "clinical/registry.h"

#include <fstream>

namespace chevet::test {

using namespace casebook;
using namespace clinical;

namespace {

/// Events of every kind, about a few people, with seeded ids and texts.
std::vector<NewEvent> storyOf(SeededIds& ids, Random& random, const MemberId& colleague)
{
    std::vector<NewEvent> events;
    const auto add = [&](EventBody body) { events.push_back({std::move(body), {}}); };
    add(MemberAdded{colleague, "Béatrice Morteau", Role::Physician});
    add(SettingChanged{"severity_high", "7"});
    add(randomBody(random, Kind::RulesAdopted));
    HomeAdded home = std::get<HomeAdded>(randomBody(random, Kind::HomeAdded));
    home.id = ids.make<HomeId>();
    home.home.name = "Résidence des Tilleuls";
    add(home);
    CaseId lastCase;
    for (int i = 0; i < 3; ++i) {
        auto resident = std::get<ResidentAdded>(randomBody(random, Kind::ResidentAdded));
        resident.id = ids.make<ResidentId>();
        resident.resident.home = home.id;
        add(resident);
        auto request = std::get<RequestReceived>(randomBody(random, Kind::RequestReceived));
        request.id = ids.make<CaseId>();
        lastCase = request.id;
        request.home = home.id;
        request.resident = resident.id;
        request.receivedAt = {1'790'000'000'000 + i * 60'000};
        add(request);
        for (const auto kind :
             {Kind::FactsRecorded, Kind::TriageDecided, Kind::TriageReasoned, Kind::AttemptMade,
              Kind::NoteAdded, Kind::PsychosocialNoteAdded, Kind::RequestAssigned, Kind::OwedSettled,
              Kind::RequestDeferred, Kind::RequestCorrected, Kind::StateChanged, Kind::ModeChanged,
              Kind::ConsultationOpened, Kind::ConsultationEnded, Kind::ConsultationIdentified,
              Kind::ConsultationSigned, Kind::PhotoKept}) {
            auto body = randomBody(random, kind);
            std::visit(
                [&](auto& event) {
                    if constexpr (requires { event.id = request.id; }) {
                        event.id = request.id;
                    }
                },
                body);
            if (auto* corrected = std::get_if<RequestCorrected>(&body)) {
                corrected->field = RequestField::Caller;
                corrected->value = std::string("Mme Leroy");
            }
            if (i < 2 || kind != Kind::StateChanged) {
                add(body);
            }
        }
        add(ResidentCorrected{resident.id, ResidentField::Room, std::string("2" + std::to_string(i))});
        add(WishesRecorded{resident.id, HospitalWish::Stay, "rester ici", "midazolam"});
        add(HomeCorrected{home.id, HomeField::TravelMinutes, 30 + i});
    }
    add(NoteAdded{lastCase, std::string(140'000, 'n')}); // in parts
    return events;
}

} // namespace

Result<void> makeGoldenVault(const std::filesystem::path& folder)
{
    SeededIds ids(1);
    Random random(1);
    FixedClock clock({1'790'000'000'000}, 120);
    sealing::Founding founding;
    founding.team = ids.make<TeamId>();
    founding.device = ids.make<DeviceId>();
    founding.salt = Bytes(16, 0x0B);
    const auto unlock = sealing::UnlockKey::derive(viewOf(goldenPassphrase), founding.salt, founding.scrypt);
    if (!unlock) {
        return failAs(unlock);
    }
    auto vault = sealing::Keyring::found(founding, *unlock);
    if (!vault) {
        return failAs(vault);
    }
    const auto nurse = ids.make<MemberId>();
    auto book = Casebook::found(folder, std::move(*vault), "Équipe d’or", {nurse, "Anne Petit", Role::Nurse},
                                clock, ids);
    if (!book) {
        return failAs(book);
    }
    std::vector<EventId> written;
    for (const auto& event : storyOf(ids, random, ids.make<MemberId>())) {
        const auto appended = (*book)->append(std::span(&event, 1), {nurse, Role::Nurse});
        if (!appended) {
            return failAs(appended);
        }
        written.push_back(appended->ids[0]);
        clock.advance(std::chrono::minutes(1));
    }
    std::ofstream rows(folder / "rows.txt");
    for (const auto& row : (*book)->logicalRows()) {
        rows << row << '\n';
    }
    return rows ? Result<void>() : fail(ErrorCode::DiskFailed, "rows.txt");
}

} // namespace chevet::test
