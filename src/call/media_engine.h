// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The media half of a call as one object: devices, capture, peers and what is heard. Every function may be
// called from any thread, returns at once and answers with events; the work is done on the engine's own
// thread.
#pragma once

#include "call/frame.h"
#include "call/media_thread.h"
#include "call/media_values.h"

#include <functional>
#include <memory>

namespace chevet::call {

class MediaEngine
{
public:
    /// `listener` is called on the media thread and must outlive the engine. NotFound names a missing
    /// element.
    static Result<std::unique_ptr<MediaEngine>> start(MediaListener& listener);
    /// Ends all peers, then the capture; returns when every device is free.
    ~MediaEngine();
    MediaEngine(const MediaEngine&) = delete;
    MediaEngine& operator=(const MediaEngine&) = delete;

    /// DevicesListed.
    void listDevices();

    /// Replaces what was captured before. Until endCapture devices that come and go are told.
    void startCapture(const CaptureSettings& settings);
    void setPictureSource(const PictureSource& source);
    void setSoundSource(const SoundSource& source);
    /// Off: the camera is stopped and free for others; the peers see a still picture.
    void switchCamera(bool isOn);
    void switchMicrophone(bool isOn);
    void endCapture();
    const std::shared_ptr<FrameSlot>& ownPicture() const;

    /// A number is used once. The slot gets the peer's pictures.
    std::shared_ptr<FrameSlot> addPeer(PeerNumber peer, const PeerSettings& settings);
    void removePeer(PeerNumber peer);
    void acceptAnswer(PeerNumber peer, std::string sdp);
    void addCandidate(PeerNumber peer, std::string line, unsigned mediaLine);
    void setSending(PeerNumber peer, const SendingSettings& settings);
    void setReceiving(PeerNumber peer, const ReceivingSettings& settings);
    void askKeyFrame(PeerNumber peer);
    void askStatistics(PeerNumber peer);
    /// For work that belongs beside the media: in the listener's order, on the listener's thread.
    const std::shared_ptr<MediaQueue>& queue() const { return m_thread.queue(); }
    /// For tests and for graphs of a pipeline: `look` gets its GstBin on the media thread; not called if
    /// there is no such peer.
    void inspect(PeerNumber peer, std::function<void(void*)> look);
    /// MessageRefused if the channel won't take it now.
    void sendMessage(PeerNumber peer, Bytes bytes);

private:
    class Inside;
    explicit MediaEngine(MediaListener& listener);
    template<class Work> void post(Work work);
    template<class Work> void postTo(PeerNumber peer, Work work);

    std::shared_ptr<FrameSlot> m_ownPicture;
    std::shared_ptr<Inside> m_inside; ///< the media thread's own
    MediaThread m_thread;
};

} // namespace chevet::call
