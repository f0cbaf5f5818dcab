// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that claims the vault of its argument and says what it became. The first one waits to be raised,
// says so, and waits to be killed. For single_instance_test.
#include "platform/single_instance.h"

#include <QCoreApplication>

#include <cstdio>

using chevet::workflow::SingleInstance;

namespace {

void say(const char* word)
{
    std::puts(word);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    chevet::platform::LocalSingleInstance instance;
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application, [] { say("raised"); });
    if (instance.claim(argv[1]) == SingleInstance::Place::Second) {
        say("second");
        return 0;
    }
    say("first");
    return QCoreApplication::exec();
}
