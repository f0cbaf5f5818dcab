// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/motive_board.h"

#include "screens/key_chip.h"

namespace chevet::screens {

MotiveBoard::MotiveBoard(QWidget* parent) : ChipLine(parent)
{
    setCaption(tr("Motives: one letter each, several may hold; Enter goes on"));
    connect(this, &ChipLine::picked, this, [this](int index) {
        if (m_intake != nullptr) {
            m_intake->toggleMotive(m_motives.at(static_cast<std::size_t>(index)));
            showIntake();
        }
    });
    connect(this, &ChipLine::passed, this, &MotiveBoard::done);
}

void MotiveBoard::setIntake(workflow::Intake* intake)
{
    m_intake = intake;
    if (m_motives.empty()) {
        m_motives = workflow::Intake::motiveChoices();
        QList<Choice> choices;
        for (const auto& motive : m_motives) {
            choices.append({QString(motive.key.toUpper()), motive.label});
        }
        setChoices(choices);
    }
    showIntake();
}

void MotiveBoard::setChosen(int)
{
    showIntake();
}

void MotiveBoard::showIntake()
{
    QStringList chosen;
    for (int i = 0; i < choiceCount(); ++i) {
        const auto& motive = m_motives.at(static_cast<std::size_t>(i));
        const bool is = m_intake != nullptr && m_intake->isChosen(motive);
        chip(i)->setChecked(is);
        if (is) {
            chosen << motive.label;
        }
    }
    setAnswerName(chosen.isEmpty() ? tr("none chosen") : chosen.join(QStringLiteral(", ")));
}

} // namespace chevet::screens
