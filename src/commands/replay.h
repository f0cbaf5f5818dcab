// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet triage --replay: a decision of the past, answered again from the rules and the facts that the
// journal keeps, and laid beside what was proposed then.
#pragma once

#include "commands/command.h"

namespace chevet::commands {

/// The exit code. Done: the same answer. AnswerIsNo: another one, or none by these rules.
int replayDecision(const Arguments& arguments);

} // namespace chevet::commands
