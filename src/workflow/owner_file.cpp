// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/owner_file.h"

#include <QFile>
#include <QSaveFile>

namespace chevet::workflow {

bool writeForOwner(const QString& path, const std::string& text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.commit();
}

} // namespace chevet::workflow
