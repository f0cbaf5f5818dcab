// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys, sealing, counters, and one seat against a desk over a broker that does what the test wants.
import { makeStore, pause, until } from './support.js';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { equal, hex, join, random, u32, utf8 } from '../../resources/bedside/bytes.js';
import * as lock from '../../resources/bedside/lock.js';
import { encodeMessage } from '../../resources/bedside/messages.js';
import { Seat } from '../../resources/bedside/seat.js';
import { Broker } from './broker.js';
import { Desk, inAnHour } from './desk.js';

const expand = (key, salt, info) => {
  const hmac = (k, data) => createHmac('sha256', k).update(data).digest();
  return new Uint8Array(hmac(hmac(salt, key), join(info, Uint8Array.of(1))));
};

test('the keys are HKDF-SHA256 as the page says, computed a second way', async () => {
  const place = { room: random(16), seat: random(16), expiry: inAnHour() };
  const secret = random(16);
  const keys = await lock.doorKeys(secret, place);
  const what = { lock: lock.door, direction: lock.toDesk, ...place, session: lock.noSession, counter: 5n };
  const sealed = await lock.seal(keys[lock.toDesk], what, utf8('hello'));
  const info = join(utf8('chevet/door/1'), Uint8Array.of(1), place.seat, u32(place.expiry));
  const raw = await crypto.subtle.importKey('raw', expand(secret, place.room, info), 'AES-GCM', false, ['decrypt']);
  const additionalData = join(utf8('chevet/call/1'), Uint8Array.of(1), place.room, sealed.subarray(0, 34));
  const iv = sealed.subarray(34, 46);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, raw, sealed.subarray(46));
  assert.equal(new TextDecoder().decode(plain), 'hello');
});

test('a changed bit anywhere, another direction, room, seat, key or expiry opens nothing', async () => {
  const place = { room: random(16), seat: random(16), expiry: 1893456000 };
  const secret = random(16);
  const key = async (p) => (await lock.doorKeys(secret, p))[lock.toDesk];
  const what = { lock: lock.door, direction: lock.toDesk, ...place, session: lock.noSession, counter: 5n };
  const sealed = await lock.seal(await key(place), what, utf8('hello'));
  const opened = async (p, bytes, direction = lock.toDesk) => lock.open(await key(p), { direction, room: p.room }, bytes);
  assert.ok(await opened(place, sealed));
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice();
    changed[at] ^= 1;
    assert.equal(await opened(place, changed), null, `byte ${at}`);
  }
  assert.equal(await opened(place, sealed, lock.toSeat), null);
  for (const other of [{ room: random(16) }, { seat: random(16) }, { expiry: 1893456001 }]) {
    assert.equal(await opened({ ...place, ...other }, sealed), null);
  }
});

test('a header of another version, lock or size is no message', () => {
  const message = (bytes) => Object.assign(new Uint8Array(80), bytes);
  assert.ok(lock.readHeader(message([1, 1])));
  assert.ok(lock.readHeader(message([1, 2])));
  for (const fault of [message([2, 1]), message([1, 0]), message([1, 3]), new Uint8Array(61), new Uint8Array(32769)]) {
    assert.equal(lock.readHeader(fault), null);
  }
});

test('the pair of keys comes back from the store, and both sides make the same seat keys', async () => {
  const pair = await lock.makePair();
  const again = await lock.restorePair(structuredClone(pair.stored));
  assert.ok(equal(again.publicKey, pair.publicKey));
  const desk = await lock.makePair();
  const place = { room: await lock.roomOf(desk.publicKey), seat: await lock.seatOf(pair.publicKey), expiry: 9 };
  const ours = await lock.seatKeys(again.privateKey, desk.publicKey, random(16).fill(3), place);
  const theirs = await lock.seatKeys(desk.privateKey, pair.publicKey, random(16).fill(3), place);
  const what = { lock: lock.seatLock, direction: lock.toSeat, ...place, session: random(8), counter: 1n };
  const sealed = await lock.seal(theirs[lock.toSeat], what, utf8('x'));
  assert.ok(await lock.open(ours[lock.toSeat], what, sealed));
  await assert.rejects(lock.seatKeys(pair.privateKey, new Uint8Array(65), random(16), place));
});

test('counters only rise, also over a reload and a clock that falls back', () => {
  const store = makeStore();
  const make = () => new lock.Counters(store.get('counter') ?? {}, (now) => store.set('counter', now));
  const first = make();
  const [a, b] = [first.next(), first.next()];
  assert.ok(b > a);
  first.sent += 10n ** 9n; // as if the clock had been ahead
  first.keep();
  const second = make();
  assert.ok(second.next() > b + 10n ** 8n);
  second.accept({ lock: lock.seatLock, counter: 7n });
  assert.equal(make().isNew({ lock: lock.seatLock, counter: 7n }), false);
  assert.equal(make().isNew({ lock: lock.seatLock, counter: 8n }), true);
  second.accept({ lock: lock.door, counter: 2n ** 53n - 1n });
  assert.equal(make().isNew({ lock: lock.door, counter: 1n }), true);
  assert.equal(make().isNew({ lock: lock.seatLock, counter: 8n }), true);
});

const details = { name: 'Zoé', function: 1, present: '', language: 'fr', camera: true, microphone: true };

async function meet({ store = makeStore(), expiry, broker = new Broker() } = {}) {
  const desk = await Desk.open({ dial: broker.dial, expiry });
  const heard = [];
  const seat = new Seat({ link: desk.link, store, dial: broker.dial, heard: (message) => heard.push(message) });
  await seat.open();
  const end = () => (seat.close(), desk.close());
  return { broker, desk, seat, heard, store, end };
}

const last = (heard, type) => heard.findLast((message) => message.type === type);

test('a seat joins, is welcomed and admitted, and says that it is here', async () => {
  const { desk, seat, heard, end } = await meet();
  seat.join(details);
  await until('place', () => last(heard, 'place'));
  assert.equal(last(heard, 'place').team, 'Équipe mobile');
  assert.equal(last(heard, 'welcome'), undefined); // it says nothing that is to be shown
  await until('here', () => last(desk.heard, 'here'));
  await desk.admit(desk.firstSeat);
  await until('admitted', () => last(heard, 'admitted'));
  assert.equal(desk.firstSeat.join.name, 'Zoé');
  assert.equal(desk.dropped, 0);
  end();
});

test('a reload comes back to the same seat with counters that go on', async () => {
  const first = await meet();
  first.seat.join(details);
  await until('place', () => last(first.heard, 'place'));
  await first.desk.admit(first.desk.firstSeat);
  await until('admitted', () => last(first.heard, 'admitted'));
  await first.seat.close();
  const heard = [];
  const again = new Seat({ link: first.desk.link, store: makeStore(first.store.kept), dial: first.broker.dial,
    heard: (message) => heard.push(message) });
  await again.open();
  again.join(details);
  await until('place', () => last(heard, 'place'));
  assert.equal(last(heard, 'place').place, 2);
  assert.equal(first.desk.seats.size, 1);
  assert.equal(last(first.desk.heard, 'join').joins, 1);
  again.close();
  first.end();
});

test('forged, replayed, reflected and misplaced messages are dropped and change nothing', async () => {
  const { broker, desk, seat, heard, end } = await meet();
  desk.isAnswering = false;
  seat.join(details);
  const there = await until('a knock', () => desk.firstKnock);
  const dropped = async (what, act) => {
    const before = [seat.dropped, heard.length];
    await act();
    await until(what, () => seat.dropped > before[0]);
    assert.equal(heard.length, before[1], what);
  };
  const impostor = await lock.makePair();
  await dropped('another desk', () => desk.welcome(there, { publicKey: impostor.publicKey }));
  await dropped('another echo', () => desk.welcome(there, { echo: random(16) }));
  await dropped('noise', () => desk.sendRaw(there, random(200)));
  await dropped('closed with too early a lock', () => desk.send(there, { type: 'closed', reason: 1 }));
  await dropped('admitted through the door', () => desk.send(there, { type: 'admitted', name: 'x', function: 3, large: true }, lock.door));
  await dropped('closed through the door without the echo', () => desk.send(there, { type: 'closed', reason: 1 }, lock.door));
  const { echo } = there.joins.at(-1);
  await desk.welcome(there);
  await until('place', () => last(heard, 'place'));
  await dropped('a second welcome', () => desk.sealed(there, { type: 'welcome', echo, publicKey: desk.pair.publicKey })
    .then((bytes) => desk.sendRaw(there, bytes)));
  await dropped('closed through the door', () => desk.send(there, { type: 'closed', reason: 1, echo }, lock.door));
  await dropped('an offer before the door is opened', async () => {
    desk.newSession(there);
    await desk.send(there, { type: 'offer', sdp: 'v', relays: [], thin: false });
  });
  there.session = lock.noSession;
  await desk.admit(there);
  await until('admitted', () => last(heard, 'admitted'));
  const frozen = await desk.sealed(there, { type: 'frozen', frozen: true, telephone: '1' });
  desk.sendRaw(there, frozen);
  await until('frozen', () => last(heard, 'frozen'));
  await dropped('replayed', () => desk.sendRaw(there, frozen));
  await dropped('reflected', () => desk.sendRaw(there, desk.raw.at(-1)));
  const early = await desk.sealed(there, { type: 'measure', bits: 1, pictures: 1, divisor: 1 });
  await desk.send(there, { type: 'measure', bits: 2, pictures: 1, divisor: 1 });
  await until('measure', () => last(heard, 'measure'));
  await dropped('out of order', () => desk.sendRaw(there, early));
  await dropped('an offer without a session', () => desk.send(there, { type: 'offer', sdp: 'v', relays: [], thin: false }));
  desk.newSession(there);
  await desk.send(there, { type: 'offer', sdp: 'v', relays: [], thin: false });
  await until('offer', () => last(heard, 'offer'));
  await desk.send(there, { type: 'candidate', candidate: 'a', line: 0 });
  await until('candidate', () => last(heard, 'candidate'));
  desk.newSession(there);
  await dropped('a measure of another session', () => desk.send(there, { type: 'measure', bits: 1, pictures: 1, divisor: 1 }));
  await dropped('of another session', () => desk.send(there, { type: 'candidate', candidate: 'b', line: 0 }));
  const unsealed = encodeMessage({ type: 'closed', reason: 1 }, false);
  await dropped('in clear', () => desk.sendRaw(there, join(new Uint8Array(46), unsealed)));
  await desk.send(there, { type: 'closed', reason: 1 });
  await until('closed', () => last(heard, 'closed'));
  assert.ok(broker.seen.every(({ topic }) => topic.startsWith(`call/${hex(desk.link.room)}/`)));
  end();
});

test('with the line down, what is said waits, and the seat is welcomed once it is up', async () => {
  const { broker, desk, seat, heard, end } = await meet();
  seat.join(details);
  await until('place', () => last(heard, 'place'));
  broker.cut();
  seat.send({ type: 'trouble', what: 5 });
  await pause(100);
  assert.equal(last(desk.heard, 'trouble'), undefined);
  await until('the trouble', () => last(desk.heard, 'trouble'));
  assert.equal(desk.heard.filter(({ type }) => type === 'trouble').length, 1);
  end();
});

test('a link whose expiry was changed leads to nobody', async () => {
  const { desk, seat, heard, end } = await meet();
  seat.place.expiry += 3600;
  seat.doorKeys = await lock.doorKeys(desk.link.secret, seat.place);
  seat.join(details);
  await until('drop', () => desk.dropped > 0);
  assert.equal(heard.length, 0);
  end();
});

test('the pieces of a photo open in their place only', async () => {
  const place = { room: random(16), seat: random(16), expiry: 9 };
  const key = (await lock.doorKeys(random(16), place))[lock.toDesk];
  const piece = await lock.sealPiece(key, place, 3, 0, utf8('x'));
  assert.ok(await lock.openPiece(key, place, 3, 0, piece));
  assert.equal(await lock.openPiece(key, place, 3, 1, piece), null);
  assert.equal(await lock.openPiece(key, place, 4, 0, piece), null);
});
