// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecture/include_rules.h"

#include <algorithm>
#include <optional>

namespace chevet::architecture {
namespace {

constexpr std::string_view unknownLibrary = "?";

bool isGenerated(std::string_view target)
{
    const auto slash = target.rfind('/');
    const auto name = slash == std::string_view::npos ? target : target.substr(slash + 1);
    return (name.starts_with("ui_") && name.ends_with(".h")) || name.ends_with(".moc");
}

/// "vector", "cstdint": no dot and no capital.
bool isStandard(std::string_view header)
{
    return std::all_of(header.begin(), header.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::string qtModuleOfFolder(std::string_view folder)
{
    return "Qt " + std::string(folder.substr(2));
}

/// The library that an angled include belongs to; nothing for what is open to every folder.
std::optional<std::string> libraryOf(const std::string& header, const LayerTable& table,
                                     const QtModuleOf& qtModuleOf)
{
    for (const auto& library : table.libraries) {
        if (library.has(header)) {
            return library.forEveryFolder ? std::nullopt : std::optional(library.name);
        }
    }
    if (isStandard(header)) {
        return std::nullopt;
    }
    const auto slash = header.find('/');
    if (slash != std::string::npos) {
        const auto folder = header.substr(0, slash);
        return folder.starts_with("Qt") ? qtModuleOfFolder(folder) : std::string(unknownLibrary);
    }
    const auto module = qtModuleOf(header);
    return module.empty() ? std::string(unknownLibrary) : module;
}

class IncludeCheck
{
public:
    IncludeCheck(const LayerTable& table, const QtModuleOf& qtModuleOf)
        : m_table(table), m_qtModuleOf(qtModuleOf)
    {}

    void file(const std::string& path, const SourceFile& source)
    {
        const auto* layer = m_table.layerOf(path);
        if (layer == nullptr) {
            m_findings.push_back({path, 1, "stands in no folder of the table"});
            return;
        }
        for (const auto& include : source.code.includes) {
            const auto fault = include.form == IncludeForm::Quoted ? own(path, *layer, include.target)
                                                                   : outside(*layer, include.target);
            if (!fault.empty()) {
                m_findings.push_back({path, include.line, fault});
            }
        }
    }

    Findings take() { return std::move(m_findings); }

private:
    std::string own(const std::string& path, const Layer& layer, const std::string& target) const
    {
        if (isGenerated(target)) {
            return {};
        }
        const auto from = m_table.folderOf(path);
        const auto to = m_table.folderOf(target);
        if (to.empty()) {
            return "\"" + target + "\" is not written as a path from src/ into a folder of the table";
        }
        const bool isInner = to != from && target.find('/', to.size() + 1) != std::string::npos;
        if (isInner && !layer.mayUseEverything) {
            return "\"" + target + "\" is internal to " + to;
        }
        const bool isAllowed = to == from || layer.mayUseEverything || layer.mayInclude.contains(to);
        return isAllowed ? std::string() : from + " may not include " + to + " (\"" + target + "\")";
    }

    std::string outside(const Layer& layer, const std::string& header) const
    {
        const auto library = libraryOf(header, m_table, m_qtModuleOf);
        if (!library) {
            return {};
        }
        if (*library == unknownLibrary) {
            return "<" + header + "> belongs to no library of the table";
        }
        if (layer.mayUseEverything || layer.libraries.contains(*library)) {
            return {};
        }
        return layer.folders[0] + " may not use " + *library + " (<" + header + ">)";
    }

    const LayerTable& m_table;
    const QtModuleOf& m_qtModuleOf;
    Findings m_findings;
};

/// Adds a header and the headers of the same folder that it leads to.
void reach(const std::string& path, const SourceTree& tree, const LayerTable& table,
           std::set<std::string>& reached)
{
    const auto found = tree.find(path);
    if (found == tree.end() || !reached.insert(path).second) {
        return;
    }
    for (const auto& include : found->second.code.includes) {
        if (include.form == IncludeForm::Quoted && table.folderOf(include.target) == table.folderOf(path)) {
            reach(include.target, tree, table, reached);
        }
    }
}

using Graph = std::map<std::string, std::set<std::string>>;

/// Depth first; a node that is met again on the way down closes a ring.
class RingSearch
{
public:
    explicit RingSearch(const Graph& graph) : m_graph(graph) {}

    std::vector<std::string> rings()
    {
        for (const auto& [node, unused] : m_graph) {
            visit(node);
        }
        return std::move(m_rings);
    }

private:
    void visit(const std::string& node)
    {
        const auto again = std::find(m_way.begin(), m_way.end(), node);
        if (again != m_way.end()) {
            std::string ring;
            for (auto at = again; at != m_way.end(); ++at) {
                ring += *at + " -> ";
            }
            m_rings.push_back(ring + node);
            return;
        }
        if (!m_done.insert(node).second) {
            return;
        }
        m_way.push_back(node);
        if (const auto found = m_graph.find(node); found != m_graph.end()) {
            for (const auto& next : found->second) {
                visit(next);
            }
        }
        m_way.pop_back();
    }

    const Graph& m_graph;
    std::set<std::string> m_done;
    std::vector<std::string> m_way;
    std::vector<std::string> m_rings;
};

} // namespace

QtModuleOf installedQt(const std::filesystem::path& headers)
{
    std::vector<std::filesystem::path> modules;
    for (const auto& entry : std::filesystem::directory_iterator(headers)) {
        if (entry.is_directory() && entry.path().filename().string().starts_with("Qt")) {
            modules.push_back(entry.path());
        }
    }
    return [modules](const std::string& header) -> std::string {
        for (const auto& module : modules) {
            if (std::filesystem::exists(module / header)) {
                return qtModuleOfFolder(module.filename().string());
            }
        }
        return {};
    };
}

Findings checkIncludes(const SourceTree& tree, const LayerTable& table, const QtModuleOf& qtModuleOf)
{
    IncludeCheck check(table, qtModuleOf);
    for (const auto& [path, source] : tree) {
        check.file(path, source);
    }
    return check.take();
}

std::set<std::string> publicHeaders(const SourceTree& tree, const LayerTable& table, Viewers viewers)
{
    std::set<std::string> reached;
    for (const auto& [path, source] : tree) {
        const auto* layer = table.layerOf(path);
        const bool isProgram = layer != nullptr && layer->mayUseEverything;
        if (isProgram && viewers == Viewers::OtherLayers) {
            continue;
        }
        for (const auto& include : source.code.includes) {
            if (include.form == IncludeForm::Quoted &&
                table.folderOf(include.target) != table.folderOf(path)) {
                reach(include.target, tree, table, reached);
            }
        }
    }
    return reached;
}

Findings checkPublicHeaders(const SourceTree& tree, const LayerTable& table)
{
    Findings findings;
    for (const auto& path : publicHeaders(tree, table, Viewers::OtherLayers)) {
        const auto* layer = table.layerOf(path);
        if (layer == nullptr || layer->mayUseEverything) {
            continue;
        }
        const auto folder = table.folderOf(path);
        for (const auto& include : tree.at(path).code.includes) {
            const auto to =
                include.form == IncludeForm::Quoted ? table.folderOf(include.target) : std::string();
            if (!to.empty() && to != folder && !layer->inPublicHeaders.contains(to)) {
                findings.push_back({path, include.line,
                                    "a header of " + folder + " that others include brings \"" +
                                        include.target + "\" along"});
            }
        }
    }
    return findings;
}

Findings checkCycles(const SourceTree& tree, const LayerTable& table)
{
    Graph files;
    Graph folders;
    for (const auto& [path, source] : tree) {
        for (const auto& include : source.code.includes) {
            if (include.form != IncludeForm::Quoted) {
                continue;
            }
            files[path].insert(include.target);
            const auto from = table.folderOf(path);
            const auto to = table.folderOf(include.target);
            if (from != to && !from.empty() && !to.empty()) {
                folders[from].insert(to);
            }
        }
    }
    Findings findings;
    for (const auto* graph : {&files, &folders}) {
        for (const auto& ring : RingSearch(*graph).rings()) {
            findings.push_back({ring.substr(0, ring.find(' ')), 1, "include each other: " + ring});
        }
    }
    return findings;
}

} // namespace chevet::architecture
