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
    Journal(casebook::Casebook& casebook, std::vector<MemberId> members, clinical::RulesAdopted rules);

    /// On disk at the latest after `finish`: a commit takes many steps, since a past needs no "saved" for
    /// each.
    Result<void> write(const Step& step);
    Result<void> finish();
    /// Entries in the journal.
    std::int64_t count() const { return m_count; }

private:
    void add(Instant at, std::size_t author, clinical::EventBody body, Seen seen = Seen::Everything);
    Result<void> commit();
    void withdrawDue(Instant until);

    struct Withdrawal
    {
        Instant at;
        std::size_t author = 0;
        clinical::EntryWithdrawn body;
    };

    casebook::Casebook& m_casebook;
    std::vector<MemberId> m_members;
    std::optional<clinical::RulesAdopted> m_rules; ///< until the first decision has adopted them
    std::vector<casebook::NewEvent> m_waiting;
    std::optional<Withdrawal> m_withdrawal;
    EventId m_last;
    std::int64_t m_count = 0;
};

} // namespace chevet::workflow::sample
