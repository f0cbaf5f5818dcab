// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An unfinished intake as it is kept, sealed, beside the journal: strict CBOR with a version. A draft is this
// device's own and may be read by this or a later Chevet only.
#pragma once

#include "clinical/facts.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chevet::workflow {

struct Draft
{
    CaseId caseId; ///< the one that the decision will have: tells a draft that was decided already
    Instant startedAt;
    Instant lastTouched;
    std::string title; ///< home and resident as far as known
    std::optional<HomeId> home;
    std::optional<ResidentId> resident;
    std::string caller;
    std::string callerFunction;
    std::string callbackPhone; ///< only if typed
    std::string words;
    std::vector<std::uint64_t>
        choices;           ///< chosen motives in the order of choosing, as numbers of the motive list
    clinical::Facts facts; ///< what was answered in this call
    std::vector<clinical::Fact> answered; ///< also those answered with "unknown"
    bool joins = false;
    std::optional<CaseId> again; ///< an open case that is triaged again: no call of its own

    bool operator==(const Draft&) const = default;
};

inline constexpr std::uint64_t draftVersion = 1;

Bytes encodeDraft(const Draft& draft);
/// Errors: those of cbor::check, VaultNewer (number: the version found), BadInput.
Result<Draft> decodeDraft(View bytes);

} // namespace chevet::workflow
