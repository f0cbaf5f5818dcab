// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A case's parts as text and rich text, for its screen and its preview. Pure. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "screens/look.h"

#include <QString>

namespace chevet::screens {

QString caseWho(const clinical::CaseView& view, const Date& today);
QString caseWhere(const clinical::CaseView& view);
/// What was decided, whether it was proposed, and the reasons.
QString decisionHtml(const clinical::CaseView& view, const Colours& colours);
/// What was known at the last call, without what is unknown.
QString factsHtml(const clinical::CaseView& view, const Colours& colours);
QString owedHtml(const clinical::OwedSet& owed);
QString wishesHtml(const clinical::CaseView& view);

} // namespace chevet::screens
