// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/toast.h"

#include "screens/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace chevet::screens {

Toast::Toast(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("toast"));
    setBackgroundRole(QPalette::Base);
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("toastLabel"));
    makeEmphasised(m_words);
    m_undo = new QPushButton(tr("Undo  (Ctrl+Z)"), this);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setFocusPolicy(Qt::NoFocus);
    m_further = new QLabel(this);
    makeQuiet(m_further);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * gridStep, gridStep, 2 * gridStep, gridStep);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(m_words);
    layout->addWidget(m_undo);
    layout->addWidget(m_further);
    connect(m_undo, &QPushButton::clicked, this, &Toast::undoWanted);
    hide();
}

void Toast::offer(const QString& what)
{
    m_words->setText(what);
    m_further->hide();
    place();
    show();
    raise();
}

void Toast::addHint(const QString& hint)
{
    m_further->setText(hint);
    m_further->show();
    place();
}

void Toast::place()
{
    layout()->activate();
    const QSize size = sizeHint().boundedTo(parentWidget()->size() - QSize(4 * gridStep, 0));
    const int bottom = parentWidget()->height() - targetHeight - gridStep / 2;
    setGeometry((parentWidget()->width() - size.width()) / 2, bottom - size.height(), size.width(),
                size.height());
}

void Toast::paintEvent(QPaintEvent*)
{
    const auto& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.paper);
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace chevet::screens
