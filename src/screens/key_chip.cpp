// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/key_chip.h"

#include "screens/desk_style.h"
#include "screens/look.h"

#include <QEvent>
#include <QPainter>

namespace chevet::screens {
namespace {

constexpr int side = gridStep;

} // namespace

KeyChip::KeyChip(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

KeyChip::KeyChip(const QString& key, const QString& words, QWidget* parent) : KeyChip(parent)
{
    setText(words);
    setKey(key);
}

void KeyChip::setKey(const QString& key)
{
    m_key = key;
    name();
}

void KeyChip::setCount(int count)
{
    if (m_count != count) {
        m_count = count;
        name();
        updateGeometry();
        update();
    }
}

void KeyChip::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

void KeyChip::name()
{
    setAccessibleName(m_count ? tr("%1, %2, key %3").arg(text(), QString::number(*m_count), m_key)
                              : tr("%1, key %2").arg(text(), m_key));
    setToolTip(m_key.isEmpty() ? text() : tr("%1 (%2)").arg(text(), m_key));
}

QSize KeyChip::sizeHint() const
{
    const QFontMetrics heavy(emphasisedFont(font()));
    int width = 2 * side + heavy.horizontalAdvance(text());
    if (!m_key.isEmpty()) {
        width += heavy.horizontalAdvance(m_key) + side;
    }
    if (m_count) {
        width += heavy.horizontalAdvance(QString::number(*m_count)) + side;
    }
    return {width, targetHeight};
}

QSize KeyChip::minimumSizeHint() const
{
    return sizeHint();
}

void KeyChip::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    update();
}

void KeyChip::paintEvent(QPaintEvent*)
{
    const auto& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    const bool filled = isChecked();
    painter.setPen(QPen(filled || m_marked ? colours.accent : colours.line, m_marked && !filled ? 2 : 1));
    painter.setBrush(filled                        ? colours.accent
                     : underMouse() && isEnabled() ? colours.selection
                                                   : colours.paper);
    painter.drawRoundedRect(box, 4, 4);

    const QFont heavy = emphasisedFont(font());
    const QFontMetrics metrics(heavy);
    QRect text = rect().adjusted(side, 0, -side, 0);
    painter.setFont(heavy);
    if (!m_key.isEmpty()) {
        painter.setPen(filled ? colours.paper : isEnabled() ? colours.accent : colours.quiet);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, m_key);
        text.setLeft(text.left() + metrics.horizontalAdvance(m_key) + side);
    }
    painter.setPen(filled ? colours.paper : isEnabled() ? colours.ink : colours.quiet);
    if (m_count) {
        const QString number = QString::number(*m_count);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, number);
        text.setRight(text.right() - metrics.horizontalAdvance(number) - side);
    }
    painter.setFont(filled || m_marked ? heavy : font());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, this->text());
    if (hasFocus()) {
        drawFocusRing(&painter, rect().adjusted(-1, 1, 1, -1), palette());
    }
}

} // namespace chevet::screens
