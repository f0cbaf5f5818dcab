// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who includes whom under src/, held to the table of docs/ARCHITECTURE.md.
#pragma once

#include <functional>
#include <set>

#include "architecture/layer_table.h"
#include "architecture/source_tree.h"

namespace chevet::architecture {

/// The Qt module of a header written without its folder: "QLabel" is "Qt Widgets". Empty if Qt has no such
/// header.
using QtModuleOf = std::function<std::string(const std::string& header)>;

/// Looks into Qt's own folders ("…/include/qt6").
QtModuleOf installedQt(const std::filesystem::path& headers);

/// Every include of another folder, of an outside library or of Qt that the table does not allow.
Findings checkIncludes(const SourceTree& tree, const LayerTable& table, const QtModuleOf& qtModuleOf);

/// What a layer's headers bring along to those who include them from another folder. The program itself
/// (the row that may include all) does not count: it wires, and may see everything.
Findings checkPublicHeaders(const SourceTree& tree, const LayerTable& table);

/// Files that include each other in a ring, and folders that do.
Findings checkCycles(const SourceTree& tree, const LayerTable& table);

/// The headers of a folder that some file of another folder sees, directly or through other headers.
enum class Viewers
{
    OtherLayers,
    OtherLayersAndTheProgram
};
std::set<std::string> publicHeaders(const SourceTree& tree, const LayerTable& table, Viewers viewers);

} // namespace chevet::architecture
