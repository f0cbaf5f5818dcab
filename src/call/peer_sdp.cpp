// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer_sdp.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace chevet::call {
namespace {

constexpr std::size_t mostMedia = 3;
constexpr std::size_t mostSources = 16;

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        if (end > 0) {
            found.push_back(line.substr(0, end));
        }
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return found;
}

template<class Number> std::optional<Number> number(std::string_view text)
{
    Number value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c != '\x7f'; });
}

bool isToken(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isFingerprint(std::string_view value)
{
    constexpr std::string_view hash = "sha-256 ";
    constexpr std::size_t length = 32 * 3 - 1;
    if (!value.starts_with(hash) || value.size() != hash.size() + length) {
        return false;
    }
    value.remove_prefix(hash.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        if (i % 3 == 2 ? c != ':' : !isHex) {
            return false;
        }
    }
    return true;
}

std::optional<AnsweredMedia> readMedia(std::string_view value)
{
    const auto parts = words(value);
    if (parts.size() < 4 || parts.size() > 36) {
        return std::nullopt;
    }
    AnsweredMedia media;
    const auto port = number<std::uint16_t>(parts[1]);
    if (!port) {
        return std::nullopt;
    }
    media.isRejected = *port == 0;
    if (parts[0] == "audio") {
        media.kind = MediaKind::Sound;
    } else if (parts[0] == "video") {
        media.kind = MediaKind::Picture;
    } else if (parts[0] == "application") {
        media.kind = MediaKind::Photo;
    } else {
        return std::nullopt;
    }
    const std::string_view transport = media.kind == MediaKind::Photo ? "UDP/DTLS/SCTP" : "UDP/TLS/RTP/SAVPF";
    return parts[2] == transport ? std::optional(media) : std::nullopt;
}

class AnswerReader
{
public:
    Result<Answer> read(std::string_view sdp)
    {
        if (sdp.size() > largestDescription) {
            return fail(ErrorCode::TooLarge, "answer");
        }
        while (!sdp.empty()) {
            ++m_line;
            const auto end = std::min(sdp.find('\n'), sdp.size());
            auto line = sdp.substr(0, end);
            sdp.remove_prefix(std::min(end + 1, sdp.size()));
            if (line.ends_with('\r')) {
                line.remove_suffix(1);
            }
            if (!readLine(line)) {
                return fail(ErrorCode::BadInput, "answer", m_line);
            }
        }
        const bool isWhole =
            !m_answer.media.empty() && m_hasFingerprint && m_hasUser && m_hasPassword && m_hasSetup;
        return isWhole ? Result<Answer>(std::move(m_answer)) : fail(ErrorCode::BadInput, "answer", m_line);
    }

private:
    bool readLine(std::string_view line)
    {
        if (line.size() < 2 || line[1] != '=' || line[0] < 'a' || line[0] > 'z' || !isPlain(line)) {
            return false;
        }
        const auto value = line.substr(2);
        if (m_line == 1) {
            return line == "v=0";
        }
        if (line[0] == 'm') {
            const auto media = readMedia(value);
            if (!media || m_answer.media.size() == mostMedia) {
                return false;
            }
            m_answer.media.push_back(*media);
        }
        return line[0] != 'a' || readAttribute(value);
    }

    bool readAttribute(std::string_view value)
    {
        const auto colon = std::min(value.find(':'), value.size());
        const auto name = value.substr(0, colon);
        const auto rest = value.substr(std::min(colon + 1, value.size()));
        if (name == "fingerprint") {
            m_hasFingerprint = true;
            return isFingerprint(rest);
        }
        if (name == "ice-ufrag") {
            m_hasUser = true;
            return isToken(rest) && rest.size() >= 4 && rest.size() <= 256;
        }
        if (name == "ice-pwd") {
            m_hasPassword = true;
            return isToken(rest) && rest.size() >= 22 && rest.size() <= 256;
        }
        if (name == "setup") {
            m_hasSetup = true;
            return rest == "active" || rest == "passive"; // an answer decides
        }
        if (name == "candidate") {
            return checkCandidate(value).has_value();
        }
        return name != "ssrc" || readSource(rest);
    }

    bool readSource(std::string_view value)
    {
        const auto source = number<std::uint32_t>(value.substr(0, std::min(value.find(' '), value.size())));
        if (!source || m_answer.media.empty()) {
            return false;
        }
        auto& sources = m_answer.media.back().sources;
        if (std::find(sources.begin(), sources.end(), *source) == sources.end()) {
            sources.push_back(*source);
        }
        return sources.size() <= mostSources;
    }

    Answer m_answer;
    std::int64_t m_line = 0;
    bool m_hasFingerprint = false;
    bool m_hasUser = false;
    bool m_hasPassword = false;
    bool m_hasSetup = false;
};

} // namespace

Result<Answer> readAnswer(std::string_view sdp)
{
    return AnswerReader().read(sdp);
}

Result<void> checkCandidate(std::string_view line)
{
    constexpr std::string_view beginning = "candidate:";
    if (line.size() > largestCandidate) {
        return fail(ErrorCode::TooLarge, "candidate");
    }
    if (!line.starts_with(beginning) || !isPlain(line)) {
        return fail(ErrorCode::BadInput, "candidate");
    }
    // foundation component transport priority address port typ kind …
    const auto parts = words(line.substr(beginning.size()));
    if (parts.size() < 8) {
        return fail(ErrorCode::BadInput, "candidate: fields");
    }
    const auto component = number<std::uint16_t>(parts[1]);
    const bool isTransport = parts[2] == "udp" || parts[2] == "UDP" || parts[2] == "tcp" || parts[2] == "TCP";
    const bool isAddress = std::all_of(parts[4].begin(), parts[4].end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
               c == ':' || c == '-' || c == '%';
    });
    const bool isKind =
        parts[7] == "host" || parts[7] == "srflx" || parts[7] == "prflx" || parts[7] == "relay";
    if (!component || *component < 1 || *component > 2 || !isTransport || !number<std::uint32_t>(parts[3]) ||
        !isAddress || !number<std::uint16_t>(parts[5]) || parts[6] != "typ" || !isKind) {
        return fail(ErrorCode::BadInput, "candidate: fields");
    }
    return {};
}

} // namespace chevet::call
