// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page against tests/data/call/vectors.txt, which the desk reads too.
import './support.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { base64url, fromHex, hex } from '../../resources/bedside/bytes.js';
import { decode } from '../../resources/bedside/cbor.js';
import { parseLink, writeLink } from '../../resources/bedside/link.js';
import * as lock from '../../resources/bedside/lock.js';
import { decodeMessage, encodeMessage } from '../../resources/bedside/messages.js';
import { project } from './servers.js';

const rows = readFileSync(join(project, 'tests/data/call/vectors.txt'), 'utf8').split('\n').filter((row) => row && !row.startsWith('#'));
const of = (name) => rows.filter((row) => row.startsWith(`${name} `)).map((row) => row.slice(name.length + 1).split(' '));
const bytesOf = (name) => fromHex(of(name)[0][0]);
const expiry = parseInt(of('expiry')[0][0], 16);
const place = { room: bytesOf('room'), seat: bytesOf('seat'), expiry };

const jwk = (privateKey, publicKey) => ({ kty: 'EC', crv: 'P-256', d: base64url(privateKey), x: base64url(publicKey.slice(1, 33)),
  y: base64url(publicKey.slice(33)) });
const pairOf = (who) => lock.restorePair(jwk(bytesOf(`${who}-private`), bytesOf(`${who}-public`)));

async function allKeys() {
  const { privateKey } = await pairOf('seat');
  return {
    [lock.door]: await lock.doorKeys(bytesOf('secret'), place),
    [lock.seatLock]: await lock.seatKeys(privateKey, bytesOf('desk-public'), bytesOf('secret'), place),
  };
}

test('room, seat and link are those of the vectors', async () => {
  assert.equal(hex(await lock.roomOf(bytesOf('desk-public'))), hex(place.room));
  assert.equal(hex(await lock.seatOf(bytesOf('seat-public'))), hex(place.seat));
  assert.equal(hex((await pairOf('seat')).publicKey), hex(bytesOf('seat-public')));
  const fragment = new URL(of('link')[0][0]).hash;
  const link = parseLink(fragment);
  assert.deepEqual([link.room, link.secret, link.expiry], [place.room, bytesOf('secret'), expiry]);
  assert.equal(`#${writeLink(link)}`, fragment);
});

test('every message reads, and is written with the same bytes', () => {
  const found = of('message');
  assert.ok(found.length >= 25);
  const plainOf = (value) => {
    if (value instanceof Uint8Array) return hex(value);
    if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, plainOf(inner)]));
    return Array.isArray(value) ? value.map(plainOf) : value;
  };
  for (const [name, direction, bytes, ...says] of found) {
    const message = decodeMessage(fromHex(bytes), direction === '1');
    assert.ok(message, name);
    assert.equal(hex(encodeMessage(message, direction === '1')), bytes, name);
    assert.deepEqual(plainOf(decode(fromHex(bytes))), JSON.parse(says.join(' ')), name);
  }
});

test('what is to be refused is refused', () => {
  for (const [direction, bytes, ...why] of of('refused')) {
    assert.equal(decodeMessage(bytes === '-' ? new Uint8Array(0) : fromHex(bytes), direction === '1'), null, why.join(' '));
  }
});

test('every sealed message opens, and is sealed to the same bytes', async () => {
  const keys = await allKeys();
  for (const [name, which, direction, session, counter, nonce, plain, sealed] of of('sealed')) {
    const what = { lock: Number(which), direction: Number(direction), session: fromHex(session), counter: BigInt(counter), ...place };
    const key = keys[which][direction];
    assert.equal(hex(await lock.seal(key, what, fromHex(plain), fromHex(nonce))), sealed, name);
    assert.equal(hex(await lock.open(key, what, fromHex(sealed))), plain, name);
    const header = lock.readHeader(fromHex(sealed));
    assert.deepEqual([header.lock, hex(header.seat), hex(header.session), `${header.counter}`], [Number(which), hex(place.seat), session, counter]);
  }
});

test('the pieces of a photo are sealed to the same bytes', async () => {
  const key = (await allKeys())[lock.seatLock][lock.toDesk];
  for (const [photo, piece, nonce, plain, box] of of('piece')) {
    const sealed = await lock.sealPiece(key, place, Number(photo), Number(piece), fromHex(plain), fromHex(nonce));
    assert.equal(hex(sealed), box);
    assert.equal(hex(await lock.openPiece(key, place, Number(photo), Number(piece), fromHex(box))), plain);
  }
});
