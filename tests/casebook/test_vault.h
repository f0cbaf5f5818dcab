// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A vault for the case store's tests: founded with a key that needs no scrypt, opened again at will.
#pragma once

#include "casebook/casebook.h"
#include "sealing/test_unlock.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <array>
#include <fstream>
#include <initializer_list>
#include <vector>

namespace chevet::test {

inline constexpr Instant morning{1'790'000'000'000}; // 2026-09-21

class TestVault
{
public:
    TestVault() : TestVault(1) {}
    explicit TestVault(std::uint64_t seed);

    std::filesystem::path path() const { return m_folder / "vault"; }
    std::filesystem::path operator/(std::string_view name) const { return path() / name; }

    casebook::Casebook& operator*() { return *m_casebook; }
    casebook::Casebook* operator->() { return m_casebook.get(); }

    /// A keyring of its own, for another opening of the same vault.
    std::unique_ptr<sealing::Keyring> keyring() const;
    Result<std::unique_ptr<casebook::Casebook>>
    open(casebook::Access access = casebook::Access::ReadWrite) const;
    void close() { m_casebook.reset(); }
    void reopen();

    casebook::Author nurse() const { return {m_nurse, clinical::Role::Nurse}; }

    /// Appends as the founding nurse; fails the test if it fails. The ids of the events.
    std::vector<EventId> write(std::initializer_list<clinical::EventBody> bodies);
    std::vector<EventId> write(const std::vector<clinical::EventBody>& bodies);
    MemberId add(const std::string& name, clinical::Role role);

    HomeId addHome(const std::string& name = "Les Tilleuls");
    ResidentId addResident(const HomeId& home, const std::string& family = "Durand",
                           const std::string& given = "Jeanne", std::optional<Date> born = Date{1934, 2, 28});
    CaseId addCase(const ResidentId& resident, const HomeId& home);
    /// Home, resident and case in one.
    CaseId addCase();

    FixedClock clock{morning, 120};
    SeededIds ids;

private:
    TemporaryFolder m_folder;
    MemberId m_nurse;
    std::unique_ptr<casebook::Casebook> m_casebook;
};

/// A decision for a case, due in two hours.
clinical::TriageDecided decisionFor(const CaseId& id, clinical::Priority priority, Instant due);

} // namespace chevet::test
