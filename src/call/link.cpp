// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/link.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace chevet::call {
namespace {

constexpr std::string_view scheme = "https://";
constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t version = 1;
constexpr std::size_t roomAt = 1;
constexpr std::size_t secretAt = 17;
constexpr std::size_t expiryAt = 33;
constexpr std::size_t tokenSize = 37;
constexpr std::size_t longestHost = 253 + 6; // a name and a port

bool isHost(std::string_view host)
{
    const auto isOfHost = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == ':' || c == '[' || c == ']';
    };
    return !host.empty() && host.size() <= longestHost && std::ranges::all_of(host, isOfHost);
}

std::string toBase64Url(View bytes)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = (group << 8) | (i < count ? bytes[at + i] : 0u);
        }
        for (std::size_t i = 0; i <= count; ++i) {
            text.push_back(digits[(group >> (18 - 6 * i)) & 63u]);
        }
    }
    return text;
}

/// Nothing for a character that is none of the alphabet's. Bits that are left over at the end must be zero,
/// so that one token has one text.
std::optional<SecretBytes> fromBase64Url(std::string_view text)
{
    SecretBytes bytes(text.size() * 6 / 8);
    std::uint32_t group = 0;
    std::size_t bits = 0;
    std::size_t at = 0;
    for (const char c : text) {
        const auto digit = digits.find(c);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        group = (group << 6) | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.writable()[at++] = static_cast<std::uint8_t>(group >> bits);
            group &= (1u << bits) - 1;
        }
    }
    return group == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace

Result<CallLink> makeLink(std::string_view host, const sealing::CallPublicKey& ofDesk, Instant now,
                          std::chrono::seconds lifetime, sealing::Randomness& randomness)
{
    if (!isHost(host)) {
        return fail(ErrorCode::BadInput, "link host");
    }
    const auto expiry = now.millis / 1000 + lifetime.count();
    if (lifetime.count() <= 0 || expiry <= 0 || expiry > std::numeric_limits<std::uint32_t>::max()) {
        return fail(ErrorCode::OutOfRange, "link expiry", expiry);
    }
    auto secret = randomness.secret(sealing::linkSecretSize);
    if (!secret) {
        return failAs(secret);
    }
    return CallLink{.host = std::string(host),
                    .room = sealing::roomIdOf(ofDesk),
                    .secret = std::move(*secret),
                    .expirySeconds = static_cast<std::uint32_t>(expiry)};
}

std::string linkText(const CallLink& link)
{
    SecretBytes token(tokenSize);
    const auto bytes = token.writable();
    bytes[0] = version;
    std::ranges::copy(link.room.bytes, bytes.subspan(roomAt).begin());
    std::ranges::copy(link.secret.view(), bytes.subspan(secretAt).begin());
    putBigEndian(bytes.subspan(expiryAt).data(), link.expirySeconds);
    return std::string(scheme) + link.host + "/#" + toBase64Url(token.view());
}

Result<CallLink> parseLink(std::string_view text)
{
    if (!text.starts_with(scheme)) {
        return fail(ErrorCode::BadInput, "link scheme");
    }
    const auto rest = text.substr(scheme.size());
    const auto slash = rest.find('/');
    const auto host = rest.substr(0, slash);
    if (!isHost(host)) {
        return fail(ErrorCode::BadInput, "link host");
    }
    const auto path = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
    if (!path.starts_with("/#") || path.size() == 2) {
        return fail(ErrorCode::BadInput, "link token");
    }
    const auto token = fromBase64Url(path.substr(2));
    if (!token) {
        return fail(ErrorCode::BadInput, "link character");
    }
    const auto bytes = token->view();
    // An old page must be able to say that a later link is not for it, whatever its length.
    if (!bytes.empty() && bytes[0] != version) {
        return fail(ErrorCode::BadInput, "link version", bytes[0]);
    }
    if (bytes.size() != tokenSize) {
        return fail(ErrorCode::BadInput, "link length", static_cast<std::int64_t>(bytes.size()));
    }
    CallLink link{.host = std::string(host),
                  .room = {},
                  .secret = SecretBytes(bytes.subspan(secretAt, sealing::linkSecretSize)),
                  .expirySeconds = getBigEndian<std::uint32_t>(bytes.subspan(expiryAt).data())};
    std::ranges::copy(bytes.subspan(roomAt, link.room.bytes.size()), link.room.bytes.begin());
    return link;
}

} // namespace chevet::call
