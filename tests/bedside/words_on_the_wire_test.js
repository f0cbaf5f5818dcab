// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes over the wire, byte by byte: CBOR, the link, messages, MQTT's packets.
import './support.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { base64url, equal, fromBase64url, fromHex, hex, join, random, utf8 } from '../../resources/bedside/bytes.js';
import { decode, encode } from '../../resources/bedside/cbor.js';
import { parseLink, writeLink } from '../../resources/bedside/link.js';
import { cut, decodeMessage, encodeMessage, table } from '../../resources/bedside/messages.js';
import * as mqtt from '../../resources/bedside/mqtt.js';

test('every value has the one encoding of RFC 8949', () => {
  const examples = [
    [0, '00'], [23, '17'], [24, '1818'], [255, '18ff'], [256, '190100'], [65536, '1a00010000'],
    [1000000000000, '1b000000e8d4a51000'], [18446744073709551615n, '1bffffffffffffffff'], [-1, '20'], [-1000, '3903e7'],
    ['', '60'], ['ü', '62c3bc'], [new Uint8Array([1, 2]), '420102'], [[], '80'], [[1, [2]], '82018102'],
    [true, 'f5'], [false, 'f4'], [null, 'f6'], [new Map([[2, 'b'], [1, 'a']]), 'a2016161026162'],
  ];
  for (const [value, bytes] of examples) {
    assert.equal(hex(encode(value)), bytes);
    assert.equal(hex(encode(decode(fromHex(bytes)))), bytes);
  }
});

test('what is not the one encoding of a value is refused', () => {
  const faults = ['', '1817', '190018', '1a0000ffff', '5f4100ff', '9fff', 'bfff', 'a2020101 01', 'a201010101', 'a1616100',
    'f97e00', 'c000', 'f7', 'e0', '0000', '62c328', '4301', '82', '9a7fffffff', '81'.repeat(18) + '00', 'a12000'];
  for (const fault of faults) {
    assert.throws(() => decode(fromHex(fault.replace(' ', ''))), undefined, fault);
  }
  assert.doesNotThrow(() => decode(fromHex('81'.repeat(16) + '00')));
});

test('random bytes never do more than be refused', () => {
  for (let i = 0; i < 3000; i++) {
    const bytes = random(1 + (i % 40));
    try {
      assert.ok(equal(encode(decode(bytes)), bytes));
    } catch (error) {
      assert.ok(error instanceof RangeError || error instanceof TypeError, String(error));
    }
  }
});

test('a link comes back as it was written, and anything else is no link', () => {
  const link = { room: random(16), secret: random(16), expiry: 1893456000 };
  const token = writeLink(link);
  assert.equal(token.length, 50);
  assert.deepEqual(parseLink(`#${token}`), { token, ...link });
  const bytes = fromBase64url(token);
  const otherVersion = base64url(join(Uint8Array.of(2), bytes.slice(1)));
  for (const fault of ['', '#', `${token}A`, token.slice(1), `${token.slice(0, -1)}=`, otherVersion, token.slice(0, -1) + '!']) {
    assert.equal(parseLink(fault), null, fault);
  }
  // The last letter of 50 carries four bits that belong to no byte: another spelling is refused.
  const last = token.at(-1);
  const twin = String.fromCharCode(last.charCodeAt(0) + 1);
  assert.equal(parseLink(token.slice(0, -1) + twin), null);
});

const samples = {
  join: { publicKey: new Uint8Array(65), echo: new Uint8Array(16), name: 'Zoé', function: 1, present: '', language: 'fr',
    camera: true, microphone: false, joins: 3, version: 1 },
  here: { camera: true, microphone: true }, answer: { sdp: 'v=0' }, candidate: { candidate: '', line: 0 },
  state: { camera: true, microphone: true, cameras: 2, facing: 2, heard: true }, left: { reason: 1 }, trouble: { what: 6 },
  repeated: { list: 1, items: [0, 2] }, photoRefused: { photo: 1, reason: 2 },
  photoHeader: { photo: 1, size: 5, mime: 'image/jpeg', digest: new Uint8Array(32) },
  welcome: { echo: new Uint8Array(16), publicKey: new Uint8Array(65) }, place: { time: 1, place: 1, team: 'T', telephone: '0' },
  admitted: { name: 'A', function: 3, large: true }, refused: { reason: 1 },
  offer: { sdp: 'v=0', relays: [{ url: 'turn:a', user: 'b', password: 'c' }], thin: false },
  frozen: { frozen: true, telephone: '1' }, photoPlease: { photo: 1, what: 'heel', largest: 1 },
  advice: { list: 1, items: ['turn every two hours'] }, phone: { telephone: '1' }, closed: { reason: 1 },
  measure: { bits: 1, pictures: 0, divisor: 2 }, photoArrived: { photo: 1, kept: true },
};

test('every message comes back as it was sent, in its own direction only', () => {
  for (const [number, [type, fields]] of Object.entries(table)) {
    const isToDesk = Number(number) < 100;
    const message = { type, ...samples[type] };
    const plain = encodeMessage(message, isToDesk);
    assert.equal(decode(plain).get(0), Number(number));
    assert.deepEqual(decodeMessage(plain, isToDesk), message);
    assert.equal(decodeMessage(plain, !isToDesk), null);
    for (const [key, [name, is]] of Object.entries(fields)) {
      const without = decode(plain);
      without.delete(Number(key));
      assert.equal(decodeMessage(encode(without), isToDesk) === null, !is.isOptional, `${type} without ${name}`);
      assert.equal(decodeMessage(encode(decode(plain).set(Number(key), [[['x']]])), isToDesk), null, `${type}: ${name}`);
    }
  }
});

test('an unknown key is left aside and an unknown message refused', () => {
  const map = decode(encodeMessage({ type: 'closed', reason: 1 }, false));
  assert.deepEqual(decodeMessage(encode(map.set(77, 'later'))), { type: 'closed', reason: 1 });
  assert.equal(decodeMessage(encode(new Map([[0, 199]]))), null);
  assert.equal(decodeMessage(encode(new Map([[0, 'toString']]))), null);
  assert.equal(decodeMessage(encode([1])), null);
});

test('a string is as long as its bytes: what is above is refused, and cut between characters when typed', () => {
  const closed = (name) => decodeMessage(encode(new Map([[0, 102], [1, name], [2, 3], [3, true]])));
  assert.ok(closed('é'.repeat(40)));
  assert.equal(closed('é'.repeat(40) + 'a'), null);
  assert.equal(cut('é'.repeat(41), 80), 'é'.repeat(40));
  assert.equal(cut('a😀', 4), 'a');
  assert.equal(cut('a\n\tb', 4), 'a b');
  assert.equal(closed('a\nb'), null);
});

test('packets are found in whatever pieces the bytes come', () => {
  const payload = random(300);
  const stream = join(Uint8Array.of(0x20, 2, 0, 0), Uint8Array.of(0x90, 3, 255, 255, 1),
    mqtt.publishPacket(7, 'call/x/desk', payload), Uint8Array.of(0xd0, 0), Uint8Array.of(0x40, 2, 0, 9));
  const expected = ['connected', 'subscribed', 'publish', 'pong', 'acknowledged'];
  for (const size of [1, 2, 3, 7, 100, 1000]) {
    const packets = new mqtt.Packets();
    const found = [];
    for (let at = 0; at < stream.length; at += size) found.push(...packets.feed(stream.slice(at, at + size)));
    assert.deepEqual(found.map(({ kind }) => kind), expected);
    assert.ok(equal(found[2].payload, payload));
    assert.deepEqual([found[2].topic, found[2].id, found[2].qos], ['call/x/desk', 7, 1]);
  }
});

test('what is no MQTT ends the connection', () => {
  const feed = (...bytes) => () => new mqtt.Packets().feed(Uint8Array.of(...bytes));
  assert.throws(feed(0x30, 0xff, 0xff, 0xff, 0xff, 1));
  assert.throws(feed(0x30, 0xff, 0xff, 0x7f));
  assert.throws(feed(0x34, 4, 0, 9, 1, 1));
  assert.throws(feed(0x48, 0, 0));
  assert.throws(feed(0x40, 1, 0));
  assert.throws(feed(0x10, 0));
});

test('the first packet is what MQTT 3.1.1 says', () => {
  const packet = mqtt.connectPacket({ client: 'ab', user: 'room', keepAlive: 15 });
  assert.equal(hex(packet), '1014' + '00044d515454' + '04' + '82' + '000f' + '00026162' + '0004' + hex(utf8('room')));
});

const page = new URL('../../resources/bedside/', import.meta.url);
const files = readdirSync(page).filter((name) => name !== 'package.json');

test('the page is small, loads all its modules at once, and leads nowhere else', () => {
  const texts = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, page), 'utf8')]));
  const size = Object.values(texts).reduce((sum, text) => sum + gzipSync(text).length, 0);
  assert.ok(size < 60000, `${size} bytes`);
  for (const [name, text] of Object.entries(texts)) {
    assert.match(text, /SPDX-License-Identifier: GPL-3.0-or-later/, name);
    assert.doesNotMatch(text.replaceAll('http://www.w3.org/2000/svg', ''), /https?:\/\/(?!\$)/, name);
    assert.ok(text.split('\n').length < 400, name);
    if (name.endsWith('.js')) assert.match(texts['index.html'], new RegExp(`(href|src)="${name}"`), name);
  }
  assert.doesNotMatch(texts['index.html'], /<style|style=|onclick|<script(?! type="module" src)/);
});

test('every sentence is there in both languages, with the same blanks to fill', async () => {
  globalThis.document ??= { documentElement: {} };
  const { sentences } = await import('../../resources/bedside/words.js');
  const used = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(new URL(name, page), 'utf8')).join('\n');
  const blanks = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [name, both] of Object.entries(sentences)) {
    assert.equal(both.length, 2, name);
    assert.deepEqual(blanks(both[0]), blanks(both[1]), name);
    const stem = name.replace(/\d$/, '').replace(/Text$/, '');
    assert.ok(used.includes(`'${name}'`) || used.includes(`\`${stem}\${`) || used.includes(`'${stem}'`), `${name} is never said`);
  }
});
