// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Single instance by a local socket in the user's runtime folder, named after the vault. What a killed
// process leaves there answers nobody and is swept away by the next start. Thread: gui.
#pragma once

#include "workflow/single_instance.h"

#include <memory>

namespace chevet::platform {

class LocalSingleInstance final : public workflow::SingleInstance
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalSingleInstance)

public:
    explicit LocalSingleInstance(QObject* parent = nullptr);
    ~LocalSingleInstance() override;

    /// First, too, if no socket can be made: then the vault's lock alone keeps a second writer out.
    Place claim(const std::filesystem::path& vault) override;

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::platform
