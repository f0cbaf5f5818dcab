// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/secret_bytes.h"
#include "support/catch.h"
#include "support/random.h"

#include <algorithm>
#include <fstream>
#include <thread>
#include <type_traits>

using namespace chevet;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> &&
              std::is_nothrow_move_assignable_v<SecretBytes>);

namespace {

constexpr std::size_t keySize = 32;

bool isAll(const std::uint8_t* at, std::size_t count, std::uint8_t value)
{
    return std::all_of(at, at + count, [&](std::uint8_t byte) { return byte == value; });
}

/// The kernel's flags for the mapping that holds this address: "rd wr mr mw me lo ac dd".
std::string mappingFlags(const void* address)
{
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream maps("/proc/self/smaps");
    bool isHere = false;
    for (std::string line; std::getline(maps, line);) {
        unsigned long from = 0;
        unsigned long to = 0;
        if (std::sscanf(line.c_str(), "%lx-%lx ", &from, &to) == 2) {
            isHere = wanted >= from && wanted < to;
        } else if (isHere && line.starts_with("VmFlags:")) {
            return line;
        }
    }
    return {};
}

} // namespace

TEST_CASE("new secret bytes are zeros and a copy has the bytes of its source")
{
    for (const std::size_t size : {1u, 31u, 32u, 63u, 64u, 65u, 4096u, 70'000u}) {
        INFO(size);
        SecretBytes zeros(size);
        REQUIRE(zeros.size() == size);
        CHECK(isAll(zeros.view().data(), size, 0));
        const Bytes source(size, 0xA7);
        const SecretBytes copied{View(source)};
        CHECK(std::ranges::equal(copied.view(), source));
    }
}

TEST_CASE("no secret bytes are empty and may be cloned and freed")
{
    const SecretBytes none;
    const SecretBytes empty(0);
    CHECK(none.empty());
    CHECK(empty.empty());
    CHECK(none.clone().empty());
    CHECK(SecretBytes(View{}).empty());
}

TEST_CASE("a clone is equal and independent")
{
    SecretBytes secret(keySize);
    std::ranges::fill(secret.writable(), std::uint8_t{1});
    auto clone = secret.clone();
    CHECK(equalInConstantTime(secret.view(), clone.view()));
    clone.writable()[0] = 2;
    CHECK(secret.view()[0] == 1);
    CHECK_FALSE(equalInConstantTime(secret.view(), clone.view()));
}

TEST_CASE("moving leaves nothing behind and frees what was there")
{
    SecretBytes from{viewOf("the key")};
    const auto* bytes = from.view().data();
    SecretBytes to{viewOf("another")};
    to = std::move(from);
    CHECK(to.view().data() == bytes);
    CHECK(textOf(to.view()) == "the key");
    CHECK(from.empty()); // NOLINT(bugprone-use-after-move): that is the question
    auto& same = to;
    to = std::move(same);
    CHECK(textOf(to.view()) == "the key");
}

TEST_CASE("a freed key is wiped where it stood")
{
    const std::uint8_t* at = nullptr;
    {
        SecretBytes key(keySize);
        std::ranges::fill(key.writable(), std::uint8_t{0x5A});
        at = key.view().data();
        REQUIRE(isAll(at, keySize, 0x5A));
    }
    // Small secrets share pages that stay mapped for the life of the process, so one may look.
    CHECK(isAll(at, keySize, 0));
}

TEST_CASE("a key that is replaced by another is wiped as well")
{
    SecretBytes key(keySize);
    std::ranges::fill(key.writable(), std::uint8_t{0x5A});
    const auto* at = key.view().data();
    key = SecretBytes();
    CHECK(isAll(at, keySize, 0));
}

TEST_CASE("secrets stay out of core dumps")
{
    const SecretBytes small(keySize);
    const SecretBytes large(70'000);
    CHECK(mappingFlags(small.view().data()).find(" dd") != std::string::npos);
    CHECK(mappingFlags(large.view().data()).find(" dd") != std::string::npos);
    CHECK(mappingFlags(&small).find(" dd") == std::string::npos); // the look itself can tell the difference
}

TEST_CASE("secrets are locked in memory as far as the process may and says so")
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const bool canLock = false; // the sanitizers answer mlock themselves and do nothing
#else
    const bool canLock = SecretBytes(keySize).size() > 0 && SecretBytes::allLocked();
#endif
    const SecretBytes small(keySize);
    const auto isLocked = mappingFlags(small.view().data()).find(" lo") != std::string::npos;
    CHECK(isLocked == canLock);
}

TEST_CASE("many small keys keep to themselves in any order of freeing")
{
    CHEVET_SEEDED(random, 9);
    std::vector<SecretBytes> keys;
    std::vector<Bytes> expected;
    for (int i = 0; i < 20'000; ++i) {
        if (!keys.empty() && random.onceIn(3)) {
            const auto at = random.below(keys.size());
            std::swap(keys[at], keys.back());
            std::swap(expected[at], expected.back());
            keys.pop_back();
            expected.pop_back();
        } else {
            expected.push_back(random.bytes(1 + random.below(64)));
            keys.emplace_back(View(expected.back()));
        }
    }
    int wrong = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        wrong += std::ranges::equal(keys[i].view(), expected[i]) ? 0 : 1;
    }
    CHECK(keys.size() > 5'000);
    CHECK(wrong == 0);
}

TEST_CASE("threads take and free keys at the same time without meeting")
{
    std::array<int, 4> wrong{};
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < wrong.size(); ++number) {
        threads.emplace_back([&wrong, number] {
            for (int i = 0; i < 2'000; ++i) {
                SecretBytes key(keySize);
                std::ranges::fill(key.writable(), static_cast<std::uint8_t>(number + 1));
                const auto clone = key.clone();
                wrong[number] +=
                    isAll(clone.view().data(), keySize, static_cast<std::uint8_t>(number + 1)) ? 0 : 1;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(wrong == std::array<int, 4>{});
}

TEST_CASE("bytes are equal only with the same length and every byte the same")
{
    CHECK(equalInConstantTime(viewOf("abc"), viewOf("abc")));
    CHECK(equalInConstantTime({}, {}));
    CHECK_FALSE(equalInConstantTime(viewOf("abc"), viewOf("ab")));
    CHECK_FALSE(equalInConstantTime(viewOf("abc"), viewOf("bbc")));
    CHECK_FALSE(equalInConstantTime(viewOf("abc"), viewOf("abd")));
    CHECK_FALSE(equalInConstantTime(viewOf("abc"), {}));
}

TEST_CASE("wiping overwrites exactly what it was given")
{
    Bytes bytes(10, 7);
    wipe(std::span(bytes).subspan(2, 5));
    CHECK(bytes == Bytes{7, 7, 0, 0, 0, 0, 0, 7, 7, 7});
}
