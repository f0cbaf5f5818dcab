// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers as we configure them: who is let in by which door, what each refuses. Run by in_own_network.
import { overSocket, pause, until } from './support.js';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import { Line } from '../../resources/bedside/mqtt.js';
import { project, Servers } from './servers.js';
import { relayCredentials, Turn } from './turn.js';

let servers;
before(() => { servers = Servers.start('10.77.0.1'); });
const lines = []; // what a test that fails leaves open would keep node waiting
after(() => {
  lines.forEach((line) => line.close());
  servers?.stop();
});

const handshake = (options) =>
  new Promise((done, failed) => {
    const socket = connect({ host: servers.host, port: Number(servers.port), ca: servers.ca, ...options }, () => {
      done({ protocol: socket.alpnProtocol, certificate: socket.getPeerCertificate() });
      socket.destroy();
    });
    socket.on('error', failed);
  });

const get = (path, options = {}) =>
  new Promise((done, failed) => {
    const asked = request({ host: servers.host, port: servers.port, path, ca: servers.ca, ...options }, (answer) => {
      answer.resume();
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers }));
    });
    asked.on('error', failed);
    asked.end();
  });

async function lineOf(user, topic, dial = servers.dial) {
  const heard = [];
  let downs = 0;
  const line = new Line({ dial, user, topic, client: `test-${user}-${Math.random()}`, onMessage: (bytes) => heard.push(bytes),
    onDown: () => downs++ });
  lines.push(line);
  line.open();
  await until('the line', () => line.isUp, 3000).catch((error) => {
    line.close();
    throw error;
  });
  return { line, heard, downs: () => downs };
}

const bytes = (length) => new Uint8Array(length).fill(7);

test('one port, told apart by ALPN: mqtt leads to the broker, everything else to the page', async () => {
  assert.equal((await handshake({ ALPNProtocols: ['mqtt'] })).protocol, 'mqtt');
  assert.equal((await handshake({ ALPNProtocols: ['h2', 'http/1.1'] })).protocol, 'h2');
  assert.equal((await handshake({})).protocol, false);
  assert.equal((await handshake({ servername: servers.turnName })).protocol, false);
  const { line, heard } = await lineOf('a1', 'call/a1/#');
  line.publish('call/a1/desk', bytes(5000));
  await until('the message', () => heard.length === 1);
  line.close();
});

test('TLS older than 1.2 is refused', async () => {
  for (const ALPNProtocols of [['mqtt'], ['http/1.1']]) {
    await assert.rejects(handshake({ ALPNProtocols, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }));
  }
});

test('the page has its headers, and nothing but its files is served', async () => {
  const { status, headers } = await get('/');
  assert.equal(status, 200);
  assert.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self';/);
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.match(headers['permissions-policy'], /camera=\(self\), microphone=\(self\)/);
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal((await get('/main.js')).headers['content-type'], 'application/javascript; charset=utf-8');
  assert.equal((await get('/..%2fservers')).status, 400);
  for (const path of ['/package.json', '/servers', '/.git/config', '/index.html.bak', '/a/main.js']) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('a client hears its own room only, with or without a wildcard, and writes to no other', async () => {
  const own = await lineOf('a1', 'call/a1/#');
  const others = [await lineOf('b2', 'call/#'), await lineOf('c3', '#'), await lineOf('+', 'call/+/#'), await lineOf('', 'call/#')];
  others[0].line.publish('call/a1/desk', bytes(10));
  await pause(200);
  assert.equal(own.heard.length, 0);
  own.line.publish('call/a1/desk', bytes(10));
  await until('own', () => own.heard.length === 1);
  await pause(200);
  assert.deepEqual(others.map(({ heard }) => heard.length), [0, 0, 0, 0]);
  [own, ...others].forEach(({ line }) => line.close());
});

test('a message above the limit reaches nobody', async () => {
  const { line, heard, downs } = await lineOf('a1', 'call/a1/#');
  line.publish('call/a1/desk', bytes(70000));
  await until('the line is cut', () => downs() > 0);
  line.close();
  assert.equal(heard.length, 0);
});

test('the broker and the inner doors listen on loopback only', () => {
  const listening = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1).map((row) => row.trim().split(/\s+/))
    .filter(([, , , state]) => state === '0A').map(([, local]) => local.split(':'));
  const open = new Set(listening.filter(([address]) => address !== '0100007F').map(([, port]) => parseInt(port, 16)));
  const ports = servers.relay.match(/10\.77\.0\.1:(\d+)/g).map((found) => Number(found.split(':')[1]));
  assert.deepEqual(open, new Set([Number(servers.port), ...ports]));
  assert.equal(readFileSync('/proc/net/tcp6', 'utf8').trim().split('\n').slice(1).filter((row) => / 0A /.test(row)).length, 0);
});

async function atRelay(credentials, act) {
  const turn = Turn.open(servers.host, Number(servers.relay.match(/:(\d+)\?/)[1]), credentials);
  try {
    return await act(turn);
  } finally {
    turn.close();
  }
}

test('the relay lets nobody in without a fresh name, and leads into no private network', async () => {
  const secret = servers.relaySecret;
  assert.equal(await atRelay(relayCredentials(secret, -60), (turn) => turn.allocate()), 401);
  assert.equal(await atRelay(relayCredentials('another'), (turn) => turn.allocate()), 401);
  await atRelay(relayCredentials(secret), async (turn) => {
    assert.equal(await turn.allocate(), 200);
    assert.equal(await turn.permit(servers.host), 200); // this machine, for trying out; nowhere else
    assert.equal(await turn.permit('193.50.0.1'), 200);
    const inner = ['10.77.0.2', '127.0.0.1', '192.168.1.1', '172.16.0.1', '172.31.255.255', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255'];
    for (const address of inner) assert.equal(await turn.permit(address), 403, address);
  });
});

test('the script says what it can’t do, and stops what it started', () => {
  const local = `${project}/packaging/bedside/local`;
  assert.equal(spawnSync(local, ['--nonsense']).status, 2);
  assert.equal(spawnSync(local, ['--stop', '/tmp']).status, 1);
  assert.match(execFileSync(local, ['--help'], { encoding: 'utf8' }), /^Usage: packaging\/bedside\/local/);
  const second = Servers.start('10.77.0.1');
  const pid = Number(second.read('mosquitto.pid'));
  assert.ok(process.kill(pid, 0));
  second.stop();
  return until('the end', () => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  });
});

test('the installer writes what nginx accepts, changes nothing a second time, and refuses a certificate that does not fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chevet-install-'));
  const file = (name) => join(folder, name);
  const names = 'subjectAltName=DNS:visio.hospital.example,DNS:turn.visio.hospital.example';
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '70', '-subj',
    '/CN=x', '-addext', names, '-keyout', file('key'), '-out', file('certificate')], { stdio: 'ignore' });
  const install = (...words) => spawnSync(`${project}/packaging/bedside/install`, ['--into', file('root'), ...words], { encoding: 'utf8' });
  const told = ['--certificate', file('certificate'), '--key', file('key'), '--address', '10.1.2.3'];
  const faults = [[[], /is no host name/], [['--host', 'visio.hospital.example', ...told], /--external/],
    [['--host', 'other.example', ...told, '--external', '193.50.0.9'], /not for other.example/],
    [['--host', 'visio.hospital.example', ...told, '--external', '193.50.0.9', '--key', servers.certificate], /does not belong|key/]];
  for (const [words, says] of faults) {
    const { status, stdout } = install(...words);
    assert.equal(status, 1);
    assert.match(stdout, says);
  }
  const first = install('--host', 'visio.hospital.example', ...told, '--external', '193.50.0.9');
  assert.equal(first.status, 0, first.stdout);
  assert.equal(first.stdout.match(/: written: /g).length, 8);
  const second = install();
  assert.equal(second.status, 0, second.stdout);
  assert.equal(second.stdout.match(/: unchanged: /g).length, 8);
  for (const secret of ['relay-secret', 'desk-servers']) {
    assert.equal(statSync(file(`root/etc/chevet-bedside/${secret}`)).mode & 0o777, 0o600);
  }
  const desk = readFileSync(file('root/etc/chevet-bedside/desk-servers'), 'utf8');
  assert.match(desk, /^page=https:\/\/visio.hospital.example\/$/m);
  assert.match(desk, new RegExp(`^relaySecret=${readFileSync(file('root/etc/chevet-bedside/relay-secret'), 'utf8').trim()}$`, 'm'));
  assert.match(readFileSync(file('root/etc/chevet-bedside/turnserver.conf'), 'utf8'), /external-ip=193.50.0.9\/10.1.2.3/);
  mkdirSync(file('root/var/log/nginx'), { recursive: true });
  writeFileSync(file('nginx.conf'), `load_module /usr/lib/nginx/modules/ngx_stream_module.so;
    pid ${file('pid')}; events {} include ${file('root/etc/nginx/modules-enabled/90-chevet-bedside.conf')};
    http { include /etc/nginx/mime.types; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
    uwsgi_temp_path ${folder}; scgi_temp_path ${folder}; include ${file('root/etc/nginx/sites-enabled/chevet-bedside.conf')}; }`);
  const { status, stderr } = spawnSync('nginx', ['-t', '-e', file('error'), '-c', file('nginx.conf')],
    { encoding: 'utf8', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
  assert.equal(status, 0, stderr);
  rmSync(folder, { recursive: true, force: true });
});

test('a desk that does not ask for mqtt finds no broker', async () => {
  const dial = overSocket({ host: servers.host, port: Number(servers.port), tls: { ca: servers.ca } });
  await assert.rejects(lineOf('a1', 'call/a1/#', dial));
});
