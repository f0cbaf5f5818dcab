// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the other side sends, looked at before webrtcbin is: an answer or a candidate that is not what a
// browser writes is refused with a clean error, since webrtcbin keeps quiet about some and stops the process
// over others. Pure functions, no GStreamer.
#pragma once

#include "foundation/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::call {

enum class MediaKind
{
    Sound,
    Picture,
    Photo
};
struct AnsweredMedia
{
    MediaKind kind = MediaKind::Sound;
    bool isRejected = false;            ///< port 0
    std::vector<std::uint32_t> sources; ///< SSRCs
};
struct Answer
{
    std::vector<AnsweredMedia> media; ///< in the order of the offer
};

inline constexpr std::size_t largestDescription = 16'384;
inline constexpr std::size_t largestCandidate = 512;

/// BadInput with the line's number: what was answered is no answer to an offer of ours.
Result<Answer> readAnswer(std::string_view sdp);
/// "candidate:…", without a line end. BadInput says what is wrong.
Result<void> checkCandidate(std::string_view line);

} // namespace chevet::call
