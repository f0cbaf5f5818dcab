// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/proposal_view.h"

#include "screens/desk_style.h"
#include "screens/keys.h"
#include "screens/look.h"
#include "screens/pictures.h"
#include "screens/proposal_text.h"
#include "screens/words.h"
#include "workflow/intake.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace chevet::screens {

using clinical::Modality;

namespace {

constexpr int pictureSide = 16;

QLabel* richLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

ProposalView::ProposalView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(gridStep, gridStep, gridStep, gridStep);
    layout->setHorizontalSpacing(gridStep);
    layout->setVerticalSpacing(gridStep);
    layout->setColumnStretch(1, 1);
    m_urgent = richLabel(this);
    m_urgent->setObjectName(QStringLiteral("urgentLabel"));
    layout->addWidget(m_urgent, 0, 0, 1, 2);
    m_gradient = richLabel(this);
    m_gradient->setObjectName(QStringLiteral("gradientLabel"));
    layout->addWidget(m_gradient, 1, 0, 1, 2);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        auto& line = m_lines[i];
        line.picture = new QLabel(this);
        line.picture->setFixedSize(pictureSide, pictureSide + 2);
        line.words = richLabel(this);
        line.words->setObjectName(QStringLiteral("modalityLabel%1").arg(i));
        layout->addWidget(line.picture, static_cast<int>(i) + 2, 0, Qt::AlignTop);
        layout->addWidget(line.words, static_cast<int>(i) + 2, 1);
    }
    m_further = richLabel(this);
    m_further->setObjectName(QStringLiteral("furtherLabel"));
    layout->addWidget(m_further, 6, 0, 1, 2);
}

void ProposalView::setIntake(workflow::Intake* intake)
{
    m_intake = intake;
    showIntake();
}

void ProposalView::showIntake()
{
    if (m_intake == nullptr) {
        return;
    }
    const auto& recommendation = m_intake->recommendation();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        showModality(m_lines[i], recommendation.modalities[i]);
    }
    m_gradient->setText(gradientHtml(recommendation, coloursFor(palette())));
    const bool urgent = recommendation.priority == clinical::Priority::P1;
    m_urgent->setVisible(urgent);
    if (urgent) {
        m_urgent->setText(urgentHtml(*m_intake));
    }
    m_further->setText(furtherHtml(recommendation));
    setAccessibleName(
        tr("Proposal: %1 %2").arg(headline(recommendation), workflow::code(recommendation.priority)));
}

void ProposalView::showModality(const Line& line, const clinical::ModalityAdvice& advice)
{
    line.picture->setPixmap(modalityPicture(advice.modality, palette(), pictureSide, devicePixelRatioF()));
    line.words->setText(modalityHtml(advice, coloursFor(palette())));
}

void ProposalView::keyPressEvent(QKeyEvent* event)
{
    const auto digit = digitOf(*event);
    const auto modality =
        digit ? clinical::fromStored<Modality>(static_cast<std::uint64_t>(*digit)) : std::nullopt;
    if (modality) {
        Q_EMIT modalityWanted(*modality);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ProposalView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ProposalView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ProposalView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showIntake();
    }
}

void ProposalView::paintEvent(QPaintEvent*)
{
    const auto& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.paper);
    painter.setPen(QPen(colours.line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (hasFocus()) {
        drawFocusRing(&painter, rect(), palette());
    }
}

} // namespace chevet::screens
