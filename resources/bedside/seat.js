// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One browser in a room, as the desk sees it: its keys, its counters, its joins, and what it says and hears. Knows no
// screen and no media. A message that can't be opened, is old, or answers nothing is dropped and counted.
//
// `store` is { get(name), set(name, value) }: the link, the seat's key, the counters, and what the next join repeats.
import { equal, hex, none, random } from './bytes.js';
import * as lock from './lock.js';
import { cut, decodeMessage, encodeMessage } from './messages.js';
import { Line } from './mqtt.js';

export const pageVersion = 1;

const seconds = (count) => count * 1000;
const joinWaits = [seconds(4), seconds(6), seconds(10)];
const hereEvery = seconds(10);
const stillWaitingEvery = seconds(60);
const nothing = () => ({ camera: false, microphone: false });

export class Seat {
  /// `heard(message)` is called for each message, one after the other; it may be asynchronous. `here()` says what is on,
  /// and the age of the last picture; `works()` what could be.
  constructor({ link, store, dial, heard, lineChanged = () => {}, here = nothing, works = nothing }) {
    Object.assign(this, { link, store, dial, heard, lineChanged, here, works });
    this.session = lock.noSession;
    this.dropped = 0;
    this.sending = Promise.resolve();
    this.hearing = Promise.resolve();
  }

  async open() {
    const kept = this.store.get('seat');
    this.pair = kept ? await lock.restorePair(kept) : await lock.makePair();
    this.store.set('seat', this.pair.stored);
    this.id = await lock.seatOf(this.pair.publicKey);
    this.place = { room: this.link.room, seat: this.id, expiry: this.link.expiry };
    this.doorKeys = await lock.doorKeys(this.link.secret, this.place);
    this.counters = new lock.Counters(this.store.get('counter') ?? {}, (now) => this.store.set('counter', now));
    const room = hex(this.link.room);
    this.deskTopic = `call/${room}/desk`;
    this.line = new Line({
      dial: this.dial,
      user: room,
      client: hex(random(8)),
      topic: `call/${room}/seat/${hex(this.id)}`,
      onUp: () => this.lineIsUp(),
      onDown: () => this.lineChanged(false),
      onMessage: (bytes) => {
        this.hearing = this.hearing.then(() => this.take(bytes)).catch(() => this.dropped++);
      },
    });
    this.line.open();
  }

  close() {
    this.stopTimers();
    this.isClosed = true;
    return this.sending.then(() => this.line?.close());
  }

  lineIsUp() {
    this.lineChanged(true);
    if (this.details && !this.isWelcome) this.sayJoin();
  }

  /// details: { name, function, present, language, camera, microphone }. Repeated until the desk answers.
  join(details) {
    this.details = { ...details, name: cut(details.name, 80), present: cut(details.present, 200) };
    this.isWelcome = false;
    this.attempts = 0;
    this.line.forget();
    if (this.line.isUp) this.sayJoin();
  }

  /// The same seat again, after the connection between the peers was lost.
  joinAgain() {
    if (this.details && !this.isClosed) this.join({ ...this.details, ...this.works() });
  }

  sayJoin() {
    const joins = this.store.get('joins') ?? 0;
    this.store.set('joins', joins + 1);
    this.echo = random(16);
    const { publicKey } = this.pair;
    this.send({ type: 'join', ...this.details, publicKey, echo: this.echo, joins, version: pageVersion });
    clearTimeout(this.joinTimer);
    const wait = joinWaits[Math.min(this.attempts++, joinWaits.length - 1)];
    this.joinTimer = setTimeout(() => this.line.isUp && this.sayJoin(), wait);
  }

  /// Sealed and published in the order of the calls.
  send(message, session = lock.noSession) {
    this.sending = this.sending
      .then(async () => {
        const sealed = await this.sealed(message, session);
        if (sealed) this.line.publish(this.deskTopic, sealed);
      })
      .catch(() => {});
    return this.sending;
  }

  /// Null as long as there is no key for it.
  async sealed(message, session = lock.noSession) {
    const isJoin = message.type === 'join';
    const keys = isJoin ? this.doorKeys : this.seatKeys;
    if (!keys) return null;
    const what = { lock: isJoin ? lock.door : lock.seatLock, direction: lock.toDesk, ...this.place, session };
    return lock.seal(keys[lock.toDesk], { ...what, counter: this.counters.next() }, encodeMessage(message));
  }

  async take(bytes) {
    const header = lock.readHeader(bytes);
    const keys = header?.lock === lock.door ? this.doorKeys : this.seatKeys;
    const isMine = header && keys && equal(header.seat, this.id) && this.counters.isNew(header);
    const plain = isMine ? await lock.open(keys[lock.toSeat], { direction: lock.toSeat, ...this.place }, bytes) : null;
    const message = plain && decodeMessage(plain);
    if (!message || !(await this.isInPlace(message, header))) {
      this.dropped++;
      return;
    }
    this.counters.accept(header);
    if (message.type === 'welcome') await this.welcome(message);
    if (message.type === 'welcome') this.isAdmitted = message.place === 2;
    if (message.type === 'admitted') this.isAdmitted = true;
    if (message.type === 'offer') this.session = header.session;
    if (message.type === 'closed' || message.type === 'refused') this.stopTimers();
    if (message.type === 'admitted' || message.place === 2) clearInterval(this.waitTimer);
    await this.heard(message);
  }

  /// What may be said with which lock, and when.
  async isInPlace(message, { lock: which, session }) {
    const isOfDoor = which === lock.door;
    switch (message.type) {
      case 'welcome': // only as the answer to the last join, and only from the desk that the link was made for
        return isOfDoor && !this.isWelcome && !!this.echo && equal(message.echo, this.echo) &&
          (await lock.isDeskOf(this.link.room, message.publicKey));
      case 'closed': // without the seat's key only to who knocks
        return !isOfDoor || !this.isWelcome;
      case 'offer': // no picture and no sound before the team has let this seat in
        return !isOfDoor && this.isAdmitted && !equal(session, lock.noSession);
      case 'candidate': return !isOfDoor && equal(session, this.session);
      default: return !isOfDoor;
    }
  }

  async welcome({ publicKey }) {
    this.isWelcome = true;
    this.echo = none;
    clearTimeout(this.joinTimer);
    this.seatKeys = await lock.seatKeys(this.pair.privateKey, publicKey, this.link.secret, this.place);
    this.sayHere();
    clearInterval(this.hereTimer);
    this.hereTimer = setInterval(() => this.sayHere(), hereEvery);
    // A desk that was started anew knows nobody: while one waits, knock again now and then.
    clearInterval(this.waitTimer);
    this.waitTimer = setInterval(() => this.joinAgain(), stillWaitingEvery);
  }

  sayHere() {
    const { camera, microphone, pictureAge } = this.here();
    this.send({ type: 'here', camera, microphone, pictureAge });
  }

  stopTimers() {
    clearTimeout(this.joinTimer);
    clearInterval(this.hereTimer);
    clearInterval(this.waitTimer);
  }
}
