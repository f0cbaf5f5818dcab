// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/open_desk.h"

#include "sealing/test_unlock.h"
#include "workflow/prover.h"
#include "workflow/store/desk_opening.h"
#include "workflow/store/vault_openers.h"

#include <QFile>
#include <QSignalSpy>

namespace chevet::workflow::testing {

namespace {

constexpr int patienceMillis = 10'000;

Result<std::unique_ptr<casebook::Casebook>> foundOrOpen(const Workplace& workplace, clinical::Role role)
{
    const auto& folder = workplace.defaultVault;
    if (const auto file = readVaultFile(folder)) {
        auto keyring = sealing::Keyring::unlock(*file, sealing::testing::testUnlockKey());
        if (!keyring) {
            return failAs(keyring);
        }
        return casebook::Casebook::open(folder, std::move(*keyring), casebook::Access::ReadWrite,
                                        *workplace.clock);
    }
    const clinical::MemberAdded founder{workplace.ids->make<MemberId>(), "Anne Le Goff", role};
    return casebook::Casebook::found(folder, sealing::testing::foundTestVault(), "EMSP Nord", founder,
                                     *workplace.clock, *workplace.ids);
}

} // namespace

bool soon(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patienceMillis);
}

Workplace testWorkplace(const std::filesystem::path& vault, std::shared_ptr<const Clock> clock)
{
    const auto shipped = [](const char* name) {
        QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/resources/triage/") + QLatin1String(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll().toStdString();
    };
    Workplace workplace;
    workplace.clock = std::move(clock);
    workplace.ids = std::make_shared<SystemIds>();
    workplace.rulesText = shipped("rules.toml");
    workplace.propertiesText = shipped("properties.toml");
    workplace.proverProgram = installedProver();
    workplace.defaultVault = vault;
    workplace.sampleVault = vault.parent_path() / "sample";
    return workplace;
}

Result<std::shared_ptr<Desk>> tryTestDesk(const Workplace& workplace, clinical::Role role)
{
    std::optional<Result<std::shared_ptr<Desk>>> opened;
    DeskOpening opening(workplace);
    opening.start([workplace, role] { return foundOrOpen(workplace, role); },
                  [&opened](const Result<std::shared_ptr<Desk>>& answer) { opened = answer; });
    REQUIRE(soon([&] { return opened.has_value(); }));
    return *opened;
}

std::shared_ptr<Desk> openTestDesk(const Workplace& workplace, clinical::Role role)
{
    const auto desk = tryTestDesk(workplace, role);
    INFO((desk ? "" : std::string(errorName(desk.error().code)) + " " + desk.error().place));
    REQUIRE(desk.has_value());
    return *desk;
}

TestDesk::TestDesk(clinical::Role role, std::shared_ptr<CallStarter> calls)
    : m_clock(std::make_shared<StoppedClock>(morning)),
      m_workplace(testWorkplace(m_folder / "vault", m_clock)), m_role(role)
{
    m_workplace.calls = std::move(calls);
    m_desk = openTestDesk(m_workplace, m_role);
}

void TestDesk::reopen()
{
    close();
    m_desk = openTestDesk(m_workplace, m_role);
}

std::vector<EventId> TestDesk::write(std::vector<clinical::EventBody> bodies)
{
    DeskRoom::Action action;
    for (auto& body : bodies) {
        action.events.push_back({std::move(body)});
    }
    std::optional<Result<casebook::Appended>> answer;
    m_desk->room().append(&owner, std::move(action),
                          [&answer](const Result<casebook::Appended>& appended) { answer = appended; });
    REQUIRE(soon([&] { return answer.has_value(); }));
    INFO((*answer ? "" : std::string(errorName(answer->error().code)) + " " + answer->error().place));
    REQUIRE(answer->has_value());
    return (*answer)->ids;
}

clinical::HomeView TestDesk::addHome(const char* name)
{
    clinical::Home home;
    home.name = name;
    home.town = "Rennes";
    home.phone = "02 99 11 22 33";
    home.travelMinutes = 25;
    home.video = true;
    home.trained = true;
    home.agreement = true;
    const auto id = m_workplace.ids->make<HomeId>();
    write({clinical::HomeAdded{id, home}});
    return {id, home, 0, {}};
}

clinical::ResidentView TestDesk::addResident(const clinical::HomeView& home, const char* family,
                                             const char* given, Date born)
{
    clinical::Resident resident;
    resident.familyName = family;
    resident.givenName = given;
    resident.birthDate = born;
    resident.home = home.id;
    resident.room = "12";
    const auto id = m_workplace.ids->make<ResidentId>();
    write({clinical::ResidentAdded{id, resident}});
    const auto view = ask([id](casebook::Casebook& casebook) { return casebook.resident(id); });
    REQUIRE(view.has_value());
    return *view;
}

clinical::CaseView TestDesk::caseView(const CaseId& id)
{
    const auto view = ask([id](casebook::Casebook& casebook) { return casebook.caseView(id); });
    REQUIRE(view.has_value());
    return *view;
}

clinical::Queue TestDesk::queue()
{
    return ask([](casebook::Casebook& casebook) { return casebook.queue(); });
}

MotiveChoice motive(char letter)
{
    for (const auto& choice : Intake::motiveChoices()) {
        if (choice.key == QLatin1Char(letter)) {
            return choice;
        }
    }
    FAIL("no motive under the letter " << letter);
    return {};
}

Intake* readyIntake(TestDesk& desk, const clinical::HomeView& home, const clinical::ResidentView& resident)
{
    auto* intake = desk->takeCall(&desk.owner);
    intake->chooseHome(home);
    intake->setCaller(QStringLiteral("Mme Leroy"), QStringLiteral("IDE"), {});
    intake->chooseResident(resident);
    intake->toggleMotive(motive('P'));
    intake->setFact(clinical::Fact::Dying, false);
    intake->setFact(clinical::Fact::Severity, 8);
    return intake;
}

CaseId decide(Intake& intake)
{
    std::optional<CaseId> decided;
    std::string refusal;
    QObject context;
    QObject::connect(&intake, &Intake::decided, &context, [&](const CaseId& id) { decided = id; });
    QObject::connect(&intake, &Intake::refused, &context,
                     [&](const Sentence& why) { refusal = why.whole().toStdString(); });
    intake.accept();
    soon([&] { return decided.has_value() || !refusal.empty(); });
    INFO(refusal);
    REQUIRE(decided.has_value());
    return *decided;
}

} // namespace chevet::workflow::testing
