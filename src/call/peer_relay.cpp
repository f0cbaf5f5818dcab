// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer_relay.h"

#include <algorithm>
#include <string_view>

namespace chevet::call {
namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

bool isHostAndPort(std::string_view text)
{
    const auto isPart = [](char c) { return isUnreserved(c) || c == ':' || c == '[' || c == ']'; };
    return !text.empty() && text.size() <= 256 && std::all_of(text.begin(), text.end(), isPart);
}

} // namespace

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        if (isUnreserved(c)) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += '%';
        result += digits[byte >> 4];
        result += digits[byte & 15];
    }
    return result;
}

Result<RelayAddress> relayAddress(const Relay& relay)
{
    const std::string_view url = relay.url;
    const auto colon = url.find(':');
    if (colon == std::string_view::npos) {
        return fail(ErrorCode::BadInput, "relay");
    }
    const auto scheme = url.substr(0, colon);
    const auto rest = url.substr(colon + 1);
    const auto question = std::min(rest.find('?'), rest.size());
    const auto host = rest.substr(0, question);
    const auto query = rest.substr(question);
    const bool isQuery = query.empty() || query == "?transport=udp" || query == "?transport=tcp";
    if (!isHostAndPort(host) || !isQuery) {
        return fail(ErrorCode::BadInput, "relay");
    }
    if (scheme == "stun") {
        return RelayAddress{RelayKind::Stun, "stun://" + std::string(host)};
    }
    if ((scheme != "turn" && scheme != "turns") || relay.user.empty()) {
        return fail(ErrorCode::BadInput, "relay");
    }
    auto uri = std::string(scheme) + "://" + percentEncoded(relay.user) + ":" +
               percentEncoded(relay.password) + "@" + std::string(host) + std::string(query);
    return RelayAddress{RelayKind::Turn, std::move(uri)};
}

} // namespace chevet::call
