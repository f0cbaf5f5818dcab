// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes: joining, comparing, and the ways in which they are written down.

export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(a, b) {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export const utf8 = (text) => new TextEncoder().encode(text);

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function fromHex(text) {
  const bytes = new Uint8Array(text.length / 2);
  return bytes.map((_, at) => parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

/// Without padding, as it stands in a link.
export function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/// Null for what is no base64url, or is one of several spellings of the same bytes.
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    return null;
  }
  const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  return base64url(bytes) === text ? bytes : null;
}

/// Big-endian, 4 or 8 bytes.
export function u32(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function u64(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

export function readU32(bytes, at = 0) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at);
}

/// As a BigInt.
export function readU64(bytes, at = 0) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getBigUint64(at);
}

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));
