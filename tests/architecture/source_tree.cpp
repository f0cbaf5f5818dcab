// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/source_tree.h"

#include <fstream>
#include <iterator>
#include <ostream>

namespace chevet::architecture {

std::string readText(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

SourceTree readTree(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp")) {
            texts[entry.path().lexically_relative(folder).generic_string()] = readText(entry.path());
        }
    }
    return treeOf(texts);
}

SourceTree treeOf(const std::map<std::string, std::string>& texts)
{
    SourceTree tree;
    for (const auto& [path, text] : texts) {
        tree[path] = {text, readCode(text)};
    }
    return tree;
}

std::ostream& operator<<(std::ostream& out, const Finding& finding)
{
    return out << finding.path << ":" << finding.line << ": " << finding.what;
}

void append(Findings& to, Findings more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool isHeader(std::string_view path)
{
    return path.ends_with(".h");
}

} // namespace chevet::architecture
