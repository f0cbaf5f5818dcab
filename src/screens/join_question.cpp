// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/join_question.h"

#include "workflow/desk.h"
#include "workflow/intake.h"

namespace chevet::screens {

JoinQuestion::JoinQuestion(QWidget* parent) : ChipLine(parent)
{
    setChoices({{tr("J", "key for joining") + QStringLiteral("JYO"), tr("Joins it")},
                {QStringLiteral("N"), tr("Another matter")}});
    connect(this, &ChipLine::picked, this, [this](int index) {
        if (m_intake != nullptr) {
            m_intake->joinOpenRequest(index == 0);
            Q_EMIT done();
        }
    });
    connect(this, &ChipLine::passed, this, &JoinQuestion::done);
    hide();
}

void JoinQuestion::setIntake(const workflow::Desk* desk, workflow::Intake* intake)
{
    m_desk = desk;
    m_intake = intake;
    showIntake();
}

void JoinQuestion::showIntake()
{
    const auto open = m_intake != nullptr ? m_intake->openRequest() : std::nullopt;
    const bool asks = open.has_value() && !m_intake->isRetriage();
    setVisible(asks);
    if (asks) {
        setCaption(tr("Open request: %1, received %2, due %3. Does this call belong to it?")
                       .arg(workflow::motivesText(open->motives),
                            workflow::timeText(open->receivedAt, m_desk->now(), m_desk->clock()),
                            workflow::dueText(open->due, m_desk->now(), m_desk->clock())));
        setChosen(m_intake->joinsOpenRequest() ? 0 : 1);
    }
}

} // namespace chevet::screens
