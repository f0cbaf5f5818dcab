// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The proposal's parts as rich text, for the intake and for the case. Pure. Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "clinical/views.h"
#include "screens/look.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace chevet::workflow {
class Intake;
}

namespace chevet::screens {

/// The reasons of an advice that explain its verdict.
QStringList reasonsFor(const clinical::ModalityAdvice& advice);
/// Whether a key decides for the modality where this is shown.
enum class WithKey
{
    Yes,
    No
};
/// "F5  visit – recommended" and its reasons below.
QString modalityHtml(const clinical::ModalityAdvice& advice, const Colours& colours,
                     WithKey withKey = WithKey::Yes);
/// The four modalities from the most present to the most remote, each with its verdict: one line to be taken
/// in at a glance.
QString gradientHtml(const clinical::Recommendation& recommendation, const Colours& colours);
/// Conditions, what is owed, what to consider, what would change it, what was assumed, what is not known.
QString furtherHtml(const clinical::Recommendation& recommendation);
/// Every reason of the answer with the passages that it stands on, as short quotations.
QString passagesHtml(const clinical::Recommendation& recommendation, const Colours& colours);
/// One source's passages, below each other.
QString passagesHtml(const QString& source, const Colours& colours);
/// For acute and dying residents: wishes, and who else can come, as far as the record has them.
QString urgentHtml(const std::optional<clinical::WishesRecorded>& wishes,
                   const std::optional<clinical::Resident>& resident,
                   const std::optional<clinical::Home>& home);
QString urgentHtml(const workflow::Intake& intake);

} // namespace chevet::screens
