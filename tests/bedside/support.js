// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tests share. Node 18 has WebCrypto, but not under its global name.
import { webcrypto } from 'node:crypto';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

globalThis.crypto ??= webcrypto;

/// What sessionStorage is to the page.
export function makeStore(kept = {}) {
  return {
    kept,
    get: (name) => kept[name] ?? null,
    set: (name, value) => {
      kept[name] = structuredClone(value);
    },
  };
}

/// A transport for mqtt.js over a plain or a TLS socket: { host, port, tls? }
export const overSocket = ({ host, port, tls }) => ({ opened, received, closed }) => {
  const socket = tls ? connectSecurely({ host, port, ...tls }) : connect({ host, port });
  socket.on(tls ? 'secureConnect' : 'connect', opened);
  socket.on('data', (bytes) => received(new Uint8Array(bytes)));
  socket.on('close', closed);
  socket.on('error', () => {});
  return { send: (bytes) => socket.write(bytes), close: () => socket.destroy() };
};

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// Waits until `holds` gives something true, and gives it. The patience is for a machine that is busy with other things:
/// how fast something is, a test says and does not judge.
export async function until(what, holds, patience = 40000) {
  const from = Date.now();
  for (;;) {
    const found = await holds();
    if (found) return found;
    if (Date.now() - from > patience) throw new Error(`not within ${patience} ms: ${what}`);
    await pause(20);
  }
}
