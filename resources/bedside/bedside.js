// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens at the bedside, from the first tap to the end: ties the seat, the devices and the peer connection
// together and holds what the screens show. Shows nothing itself: `changed()` is called, and the screens look.
import { Devices } from './devices.js';
import { Peer } from './peer.js';
import { fit, sendPhoto } from './photo.js';
import { Seat } from './seat.js';
import { language } from './words.js';

const clockTolerance = 5 * 60; // seconds
const patience = { devices: 1500, disconnected: 3000, gone: 1000, again: 5000, answer: 20000, picture: 6000 }; // milliseconds

export class Bedside {
  constructor({ link, store, dial, changed }) {
    Object.assign(this, { link, store, dial, changed });
    this.screen = 'start';
    this.details = { name: '', function: 0, present: '', ...store.get('joined') };
    this.isLineUp = false;
    this.devices = new Devices({ changed: () => this.devicesChanged(), lost: (kind) => this.deviceLost(kind) });
    window.addEventListener('online', () => this.seat?.line?.reopen());
    window.addEventListener('pagehide', () => {
      this.seat?.sayFarewell();
      this.peer?.close();
    });
    document.addEventListener('visibilitychange', () => this.visibilityChanged());
  }

  go(screen) {
    this.screen = screen;
    this.changed();
  }

  startDevices() {
    this.starting ??= this.devices.start().then(() => {
      this.haveDevices = true;
      this.devicesChanged();
    });
    return this.starting;
  }

  /// After a reload: the seat was taken before.
  get wasHere() {
    return !!this.store.get('joined');
  }

  async comeBack() {
    this.go('waiting');
    const soon = new Promise((done) => setTimeout(done, patience.devices));
    await Promise.race([this.startDevices(), soon]);
    await this.enter();
  }

  async enter() {
    this.go('waiting');
    const { name, function: role, present } = this.details;
    this.store.set('joined', { name, function: role, language: language() });
    this.seat = new Seat({
      link: this.link,
      store: this.store,
      dial: this.dial,
      heard: (message) => this.heard(message),
      lineChanged: (isUp) => this.lineChanged(isUp),
      here: () => this.here(),
      works: () => this.works(),
    });
    this.stayAwake();
    this.slow = setTimeout(() => this.set({ isSlow: true }), patience.answer);
    await this.seat.open();
    this.seat.join({ name, function: role, present, language: language(), ...this.works() });
  }

  works() {
    const { devices } = this;
    return { camera: devices.hasCamera || devices.isPaused, microphone: devices.hasMicrophone };
  }

  here() {
    const { devices, peer } = this;
    return { camera: devices.isCameraOn, microphone: devices.isMicrophoneOn, pictureAge: peer?.pictureAge };
  }

  set(values) {
    Object.assign(this, values);
    this.changed();
  }

  // What the desk says.

  async heard(message) {
    const act = this[`on_${message.type}`];
    await act?.call(this, message);
    this.changed();
  }

  on_place({ team, telephone, time, place }) {
    clearTimeout(this.slow);
    const off = Math.floor(Date.now() / 1000) - time;
    Object.assign(this, { team, telephone, isSlow: false, isPlaced: true, clockOff: Math.abs(off) > clockTolerance ? off : 0 });
    this.sayState();
    if (!this.devices.hasCamera && !this.devices.isPaused) this.seat.send({ type: 'trouble', what: 1 });
    if (!this.devices.hasMicrophone) this.seat.send({ type: 'trouble', what: 2 });
    return place === 2 ? this.intoCall() : this.backToWait();
  }

  on_admitted(clinician) {
    this.clinician = clinician;
    this.intoCall();
  }

  intoCall() {
    if (this.screen === 'call') return;
    this.screen = 'call';
    this.status = 'connecting';
    this.watch ??= setInterval(() => this.lookForPicture(), 1000);
  }

  /// A desk that was started anew knows nobody as admitted.
  backToWait() {
    if (this.screen !== 'call') return;
    this.peer?.close();
    Object.assign(this, { screen: 'waiting', peer: null, stream: null, status: null });
  }

  on_refused({ reason }) {
    this.finish({ 1: 'refused', 2: 'full', 3: 'ended' }[reason]);
  }

  on_closed({ reason }) {
    this.finish(reason === 2 ? 'expired' : 'ended');
  }

  on_offer({ sdp, relays, thin }) {
    this.intoCall();
    clearTimeout(this.mending);
    this.peer?.close();
    this.channel = null;
    const { session } = this.seat;
    const peer = new Peer({
      relays,
      sent: (message) => this.seat.send(message, session),
      changed: (state) => this.peer === peer && this.peerChanged(state),
      stream: (stream) => this.peer === peer && this.set({ stream }),
      channel: (channel) => {
        channel.binaryType = 'arraybuffer';
        channel.onclose = () => this.channelClosed(peer);
        if (this.peer === peer) this.channel = channel;
      },
    });
    this.peer = peer;
    this.peerSince = performance.now();
    this.phoneNumber = undefined;
    // Not waited for: candidates that come meanwhile wait inside the peer.
    peer.answer(sdp, this.devices.tracks, thin).catch(() => this.peer === peer && this.connectionFailed());
  }

  on_candidate(message) {
    this.peer?.candidate(message);
  }

  on_frozen({ frozen, telephone }) {
    this.frozenNumber = frozen ? telephone : undefined;
  }

  on_phone({ telephone }) {
    this.phoneNumber = telephone;
  }

  on_measure(wanted) {
    this.peer?.measure(wanted, this.devices.tracks.video);
  }

  on_advice({ list, items }) {
    this.advice = { list, items, ticked: new Set(), isHidden: false };
  }

  on_photoPlease({ photo, what, largest }) {
    this.photo = { number: photo, what, largest, step: 'asked' };
  }

  on_photoArrived({ photo, kept }) {
    if (this.photo?.number === photo) this.photo.step = kept ? 'arrived' : 'lost';
  }

  // What the staff does.

  tick(index, isTicked) {
    const { list, ticked } = this.advice;
    if (isTicked) ticked.add(index);
    else ticked.delete(index);
    this.seat.send({ type: 'repeated', list, items: [...ticked].sort((a, b) => a - b) });
    this.changed();
  }

  heardTest(heard) {
    this.soundHeard = heard;
    this.sayState();
    this.changed();
  }

  refusePhoto(reason = 1) {
    this.seat.send({ type: 'photoRefused', photo: this.photo.number, reason });
    this.set({ photo: undefined });
  }

  async sendPhoto(canvas) {
    const { photo, channel } = this;
    photo.step = 'working';
    this.changed();
    const bytes = await fit(canvas, Math.min(photo.largest, 8 * 1024 * 1024));
    if (!bytes) return this.refusePhoto(3);
    const progress = (part) => {
      Object.assign(photo, { step: 'sending', percent: Math.round(100 * part) });
      this.changed();
    };
    try {
      await sendPhoto({ channel, seat: this.seat, photo: photo.number, bytes, progress });
      if (photo.step === 'sending') photo.step = 'sent';
    } catch {
      photo.step = 'lost';
    }
    return this.changed();
  }

  async pauseCamera() {
    await this.devices.pause(!this.devices.isPaused);
  }

  async leave() {
    await this.seat?.send({ type: 'left', reason: 1 });
    this.finish('ended');
  }

  /// One way to the end, from every state: nothing stays on.
  finish(how) {
    this.over = how;
    this.peer?.close();
    this.devices.stop();
    clearInterval(this.watch);
    clearTimeout(this.slow);
    clearTimeout(this.mending);
    this.seat?.close();
    this.awake?.release().catch(() => {});
    ['joined', 'seat', 'counter', 'joins', 'link'].forEach((name) => this.store.set(name, null));
    this.go('over');
  }

  // What the tablet does.

  devicesChanged() {
    if (this.peer && this.screen === 'call') {
      for (const kind of ['audio', 'video']) {
        const track = this.devices.tracks[kind];
        if (this.peer[`sent_${kind}`] !== track) {
          this.peer[`sent_${kind}`] = track;
          this.peer.replace(kind, track);
        }
      }
    }
    this.sayState();
    this.changed();
  }

  deviceLost(kind) {
    this.seat?.send({ type: 'trouble', what: kind === 'video' ? 3 : 4 });
  }

  sayState() {
    if (!this.isPlaced) return;
    const { isCameraOn: camera, isMicrophoneOn: microphone, count: cameras, facing } = this.devices;
    this.seat.send({ type: 'state', camera, microphone, cameras, facing, heard: this.soundHeard });
  }

  peerChanged(state) {
    clearTimeout(this.mending);
    if (state === 'connected') {
      this.status = null;
      this.sayState();
    } else if (state === 'disconnected') {
      this.status = 'interrupted';
      this.mending = setTimeout(() => this.joinAgain(), patience.disconnected);
    } else if (state === 'failed') {
      this.connectionFailed();
    }
    this.changed();
  }

  connectionFailed() {
    this.seat.send({ type: 'trouble', what: 5 }, this.seat.session);
    this.joinAgain();
  }

  /// The channel closes at once where the desk's end is torn down; the connection itself notices seconds later. The
  /// desk's new offer may be on its way.
  channelClosed(peer) {
    if (this.peer !== peer || peer.isClosed) return;
    peer.isGone = true;
    this.set({ status: 'interrupted' });
    clearTimeout(this.mending);
    this.mending = setTimeout(() => this.joinAgain(), patience.gone);
  }

  get isConnected() {
    return this.peer?.connection.connectionState === 'connected' && !this.peer.isGone;
  }

  /// Recovery: the same seat joins anew, and the desk makes a new offer. By phone the desk comes back when it wants to.
  joinAgain() {
    clearTimeout(this.mending);
    if (this.screen !== 'call' || this.isConnected || this.phoneNumber !== undefined) return;
    const now = performance.now();
    const early = (this.joinedAgain ?? -Infinity) + patience.again - now;
    if (early > 0) {
      this.mending = setTimeout(() => this.joinAgain(), early);
      return;
    }
    this.joinedAgain = now;
    this.status = 'interrupted';
    this.seat.joinAgain();
    this.changed();
  }

  lineChanged(isUp) {
    this.isLineUp = isUp;
    // A call that is connected goes on without the line; one that is not is begun again as soon as there is one.
    if (isUp && this.isPlaced && this.peer && !this.isConnected) this.joinAgain();
    this.changed();
  }

  lookForPicture() {
    if (!this.isConnected) return;
    const age = this.peer.pictureAge ?? performance.now() - this.peerSince;
    const status = age > patience.picture ? 'noPicture' : null;
    if (status === this.status) return;
    if (status) this.seat.send({ type: 'trouble', what: 6 }, this.seat.session);
    this.set({ status });
  }

  async stayAwake() {
    this.awake = await navigator.wakeLock?.request('screen').catch(() => null);
  }

  visibilityChanged() {
    if (document.hidden || !this.seat || this.screen === 'over') return;
    this.stayAwake();
    if (!this.isLineUp) this.seat.line.reopen();
    if (this.peer && !this.isConnected) this.joinAgain();
  }
}
