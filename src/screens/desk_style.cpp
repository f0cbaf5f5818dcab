// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/desk_style.h"

#include "screens/look.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolBar>
#include <QToolButton>

namespace chevet::screens {

void drawFocusRing(QPainter* painter, const QRect& area, const QPalette& palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(coloursFor(palette).accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 4, 4);
    painter->restore();
}

DeskStyle::DeskStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: result.setWidth(result.width() + gridStep); [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_ToolButton:
    case CT_CheckBox:
    case CT_RadioButton:
    case CT_MenuItem: result.setHeight(qMax(result.height(), targetHeight)); break;
    default: break;
    }
    return result;
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect area = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? area.adjusted(gridStep / 2, 0, -gridStep / 2, 0) : area;
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 2 * gridStep;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return gridStep;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return 16;
    case PM_HeaderMargin: return gridStep;
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetFrameWidth: return 0;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth: return 5;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut: // the keys that matter are written out
    case SH_Widget_Animate:    // nothing moves by itself
        return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect: drawFocusRing(painter, option->rect, option->palette); return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit: {
        const auto& colours = coloursFor(option->palette);
        const bool focused = option->state.testFlag(State_HasFocus) && option->state.testFlag(State_Enabled);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        const bool framed = element == PE_FrameLineEdit || (frame != nullptr && frame->lineWidth > 0);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(element == PE_PanelLineEdit ? option->palette.brush(QPalette::Base) : Qt::NoBrush);
        painter->setPen(framed ? QPen(focused ? colours.accent : colours.quiet, focused ? 2.0 : 1.0)
                               : Qt::NoPen);
        const qreal inset = focused ? 1.0 : 0.5;
        painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), 4, 4);
        painter->restore();
        return;
    }
    case PE_IndicatorToolBarHandle: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (element == CE_ToolBar) {
        painter->fillRect(option->rect, option->palette.window());
        return;
    }
    if (element == CE_Splitter) {
        const auto middle = option->rect.center();
        painter->setPen(coloursFor(option->palette).line);
        if (option->rect.height() > option->rect.width()) {
            painter->drawLine(middle.x(), option->rect.top(), middle.x(), option->rect.bottom());
        } else {
            painter->drawLine(option->rect.left(), middle.y(), option->rect.right(), middle.y());
        }
        return;
    }
    if (element == CE_HeaderSection) {
        painter->fillRect(option->rect, option->palette.window());
        painter->setPen(coloursFor(option->palette).line);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace chevet::screens
