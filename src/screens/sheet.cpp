// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/sheet.h"

#include "screens/look.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace chevet::screens {
namespace {

/// Every letter of `letters` in `text`, in this order.
bool matches(const QString& text, const QString& letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        if (letter.isSpace()) {
            continue;
        }
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0) {
            return false;
        }
        ++at;
    }
    return true;
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const auto& shortcut : action.shortcuts()) {
        keys << shortcut.toString(QKeySequence::NativeText);
    }
    return keys.join(QStringLiteral(", "));
}

} // namespace

Sheet::Sheet(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("sheet"));
    m_title = new QLabel(this);
    makeLarge(m_title);
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("paletteEdit"));
    m_words->setAccessibleName(tr("What do you want to do?"));
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("sheetList"));
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("sheetText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->hide();
    layout->addWidget(m_text, 1);
    m_text->installEventFilter(this);
    m_words->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &Sheet::narrow);
    connect(m_list, &QTreeWidget::itemActivated, this, &Sheet::trigger);
    hide();
}

void Sheet::showLines(const QString& title, const QList<Line>& lines)
{
    m_actions.clear();
    m_list->clear();
    m_title->setText(title);
    m_words->hide();
    for (const auto& line : lines) {
        auto* item = new QTreeWidgetItem(m_list, {line.what, line.key});
        item->setSizeHint(0, QSize(0, targetHeight));
    }
    open(m_list);
}

void Sheet::showText(const QString& title, const QString& html)
{
    m_actions.clear();
    m_list->clear();
    m_title->setText(title);
    m_words->hide();
    m_text->setAccessibleName(title);
    m_text->setHtml(html);
    open(m_text);
}

void Sheet::showActions(const QList<QAction*>& actions)
{
    m_actions.clear();
    for (auto* action : actions) {
        m_actions.append(action);
    }
    m_title->setText(tr("Actions"));
    m_words->clear();
    m_words->show();
    narrow();
    open(m_words);
}

void Sheet::open(QWidget* focus)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    m_text->setVisible(focus == m_text);
    m_list->setVisible(focus != m_text);
    place();
    show();
    raise();
    focus->setFocus(Qt::OtherFocusReason);
    if (m_list->topLevelItemCount() > 0) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
}

void Sheet::close()
{
    if (!isVisible()) {
        return;
    }
    const bool hadKeyboard = m_words->hasFocus() || m_list->hasFocus() || m_text->hasFocus();
    hide();
    if (hadKeyboard && m_before != nullptr) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

void Sheet::place()
{
    const QSize room = parentWidget()->size();
    const QSize size =
        QSize(70 * gridStep, 56 * gridStep).boundedTo(room - QSize(8 * gridStep, 10 * gridStep));
    setGeometry((room.width() - size.width()) / 2, 4 * gridStep, size.width(), size.height());
}

void Sheet::narrow()
{
    m_list->clear();
    for (const auto& action : std::as_const(m_actions)) {
        if (action != nullptr && matches(action->text(), m_words->text())) {
            auto* item = new QTreeWidgetItem(m_list, {action->text(), keysOf(*action)});
            item->setData(0, Qt::UserRole, QVariant::fromValue<QObject*>(action.data()));
            item->setSizeHint(0, QSize(0, targetHeight));
        }
    }
    if (m_list->topLevelItemCount() > 0) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
}

void Sheet::trigger()
{
    const auto* item = m_list->currentItem();
    const QPointer<QAction> action =
        item != nullptr ? qobject_cast<QAction*>(item->data(0, Qt::UserRole).value<QObject*>()) : nullptr;
    close();
    if (action != nullptr) {
        action->trigger();
    }
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget())) {
        close();
    }
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) { // ours, not the window's
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
        case Qt::Key_F1: close(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: trigger(); return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched == m_words) {
                QCoreApplication::sendEvent(m_list, event);
                return true;
            }
            break;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Sheet::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    close();
}

void Sheet::paintEvent(QPaintEvent*)
{
    const auto& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.surface);
    painter.setPen(QPen(colours.quiet, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace chevet::screens
