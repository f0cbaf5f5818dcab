// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a bedside sends about a connection: the first byte says which. An answer that is accepted also reads
// through GStreamer's own reader, as the desk does it; feedback and packets never name what they don't hold.
#include "call/peer_feedback.h"
#include "call/peer_sdp.h"

#include <cstdlib>
#include <gst/sdp/sdp.h>

namespace {

void readAsAnswer(std::string_view text)
{
    const auto answer = chevet::call::readAnswer(text);
    if (!answer) {
        return;
    }
    GstSDPMessage* message = nullptr;
    const std::string whole(text);
    const bool isRead = gst_sdp_message_new_from_text(whole.c_str(), &message) == GST_SDP_OK;
    // The desk compares the numbers of media and would otherwise give an index that is not there.
    if (isRead && gst_sdp_message_medias_len(message) > answer->media.size()) {
        std::abort();
    }
    if (message != nullptr) {
        gst_sdp_message_free(message);
    }
}

void readAsFeedback(chevet::View body)
{
    const auto statuses = chevet::call::readFeedback(body);
    if (!statuses) {
        return;
    }
    if (statuses->size() > 0xffff) {
        std::abort();
    }
    chevet::call::SendLog log;
    log.sent(0, 100, 1);
    if (log.match(*statuses).size() > statuses->size()) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const chevet::View rest(bytes + 1, size - 1);
    switch (bytes[0]) {
    case 'c': (void)chevet::call::checkCandidate(chevet::textOf(rest)); break;
    case 'f': readAsFeedback(rest); break;
    case 'p': (void)chevet::call::transportNumber(rest, 3); break;
    default: readAsAnswer(chevet::textOf(rest)); break;
    }
    return 0;
}
