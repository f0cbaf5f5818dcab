// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real servers, as packaging/bedside/local starts them, for the time of a test.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { overSocket } from './support.js';

export const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const local = join(project, 'packaging/bedside/local');

export class Servers {
  static start(address = '127.0.0.1') {
    const servers = new Servers();
    servers.folder = mkdtempSync(join(tmpdir(), 'chevet-servers-'));
    execFileSync(local, ['--background', '--address', address, '--folder', servers.folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    for (const line of readFileSync(join(servers.folder, 'servers'), 'utf8').trim().split('\n')) {
      const at = line.indexOf('=');
      servers[line.slice(0, at)] = line.slice(at + 1);
    }
    servers.ca = readFileSync(servers.certificate);
    return servers;
  }

  /// As the desk comes in: MQTT over TLS on the public port, told apart by ALPN.
  get dial() {
    return overSocket({ host: this.host, port: Number(this.port), tls: { ca: this.ca, ALPNProtocols: ['mqtt'] } });
  }

  read(file) {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  stop() {
    execFileSync(local, ['--stop', this.folder], { stdio: 'ignore' });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
