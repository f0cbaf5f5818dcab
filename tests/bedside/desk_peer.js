// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's end of the peer connection, in a Chromium page of its own: a red picture, a tone, and a data channel.
// Signalling goes through the test's desk.

const inPage = `
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 1280, height: 720 });
  const paint = canvas.getContext('2d');
  let turn = 0;
  let draw = (g) => { g.fillStyle = '#d01010'; g.fillRect(0, 0, 1280, 720); g.fillStyle = '#a00808';
    g.fillRect((turn += 7) % 1280, 0, 40, 720); };
  setInterval(() => draw(paint), 50);
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const heard = audio.createMediaStreamDestination();
  tone.connect(heard); tone.start();
  window.peer = {
    async offer(policy) {
      this.connection?.close();
      const connection = this.connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', ...policy });
      Object.assign(this, { candidates: [], pieces: [], video: null });
      const stream = new MediaStream([...heard.stream.getTracks(), ...canvas.captureStream(20).getTracks()]);
      stream.getTracks().forEach((track) => connection.addTrack(track, stream));
      connection.ontrack = ({ track }) => {
        if (track.kind === 'audio') { // counted only where it is played
          this.audio = Object.assign(new Audio(), { srcObject: new MediaStream([track]) });
          this.audio.play();
          return;
        }
        this.video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
        this.video.play();
      };
      const channel = connection.createDataChannel('photo');
      channel.binaryType = 'arraybuffer';
      channel.onmessage = ({ data }) => this.pieces.push(btoa(Array.from(new Uint8Array(data), (c) => String.fromCharCode(c)).join('')));
      connection.onicecandidate = ({ candidate }) => this.candidates.push(
        { candidate: candidate?.candidate ?? '', line: candidate?.sdpMLineIndex ?? 0 });
      await connection.setLocalDescription();
      return connection.localDescription.sdp;
    },
    draw(other) { draw = other; },
    colour(video = this.video) {
      if (!video?.videoWidth) return null;
      const small = Object.assign(document.createElement('canvas'), { width: 8, height: 8 }).getContext('2d');
      small.drawImage(video, 0, 0, 8, 8);
      return [...small.getImageData(4, 6, 1, 1).data.slice(0, 3)];
    },
    async figures() {
      const all = [...(await this.connection.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
      return { frames: all.find(({ kind }) => kind === 'video')?.framesDecoded ?? 0,
        energy: all.find(({ kind }) => kind === 'audio')?.totalAudioEnergy ?? 0 };
    },
  };`;

export class DeskPeer {
  static async open(browser, desk) {
    const peer = new DeskPeer();
    Object.assign(peer, { desk, sent: 0, answersJoins: true });
    peer.page = await browser.open('about:blank');
    await peer.page.evaluate(`(() => { ${inPage} })()`);
    desk.onMessage = (seat, message) => peer.hear(seat, message).catch((error) => { peer.fault = error; });
    peer.timer = setInterval(() => peer.sendCandidates().catch(() => {}), 50);
    return peer;
  }

  /// `policy`: more for the desk's own RTCPeerConnection.
  async call(seat, changes = {}, policy = {}) {
    this.seat = null;
    const sdp = await this.page.evaluate(`peer.offer(${JSON.stringify(policy)})`);
    this.desk.newSession(seat);
    await this.desk.send(seat, { type: 'offer', sdp, relays: [], thin: false, ...changes });
    this.sent = 0;
    this.seat = seat;
  }

  async hear(seat, message) {
    if (message.type === 'join' && seat.isAdmitted && this.answersJoins) {
      await this.desk.admit(seat);
      await this.call(seat);
    }
    if (message.type === 'answer') {
      await this.page.evaluate(`peer.connection.setRemoteDescription({ type: 'answer', sdp: ${JSON.stringify(message.sdp)} })`);
    }
    if (message.type === 'candidate') {
      const { candidate, line } = message;
      await this.page.evaluate(`peer.connection.addIceCandidate(${JSON.stringify({ candidate, sdpMLineIndex: line })})`);
    }
  }

  async sendCandidates() {
    if (!this.seat) return;
    const { seat } = this;
    const news = await this.page.evaluate(`peer.candidates.slice(${this.sent})`);
    this.sent += news.length;
    for (const one of news) await this.desk.send(seat, { type: 'candidate', ...one });
  }

  figures() {
    return this.page.evaluate('peer.figures()');
  }

  colour() {
    return this.page.evaluate('peer.colour()');
  }

  /// What came through the data channel, message by message.
  async pieces() {
    const texts = await this.page.evaluate('peer.pieces');
    return texts.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  }

  close() {
    clearInterval(this.timer);
    return this.page.close();
  }
}
