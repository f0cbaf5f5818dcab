// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fusion with our measures: targets of 32 pixels, rows of 40, a focus ring of two pixels in the accent, flat
// separators. It has no colour of its own; all come from the palette. Thread: gui.
#pragma once

#include <QProxyStyle>

namespace chevet::screens {

class DeskStyle : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

/// The ring that shows where the keyboard is; drawn inside `area`.
void drawFocusRing(QPainter* painter, const QRect& area, const QPalette& palette);

} // namespace chevet::screens
