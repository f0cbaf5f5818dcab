// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A photo on request: taken as large as the camera can, drawn anew (which leaves where and with what it was taken
// behind), made to fit, and sent in sealed pieces through the data channel.
import { sealPiece, sha256, toDesk } from './lock.js';

const qualities = [0.92, 0.85, 0.75, 0.6];
const pieceSize = 16 * 1024 - 28; // 16 KiB with nonce and tag
const buffered = 256 * 1024;

function drawn(source, width, height) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d').drawImage(source, 0, 0, width, height);
  return canvas;
}

/// A canvas, or null if the camera gives nothing.
export async function takePhoto(track, video) {
  const before = track.getConstraints?.() ?? {};
  try {
    if (window.ImageCapture) {
      const whole = await new ImageCapture(track).takePhoto();
      return await fromFile(whole);
    }
    const can = track.getCapabilities?.() ?? {};
    if (can.width && can.height) {
      await track.applyConstraints({ width: { ideal: can.width.max }, height: { ideal: can.height.max } });
      await new Promise((done) => setTimeout(done, 700)); // the camera finds its light again
    }
    return fromVideo(video);
  } catch {
    return fromVideo(video);
  } finally {
    await track.applyConstraints?.(before).catch(() => {});
  }
}

const fromVideo = (video) => (video.videoWidth ? drawn(video, video.videoWidth, video.videoHeight) : null);

/// From the tablet's own camera program, or a picture that it has kept.
export async function fromFile(file) {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  return image ? drawn(image, image.width, image.height) : null;
}

const jpeg = (canvas, quality) =>
  new Promise((done) => canvas.toBlob((blob) => done(blob), 'image/jpeg', quality))
    .then(async (blob) => new Uint8Array(await blob.arrayBuffer()));

/// The bytes, or null if no quality fits: first less quality, then a smaller picture.
export async function fit(canvas, largest) {
  for (let scale = 1; scale > 0.3; scale *= 0.75) {
    const sized = scale === 1 ? canvas
      : drawn(canvas, Math.round(canvas.width * scale), Math.round(canvas.height * scale));
    for (const quality of qualities) {
      const bytes = await jpeg(sized, quality);
      if (bytes.length <= largest) return bytes;
    }
  }
  return null;
}

const room = (channel) =>
  new Promise((done, failed) => {
    if (channel.bufferedAmount <= buffered) return done();
    channel.bufferedAmountLowThreshold = buffered / 2;
    channel.addEventListener('bufferedamountlow', () => done(), { once: true });
    channel.addEventListener('close', () => failed(new Error('closed')), { once: true });
  });

/// Throws if the channel closes before the end.
export async function sendPhoto({ channel, seat, photo, bytes, progress = () => {} }) {
  const header = { type: 'photoHeader', photo, size: bytes.length, mime: 'image/jpeg', digest: await sha256(bytes) };
  channel.send(await seat.sealed(header, seat.session));
  const key = seat.seatKeys[toDesk];
  for (let piece = 0; piece * pieceSize < bytes.length; piece++) {
    await room(channel);
    const plain = bytes.subarray(piece * pieceSize, (piece + 1) * pieceSize);
    channel.send(await sealPiece(key, seat.place, photo, piece, plain));
    progress(Math.min(1, ((piece + 1) * pieceSize) / bytes.length));
  }
}
