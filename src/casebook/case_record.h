// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the entries of one stream add up to: a case, a home, a resident. Pure functions of the set of entries:
// the order in which they came does not matter.
#pragma once

#include "casebook/stream_entries.h"
#include "clinical/views.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace chevet::casebook {

/// Somebody of the team spoke with the home, or came.
struct Contact
{
    Instant at;
    bool inPerson = false;

    // NOLINTNEXTLINE(readability-implicit-bool-conversion): in what the compiler writes itself
    auto operator<=>(const Contact&) const = default;
};

struct CaseRecord
{
    clinical::RequestReceived request;                         ///< with its corrections
    bool exists = false;                                       ///< received, and not withdrawn
    clinical::CaseState state = clinical::CaseState::ToTriage; ///< as if it were merged into nothing
    clinical::Priority priority = clinical::Priority::P2;
    bool contested = false;
    std::optional<clinical::Modality> mode; ///< in which the answer has gone on since the decision
    Instant due;
    std::optional<clinical::TriageDecided> decision;
    Stamp decided; ///< of the decision; the earliest if there is none
    clinical::OwedSet owed;
    std::optional<MemberId> owner;
    std::optional<clinical::LastAttempt> lastAttempt;
    std::optional<Instant> deferredUntil;
    std::optional<CaseId> mergedInto;
    std::vector<Contact> contacts; ///< in order
    Instant lastContact;
    std::int64_t facts = 0; ///< sequence of the facts that hold, 0 if none
    std::int64_t reasoned = 0;
    /// Where the last word may stand, newest first: notes, and facts that hold.
    std::vector<std::int64_t> words;
    /// Entries whose words another one has replaced.
    std::vector<std::int64_t> superseded;
};

CaseRecord caseFrom(const Entries& entries);
/// Of what a case owes that goes on as the one of `entries`: what nobody has settled or waived there since.
/// `from` is the record of the case that was merged.
clinical::OwedSet owedOn(const CaseRecord& from, const Entries& entries);

struct HomeRecord
{
    bool exists = false;
    clinical::Home home;
    std::vector<clinical::HomeField> contested;
    std::vector<std::int64_t> superseded;
};

HomeRecord homeFrom(const Entries& entries);

struct ResidentRecord
{
    bool exists = false;
    clinical::Resident resident;
    std::vector<clinical::ResidentField> contested;
    std::int64_t wishes = 0; ///< sequence of those that hold, 0 if none
    std::vector<std::int64_t> superseded;
};

ResidentRecord residentFrom(const Entries& entries);

/// How long an undecided request may wait: unknown never buys a slower answer, so as P2 (design, section 4).
inline constexpr std::chrono::minutes undecidedWithin{120};

} // namespace chevet::casebook
