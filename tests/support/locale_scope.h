// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The C library in another language for a scope, as a desktop would have set it. The locales are built with
// the tests.
#pragma once

#include <clocale>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace chevet::test {

/// "C", or one of `testedLocales`. Also for a program that the test starts: LOCPATH stays set.
class LocaleScope
{
public:
    explicit LocaleScope(const std::string& name) : m_before(std::setlocale(LC_ALL, nullptr))
    {
        ::setenv("LOCPATH", CHEVET_TEST_LOCALES, 1);
        if (std::setlocale(LC_ALL, name.c_str()) == nullptr) {
            throw std::runtime_error("there is no locale " + name + " in " + CHEVET_TEST_LOCALES);
        }
    }
    ~LocaleScope() { std::setlocale(LC_ALL, m_before.c_str()); }
    LocaleScope(const LocaleScope&) = delete;
    LocaleScope& operator=(const LocaleScope&) = delete;

private:
    std::string m_before;
};

inline constexpr const char* testedLocales[] = {"C", "fr_FR.UTF-8", "tr_TR.UTF-8"};

} // namespace chevet::test
