// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/servers.h"

#include "call/peer_relay.h"
#include "sealing/relay_password.h"

#include <charconv>
#include <optional>

namespace chevet::call {
namespace {

constexpr std::string_view scheme = "https://";
constexpr std::string_view space = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

std::optional<std::uint16_t> portFrom(std::string_view text)
{
    std::uint16_t port = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, port);
    return error == std::errc{} && at == end && port != 0 ? std::optional(port) : std::nullopt;
}

/// False: it names no host by https.
bool readPage(std::string_view value, CallServers& servers)
{
    if (!value.starts_with(scheme)) {
        return false;
    }
    auto host = value.substr(scheme.size());
    if (host.ends_with('/')) {
        host.remove_suffix(1);
    }
    servers.page = host;
    return !host.empty() && host.find_first_of("/ #?@") == std::string_view::npos;
}

bool readRelays(std::string_view value, CallServers& servers)
{
    for (auto rest = trimmed(value); !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        const auto url = std::string(rest.substr(0, end));
        if (!url.starts_with("turn") || !relayAddress(Relay{url, "user", "password"})) {
            return false;
        }
        servers.relays.push_back(url);
        rest = trimmed(rest.substr(end));
    }
    return true;
}

/// The place of what is wrong; empty: nothing is.
std::string_view readLine(std::string_view name, std::string_view value, CallServers& servers)
{
    if (name == "page") {
        return readPage(value, servers) ? "" : "server page";
    }
    if (name == "host") {
        servers.host = value;
        return !value.empty() && value.find_first_of("/ :") == std::string_view::npos ? "" : "server host";
    }
    if (name == "port") {
        const auto port = portFrom(value);
        servers.port = port.value_or(0);
        return port ? "" : "server port";
    }
    if (name == "relay") {
        return readRelays(value, servers) ? "" : "server relay";
    }
    if (name == "certificate") {
        servers.authorities = value;
    } else if (name == "telephone") {
        servers.telephone = message::cutText(value, message::longestTelephone);
    } else if (name == "relaySecret") {
        servers.relaySecret = SecretBytes(viewOf(value));
    }
    return "";
}

} // namespace

Result<CallServers> readServers(std::string_view text)
{
    CallServers servers;
    std::int64_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) {
            return fail(ErrorCode::BadInput, "server line", number);
        }
        const auto wrong =
            readLine(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)), servers);
        if (!wrong.empty()) {
            return fail(ErrorCode::BadInput, std::string(wrong), number);
        }
    }
    if (servers.page.empty()) {
        return fail(ErrorCode::BadInput, "server page", number);
    }
    if (servers.host.empty()) {
        servers.host = servers.page.substr(0, servers.page.find(':'));
    }
    if (!servers.relays.empty() && servers.relaySecret.empty()) {
        return fail(ErrorCode::BadInput, "server relay secret", number);
    }
    return servers;
}

Result<std::vector<message::RelayServer>> CallServers::relaysUntil(Instant until,
                                                                   std::string_view forWhom) const
{
    std::vector<message::RelayServer> made;
    made.reserve(relays.size());
    if (relays.empty()) {
        return made;
    }
    const auto opens = sealing::makeRelayPassword(relaySecret.view(), until, forWhom);
    if (!opens) {
        return failAs(opens);
    }
    for (const auto& url : relays) {
        made.push_back({url, opens->user, opens->password});
    }
    return made;
}

} // namespace chevet::call
