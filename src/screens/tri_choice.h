// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Yes, no or not known, by one key. Thread: gui.
#pragma once

#include "screens/chip_line.h"

#include <optional>

namespace chevet::screens {

class TriChoice : public ChipLine
{
    Q_OBJECT

public:
    explicit TriChoice(QWidget* parent = nullptr);

    static QList<Choice> yesNoUnknown();
    void setValue(std::optional<bool> value);
    std::optional<bool> value() const;
    /// Other words than yes, no, unknown; the keys stay.
    void setWords(const QString& yes, const QString& no);
};

} // namespace chevet::screens
