// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The project as it stands, held to its own rules. A finding is mended in the code or, if the house has
// really changed, in docs/ARCHITECTURE.md; there is no list of exceptions to add to.
#include "support/catch.h"

#include <sstream>

#include "architecture/house_rules.h"
#include "architecture/include_rules.h"

using namespace chevet::architecture;

namespace {

const std::filesystem::path projectFolder(CHEVET_SOURCE_DIR);

const LayerTable& table()
{
    static const auto read = readLayerTable(readText(projectFolder / "docs/ARCHITECTURE.md"));
    return read;
}

const SourceTree& sources()
{
    static const auto read = readTree(projectFolder / "src");
    return read;
}

std::string listOf(const Findings& findings)
{
    std::ostringstream text;
    for (const auto& finding : findings) {
        text << "src/" << finding << "\n";
    }
    return text.str();
}

void requireNone(const Findings& findings)
{
    INFO(listOf(findings));
    CHECK(findings.empty());
}

/// The words in the brackets after `opening`.
std::vector<std::string> wordsAfter(const std::string& text, const std::string& opening)
{
    const auto from = text.find(opening);
    REQUIRE(from != std::string::npos);
    std::istringstream inside(
        text.substr(from + opening.size(), text.find(')', from) - from - opening.size()));
    std::vector<std::string> words;
    for (std::string word; inside >> word;) {
        words.push_back(word);
    }
    return words;
}

} // namespace

TEST_CASE("the table of the layers reads whole")
{
    CHECK(table().faults == std::vector<std::string>{});
    CHECK(table().layers.size() >= 12);
    CHECK(table().libraries.size() >= 10);
}

TEST_CASE("the source tree is there to be checked")
{
    CHECK(sources().size() >= 15);
    CHECK(sources().contains("foundation/result.h"));
    CHECK_FALSE(sources().at("foundation/log.cpp").code.includes.empty());
}

TEST_CASE("every include is allowed by the table")
{
    requireNone(checkIncludes(sources(), table(), installedQt(CHEVET_QT_HEADERS)));
}

TEST_CASE("a layer's public headers bring along only what the table says")
{
    requireNone(checkPublicHeaders(sources(), table()));
}

TEST_CASE("no files and no folders include each other in a ring")
{
    requireNone(checkCycles(sources(), table()));
}

TEST_CASE("no file is longer than its limit")
{
    requireNone(checkSize(sources()));
}

TEST_CASE("every source begins with its licence and every header is guarded")
{
    requireNone(checkFirstLines(sources()));
    requireNone(checkFirstLines(readTree(projectFolder / "tests")));
}

TEST_CASE("names say what a thing is")
{
    requireNone(checkNames(sources()));
}

TEST_CASE("nothing asks the locale below Qt and nothing sleeps or nests an event loop")
{
    requireNone(checkCalls(sources(), table()));
}

TEST_CASE("no mutex stands in a public header")
{
    requireNone(
        checkMutexes(sources(), publicHeaders(sources(), table(), Viewers::OtherLayersAndTheProgram)));
}

TEST_CASE("the top level holds only what belongs there")
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(projectFolder)) {
        names.insert(entry.path().filename().string());
    }
    REQUIRE(names.contains("src"));
    requireNone(checkTopLevel(names));
}

TEST_CASE("the build knows the layers of the table in their order")
{
    std::vector<std::string> inTable;
    for (const auto& layer : table().layers) {
        if (layer.number != 0) {
            inTable.push_back(layer.folders[0]);
        }
    }
    CHECK(wordsAfter(readText(projectFolder / "CMakeLists.txt"), "set(CHEVET_LAYERS") == inTable);
}

TEST_CASE("a layer links only the layers that it may include")
{
    for (const auto& layer : table().layers) {
        const auto& folder = layer.folders[0];
        const auto text = readText(projectFolder / "src" / folder / "CMakeLists.txt");
        for (const auto& token : readCode(text).tokens) {
            INFO(folder << " links chevet::" << token.text);
            const auto* linked = table().layerOf(token.text + "/");
            const auto at = text.find("chevet::" + token.text);
            const bool isLayer = linked != nullptr && at != std::string::npos;
            CHECK((!isLayer || layer.mayUseEverything || token.text == folder ||
                   layer.mayInclude.contains(token.text)));
        }
    }
}

TEST_CASE("the prover alone links the solver and nothing of the program links the prover")
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(projectFolder / "src")) {
        if (entry.path().filename() != "CMakeLists.txt") {
            continue;
        }
        const auto text = readText(entry.path());
        const bool isProver = entry.path().parent_path() == projectFolder / "src/triage/prover";
        INFO(entry.path().string());
        CHECK((text.find("Z3") != std::string::npos) == isProver);
        CHECK((text.find("chevet_prover_proof") != std::string::npos) == isProver);
    }
}
