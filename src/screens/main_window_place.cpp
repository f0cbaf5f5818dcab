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
constexpr qsizetype largestPlace = 64 * 1024; ///< more than Qt ever writes is rubbish
constexpr int smallestSide = 52 * gridStep;

} // namespace

void MainWindow::restorePlace()
{
    resize(firstSize);
    const auto geometry = m_settings.geometry();
    const auto layout = m_settings.layout();
    if (geometry.size() > largestPlace || !restoreGeometry(geometry)) {
        resize(firstSize);
    }
    m_sideIsPlaced = layout.size() <= largestPlace && restoreState(layout, layoutVersion);
    m_dock->hide(); // what it showed went with the vault
    m_dock->setFloating(false);
}

void MainWindow::resetLayout()
{
    m_sideIsPlaced = false;
    setWindowState(windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    resize(firstSize);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    if (m_dock->isVisible()) {
        showSide(m_dockStack->currentWidget(), qMax(smallestSide, width() * 2 / 5));
    }
    m_settings.setPlace({}, {});
}

void MainWindow::showSide(QWidget* page, int width)
{
    m_dockStack->setCurrentWidget(page);
    m_dock->show();
    if (!m_sideIsPlaced) {
        resizeDocks({m_dock}, {width}, Qt::Horizontal);
        m_sideIsPlaced = page == m_intake;
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setPlace(saveGeometry(), saveState(layoutVersion));
    leave();
    QMainWindow::closeEvent(event);
}

} // namespace chevet::screens
