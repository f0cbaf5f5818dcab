// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bodies of events as strict CBOR: maps with small unsigned keys, absent fields left out. What each kind
// holds is in docs/JOURNAL_FORMAT.md; tests/data/event_bodies.txt pins one example of each, byte for byte.
#pragma once

#include "clinical/events.h"
#include "clinical/registry.h"
#include "foundation/bytes.h"
#include "foundation/result.h"

namespace chevet::clinical {

/// The stream's id is not repeated in the body.
Bytes encodeBody(const EventBody& body);

/// Whether the bytes of a body are known to be canonical CBOR: one that stands in a payload was checked with
/// it.
enum class Form
{
    Unchecked,
    Checked
};

/// Fields of newer versions are passed over. Errors: UnknownName for a kind that this version does not have
/// (or a text part), BadInput for a missing or mistyped field, OutOfRange for a number or word outside its
/// range, and those of cbor::check; place names the kind.
Result<EventBody> decodeBody(Kind kind, const StreamId& stream, View body, Form form = Form::Unchecked);

/// True if the body reads back as it was written: every value is of the type and in the range that its field
/// demands.
bool isStorable(const EventBody& body, const TeamId& team);

} // namespace chevet::clinical
