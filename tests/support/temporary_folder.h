// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A folder of the test's own, mode 0700, removed with everything in it at the end of the scope.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace chevet::test {

class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "chevet-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) { // creates it with mode 0700
            throw std::runtime_error("no temporary folder can be made in " + pattern);
        }
        m_path = pattern;
    }

    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept
    {
        if (this != &other) {
            remove();
            m_path = std::exchange(other.m_path, {});
        }
        return *this;
    }

    ~TemporaryFolder() { remove(); }

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }

private:
    void remove() noexcept
    {
        if (!m_path.empty()) {
            std::error_code ignored; // a test's result must not depend on the sweeping
            std::filesystem::remove_all(m_path, ignored);
        }
    }

    std::filesystem::path m_path;
};

} // namespace chevet::test
