// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One invented call: why the home rings, what the record and the caller know, and the words of it.
#pragma once

#include "clinical/facts.h"
#include "foundation/ids.h"
#include "workflow/sample/people.h"

#include <string>

namespace chevet::workflow::sample {

/// A resident as the sample goes along.
struct Subject
{
    ResidentId id;
    std::size_t home = 0; ///< index
    Person person;
    bool seen = false;
    int remoteContacts = 0;
    bool wishesKnown = false;
    bool gone = false;
    Instant busyUntil; ///< end of the current case

    Told told(int severity = 0) const
    {
        return {person.familyName, person.gender, person.physician, person.illness, severity};
    }
};

enum class Situation
{
    Symptom,
    SymptomWithConflict,
    Psychosocial,
    Ethical,
    Conflict,
    Acute,
    Dying,
    Unclear
};

struct Call
{
    Situation situation = Situation::Symptom;
    clinical::Facts facts;
    std::string words;
    Caller caller;
};

Situation anySituation(Random& random);
Call inventCall(Situation situation, const Subject& subject, const clinical::Home& home, Random& random);

/// What the screening of an unclear call finds out: the same facts with a motive.
Call clarified(const Call& unclear, const Subject& subject, Random& random);

} // namespace chevet::workflow::sample
