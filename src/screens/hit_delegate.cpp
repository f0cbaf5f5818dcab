// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/hit_delegate.h"

#include "screens/look.h"

#include <QPainter>

namespace chevet::screens {
namespace {

constexpr int hitHeight = 7 * gridStep;

} // namespace

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& colours = coloursFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected ? colours.selection : colours.paper);
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (selected && option.widget != nullptr && option.widget->hasFocus()) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 4, option.rect.height()),
                          colours.accent);
    }
    const QRect room = option.rect.adjusted(2 * gridStep, gridStep / 2, -gridStep, -gridStep / 2);
    const QRect upper(room.left(), room.top(), room.width(), room.height() / 2);
    const QRect lower = upper.translated(0, room.height() / 2);
    const auto draw = [painter](const QFont& font, const QColor& colour, const QRect& area,
                                Qt::Alignment side, const QString& text) {
        painter->setFont(font);
        painter->setPen(colour);
        const QFontMetrics metrics(font);
        painter->drawText(area, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideRight, area.width()));
        return metrics.horizontalAdvance(text);
    };
    const QString when = index.data(WhenRole).toString();
    const int whenWidth = draw(option.font, colours.quiet, upper, Qt::AlignRight, when) + gridStep;
    const QRect names = upper.adjusted(0, 0, -whenWidth, 0);
    const int who =
        draw(emphasisedFont(option.font), colours.ink, names, Qt::AlignLeft, index.data(WhoRole).toString());
    draw(option.font, colours.quiet, names.adjusted(qMin(who + 2 * gridStep, names.width()), 0, 0, 0),
         Qt::AlignLeft, index.data(WhereRole).toString());
    draw(option.font, colours.ink, lower, Qt::AlignLeft, index.data(ExcerptRole).toString().simplified());
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), hitHeight};
}

} // namespace chevet::screens
