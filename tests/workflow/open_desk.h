// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A real desk on a real vault in a temporary folder, unlocked without scrypt; and waiting by condition.
#pragma once

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "workflow/desk.h"
#include "workflow/intake.h"
#include "workflow/show_text.h"
#include "workflow/store/desk_room.h"
#include "workflow/workplace.h"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

namespace chevet::workflow::testing {

/// Stands until told otherwise; the gui and the store's thread both look at it.
class StoppedClock final : public Clock
{
public:
    explicit StoppedClock(Instant at) : m_millis(at.millis) {}
    Instant now() const override { return {m_millis.load()}; }
    int offsetMinutes(Instant) const override { return 60; }
    void advance(std::chrono::milliseconds span) { m_millis += span.count(); }

private:
    std::atomic<std::int64_t> m_millis;
};

inline constexpr Instant morning{1795248000000}; ///< 2026-11-21 09:00 in Paris

/// True as soon as the condition holds; false after ten seconds.
bool soon(const std::function<bool()>& condition);

/// Workplace with the rules that are shipped.
Workplace testWorkplace(const std::filesystem::path& vault, std::shared_ptr<const Clock> clock);

/// Founds the vault if there is none, opens it otherwise. Fails the test if that fails.
std::shared_ptr<Desk> openTestDesk(const Workplace& workplace, clinical::Role role = clinical::Role::Nurse);
Result<std::shared_ptr<Desk>> tryTestDesk(const Workplace& workplace,
                                          clinical::Role role = clinical::Role::Nurse);

class TestDesk
{
public:
    explicit TestDesk(clinical::Role role = clinical::Role::Nurse, std::shared_ptr<CallStarter> calls = {});
    ~TestDesk() { close(); }

    Desk& operator*() { return *m_desk; }
    Desk* operator->() { return m_desk.get(); }
    StoppedClock& clock() { return *m_clock; }
    const Workplace& workplace() const { return m_workplace; }
    std::filesystem::path vault() const { return m_folder / "vault"; }

    void close() { m_desk.reset(); }
    void reopen();

    /// Appends in the member's name and waits until it is saved.
    std::vector<EventId> write(std::vector<clinical::EventBody> bodies);
    clinical::HomeView addHome(const char* name = "Les Tilleuls");
    clinical::ResidentView addResident(const clinical::HomeView& home, const char* family = "Dupont",
                                       const char* given = "Jeanne", Date born = {1934, 2, 28});
    clinical::CaseView caseView(const CaseId& id);
    clinical::Queue queue();

    /// Asks the store and waits for the answer.
    template<class Question> auto ask(Question question)
    {
        using Answer = decltype(question(std::declval<casebook::Casebook&>()));
        std::optional<Answer> answer;
        m_desk->store().ask(m_desk.get(), question,
                            [&answer](const Answer& value) { answer.emplace(value); });
        REQUIRE(soon([&] { return answer.has_value(); }));
        return *answer;
    }

    QObject owner; ///< for intakes and cases of a test

private:
    test::TemporaryFolder m_folder;
    std::shared_ptr<StoppedClock> m_clock;
    Workplace m_workplace;
    clinical::Role m_role;
    std::shared_ptr<Desk> m_desk;
};

/// The choice under this label's letter in English.
MotiveChoice motive(char letter);

/// An intake with home, resident and pain of 8: ready to be decided.
Intake* readyIntake(TestDesk& desk, const clinical::HomeView& home, const clinical::ResidentView& resident);
/// Accepts and waits until it is saved; the case.
CaseId decide(Intake& intake);

} // namespace chevet::workflow::testing
