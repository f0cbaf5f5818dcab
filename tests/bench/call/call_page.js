// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Laid into a page before anything of its own runs: a camera whose pictures carry the time, and a record of when each
// picture of the other side was shown. The same for the bedside page and for the plain call between two browsers.
"use strict";

window.bench = (() => {
    const width = 640;
    const height = 480;
    const rate = 30;
    const cells = 32;
    const bench = {offset: 0, shown: [], connections: [], begun: 0, candidates: []};
    /// Milliseconds of the machine's monotonic clock.
    const now = () => performance.now() + bench.offset;

    // ---- the camera: the texture of tests/bench/call/texture.cpp

    const hash = (x, y, seed) => {
        let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 974634781)) >>> 0;
        h = Math.imul(h ^ (h >>> 13), 1274126177) >>> 0;
        return ((h ^ (h >>> 16)) >>> 0) & 255;
    };
    const smooth = (x, y, size, seed) => {
        const [left, top, fx, fy] = [Math.floor(x / size), Math.floor(y / size), (x % size) / size, (y % size) / size];
        const row = (at) => hash(left, at, seed) * (1 - fx) + hash(left + 1, at, seed) * fx;
        return row(top) * (1 - fy) + row(top + 1) * fy;
    };
    const margin = 16;
    const makeTexture = () => {
        const span = width + 2 * margin;
        const texture = new Uint8Array(span * (height + 2 * margin));
        for (let y = 0; y < height + 2 * margin; ++y) {
            for (let x = 0; x < span; ++x) {
                texture[y * span + x] = 50 + (0.6 * smooth(x, y, 32, 1) + 0.4 * smooth(x, y, 8, 2)) * 0.6;
            }
        }
        return texture;
    };
    const makePictures = () => {
        const texture = makeTexture();
        return Array.from({length: rate}, (_, number) => {
            const picture = new Uint8Array(width * height * 3 / 2).fill(128);
            const turn = 2 * Math.PI * number / rate;
            const [dx, dy] = [margin + Math.round(10 * Math.cos(turn)), margin + Math.round(10 * Math.sin(turn))];
            for (let y = 0; y < height; ++y) {
                for (let x = 0; x < width; ++x) {
                    picture[y * width + x] = texture[(y + dy) * (width + 2 * margin) + x + dx] + hash(x, y, number + 3) % 9 - 4;
                }
            }
            return picture;
        });
    };
    const burn = (picture, milliseconds) => {
        const clock = Math.floor(milliseconds) & 0xffffff;
        const sum = (clock ^ (clock >> 8) ^ (clock >> 16) ^ 0x5a) & 0xff;
        for (let cell = 0; cell < cells; ++cell) {
            const bit = cell < 24 ? (clock >> (23 - cell)) & 1 : (sum >> (31 - cell)) & 1;
            for (let row = 0; row < height / 16; ++row) {
                const from = row * width + cell * width / cells;
                picture.fill(bit ? 235 : 16, from, from + width / cells);
            }
        }
    };
    let pictures = null;
    const camera = () => {
        pictures ??= makePictures();
        const track = new MediaStreamTrackGenerator({kind: "video"});
        const writer = track.writable.getWriter();
        const buffer = new Uint8Array(pictures[0].length);
        const start = performance.now();
        let number = 0;
        const tick = () => {
            if (track.readyState !== "live") {
                return;
            }
            buffer.set(pictures[number % rate]);
            burn(buffer, now());
            const frame = new VideoFrame(buffer, {
                format: "I420", codedWidth: width, codedHeight: height, timestamp: Math.round(performance.now() * 1000),
            });
            writer.write(frame).catch(() => {});
            ++number;
            setTimeout(tick, Math.max(0, start + number * 1000 / rate - performance.now()));
        };
        tick();
        return track;
    };
    const microphone = () => {
        const sound = new AudioContext({sampleRate: 48000});
        const tone = new OscillatorNode(sound, {frequency: 440});
        const out = new MediaStreamAudioDestinationNode(sound);
        tone.connect(new GainNode(sound, {gain: 0.4})).connect(out);
        tone.start();
        sound.resume();
        return out.stream.getAudioTracks()[0];
    };
    bench.media = () => new MediaStream([camera(), microphone()]);
    if (navigator.mediaDevices) {
        navigator.mediaDevices.getUserMedia = async ({audio, video}) =>
            new MediaStream([...(video ? [camera()] : []), ...(audio ? [microphone()] : [])]);
    }

    // ---- what is shown

    const clockOf = async (video) => {
        const frame = new VideoFrame(video);
        try {
            const [wide, high] = [frame.codedWidth, frame.codedHeight];
            const rect = {x: 0, y: Math.floor(high / 32) & ~1, width: wide & ~1, height: 2};
            const bytes = new Uint8Array(frame.allocationSize({rect}));
            const [plane] = await frame.copyTo(bytes, {rect});
            const isPacked = !frame.format.startsWith("I4") && !frame.format.startsWith("NV");
            const step = isPacked ? 4 : 1;
            let word = 0;
            for (let cell = 0; cell < cells; ++cell) {
                const at = Math.floor((2 * cell + 1) * wide / (2 * cells));
                word = ((word << 1) | (bytes[plane.offset + at * step + (isPacked ? 1 : 0)] > 127 ? 1 : 0)) >>> 0;
            }
            const clock = word >>> 8;
            const sum = (clock ^ (clock >> 8) ^ (clock >> 16) ^ 0x5a) & 0xff;
            return sum === (word & 0xff) ? clock : -1;
        } finally {
            frame.close();
        }
    };
    const watched = new WeakSet();
    bench.watch = (video) => {
        if (watched.has(video)) {
            return;
        }
        watched.add(video);
        const next = (time) => {
            const entry = [time + bench.offset, -1];
            bench.shown.push(entry);
            clockOf(video).then((clock) => { entry[1] = clock; }, () => {});
            video.requestVideoFrameCallback(next);
        };
        video.requestVideoFrameCallback(next);
    };
    setInterval(() => document.querySelectorAll("video.face").forEach(bench.watch), 20);

    const Plain = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Plain {
        constructor(...given) {
            super(...given);
            bench.connections.push(this);
        }

        setRemoteDescription(description) {
            if (description.type === "offer") {
                bench.begun ||= now();
            }
            return super.setRemoteDescription(description);
        }
    };
    bench.sums = async () => {
        const sums = {at: now(), decoded: 0, concealed: 0, samples: 0, received: 0, sent: 0};
        for (const one of (await bench.connections.at(-1)?.getStats() ?? new Map()).values()) {
            if (one.type === "inbound-rtp") {
                sums.received += one.bytesReceived || 0;
                sums.decoded += one.framesDecoded || 0;
                sums.concealed += one.concealedSamples || 0;
                sums.samples += one.totalSamplesReceived || 0;
            } else if (one.type === "outbound-rtp") {
                sums.sent += one.bytesSent || 0;
            }
        }
        return sums;
    };

    // ---- the bedside page, by its own buttons

    const until = async (look) => {
        for (;;) {
            const found = look();
            if (found) {
                return found;
            }
            await new Promise((done) => setTimeout(done, 20));
        }
    };
    const tap = async (words) => (await until(() => [...document.querySelectorAll("button, label")].find((one) =>
        one.textContent.includes(words) && one.checkVisibility() && !one.disabled))).click();
    bench.walkIn = async () => {
        await tap("Begin");
        const name = await until(() => document.getElementById("name"));
        name.value = "Claire";
        name.dispatchEvent(new Event("input", {bubbles: true}));
        await tap("Nurse");
        await tap("Another resident");
        await tap("Continue");
        await tap("Enter the waiting room");
    };

    // ---- the plain call

    const plain = () => {
        const call = new RTCPeerConnection({bundlePolicy: "max-bundle"});
        call.onicecandidate = ({candidate}) => candidate?.candidate && bench.candidates.push(candidate.toJSON());
        const shown = new MediaStream();
        const video = Object.assign(document.createElement("video"), {muted: true, autoplay: true, width: 960, height: 720});
        document.body.replaceChildren(video);
        call.ontrack = ({track}) => {
            shown.addTrack(track);
            video.srcObject = shown;
            video.play();
            if (track.kind === "audio") { // a muted element would not pull the sound
                bench.heard = Object.assign(new Audio(), {srcObject: new MediaStream([track])});
                bench.heard.play();
            }
        };
        bench.watch(video);
        bench.prepared ??= bench.media();
        bench.prepared.getTracks().forEach((track) => call.addTrack(track, bench.prepared));
        return call;
    };
    bench.prepare = () => { bench.prepared = bench.media(); };
    bench.offer = async () => {
        const call = plain();
        await call.setLocalDescription();
        return call.localDescription.sdp;
    };
    bench.answer = async (sdp) => {
        const call = plain();
        await call.setRemoteDescription({type: "offer", sdp});
        await call.setLocalDescription();
        return call.localDescription.sdp;
    };
    bench.accept = (sdp) => bench.connections.at(-1).setRemoteDescription({type: "answer", sdp});
    bench.take = (candidates) => Promise.all(candidates.map((one) => bench.connections.at(-1).addIceCandidate(one)));
    bench.now = () => performance.now();
    return bench;
})();
