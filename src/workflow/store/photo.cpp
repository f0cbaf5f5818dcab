// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/photo.h"

#include <QBuffer>
#include <QByteArray>
#include <QImageReader>

namespace chevet::workflow {

QImage photoFrom(View jpeg)
{
    constexpr qint64 mostPixels = 64'000'000;
    auto content = QByteArray::fromRawData(reinterpret_cast<const char*>(jpeg.data()),
                                           static_cast<qsizetype>(jpeg.size()));
    QBuffer buffer(&content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "jpeg"); // the format is given: nothing else is tried on what came from afar
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > mostPixels) {
        return {};
    }
    return reader.read();
}

} // namespace chevet::workflow
