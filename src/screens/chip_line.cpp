// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/chip_line.h"

#include "screens/desk_style.h"
#include "screens/flow_layout.h"
#include "screens/key_chip.h"
#include "screens/keys.h"
#include "screens/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace chevet::screens {

ChipLine::ChipLine(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_caption = new QLabel(this);
    m_caption->setWordWrap(true);
    m_caption->hide();
    m_room = new QWidget(this);
    m_flow = new FlowLayout(m_room);
    m_box = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_box->setContentsMargins(gridStep / 2, 2, gridStep / 2, 2);
    m_box->setSpacing(0);
    m_box->addWidget(m_caption);
    m_box->addWidget(m_room);
}

void ChipLine::setCompact()
{
    m_compact = true;
    m_box->setDirection(QBoxLayout::LeftToRight);
    m_box->setStretch(0, 1);
    m_box->setSpacing(gridStep);
    setChoices(QList<Choice>(m_choices));
}

void ChipLine::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    name();
}

QString ChipLine::caption() const
{
    return m_caption->text();
}

void ChipLine::setChoices(const QList<Choice>& choices)
{
    qDeleteAll(m_chips);
    m_chips.clear();
    m_choices = choices;
    m_chosen = -1;
    for (int i = 0; i < choices.size(); ++i) {
        auto* chip = new KeyChip(m_room);
        chip->setText(choices[i].bare ? QString() : choices[i].words);
        chip->setKey(choices[i].keys.left(1));
        chip->setAccessibleName(choices[i].words);
        chip->setFocusPolicy(Qt::NoFocus); // the line has the keyboard, the chips only the mouse
        connect(chip, &KeyChip::clicked, this, [this, i] {
            setChosen(m_chosen);
            Q_EMIT picked(i);
        });
        m_flow->addWidget(chip);
        m_chips.append(chip);
    }
    if (m_compact) {
        int width = 0;
        for (const auto* chip : std::as_const(m_chips)) {
            width += chip->sizeHint().width() + 4;
        }
        m_room->setFixedWidth(qMax(0, width - 4));
    }
    updateGeometry();
}

void ChipLine::setChosen(int index)
{
    m_chosen = index;
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setChecked(i == index);
    }
    name();
}

void ChipLine::name()
{
    setAnswerName(m_chosen >= 0 && m_chosen < m_choices.size() ? m_choices[m_chosen].words
                                                               : tr("not answered"));
}

void ChipLine::setAnswerName(const QString& answer)
{
    setAccessibleName(m_caption->text().isEmpty() ? answer : tr("%1: %2").arg(m_caption->text(), answer));
}

int ChipLine::indexOf(const QKeyEvent& event) const
{
    const QString text = event.text();
    if (text.isEmpty()) {
        return -1;
    }
    const auto digit = digitOf(event);
    const auto letter = letterOf(event);
    for (int i = 0; i < m_choices.size(); ++i) {
        const QString& keys = m_choices[i].keys;
        if (keys.contains(text.toUpper()) || (letter && keys.contains(*letter))) {
            return i;
        }
    }
    for (int i = 0; i < m_choices.size(); ++i) {
        if (digit && m_choices[i].keys.contains(QString::number(*digit))) {
            return i;
        }
        if (m_choices[i].keys.contains(QLatin1Char('?')) && text == QLatin1String(",")) {
            return i; // the same key without Shift on AZERTY
        }
    }
    return -1;
}

bool ChipLine::event(QEvent* event)
{
    // A sign that chooses here is no key of the page around it.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool isPlain =
            !key.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (isPlain && indexOf(key) >= 0) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ChipLine::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT passed(); return;
    case Qt::Key_Down: focusNextChild(); return;
    case Qt::Key_Up: focusPreviousChild(); return;
    default: break;
    }
    if (const int index = indexOf(*event); index >= 0) {
        Q_EMIT picked(index);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ChipLine::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChipLine::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ChipLine::paintEvent(QPaintEvent*)
{
    if (hasFocus()) {
        QPainter painter(this);
        painter.setPen(Qt::NoPen);
        painter.setBrush(coloursFor(palette()).selection);
        painter.drawRoundedRect(rect(), 4, 4);
        drawFocusRing(&painter, rect(), palette());
    }
}

} // namespace chevet::screens
