// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The proposal in one line: priority by shape and code, what now, what then. It stays in sight while one
// types. Thread: gui.
#pragma once

#include "clinical/recommendation.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace chevet::screens {

class ProposalLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProposalLine(QWidget* parent = nullptr);

    void showProposal(const std::optional<clinical::Recommendation>& recommendation);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintShape();

    std::optional<clinical::Priority> m_priority;
    QLabel* m_shape;
    QLabel* m_headline;
    QLabel* m_within;
};

} // namespace chevet::screens
