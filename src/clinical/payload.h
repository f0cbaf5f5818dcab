// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The payload: what an envelope seals. Who wrote what about whom, when, having seen which heads, and the
// body. A body too large for one envelope goes on in text parts: each names the one before it, the event
// names the last.
#pragma once

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/ids.h"
#include "foundation/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace chevet::clinical {

/// Where a body stands that did not fit: in text parts, as one run of bytes.
struct Continuation
{
    EventId lastPart;
    std::uint64_t size = 0; ///< of the whole body, in bytes

    bool operator==(const Continuation&) const = default;
};

/// Texts and bytes are views: of the payload that was read, or of what is to be written.
struct Payload
{
    std::string_view kind; ///< stored name, also of a kind that this version does not know
    std::uint32_t version = 1;
    StreamId stream;
    Stamp stamp;
    Instant at; ///< the author's wall clock
    int offsetMinutes = 0;
    MemberId author;
    std::string_view item;
    std::vector<EventId> parents;
    View body; ///< CBOR; empty when `continued` says where it is
    std::optional<Continuation> continued;
};

Bytes encodePayload(const Payload& payload);

/// Errors: those of cbor::check, BadInput for a missing or mistyped field, OutOfRange for a time outside 1970
/// to 2200 or an offset outside -900 to 900. Fields of newer versions are passed over.
Result<Payload> decodePayload(View bytes);

/// One piece of a long body.
struct TextPart
{
    View piece;
    std::optional<EventId> previous; ///< absent in the first
};

Bytes encodeTextPart(const TextPart& part);
/// Errors: as decodePayload.
Result<TextPart> decodeTextPart(View body);

/// True from 1970 to the end of 2200: what a stored time may be.
bool isStorable(Instant at);

} // namespace chevet::clinical
