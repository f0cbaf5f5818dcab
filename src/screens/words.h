// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words that only the screens need: headlines and letters that choose from a list.
// Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "workflow/sentences.h"

#include <QString>
#include <QStringList>

namespace chevet::screens {

using workflow::shortWord;

/// "Now: call. Then: visit."
QString headline(const clinical::Recommendation& recommendation);
/// "within 30 min", "within 2 h"
QString withinText(int minutes);
/// The key that decides for this modality from anywhere in the call: "F5" to "F8".
QString keyOf(clinical::Modality modality);
/// One letter for each label, taken from it, no two the same and none of `taken`; an empty text where none is
/// left.
QStringList mnemonics(const QStringList& labels, const QString& taken = {});

} // namespace chevet::screens
