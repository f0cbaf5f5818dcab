// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the sample's steps into its case store, as their authors and at their times.
#pragma once

#include "casebook/casebook.h"
#include "triage/rule_set.h"
#include "workflow/sample/course.h"

#include <optional>
#include <string>
#include <vector>

namespace chevet::workflow::sample {

class Journal
{
public:
    /// `clock` is the store's own: it is set to each step's time.
    Journal(casebook::Casebook& casebook, FixedClock& clock, std::vector<MemberId> members,
            clinical::RulesAdopted rules);

    Result<void> write(const Step& step);
    /// Entries in the journal.
    std::int64_t count() const { return m_count; }

private:
    Result<void> append(Instant at, std::size_t author, std::vector<casebook::NewEvent> events);
    Result<void> withdrawDue(Instant until);

    struct Withdrawal
    {
        Instant at;
        std::size_t author = 0;
        clinical::EntryWithdrawn body;
    };

    casebook::Casebook& m_casebook;
    FixedClock& m_clock;
    std::vector<MemberId> m_members;
    std::optional<clinical::RulesAdopted> m_rules; ///< until the first decision has adopted them
    std::optional<Withdrawal> m_withdrawal;
    EventId m_last;
    std::int64_t m_count = 0;
};

} // namespace chevet::workflow::sample
