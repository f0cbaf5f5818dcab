// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/test_vault.h"

#include <fstream>
#include <iterator>

namespace chevet::test {

using namespace casebook;
using namespace clinical;

TestVault::TestVault(std::uint64_t seed) : ids(seed)
{
    m_nurse = ids.make<MemberId>();
    auto made = Casebook::found(path(), sealing::testing::foundTestVault(seed), "Équipe mobile",
                                {m_nurse, "Anne Petit", Role::Nurse}, clock, ids);
    REQUIRE(made);
    m_casebook = std::move(*made);
}

std::unique_ptr<sealing::Keyring> TestVault::keyring() const
{
    std::ifstream file(path() / "vault.cbor", std::ios::binary);
    const Bytes content{std::istreambuf_iterator<char>(file), {}};
    auto keyring = sealing::Keyring::unlock(content, sealing::testing::testUnlockKey());
    REQUIRE(keyring);
    return std::move(*keyring);
}

Result<std::unique_ptr<Casebook>> TestVault::open(Access access) const
{
    return Casebook::open(path(), keyring(), access, clock);
}

void TestVault::reopen()
{
    m_casebook.reset();
    auto opened = open();
    REQUIRE(opened);
    m_casebook = std::move(*opened);
}

std::vector<EventId> TestVault::write(std::initializer_list<EventBody> bodies)
{
    return write(std::vector<EventBody>(bodies));
}

std::vector<EventId> TestVault::write(const std::vector<EventBody>& bodies)
{
    std::vector<NewEvent> events;
    for (const auto& body : bodies) {
        events.push_back({body, {}});
    }
    const auto appended = m_casebook->append(events, nurse());
    INFO((appended ? "" : std::string(errorName(appended.error().code)) + " " + appended.error().place));
    REQUIRE(appended);
    REQUIRE(appended->ids.size() == bodies.size());
    return appended->ids;
}

MemberId TestVault::add(const std::string& name, Role role)
{
    const auto id = ids.make<MemberId>();
    write({MemberAdded{id, name, role}});
    return id;
}

HomeId TestVault::addHome(const std::string& name)
{
    HomeAdded added;
    added.id = ids.make<HomeId>();
    added.home.name = name;
    added.home.town = "Besançon";
    write({added});
    return added.id;
}

ResidentId TestVault::addResident(const HomeId& home, const std::string& family, const std::string& given,
                                  std::optional<Date> born)
{
    ResidentAdded added;
    added.id = ids.make<ResidentId>();
    added.resident.familyName = family;
    added.resident.givenName = given;
    added.resident.birthDate = born;
    added.resident.home = home;
    added.resident.room = "12";
    write({added});
    return added.id;
}

CaseId TestVault::addCase(const ResidentId& resident, const HomeId& home)
{
    RequestReceived request;
    request.id = ids.make<CaseId>();
    request.home = home;
    request.resident = resident;
    request.caller = "Mme Leroy";
    request.callerFunction = "infirmière";
    request.callbackPhone = "+33 3 81 00 00 00";
    request.motives = {Motive::Symptom};
    request.receivedAt = clock.now();
    write({request});
    return request.id;
}

CaseId TestVault::addCase()
{
    const auto home = addHome();
    return addCase(addResident(home), home);
}

TriageDecided decisionFor(const CaseId& id, Priority priority, Instant due)
{
    TriageDecided decided;
    decided.id = id;
    decided.modality = Modality::Teleconsultation;
    decided.priority = priority;
    decided.due = due;
    return decided;
}

} // namespace chevet::test
