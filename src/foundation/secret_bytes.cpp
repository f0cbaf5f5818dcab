// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/secret_bytes.h"

#include <algorithm>
#include <atomic>
#include <cstring> // and explicit_bzero
#include <mutex>
#include <new>
#include <sys/mman.h>
#include <utility>
#include <vector>

namespace chevet {
namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): one fact about the process
std::atomic<bool> everyPageLocked{true};

std::uint8_t* mapLocked(std::size_t size)
{
    void* at = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) {
        throw std::bad_alloc();
    }
    if (::mlock(at, size) != 0) {
        everyPageLocked = false;
    }
    ::madvise(at, size, MADV_DONTDUMP);
    return static_cast<std::uint8_t*>(at);
}

/// Keys are 32 bytes and there are many (one a resident and compartment): a page each would exhaust what may
/// be locked, so they share 64 KiB slabs of 64-byte slots. Slabs are kept for the life of the process.
class SlotPool
{
public:
    static constexpr std::size_t slotSize = 64;
    static constexpr std::size_t slabSize = std::size_t{64} * 1024;

    std::uint8_t* take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty()) {
            auto* slab = mapLocked(slabSize);
            for (std::size_t at = slabSize; at > 0; at -= slotSize) {
                m_free.push_back(slab + at - slotSize);
            }
        }
        auto* slot = m_free.back();
        m_free.pop_back();
        return slot;
    }

    void give(std::uint8_t* slot)
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(slot);
    }

private:
    std::mutex m_mutex;
    std::vector<std::uint8_t*> m_free;
};

SlotPool& slots()
{
    // Never destroyed: secrets of static lifetime may be freed after it otherwise.
    // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
    static auto& pool = *new SlotPool;
    return pool;
}

std::uint8_t* allocate(std::size_t size)
{
    if (size == 0) {
        return nullptr;
    }
    return size <= SlotPool::slotSize ? slots().take() : mapLocked(size);
}

void release(std::uint8_t* at, std::size_t size)
{
    if (at == nullptr) {
        return;
    }
    wipe({at, size});
    if (size <= SlotPool::slotSize) {
        slots().give(at);
    } else {
        ::munmap(at, size);
    }
}

} // namespace

SecretBytes::SecretBytes(std::size_t size) : m_at(allocate(size)), m_size(size)
{
    if (size > 0) {
        std::memset(m_at, 0, size);
    }
}

SecretBytes::SecretBytes(View from) : m_at(allocate(from.size())), m_size(from.size())
{
    std::copy(from.begin(), from.end(), m_at);
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_at(std::exchange(other.m_at, nullptr)), m_size(std::exchange(other.m_size, 0))
{}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        release(m_at, m_size);
        m_at = std::exchange(other.m_at, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    release(m_at, m_size);
}

bool SecretBytes::allLocked()
{
    return everyPageLocked;
}

void wipe(std::span<std::uint8_t> bytes)
{
    if (!bytes.empty()) { // an empty span may point to nothing, which the function must not be given
        ::explicit_bzero(bytes.data(), bytes.size());
    }
}

bool equalInConstantTime(View a, View b)
{
    if (a.size() != b.size()) {
        return false;
    }
    std::uint8_t difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference = static_cast<std::uint8_t>(difference | (a[i] ^ b[i]));
    }
    return difference == 0;
}

} // namespace chevet
