// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/form_check.h"

#include "screens/elided_label.h"
#include "screens/key_chip.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTextDocument>
#include <QToolButton>

#include <set>

namespace chevet::test {
namespace {

QString nameOf(const QWidget& widget)
{
    QString name = QLatin1String(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        name += QStringLiteral(" “%1”").arg(label->text().left(60));
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        name += QStringLiteral(" “%1”").arg(button->text());
    }
    return name;
}

std::vector<const QWidget*> focusable(const QWidget& root)
{
    std::vector<const QWidget*> parts;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (takesTab && widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr) {
            parts.push_back(widget);
        }
    }
    return parts;
}

bool textFits(const QLabel& label)
{
    const QRect room = label.contentsRect();
    if (label.text().isEmpty() || qobject_cast<const screens::ElidedLabel*>(&label) != nullptr) {
        return true;
    }
    if (label.wordWrap() || Qt::mightBeRichText(label.text())) {
        return label.heightForWidth(label.width()) <= label.height() + 1;
    }
    auto shown = label.text();
    if (label.buddy() != nullptr) { // the & before its letter is not painted
        shown.remove(QLatin1Char('&'));
    }
    return label.fontMetrics().horizontalAdvance(shown) <= room.width() + 1;
}

bool textFits(const QAbstractButton& button)
{
    const bool sized = qobject_cast<const QToolButton*>(&button) == nullptr || !button.text().isEmpty();
    return !sized || (button.width() >= button.sizeHint().width() &&
                      button.height() >= qMin(button.sizeHint().height(), 30));
}

/// Inside a scrolled column only the width must fit.
const QScrollArea* scrollAreaOf(const QWidget& widget)
{
    for (const auto* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (const auto* area = qobject_cast<const QScrollArea*>(parent);
            area != nullptr && area->widget()->isAncestorOf(&widget)) {
            return area;
        }
    }
    return nullptr;
}

bool standsInside(const QWidget& widget)
{
    const auto* area = scrollAreaOf(widget);
    if (area != nullptr) {
        const int left = widget.mapTo(area->viewport(), QPoint(0, 0)).x();
        return left >= 0 && left + widget.width() <= area->viewport()->width() + 1;
    }
    const QRect inWindow(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size());
    return widget.window()->rect().contains(inWindow);
}

} // namespace

QStringList namelessParts(const QWidget& root)
{
    QStringList nameless;
    for (const auto* widget : focusable(root)) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())) {
            nameless << nameOf(*widget);
        }
    }
    return nameless;
}

QStringList unreachedByTab(const QWidget& root)
{
    const auto parts = focusable(root);
    std::set<const QWidget*> reached;
    const QWidget* at = &root;
    do {
        reached.insert(at);
        at = at->nextInFocusChain();
    } while (at != &root && at != nullptr && reached.count(at) == 0);
    QStringList unreached;
    for (const auto* widget : parts) {
        if (reached.count(widget) == 0) {
            unreached << nameOf(*widget);
        }
    }
    return unreached;
}

QStringList clippedParts(const QWidget& root)
{
    QStringList clipped;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->size().isEmpty()) {
            continue;
        }
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if ((label != nullptr && !textFits(*label)) || (button != nullptr && !textFits(*button))) {
            clipped << QStringLiteral("text does not fit: %1").arg(nameOf(*widget));
        }
        const bool counts =
            label != nullptr || button != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr;
        if (counts && !standsInside(*widget)) {
            clipped << QStringLiteral("stands outside: %1").arg(nameOf(*widget));
        }
    }
    return clipped;
}

} // namespace chevet::test
