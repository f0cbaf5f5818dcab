// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The checks of includes, each shown a house that breaks it and one that does not.
#include "support/catch.h"

#include "architecture/invented_house.h"

using namespace chevet::architecture;

namespace {

/// What is wrong with one file at this path that includes this.
Findings including(const std::string& path, const std::string& what)
{
    return checkIncludes(treeOf({{path, "#include " + what + "\n"}}), inventedTable(), inventedQt);
}

Findings publicFindings(const std::map<std::string, std::string>& texts)
{
    return checkPublicHeaders(treeOf(texts), inventedTable());
}

Findings rings(const std::map<std::string, std::string>& texts)
{
    return checkCycles(treeOf(texts), inventedTable());
}

} // namespace

TEST_CASE("a folder includes itself and what its row allows")
{
    CHECK(including("store/a.cpp", "\"store/a.h\"").empty());
    CHECK(including("store/a.cpp", "\"ground/result.h\"").empty());
    CHECK(including("store/a.cpp", "\"words/word.h\"").empty());
    CHECK(including("store/prover/a.cpp", "\"store/a.h\"").empty());
    CHECK(including("main.cpp", "\"store/a.h\"").empty());
    CHECK(including("application.cpp", "\"desk/window.h\"").empty());
}

TEST_CASE("an include of a higher folder or of one that is not allowed is found")
{
    const auto upward = including("ground/a.cpp", "\"store/a.h\"");
    REQUIRE(upward.size() == 1);
    CHECK(upward[0].path == "ground/a.cpp");
    CHECK(upward[0].line == 1);
    CHECK(upward[0].what == "ground may not include store (\"store/a.h\")");
    CHECK(including("words/a.h", "\"desk/window.h\"").size() == 1);
    CHECK(including("store/a.h", "\"store/prover/proof.h\"").size() == 1);
    CHECK(including("store/prover/a.h", "\"words/word.h\"").size() == 1);
    CHECK(including("desk/a.h", "\"application.h\"").size() == 1);
}

TEST_CASE("the subfolders of a folder are for itself alone")
{
    CHECK(including("desk/a.cpp", "\"store/a.h\"").empty());
    const auto inner = including("desk/a.cpp", "\"store/rows/a.h\"");
    REQUIRE(inner.size() == 1);
    CHECK(inner[0].what == "\"store/rows/a.h\" is internal to store");
    CHECK(including("store/a.cpp", "\"store/rows/a.h\"").empty());
    CHECK(including("store/rows/a.cpp", "\"store/a.h\"").empty());
    CHECK(including("main.cpp", "\"store/rows/a.h\"").empty());
}

TEST_CASE("an include that is no path from the source folder is found")
{
    CHECK(including("store/a.cpp", "\"a.h\"").size() == 1);
    CHECK(including("store/a.cpp", "\"../words/word.h\"").size() == 1);
    CHECK(including("store/a.cpp", "\"support/catch.h\"").size() == 1);
    CHECK(including("desk/a.cpp", "\"ui_window.h\"").empty());
    CHECK(including("desk/a.cpp", "\"a.moc\"").empty());
}

TEST_CASE("a file outside the folders of the table is found")
{
    CHECK(including("cellar/a.cpp", "<vector>").size() == 1);
    CHECK(including("loose.cpp", "<vector>").size() == 1);
}

TEST_CASE("an outside library is found outside its folder")
{
    CHECK(including("store/a.cpp", "<sqlite3.h>").empty());
    CHECK(including("commands/a.cpp", "<sqlite3.h>").empty());
    CHECK(including("desk/a.cpp", "<sqlite3.h>").size() == 1);
    CHECK(including("ground/a.cpp", "<logger/sink.h>").empty());
    CHECK(including("words/a.cpp", "<logger/sink.h>").size() == 1);
}

TEST_CASE("a header that no library claims is found")
{
    CHECK(including("store/a.cpp", "<boost/asio.hpp>").size() == 1);
    CHECK(including("store/a.cpp", "<zlib.h>").size() == 1);
    CHECK(including("main.cpp", "<zlib.h>").size() == 1);
    CHECK(including("store/a.cpp", "<vector>").empty());
    CHECK(including("store/a.cpp", "<unistd.h>").empty());
    CHECK(including("store/a.cpp", "<sys/stat.h>").empty());
}

TEST_CASE("Qt is found where there is none and a module where it does not belong")
{
    CHECK(including("desk/a.cpp", "<QString>").empty());
    CHECK(including("desk/a.cpp", "<QtCore/QString>").empty());
    CHECK(including("store/a.cpp", "<QString>").size() == 1);
    CHECK(including("store/a.cpp", "<qglobal.h>").size() == 1);
    CHECK(including("store/a.cpp", "<QtCore/QString>").size() == 1);
    CHECK(including("desk/a.cpp", "<QLabel>").size() == 1);
    CHECK(including("desk/a.cpp", "<QtWidgets/QLabel>").size() == 1);
    CHECK(including("desk/a.cpp", "<QNoSuchThing>").size() == 1);
}

TEST_CASE("an include in a comment or a text is none")
{
    CHECK(including("store/a.cpp", "<vector>\n// #include \"desk/a.h\"\n/*\n#include \"desk/a.h\"\n*/")
              .empty());
    CHECK(including("store/a.cpp", "<vector>\nauto text = R\"(\n#include \"desk/a.h\"\n)\";").empty());
    CHECK(including("store/a.cpp", "<vector>\n  #  include   \"desk/a.h\"").size() == 1);
}

TEST_CASE("a public header that brings a forbidden layer along is found through any number of headers")
{
    const std::string seen = "#include \"desk/queue.h\"\n";
    const auto found =
        publicFindings({{"store/reader.cpp", seen},
                        {"desk/queue.h", "#include \"desk/row.h\"\n"},
                        {"desk/row.h", "#include \"ground/id.h\"\n#include \"words/word.h\"\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "desk/row.h");
    CHECK(found[0].line == 2);
}

TEST_CASE("a private header and a source may include the whole row")
{
    CHECK(publicFindings({{"desk/queue.h", "#include \"ground/id.h\"\n"},
                          {"desk/inner.h", "#include \"store/journal.h\"\n"},
                          {"desk/queue.cpp", "#include \"desk/inner.h\"\n#include \"words/word.h\"\n"},
                          {"store/reader.cpp", "#include \"desk/queue.h\"\n"},
                          {"main.cpp", "#include \"desk/inner.h\"\n"}})
              .empty());
}

TEST_CASE("files that include each other are found")
{
    CHECK(rings({{"store/a.h", "#include \"store/b.h\"\n"},
                 {"store/b.h", "#include \"store/c.h\"\n"},
                 {"store/c.h", "#include \"store/a.h\"\n"}})
              .size() == 1);
    CHECK(rings({{"store/a.h", "#include \"store/a.h\"\n"}}).size() == 1);
    CHECK(rings({{"store/a.h", "#include \"store/b.h\"\n#include \"store/c.h\"\n"},
                 {"store/b.h", "#include \"store/c.h\"\n"}})
              .empty());
}

TEST_CASE("folders that include each other are found even where no file does")
{
    const auto found =
        rings({{"store/a.h", "#include \"words/a.h\"\n"}, {"words/b.h", "#include \"store/b.h\"\n"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].what == "include each other: store -> words -> store");
}

TEST_CASE("the installed Qt tells a header's module")
{
    const auto moduleOf = installedQt(CHEVET_QT_HEADERS);
    CHECK(moduleOf("QString") == "Qt Core");
    CHECK(moduleOf("QLabel") == "Qt Widgets");
    CHECK(moduleOf("QNoSuchThing").empty());
}
