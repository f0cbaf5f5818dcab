// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/lookup_field.h"

#include "screens/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace chevet::screens {
namespace {

constexpr int linesShown = 5;

} // namespace

LookupField::LookupField(QWidget* parent) : QWidget(parent)
{
    m_edit = new QLineEdit(this);
    m_edit->installEventFilter(this);
    m_list = new QListWidget(this);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_open = true;
        m_waiting = false;
        Q_EMIT typed(text.trimmed());
    });
    connect(m_list, &QListWidget::itemClicked, this, [this] { take(); });
}

void LookupField::setUp(const QString& editName, const QString& accessibleName, const QString& placeholder)
{
    m_edit->setObjectName(editName);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setPlaceholderText(placeholder);
    m_list->setObjectName(editName + QStringLiteral("Hits"));
    m_list->setAccessibleName(tr("Found for %1").arg(accessibleName));
}

QString LookupField::typedText() const
{
    return m_edit->text().trimmed();
}

void LookupField::setHits(const QString& typedText, const QStringList& hits, const QString& newLine)
{
    if (!m_open || typedText != this->typedText()) {
        return;
    }
    m_list->clear();
    m_hits = static_cast<int>(hits.size());
    m_answered = typedText;
    m_list->addItems(hits);
    if (!newLine.isEmpty()) {
        m_list->addItem(newLine);
    }
    for (int i = 0; i < m_list->count(); ++i) {
        m_list->item(i)->setSizeHint(QSize(0, targetHeight));
    }
    m_list->setCurrentRow(0);
    m_list->setVisible(m_list->count() > 0);
    fitList();
    if (m_waiting) {
        m_waiting = false;
        take();
    }
}

void LookupField::offer(const QStringList& hits, const QString& newLine)
{
    m_open = true;
    m_waiting = false;
    setHits(typedText(), hits, newLine);
}

/// Grows only, as long as the same thing is looked for: what stands below must not move with every letter,
/// and laying the whole column out anew is the dearest part of showing an answer.
void LookupField::fitList()
{
    m_lines = qMax(m_lines, qMin(m_list->count(), linesShown));
    const int height = m_lines * targetHeight + 2 * m_list->frameWidth();
    if (m_list->minimumHeight() != height) {
        m_list->setFixedHeight(height);
    }
}

void LookupField::settle(const QString& text)
{
    m_open = false;
    m_waiting = false;
    clearHits();
    if (m_edit->text() != text) {
        m_edit->setText(text);
    }
}

void LookupField::clearHits()
{
    m_answered.clear();
    m_hits = 0;
    m_lines = 0;
    m_list->clear();
    m_list->hide();
}

void LookupField::take()
{
    if (!m_open) {
        Q_EMIT passed();
        return;
    }
    if (typedText().isEmpty() && (!m_takesWithoutLetters || m_list->count() == 0)) {
        m_open = false;
        clearHits();
        Q_EMIT passed();
        return;
    }
    if (m_answered != typedText()) {
        m_waiting = true;
        return;
    }
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_hits) {
        Q_EMIT chosen(row);
    } else if (row >= 0) {
        Q_EMIT newWanted();
    }
}

bool LookupField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (key->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier)) {
                break;
            }
            take();
            return true;
        case Qt::Key_Down:
        case Qt::Key_Up:
            if (m_list->isVisible()) {
                const int step = key->key() == Qt::Key_Down ? 1 : -1;
                m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
                return true;
            }
            break;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chevet::screens
