// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the window and its side pane stand: kept in clear between two days, so whatever stands in that file
// must do no harm.
#include "screens/intake_pane.h"
#include "screens/main_window.h"
#include "workflow/desk.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QStackedWidget>

namespace chevet::screens {
namespace {

constexpr int layoutVersion = 1;
constexpr QSize firstSize(1280, 800);
constexpr qsizetype largestGeometry = 4096; ///< more than Qt ever writes is rubbish
constexpr int smallestSide = 52 * gridStep;
constexpr int largestSide = 500 * gridStep;

/// "version width". QMainWindow::restoreState would keep the same single number, and fall over a spoilt file.
QByteArray layoutOf(int sideWidth)
{
    return QByteArray::number(layoutVersion) + ' ' + QByteArray::number(sideWidth);
}

std::optional<int> sideWidthOf(const QByteArray& layout)
{
    const auto parts = layout.split(' ');
    bool isNumber = false;
    const int width = parts.size() == 2 ? parts[1].toInt(&isNumber) : 0;
    const bool isKnown = isNumber && parts[0] == QByteArray::number(layoutVersion) && width >= smallestSide &&
                         width <= largestSide;
    return isKnown ? std::optional(width) : std::nullopt;
}

} // namespace

void MainWindow::restorePlace()
{
    resize(firstSize);
    const auto geometry = m_settings.geometry();
    if (geometry.size() > largestGeometry || !restoreGeometry(geometry)) {
        resize(firstSize);
    }
    m_sideWidth = sideWidthOf(m_settings.layout());
}

void MainWindow::resetLayout()
{
    setWindowState(windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    resize(firstSize);
    m_sideWidth.reset();
    if (m_dock->isVisible() && m_dockStack->currentWidget() == m_intake) {
        resizeDocks({m_dock}, {usualSideWidth()}, Qt::Horizontal);
    }
    m_settings.setPlace({}, {});
}

int MainWindow::usualSideWidth() const
{
    return qMax(smallestSide, width() * 2 / 5);
}

void MainWindow::showCall()
{
    m_dockStack->setCurrentWidget(m_intake);
    if (!m_dock->isVisible()) {
        m_dock->show();
        resizeDocks({m_dock}, {m_sideWidth.value_or(usualSideWidth())}, Qt::Horizontal);
    }
}

void MainWindow::hideSide()
{
    if (m_dock->isVisible() && m_dockStack->currentWidget() == m_intake) {
        const bool isMoved = qAbs(m_dock->width() - usualSideWidth()) > gridStep;
        m_sideWidth = isMoved ? std::optional(m_dock->width()) : std::nullopt;
    }
    m_dock->hide();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    hideSide();
    m_settings.setPlace(saveGeometry(), m_sideWidth ? layoutOf(*m_sideWidth) : QByteArray());
    leave();
    QMainWindow::closeEvent(event);
}

} // namespace chevet::screens
