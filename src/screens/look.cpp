// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/look.h"

#include "screens/desk_style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace chevet::screens {
namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

} // namespace

const Colours& lightColours()
{
    static const Colours colours{
        .paper = QColor(0xFF, 0xFF, 0xFF),
        .ink = QColor(0x1B, 0x20, 0x26),
        .surface = QColor(0xF2, 0xF4, 0xF5),
        .line = QColor(0xD3, 0xD8, 0xDC),
        .quiet = QColor(0x58, 0x62, 0x6C),
        .accent = QColor(0x0F, 0x69, 0x66),
        .selection = QColor(0xDC, 0xEC, 0xEB),
        .priority = {QColor(0xC9, 0x55, 0x00), QColor(0xA8, 0x70, 0x00), QColor(0x00, 0x72, 0xB2),
                     QColor(0x58, 0x62, 0x6C)},
    };
    return colours;
}

const Colours& darkColours()
{
    static const Colours colours{
        .paper = QColor(0x1A, 0x1E, 0x22),
        .ink = QColor(0xE6, 0xE9, 0xEC),
        .surface = QColor(0x24, 0x29, 0x2E),
        .line = QColor(0x3B, 0x43, 0x4A),
        .quiet = QColor(0xA5, 0xAF, 0xB8),
        .accent = QColor(0x5F, 0xC4, 0xBC),
        .selection = QColor(0x24, 0x40, 0x40),
        .priority = {QColor(0xF5, 0x80, 0x30), QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9),
                     QColor(0xA5, 0xAF, 0xB8)},
    };
    return colours;
}

const Colours& coloursFor(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours& colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.surface);
    palette.setColor(QPalette::WindowText, colours.ink);
    palette.setColor(QPalette::Base, colours.paper);
    palette.setColor(QPalette::AlternateBase, colours.surface);
    palette.setColor(QPalette::Text, colours.ink);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.ink);
    palette.setColor(QPalette::BrightText, colours.ink);
    palette.setColor(QPalette::ToolTipBase, colours.paper);
    palette.setColor(QPalette::ToolTipText, colours.ink);
    palette.setColor(QPalette::PlaceholderText, colours.quiet);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.paper);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::Light, colours.paper);
    palette.setColor(QPalette::Midlight, colours.surface);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.line);
    palette.setColor(QPalette::Shadow, colours.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colours.quiet);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colours.ink);
    return palette;
}

double contrast(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QFont emphasisedFont(const QFont& body)
{
    QFont font(body);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont largeFont(const QFont& body)
{
    QFont font = emphasisedFont(body);
    if (QApplication::font().pointSizeF() > 0) {
        font.setPointSizeF(QApplication::font().pointSizeF() * 1.4);
    } else {
        font.setPixelSize(QApplication::font().pixelSize() * 7 / 5);
    }
    return font;
}

void makeLarge(QLabel* label)
{
    label->setFont(largeFont(label->font()));
}

void makeEmphasised(QLabel* label)
{
    label->setFont(emphasisedFont(label->font()));
}

void makeQuiet(QLabel* label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

Look::Look(QApplication& application) : m_application(application)
{
    QApplication::setStyle(new DeskStyle); // the application owns it
    m_application.installEventFilter(this);
    apply();
}

Look::~Look() = default;

void Look::setTheme(Theme theme)
{
    m_theme = theme;
    apply();
}

bool Look::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 has no colour scheme to ask for: the lightness of the system's own palette tells.
    if (event->type() == QEvent::ThemeChange && m_theme == Theme::System && !m_applying) {
        apply();
    }
    if (event->type() == QEvent::KeyPress) {
        // Outside dialogs Qt presses a button by Space only.
        const auto* key = static_cast<QKeyEvent*>(event);
        auto* button = qobject_cast<QAbstractButton*>(watched);
        if (button != nullptr && key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Return) {
            button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void Look::apply()
{
    m_applying = true;
    bool dark = m_theme == Theme::Dark;
    if (m_theme == Theme::System) {
        QApplication::setPalette(QPalette()); // the system's own
        dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    }
    QApplication::setPalette(paletteOf(dark ? darkColours() : lightColours()));
    m_applying = false;
}

} // namespace chevet::screens
