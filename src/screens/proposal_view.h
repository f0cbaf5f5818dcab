// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The proposal in full: the four modalities in order with their reasons, the conditions, what would change
// it, what was assumed; for acute and dying residents their wishes and who else can come. It follows live.
// With the keyboard here, the digits or letters of a modality decide for it. Thread: gui.
#pragma once

#include "clinical/recommendation.h"

#include <QPointer>
#include <QWidget>

#include <array>

class QLabel;

namespace chevet::workflow {
class Intake;
}

namespace chevet::screens {

class ProposalView : public QWidget
{
    Q_OBJECT

public:
    explicit ProposalView(QWidget* parent = nullptr);

    void setIntake(workflow::Intake* intake);
    void showIntake();

Q_SIGNALS:
    void modalityWanted(chevet::clinical::Modality modality);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Line
    {
        QLabel* picture = nullptr;
        QLabel* words = nullptr;
    };
    void showModality(const Line& line, const clinical::ModalityAdvice& advice);

    QPointer<workflow::Intake> m_intake;
    std::array<Line, 4> m_lines;
    QLabel* m_urgent;
    QLabel* m_gradient;
    QLabel* m_further;
};

} // namespace chevet::screens
