// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The test sound, in five steps of loudness, and how loud the microphone hears.

let context = null;
const sound = () => {
  context ??= new (window.AudioContext ?? window.webkitAudioContext)();
  context.resume();
  return context;
};

export const steps = 5;

/// Two soft notes. step 1 … 5 doubles the amplitude each time; low notes, which are heard longest in old age.
export function playChime(step = 3) {
  const audio = sound();
  [392, 523].forEach((frequency, at) => {
    const from = audio.currentTime + 0.45 * at;
    const note = audio.createOscillator();
    const loudness = audio.createGain();
    note.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.95 / 2 ** (steps - step), from + 0.03);
    loudness.gain.linearRampToValueAtTime(0, from + 0.7);
    note.connect(loudness).connect(audio.destination);
    note.start(from);
    note.stop(from + 0.75);
  });
}

/// Calls `show(0 … 1)` ten times a second until the function that it gives is called.
export function watchLevel(track, show) {
  if (!track) return () => {};
  const audio = sound();
  const source = audio.createMediaStreamSource(new MediaStream([track]));
  const analyser = audio.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128;
    show(Math.min(1, Math.sqrt(peak)));
  }, 100);
  return () => {
    clearInterval(timer);
    source.disconnect();
  };
}
