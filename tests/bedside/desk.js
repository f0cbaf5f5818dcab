// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's side of docs/CALL.md, as small as the tests of the page need it.
import { makeStore } from './support.js'; // first: brings WebCrypto
import { equal, hex, random } from '../../resources/bedside/bytes.js';
import { writeLink } from '../../resources/bedside/link.js';
import * as lock from '../../resources/bedside/lock.js';
import { decodeMessage, encodeMessage } from '../../resources/bedside/messages.js';
import { Line } from '../../resources/bedside/mqtt.js';

export const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

export class Desk {
  static async open({ dial, expiry = inAnHour(), team = 'Équipe mobile', telephone = '01 40 00 00 00' }) {
    const desk = new Desk();
    const pair = await lock.makePair();
    const link = { room: await lock.roomOf(pair.publicKey), secret: random(16), expiry };
    Object.assign(desk, { pair, link, team, telephone, seats: new Map(), known: new Map(), knocks: [], heard: [], raw: [], dropped: 0 });
    desk.token = writeLink(link);
    const room = hex(link.room);
    desk.work = Promise.resolve();
    desk.isAnswering = true;
    desk.isPlacing = true;
    desk.line = new Line({
      dial,
      user: room,
      client: hex(random(8)),
      topic: `call/${room}/desk`,
      onMessage: (bytes) => {
        desk.raw.push(bytes);
        desk.work = desk.work.then(() => desk.take(bytes));
      },
    });
    desk.line.open();
    return desk;
  }

  close() {
    this.line.close();
  }

  /// Opens one message; what can't be, or says what it may not, is counted and dropped.
  async take(bytes) {
    const header = lock.readHeader(bytes);
    if (!header) return this.dropped++;
    const place = { room: this.link.room, seat: header.seat, expiry: this.link.expiry };
    const id = hex(header.seat);
    const seat = this.known.get(id) ?? { id, place, counters: new lock.Counters(), session: lock.noSession, heard: [], joins: [] };
    const isOfDoor = header.lock === lock.door;
    const keys = isOfDoor ? await lock.doorKeys(this.link.secret, place) : seat.keys;
    const isNew = seat.counters.isNew(header);
    const plain = keys && isNew ? await lock.open(keys[lock.toDesk], { direction: lock.toDesk, room: place.room }, bytes) : null;
    const message = plain && decodeMessage(plain, true);
    if (!message || isOfDoor !== (message.type === 'join')) return this.dropped++;
    if (['answer', 'candidate'].includes(message.type) && !equal(header.session, seat.session)) return this.dropped++;
    if (isOfDoor) return this.knocked(seat, message, keys);
    seat.counters.accept(header);
    if (message.echo) await this.confirmed(seat, message.echo);
    seat.heard.push(message);
    this.heard.push(message);
    return this.onMessage?.(seat, message);
  }

  /// A join counts once it is confirmed.
  async knocked(seat, join, doorKeys) {
    if (!equal(await lock.seatOf(join.publicKey), seat.place.seat)) return;
    this.known.set(seat.id, seat);
    this.knocks.push({ seat, join });
    seat.doorKeys = doorKeys;
    seat.joins = [...seat.joins, join].slice(-4);
    seat.keys ??= await lock.seatKeys(this.pair.privateKey, join.publicKey, this.link.secret, seat.place);
    if (this.isAnswering) await this.welcome(seat);
  }

  async confirmed(seat, echo) {
    const join = seat.joins.find((one) => equal(one.echo, echo));
    if (!join) return;
    Object.assign(seat, { join, joins: [] });
    this.seats.set(seat.id, seat);
    this.heard.push(join);
    if (this.isPlacing) await this.place(seat);
    this.onMessage?.(seat, join);
  }

  welcome(seat, changes = {}) {
    return this.send(seat, { type: 'welcome', echo: seat.joins.at(-1).echo, publicKey: this.pair.publicKey, ...changes });
  }

  place(seat, changes = {}) {
    const { team, telephone } = this;
    const time = Math.floor(Date.now() / 1000);
    return this.send(seat, { type: 'place', time, place: seat.isAdmitted ? 2 : 1, team, telephone, ...changes });
  }

  admit(seat, large = true) {
    seat.isAdmitted = true;
    return this.send(seat, { type: 'admitted', name: 'Dr Anne Moreau', function: 3, large });
  }

  /// 'welcome' under the door's key, the rest under the seat's; `which` overrides.
  async sealed(seat, message, which = message.type === 'welcome' ? lock.door : lock.seatLock) {
    const keys = which === lock.door ? seat.doorKeys : seat.keys;
    const session = ['offer', 'candidate', 'measure'].includes(message.type) ? seat.session : lock.noSession;
    const what = { lock: which, direction: lock.toSeat, ...seat.place, session, counter: seat.counters.next() };
    return lock.seal(keys[lock.toSeat], what, encodeMessage(message, false));
  }

  async send(seat, message, which) {
    this.sendRaw(seat, await this.sealed(seat, message, which));
  }

  sendRaw(seat, bytes) {
    this.line.publish(`call/${hex(this.link.room)}/seat/${seat.id}`, bytes);
  }

  newSession(seat) {
    seat.session = random(8);
  }

  /// The first that has come in, and the first that has knocked.
  get firstSeat() {
    return [...this.seats.values()][0];
  }

  get firstKnock() {
    return this.knocks[0]?.seat;
  }
}

export { makeStore };
