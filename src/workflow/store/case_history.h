// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a case's screen is told beside the case itself: what happened to its resident and its home since, what
// corrections replaced, who is meant by an id, and which values stand side by side. Reading runs on the
// store's thread; the rest are pure functions.
#pragma once

#include "casebook/casebook.h"
#include "clinical/views.h"
#include "workflow/sentences.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace chevet::workflow {

/// One answer of the store, in one go, so that its parts fit together.
struct CaseHistory
{
    clinical::CaseView view; ///< its timeline shows what was said about the resident and the home, too
    std::vector<clinical::TimelineEntry>
        founding; ///< entries that are not shown but that corrections replace
    std::map<std::array<std::uint8_t, 16>, clinical::ResidentView> residents;
    std::map<std::array<std::uint8_t, 16>, clinical::HomeView> homes;
    std::map<std::array<std::uint8_t, 16>, clinical::QueueRow> cases; ///< those merged with this one
};

/// Errors: those of Casebook::caseView.
Result<CaseHistory> readHistory(casebook::Casebook& casebook, const CaseId& id);

/// Names and former values for every entry of the history.
EntryWords wordsFor(const CaseHistory& history, const std::vector<clinical::MemberView>& members, Instant now,
                    const Clock& clock);

/// A request in a few words: "14:05, pain, DUPONT Jeanne".
QString requestText(const clinical::QueueRow& row, Instant now, const Clock& clock);

/// Values of one item whose authors knew nothing of each other.
struct ContestedItem
{
    StreamId stream;
    std::string item;
    std::vector<clinical::TimelineEntry> coordination; ///< the heads, oldest first
    std::vector<clinical::TimelineEntry> clinical;     ///< the clinical half, where the item has one
};
std::vector<ContestedItem> contestedItems(const CaseHistory& history);

/// The events by which this value is said to hold: it once more, with every head that stands there as a
/// parent. `owedNow`: steps that are still owed, so that a step once done is not owed again.
std::vector<casebook::NewEvent> settlingEvents(const ContestedItem& item, const EventId& chosen,
                                               clinical::OwedSet owedNow);

} // namespace chevet::workflow
