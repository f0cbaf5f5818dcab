// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Queue, case and search hits as text for a terminal.
#pragma once

#include "clinical/views.h"
#include "foundation/clock.h"

#include <vector>

namespace chevet::commands {

void printQueue(const clinical::Queue& queue, const Clock& clock);
void printCase(const clinical::CaseView& view, const Clock& clock);
void printHits(const std::vector<clinical::SearchHit>& hits, const Clock& clock);

} // namespace chevet::commands
