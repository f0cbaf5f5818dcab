// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys and sealing (docs/CALL.md, "Keys" and "A message"), by the browser's WebCrypto. What is opened here was sealed
// by somebody who holds the key; whether it is new (the counter) is asked of `Counters`.
import { equal, join, random, readU64, u32, u64, utf8 } from './bytes.js';

const subtle = () => crypto.subtle;
const curve = { name: 'ECDH', namedCurve: 'P-256' };

export const toDesk = 1;
export const toSeat = 2;
export const door = 1;
export const seatLock = 2;
export const noSession = new Uint8Array(8);
export const largestMessage = 32 * 1024;
const version = 1;
const clear = 34; // version, lock, seat, session, counter

const digest = async (...parts) => new Uint8Array(await subtle().digest('SHA-256', join(...parts)));
export const sha256 = digest;
export const roomOf = async (publicKey) => (await digest(utf8('chevet/room/1'), publicKey)).slice(0, 16);
export const seatOf = async (publicKey) => (await digest(utf8('chevet/seat/1'), publicKey)).slice(0, 16);

/// { privateKey, publicKey (65 bytes), stored (what brings the pair back after a reload) }
export async function makePair() {
  const pair = await subtle().generateKey(curve, true, ['deriveBits']);
  return pairOf(pair.privateKey, await subtle().exportKey('jwk', pair.privateKey));
}

export async function restorePair(stored) {
  return pairOf(await subtle().importKey('jwk', stored, curve, true, ['deriveBits']), stored);
}

async function pairOf(privateKey, jwk) {
  const stored = { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y, d: jwk.d };
  const open = await subtle().importKey('jwk', { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y }, curve, true, []);
  return { privateKey, publicKey: new Uint8Array(await subtle().exportKey('raw', open)), stored };
}

async function deriveTwo(input, name, { room, seat, expiry }) {
  const base = await subtle().importKey('raw', input, 'HKDF', false, ['deriveKey']);
  const derive = (direction) =>
    subtle().deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: room, info: join(utf8(name), Uint8Array.of(direction), seat, u32(expiry)) },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
  return { [toDesk]: await derive(toDesk), [toSeat]: await derive(toSeat) };
}

/// Keys by direction. `place`: { room, seat, expiry }
export const doorKeys = (secret, place) => deriveTwo(secret, 'chevet/door/1', place);

/// Throws if `theirPublicKey` is no point of the curve.
export async function seatKeys(privateKey, theirPublicKey, secret, place) {
  const theirs = await subtle().importKey('raw', theirPublicKey, curve, false, []);
  const shared = new Uint8Array(await subtle().deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256));
  return deriveTwo(join(shared, secret), 'chevet/seat-key/1', place);
}

const associated = (direction, room, header) =>
  join(utf8('chevet/call/1'), Uint8Array.of(direction), room, header);

/// `what`: { lock, direction, room, seat, session, counter (BigInt or number) }
export async function seal(key, what, plain, nonce = random(12)) {
  const header = join(Uint8Array.of(version, what.lock), what.seat, what.session, u64(what.counter));
  const additionalData = associated(what.direction, what.room, header);
  const sealed = await subtle().encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, plain);
  return join(header, nonce, new Uint8Array(sealed));
}

/// What stands in clear before the nonce, or null for what is no message of ours.
export function readHeader(bytes) {
  if (bytes.length < clear + 12 + 16 || bytes.length > largestMessage || bytes[0] !== version) return null;
  const lock = bytes[1];
  if (lock !== door && lock !== seatLock) return null;
  const counter = readU64(bytes, 26);
  if (counter > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { lock, seat: bytes.slice(2, 18), session: bytes.slice(18, 26), counter };
}

/// The plaintext, or null for what was not sealed with this key, for this direction and room.
export async function open(key, { direction, room }, bytes) {
  const additionalData = associated(direction, room, bytes.subarray(0, clear));
  try {
    const iv = bytes.subarray(clear, clear + 12);
    return new Uint8Array(
      await subtle().decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes.subarray(clear + 12)));
  } catch {
    return null;
  }
}

/// The counters of one seat. `kept` and `keep` bring them over a reload. Under the door's lock none is compared or
/// remembered: who has nothing but the link could push all that follows out of its turn with one large number.
export class Counters {
  constructor(kept = {}, keep = () => {}) {
    this.sent = BigInt(kept.sent ?? 0);
    this.accepted = BigInt(kept.accepted ?? 0);
    this.keep = () => keep({ sent: `${this.sent}`, accepted: `${this.accepted}` });
  }

  next() {
    const now = BigInt(Date.now());
    this.sent = this.sent >= now ? this.sent + 1n : now;
    this.keep();
    return this.sent;
  }

  isNew({ lock, counter }) {
    return lock === door || counter > this.accepted;
  }

  /// Call only for what could be opened, or a stranger moves the counter.
  accept({ lock, counter }) {
    if (lock === door) return;
    this.accepted = counter;
    this.keep();
  }
}

/// One piece of a photo (docs/CALL.md, "Peer connection").
export async function sealPiece(key, { room, seat }, photo, piece, plain, nonce = random(12)) {
  const additionalData = join(utf8('chevet/photo/1'), room, seat, u32(photo), u32(piece));
  const sealed = await subtle().encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, plain);
  return join(nonce, new Uint8Array(sealed));
}

export async function openPiece(key, { room, seat }, photo, piece, bytes) {
  const additionalData = join(utf8('chevet/photo/1'), room, seat, u32(photo), u32(piece));
  try {
    const iv = bytes.subarray(0, 12);
    return new Uint8Array(await subtle().decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes.subarray(12)));
  } catch {
    return null;
  }
}

/// True if the room was made from this key: the only desk that can be here.
export const isDeskOf = async (room, publicKey) => equal(await roomOf(publicKey), room);
