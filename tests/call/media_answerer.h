// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The other end of a call as small as it can be: one webrtcbin that answers, with a coloured picture and a
// tone of its own.
#pragma once

#include "call/frame.h"
#include "foundation/bytes.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chevet::test {

struct AnswererSettings
{
    std::string pattern = "blue";
    int toneHertz = 1000;
};

class Answerer
{
public:
    /// Both functions are called on GStreamer's threads.
    Answerer(const AnswererSettings& settings, std::function<void(std::string)> answered,
             std::function<void(std::string, unsigned)> candidate);
    ~Answerer();
    Answerer(const Answerer&) = delete;
    Answerer& operator=(const Answerer&) = delete;

    /// Answers once its own streams are known; returns when the answer has been asked for.
    /// One picture a second from now on.
    void slowDown();
    void takeOffer(const std::string& sdp);
    void takeCandidate(const std::string& line, unsigned mediaLine);
    void send(View bytes);
    void sendText(const std::string& text);

    call::Frame picture() const;
    std::uint64_t pictures() const;
    /// The last samples that were heard.
    std::vector<std::int16_t> sound(std::size_t samples) const;
    std::vector<Bytes> messages() const;

private:
    struct Inside;
    std::shared_ptr<Inside> m_inside;
};

} // namespace chevet::test
