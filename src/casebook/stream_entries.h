// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The entries of one stream as the fold keeps them: for what sets or counts something, identity, stamp,
// parents and (outside the clinical compartments) the body; notes keep their text in the journal only.
#pragma once

#include "casebook/causality.h"
#include "clinical/payload.h"
#include "clinical/registry.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chevet::casebook {

struct Entry
{
    std::int64_t sequence = 0;
    clinical::Kind kind = clinical::Kind::Unknown;
    Instant at;
    EventId id;  ///< null where no detail is kept
    Stamp stamp; ///< drift-capped
    std::vector<EventId> parents;
    std::optional<clinical::EventBody> body;
    bool withdrawn = false;
};
using Entries = std::vector<Entry>;

/// What the model keeps of an event; empty for those that neither set nor count anything.
Bytes detailOf(clinical::Kind kind, const EventId& id, const clinical::Payload& payload, View body);

/// An entry with what its detail says. A detail that this version did not write gives one without identity.
Entry entryFrom(std::int64_t sequence, clinical::Kind kind, Instant at, View detail, const StreamId& stream);

/// One item of a stream: the compartment and what is set in it.
struct Item
{
    Compartment compartment = Compartment::Team;
    std::string name;

    auto operator<=>(const Item&) const = default;
};

/// Nothing for what only adds, and for bodies that could not be read.
std::optional<Item> itemOf(const Entry& entry);

/// Positions of the heads of one item, winner first.
std::vector<std::size_t> headsOfItem(const Entries& entries, const Item& item);

/// Positions of the heads of every item, winner first (causality.h). Items all of whose settings were
/// withdrawn have none.
std::map<Item, std::vector<std::size_t>> headsByItem(const Entries& entries);

} // namespace chevet::casebook
