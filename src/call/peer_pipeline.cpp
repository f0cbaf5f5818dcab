// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/frame_sample.h"
#include "call/peer.h"
#include "call/peer_relay.h"
#include "call/sound_output.h"

#include <gst/webrtc/webrtc.h>
#include <iterator>

namespace chevet::call {
namespace {

constexpr const char* pictureForm =
    "application/"
    "x-rtp,media=video,encoding-name=VP8,clock-rate=90000,payload=96,rtcp-fb-nack-pli=(boolean)true,"
    "rtcp-fb-ccm-fir=(boolean)true,rtcp-fb-nack=(boolean)true,rtcp-fb-transport-cc=(boolean)true,"
    "extmap-3=(string)http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";
constexpr const char* soundForm =
    "application/x-rtp,media=audio,encoding-name=OPUS,clock-rate=48000,payload=111,encoding-params=(string)2,"
    "rtcp-fb-transport-cc=(boolean)true,"
    "extmap-3=(string)http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

/// threads=1: libvpx's threads spin while they wait, and two of them on a busy machine halve the frame rate.
std::string sendingPicture(const SendingSettings& settings)
{
    return "appsrc name=pictures is-live=true do-timestamp=false format=time block=false max-buffers=3 "
           "max-bytes=0 "
           "leaky-type=downstream ! queue leaky=downstream max-size-buffers=2 max-size-bytes=0 "
           "max-size-time=0 ! "
           "videoscale ! capsfilter name=size caps=video/x-raw ! vp8enc name=picture_encoder deadline=1 "
           "cpu-used=8 "
           "threads=1 end-usage=cbr keyframe-max-dist=3000 error-resilient=default lag-in-frames=0 "
           "buffer-initial-size=300 buffer-optimal-size=400 buffer-size=600 target-bitrate=" +
           std::to_string(settings.pictureBitsPerSecond) +
           " ! rtpvp8pay picture-id-mode=15-bit mtu=1200 pt=96 ! capsfilter name=picture_form";
}

std::string sendingSound(const SendingSettings& settings)
{
    return "appsrc name=sounds is-live=true do-timestamp=false format=time block=false max-time=300000000 "
           "max-bytes=0 leaky-type=downstream ! queue leaky=downstream max-size-time=300000000 "
           "max-size-bytes=0 "
           "max-size-buffers=0 ! opusenc name=sound_encoder audio-type=voice inband-fec=true "
           "packet-loss-percentage=5 bitrate=" +
           std::to_string(settings.soundBitsPerSecond) +
           " ! rtpopuspay pt=111 mtu=1200 ! capsfilter name=sound_form";
}

/// What webrtcbin offers follows from these.
void setForm(const MediaPipeline& pipeline, const char* filter, const char* caps)
{
    const auto element = pipeline.find(filter);
    const Held<GstCaps> form(gst_caps_from_string(caps));
    g_object_set(element.get(), "caps", form.get(), nullptr);
}

constexpr const char* receivingPicture =
    "queue max-size-buffers=0 max-size-bytes=0 max-size-time=2000000000 ! rtpvp8depay request-keyframe=true "
    "wait-for-keyframe=true ! vp8dec threads=1 ! videoconvert ! video/x-raw,format=BGRx ! appsink "
    "name=picture "
    "sync=false async=false max-buffers=1 drop=true";

/// The sink never drops for being late (drop-on-latency and a waiting sink lost four packets of five).
constexpr const char* receivingSound = "queue max-size-buffers=0 max-size-bytes=0 max-size-time=2000000000 ! "
                                       "rtpopusdepay ! opusdec name=sound_decoder "
                                       "use-inband-fec=true plc=true ! audioconvert ! audioresample ! "
                                       "audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved ! "
                                       "queue ! appsink name=sound sync=true "
                                       "async=false";

/// On a streaming thread. What nobody asked for runs into nothing instead of stopping the transport.
void linkIncoming(GstElement* webrtc, GstPad* pad, gpointer)
{
    if (GST_PAD_DIRECTION(pad) != GST_PAD_SRC) {
        return; // webrtcbin tells of its own sinks as well
    }
    const Held<GstObject> pipeline(gst_object_get_parent(GST_OBJECT(webrtc)));
    Held<GstCaps> caps(gst_pad_get_current_caps(pad));
    if (caps == nullptr) {
        caps.reset(gst_pad_query_caps(pad, nullptr));
    }
    const char* media = nullptr;
    if (gst_caps_get_size(caps.get()) > 0) {
        media = gst_structure_get_string(gst_caps_get_structure(caps.get(), 0), "media");
    }
    const bool isSound = g_strcmp0(media, "audio") == 0;
    const bool isPicture = g_strcmp0(media, "video") == 0;
    Held<GstElement> branch;
    if (isSound || isPicture) {
        branch.reset(
            gst_bin_get_by_name(GST_BIN(pipeline.get()), isSound ? "sound_branch" : "picture_branch"));
    }
    if (branch != nullptr) {
        const Held<GstPad> in(gst_element_get_static_pad(branch.get(), "sink"));
        if (gst_pad_is_linked(in.get()) == FALSE && gst_pad_link(pad, in.get()) == GST_PAD_LINK_OK) {
            return;
        }
    }
    if (auto nowhere = makeElement("fakesink")) {
        g_object_set(nowhere->get(), "async", FALSE, "sync", FALSE, nullptr);
        gst_bin_add(GST_BIN(pipeline.get()), nowhere->get());
        const Held<GstPad> in(gst_element_get_static_pad(nowhere->get(), "sink"));
        gst_pad_link(pad, in.get());
        gst_element_sync_state_with_parent(nowhere->get());
    }
}

GstPadProbeReturn countPicture(GstPad*, GstPadProbeInfo*, gpointer hooks)
{
    ++(*static_cast<std::shared_ptr<PeerHooks>*>(hooks))->counters().picturesEncoded;
    return GST_PAD_PROBE_OK;
}

/// By the pad: before the caps are there a transceiver has no kind to be found by.
void askForRepeats(GstElement* webrtc)
{
    const Held<GstPad> pad(gst_element_get_static_pad(webrtc, "sink_0"));
    GstWebRTCRTPTransceiver* raw = nullptr;
    g_object_get(pad.get(), "transceiver", &raw, nullptr);
    const Held<GstWebRTCRTPTransceiver> transceiver(raw);
    g_object_set(transceiver.get(), "do-nack", TRUE, nullptr);
}

} // namespace

Result<void> Peer::build()
{
    m_pipeline = std::make_unique<MediaPipeline>(
        m_around.time, contextOf(*m_around.queue),
        [this](PipelineEnd, const Error& error) { failed(PeerTrouble::MediaFailed, error); });
    auto webrtc = makeElement("webrtcbin");
    if (!webrtc) {
        return failAs(webrtc);
    }
    m_webrtc = std::move(*webrtc);
    g_object_set(m_webrtc.get(), "name", "webrtc", "bundle-policy", GST_WEBRTC_BUNDLE_POLICY_MAX_BUNDLE,
                 "latency", guint(m_settings.receiving.soundLatency.count()), "ice-transport-policy",
                 m_settings.relayOnly ? GST_WEBRTC_ICE_TRANSPORT_POLICY_RELAY
                                      : GST_WEBRTC_ICE_TRANSPORT_POLICY_ALL,
                 nullptr);
    m_handlers = m_hooks->attach(m_webrtc.get()); // before webrtcbin makes any of what they wait for
    m_pipeline->add(holdAnother(m_webrtc.get()));
    CHEVET_TRY(buildSending());
    return buildReceiving();
}

Result<void> Peer::buildSending()
{
    const auto picture = m_pipeline->add(sendingPicture(m_settings.sending));
    const auto sound = m_pipeline->add(sendingSound(m_settings.sending));
    if (!picture || !sound) {
        return picture ? failAs(sound) : failAs(picture);
    }
    setForm(*m_pipeline, "picture_form", pictureForm);
    setForm(*m_pipeline, "sound_form", soundForm);
    if (gst_element_link_pads(*picture, "src", m_webrtc.get(), "sink_0") == FALSE ||
        gst_element_link_pads(*sound, "src", m_webrtc.get(), "sink_1") == FALSE) {
        return fail(ErrorCode::Internal, "webrtcbin");
    }
    askForRepeats(m_webrtc.get());
    m_pictures = std::make_shared<PictureFeed>(m_pipeline->find("pictures"));
    m_sounds = std::make_shared<SoundFeed>(m_pipeline->find("sounds"));
    const Held<GstPad> packets(gst_element_get_static_pad(m_pipeline->find("picture_form").get(), "src"));
    m_stills = std::make_unique<StillPacer>(packets.get(), m_around.time.clock.get());
    const auto encoder = m_pipeline->find("picture_encoder");
    const Held<GstPad> out(gst_element_get_static_pad(encoder.get(), "src"));
    gst_pad_add_probe(out.get(), GST_PAD_PROBE_TYPE_BUFFER, countPicture,
                      new std::shared_ptr<PeerHooks>(m_hooks), deleteContext<std::shared_ptr<PeerHooks>>);
    return {};
}

/// Both branches are there before anything comes: a pad that appears is linked where it appears, and nothing
/// is lost.
Result<void> Peer::buildReceiving()
{
    const auto picture = m_pipeline->add(receivingPicture, "picture_branch");
    const auto sound = m_pipeline->add(receivingSound, "sound_branch");
    if (!picture || !sound) {
        return picture ? failAs(sound) : failAs(picture);
    }
    // A pipeline waits in all its sinks as long as its slowest branch needs; the sound need not wait for the
    // picture's.
    const auto early = m_settings.receiving.soundLatency - m_settings.receiving.pictureLatency;
    if (early.count() < 0) {
        const auto sink = m_pipeline->find("sound");
        g_object_set(sink.get(), "ts-offset", gint64(std::chrono::nanoseconds(early).count()), nullptr);
    }
    m_handlers.push_back(connectSignal(m_webrtc.get(), "pad-added", linkIncoming, 0));
    const auto tell = m_around.tell;
    const auto number = m_number;
    m_pipeline->onSample("picture", [slot = m_around.slot, tell, number](GstSample* sample) {
        if (auto frame = frameOf(sample); frame && slot->put(std::move(*frame))) {
            tell(FrameReady{number});
        }
    });
    m_pipeline->onSample("sound", [voice = m_around.voice, tell, number, hooks = m_hooks,
                                   tells = m_settings.tellsSound](GstSample* sample) {
        GstBuffer* buffer = gst_sample_get_buffer(sample);
        hooks->counters().soundSamples += gst_buffer_get_size(buffer) / sizeof(std::int16_t);
        if (voice != nullptr) {
            voice->play(buffer);
        }
        if (tells) {
            SoundHeard heard{number, {}};
            heard.samples.resize(gst_buffer_get_size(buffer) / sizeof(std::int16_t));
            gst_buffer_extract(buffer, 0, heard.samples.data(), heard.samples.size() * sizeof(std::int16_t));
            tell(std::move(heard));
        }
    });
    return {};
}

void Peer::addRelays()
{
    for (const auto& relay : m_settings.relays) {
        const auto address = relayAddress(relay);
        gboolean isTaken = FALSE;
        if (address && address->kind == RelayKind::Stun) {
            g_object_set(m_webrtc.get(), "stun-server", address->uri.c_str(), nullptr);
            isTaken = TRUE;
        } else if (address) {
            g_signal_emit_by_name(m_webrtc.get(), "add-turn-server", address->uri.c_str(), &isTaken);
        }
        if (isTaken == FALSE) {
            failed(PeerTrouble::RelayRefused, {ErrorCode::BadInput, "relay"});
        }
    }
}

} // namespace chevet::call
