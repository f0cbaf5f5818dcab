// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The include table of docs/ARCHITECTURE.md as values. Whoever wants to change what a folder may include
// changes the document.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::architecture {

struct Layer
{
    int number = 0;                   ///< 0: has no number, so that no other row can allow it
    std::vector<std::string> folders; ///< "triage", "triage/prover"; the program's row has several
    std::set<std::string> mayInclude; ///< folders
    std::set<std::string> inPublicHeaders;
    std::set<std::string> libraries;
    bool mayUseEverything = false;

    bool knowsQt() const;
};

struct Library
{
    std::string name;
    std::vector<std::string> headers; ///< a name, or a folder with its '/'
    bool forEveryFolder = false;

    bool has(std::string_view header) const;
};

struct LayerTable
{
    std::vector<Layer> layers;
    std::vector<Library> libraries;
    std::vector<std::string> faults; ///< what is wrong with the document itself

    /// Of a path from src/: "workflow/intake.h", "main.cpp". Null if no row has its folder.
    const Layer* layerOf(std::string_view path) const;
    /// The same as the row names it: "workflow", "triage/prover". Empty if there is none.
    std::string folderOf(std::string_view path) const;
};

LayerTable readLayerTable(std::string_view markdown);

} // namespace chevet::architecture
