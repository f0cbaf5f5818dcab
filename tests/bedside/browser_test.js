// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole page in Chromium, through nginx and mosquitto, against the test's desk and a second Chromium as its peer.
// Run by in_own_network: the tablet's browser stands behind a cable of its own.
import { pause, until } from './support.js'; // first: brings WebCrypto
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { equal, join, random } from '../../resources/bedside/bytes.js';
import { writeLink } from '../../resources/bedside/link.js';
import * as lock from '../../resources/bedside/lock.js';
import { decodeMessage } from '../../resources/bedside/messages.js';
import { Browser } from './browser.js';
import { Desk, inAnHour } from './desk.js';
import { DeskPeer } from './desk_peer.js';
import { Servers } from './servers.js';
import { relayCredentials } from './turn.js';

let servers;
let tablet;
let office;
const options = ['--disable-features=WebRtcHideLocalIpsWithMdns', '--host-resolver-rules=MAP turn.chevet.test 10.77.0.1'];

before(async () => {
  servers = Servers.start('10.77.0.1');
  tablet = await Browser.start({ before: ['nsenter', '-t', process.env.CHEVET_TABLET, '-n'], options });
  office = await Browser.start({ options });
});

const opened = []; // what a test that fails leaves open would keep node waiting

after(async () => {
  opened.forEach((one) => one.stop());
  await tablet?.end();
  await office?.end();
  servers?.stop();
});

async function openDesk(options = {}) {
  const desk = await Desk.open({ dial: servers.dial, ...options });
  opened.push({ stop: () => desk.close() });
  return desk;
}

async function openPeer(desk) {
  const peer = await DeskPeer.open(office, desk);
  opened.push({ stop: () => clearInterval(peer.timer) });
  return peer;
}

const openPage = (token, options) => tablet.open(`${servers.page}#${token}`, options);

async function walkIn(page, name = 'Claire') {
  await page.tap('Begin');
  await page.write('name', name);
  await page.tap('Nurse');
  await page.tap('Another resident');
  await page.tap('Continue');
  await page.says('This is what the team will see');
  await page.tap('Enter the waiting room');
}

const face = `(() => { const video = document.querySelector('.face'); if (!video?.videoWidth) return null;
  const small = Object.assign(document.createElement('canvas'), { width: 8, height: 8 }).getContext('2d');
  small.drawImage(video, 0, 0, 8, 8); return [...small.getImageData(4, 4, 1, 1).data.slice(0, 3)]; })()`;
const isRed = ([red, green, blue]) => red > 120 && green < 70 && blue < 70;
const isGreen = ([red, green, blue]) => green > 90 && red < 110 && blue < 90;

async function seesTheDesk(page, patience) {
  await until('the desk in red at the bedside', async () => {
    const colour = await page.evaluate(face).catch(() => null);
    return colour && isRed(colour);
  }, patience);
}

const keepPeer = `window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...given) { super(...given); window.lastPeer = this; } };`;

async function startCall(relays = []) {
  const desk = await openDesk();
  const page = await openPage(desk.token, { before: keepPeer });
  await walkIn(page);
  const seat = await until('a join', () => desk.firstSeat);
  await page.says('You are in the waiting room');
  const peer = await openPeer(desk);
  await desk.admit(seat);
  await peer.call(seat, { relays });
  await seesTheDesk(page);
  const end = async () => {
    assert.equal(peer.fault, undefined);
    assert.deepEqual(page.faults, []);
    await peer.close();
    await page.close();
    desk.close();
  };
  return { desk, page, seat, peer, end };
}

test('the page loads under its policy, forgets the link in the address, and asks nobody else', async () => {
  const desk = await openDesk();
  const page = await openPage(desk.token, { before: `window.addEventListener('securitypolicyviolation', (e) => { window.broke = e.blockedURI; });` });
  await page.says('A palliative care team invites you');
  assert.equal(await page.evaluate('location.href'), servers.page);
  assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
  const loaded = await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name)');
  assert.ok(loaded.length > 10 && loaded.every((name) => name.startsWith(servers.page)));
  assert.ok(await page.evaluate('performance.getEntriesByType("resource").reduce((sum, one) => sum + one.transferSize, 0)') < 60000);
  assert.equal(await page.evaluate('isSecureContext'), true);
  assert.deepEqual(page.faults, []);
  const runs = await page.evaluate(`(() => { try { const script = document.createElement('script');
    script.textContent = 'window.ran = true'; document.head.append(script); } catch { } return !!window.ran; })()`);
  assert.equal(runs, false);
  assert.equal(await page.evaluate('fetch("https://10.77.0.1:9/").then(() => true, () => false)'), false);
  assert.ok(await page.evaluate('window.broke'));
  assert.doesNotMatch(servers.read('access.log'), new RegExp(desk.token.slice(4, 30)));
  await page.close();
  desk.close();
});

test('nobody comes in without a name and a function, and the language changes with one tap', async () => {
  const desk = await openDesk();
  const page = await openPage(desk.token, { language: 'fr-FR' });
  await page.says('Une équipe de soins palliatifs vous invite');
  await page.tap('Commencer');
  await page.tap('Continuer');
  await page.says('Veuillez indiquer votre nom.');
  await page.write('name', 'Claire');
  await page.tap('English');
  await page.says('Who is at the bedside?');
  assert.equal(await page.evaluate('document.getElementById("name").value'), 'Claire');
  await page.tap('Continue');
  await page.says('Please choose your function.');
  assert.equal(desk.seats.size, 0);
  await page.close();
  desk.close();
});

test('a nurse joins, waits, is admitted; pictures and sounds go both ways; she pauses, mutes, and ends', async () => {
  const { desk, page, seat, peer, end } = await startCall();
  assert.deepEqual([seat.join.name, seat.join.function, seat.join.present, seat.join.camera, seat.join.microphone],
    ['Claire', 1, 'Another resident', true, true]);
  await until('the tablet in green at the desk', async () => {
    const colour = await peer.colour();
    return colour && isGreen(colour);
  });
  await until('sound at the desk', async () => (await peer.figures()).energy > 0);
  await page.until('sound at the bedside', `lastPeer.getStats().then((all) => [...all.values()].some(({ type, kind, totalAudioEnergy }) =>
    type === 'inbound-rtp' && kind === 'audio' && totalAudioEnergy > 0.001))`);
  await page.says('Dr Anne Moreau');
  await until('a picture age', () => desk.heard.findLast(({ type }) => type === 'here'));

  await page.tap('Pause camera');
  await until('the camera off', () => desk.heard.findLast(({ type }) => type === 'state')?.camera === false);
  await pause(500);
  const before = (await peer.figures()).frames;
  await pause(700);
  assert.ok((await peer.figures()).frames - before <= 1);
  await page.tap('Camera on');
  await until('pictures again', async () => (await peer.figures()).frames > before + 5);
  await page.tap('Mute');
  await until('muted', () => desk.heard.findLast(({ type }) => type === 'state')?.microphone === false);

  await desk.send(seat, { type: 'frozen', frozen: true, telephone: '02 31 11 22 33' });
  await page.says('The picture is frozen. We are calling you at');
  await page.says('02 31 11 22 33');
  await desk.send(seat, { type: 'frozen', frozen: false, telephone: '' });
  await desk.send(seat, { type: 'advice', list: 4, items: ['Turn the resident every two hours', 'Note the pain'] });
  await page.tap('Note the pain');
  const repeated = await until('repeated', () => desk.heard.find(({ type }) => type === 'repeated'));
  assert.deepEqual([repeated.list, repeated.items], [4, [1]]);
  await page.tap('Turn the resident');
  await page.says('Everything has been read back.');

  await page.tap('End');
  await page.says('End the consultation?');
  await page.evaluate(`[...document.querySelectorAll('.panel button')].at(-1).click()`);
  await page.says('The consultation is over');
  await until('left', () => desk.heard.find(({ type }) => type === 'left')?.reason === 1);
  assert.equal(await page.evaluate('sessionStorage.length'), 0);
  await end();
});

test('a reload comes back to the same seat by itself', async (t) => {
  const { desk, page, end } = await startCall();
  for (let time = 1; time <= (process.env.CHEVET_LONG ? 20 : 3); time++) {
    const from = Date.now();
    await page.reload();
    await seesTheDesk(page);
    t.diagnostic(`after a reload: back in ${Date.now() - from} ms`);
    assert.equal(desk.seats.size, 1);
    assert.equal(desk.heard.filter(({ type, reason }) => type === 'left' && reason === 2).length, time);
    assert.equal(desk.heard.findLast(({ type }) => type === 'join').joins, time);
    assert.equal(desk.heard.findLast(({ type }) => type === 'join').name, 'Claire');
  }
  const kept = await page.evaluate('Object.keys(sessionStorage).sort().join()');
  assert.equal(kept, 'chevet.counter,chevet.joined,chevet.joins,chevet.link,chevet.seat');
  await end();
});

test('after the network was gone, the picture comes back by itself', async (t) => {
  const { page, peer, end } = await startCall();
  const ip = (...words) => execFileSync('ip', words);
  for (const seconds of [8, 25]) {
    ip('link', 'set', 'desk', 'down');
    await pause(1000 * seconds);
    const before = (await peer.figures()).frames;
    ip('link', 'set', 'desk', 'up');
    ip('route', 'replace', 'default', 'via', '10.77.0.2'); // went with the link
    const from = Date.now();
    const shown = await page.evaluate(`document.querySelector('.face').getVideoPlaybackQuality().totalVideoFrames`);
    await page.until('pictures again', `document.querySelector('.face').getVideoPlaybackQuality().totalVideoFrames !== ${shown}`);
    await until('pictures at the desk', async () => (await peer.figures()).frames !== before);
    await seesTheDesk(page);
    t.diagnostic(`after ${seconds} s of nothing: back in ${Date.now() - from} ms`);
  }
  page.faults = page.faults.filter((fault) => !/ERR_|WebSocket/.test(fault)); // the browser's own words about the network
  await end();
});

test('with the broker gone in mid-call, picture and sound go on', async () => {
  const { desk, page, seat, peer, end } = await startCall();
  const pid = Number(servers.read('nginx.pid'));
  process.kill(pid, 'SIGHUP'); // new workers; then the old ones are told to go, with the lines that they carry
  const workers = execFileSync('pgrep', ['-P', `${pid}`], { encoding: 'utf8' }).trim().split('\n').map(Number);
  workers.forEach((worker) => process.kill(worker, 'SIGTERM'));
  const before = (await peer.figures()).frames;
  await pause(1500);
  assert.ok((await peer.figures()).frames > before + 10);
  await desk.send(seat, { type: 'advice', list: 1, items: ['Still here'] });
  await page.says('Still here');
  assert.equal(desk.heard.filter(({ type }) => type === 'join').length, 1);
  page.faults = page.faults.filter((fault) => !/WebSocket/.test(fault));
  await end();
});

test('a desk that hangs up and calls anew is answered; one that was started anew finds the seat waiting', async () => {
  const { desk, page, seat, peer, end } = await startCall();
  await peer.page.evaluate('peer.connection.close()');
  await until('a join', () => desk.heard.findLast(({ type }) => type === 'join').joins >= 1);
  await peer.page.until('the new connection', `peer.connection.connectionState === 'connected'`); // the face may be the one before
  await seesTheDesk(page);
  await page.until('no words about the connection', `document.querySelector('.banner').hidden`);
  seat.isAdmitted = false;
  await peer.page.evaluate('peer.connection.close()');
  await page.says('You are in the waiting room');
  await desk.admit(seat);
  await peer.call(seat);
  await seesTheDesk(page);
  await page.until('the connection', `lastPeer.connectionState === 'connected'`); // the face may still be the one before
  await desk.send(seat, { type: 'phone', telephone: '02 31 11 22 33' });
  await page.says('We go on by telephone.');
  const joins = desk.heard.filter(({ type }) => type === 'join').length;
  await peer.page.evaluate('peer.connection.close()');
  await pause(6000);
  assert.equal(desk.heard.filter(({ type }) => type === 'join').length, joins);
  await peer.call(seat);
  await page.until('the picture instead of the telephone', `!document.getElementById('page').innerText.includes('telephone')
    && lastPeer.connectionState === 'connected'`);
  await seesTheDesk(page);
  await end();
});

test('a photo on request is looked at first, and arrives byte for byte', async () => {
  const { desk, page, seat, peer, end } = await startCall();
  await desk.send(seat, { type: 'photoPlease', photo: 7, what: 'The left heel', largest: 4000000 });
  await page.says('The left heel');
  await page.tap('Take the photo');
  await page.until('a preview', `document.querySelector('.preview canvas')?.width > 0`);
  assert.equal((await peer.pieces()).length, 0);
  await page.tap('Send');
  await page.says('The photo has been sent.');
  const pieces = await until('the pieces', async () => {
    const all = await peer.pieces();
    return all.length > 1 && all;
  });
  assert.ok(pieces.every(({ length }) => length <= 16384));
  const sealedFor = { direction: lock.toDesk, room: desk.link.room };
  const header = decodeMessage(await lock.open(seat.keys[lock.toDesk], sealedFor, pieces[0]), true);
  assert.equal(header.type, 'photoHeader');
  let whole = new Uint8Array(0);
  for (let piece = 1; whole.length < header.size; piece++) {
    const sealed = await until(`piece ${piece}`, async () => (await peer.pieces())[piece]);
    const plain = await lock.openPiece(seat.keys[lock.toDesk], seat.place, 7, piece - 1, sealed);
    assert.ok(plain, `piece ${piece} opens in its place`);
    whole = join(whole, plain);
  }
  assert.equal(whole.length, header.size);
  assert.ok(equal(await lock.sha256(whole), header.digest));
  assert.deepEqual([...whole.subarray(0, 3)], [0xff, 0xd8, 0xff]);
  assert.ok(!Buffer.from(whole).includes('Exif'));
  await desk.send(seat, { type: 'photoArrived', photo: 7, kept: true });
  await page.says('The photo has arrived.');
  await page.tap('Close');
  await desk.send(seat, { type: 'photoPlease', photo: 8, what: 'Another', largest: 1000 });
  await page.says('Another');
  await page.tap('Refuse');
  await until('a refusal', () => desk.heard.find(({ type }) => type === 'photoRefused')?.photo === 8);
  await end();
});

test('through the relay alone, by UDP, TCP, and TLS on the public port, the call stands; with stale credentials it does not', async (t) => {
  const { page, seat, peer, end } = await startCall();
  const byTls = `turns:${servers.turnName}:${servers.port}?transport=tcp`;
  peer.answersJoins = false; // or a page that loses patience would be called without a relay
  const addresses = [...servers.relay.split(' ').filter((url) => url.startsWith('turn:')), byTls];
  const pathOf = `lastPeer.getStats().then((all) => { const pair = [...all.values()].find((one) => one.type === 'candidate-pair'
    && one.nominated && one.state === 'succeeded'); return pair ? all.get(pair.localCandidateId).candidateType + ' '
    + all.get(pair.remoteCandidateId).candidateType : ''; })`;
  const call = (url, [user, password]) => peer.call(seat, { relays: [{ url, user, password }] },
    { iceTransportPolicy: 'relay', iceServers: [{ urls: url, username: user, credential: password }] });
  for (const url of addresses) {
    await page.evaluate('delete window.lastPeer');
    const from = Date.now();
    await call(url, relayCredentials(servers.relaySecret));
    await page.until(`a path by ${url}`, `${pathOf}.then((path) => path === 'relay relay')`);
    t.diagnostic(`by ${url}: ${Date.now() - from} ms`);
    await seesTheDesk(page);
  }
  await page.evaluate('delete window.lastPeer');
  await call(addresses[0], relayCredentials(servers.relaySecret, -60));
  await pause(3000);
  assert.equal(await page.evaluate(pathOf), '');
  await end();
});

test('from a network that lets no UDP out, the call comes by the relay over TCP', async () => {
  const noUdp = (act) => execFileSync('nsenter',
    ['-t', process.env.CHEVET_TABLET, '-n', 'ip', 'rule', act, 'pref', '1', 'ipproto', 'udp', 'prohibit']);
  noUdp('add');
  try {
    const [user, password] = relayCredentials(servers.relaySecret);
    const relays = servers.relay.split(' ').filter((url) => url.startsWith('turn:')).map((url) => ({ url, user, password }));
    const { page, peer, end } = await startCall(relays);
    const [type, protocol] = await page.evaluate(`lastPeer.getStats().then((all) => { const pair = [...all.values()].find((one) =>
      one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded'); const own = all.get(pair.localCandidateId);
      return [own.candidateType, own.relayProtocol]; })`);
    assert.deepEqual([type, protocol], ['relay', 'tcp']);
    await until('the tablet in green at the desk', async () => {
      const colour = await peer.colour();
      return colour && isGreen(colour);
    });
    await end();
  } finally {
    noUdp('del');
  }
});

test('a thin line asks for less, and for stills at the bottom; both are obeyed', async () => {
  const { desk, page, seat, peer, end } = await startCall();
  await until('the tablet', () => peer.colour());
  await desk.send(seat, { type: 'measure', bits: 100000, pictures: 10, divisor: 4 });
  await until('a smaller picture', () => peer.page.evaluate('peer.video.videoWidth <= 320'));
  await desk.send(seat, { type: 'measure', bits: 30000, pictures: 0, divisor: 4 });
  await pause(3000);
  const before = (await peer.figures()).frames;
  await pause(9000);
  const stills = (await peer.figures()).frames - before;
  assert.ok(stills >= 1 && stills <= 30, `${stills} pictures in 9 s`);
  await desk.send(seat, { type: 'measure', bits: 800000, pictures: 25, divisor: 1 });
  await until('moving pictures', async () => (await peer.figures()).frames > before + stills + 20);
  assert.ok(page);
  await end();
});

test('refused, full, closed, expired: each has its words, and nothing stays on', async () => {
  const endings = [
    [{ type: 'refused', reason: 1 }, 'The team did not let you in'], [{ type: 'refused', reason: 2 }, 'The room is full'],
    [{ type: 'refused', reason: 3 }, 'The consultation is over'], [{ type: 'closed', reason: 1 }, 'The consultation is over'],
    [{ type: 'closed', reason: 2 }, 'This link has expired'],
  ];
  for (const [message, words] of endings) {
    const desk = await openDesk();
    const page = await openPage(desk.token);
    await walkIn(page);
    const seat = await until('a join', () => desk.firstSeat);
    await page.says('You are in the waiting room');
    await desk.send(seat, message);
    await page.says(words);
    assert.deepEqual(page.faults, []);
    await page.close();
    desk.close();
  }
});

test('a broken link and an expired one say so, and the desk can close through the door', async () => {
  for (const token of ['', 'abc', `${writeLink({ room: random(16), secret: random(16), expiry: inAnHour() })}x`]) {
    const page = await openPage(token);
    await page.says('This link is not complete');
    await page.close();
  }
  const desk = await openDesk({ expiry: inAnHour() - 7200 });
  desk.isAnswering = false;
  const page = await openPage(desk.token);
  await page.says('This link was valid until');
  await walkIn(page);
  const seat = await until('a knock', () => desk.firstKnock);
  await desk.send(seat, { type: 'closed', reason: 2, echo: seat.joins.at(-1).echo }, lock.door);
  await page.says('This link has expired');
  await page.close();
  desk.close();
});

test('a clock that is wrong by a day is told, by the desk’s time', async () => {
  const desk = await openDesk();
  desk.isPlacing = false;
  const page = await openPage(desk.token);
  await walkIn(page);
  const seat = await until('a join', () => desk.firstSeat);
  await desk.place(seat, { time: Math.floor(Date.now() / 1000) - 86400 });
  await page.says('This tablet’s clock is wrong by 24 hours.');
  await page.close();
  desk.close();
});

test('a forged welcome, an offer before the door is opened, and noise change nothing', async () => {
  const desk = await openDesk();
  desk.isAnswering = false;
  const page = await openPage(desk.token);
  await walkIn(page);
  const seat = await until('a knock', () => desk.firstKnock);
  const impostor = await lock.makePair();
  await desk.welcome(seat, { publicKey: impostor.publicKey });
  await desk.welcome(seat, { echo: random(16) });
  await desk.send(seat, { type: 'place', time: 1, place: 2, team: 'Impostor', telephone: '1' }, lock.door);
  desk.sendRaw(seat, random(300));
  await pause(500);
  assert.doesNotMatch(await page.text(), /Impostor|waiting room/);
  await desk.welcome(seat);
  await page.says('You are in the waiting room');
  desk.newSession(seat);
  await desk.send(seat, { type: 'offer', sdp: 'v=0', relays: [], thin: false });
  await pause(300);
  assert.match(await page.text(), /You are in the waiting room/);
  assert.equal(desk.heard.filter(({ type }) => type === 'answer').length, 0);
  await page.close();
  desk.close();
});

test('without camera and microphone one joins all the same', async () => {
  const desk = await openDesk();
  const none = `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));`;
  const page = await openPage(desk.token, { before: none });
  await page.tap('Begin');
  await page.write('name', 'Claire');
  await page.tap('Care assistant');
  await page.tap('Continue');
  await page.says('No camera is available.');
  await page.says('No microphone is available.');
  await page.tap('Enter the waiting room');
  const seat = await until('a join', () => desk.firstSeat);
  assert.deepEqual([seat.join.camera, seat.join.microphone, seat.join.function], [false, false, 2]);
  await until('both troubles', () => desk.heard.filter(({ type }) => type === 'trouble').length === 2);
  const peer = await openPeer(desk);
  await desk.admit(seat);
  await peer.call(seat);
  await seesTheDesk(page);
  assert.deepEqual(page.faults, []);
  await peer.close();
  await page.close();
  desk.close();
});

test('every control has a name and is large enough, and nothing is cut, in both languages and orientations', async () => {
  for (const [language, width, height] of [['en', 1280, 800], ['fr', 1280, 800], ['fr', 800, 1280], ['fr', 360, 740]]) {
    const desk = await openDesk();
    const page = await openPage(desk.token, { language, width, height });
    const fits = async (where) => {
      await pause(100);
      assert.deepEqual(await page.misfits(), [], `${where}, ${language}, ${width}`);
      assert.deepEqual(await page.nameless(), [], `${where}, ${language}, ${width}`);
      assert.equal(await page.evaluate('document.querySelectorAll("h1").length'), 1);
    };
    const say = (english, french) => (language === 'fr' ? french : english);
    await page.says(say('invites you', 'vous invite'));
    await fits('start');
    await page.tap(say('Begin', 'Commencer'));
    await fits('who');
    await page.write('name', 'Claire');
    await page.tap(say('Nurse', 'Infirmière'));
    await page.tap(say('Continue', 'Continuer'));
    await page.says(say('This is what', 'Voici ce que'));
    await page.tap(say('Play', 'Jouer'));
    await fits('check');
    await page.tap(say('Enter the', 'Entrer dans'));
    const seat = await until('a join', () => desk.firstSeat);
    await page.says(say('will let you in', 'vous fera entrer'));
    await fits('waiting');
    await desk.admit(seat);
    await page.says('Dr Anne Moreau');
    await fits('call');
    await desk.send(seat, { type: 'advice', list: 1, items: ['One', 'Two', 'Three'] });
    await page.says('Three');
    await fits('advice');
    await page.tap(say('Hide', 'Masquer'));
    await desk.send(seat, { type: 'photoPlease', photo: 1, what: 'Heel', largest: 4000000 });
    await page.says('Heel');
    await fits('photo');
    await page.tap(say('Refuse', 'Refuser'));
    await page.tap(say('Hearing', 'Audition'));
    await fits('hearing');
    await desk.send(seat, { type: 'closed', reason: 1 });
    await page.says(say('is over', 'est terminée'));
    await fits('over');
    assert.deepEqual(page.faults, []);
    await page.close();
    desk.close();
  }
});

test('the other camera, a camera that is lost and one that comes back: the desk is told, and the picture follows', async () => {
  const { desk, page, peer, end } = await startCall();
  const flows = async (what) => {
    const before = (await peer.figures()).frames;
    await until(what, async () => (await peer.figures()).frames > before + 5);
  };
  const device = `lastPeer.getSenders().find(({ track }) => track?.kind === 'video').track.getSettings().deviceId`;
  const first = await page.evaluate(device);
  await page.tap('Turn camera'); // Chromium's second invented camera gives depths, its third gives pictures again
  await page.until('another camera', `${device} !== ${JSON.stringify(first)}`);
  const second = await page.evaluate(device);
  await page.tap('Turn camera');
  await page.until('a third camera', `![${JSON.stringify(first)}, ${JSON.stringify(second)}].includes(${device})`);
  await flows('pictures of the other camera');
  const sender = `lastPeer.getSenders().find(({ track }) => track?.kind === 'video').track`;
  await page.evaluate(`{ const track = ${sender}; track.stop(); track.dispatchEvent(new Event('ended')); }`);
  await until('trouble', () => desk.heard.find(({ type, what }) => type === 'trouble' && what === 3));
  await until('state', () => desk.heard.findLast(({ type }) => type === 'state')?.camera === false);
  await page.says('Camera off');
  await page.evaluate(`navigator.mediaDevices.dispatchEvent(new Event('devicechange'))`);
  await flows('pictures of the camera that is back');
  assert.equal(desk.heard.findLast(({ type }) => type === 'state').cameras, 3);
  await end();
});

test('a second device on the same link is another seat, and the call goes on', async () => {
  const { desk, page, seat, end } = await startCall();
  const second = await openPage(desk.token);
  await walkIn(second, 'Somebody');
  await until('a second seat', () => desk.seats.size === 2);
  await second.says('You are in the waiting room');
  await desk.send([...desk.seats.values()].find((other) => other !== seat), { type: 'refused', reason: 2 });
  await second.says('The room is full');
  await seesTheDesk(page);
  await second.close();
  await end();
});
