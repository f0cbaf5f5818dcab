// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <iostream>

#include "bench/store_measures.h"

namespace {

using namespace chevet::bench;

int run(const Options& options)
{
    if (!options.child.empty()) {
        return runStoreChild(options.child);
    }
    RealFolder folder(options.folder);
    Report report("store");
    describeMachine(report, folder.path());
    report.say("seed " + std::to_string(options.seed) + (options.quick ? ", quick: smaller sizes" : ""));
    measureSaving(report, options, folder.path());
    measureLargeVault(report, options, folder.path());
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
