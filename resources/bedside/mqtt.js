// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// As much of MQTT 3.1.1 as a call needs: connect, subscribe, publish at QoS 1 and 0, ping. `Packets` turns bytes, in
// whatever pieces they come, into packets; `Line` keeps one connection up, and opens it anew when it is lost or silent.
// Knows neither what is sent nor over what: `dial` gives a transport (a WebSocket on the page, TLS in the tests).
import { join, utf8 } from './bytes.js';

const largestPacket = 64 * 1024;

const string = (text) => {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  return join(Uint8Array.of(bytes.length >> 8, bytes.length & 255), bytes);
};
const twoBytes = (value) => Uint8Array.of(value >> 8, value & 255);

function packet(first, ...parts) {
  const body = join(...parts);
  const length = [];
  let rest = body.length;
  do {
    length.push((rest & 127) | (rest > 127 ? 128 : 0));
    rest >>= 7;
  } while (rest > 0);
  return join(Uint8Array.of(first, ...length), body);
}

export const connectPacket = ({ client, user, keepAlive }) =>
  packet(0x10, string('MQTT'), Uint8Array.of(4, 0x82), twoBytes(keepAlive), string(client), string(user));
export const subscribePacket = (id, topic) => packet(0x82, twoBytes(id), string(topic), Uint8Array.of(1));
export const publishPacket = (id, topic, payload, isAgain = false) =>
  packet(isAgain ? 0x3a : 0x32, string(topic), twoBytes(id), payload);
export const acknowledgePacket = (id) => packet(0x40, twoBytes(id));
export const pingPacket = () => packet(0xc0);
export const disconnectPacket = () => packet(0xe0);

/// Throws for what is no MQTT, or a packet above the limit: the connection is to be given up.
export class Packets {
  constructor() {
    this.rest = new Uint8Array(0);
  }

  /// The packets that are whole by now.
  feed(bytes) {
    this.rest = join(this.rest, bytes);
    const whole = [];
    for (let next = this.next(); next; next = this.next()) whole.push(next);
    return whole;
  }

  next() {
    let length = 0;
    let at = 1;
    for (let more = true; more; at++) {
      if (at > 4) throw new RangeError('a length of more than four bytes');
      if (at >= this.rest.length) return null;
      length += (this.rest[at] & 127) * 128 ** (at - 1);
      more = this.rest[at] > 127;
    }
    if (length > largestPacket) throw new RangeError('a packet above the limit');
    if (this.rest.length < at + length) return null;
    const first = this.rest[0];
    const body = this.rest.slice(at, at + length);
    this.rest = this.rest.slice(at + length);
    return read(first, body);
  }
}

function read(first, body) {
  const number = (at) => {
    if (body.length < at + 2) throw new RangeError('a packet cut short');
    return (body[at] << 8) | body[at + 1];
  };
  switch (first >> 4) {
    case 2: return { kind: 'connected', code: number(0) & 255 };
    case 3: {
      const topicEnd = 2 + number(0);
      const qos = (first >> 1) & 3;
      if (qos > 1 || topicEnd > body.length) throw new RangeError('a publication that was not asked for');
      const id = qos ? number(topicEnd) : 0;
      const topic = new TextDecoder().decode(body.subarray(2, topicEnd));
      return { kind: 'publish', topic, qos, id, isRetained: (first & 1) === 1, payload: body.slice(topicEnd + (qos ? 2 : 0)) };
    }
    case 4: return { kind: 'acknowledged', id: number(0) };
    case 9: return { kind: 'subscribed', id: number(0), code: body[2] };
    case 13: return { kind: 'pong' };
    default: throw new RangeError('a packet that no broker sends');
  }
}

const milliseconds = { silence: 4000, patience: 4000, opening: 8000, firstWait: 250, longestWait: 3000 };

/// `dial({ opened, received, closed })` gives { send(bytes), close() }. The line calls `onUp`, `onDown` and
/// `onMessage(payload)`. What is published while it is down is sent once it is up again, in order.
export class Line {
  constructor({ dial, user, topic, client, onUp = () => {}, onDown = () => {}, onMessage = () => {} }) {
    Object.assign(this, { dial, user, topic, client, onUp, onDown, onMessage });
    this.isUp = false;
    this.waiting = []; // { id, topic, payload, isSent }: not acknowledged yet
    this.lastId = 0;
    this.wait = milliseconds.firstWait;
  }

  open() {
    clearTimeout(this.retry);
    this.packets = new Packets();
    const mine = {};
    this.mine = mine;
    const ifMine = (act) => (...given) => this.mine === mine && act(...given);
    this.transport = this.dial({
      opened: ifMine(() => this.send(connectPacket({ client: this.client, user: this.user, keepAlive: 15 }))),
      received: ifMine((bytes) => this.received(bytes)),
      closed: ifMine(() => this.lost()),
    });
    this.watch(milliseconds.opening);
  }

  /// For good.
  close() {
    if (this.isUp) this.send(disconnectPacket());
    this.hangUp();
    this.isUp = false;
  }

  /// At once, without waiting for the silence to be noticed: the network has just come back.
  reopen() {
    this.hangUp();
    this.isUp = false;
    this.wait = milliseconds.firstWait;
    this.open();
  }

  /// Drops what was not sent yet: it belongs to a time that is over.
  forget() {
    this.waiting = [];
  }

  publish(topic, payload) {
    this.lastId = (this.lastId % 65000) + 1;
    const letter = { id: this.lastId, topic, payload, isSent: this.isUp };
    this.waiting.push(letter);
    if (this.waiting.length > 200) this.waiting.shift();
    if (this.isUp) this.send(publishPacket(letter.id, topic, payload));
  }

  send(bytes) {
    try {
      this.transport.send(bytes);
    } catch {
      this.lost();
    }
  }

  received(bytes) {
    let packets;
    try {
      packets = this.packets.feed(bytes);
    } catch {
      return this.lost();
    }
    this.watchSilence();
    packets.forEach((one) => this.take(one));
  }

  take(one) {
    if (one.kind === 'connected') {
      if (one.code !== 0) return this.lost();
      this.send(subscribePacket(65535, this.topic));
    } else if (one.kind === 'subscribed') {
      if (one.code > 2) return this.lost();
      this.isUp = true;
      this.wait = milliseconds.firstWait;
      for (const letter of this.waiting) {
        this.send(publishPacket(letter.id, letter.topic, letter.payload, letter.isSent));
        letter.isSent = true;
      }
      this.onUp();
    } else if (one.kind === 'publish') {
      if (one.qos) this.send(acknowledgePacket(one.id));
      if (!one.isRetained) this.onMessage(one.payload);
    } else if (one.kind === 'acknowledged') {
      this.waiting = this.waiting.filter((letter) => letter.id !== one.id);
    }
  }

  /// A line that is cut says nothing for minutes: after a silence it is asked, and without an answer given up.
  watchSilence() {
    this.watch(milliseconds.silence, () => {
      this.send(pingPacket());
      this.watch(milliseconds.patience);
    });
  }

  watch(time, then = () => this.lost()) {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, time);
  }

  hangUp() {
    clearTimeout(this.timer);
    clearTimeout(this.retry);
    this.mine = null;
    this.transport?.close();
  }

  lost() {
    this.hangUp();
    const wasUp = this.isUp;
    this.isUp = false;
    if (wasUp) this.onDown();
    this.retry = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(2 * this.wait, milliseconds.longestWait);
  }
}

/// The page's transport.
export const overWebSocket = (address) => ({ opened, received, closed }) => {
  const socket = new WebSocket(address, 'mqtt');
  socket.binaryType = 'arraybuffer';
  socket.onopen = opened;
  socket.onmessage = ({ data }) => received(new Uint8Array(data));
  socket.onclose = closed;
  socket.onerror = closed;
  return { send: (bytes) => socket.send(bytes), close: () => socket.close() };
};
