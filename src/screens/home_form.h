// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A home, new or corrected, inside the call. Only the name is needed; what is empty stays unknown. Thread:
// gui.
#pragma once

#include "clinical/views.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace chevet::screens {

namespace Ui {
class HomeForm;
}

class HomeForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HomeForm)

public:
    using Correction = std::pair<clinical::HomeField, clinical::FieldValue>;

    explicit HomeForm(QWidget* parent = nullptr);
    ~HomeForm() override;

    void openNew(const QString& name);
    void openCorrect(const clinical::HomeView& home);
    void record();

Q_SIGNALS:
    void added(const chevet::clinical::Home& home);
    void corrected(const std::vector<chevet::screens::HomeForm::Correction>& corrections);
    void cancelled();

private:
    /// Nothing if a field can't be read; its problem is shown then.
    std::optional<clinical::Home> typed();
    void fill(const clinical::Home& home);

    std::optional<clinical::Home> m_before;
    std::unique_ptr<Ui::HomeForm> m_ui;
};

} // namespace chevet::screens
