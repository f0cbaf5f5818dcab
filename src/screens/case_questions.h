// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with a case, as questions for the panel: note, attempt, deferral, owner, owed steps,
// closing, wishes, corrections, withdrawal. Each ends in one call of workflow::CaseFile. Thread: gui.
#pragma once

#include "screens/ask_panel.h"

namespace chevet::workflow {
class CaseFile;
class Desk;
enum class NoteArea;
} // namespace chevet::workflow

namespace chevet::clinical {
struct TimelineEntry;
}

namespace chevet::screens::questions {

AskPanel::Question note(workflow::CaseFile& file, workflow::NoteArea area);
AskPanel::Question attempt(workflow::CaseFile& file, const workflow::Desk& desk);
AskPanel::Question defer(workflow::CaseFile& file, const workflow::Desk& desk);
AskPanel::Question assign(workflow::CaseFile& file, const workflow::Desk& desk);
AskPanel::Question settle(workflow::CaseFile& file);
/// The answer has begun and goes on in another way.
AskPanel::Question changeMode(workflow::CaseFile& file);
AskPanel::Question close(workflow::CaseFile& file);
AskPanel::Question reopen(workflow::CaseFile& file);
AskPanel::Question wishes(workflow::CaseFile& file);
AskPanel::Question correctResident(workflow::CaseFile& file);
AskPanel::Question correctHome(workflow::CaseFile& file);
AskPanel::Question correctRequest(workflow::CaseFile& file, const workflow::Desk& desk);
/// The call was filed under somebody else, or elsewhere.
AskPanel::Question otherResident(workflow::CaseFile& file, const workflow::Desk& desk);
AskPanel::Question otherHome(workflow::CaseFile& file);
/// Another request of the same resident takes this one in.
AskPanel::Question merge(workflow::CaseFile& file, const workflow::Desk& desk);
AskPanel::Question withdraw(workflow::CaseFile& file, const clinical::TimelineEntry& entry);

} // namespace chevet::screens::questions
