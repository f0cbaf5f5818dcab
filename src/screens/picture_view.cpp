// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/picture_view.h"

#include "screens/look.h"

#include <QPainter>

namespace chevet::screens {
namespace {

constexpr int ownWidth = 20 * gridStep;
constexpr int largestModule = 6; ///< pixels of the screen
constexpr int quietZone = 4;     ///< modules, as the standard asks

QRect fitted(const QSize& size, const QRect& area)
{
    QRect place({0, 0}, size.scaled(area.size(), Qt::KeepAspectRatio));
    place.moveCenter(area.center());
    return place;
}

} // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Picture of the bedside"));
    setMinimumSize(30 * gridStep, 14 * gridStep);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureView::showPicture(const QImage& picture)
{
    if (!m_isFrozen || picture.isNull()) {
        m_isFrozen = m_isFrozen && !picture.isNull(); // what may not be shown is not kept frozen either
        m_picture = picture;
        update();
    }
}

void PictureView::showOwnPicture(const QImage& picture)
{
    m_own = picture;
    update();
}

void PictureView::showCode(const QImage& code)
{
    m_code = code;
    update();
}

void PictureView::showWords(const QString& words)
{
    if (words != m_words) {
        m_words = words;
        setAccessibleDescription(words);
        update();
    }
}

void PictureView::freeze(bool isFrozen)
{
    m_isFrozen = isFrozen && !m_picture.isNull();
    update();
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto& colours = coloursFor(palette());
    painter.fillRect(rect(), m_picture.isNull() ? colours.paper : QColor(Qt::black));
    if (m_picture.isNull()) {
        paintWords(painter, rect());
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(fitted(m_picture.size(), rect()), m_picture);
    }
    if (m_isFrozen) {
        const QRect mark(gridStep, gridStep, 16 * gridStep, targetHeight);
        painter.fillRect(mark, colours.surface);
        painter.setPen(colours.ink);
        painter.setFont(emphasisedFont(font()));
        painter.drawText(mark, Qt::AlignCenter, tr("Frozen (Shift+F5)"));
    }
    paintOwn(painter);
    painter.setPen(colours.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PictureView::paintWords(QPainter& painter, const QRect& area) const
{
    QRect below = area.adjusted(3 * gridStep, 3 * gridStep, -3 * gridStep, -3 * gridStep);
    if (!m_code.isNull()) {
        const int modules = m_code.width() + 2 * quietZone;
        const int module = qBound(1, qMin(below.width(), below.height() * 2 / 3) / modules, largestModule);
        QRect place(0, 0, modules * module, modules * module);
        place.moveCenter(below.center());
        place.moveTop(below.top());
        painter.fillRect(place, Qt::white);
        const int margin = quietZone * module;
        painter.drawImage(place.adjusted(margin, margin, -margin, -margin), m_code);
        below.setTop(place.bottom() + 2 * gridStep);
    }
    painter.setPen(coloursFor(palette()).ink);
    const auto align = m_code.isNull() ? Qt::AlignCenter : Qt::AlignHCenter | Qt::AlignTop;
    painter.drawText(below, static_cast<int>(align) | Qt::TextWordWrap, m_words);
}

void PictureView::paintOwn(QPainter& painter) const
{
    if (m_own.isNull()) {
        return;
    }
    QRect place({0, 0}, m_own.size().scaled(ownWidth, ownWidth, Qt::KeepAspectRatio));
    place.moveBottomRight(rect().bottomRight() - QPoint(gridStep, gridStep));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_own);
    painter.setPen(coloursFor(palette()).line);
    painter.drawRect(place);
}

} // namespace chevet::screens
