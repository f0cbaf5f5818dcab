// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A broker inside the test: as much of MQTT as mqtt.js speaks, without a network. It can cut every line.
import { join } from '../../resources/bedside/bytes.js';

const acknowledged = (id) => Uint8Array.of(0x40, 2, id >> 8, id & 255);

export class Broker {
  constructor() {
    this.clients = new Set();
    this.seen = [];
    this.dial = (events) => {
      const client = { events, rest: new Uint8Array(0), topics: [] };
      this.clients.add(client);
      queueMicrotask(events.opened);
      return {
        send: (bytes) => queueMicrotask(() => this.clients.has(client) && this.feed(client, bytes)),
        close: () => this.clients.delete(client),
      };
    };
  }

  cut() {
    const all = [...this.clients];
    this.clients.clear();
    all.forEach(({ events }) => events.closed());
  }

  feed(client, bytes) {
    client.rest = join(client.rest, bytes);
    for (;;) {
      let length = 0;
      let at = 1;
      do {
        if (at >= client.rest.length) return;
        length += (client.rest[at] & 127) * 128 ** (at - 1);
      } while (client.rest[at++] > 127);
      if (client.rest.length < at + length) return;
      const first = client.rest[0];
      const body = client.rest.slice(at, at + length);
      client.rest = client.rest.slice(at + length);
      this.take(client, first, body);
    }
  }

  take(client, first, body) {
    const text = (from, length) => new TextDecoder().decode(body.subarray(from, from + length));
    if (first === 0x10) return client.events.received(Uint8Array.of(0x20, 2, 0, 0));
    if (first === 0xc0) return client.events.received(Uint8Array.of(0xd0, 0));
    if (first === 0x82) {
      client.topics.push(text(4, (body[2] << 8) | body[3]));
      return client.events.received(Uint8Array.of(0x90, 3, body[0], body[1], 1));
    }
    if (first >> 4 === 3) {
      const length = (body[0] << 8) | body[1];
      const topic = text(2, length);
      const id = (body[2 + length] << 8) | body[3 + length];
      this.seen.push({ topic, payload: body.slice(4 + length) });
      client.events.received(acknowledged(id));
      const packet = this.pack(body);
      for (const other of this.clients) {
        if (other.topics.includes(topic)) other.events.received(packet);
      }
    }
    return undefined;
  }

  pack(body) {
    const length = [];
    for (let rest = body.length; ; rest >>= 7) {
      length.push((rest & 127) | (rest > 127 ? 128 : 0));
      if (rest <= 127) break;
    }
    return join(Uint8Array.of(0x32, ...length), body);
  }
}
