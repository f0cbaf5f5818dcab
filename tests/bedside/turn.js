// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// As much of TURN (RFC 5766) as asking the relay takes: an allocation, and permissions for peers.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';

const cookie = 0x2112a442;
const attribute = (type, value) => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

function message(type, attributes, key) {
  let body = Buffer.concat(attributes);
  const head = Buffer.concat([Buffer.alloc(8), randomBytes(12)]);
  head.writeUInt16BE(type, 0);
  head.writeUInt32BE(cookie, 4);
  head.writeUInt16BE(body.length + (key ? 24 : 0), 2);
  if (key) {
    const mark = createHmac('sha1', key).update(Buffer.concat([head, body])).digest();
    body = Buffer.concat([body, attribute(0x0008, mark)]);
  }
  return Buffer.concat([head, body]);
}

function read(bytes) {
  const found = { isError: (bytes.readUInt16BE(0) & 0x0110) === 0x0110 };
  for (let at = 20; at + 4 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 2);
    found[bytes.readUInt16BE(at)] = bytes.subarray(at + 4, at + 4 + length);
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  found.code = found[9] ? found[9][2] * 100 + found[9][3] : 200;
  return found;
}

export class Turn {
  static open(host, port, [user, password]) {
    const turn = new Turn();
    Object.assign(turn, { user, password, socket: createSocket('udp4') });
    turn.ask = (bytes) => new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error('no answer')), 3000);
      turn.socket.once('message', (answer) => (clearTimeout(timer), done(read(answer))));
      turn.socket.send(bytes, port, host);
    });
    return turn;
  }

  /// 200, or the relay's refusal.
  async allocate() {
    const transport = attribute(0x0019, Buffer.from([17, 0, 0, 0]));
    const first = await this.ask(message(0x0003, [transport]));
    const [realm, nonce] = [first[0x0014], first[0x0015]];
    if (!realm) return first.code;
    this.signed = [attribute(0x0006, Buffer.from(this.user)), attribute(0x0014, realm), attribute(0x0015, nonce)];
    this.key = createHash('md5').update(`${this.user}:${realm}:${this.password}`).digest();
    return (await this.ask(message(0x0003, [transport, ...this.signed], this.key))).code;
  }

  async permit(address) {
    const peer = Buffer.alloc(8);
    peer[1] = 1;
    peer.writeUInt16BE(5000 ^ (cookie >>> 16), 2);
    peer.writeUInt32BE((Buffer.from(address.split('.').map(Number)).readUInt32BE() ^ cookie) >>> 0, 4);
    return (await this.ask(message(0x0008, [attribute(0x0012, peer), ...this.signed], this.key))).code;
  }

  close() {
    this.socket.close();
  }
}

/// A name and password as a desk makes them from the relay's secret.
export function relayCredentials(secret, seconds = 600) {
  const user = `${Math.floor(Date.now() / 1000) + seconds}:desk`;
  return [user, createHmac('sha1', secret).update(user).digest('base64')];
}
