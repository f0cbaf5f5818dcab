// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/look.h"
#include "screens/pictures.h"
#include "support/catch.h"

#include <QApplication>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace chevet;
using namespace chevet::screens;

namespace {

constexpr double forText = 4.5;
constexpr double forShapes = 3.0;

const std::array themes{&lightColours(), &darkColours()};

/// Every background on which text or a shape is painted.
std::array<QColor, 3> backgroundsOf(const Colours& colours)
{
    return {colours.paper, colours.surface, colours.selection};
}

/// Where a shape is painted, without its colour: one sign per pixel.
std::vector<bool> maskOf(const QPixmap& picture)
{
    const QImage image = picture.toImage().convertToFormat(QImage::Format_ARGB32);
    std::vector<bool> mask;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            mask.push_back(qAlpha(image.pixel(x, y)) > 127);
        }
    }
    return mask;
}

double shareThatDiffers(const std::vector<bool>& one, const std::vector<bool>& other)
{
    REQUIRE(one.size() == other.size());
    std::size_t different = 0;
    std::size_t painted = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        different += one[i] != other[i] ? 1 : 0;
        painted += one[i] || other[i] ? 1 : 0;
    }
    return double(different) / double(painted);
}

} // namespace

TEST_CASE("Contrast is computed as WCAG says")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1.0));
    CHECK(contrast(QColor(0x76, 0x76, 0x76), Qt::white) == Approx(4.54).margin(0.01));
    CHECK(contrast(Qt::white, QColor(0x77, 0x77, 0x77)) == contrast(QColor(0x77, 0x77, 0x77), Qt::white));
}

TEST_CASE("Text has enough contrast on every background of both themes")
{
    for (const auto* colours : themes) {
        for (const auto& background : backgroundsOf(*colours)) {
            CHECK(contrast(colours->ink, background) >= forText);
            CHECK(contrast(colours->quiet, background) >= forText);
            CHECK(contrast(colours->accent, background) >= forText);
        }
        CHECK(contrast(colours->paper, colours->accent) >= forText); // words on what is chosen
    }
}

TEST_CASE("Priority shapes and the focus ring have enough contrast on every background of both themes")
{
    for (const auto* colours : themes) {
        for (const auto& background : backgroundsOf(*colours)) {
            for (const auto& colour : colours->priority) {
                CHECK(contrast(colour, background) >= forShapes);
            }
            CHECK(contrast(colours->accent, background) >= forShapes);
        }
    }
}

TEST_CASE("Disabled and placeholder texts of the palette stay readable")
{
    for (const auto* colours : themes) {
        const QPalette palette = paletteOf(*colours);
        CHECK(contrast(palette.color(QPalette::Disabled, QPalette::ButtonText),
                       palette.color(QPalette::Button)) >= forText);
        CHECK(contrast(palette.color(QPalette::Disabled, QPalette::Text), palette.color(QPalette::Base)) >=
              forText);
        CHECK(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= forText);
        CHECK(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
              forText);
    }
}

TEST_CASE("The four priorities are told apart without colour")
{
    std::vector<std::vector<bool>> masks;
    for (const auto& [priority, name] : clinical::Words<clinical::Priority>::all) {
        const auto picture = priorityShape(priority, QColor(128, 128, 128), 16, 1.0);
        REQUIRE_FALSE(picture.isNull());
        masks.push_back(maskOf(picture));
    }
    for (std::size_t i = 0; i < masks.size(); ++i) {
        for (std::size_t j = i + 1; j < masks.size(); ++j) {
            INFO("P" << i + 1 << " and P" << j + 1);
            CHECK(shareThatDiffers(masks[i], masks[j]) > 0.15);
        }
    }
}

TEST_CASE("The four modalities have pictures that differ")
{
    std::set<std::vector<bool>> masks;
    for (const auto& [modality, name] : clinical::Words<clinical::Modality>::all) {
        const auto picture = modalityPicture(modality, paletteOf(lightColours()), 16, 1.0);
        REQUIRE_FALSE(picture.isNull());
        masks.insert(maskOf(picture));
    }
    CHECK(masks.size() == 4);
}

TEST_CASE("A priority's picture has the colour of the theme")
{
    for (const auto* colours : themes) {
        const auto image = priorityPicture(clinical::Priority::P3, paletteOf(*colours), 16, 1.0).toImage();
        CHECK(QColor(image.pixel(8, 8)) == colours->of(clinical::Priority::P3));
    }
}

TEST_CASE("A change of theme reaches widgets that are open")
{
    Look look(*qApp);
    QLabel label(QStringLiteral("words"));
    label.show();
    look.setTheme(Theme::Dark);
    CHECK(QTest::qWaitFor([&label] { return &coloursFor(label.palette()) == &darkColours(); }));
    look.setTheme(Theme::Light);
    CHECK(QTest::qWaitFor([&label] { return &coloursFor(label.palette()) == &lightColours(); }));
    CHECK(look.theme() == Theme::Light);
}

TEST_CASE("With the system's theme the desk is as light or dark as the system and takes a change")
{
    Look look(*qApp);
    look.setTheme(Theme::System);
    QLabel label(QStringLiteral("words"));
    label.show();
    QApplication::setPalette(paletteOf(darkColours())); // as if something else had changed it
    QEvent change(QEvent::ThemeChange);
    QApplication::sendEvent(&label, &change);
    // The offscreen system is light.
    CHECK(QTest::qWaitFor([&label] { return &coloursFor(label.palette()) == &lightColours(); }));
}

TEST_CASE("Buttons and fields are at least 32 pixels high and a button takes Enter")
{
    Look look(*qApp);
    QPushButton button(QStringLiteral("Press"));
    CHECK(button.sizeHint().height() >= targetHeight);
    bool pressed = false;
    QObject::connect(&button, &QPushButton::clicked, &button, [&pressed] { pressed = true; });
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(&button, &enter);
    CHECK(pressed);
}
