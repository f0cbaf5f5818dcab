// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/tri_choice.h"

namespace chevet::screens {

TriChoice::TriChoice(QWidget* parent) : ChipLine(parent)
{
    setChoices(yesNoUnknown());
    setValue(std::nullopt);
    connect(this, &ChipLine::picked, this, &ChipLine::setChosen);
    connect(this, &ChipLine::passed, this, [this] { focusNextChild(); });
}

QList<ChipLine::Choice> TriChoice::yesNoUnknown()
{
    // Both languages' keys work in both: no other answer has them.
    return {{tr("Y", "key for yes") + QStringLiteral("YO"), tr("Yes")},
            {QStringLiteral("N"), tr("No")},
            {QStringLiteral("?"), tr("Not known")}};
}

void TriChoice::setValue(std::optional<bool> value)
{
    setChosen(!value ? 2 : *value ? 0 : 1);
}

std::optional<bool> TriChoice::value() const
{
    return chosen() == 0 ? std::optional(true) : chosen() == 1 ? std::optional(false) : std::nullopt;
}

void TriChoice::setWords(const QString& yes, const QString& no)
{
    auto choices = yesNoUnknown();
    choices[0].words = yes;
    choices[1].words = no;
    choices.removeLast();
    setChoices(choices);
}

} // namespace chevet::screens
