// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One browser in a room, as the desk sees it: its keys, its counters, its joins, and what it says and hears. Knows no
// screen and no media. A message that can't be opened, is old, or answers nothing is dropped and counted.
//
// `store` is { get(name), set(name, value) }: the link, the seat's key, the counters, and what the next join repeats.
import { equal, hex, random } from './bytes.js';
import * as lock from './lock.js';
import { cut, decodeMessage, encodeMessage } from './messages.js';
import { Line } from './mqtt.js';

export const pageVersion = 1;

const seconds = (count) => count * 1000;
const joinEvery = seconds(5);
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
    if (this.details && !this.isPlaced) this.sayJoin();
  }

  /// details: { name, function, present, language, camera, microphone }. Repeated until the desk answers.
  join(details) {
    this.details = { ...details, name: cut(details.name, 80), present: cut(details.present, 200) };
    this.isPlaced = false;
    this.line.forget();
    if (this.line.isUp) this.sayJoin();
  }

  /// The same seat again, after the connection between the peers was lost.
  joinAgain() {
    if (this.details && !this.isClosed) this.join({ ...this.details, ...this.works() });
  }

  sayJoin() {
    this.isWelcome = false;
    const joins = this.store.get('joins') ?? 0;
    this.store.set('joins', joins + 1);
    this.echo = random(16);
    const { publicKey } = this.pair;
    this.send({ type: 'join', ...this.details, publicKey, echo: this.echo, joins, version: pageVersion });
    clearTimeout(this.joinTimer);
    this.joinTimer = setTimeout(() => this.line.isUp && !this.isPlaced && this.sayJoin(), joinEvery);
  }

  /// Sealed and published in the order of the calls.
  send(message, session = lock.noSession) {
    this.sending = this.sending
      .then(async () => {
        const sealed = await this.sealed(message, session);
        if (!sealed) return;
        this.line.publish(this.deskTopic, sealed);
        // Sealing takes a moment that a closing page does not have, so the last word is always ready.
        this.farewell = await this.sealed({ type: 'left', reason: 2 });
      })
      .catch(() => {});
    return this.sending;
  }

  /// The page is closing, or loaded again.
  sayFarewell() {
    if (this.farewell && this.line.isUp && !this.isClosed) this.line.publish(this.deskTopic, this.farewell);
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
      return undefined;
    }
    this.counters.accept(header);
    switch (message.type) {
      case 'welcome': return this.welcome(message); // says nothing that is to be shown
      case 'place': this.placed(message); break;
      case 'admitted': this.letIn(); break;
      case 'offer': this.session = header.session; break;
      case 'closed': case 'refused': this.stopTimers(); break;
      default:
    }
    return this.heard(message);
  }

  /// What may be said with which lock, and when. Who has the link can make door messages: they are heeded only as the
  /// answer to the last join.
  async isInPlace(message, { lock: which, session }) {
    const isOfDoor = which === lock.door;
    const answersJoin = !this.isWelcome && !!this.echo && !!message.echo && equal(message.echo, this.echo);
    switch (message.type) {
      case 'welcome': return isOfDoor && answersJoin && (await lock.isDeskOf(this.link.room, message.publicKey));
      case 'closed': return !isOfDoor || answersJoin;
      case 'offer': // no picture and no sound before the team has let this seat in
        return !isOfDoor && this.isAdmitted && !equal(session, lock.noSession);
      case 'candidate': case 'measure': return !isOfDoor && equal(session, this.session);
      default: return !isOfDoor;
    }
  }

  /// Confirms the join: only who has the seat's private key can.
  async welcome({ publicKey }) {
    this.isWelcome = true;
    this.seatKeys = await lock.seatKeys(this.pair.privateKey, publicKey, this.link.secret, this.place);
    this.sayHere(this.echo);
  }

  placed({ place }) {
    clearTimeout(this.joinTimer);
    clearInterval(this.hereTimer);
    clearInterval(this.waitTimer);
    this.isPlaced = true;
    this.isAdmitted = place === 2;
    this.hereTimer = setInterval(() => this.sayHere(), hereEvery);
    // A desk that was started anew knows nobody: while one waits, knock again now and then.
    if (place === 1) this.waitTimer = setInterval(() => this.joinAgain(), stillWaitingEvery);
  }

  letIn() {
    this.isAdmitted = true;
    clearInterval(this.waitTimer);
  }

  sayHere(echo = undefined) {
    const { camera, microphone, pictureAge } = this.here();
    this.send({ type: 'here', camera, microphone, pictureAge, echo });
  }

  stopTimers() {
    clearTimeout(this.joinTimer);
    clearInterval(this.hereTimer);
    clearInterval(this.waitTimer);
  }
}
