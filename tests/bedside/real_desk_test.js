// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole: the real window of the desk, with its store and its line, through nginx, mosquitto and coturn, with the
// page in Chromium behind a cable of its own. Pictures and sounds are told by what they show.
import { pause } from './support.js'; // first: brings WebCrypto
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Browser } from './browser.js';
import { RealDesk } from './real_desk.js';
import { Servers } from './servers.js';

let servers;
let tablet;
const desks = [];
const options = ['--disable-features=WebRtcHideLocalIpsWithMdns', '--host-resolver-rules=MAP turn.chevet.test 10.77.0.1'];

before(async () => {
  servers = Servers.start('10.77.0.1');
  tablet = await Browser.start({ before: ['nsenter', '-t', process.env.CHEVET_TABLET, '-n'], options });
});

after(async () => {
  desks.forEach((desk) => desk.stop());
  await tablet?.end();
  servers?.stop();
});

const standing = { waiting: 0, connecting: 1, inCall: 2, troubled: 3, away: 4 };

/// Chromium's test picture is green; the desk's is red.
const isGreen = ({ colour: [red, green, blue] = [0, 0, 0] }) => green > 90 && red < 110 && blue < 90;
const face = `(() => { const video = document.querySelector('.face'); if (!video?.videoWidth) return null;
  const small = Object.assign(document.createElement('canvas'), { width: 8, height: 8 }).getContext('2d');
  small.drawImage(video, 0, 0, 8, 8); const [red, green, blue] = small.getImageData(4, 4, 1, 1).data;
  return red > 120 && green < 70 && blue < 70; })()`;
const heard = `lastPeer.getStats().then((all) => [...all.values()].some(({ type, kind, totalAudioEnergy }) =>
  type === 'inbound-rtp' && kind === 'audio' && totalAudioEnergy > 0.001))`;
const keepPeer = `window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...given) { super(...given); window.lastPeer = this; } };`;

async function prepared({ hasRightClock = true } = {}) {
  const desk = await RealDesk.start(servers);
  desks.push(desk);
  if (hasRightClock) await desk.send('clock');
  await desk.send('into professionalEdit Claire, nurse');
  await desk.send('into objectiveEdit Is the treatment enough at night?');
  await desk.send('into consentChips 1');
  await desk.key('Ctrl+Return');
  const { link } = await desk.shows('a link', (seen) => seen.link);
  const { checks } = await desk.shows('an answer of the relay', (seen) => seen.checks?.length === 4);
  const right = checks.filter((line) => line.startsWith('✓'));
  assert.equal(right.length, hasRightClock ? 4 : 3, checks.join());
  await desk.shows('the open line', ({ consultationLine }) => consultationLine.includes('nobody is in the call'));
  return { desk, link };
}

async function walkIn(link, name = 'Claire', role = 'Nurse') {
  const page = await tablet.open(link, { before: keepPeer });
  await page.tap('Begin');
  await page.write('name', name);
  await page.tap(role);
  await page.tap('Another resident');
  await page.tap('Continue');
  await page.says('This is what the team will see');
  await page.tap('Enter the waiting room');
  return page;
}

async function letIn(desk) {
  await desk.shows('somebody who waits', ({ seats }) => seats.some((seat) => seat.standing === standing.waiting));
  await desk.key('F8');
}

async function started(options) {
  const { desk, link } = await prepared(options);
  const page = await walkIn(link);
  await letIn(desk);
  await desk.shows('the question for identity', ({ consultationNotice }) => consultationNotice.includes('name and date of birth'));
  await page.until('the desk in red', face);
  const before = await desk.send('look');
  assert.ok(!isGreen(before), 'no picture of the resident before identity and consent');
  assert.equal(before.seats[0].isShown, false);
  await desk.send('tick nameSaidBox');
  await desk.send('tick birthSaidBox');
  await desk.key('F5');
  await desk.shows('the tablet in green', isGreen);
  return { desk, page, link };
}

test('a consultation from the link to the signed sheet: seen, heard, advised, muted, paused, hung up', async () => {
  const { desk, page } = await started();
  await page.until('sound at the bedside', heard);
  await desk.shows('words for the line', ({ consultationLine }) => /connection|line|voice/.test(consultationLine));

  await desk.send('into advice0Edit Turn the resident every two hours');
  await desk.send('into assessmentEdit Pain on movement');
  await desk.key('F11');
  await page.says('Turn the resident every two hours');
  await page.tap('Turn the resident');
  await desk.shows('the advice said again', ({ repeated }) => repeated[0] === true);

  await page.tap('Pause camera');
  await desk.shows('a tablet without camera', ({ seats }) => seats.length === 1);
  await page.tap('Camera on');
  await desk.shows('the tablet in green again', isGreen);

  await desk.key('F7'); // the own camera goes off: the bedside sees a still grey
  await page.until('no red', `(async () => !(await ${face}))()`);
  await desk.key('F7');
  await page.until('red again', face);

  await pause(1000); // a whole second at least is on record
  await desk.send('into photoOfEdit the heel');
  await desk.key('Shift+F11');
  await page.says('the heel');
  await page.tap('Take the photo');
  await page.tap('Send');
  await desk.shows('a photo in the case', ({ consultationNotice }) => consultationNotice.includes('The photo is in the case'));
  await page.says('The photo has arrived.');

  await desk.key('F12');
  await page.says('The consultation is over');
  await desk.key('Ctrl+Return');
  await desk.shows('the signature', ({ consultationLine }) => consultationLine === 'Signed');
  const { kinds, video } = await desk.send('end');
  for (const kind of ['consultation.opened', 'consultation.identified', 'consultation.ended', 'consultation.signed', 'photo.kept']) {
    assert.equal(kinds.filter((one) => one === kind).length, 1, kind);
  }
  assert.ok(video > 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test('a reload and a pulled cable bring the same seat back, without consent being asked anew', async (t) => {
  const { desk, page } = await started();
  const from = Date.now();
  await page.reload();
  await page.until('the desk in red', face);
  await desk.shows('the tablet in green', isGreen);
  t.diagnostic(`after a reload: back in ${Date.now() - from} ms`);
  execFileSync('ip', ['link', 'set', 'desk', 'down']);
  await pause(6000);
  execFileSync('ip', ['link', 'set', 'desk', 'up']);
  execFileSync('ip', ['route', 'replace', 'default', 'via', '10.77.0.2']);
  const back = Date.now();
  await desk.shows('the tablet in the call', ({ seats }) => seats.some((seat) => seat.standing === standing.inCall && seat.isShown), 90000);
  await page.until('the desk in red', face, 90000);
  t.diagnostic(`after six seconds without a cable: back in ${Date.now() - back} ms`);
  const { seats } = await desk.send('look');
  assert.equal(seats.length, 1);
  const { kinds } = await desk.send('end');
  assert.equal(kinds.filter((one) => one === 'consultation.identified').length, 1);
  assert.equal(kinds.filter((one) => one === 'consultation.ended').length, 1);
  await page.says('The consultation is over');
  await page.close();
});

test('the call goes on by phone and back, and the bedside that hangs up leaves the sheet open', async () => {
  const { desk, page } = await started({ hasRightClock: false }); // months behind: the relay refuses it, the call does not
  await desk.key('F9');
  await page.says('We go on by telephone');
  const seen = await desk.shows('the telephone', ({ consultationLine }) => consultationLine === 'By telephone');
  assert.ok(!isGreen(seen));
  await desk.key('F9');
  await desk.shows('the tablet in green again', isGreen);
  await page.tap('End');
  await page.evaluate(`[...document.querySelectorAll('.panel button')].at(-1).click()`);
  await page.says('The consultation is over');
  await desk.shows('an end from there', ({ seats }) => seats[0].standing === standing.away);
  const { kinds } = await desk.send('end');
  assert.ok(!kinds.includes('consultation.signed'));
  assert.ok(kinds.includes('consultation.ended'));
  await page.close();
});

test('a second participant has a seat of their own, and whoever is sent away sees that', async () => {
  const { desk, page, link } = await started();
  const second = await walkIn(link, 'Rose', 'Family');
  await letIn(desk);
  await desk.shows('two in the call', ({ seats }) => seats.filter((seat) => seat.standing === standing.inCall).length === 2);
  await second.until('the desk in red', face);
  const third = await walkIn(link, 'Nobody', 'Nurse');
  await desk.shows('a third who waits', ({ seats }) => seats.some((seat) => seat.standing === standing.waiting));
  await desk.key('Shift+F8');
  await third.says('did not let you in');
  const { seats } = await desk.send('look');
  assert.deepEqual(seats.map((seat) => seat.standing), [standing.inCall, standing.inCall, standing.away]);
  await desk.key('F12');
  await page.says('The consultation is over');
  await second.says('The consultation is over');
  await desk.send('end');
  await page.close();
  await second.close();
  await third.close();
});
