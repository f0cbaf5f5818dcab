// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The study as a page of text and as JSON (docs/STUDY.md).
#pragma once

#include "reporting/study.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>

namespace chevet::commands {

using NameOfHome = std::function<std::string(const HomeId& id)>;

void printStudy(const reporting::Study& study, const NameOfHome& nameOfHome);
nlohmann::ordered_json studyToJson(const reporting::Study& study, const NameOfHome& nameOfHome);

} // namespace chevet::commands
