// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/key_press.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QPointer>

namespace chevet::screens {
namespace {

bool isInScope(const QAction& action, const QWidget* focused)
{
    const auto* owner = qobject_cast<const QWidget*>(action.parent());
    for (const auto* object : action.associatedObjects()) {
        const auto* widget = qobject_cast<const QWidget*>(object);
        if (widget == nullptr) {
            continue;
        }
        switch (action.shortcutContext()) {
        case Qt::WidgetShortcut:
            // The table that the action was added to, not the page that owns it.
            if (widget == focused && widget != owner) {
                return true;
            }
            break;
        case Qt::WidgetWithChildrenShortcut:
            if (widget == focused || widget->isAncestorOf(focused)) {
                return true;
            }
            break;
        default: return true;
        }
    }
    return false;
}

QAction* actionFor(const QMainWindow& window, const QKeySequence& keys, const QWidget* focused)
{
    for (auto* action : window.findChildren<QAction*>()) {
        if (action->isEnabled() && action->shortcuts().contains(keys) && isInScope(*action, focused)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

bool pressKey(QMainWindow& window, QKeyCombination keys, const QString& text)
{
    const QPointer<QWidget> focused = QApplication::focusWidget();
    if (focused == nullptr || focused->window() != &window) {
        return false;
    }
    QKeyEvent claim(QEvent::ShortcutOverride, keys.key(), keys.keyboardModifiers(), text);
    claim.ignore();
    QCoreApplication::sendEvent(focused, &claim);
    if (!claim.isAccepted()) {
        if (auto* action = actionFor(window, QKeySequence(keys), focused)) {
            action->trigger();
            return true;
        }
    }
    QKeyEvent press(QEvent::KeyPress, keys.key(), keys.keyboardModifiers(), text);
    QCoreApplication::sendEvent(focused, &press);
    if (focused != nullptr) {
        QKeyEvent release(QEvent::KeyRelease, keys.key(), keys.keyboardModifiers(), text);
        QCoreApplication::sendEvent(focused, &release);
    }
    return true;
}

bool typeText(QMainWindow& window, const QString& text)
{
    for (const QChar sign : text) {
        const auto upper = sign.toUpper().unicode();
        const auto key = upper < 128 ? static_cast<Qt::Key>(upper) : Qt::Key_unknown;
        const auto shift = sign.isUpper() ? Qt::ShiftModifier : Qt::NoModifier;
        if (!pressKey(window, QKeyCombination(shift, key), QString(sign))) {
            return false;
        }
    }
    return true;
}

} // namespace chevet::screens
