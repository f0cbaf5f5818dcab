// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/ids.h"

#include <iostream>

#include "bench/report.h"
#include "bench/samples.h"
#include "bench/surroundings.h"
#include "bench/yardsticks.h"

namespace {

using namespace chevet;
using namespace chevet::bench;

void measureDisk(Report& report, const Options& options, const std::filesystem::path& folder)
{
    RawFile raw(folder / "raw");
    PlainJournal plain(folder / "plain.db");
    RelationalStore relational(sqlCipher(), folder / "cipher.db", std::string(64, 'a'));
    SeededIds ids(options.seed);
    const Bytes record(488, 7);
    const std::string text(200, 'x');
    const auto samples =
        inTurns(options.quick ? 300 : 3000, 50,
                {{[&](int) { raw.write(); }}, {[&](int) { plain.insert(ids.next(), record); }}, {[&](int) {
                     const auto id = ids.next();
                     relational.append({id, ids.next(), id, "note.added", 0, text, record});
                 }}});
    report.add("raw 4 KiB pwrite and fdatasync", samples[0]);
    report.add("plain SQLite insert", samples[1], {}, Yardstick{"raw", duration(samples[0].median())});
    report.add("SQLCipher append", samples[2], {}, Yardstick{"raw", duration(samples[0].median())});
}

int run(const Options& options)
{
    RealFolder folder(options.folder);
    Report report("store");
    describeMachine(report, folder.path());
    measureDisk(report, options, folder.path());
    report.print();
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    const auto options = Options::read(count, arguments, "How fast the case store is.");
    if (!options) {
        return 2;
    }
    try {
        return run(*options);
    } catch (const CouldNotMeasure& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
