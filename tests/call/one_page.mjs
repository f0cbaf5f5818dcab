// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bedside page's own protocol code as one seat, without a browser: node one_page.mjs LINK PORT. Says on standard
// output what it hears, and what it sends through the data channel.
import { webcrypto } from 'node:crypto';
import { connect } from 'node:net';
import { sendPhoto } from '../../resources/bedside/photo.js';
import { parseLink } from '../../resources/bedside/link.js';
import { Seat } from '../../resources/bedside/seat.js';

globalThis.crypto ??= webcrypto;
const [link, port] = process.argv.slice(2);
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const kept = {};
const store = { get: (name) => kept[name] ?? null, set: (name, value) => { kept[name] = structuredClone(value); } };
const dial = ({ opened, received, closed }) => {
  const socket = connect({ host: '127.0.0.1', port: Number(port) });
  socket.on('connect', opened);
  socket.on('data', (bytes) => received(new Uint8Array(bytes)));
  socket.on('close', closed);
  socket.on('error', () => {});
  return { send: (bytes) => socket.write(bytes), close: () => socket.destroy() };
};
const channel = { bufferedAmount: 0, send: (bytes) => console.log('channel', hex(bytes)), addEventListener() {} };

const seat = new Seat({
  link: parseLink(new URL(link).hash), store, dial,
  here: () => ({ camera: true, microphone: true }),
  heard: async (message) => {
    console.log('heard', message.type);
    switch (message.type) {
      case 'offer':
        seat.send({ type: 'answer', sdp: `answer to ${message.sdp}` }, seat.session);
        seat.send({ type: 'candidate', candidate: 'candidate:1', line: 0 }, seat.session);
        break;
      case 'advice': seat.send({ type: 'repeated', list: message.list, items: message.items.map((_, i) => i) }); break;
      case 'photoPlease': {
        const bytes = new Uint8Array(40000).fill(0x5a);
        bytes.set([0xff, 0xd8, 0xff]);
        await sendPhoto({ channel, seat, photo: message.photo, bytes });
        seat.send({ type: 'state', camera: true, microphone: true, cameras: 2, facing: 2 }); // the photo is out
        break;
      }
      case 'frozen': seat.joinAgain(); break; // as after a lost connection
      case 'closed':
        console.log('dropped', seat.dropped);
        await seat.close();
        process.exit(0);
        break;
      default:
    }
  },
});
await seat.open();
seat.join({ name: 'Inès Müller', function: 1, present: 'her daughter', language: 'fr', camera: true, microphone: true });
