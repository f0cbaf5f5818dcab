// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A resident, new or corrected, inside the call. Without a birth date, or unchecked, the identity is
// provisional. Thread: gui.
#pragma once

#include "clinical/views.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace chevet::screens {

namespace Ui {
class ResidentForm;
}

/// Nothing unless eight digits that are a day.
std::optional<Date> birthDateOf(const QString& ddmmyyyy);

class ResidentForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResidentForm)

public:
    using Correction = std::pair<clinical::ResidentField, clinical::FieldValue>;

    explicit ResidentForm(QWidget* parent = nullptr);
    ~ResidentForm() override;

    void openNew(const QString& familyName, const QString& birthDigits);
    void openCorrect(const clinical::ResidentView& resident);
    void record();
    void warn(const QString& words);

Q_SIGNALS:
    void added(const chevet::clinical::Resident& resident);
    void corrected(const std::vector<chevet::screens::ResidentForm::Correction>& corrections);
    void cancelled();

private:
    std::optional<clinical::Resident> typed();
    void fill(const clinical::Resident& resident, const QString& birthDigits);

    std::optional<clinical::Resident> m_before;
    std::unique_ptr<Ui::ResidentForm> m_ui;
};

} // namespace chevet::screens
