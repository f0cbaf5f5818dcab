// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Memory for keys and passphrases: locked against swapping where the system allows it, left out of core
// dumps, wiped when freed, never copied by accident.
#pragma once

#include "foundation/bytes.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace chevet {

/// A fixed number of secret bytes. Move-only; a moved-from one is empty. Not thread-safe for one object.
class SecretBytes
{
public:
    SecretBytes() = default;
    /// Zeros.
    explicit SecretBytes(std::size_t size);
    /// A copy of `from`; wiping `from` is the caller's.
    explicit SecretBytes(View from);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    SecretBytes clone() const { return SecretBytes(view()); }
    View view() const { return {m_at, m_size}; }
    std::span<std::uint8_t> writable() { return {m_at, m_size}; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }

    /// False once a page could not be locked (RLIMIT_MEMLOCK); the operator's guide asks for encrypted swap
    /// anyway.
    static bool allLocked();

private:
    std::uint8_t* m_at = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites memory in a way the compiler keeps.
void wipe(std::span<std::uint8_t> bytes);

/// Compares in a time that depends on the length only.
bool equalInConstantTime(View a, View b);

} // namespace chevet
