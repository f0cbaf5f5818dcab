// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/layer_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace chevet::architecture {
namespace {

using Row = std::vector<std::string>;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(at);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

/// Everything that stands between backquotes.
std::vector<std::string> quoted(const std::string& cell)
{
    const auto parts = split(cell, '`');
    std::vector<std::string> names;
    for (std::size_t i = 1; i < parts.size(); i += 2) {
        names.push_back(parts[i]);
    }
    return names;
}

/// The rows between two comments, without the heading and the line under it.
std::vector<Row> rowsOf(std::string_view markdown, std::string_view name)
{
    const auto from = markdown.find("<!-- " + std::string(name) + " -->");
    const auto to = markdown.find("<!-- end of " + std::string(name) + " -->");
    if (from == std::string_view::npos || to == std::string_view::npos || to < from) {
        return {};
    }
    std::vector<Row> rows;
    for (const auto& line : split(markdown.substr(from, to - from), '\n')) {
        if (line.size() > 2 && line.front() == '|' && line.back() == '|') {
            rows.push_back(split(std::string_view(line).substr(1, line.size() - 2), '|'));
        }
    }
    rows.erase(rows.begin(),
               rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, rows.size())));
    return rows;
}

std::optional<int> numberOf(std::string_view text)
{
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = fault == std::errc() && end == text.data() + text.size();
    return isWhole ? std::optional(value) : std::nullopt;
}

/// "1, 3–5" as numbers; nothing if the cell says anything else.
std::optional<std::set<int>> numbersOf(const std::string& cell)
{
    std::set<int> numbers;
    if (cell == "none") {
        return numbers;
    }
    constexpr std::string_view dash = "\xE2\x80\x93";
    for (const auto& part : split(cell, ',')) {
        const auto at = part.find(dash);
        const auto low = numberOf(std::string_view(part).substr(0, at));
        const auto high =
            at == std::string::npos ? low : numberOf(std::string_view(part).substr(at + dash.size()));
        if (!low || !high || *low > *high) {
            return std::nullopt;
        }
        for (int number = *low; number <= *high; ++number) {
            numbers.insert(number);
        }
    }
    return numbers;
}

class TableReader
{
public:
    explicit TableReader(std::string_view markdown)
        : m_layerRows(rowsOf(markdown, "layers")), m_libraryRows(rowsOf(markdown, "libraries"))
    {}

    LayerTable read()
    {
        readLibraries();
        readFolders();
        for (std::size_t i = 0; i < m_table.layers.size(); ++i) {
            readPermissions(m_layerRows[i], m_table.layers[i]);
        }
        if (m_table.layers.empty()) {
            fault("the document has no table of layers");
        }
        return std::move(m_table);
    }

private:
    void fault(std::string what) { m_table.faults.push_back(std::move(what)); }

    void readLibraries()
    {
        for (const auto& row : m_libraryRows) {
            if (row.size() != 3 || quoted(row[0]).size() != 1 || quoted(row[1]).empty()) {
                fault("a row of the libraries does not read: " + (row.empty() ? "" : row[0]));
                continue;
            }
            m_table.libraries.push_back({quoted(row[0])[0], quoted(row[1]), row[2] == "every folder"});
        }
    }

    void readFolders()
    {
        std::erase_if(m_layerRows, [this](const Row& row) {
            const bool isBad = row.size() != 6 || quoted(row[1]).empty();
            if (isBad) {
                fault("a row of the layers does not read: " + (row.empty() ? "" : row[0]));
            }
            return isBad;
        });
        for (const auto& row : m_layerRows) {
            Layer layer;
            layer.number = numberOf(row[0]).value_or(0);
            layer.folders = quoted(row[1]);
            if (layer.number != 0 && !m_byNumber.emplace(layer.number, layer.folders[0]).second) {
                fault("two rows have the number " + row[0]);
            }
            m_table.layers.push_back(std::move(layer));
        }
    }

    void readPermissions(const Row& row, Layer& layer)
    {
        layer.mayUseEverything = row[3] == "all";
        if (!layer.mayUseEverything) {
            layer.mayInclude = foldersOf(row[3], layer);
        }
        layer.inPublicHeaders = row[4] == "the same" ? layer.mayInclude : foldersOf(row[4], layer);
        if (row[5] != "none" && row[5] != "all") {
            const auto names = quoted(row[5]);
            if (names.empty()) {
                fault(layer.folders[0] + ": which libraries?");
            }
            layer.libraries.insert(names.begin(), names.end());
        }
        for (const auto& name : layer.libraries) {
            const bool isKnown = name.starts_with("Qt ") ||
                                 std::any_of(m_table.libraries.begin(), m_table.libraries.end(),
                                             [&](const Library& library) { return library.name == name; });
            if (!isKnown) {
                fault(layer.folders[0] + ": no headers are given for " + name);
            }
        }
    }

    std::set<std::string> foldersOf(const std::string& cell, const Layer& layer)
    {
        std::set<std::string> folders;
        const auto numbers = numbersOf(cell);
        if (!numbers) {
            fault(layer.folders[0] + ": \"" + cell + "\" is no list of layers");
            return folders;
        }
        for (const int number : *numbers) {
            const auto found = m_byNumber.find(number);
            if (found == m_byNumber.end()) {
                fault(layer.folders[0] + " may include a layer that has no row: " + std::to_string(number));
            } else if (layer.number != 0 && number >= layer.number) {
                fault(layer.folders[0] + " may not stand below what it includes: " + found->second);
            } else {
                folders.insert(found->second);
            }
        }
        return folders;
    }

    std::vector<Row> m_layerRows;
    std::vector<Row> m_libraryRows;
    std::map<int, std::string> m_byNumber;
    LayerTable m_table;
};

bool isInside(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && path.size() > folder.size() &&
           (path[folder.size()] == '/' ||
            (path[folder.size()] == '.' && path.find('/') == std::string_view::npos));
}

} // namespace

bool Layer::knowsQt() const
{
    return mayUseEverything || std::any_of(libraries.begin(), libraries.end(),
                                           [](const auto& name) { return name.starts_with("Qt "); });
}

bool Library::has(std::string_view header) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const std::string& known) {
        return known.back() == '/' ? header.starts_with(known) : header == known;
    });
}

std::string LayerTable::folderOf(std::string_view path) const
{
    std::string best;
    for (const auto& layer : layers) {
        for (const auto& folder : layer.folders) {
            if (isInside(path, folder) && folder.size() > best.size()) {
                best = folder;
            }
        }
    }
    return best;
}

const Layer* LayerTable::layerOf(std::string_view path) const
{
    const auto folder = folderOf(path);
    for (const auto& layer : layers) {
        if (std::find(layer.folders.begin(), layer.folders.end(), folder) != layer.folders.end()) {
            return &layer;
        }
    }
    return nullptr;
}

LayerTable readLayerTable(std::string_view markdown)
{
    return TableReader(markdown).read();
}

} // namespace chevet::architecture
