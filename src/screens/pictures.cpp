// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/pictures.h"

#include "screens/look.h"

#include <QPainter>

// Resources of a static library are linked only if something names them; the macro must stand outside a
// namespace.
// NOLINTNEXTLINE(misc-use-anonymous-namespace): the macro declares what it calls in the namespace around it
static void initPictureResources()
{
    Q_INIT_RESOURCE(screens);
}

namespace chevet::screens {
namespace {

QPixmap tinted(const QIcon& icon, const QColor& colour, int side, qreal ratio)
{
    QPixmap picture = icon.pixmap(QSize(side, side), ratio);
    if (picture.isNull()) {
        return picture;
    }
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), colour);
    return picture;
}

QIcon ownIcon(std::string_view name)
{
    static const bool ready = [] {
        initPictureResources();
        return true;
    }();
    return ready
               ? QIcon(
                     QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name.data(), qsizetype(name.size()))))
               : QIcon();
}

} // namespace

QPixmap priorityShape(clinical::Priority priority, const QColor& colour, int side, qreal ratio)
{
    return tinted(ownIcon(clinical::nameOf(priority)), colour, side, ratio);
}

QPixmap priorityPicture(clinical::Priority priority, const QPalette& palette, int side, qreal ratio)
{
    return priorityShape(priority, coloursFor(palette).of(priority), side, ratio);
}

QPixmap modalityPicture(clinical::Modality modality, const QPalette& palette, int side, qreal ratio)
{
    return tinted(ownIcon(clinical::nameOf(modality)), coloursFor(palette).ink, side, ratio);
}

QIcon symbol(const QString& freedesktopName, const QPalette& palette)
{
    const QIcon icon = freedesktopName.isEmpty() ? QIcon() : QIcon::fromTheme(freedesktopName);
    if (icon.isNull()) {
        return {};
    }
    QIcon result;
    for (const int side : {16, 22, 32}) {
        for (const qreal ratio : {1.0, 2.0}) {
            result.addPixmap(tinted(icon, coloursFor(palette).ink, side, ratio));
        }
    }
    return result;
}

void findIconTheme()
{
    // A desktop without settings of its own names no folder to look in.
    QStringList folders = QIcon::themeSearchPaths();
    if (const QString shared = QStringLiteral("/usr/share/icons"); !folders.contains(shared)) {
        QIcon::setThemeSearchPaths(folders << shared);
    }
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == QLatin1String("hicolor")) {
        QIcon::setThemeName(QStringLiteral("breeze"));
    }
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
}

} // namespace chevet::screens
