// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An unsigned sheet as it is kept, sealed, among the drafts: under its case's id, one for each case. This
// device's own, read by this or a later Chevet only.
#pragma once

#include "clinical/events.h"
#include "foundation/bytes.h"
#include "foundation/result.h"

#include <string>

namespace chevet::workflow {

struct ConsultationDraft
{
    clinical::ConsultationType type = clinical::ConsultationType::Teleconsultation;
    std::string professional;
    clinical::Consent consent = clinical::Consent::NotAsked;
    clinical::ConsultationSheet sheet;
    bool operator==(const ConsultationDraft&) const = default;
};

Bytes encodeConsultationDraft(const ConsultationDraft& draft);
/// Tells it from the draft of an intake.
bool isConsultationDraft(View bytes);
/// Errors: BadInput, and those of clinical::decodeBody.
Result<ConsultationDraft> decodeConsultationDraft(View bytes);

} // namespace chevet::workflow
