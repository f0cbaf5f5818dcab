// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes vectors.txt: docs/CALL.md once more, in another language and with another library of ciphers, so that desk and
// page are both held to the text and not to each other.   node make_vectors.mjs > vectors.txt
import { createCipheriv, createECDH, createHash, hkdfSync } from 'node:crypto';

const utf8 = (text) => Buffer.from(text, 'utf8');
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const join = Buffer.concat;
const sha256 = (...parts) => createHash('sha256').update(join(parts)).digest();
const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b; };
const u64 = (n) => { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(n)); return b; };
const counted = (from, length) => Buffer.from(Array.from({ length }, (_, i) => (from + i) & 255));
const say = (...words) => console.log(words.join(' '));

function head(major, n) {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  if (n < 256) return Buffer.from([(major << 5) | 24, n]);
  if (n < 65536) return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (n < 2 ** 32) return join([Buffer.from([(major << 5) | 26]), u32(n)]);
  return join([Buffer.from([(major << 5) | 27]), u64(n)]);
}

function cbor(value) {
  if (typeof value === 'boolean') return Buffer.from([value ? 0xf5 : 0xf4]);
  if (typeof value === 'number') return head(0, value);
  if (typeof value === 'string') return join([head(3, utf8(value).length), utf8(value)]);
  if (Buffer.isBuffer(value)) return join([head(2, value.length), value]);
  if (Array.isArray(value)) return join([head(4, value.length), ...value.map(cbor)]);
  const pairs = Object.entries(value).map(([key, item]) => [Number(key), item]).sort((a, b) => a[0] - b[0]);
  return join([head(5, pairs.length), ...pairs.flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const readable = (value) => JSON.stringify(value, (_, item) =>
  item?.type === 'Buffer' ? Buffer.from(item.data).toString('hex') : item);

function pair(privateKey) {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKey);
  return { privateKey, publicKey: curve.getPublicKey(), agree: (other) => curve.computeSecret(other) };
}

// ---- keys

const desk = pair(counted(0x11, 32));
const seatPair = pair(counted(0x51, 32));
const secret = counted(0xa0, 16);
const expiry = 1796000000;
const room = sha256(utf8('chevet/room/1'), desk.publicKey).subarray(0, 16);
const seat = sha256(utf8('chevet/seat/1'), seatPair.publicKey).subarray(0, 16);
const token = join([Buffer.from([1]), room, secret, u32(expiry)]);
const shared = desk.agree(seatPair.publicKey);
const derive = (input, name, direction) => Buffer.from(hkdfSync(
  'sha256', input, room, join([utf8(name), Buffer.from([direction]), seat, u32(expiry)]), 32));
const keys = {
  door: { 1: derive(secret, 'chevet/door/1', 1), 2: derive(secret, 'chevet/door/1', 2) },
  seat: {
    1: derive(join([shared, secret]), 'chevet/seat-key/1', 1),
    2: derive(join([shared, secret]), 'chevet/seat-key/1', 2),
  },
};

console.log(`# Vectors of docs/CALL.md, made by make_vectors.mjs beside this file; desk and page read them both.
# Bytes are lower-case hexadecimal. Each line is a name and its values, one blank between them:
#   link URL · message NAME DIRECTION CBOR WHAT-IT-SAYS · refused DIRECTION CBOR WHY
#   sealed NAME LOCK DIRECTION SESSION COUNTER NONCE CBOR MESSAGE · piece PHOTO PIECE NONCE PLAIN BOX
# LOCK: 1 door, 2 seat. DIRECTION: 1 to the desk, 2 to the seat.
# A join counts once the first "here" under the seat's key repeats its echo (key 4); "place" (113) answers that one, and
# "welcome" carries the desk's key and nothing to be shown. Under the door's lock "closed" repeats the echo (key 2).`);
say('desk-private', hex(desk.privateKey));
say('desk-public', hex(desk.publicKey));
say('seat-private', hex(seatPair.privateKey));
say('seat-public', hex(seatPair.publicKey));
say('secret', hex(secret));
say('expiry', hex(u32(expiry)));
say('room', hex(room));
say('seat', hex(seat));
say('token', hex(token));
say('link', `https://bedside.example.org/#${token.toString('base64url')}`);
say('shared', hex(shared));
say('door-to-desk', hex(keys.door[1]));
say('door-to-seat', hex(keys.door[2]));
say('seat-to-desk', hex(keys.seat[1]));
say('seat-to-seat', hex(keys.seat[2]));

// ---- messages

const echo = counted(0xe0, 16);
const line = 'candidate:1 1 UDP 2015363327 192.0.2.7 50000 typ host';
const sdp = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const photo = join([Buffer.from([0xff, 0xd8, 0xff]), counted(0, 16399), Buffer.from([0xff, 0xd9])]);
const messages = [
  ['join', 1, { 0: 1, 1: seatPair.publicKey, 2: echo, 3: 'Inès Müller', 4: 1, 5: 'her daughter', 6: 'fr', 7: true,
    8: true, 9: 0, 10: 1 }],
  ['here', 1, { 0: 2, 1: true, 2: false, 3: 40 }],
  ['here-first', 1, { 0: 2, 1: true, 2: true, 4: echo }],
  ['answer', 1, { 0: 3, 1: sdp }],
  ['candidate', 1, { 0: 4, 1: line, 2: 0 }],
  ['candidate-last', 1, { 0: 4, 1: '', 2: 1 }],
  ['state', 1, { 0: 5, 1: true, 2: true, 3: 2, 4: 2, 5: true }],
  ['state-not-asked', 1, { 0: 5, 1: false, 2: true, 3: 0, 4: 0 }],
  ['left', 1, { 0: 6, 1: 2 }],
  ['trouble', 1, { 0: 7, 1: 6 }],
  ['repeated', 1, { 0: 8, 1: 3, 2: [0, 2] }],
  ['photo-refused', 1, { 0: 9, 1: 7, 2: 1 }],
  ['photo-header', 1, { 0: 10, 1: 7, 2: photo.length, 3: 'image/jpeg', 4: sha256(photo) }],
  ['welcome', 2, { 0: 101, 1: echo, 2: desk.publicKey }],
  ['admitted', 2, { 0: 102, 1: 'Dr Anne Le Goff', 2: 3, 3: true }],
  ['refused', 2, { 0: 103, 1: 2 }],
  ['offer', 2, { 0: 104, 1: sdp, 2: [{ 1: 'turn:turn.example.org:3478?transport=udp', 2: '1796000000:desk', 3: 'cGFzcw==' },
    { 1: 'stun:turn.example.org:3478' }], 3: false }],
  ['candidate', 2, { 0: 105, 1: line, 2: 1 }],
  ['frozen', 2, { 0: 106, 1: true, 2: '+33 2 40 00 00 00' }],
  ['photo-please', 2, { 0: 107, 1: 7, 2: 'left heel', 3: 8388608 }],
  ['advice', 2, { 0: 108, 1: 3, 2: ['Mouth care every two hours.', 'Call us if the pain is over 4.'] }],
  ['phone', 2, { 0: 109, 1: '+33 2 40 00 00 00' }],
  ['closed', 2, { 0: 110, 1: 1 }],
  ['closed-door', 2, { 0: 110, 1: 2, 2: echo }],
  ['measure', 2, { 0: 111, 1: 350000, 2: 15, 3: 2 }],
  ['photo-arrived', 2, { 0: 112, 1: 7, 2: true }],
  ['photo-not-kept', 2, { 0: 112, 1: 7, 2: false, 3: 3 }],
  ['place', 2, { 0: 113, 1: 1795999000, 2: 1, 3: 'EMSP du pays de Retz', 4: '+33 2 40 11 22 33' }],
];
const body = (name, direction) => cbor(messages.find(([n, d]) => n === name && d === direction)[2]);
for (const [name, direction, value] of messages) say('message', name, direction, hex(cbor(value)), readable(value));

const long = (count) => 'x'.repeat(count);
const join1 = messages[0][2];
const refused = [
  [1, cbor({ 0: 99, 1: 1 }), 'no such number'],
  [1, cbor({ 0: 110, 1: 1 }), 'the other direction'],
  [1, cbor({ 1: 1 }), 'no number'],
  [1, cbor([2, true, true]), 'not a map'],
  [1, cbor({ 0: 2, 1: true }), 'a field is missing'],
  [1, cbor({ 0: 2, 1: 1, 2: true }), 'another type'],
  [1, cbor({ ...join1, 1: counted(4, 64) }), 'a key of 64 bytes'],
  [1, cbor({ ...join1, 3: long(81) }), 'a name of 81 bytes'],
  [1, cbor({ ...join1, 4: 8 }), 'no such function'],
  [1, cbor({ ...join1, 6: 'de' }), 'no such language'],
  [1, cbor({ ...join1, 3: 'a\u0000b' }), 'a control character in a name'],
  [1, cbor({ 0: 3, 1: long(16385) }), 'an answer over 16 KiB'],
  [1, cbor({ 0: 4, 1: long(513), 2: 0 }), 'a candidate over 512 bytes'],
  [1, cbor({ 0: 6, 1: 3 }), 'no such reason'],
  [1, cbor({ 0: 8, 1: 1, 2: Array(65).fill(1) }), '65 items'],
  [1, cbor({ 0: 10, 1: 7, 2: 8388609, 3: 'image/jpeg', 4: sha256(photo) }), 'a photo over 8 MiB'],
  [1, cbor({ 0: 10, 1: 7, 2: 5, 3: 'image/svg+xml', 4: sha256(photo) }), 'a photo of another type'],
  [1, Buffer.from('a2000601f97c00', 'hex'), 'a float'],
  [1, Buffer.from('bf00060101ff', 'hex'), 'an indefinite length'],
  [1, Buffer.from('a201010006', 'hex'), 'keys not sorted'],
  [1, Buffer.from('a3000601010101', 'hex'), 'a key twice'],
  [1, Buffer.from('a20006011801', 'hex'), 'not the shortest form'],
  [1, Buffer.from('a2000601c101', 'hex'), 'a tag'],
  [1, Buffer.from('a200060101f6', 'hex'), 'bytes after the end'],
  [1, Buffer.from('a2000601', 'hex'), 'cut short'],
  [1, Buffer.from('a2000401', 'hex'), 'cut short'],
  [1, Buffer.alloc(0), 'nothing'],
  [2, cbor({ 0: 6, 1: 1 }), 'the other direction'],
  [2, cbor({ 0: 104, 1: sdp, 2: Array(9).fill({ 1: 'stun:a' }), 3: false }), '9 relays'],
  [2, cbor({ 0: 108, 1: 3, 2: [long(301)] }), 'an advice of 301 bytes'],
  [2, cbor({ 0: 111, 1: 350000, 2: 15, 3: 3 }), 'a divisor of 3'],
];
for (const [direction, bytes, why] of refused) say('refused', direction, hex(bytes) || '-', why);

// ---- sealed

function gcm(key, nonce, associated, plain) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  return join([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function seal(name, lock, direction, session, counter, nonce, plain) {
  const header = join([Buffer.from([1, lock]), seat, session, u64(counter)]);
  const key = keys[lock === 1 ? 'door' : 'seat'][direction];
  const associated = join([utf8('chevet/call/1'), Buffer.from([direction]), room, header]);
  const bytes = join([header, nonce, gcm(key, nonce, associated, plain)]);
  say('sealed', name, lock, direction, hex(session), counter, hex(nonce), hex(plain), hex(bytes));
}

const none = Buffer.alloc(8);
const session = counted(0x31, 8);
const at = 1795999000000;
seal('join', 1, 1, none, at, counted(0x01, 12), body('join', 1));
seal('welcome', 1, 2, none, at + 10, counted(0x02, 12), body('welcome', 2));
seal('here-first', 2, 1, none, at + 1, counted(0x03, 12), body('here-first', 1));
seal('place', 2, 2, none, at + 11, counted(0x04, 12), body('place', 2));
seal('offer', 2, 2, session, at + 12, counted(0x05, 12), body('offer', 2));
seal('answer', 2, 1, session, at + 2, counted(0x06, 12), body('answer', 1));
seal('photo-header', 2, 1, session, at + 3, counted(0x07, 12), body('photo-header', 1));

const full = 16 * 1024 - 28;
for (let piece = 0; piece * full < photo.length; piece++) {
  const plain = photo.subarray(piece * full, (piece + 1) * full);
  const nonce = counted(0x70 + piece, 12);
  const associated = join([utf8('chevet/photo/1'), room, seat, u32(7), u32(piece)]);
  say('piece', 7, piece, hex(nonce), hex(plain), hex(join([nonce, gcm(keys.seat[1], nonce, associated, plain)])));
}
