// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sixteen-byte identities, one type each, so that a home's id can't be passed for a resident's.
// Cases, residents, homes and members have random ids; only an event's id is derived (from its envelope).
#pragma once

#include "foundation/bytes.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <optional>
#include <string>

namespace chevet {

template<class Tag> struct Id
{
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Id&) const = default;

    bool isNull() const { return *this == Id{}; }
    View view() const { return bytes; }
    std::string hex() const { return toHex(bytes); }

    /// Nothing unless exactly 16 bytes.
    static std::optional<Id> fromBytes(View from)
    {
        if (from.size() != 16) {
            return std::nullopt;
        }
        Id id;
        std::copy(from.begin(), from.end(), id.bytes.begin());
        return id;
    }

    /// Nothing unless 32 hexadecimal digits.
    static std::optional<Id> fromHexText(std::string_view text)
    {
        const auto decoded = fromHex(text);
        return decoded ? fromBytes(*decoded) : std::nullopt;
    }
};

using TeamId = Id<struct TeamTag>;
using DeviceId = Id<struct DeviceTag>;
using MemberId = Id<struct MemberTag>;
using HomeId = Id<struct HomeTag>;
using ResidentId = Id<struct ResidentTag>;
using CaseId = Id<struct CaseTag>;
using EventId = Id<struct EventTag>;
using KeyId = Id<struct KeyTag>;
using DraftId = Id<struct DraftTag>;
using FileId = Id<struct FileTag>; ///< random; of a photo
/// What an event is about, as stored: a case, a resident, a home, a member or the team.
using StreamId = Id<struct StreamTag>;

/// The same sixteen bytes under another type: a stream is the case that it names.
template<class To, class From> To idCast(const From& from)
{
    To to;
    to.bytes = from.bytes;
    return to;
}

/// Where random ids come from; injected, so that a sample team and a test can be repeated.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual std::array<std::uint8_t, 16> next() = 0;

    template<class AnyId> AnyId make()
    {
        AnyId id;
        id.bytes = next();
        return id;
    }
};

/// From the kernel's generator (getrandom). Aborts the process if the kernel refuses, which it does not after
/// boot.
class SystemIds final : public IdSource
{
public:
    std::array<std::uint8_t, 16> next() override;
};

/// The same ids for the same seed (splitmix64); for samples, tests and benchmarks only.
class SeededIds final : public IdSource
{
public:
    explicit SeededIds(std::uint64_t seed) : m_state(seed) {}
    std::array<std::uint8_t, 16> next() override;
    std::uint64_t nextNumber();

private:
    std::uint64_t m_state;
};

} // namespace chevet

template<class Tag> struct std::hash<chevet::Id<Tag>>
{
    std::size_t operator()(const chevet::Id<Tag>& id) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};
