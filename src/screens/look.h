// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The look of every screen in one place: colours, sizes, fonts and the style. Fusion with two palettes of our
// own: one accent, three greys and four priority colours with the hues of Okabe and Ito, darkened or
// lightened until a shape stands out 3:1 from every background that it is painted on. Nothing else has a
// colour. Thread: gui.
#pragma once

#include "clinical/terms.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

#include <array>

class QApplication;
class QLabel;

namespace chevet::screens {

enum class Theme
{
    System,
    Light,
    Dark
};

/// Everything stands on a grid of eight pixels.
inline constexpr int gridStep = 8;
inline constexpr int rowHeight = 40;
inline constexpr int targetHeight = 32;

struct Colours
{
    QColor paper;     ///< behind lists and fields
    QColor ink;       ///< text
    QColor surface;   ///< grey 1: behind everything else
    QColor line;      ///< grey 2: separators
    QColor quiet;     ///< grey 3: secondary text, outlines
    QColor accent;    ///< focus, default action, what is chosen
    QColor selection; ///< the accent laid thinly over paper
    std::array<QColor, 4> priority;

    QColor of(clinical::Priority which) const { return priority.at(static_cast<std::size_t>(which) - 1); }
};

const Colours& lightColours();
const Colours& darkColours();
/// The colours that belong to a palette: a widget asks with its own and so follows a change of theme by
/// itself.
const Colours& coloursFor(const QPalette& palette);
QPalette paletteOf(const Colours& colours);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrast(const QColor& one, const QColor& other);

/// The second type size, emphasised: who, where, what now.
QFont largeFont(const QFont& body);
QFont emphasisedFont(const QFont& body);
/// Labels in forms are plain; these give one its part.
void makeLarge(QLabel* label);
void makeEmphasised(QLabel* label);
/// Secondary text: grey in both themes.
void makeQuiet(QLabel* label);

/// Sets style and palette of the application and follows the system while the theme is System.
class Look : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Look)

public:
    explicit Look(QApplication& application);
    ~Look() override;

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QApplication& m_application;
    Theme m_theme = Theme::System;
    bool m_applying = false;
};

} // namespace chevet::screens
