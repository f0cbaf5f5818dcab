// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Setting one field of a home, a resident or a request to a corrected value.
#pragma once

#include "clinical/events.h"

namespace chevet::casebook {

/// std::monostate makes a field unknown or empty again; a value of another type than the field's changes
/// nothing.
void setField(clinical::Home& home, clinical::HomeField field, const clinical::FieldValue& value);
void setField(clinical::Resident& resident, clinical::ResidentField field, const clinical::FieldValue& value);
void setField(clinical::RequestReceived& request, clinical::RequestField field,
              const clinical::FieldValue& value);

} // namespace chevet::casebook
