// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one append gathers before it is committed, so that its events know of each other. Internal to
// appending.
#pragma once

#include "casebook/casebook_self.h"
#include "casebook/journal_format.h"
#include "casebook/stream_entries.h"

#include <map>
#include <set>
#include <string>

namespace chevet::casebook {

struct Casebook::Self::Batch
{
    Author author;
    ChainTip tip;
    Instant now;
    int offsetMinutes = 0;
    std::vector<SealedRecord> records;
    std::vector<Fold::Own> own; ///< the same ones, for the fold
    std::vector<EventId> ids;

    std::set<StreamId> added;               ///< cases, residents, homes and members of this batch
    std::map<CaseId, ResidentId> residents; ///< of the requests of this batch
    std::map<std::pair<StreamId, Item>, EventId> heads;
    std::map<EventId, std::pair<StreamId, clinical::Kind>> written;

    void note(const clinical::EventBody& body, const StreamId& stream, Compartment compartment,
              const std::string& item, const EventId& id);
    bool adds(const StreamId& stream) const { return added.contains(stream); }
};

inline Bytes draftContext(const DraftId& id)
{
    constexpr std::string_view what = "chevet/draft/1/";
    Bytes context(what.begin(), what.end());
    context.insert(context.end(), id.bytes.begin(), id.bytes.end());
    return context;
}

inline std::string settingContext(const std::string& name)
{
    return "chevet/setting/1/" + name;
}

/// Settings stand under a digest of their name: a name may say something too.
inline Bytes settingName(const std::string& context)
{
    const auto id = sealing::eventIdOf(sealing::envelopeHash(viewOf(context)));
    return {id.bytes.begin(), id.bytes.end()};
}

} // namespace chevet::casebook
