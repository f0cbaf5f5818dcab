// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the study's counts to its page. Thread: gui.
#pragma once

#include "reporting/study.h"
#include "workflow/study_table.h"

#include <functional>
#include <string>

namespace chevet::workflow {

StudyReport studyReport(const reporting::Study& study,
                        const std::function<std::string(const HomeId& id)>& nameOfHome);

} // namespace chevet::workflow
