// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/timeline.h"

#include "screens/look.h"
#include "workflow/sentences.h"

#include <QListView>
#include <QPainter>

#include <algorithm>

namespace chevet::screens {
namespace {

constexpr int lineWidth = 2;
constexpr int indent = 3 * gridStep;

struct Parts
{
    QString head;
    QString title;
    QString text;
    QString mark;
};

Parts partsOf(const QModelIndex& index)
{
    return {index.data(TimelineModel::WhoRole).toString(), index.data(TimelineModel::TitleRole).toString(),
            index.data(TimelineModel::TextRole).toString(), index.data(TimelineModel::MarkRole).toString()};
}

int wrappedHeight(const QFont& font, const QString& text, int width)
{
    return text.isEmpty() ? 0
                          : QFontMetrics(font)
                                .boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap, text)
                                .height();
}

QFont struck(QFont font, bool withdrawn)
{
    font.setStrikeOut(withdrawn);
    return font;
}

} // namespace

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || m_words.clock == nullptr) {
        return {};
    }
    const auto& entry = m_entries.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case TitleRole: return workflow::entryTitle(entry, m_words);
    case TextRole: return workflow::entryText(entry, m_words);
    case WhoRole:
        return tr("%1 · %2, %3")
            .arg(workflow::timeText(entry.at, m_words.clock->now(), *m_words.clock),
                 QString::fromStdString(entry.authorName), workflow::word(entry.authorRole));
    case WithdrawnRole: return entry.withdrawn;
    case MarkRole:
        return entry.withdrawn ? tr("withdrawn: %1").arg(QString::fromStdString(entry.withdrawnReason))
               : entry.contested
                   ? tr("two values stand side by side: one of you settles it, by the keys on the right")
                   : QString();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{data(index, WhoRole).toString(), data(index, TitleRole).toString(),
                          data(index, TextRole).toString(), data(index, MarkRole).toString()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(". "));
    }
    default: return {};
    }
}

void TimelineModel::show(const std::vector<clinical::TimelineEntry>& entries,
                         const workflow::EntryWords& words)
{
    m_words = words;
    const bool grows =
        entries.size() > m_entries.size() && std::equal(m_entries.begin(), m_entries.end(), entries.begin());
    if (grows && !m_entries.empty()) {
        beginInsertRows({}, rowCount(), static_cast<int>(entries.size()) - 1);
        m_entries = entries;
        endInsertRows();
    } else if (entries != m_entries) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
    } else if (!entries.empty()) { // somebody who is named may be called otherwise now
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const auto& colours = coloursFor(option.palette);
    const auto parts = partsOf(index);
    const bool withdrawn = index.data(TimelineModel::WithdrawnRole).toBool();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = selected && option.widget != nullptr && option.widget->hasFocus();
    painter->save();
    painter->fillRect(option.rect, focused ? colours.selection : colours.surface);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(QRect(option.rect.left() + gridStep - lineWidth / 2, option.rect.top(), lineWidth,
                            option.rect.height()),
                      colours.line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(focused ? colours.accent : colours.quiet);
    painter->drawEllipse(QPointF(option.rect.left() + gridStep, option.rect.top() + gridStep + 7), 4, 4);

    QRect room = option.rect.adjusted(indent, gridStep, -gridStep, 0);
    const auto draw = [&](const QFont& font, const QColor& colour, const QString& text) {
        if (text.isEmpty()) {
            return;
        }
        painter->setFont(font);
        painter->setPen(colour);
        QRect used;
        painter->drawText(room, Qt::TextWordWrap, text, &used);
        room.setTop(used.bottom() + 1);
    };
    draw(option.font, colours.quiet, parts.head);
    draw(struck(emphasisedFont(option.font), withdrawn), colours.ink, parts.title);
    draw(struck(option.font, withdrawn), colours.ink, parts.text);
    draw(emphasisedFont(option.font), colours.quiet, parts.mark);
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = (view != nullptr ? view->viewport()->width() : option.rect.width()) - indent - gridStep;
    const auto parts = partsOf(index);
    const QFont heavy = emphasisedFont(option.font);
    const int height =
        wrappedHeight(option.font, parts.head, width) + wrappedHeight(heavy, parts.title, width) +
        wrappedHeight(option.font, parts.text, width) + wrappedHeight(heavy, parts.mark, width);
    return {width, height + 2 * gridStep};
}

} // namespace chevet::screens
