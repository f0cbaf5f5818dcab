// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A picture of every screen of the page, for looking at and for the documents. Physician and resident are drawn.
//   tests/bedside/in_own_network node tests/bedside/pictures.js FOLDER [en|fr WIDTH HEIGHT light|dark]
import { pause, until } from './support.js'; // first: brings WebCrypto
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './browser.js';
import { Desk } from './desk.js';
import { DeskPeer } from './desk_peer.js';
import { Servers } from './servers.js';

const [folder, language = 'fr', width = '1280', height = '800', scheme = 'light'] = process.argv.slice(2);
const isFrench = language === 'fr';
const say = (english, french) => (isFrench ? french : english);
mkdirSync(folder, { recursive: true });

const face = (skin, hair, coat, back) => `
  const fill = (colour, ...ellipse) => { g.fillStyle = colour; g.beginPath(); g.ellipse(...ellipse); g.fill(); };
  g.fillStyle = '${back}'; g.fillRect(0, 0, 1280, 720);
  fill('${coat}', 640, 800, 340, 300, 0, 0, 7); fill('${hair}', 640, 270, 150, 170, 0, 0, 7); fill('${skin}', 640, 310, 125, 160, 0, 0, 7);
  fill('${hair}', 640, 190, 125, 60, 0, 0, 7); fill('#333', 595, 300, 10, 10, 0, 0, 7); fill('#333', 685, 300, 10, 10, 0, 0, 7);
  g.strokeStyle = '#8a4b3c'; g.lineWidth = 6; g.beginPath(); g.arc(640, 360, 42, 0.4, 2.7); g.stroke();`;

const resident = `navigator.mediaDevices.getUserMedia = async ({ audio, video }) => {
  const stream = new MediaStream();
  if (video) { const c = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 }); const g = c.getContext('2d');
    const paint = () => { ${face('#e9cdb6', '#d9d9d6', '#7d95a8', '#cfc6b8')} }; paint(); setInterval(paint, 100);
    stream.addTrack(c.captureStream(20).getVideoTracks()[0]); }
  if (audio) { const a = new AudioContext(); const d = a.createMediaStreamDestination(); const o = a.createOscillator(); const k = a.createGain();
    k.gain.value = 0.3; o.connect(k).connect(d); o.start(); stream.addTrack(d.stream.getAudioTracks()[0]); }
  return stream; };
  navigator.mediaDevices.enumerateDevices = async () => [1, 2].map((n) => ({ kind: 'videoinput', deviceId: 'camera' + n, label: '' }));`;

const servers = Servers.start('10.77.0.1');
const options = ['--disable-features=WebRtcHideLocalIpsWithMdns'];
const tablet = await Browser.start({ before: ['nsenter', '-t', process.env.CHEVET_TABLET, '-n'], options });
const office = await Browser.start({ options });
const desk = await Desk.open({ dial: servers.dial, telephone: '02 31 00 00 00',
  team: say('Palliative care team, Vire Hospital', 'Équipe mobile de soins palliatifs, CH de Vire') });
try {
  const look = { language, width: Number(width), height: Number(height), scheme };
  const page = await tablet.open(`${servers.page}#${desk.token}`, { ...look, before: resident });
  const picture = async (name) => {
    await pause(500);
    await page.picture(join(folder, `${name}.png`));
  };
  const broken = await tablet.open(servers.page, look);
  await broken.says(say('not complete', 'incomplet'));
  await broken.picture(join(folder, '00-broken.png'));
  await broken.close();
  await picture('01-start');
  await page.tap(say('Begin', 'Commencer'));
  await page.write('name', 'Claire Le Goff');
  await page.tap(say('Nurse', 'Infirmière'));
  await page.tap(say('Another resident', 'Un autre résident'));
  await page.evaluate('document.activeElement.blur()');
  await picture('02-who');
  await page.tap(say('Continue', 'Continuer'));
  await page.says(say('This is what', 'Voici ce que'));
  await page.tap(say('Play', 'Jouer'));
  await picture('03-check');
  await page.tap(say('Yes', 'Oui'));
  await page.tap(say('Enter the', 'Entrer dans'));
  const seat = await until('a join', () => desk.firstSeat);
  await page.says(say('will let you in', 'vous fera entrer'));
  await picture('04-waiting');
  await desk.admit(seat);
  await page.says(say('Connecting', 'Connexion'));
  await picture('05-connecting');
  const peer = await DeskPeer.open(office, desk);
  await peer.page.evaluate(`peer.draw((g) => { ${face('#e7c6a8', '#4a3a30', '#f4f4f4', '#6d7d88')} })`);
  await peer.call(seat);
  await page.until('the physician', `document.querySelector('.face').videoWidth > 0 && document.querySelector('.banner').hidden`);
  await pause(1500);
  await picture('06-call');
  await desk.send(seat, { type: 'frozen', frozen: true, telephone: '02 31 11 22 33' });
  await picture('07-frozen');
  await desk.send(seat, { type: 'frozen', frozen: false, telephone: '' });
  await desk.send(seat, { type: 'advice', list: 1, items: isFrench
    ? ['Donner la dose prescrite 30 minutes avant les soins', 'Noter la douleur de 0 à 10 avant et après chaque soin',
      'Nous rappeler si la douleur dépasse 4, ou si le résident somnole']
    : ['Give the prescribed dose 30 minutes before care', 'Note the pain from 0 to 10 before and after each care',
      'Call us if the pain is above 4, or the resident is drowsy'] });
  await page.until('the list', `document.querySelectorAll('.tick input').length === 3`);
  await page.evaluate(`document.querySelector('.tick input').click()`);
  await picture('08-advice');
  await page.tap(say('Hide', 'Masquer'));
  await desk.send(seat, { type: 'photoPlease', photo: 1, what: say('The left heel, close up', 'Le talon gauche, de près'), largest: 4000000 });
  await page.says(say('asks for a photo', 'demande une photo'));
  await picture('09-photo');
  await page.tap(say('Take the photo', 'Prendre la photo'));
  await page.until('a preview', `document.querySelector('.preview canvas')?.width > 0`);
  await picture('10-preview');
  await page.tap(say('Send', 'Envoyer'));
  await page.says(say('has been sent', 'est envoyée'));
  await desk.send(seat, { type: 'photoArrived', photo: 1, kept: true });
  await picture('11-sent');
  await page.tap(say('Close', 'Fermer'));
  await page.tap(say('Hearing', 'Audition'));
  await page.tap(say('Sound 1', 'Son 1'));
  await page.tap(say('Not heard', 'Pas entendu'));
  await picture('12-hearing');
  await page.tap(say('Close', 'Fermer'));
  await page.tap(say('Pause camera', 'Couper la caméra'));
  await page.tap(say('Mute', 'Couper le micro'));
  await page.tap(say('End', 'Terminer'));
  await picture('13-end');
  await page.tap(say('Stay', 'Rester'));
  await desk.send(seat, { type: 'phone', telephone: '02 31 11 22 33' });
  await picture('14-phone');
  await desk.send(seat, { type: 'closed', reason: 1 });
  await page.says(say('is over', 'est terminée'));
  await picture('15-over');
  if (page.faults.length) throw new Error(page.faults.join('\n'));
} finally {
  desk.close();
  await tablet.end();
  await office.end();
  servers.stop();
}
process.exit(0);
