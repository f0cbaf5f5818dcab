// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tablet's camera and microphone. Either may be missing, refused or lost: the call goes on without. "Pause the
// camera" stops it, so that its light goes out.

const sizes = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const facings = { user: 1, environment: 2 };

const open = (constraints) =>
  navigator.mediaDevices ? navigator.mediaDevices.getUserMedia(constraints) : Promise.reject(new Error('none'));

export class Devices {
  /// `changed()`: something is on, off or gone. `lost(kind)`: 'video' or 'audio' ended by itself.
  constructor({ changed = () => {}, lost = () => {} }) {
    this.changed = changed;
    this.lost = lost;
    this.tracks = { audio: null, video: null };
    this.count = 0;
    this.isMuted = false;
    this.isPaused = false;
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.devicesChanged());
  }

  get hasCamera() {
    return this.tracks.video?.readyState === 'live';
  }

  get hasMicrophone() {
    return this.tracks.audio?.readyState === 'live';
  }

  get isCameraOn() {
    return this.hasCamera && !this.isPaused;
  }

  get isMicrophoneOn() {
    return this.hasMicrophone && !this.isMuted;
  }

  /// 0 unknown, 1 user, 2 environment
  get facing() {
    return facings[this.tracks.video?.getSettings?.().facingMode] ?? 0;
  }

  /// Together, so that there is one question; then each by itself, since one that is missing must not cost the other.
  async start() {
    this.isStarted = true;
    try {
      const both = await open({ audio: voice, video: sizes });
      this.keep('audio', both.getAudioTracks()[0]);
      this.keep('video', both.getVideoTracks()[0]);
    } catch {
      await this.startOne('audio');
      await this.startOne('video');
    }
    await this.countCameras();
    this.changed();
  }

  async startOne(kind, wanted = kind === 'video' ? sizes : voice) {
    try {
      const [track] = (await open({ [kind]: wanted })).getTracks();
      this.keep(kind, track);
      return true;
    } catch {
      return false;
    }
  }

  keep(kind, track) {
    this.tracks[kind]?.stop();
    this.tracks[kind] = track;
    if (kind === 'audio') track.enabled = !this.isMuted;
    track.onended = () => {
      if (this.tracks[kind] !== track) return;
      this.tracks[kind] = null;
      this.lost(kind);
      this.changed();
    };
  }

  drop(kind) {
    const track = this.tracks[kind];
    this.tracks[kind] = null;
    track?.stop();
  }

  async countCameras() {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    this.cameras = all.filter(({ kind }) => kind === 'videoinput');
    this.count = this.cameras.length;
  }

  async devicesChanged() {
    await this.countCameras();
    if (!this.isStarted) return;
    // One that was missing is there, or is back.
    if (!this.hasMicrophone) await this.startOne('audio');
    if (!this.hasCamera && !this.isPaused) await this.startOne('video');
    this.changed();
  }

  mute(isMuted) {
    this.isMuted = isMuted;
    if (this.tracks.audio) this.tracks.audio.enabled = !isMuted;
    this.changed();
  }

  async pause(isPaused) {
    this.isPaused = isPaused;
    if (isPaused) {
      this.pausedDevice = this.tracks.video?.getSettings?.().deviceId;
      this.drop('video');
    } else {
      await this.startOne('video', this.with(this.pausedDevice));
    }
    this.changed();
  }

  with(deviceId) {
    return deviceId ? { ...sizes, deviceId: { ideal: deviceId } } : sizes;
  }

  /// Front to back by the name that tablets give; else the next one in the list. Many tablets open a camera only once
  /// the other is closed.
  async switchCamera() {
    const before = this.tracks.video?.getSettings?.() ?? {};
    const isFront = before.facingMode === 'user';
    this.drop('video');
    let wanted;
    if (before.facingMode) {
      wanted = { ...sizes, facingMode: { exact: isFront ? 'environment' : 'user' } };
    } else {
      const at = this.cameras.findIndex(({ deviceId }) => deviceId === before.deviceId);
      wanted = { ...sizes, deviceId: { exact: this.cameras[(at + 1) % this.cameras.length]?.deviceId } };
    }
    const isDone = (await this.startOne('video', wanted)) || (await this.startOne('video', this.with(before.deviceId)));
    this.changed();
    return isDone;
  }

  stop() {
    this.isStarted = false;
    this.drop('audio');
    this.drop('video');
  }
}
