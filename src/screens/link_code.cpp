// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/link_code.h"

#include <qrcodegen/qrcodegen.hpp>

namespace chevet::screens {

QImage linkCode(const QString& link)
{
    if (link.isEmpty()) {
        return {};
    }
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(link.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QImage picture(code.getSize(), code.getSize(), QImage::Format_RGB32);
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x) {
                picture.setPixel(x, y, code.getModule(x, y) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
            }
        }
        return picture;
    } catch (const qrcodegen::data_too_long&) {
        return {};
    }
}

} // namespace chevet::screens
