// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The messages of docs/CALL.md as values: { type: 'join', name: …, … }, and their checks. A message that is unknown,
// lacks a field, or has one of another type or length is refused (null); unknown keys are left aside.
import { decode, encode } from './cbor.js';

const kiB = 1024;
const whole = (largest = 0xffffffff) => (v) => Number.isSafeInteger(v) && v >= 0 && v <= largest;
const oneOf = (...values) => (v) => values.includes(v);
const bool = (v) => typeof v === 'boolean';
const control = /[\u0000-\u001f\u007f]/;
const fits = (v, longest) => typeof v === 'string' && new TextEncoder().encode(v).length <= longest;
const text = (longest) => (v) => fits(v, longest) && !control.test(v);
const lines = (longest) => (v) => fits(v, longest) && !control.test(v.replace(/[\r\n]/g, ''));
const bytes = (length) => (v) => v instanceof Uint8Array && v.length === length;
const list = (is, longest = 64) => (v) => Array.isArray(v) && v.length <= longest && v.every(is);
const optional = (is) => Object.assign((v) => is(v), { isOptional: true });

const functions = oneOf(1, 2, 3, 4, 5, 6, 7);
const relayFields = { 1: ['url', text(256)], 2: ['user', optional(text(128))], 3: ['password', optional(text(128))] };
const candidate = { 1: ['candidate', text(512)], 2: ['line', whole(255)] };

// number: [type, { key: [name, check] }]
export const table = {
  1: ['join', {
    1: ['publicKey', bytes(65)], 2: ['echo', bytes(16)], 3: ['name', text(80)], 4: ['function', functions],
    5: ['present', text(200)], 6: ['language', oneOf('en', 'fr')], 7: ['camera', bool], 8: ['microphone', bool],
    9: ['joins', whole()], 10: ['version', whole()],
  }],
  2: ['here', { 1: ['camera', bool], 2: ['microphone', bool], 3: ['pictureAge', optional(whole())], 4: ['echo', optional(bytes(16))] }],
  3: ['answer', { 1: ['sdp', lines(16 * kiB)] }],
  4: ['candidate', candidate],
  5: ['state', {
    1: ['camera', bool], 2: ['microphone', bool], 3: ['cameras', whole(255)], 4: ['facing', oneOf(0, 1, 2)],
    5: ['heard', optional(bool)],
  }],
  6: ['left', { 1: ['reason', oneOf(1, 2)] }],
  7: ['trouble', { 1: ['what', oneOf(1, 2, 3, 4, 5, 6)] }],
  8: ['repeated', { 1: ['list', whole()], 2: ['items', list(whole(255))] }],
  9: ['photoRefused', { 1: ['photo', whole(0xffffffff)], 2: ['reason', oneOf(1, 2, 3)] }],
  10: ['photoHeader', {
    1: ['photo', whole(0xffffffff)], 2: ['size', whole(8 * kiB * kiB)], 3: ['mime', oneOf('image/jpeg')],
    4: ['digest', bytes(32)],
  }],
  101: ['welcome', {
    1: ['echo', bytes(16)], 2: ['publicKey', bytes(65)],
  }],
  102: ['admitted', { 1: ['name', text(80)], 2: ['function', functions], 3: ['large', bool] }],
  103: ['refused', { 1: ['reason', oneOf(1, 2, 3)] }],
  104: ['offer', {
    1: ['sdp', lines(16 * kiB)], 2: ['relays', list((v) => v instanceof Map && !!read(relayFields, v), 8)], 3: ['thin', bool],
  }],
  105: ['candidate', candidate],
  106: ['frozen', { 1: ['frozen', bool], 2: ['telephone', text(32)] }],
  107: ['photoPlease', { 1: ['photo', whole(0xffffffff)], 2: ['what', text(120)], 3: ['largest', whole()] }],
  108: ['advice', { 1: ['list', whole()], 2: ['items', list(lines(300))] }],
  109: ['phone', { 1: ['telephone', text(32)] }],
  110: ['closed', { 1: ['reason', oneOf(1, 2)], 2: ['echo', optional(bytes(16))] }],
  111: ['measure', { 1: ['bits', whole()], 2: ['pictures', whole(255)], 3: ['divisor', oneOf(1, 2, 4)] }],
  112: ['photoArrived', { 1: ['photo', whole(0xffffffff)], 2: ['kept', bool], 3: ['reason', optional(oneOf(1, 2, 3))] }],
  113: ['place', { 1: ['time', whole(2 ** 40)], 2: ['place', oneOf(1, 2)], 3: ['team', text(80)], 4: ['telephone', text(32)] }],
};

function read(fields, map) {
  const value = {};
  for (const [key, [name, is]] of Object.entries(fields)) {
    const found = map.get(Number(key));
    if (found === undefined) {
      if (!is.isOptional) return null;
    } else if (is(found)) {
      value[name] = found;
    } else {
      return null;
    }
  }
  return value;
}

function write(fields, value) {
  const map = new Map();
  for (const [key, [name, is]] of Object.entries(fields)) {
    const given = value[name];
    if (given === undefined && is.isOptional) continue;
    if (!is(given)) throw new TypeError(`${value.type}: ${name} can't be sent`);
    map.set(Number(key), given);
  }
  return map;
}

/// The longest beginning of a text that fits into so many bytes of UTF-8, cut between characters, on one line.
export function cut(typed, longest) {
  const words = typed.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  let kept = '';
  let length = 0;
  for (const character of words) {
    length += new TextEncoder().encode(character).length;
    if (length > longest) break;
    kept += character;
  }
  return kept;
}

const inDirection = (number, toDesk) => (Number(number) < 100) === toDesk;

export function encodeMessage(value, isToDesk = true) {
  for (const [number, [type, fields]] of Object.entries(table)) {
    if (type === value.type && inDirection(number, isToDesk)) {
      const sent = value.relays ? { ...value, relays: value.relays.map((relay) => write(relayFields, relay)) } : value;
      return encode(write(fields, sent).set(0, Number(number)));
    }
  }
  throw new TypeError(`no message ${value.type}`);
}

/// Null for what is to be dropped.
export function decodeMessage(plain, isToDesk = false) {
  let map;
  try {
    map = decode(plain);
  } catch {
    return null;
  }
  if (!(map instanceof Map)) return null;
  const number = map.get(0);
  const known = typeof number === 'number' && Object.hasOwn(table, number) && inDirection(number, isToDesk);
  const value = known ? read(table[number][1], map) : null;
  if (!value) return null;
  if (value.relays) value.relays = value.relays.map((relay) => read(relayFields, relay));
  return { type: table[number][0], ...value };
}
