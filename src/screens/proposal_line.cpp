// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/proposal_line.h"

#include "screens/look.h"
#include "screens/pictures.h"
#include "screens/words.h"
#include "workflow/sentences.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace chevet::screens {
namespace {

constexpr int shapeSide = 20;

} // namespace

ProposalLine::ProposalLine(QWidget* parent) : QWidget(parent)
{
    m_shape = new QLabel(this);
    m_shape->setFixedSize(shapeSide + gridStep, targetHeight);
    m_headline = new QLabel(this);
    m_headline->setObjectName(QStringLiteral("headlineLabel"));
    m_headline->setWordWrap(true);
    makeLarge(m_headline);
    m_within = new QLabel(this);
    m_within->setObjectName(QStringLiteral("withinLabel"));
    m_within->setWordWrap(true);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(0);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_shape, 0, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 0, 1);
    layout->addWidget(m_within, 1, 1);
}

void ProposalLine::showProposal(const std::optional<clinical::Recommendation>& recommendation)
{
    setVisible(recommendation.has_value());
    if (!recommendation) {
        return;
    }
    m_priority = recommendation->priority;
    paintShape();
    m_headline->setText(headline(*recommendation));
    m_within->setText(tr("%1 · %2 · %3")
                          .arg(workflow::code(recommendation->priority),
                               withinText(recommendation->answerWithinMinutes),
                               workflow::word(recommendation->purpose)));
    setAccessibleDescription(m_headline->text() + QLatin1Char(' ') + m_within->text());
}

void ProposalLine::paintShape()
{
    if (m_priority) {
        m_shape->setPixmap(priorityPicture(*m_priority, palette(), shapeSide, devicePixelRatioF()));
    }
}

void ProposalLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintShape();
    }
}

} // namespace chevet::screens
