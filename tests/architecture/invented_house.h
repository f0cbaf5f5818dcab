// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A small house with four layers, for the tests of the checks.
#pragma once

#include "architecture/include_rules.h"

namespace chevet::architecture {

inline constexpr const char* inventedDocument = R"(
# A house
<!-- layers -->
| # | folder | responsible for | may include | its public headers | outside libraries |
|---|---|---|---|---|---|
| 1 | `ground` | g | none | the same | `logger` |
| 2 | `words` | w | 1 | the same | none |
| 3 | `store` | s | 1, 2 | the same | `SQLite` |
| – | `store/prover` | p | 1, 3 | the same | none |
| 4 | `desk` | d | 1–3 | 1 | `Qt Core` |
| – | `main`, `application`, `commands` | wiring | all | the same | all |
<!-- end of layers -->
<!-- libraries -->
| library | its headers | who |
|---|---|---|
| `logger` | `logger/` | as above |
| `SQLite` | `sqlite3.h` | as above |
| `C library` | `unistd.h` `sys/` | every folder |
<!-- end of libraries -->
)";

inline const LayerTable& inventedTable()
{
    static const auto table = readLayerTable(inventedDocument);
    return table;
}

inline std::string inventedQt(const std::string& header)
{
    if (header == "QString" || header == "qglobal.h") {
        return "Qt Core";
    }
    return header == "QLabel" ? "Qt Widgets" : "";
}

} // namespace chevet::architecture
