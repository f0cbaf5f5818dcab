// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/queue_delegate.h"

#include "screens/look.h"
#include "screens/pictures.h"
#include "workflow/queue_model.h"

#include <QPainter>

namespace chevet::screens {
namespace {

using Model = workflow::QueueModel;

constexpr int shapeSide = 16;

void drawPicture(QPainter* painter, const QPixmap& picture, QRect& room)
{
    painter->drawPixmap(room.left(), room.center().y() - shapeSide / 2 + 1, picture);
    room.setLeft(room.left() + shapeSide + gridStep);
}

} // namespace

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const auto& colours = coloursFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected ? colours.selection : colours.paper);
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
    if (focused) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 2),
                          colours.accent);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                          colours.accent);
    }

    QRect room = option.rect.adjusted(gridStep, 0, -gridStep, 0);
    const qreal ratio = painter->device()->devicePixelRatioF();
    const int column = index.column();
    const bool overdue = index.data(Model::OverdueRole).toBool();
    if (column == Model::PriorityColumn) {
        const auto priority =
            clinical::fromStored<clinical::Priority>(index.data(Model::PriorityRole).toUInt());
        if (priority) {
            drawPicture(painter, priorityPicture(*priority, option.palette, shapeSide, ratio), room);
        }
    } else if (column == Model::AnswerColumn) {
        const auto modality =
            clinical::fromStored<clinical::Modality>(index.data(Model::ModalityRole).toUInt());
        if (modality) {
            drawPicture(painter, modalityPicture(*modality, option.palette, shapeSide, ratio), room);
        }
    }
    const bool heavy = column == Model::ResidentColumn || column == Model::PriorityColumn ||
                       (column == Model::DueColumn && overdue);
    painter->setFont(heavy ? emphasisedFont(option.font) : option.font);
    painter->setPen(column == Model::LastWordColumn ? colours.quiet : colours.ink);
    const QString words =
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words);
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
}

} // namespace chevet::screens
