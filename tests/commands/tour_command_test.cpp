// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/chevet_program.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace chevet::test;

TEST_CASE("The tour goes through the real screens without a display and names each picture")
{
    const TemporaryFolder folder;
    const auto pictures = (folder / "pictures").string();
    const auto run =
        runChevet({"tour", "--out", pictures}, {.environment = {{"HOME", folder.path().string()}}});
    INFO(run.err);
    REQUIRE(run.code == 0);
    std::size_t count = 0;
    for (std::size_t from = 0, to = run.out.find('\n'); to != std::string::npos;
         from = to + 1, to = run.out.find('\n', from)) {
        const auto picture = readFile(run.out.substr(from, to - from));
        CHECK(picture.starts_with("\x89PNG"));
        ++count;
    }
    CHECK(count >= 15);
}

TEST_CASE("The tour needs a folder that can be made")
{
    const auto refused = [](const std::vector<std::string>& words) {
        const auto run = runChevet(words);
        INFO(run.err);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK(run.err.find("chevet: ") != std::string::npos);
    };
    refused({"tour"});
    refused({"tour", "surplus", "--out", "x"});
    refused({"tour", "--out", "/proc/nowhere/pictures"});
}
