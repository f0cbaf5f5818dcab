// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One peer connection: made for one offer of the desk, never used for a second. What comes before its time waits.
// Recovery is another connection, so nothing here tries to mend one.

const stillEvery = 4000; // milliseconds between pictures where the line carries no moving ones
const thinStart = { bits: 120000, pictures: 15, divisor: 2 };

const known = /^(stun|stuns|turn|turns):/;
const server = ({ url, user, password }) => ({ urls: url, ...(user ? { username: user, credential: password } : {}) });

export class Peer {
  /// `sent(message)`: to the desk, in this connection's session. `changed(state)`: as RTCPeerConnection names it.
  /// `stream(MediaStream)`: what the desk shows. `channel(RTCDataChannel)`: for photos.
  constructor({ relays, sent, changed, stream, channel }) {
    this.sent = sent;
    this.work = Promise.resolve();
    this.isClosed = false;
    this.lastPicture = 0;
    this.pictures = 0;
    const iceServers = relays.filter(({ url }) => known.test(url)).map(server);
    try {
      this.connection = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' });
    } catch { // one relay's address that the browser can't read must not cost the call
      this.connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    }
    const shown = new MediaStream();
    this.connection.ontrack = ({ track }) => {
      shown.addTrack(track);
      stream(shown);
    };
    this.connection.ondatachannel = (event) => event.channel.label === 'photo' && channel(event.channel);
    this.connection.onconnectionstatechange = () => !this.isClosed && changed(this.connection.connectionState);
    this.connection.onicecandidate = ({ candidate }) => {
      const line = candidate?.sdpMLineIndex ?? 0;
      sent({ type: 'candidate', candidate: candidate?.candidate ?? '', line });
    };
    this.watch = setInterval(() => this.countPictures(), 1000);
  }

  /// One thing after the other, or a candidate overtakes its description.
  inTurn(act) {
    this.work = this.work.then(() => (this.isClosed ? undefined : act()));
    return this.work;
  }

  answer(sdp, tracks, isThin) {
    return this.inTurn(async () => {
      await this.connection.setRemoteDescription({ type: 'offer', sdp });
      for (const transceiver of this.connection.getTransceivers()) {
        const kind = transceiver.receiver.track.kind;
        // Sending is agreed on even without a device: one that is plugged in later then needs no second agreement.
        transceiver.direction = 'sendrecv';
        this[kind] = transceiver.sender;
        await transceiver.sender.replaceTrack(tracks[kind] ?? null);
      }
      await this.connection.setLocalDescription(await this.connection.createAnswer());
      this.sent({ type: 'answer', sdp: this.connection.localDescription.sdp });
      if (isThin) await this.setMeasure(thinStart);
    });
  }

  candidate({ candidate, line }) {
    return this.inTurn(() =>
      this.connection.addIceCandidate({ candidate, sdpMLineIndex: line }).catch(() => {}));
  }

  /// `track` may be null: nothing is sent then.
  replace(kind, track) {
    return this.inTurn(() => {
      if (kind === 'video') this.camera = track;
      return this.isStill && kind === 'video' ? this.startStills() : this[kind]?.replaceTrack(track);
    });
  }

  /// { bits, pictures, divisor }; 0 pictures = a still every few seconds.
  measure(wanted, camera) {
    this.camera = camera;
    return this.inTurn(() => this.setMeasure(wanted));
  }

  async setMeasure({ bits, pictures, divisor }) {
    if (!this.video) return;
    const wantsStills = pictures === 0;
    if (wantsStills !== !!this.isStill) {
      this.isStill = wantsStills;
      await (wantsStills ? this.startStills() : this.stopStills());
    }
    const parameters = this.video.getParameters();
    if (!parameters.encodings?.length) return;
    Object.assign(parameters.encodings[0], {
      maxBitrate: Math.max(bits, 30000),
      maxFramerate: Math.max(pictures, 1),
      scaleResolutionDownBy: divisor,
    });
    await this.video.setParameters(parameters).catch(() => {});
  }

  async startStills() {
    clearInterval(this.stills);
    const canvas = document.createElement('canvas');
    const source = document.createElement('video');
    Object.assign(source, { muted: true, playsInline: true });
    const draw = () => {
      if (!this.camera || !source.videoWidth) return;
      Object.assign(canvas, { width: source.videoWidth, height: source.videoHeight });
      canvas.getContext('2d').drawImage(source, 0, 0);
    };
    source.onloadeddata = draw;
    source.srcObject = this.camera ? new MediaStream([this.camera]) : null;
    source.play().catch(() => {});
    canvas.getContext('2d');
    const [track] = canvas.captureStream().getVideoTracks();
    this.stills = setInterval(draw, stillEvery);
    await this.video.replaceTrack(this.camera ? track : null);
  }

  async stopStills() {
    clearInterval(this.stills);
    await this.video.replaceTrack(this.camera ?? null);
  }

  async countPictures() {
    const report = await this.connection.getStats().catch(() => new Map());
    for (const entry of report.values()) {
      if (entry.type === 'inbound-rtp' && entry.kind === 'video' && entry.framesDecoded > this.pictures) {
        this.pictures = entry.framesDecoded;
        this.lastPicture = performance.now();
      }
    }
  }

  /// Milliseconds; undefined before the first one.
  get pictureAge() {
    return this.lastPicture ? Math.round(performance.now() - this.lastPicture) : undefined;
  }

  close() {
    this.isClosed = true;
    clearInterval(this.watch);
    clearInterval(this.stills);
    this.connection.close();
  }
}
