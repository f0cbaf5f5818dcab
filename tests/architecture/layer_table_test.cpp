// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reading of the table: what it takes from a good document, and that a bad one does not pass as empty.
#include "support/catch.h"

#include "architecture/invented_house.h"

using namespace chevet::architecture;

namespace {

std::vector<std::string> faultsWhere(const std::string& before, const std::string& after)
{
    std::string text(inventedDocument);
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
    return readLayerTable(text).faults;
}

} // namespace

TEST_CASE("the table gives each folder what it may include and use")
{
    const auto table = readLayerTable(inventedDocument);
    REQUIRE(table.faults == std::vector<std::string>{});
    REQUIRE(table.layers.size() == 6);
    const auto* desk = table.layerOf("desk/window.cpp");
    REQUIRE(desk != nullptr);
    CHECK(desk->number == 4);
    CHECK(desk->mayInclude == std::set<std::string>{"ground", "words", "store"});
    CHECK(desk->inPublicHeaders == std::set<std::string>{"ground"});
    CHECK(desk->libraries == std::set<std::string>{"Qt Core"});
    CHECK(desk->knowsQt());
    CHECK_FALSE(table.layerOf("store/a.h")->knowsQt());
    CHECK(table.layerOf("main.cpp")->mayUseEverything);
    CHECK(table.layerOf("commands/queue.cpp")->mayUseEverything);
}

TEST_CASE("a folder inside a folder has the row of its own")
{
    const auto table = readLayerTable(inventedDocument);
    CHECK(table.folderOf("store/journal.h") == "store");
    CHECK(table.folderOf("store/prover/proof.cpp") == "store/prover");
    CHECK(table.folderOf("store/inner/page.h") == "store");
}

TEST_CASE("a path outside the table has no folder")
{
    const auto table = readLayerTable(inventedDocument);
    CHECK(table.layerOf("cellar/a.cpp") == nullptr);
    CHECK(table.layerOf("stores/a.cpp") == nullptr);
    CHECK(table.layerOf("other.cpp") == nullptr);
    CHECK(table.layerOf("store.cpp") != nullptr); // beside the folder, of its name: as application.cpp
}

TEST_CASE("a table that does not read says so")
{
    CHECK_FALSE(readLayerTable("no table").faults.empty());
    CHECK_FALSE(faultsWhere("<!-- end of layers -->", "").empty());
    CHECK_FALSE(faultsWhere("| 1, 2 |", "| 1 and 2 |").empty());
    CHECK_FALSE(faultsWhere("| 1\xE2\x80\x93"
                            "3 |",
                            "| 3\xE2\x80\x93"
                            "1 |")
                    .empty());
    CHECK_FALSE(faultsWhere("| `desk` |", "| desk |").empty());
    CHECK_FALSE(faultsWhere("| `SQLite` |", "| SQLite |").empty());
}

TEST_CASE("a table that allows what the order of the layers forbids says so")
{
    CHECK_FALSE(faultsWhere("| 2 | `words` | w | 1 |", "| 2 | `words` | w | 3 |").empty());
    CHECK_FALSE(faultsWhere("| 2 | `words` | w | 1 |", "| 2 | `words` | w | 2 |").empty());
    CHECK_FALSE(faultsWhere("| 2 | `words` | w | 1 |", "| 2 | `words` | w | 9 |").empty());
    CHECK_FALSE(faultsWhere("| 2 | `words` |", "| 1 | `words` |").empty());
}

TEST_CASE("a library without headers is a fault of the table")
{
    CHECK_FALSE(faultsWhere("the same | `SQLite` |", "the same | `SQLyte` |").empty());
}
