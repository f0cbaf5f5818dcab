// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/queue_table.h"

#include "screens/look.h"
#include "screens/queue_delegate.h"
#include "workflow/queue_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <array>

namespace chevet::screens {
namespace {

using Model = workflow::QueueModel;

struct ColumnFit
{
    int column;
    int least;     ///< pixels at widthScale 1
    int share;     ///< of the room that is left
    int shownFrom; ///< the table's width from which it is shown
};

constexpr std::array<ColumnFit, 8> columnFits{{
    {Model::PriorityColumn, 72, 0, 0},
    {Model::DueColumn, 124, 0, 0},
    {Model::ResidentColumn, 168, 4, 0},
    {Model::HomeColumn, 140, 2, 760},
    {Model::MotiveColumn, 96, 2, 560},
    {Model::AnswerColumn, 120, 3, 420},
    {Model::LastWordColumn, 160, 5, 940},
    {Model::OwnerColumn, 72, 0, 720},
}};

/// How wide letters are: a font may be low and wide, so its height says nothing about the columns.
double widthScale(const QFontMetrics& font)
{
    constexpr double sampleAtReference = 298;
    return font.horizontalAdvance(QStringLiteral("Priority abcdefghijklmnopqrstuvwxyz 0123456789")) /
           sampleAtReference;
}

} // namespace

QueueTable::QueueTable(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new QueueDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(screens::rowHeight);
    verticalHeader()->setDefaultSectionSize(screens::rowHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFixedHeight(targetHeight);
    horizontalHeader()->setMinimumSectionSize(0);
}

void QueueTable::setModel(QAbstractItemModel* newModel)
{
    if (model() != nullptr) {
        model()->disconnect(this);
    }
    QTableView::setModel(newModel);
    if (newModel == nullptr) {
        return;
    }
    // Connected after the view's own slots, so that it has taken the change in when `hold` runs.
    connect(newModel, &QAbstractItemModel::rowsAboutToBeInserted, this, &QueueTable::remember);
    connect(newModel, &QAbstractItemModel::rowsAboutToBeRemoved, this, &QueueTable::remember);
    connect(newModel, &QAbstractItemModel::rowsAboutToBeMoved, this, &QueueTable::remember);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, &QueueTable::hold);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, &QueueTable::hold);
    connect(newModel, &QAbstractItemModel::rowsMoved, this, &QueueTable::hold);
    connect(newModel, &QAbstractItemModel::modelReset, this, &QueueTable::release);
    if (const auto* queue = qobject_cast<const Model*>(newModel)) { // many at once: settled once
        connect(queue, &Model::rowsAboutToChange, this, &QueueTable::remember);
        connect(queue, &Model::rowsChanged, this, &QueueTable::hold);
    }
    fitColumns();
}

void QueueTable::remember()
{
    if (m_changes++ > 0 || !currentIndex().isValid()) {
        return;
    }
    executeDelayedItemsLayout();
    const int top = rowViewportPosition(currentIndex().row());
    const bool inSight = top > -screens::rowHeight && top < viewport()->height();
    m_heldTop = inSight ? std::optional(top) : std::nullopt;
}

void QueueTable::hold()
{
    if (--m_changes > 0 || !m_heldTop) {
        return;
    }
    if (!currentIndex().isValid()) {
        release();
        return;
    }
    m_wanted = currentIndex().row() * screens::rowHeight - *m_heldTop;
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(*m_wanted);
}

void QueueTable::release()
{
    m_wanted.reset();
    m_heldTop.reset();
    updateGeometries();
}

void QueueTable::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_wanted) {
        // Near the ends the row can only stay in its place with some empty room above or below the list.
        auto* bar = verticalScrollBar();
        bar->setRange(qMin(bar->minimum(), *m_wanted), qMax(bar->maximum(), *m_wanted));
    }
}

void QueueTable::selectRowNumber(int row)
{
    if (model() != nullptr && row >= 0 && row < model()->rowCount()) {
        setCurrentIndex(model()->index(row, 0));
    }
}

void QueueTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    if (m_changes == 0 && m_wanted) {
        release();
    }
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

void QueueTable::wheelEvent(QWheelEvent* event)
{
    release();
    QTableView::wheelEvent(event);
}

void QueueTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier)) {
            event->ignore();
        } else if (currentIndex().isValid()) {
            Q_EMIT opened(currentIndex());
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void QueueTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto index = indexAt(event->position().toPoint()); index.isValid()) {
        Q_EMIT opened(index);
    }
}

void QueueTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid()) {
        selectRowNumber(0);
    }
}

void QueueTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void QueueTable::fitColumns()
{
    if (model() == nullptr) {
        return;
    }
    const double scale = widthScale(fontMetrics());
    const int width = viewport()->width();
    int left = width;
    int shares = 0;
    for (const auto& fit : columnFits) {
        const bool shown = width >= static_cast<int>(fit.shownFrom * scale);
        setColumnHidden(fit.column, !shown);
        if (shown) {
            left -= static_cast<int>(fit.least * scale);
            shares += fit.share;
        }
    }
    left = qMax(left, 0);
    for (const auto& fit : columnFits) {
        if (!isColumnHidden(fit.column)) {
            setColumnWidth(fit.column, static_cast<int>(fit.least * scale) +
                                           (shares > 0 ? left * fit.share / shares : 0));
        }
    }
}

} // namespace chevet::screens
