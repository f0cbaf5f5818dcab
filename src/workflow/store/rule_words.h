// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rules in plain words: what one asks, and what it does when that is so. The words are made from the same
// values that the evaluator reads, so that they can't say anything else. Thread: gui.
#pragma once

#include "triage/rule.h"

#include <QString>
#include <QStringList>

namespace chevet::workflow {

/// "motives: acute deterioration; and must be seen: yes". A condition without parts is "always".
QString conditionText(const triage::Expression& condition);
/// One line for each effect; empty for none.
QStringList effectsText(const triage::Effects& effects);
QString settingText(std::string_view name);

} // namespace chevet::workflow
