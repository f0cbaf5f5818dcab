// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes and opens the envelope's bytes with keys that are handed in; keyring.h knows which key is whose.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "sealing/aead.h"
#include "sealing/envelope.h"
#include "sealing/signature.h"

namespace chevet::sealing {

/// Errors: TooLarge, BadInput for a count of 0, RandomFailed, Internal.
Result<Bytes> sealEnvelope(Aead& aead, View key, const Signer& signer, const EnvelopeHeader& header,
                           View payload);

/// The payload, its padding checked to be the only one possible. On an error `into` is empty.
/// Errors: NotAuthentic, NotCanonical.
Result<void> openEnvelope(Aead& aead, View key, const EnvelopeParts& parts, Bytes& into);

/// Errors: those of parseEnvelope, NotAuthentic.
Result<void> verifyEnvelope(View envelope, const PublicKey& signer);

} // namespace chevet::sealing
