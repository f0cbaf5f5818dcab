// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/media_engine.h"

#include "call/capture.h"
#include "call/devices_monitor.h"
#include "call/peer.h"
#include "call/sound_output.h"

#include <map>
#include <optional>
#include <utility>

namespace chevet::call {

/// Lives and dies on the media thread.
class MediaEngine::Inside
{
public:
    Inside(MediaListener& listener, std::shared_ptr<MediaQueue> queue, std::shared_ptr<FrameSlot> ownPicture)
        : m_listener(listener), m_queue(std::move(queue)), m_ownPicture(std::move(ownPicture)),
          m_time(SharedTime::begin())
    {
        m_tell = [to = m_queue, hears = &m_listener](MediaEvent event) {
            to->post([hears, event = std::move(event)]() mutable { hears->onMedia(std::move(event)); });
        };
    }

    void listDevices()
    {
        DeviceMonitor once;
        DevicesListed listed;
        listed.isComplete = once.start(nullptr, nullptr);
        listed.devices = once.devices();
        m_listener.onMedia(std::move(listed));
    }

    void startCapture(const CaptureSettings& settings)
    {
        endCapture();
        m_devices.emplace();
        m_devices->start(
            [tell = m_tell](const Device& device, bool isThere) {
                tell(DeviceChanged{device, isThere});
            },
            contextOf(*m_queue));
        const CaptureSurroundings around{m_time, contextOf(*m_queue), m_tell, &*m_devices};
        m_output = std::make_unique<SoundOutputPipeline>(around, settings.output);
        m_picture.emplace(around, m_pictures, m_ownPicture);
        m_sound.emplace(around, m_sounds);
        m_picture->start(settings.picture);
        m_sound->start(settings.sound, m_output->echoProbe()); // after the output: the probe must be there
    }

    void endCapture()
    {
        m_picture.reset();
        m_sound.reset();
        m_output.reset();
        m_devices.reset();
        m_ownPicture->clear();
    }

    void addPeer(PeerNumber number, const PeerSettings& settings, std::shared_ptr<FrameSlot> slot)
    {
        PeerSurroundings around{m_time, m_queue, m_tell, std::move(slot), nullptr};
        if (m_output != nullptr) {
            around.voice = m_output->addVoice(number);
        }
        auto peer = std::make_shared<Peer>(number, settings, around);
        if (const auto started = peer->start(); !started) {
            m_tell(PeerFailed{number, PeerTrouble::Unavailable, started.error()});
            peer->end();
            removeVoice(number);
            return;
        }
        m_pictures->add(number, peer->pictures());
        m_sounds->add(number, peer->sounds());
        m_peers[number] = std::move(peer);
    }

    /// First the feed, so that the capture knows nothing of what ends; then the peer; then its place at the
    /// loudspeaker.
    void removePeer(PeerNumber number)
    {
        m_pictures->remove(number);
        m_sounds->remove(number);
        const auto at = m_peers.find(number);
        if (at != m_peers.end()) {
            at->second->end();
            m_peers.erase(at);
        }
        removeVoice(number);
    }

    void removeVoice(PeerNumber number)
    {
        if (m_output != nullptr) {
            m_output->removeVoice(number);
        }
    }

    void end()
    {
        while (!m_peers.empty()) {
            removePeer(m_peers.begin()->first);
        }
        endCapture();
    }

    Peer* peer(PeerNumber number)
    {
        const auto at = m_peers.find(number);
        return at == m_peers.end() ? nullptr : at->second.get();
    }
    PictureCapture* picture() { return m_picture ? &*m_picture : nullptr; }
    SoundCapture* sound() { return m_sound ? &*m_sound : nullptr; }
    std::string echoProbe() const { return m_output == nullptr ? "" : m_output->echoProbe(); }
    MediaListener& listener() { return m_listener; }

private:
    MediaListener& m_listener;
    std::shared_ptr<MediaQueue> m_queue;
    std::shared_ptr<FrameSlot> m_ownPicture;
    SharedTime m_time;
    std::function<void(MediaEvent)>
        m_tell; ///< from any thread; the listener hears of it on the media thread, in order
    std::shared_ptr<SampleFan> m_pictures = std::make_shared<SampleFan>();
    std::shared_ptr<SampleFan> m_sounds = std::make_shared<SampleFan>();
    std::optional<DeviceMonitor> m_devices;
    std::unique_ptr<SoundOutputPipeline> m_output;
    std::optional<PictureCapture> m_picture;
    std::optional<SoundCapture> m_sound;
    std::map<PeerNumber, std::shared_ptr<Peer>> m_peers;
};

template<class Work> void MediaEngine::post(Work work)
{
    m_thread.queue()->post([inside = m_inside, work = std::move(work)]() mutable { work(*inside); });
}

template<class Work> void MediaEngine::postTo(PeerNumber peer, Work work)
{
    post([peer, work = std::move(work)](Inside& inside) mutable {
        if (auto* there = inside.peer(peer)) {
            work(*there);
        }
    });
}

MediaEngine::MediaEngine(MediaListener& listener) : m_ownPicture(std::make_shared<FrameSlot>())
{
    m_inside = std::make_shared<Inside>(listener, m_thread.queue(), m_ownPicture);
}

Result<std::unique_ptr<MediaEngine>> MediaEngine::start(MediaListener& listener)
{
    if (const auto started = startMedia(); !started) {
        return failAs(started);
    }
    return std::unique_ptr<MediaEngine>(new MediaEngine(listener));
}

MediaEngine::~MediaEngine()
{
    m_thread.queue()->post([inside = std::exchange(m_inside, nullptr)] { inside->end(); });
}

void MediaEngine::listDevices()
{
    post([](Inside& inside) { inside.listDevices(); });
}

void MediaEngine::startCapture(const CaptureSettings& settings)
{
    post([settings](Inside& inside) { inside.startCapture(settings); });
}

void MediaEngine::setPictureSource(const PictureSource& source)
{
    post([source](Inside& inside) {
        if (auto* picture = inside.picture()) {
            picture->start(source);
        }
    });
}

void MediaEngine::setSoundSource(const SoundSource& source)
{
    post([source](Inside& inside) {
        if (auto* sound = inside.sound()) {
            sound->start(source, inside.echoProbe());
        }
    });
}

void MediaEngine::switchCamera(bool isOn)
{
    post([isOn](Inside& inside) {
        if (auto* picture = inside.picture()) {
            picture->switchCamera(isOn);
        }
    });
}

void MediaEngine::switchMicrophone(bool isOn)
{
    post([isOn](Inside& inside) {
        if (auto* sound = inside.sound()) {
            sound->switchMicrophone(isOn);
        }
    });
}

void MediaEngine::endCapture()
{
    post([](Inside& inside) { inside.endCapture(); });
}

const std::shared_ptr<FrameSlot>& MediaEngine::ownPicture() const
{
    return m_ownPicture;
}

std::shared_ptr<FrameSlot> MediaEngine::addPeer(PeerNumber peer, const PeerSettings& settings)
{
    auto slot = std::make_shared<FrameSlot>();
    post([peer, settings, slot](Inside& inside) { inside.addPeer(peer, settings, slot); });
    return slot;
}

void MediaEngine::removePeer(PeerNumber peer)
{
    post([peer](Inside& inside) { inside.removePeer(peer); });
}

void MediaEngine::acceptAnswer(PeerNumber peer, std::string sdp)
{
    postTo(peer, [sdp = std::move(sdp)](Peer& there) { there.acceptAnswer(sdp); });
}

void MediaEngine::addCandidate(PeerNumber peer, std::string line, unsigned mediaLine)
{
    postTo(peer, [line = std::move(line), mediaLine](Peer& there) { there.addCandidate(line, mediaLine); });
}

void MediaEngine::setSending(PeerNumber peer, const SendingSettings& settings)
{
    postTo(peer, [settings](Peer& there) { there.setSending(settings); });
}

void MediaEngine::setReceiving(PeerNumber peer, const ReceivingSettings& settings)
{
    postTo(peer, [settings](Peer& there) { there.setReceiving(settings); });
}

void MediaEngine::askKeyFrame(PeerNumber peer)
{
    postTo(peer, [](Peer& there) { there.askKeyFrame(); });
}

void MediaEngine::askStatistics(PeerNumber peer)
{
    postTo(peer, [](Peer& there) { there.askStatistics(); });
}

void MediaEngine::inspect(PeerNumber peer, std::function<void(void*)> look)
{
    postTo(peer, [look = std::move(look)](Peer& there) { look(there.bin()); });
}

void MediaEngine::sendMessage(PeerNumber peer, Bytes bytes)
{
    post([peer, bytes = std::move(bytes)](Inside& inside) {
        auto* there = inside.peer(peer);
        if (there == nullptr || !there->sendMessage(bytes)) {
            inside.listener().onMedia(MessageRefused{peer, bytes.size()});
        }
    });
}

} // namespace chevet::call
