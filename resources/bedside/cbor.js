// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Strict CBOR (RFC 8949, 4.2.1): definite lengths, shortest forms, maps with sorted unsigned keys that occur once,
// depth at most 16, no floats, no tags, nothing left over. One value has one encoding.
//
// Integers are numbers, or BigInt where a number would lose digits. Bytes are Uint8Array. A map is a Map.
import { join, utf8 } from './bytes.js';

const deepest = 16;

function head(major, value) {
  const big = BigInt(value);
  const first = (info) => (major << 5) | info;
  const tail = (info, length) => {
    const bytes = new Uint8Array(1 + length);
    bytes[0] = first(info);
    for (let at = 0; at < length; at++) {
      bytes[length - at] = Number((big >> BigInt(8 * at)) & 0xffn);
    }
    return bytes;
  };
  if (big < 24n) return Uint8Array.of(first(Number(big)));
  if (big < 0x100n) return tail(24, 1);
  if (big < 0x10000n) return tail(25, 2);
  if (big < 0x100000000n) return tail(26, 4);
  return tail(27, 8);
}

export function encode(value, depth = 0) {
  if (depth > deepest) throw new RangeError('too deep');
  if (value === null) return Uint8Array.of(0xf6);
  if (typeof value === 'boolean') return Uint8Array.of(value ? 0xf5 : 0xf4);
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('no safe integer');
    return value < 0 ? head(1, -1n - BigInt(value)) : head(0, value);
  }
  if (typeof value === 'string') {
    const bytes = utf8(value);
    return join(head(3, bytes.length), bytes);
  }
  if (value instanceof Uint8Array) return join(head(2, value.length), value);
  if (Array.isArray(value)) return join(head(4, value.length), ...value.map((item) => encode(item, depth + 1)));
  if (value instanceof Map) {
    const keys = [...value.keys()].sort((a, b) => a - b);
    return join(head(5, keys.length), ...keys.flatMap((key) => [head(0, key), encode(value.get(key), depth + 1)]));
  }
  throw new TypeError('not to be encoded');
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(count) {
    if (count > this.bytes.length - this.at) throw new RangeError('cut short');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  argument(info) {
    if (info < 24) return info;
    if (info > 27) throw new RangeError('indefinite or reserved');
    const length = 1 << (info - 24);
    const value = this.take(length).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const smallest = [24n, 0x100n, 0x10000n, 0x100000000n][info - 24];
    if (value < smallest) throw new RangeError('not the shortest form');
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? value : Number(value);
  }

  value(depth) {
    if (depth > deepest) throw new RangeError('too deep');
    const first = this.take(1)[0];
    const major = first >> 5;
    const info = first & 31;
    if (major === 7) {
      if (info < 20 || info > 22) throw new RangeError('no such simple value here');
      return [false, true, null][info - 20];
    }
    if (major === 6) throw new RangeError('tag');
    const argument = this.argument(info);
    switch (major) {
      case 0: return argument;
      case 1: {
        const negative = -1n - BigInt(argument);
        return negative < BigInt(Number.MIN_SAFE_INTEGER) ? negative : Number(negative);
      }
      case 2: return this.take(argument).slice();
      case 3: return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.take(argument));
      case 4: return this.array(argument, depth);
      default: return this.map(argument, depth);
    }
  }

  array(count, depth) {
    if (count > this.bytes.length - this.at) throw new RangeError('cut short');
    return Array.from({ length: count }, () => this.value(depth + 1));
  }

  map(count, depth) {
    if (count > this.bytes.length - this.at) throw new RangeError('cut short');
    const map = new Map();
    let last = -1;
    for (let i = 0; i < count; i++) {
      const first = this.take(1)[0];
      if (first >> 5 !== 0) throw new RangeError('a key that is no unsigned integer');
      const key = this.argument(first & 31);
      if (key <= last) throw new RangeError('keys out of order, or twice');
      last = key;
      map.set(key, this.value(depth + 1));
    }
    return map;
  }
}

/// Throws for whatever is not exactly one value in its one encoding.
export function decode(bytes) {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (reader.at !== bytes.length) throw new RangeError('something is left over');
  return value;
}
