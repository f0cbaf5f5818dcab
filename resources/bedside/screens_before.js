// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The screens around the call: who invites, who is there, camera and sound, the waiting room, the end. Each is built
// once and gives { root, update() }, so that nothing moves under a finger.
import { button, icon, make, telephone } from './dom.js';
import { playChime, watchLevel } from './sounds.js';
import { language, otherLanguage, say } from './words.js';

export function selfVideo(bedside) {
  const video = make('video', { className: 'self', muted: true, playsInline: true, autoplay: true, 'aria-label': say('selfView') });
  video.muted = true;
  return Object.assign(video, {
    update: () => {
      const track = bedside.devices.tracks.video;
      if (video.shown === track) return;
      video.shown = track;
      video.srcObject = track ? new MediaStream([track]) : null;
      video.classList.toggle('mirrored', bedside.devices.facing !== 2);
      if (track) video.play().catch(() => {});
    },
  });
}

export const languageButton = (setLanguage, words = 'otherLanguage') =>
  button(say(words), () => setLanguage(otherLanguage()),
    { className: 'quiet', lang: otherLanguage(), 'aria-label': say('otherLanguage') });

function page(bedside, title, { step, parts, actions = [] }) {
  const from = make('p', { className: 'from' });
  const heading = make('h1', { tabIndex: -1, textContent: title });
  const header = make('header', {}, from, languageButton((wanted) => bedside.setLanguage(wanted)));
  const stepLine = step ? make('p', { className: 'step', textContent: say('step', { n: step }) }) : null;
  const root = make('div', { className: 'sheet' }, header,
    make('main', {}, make('div', { className: 'title' }, heading, stepLine), ...parts,
      make('div', { className: 'actions' }, ...actions)));
  const update = () => {
    from.textContent = bedside.team ? say('from', { team: bedside.team }) : say('title');
  };
  return { root, heading, update };
}

const line = (name, className = '') => make('p', { textContent: say(name), className });

/// The tablet's clock may be the one that is wrong: the desk judges, so nobody is sent away here.
const late = ({ expiry }) => {
  const written = (date) => date.toLocaleString(language(), { dateStyle: 'long', timeStyle: 'short' });
  const words = say('startLate', { until: written(new Date(expiry * 1000)), now: written(new Date()) });
  return make('p', { className: 'late', textContent: words });
};

export function startScreen(bedside) {
  return page(bedside, say('startTitle'), {
    parts: [line('startText'), line('startSealed'), line('startWarning', 'hint'), bedside.isLate ? late(bedside.link) : null],
    actions: [button(say('start'), () => bedside.go('you'), { className: 'main' })],
  });
}

export function youScreen(bedside) {
  const { details } = bedside;
  const complaint = make('p', { className: 'complaint', role: 'alert', id: 'complaint' });
  const name = make('input', { id: 'name', type: 'text', value: details.name, maxLength: 80, autocomplete: 'name',
    oninput: () => { details.name = name.value; } });
  const present = make('input', { id: 'present', type: 'text', value: details.present, maxLength: 200, autocomplete: 'off',
    'aria-describedby': 'presentHint', oninput: () => { details.present = present.value; } });
  const functions = [1, 2, 3, 4, 5, 6, 7].map((number) => {
    const choice = make('input', { type: 'radio', name: 'function', id: `function${number}`, value: `${number}`,
      checked: details.function === number, onchange: () => { details.function = number; } });
    return make('label', { className: 'choice' }, choice, make('span', { textContent: say(`function${number}`) }));
  });
  const chips = [1, 2, 3, 4].map((number) => button(say(`present${number}`), () => {
    const words = say(`present${number}`);
    const rest = number === 1 ? [] : present.value.split(', ').filter((part) => part && part !== say('present1') && part !== words);
    details.present = present.value = [...rest, words].join(', ');
  }, { className: 'chip' }));
  const go = () => {
    const missing = !name.value.trim() ? 'nameMissing' : !details.function ? 'functionMissing' : null;
    complaint.textContent = missing ? say(missing) : '';
    if (!missing) {
      details.name = name.value.trim();
      details.present = present.value.trim();
      return bedside.go('check');
    }
    return missing === 'nameMissing' ? name.focus() : functions[0].firstChild.focus();
  };
  const form = make('form', { onsubmit: (event) => { event.preventDefault(); go(); } },
    make('label', { for: 'name', textContent: say('name') }), name,
    make('fieldset', {}, make('legend', { textContent: say('function') }), make('div', { className: 'choices' }, ...functions)),
    make('label', { for: 'present', textContent: say('present') }), present,
    make('p', { className: 'hint', id: 'presentHint', textContent: say('presentHint') }),
    make('div', { className: 'chips' }, ...chips),
    complaint,
    make('div', { className: 'actions' },
      button(say('back'), () => bedside.go('start')), make('button', { type: 'submit', className: 'main', textContent: say('next') })));
  return page(bedside, say('youTitle'), { step: 1, parts: [form] });
}

export function checkScreen(bedside) {
  const { devices } = bedside;
  const video = selfVideo(bedside);
  const cameraWords = make('p');
  const microphoneWords = make('p');
  const asking = line('checkAsking', 'hint');
  const hint = line('deviceHint', 'hint');
  const meter = make('progress', { max: 1, value: 0, 'aria-label': say('level') });
  const soundWords = make('p', { role: 'status' });
  const answers = make('div', { className: 'pair' },
    button(say('yes'), () => bedside.heardTest(true)), button(say('no'), () => bedside.heardTest(false)));
  const question = make('p', { textContent: say('heardQuestion') });
  let hasPlayed = false;
  const play = button(say('playSound'), () => {
    playChime(4);
    hasPlayed = true;
    bedside.changed();
  });
  const part = (name, picture, ...children) =>
    make('section', { 'aria-label': say(name) }, make('h2', {}, icon(picture), say(name)), ...children);
  const screen = page(bedside, say('checkTitle'), {
    step: 2,
    parts: [asking, make('div', { className: 'checks' },
      part('camera', 'camera', video, cameraWords),
      part('microphone', 'microphone', meter, microphoneWords),
      part('speaker', 'sound', play, question, answers, soundWords)), hint],
    actions: [button(say('back'), () => bedside.go('you')),
      button(say('toWaitingRoom'), () => bedside.enter(), { className: 'main' })],
  });
  let stopLevel = () => {};
  let measured = null;
  const { update } = screen;
  screen.update = () => {
    update();
    video.update();
    const isReady = !!bedside.haveDevices;
    cameraWords.textContent = isReady ? say(devices.hasCamera ? 'cameraWorks' : 'cameraMissing') : '';
    microphoneWords.textContent = isReady ? say(devices.hasMicrophone ? 'microphoneWorks' : 'microphoneMissing') : '';
    video.hidden = isReady && !devices.hasCamera;
    meter.hidden = isReady && !devices.hasMicrophone;
    asking.hidden = isReady;
    hint.hidden = !isReady || (devices.hasCamera && devices.hasMicrophone);
    question.hidden = answers.hidden = !hasPlayed || bedside.soundHeard === true;
    soundWords.textContent = bedside.soundHeard === undefined ? '' : say(bedside.soundHeard ? 'heardYes' : 'heardNo');
    if (measured !== devices.tracks.audio) {
      stopLevel();
      measured = devices.tracks.audio;
      stopLevel = watchLevel(measured, (level) => { meter.value = level; });
    }
  };
  screen.end = () => stopLevel();
  bedside.startDevices();
  return screen;
}

function amountOf(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 120) return say('minutes', { n: minutes });
  return minutes < 48 * 60 ? say('hours', { n: Math.round(minutes / 60) }) : say('days', { n: Math.round(minutes / 1440) });
}

export const clockWords = (bedside) => (bedside.clockOff ? say('clock', { amount: amountOf(bedside.clockOff) }) : '');

export function waitingScreen(bedside) {
  const words = make('p', { className: 'state', role: 'status' });
  const clock = make('p', { className: 'hint' });
  const number = make('div', { className: 'call' });
  const video = selfVideo(bedside);
  const screen = page(bedside, '', {
    parts: [make('div', { className: 'wait' }, make('div', {}, words, number, clock), video)],
    actions: [button(say('leave'), () => bedside.leave())],
  });
  const { update, heading } = screen;
  let shown = null;
  screen.update = () => {
    update();
    video.update();
    video.hidden = !bedside.devices.hasCamera;
    heading.textContent = say(bedside.isPlaced ? 'waitingTitle' : 'lookingTitle');
    const isDown = !bedside.isLineUp && (bedside.isPlaced || bedside.isSlow);
    words.textContent = isDown ? say('noNetwork')
      : say(bedside.isPlaced ? 'waitingSeen' : bedside.isSlow ? 'lookingLong' : 'looking');
    clock.textContent = clockWords(bedside);
    if (bedside.telephone && shown !== bedside.telephone) {
      shown = bedside.telephone;
      number.replaceChildren(make('p', { textContent: say('nobody') }), telephone(shown));
    }
  };
  return screen;
}

const ends = { ended: 'overEnded', expired: 'overExpired', broken: 'overBroken', refused: 'overRefused', full: 'overFull',
  browser: 'overBrowser' };

export function overScreen(bedside) {
  const { over, telephone: number } = bedside;
  return page(bedside, say(ends[over]), {
    parts: [line(`${ends[over]}Text`),
      number ? make('div', { className: 'call' }, make('p', { textContent: say('callTeam') }), telephone(number)) : null],
  });
}
