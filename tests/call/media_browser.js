// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bedside as small as it can be, for the tests: green picture, 1500 Hz, and what the browser sees and hears of the desk.
"use strict";

window.bedside = {candidates: [], messages: [], state: "new", echo: true};

(() => {
    const own = document.createElement("canvas");
    own.width = 320;
    own.height = 240;
    const brush = own.getContext("2d");
    let count = 0;
    setInterval(() => {
        brush.fillStyle = "rgb(0,200,0)";
        brush.fillRect(0, 0, 320, 240);
        brush.fillStyle = "black";
        brush.fillRect(++count % 300, 220, 20, 20);
    }, 50);
    const picture = document.createElement("video");
    picture.muted = true;
    picture.autoplay = true;
    document.body.append(own, picture);
    const seen = document.createElement("canvas");
    const look = seen.getContext("2d", {willReadFrequently: true});
    let analyser = null;

    window.startBedside = async (offer, relays) => {
        const sound = new AudioContext({sampleRate: 48000});
        const tone = new OscillatorNode(sound, {frequency: 1500});
        const out = new MediaStreamAudioDestinationNode(sound);
        tone.connect(new GainNode(sound, {gain: 0.4})).connect(out);
        tone.start();
        await sound.resume();
        const call = new RTCPeerConnection({iceServers: relays || [], bundlePolicy: "max-bundle"});
        window.bedside.call = call;
        call.onicecandidate = (event) => {
            if (event.candidate && event.candidate.candidate) {
                window.bedside.candidates.push([event.candidate.candidate, event.candidate.sdpMLineIndex]);
            }
        };
        call.onconnectionstatechange = () => { window.bedside.state = call.connectionState; };
        call.ontrack = (event) => {
            const stream = new MediaStream([event.track]);
            if (event.track.kind === "video") {
                picture.srcObject = stream;
                picture.play();
                return;
            }
            const heard = new Audio();
            heard.srcObject = stream;
            heard.muted = true;
            heard.play();
            window.bedside.heard = heard;
            analyser = new AnalyserNode(sound, {fftSize: 8192, smoothingTimeConstant: 0});
            new MediaStreamAudioSourceNode(sound, {mediaStream: stream}).connect(analyser);
        };
        call.ondatachannel = (event) => {
            event.channel.binaryType = "arraybuffer";
            event.channel.onmessage = (message) => {
                window.bedside.messages.push(message.data.byteLength);
                event.channel.send(message.data);
            };
        };
        await call.setRemoteDescription({type: "offer", sdp: offer});
        for (const track of own.captureStream(20).getTracks().concat(out.stream.getTracks())) {
            call.addTrack(track);
        }
        await call.setLocalDescription();
        return call.localDescription.sdp;
    };

    window.addBedsideCandidate = (line, mediaLine) =>
        window.bedside.call.addIceCandidate({candidate: line, sdpMLineIndex: mediaLine}).then(() => true, () => false);

    const peak = () => {
        if (!analyser) {
            return 0;
        }
        const bins = new Float32Array(analyser.frequencyBinCount);
        analyser.getFloatFrequencyData(bins);
        const loudest = bins.reduce((best, value, at) => value > bins[best] ? at : best, 1);
        return bins[loudest] > -60 ? loudest * 48000 / 8192 : 0;
    };

    window.lookAtBedside = async () => {
        const report = {
            candidates: window.bedside.candidates.splice(0), messages: window.bedside.messages, state: window.bedside.state,
            width: picture.videoWidth, colour: [0, 0, 0], strip: [], hertz: peak(), frames: 0, concealed: 0, samples: 0,
        };
        if (picture.videoWidth > 0) {
            seen.width = picture.videoWidth;
            seen.height = picture.videoHeight;
            look.drawImage(picture, 0, 0);
            report.colour = Array.from(look.getImageData(seen.width / 2, seen.height / 2, 1, 1).data).slice(0, 3);
            const row = look.getImageData(0, Math.floor(seen.height / 32), seen.width, 1).data;
            for (let cell = 0; cell < 32; ++cell) {
                report.strip.push(row[4 * Math.floor((2 * cell + 1) * seen.width / 64) + 1]);
            }
        }
        for (const one of (await window.bedside.call.getStats()).values()) {
            if (one.type === "inbound-rtp" && one.kind === "video") {
                report.frames = one.framesDecoded || 0;
            } else if (one.type === "inbound-rtp" && one.kind === "audio") {
                report.concealed = one.concealedSamples || 0;
                report.samples = one.totalSamplesReceived || 0;
            }
        }
        return report;
    };
})();
