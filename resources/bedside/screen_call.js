// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The resident's view: one face, one name, nothing to touch. Beside it a strip for the staff.
import { button, iconButton, make, telephone } from './dom.js';
import { advicePanel, endPanel, loudnessPanel, photoPanel } from './panels.js';
import { clockWords, languageButton, selfVideo } from './screens_before.js';
import { say } from './words.js';

function stripOf(bedside, open) {
  const { devices } = bedside;
  const video = selfVideo(bedside);
  const off = make('span', { className: 'without', textContent: say('cameraIsOff') });
  const camera = iconButton(() => bedside.pauseCamera());
  const turn = iconButton(async () => {
    turn.disabled = true;
    await devices.switchCamera();
    turn.disabled = false;
  });
  const mute = iconButton(() => devices.mute(!devices.isMuted));
  const hearing = iconButton(() => open('loudness'));
  const advice = iconButton(() => { bedside.advice.isHidden = false; bedside.changed(); });
  const end = iconButton(() => open('end'), 'end');
  turn.set('turn', say('switchCamera'));
  hearing.set('ear', say('loudness'));
  end.set('end', say('end'));
  const root = make('aside', { className: 'strip', 'aria-label': say('staff') },
    make('div', { className: 'selfBox' }, video, off), camera, mute, turn, hearing, advice, end,
    languageButton((wanted) => bedside.setLanguage(wanted), 'otherLanguageShort'));
  const update = () => {
    video.update();
    video.hidden = !devices.hasCamera;
    off.hidden = devices.hasCamera;
    camera.set(devices.isPaused ? 'cameraOff' : 'camera', say(devices.isPaused ? 'resumeCamera' : 'pauseCamera'), devices.isPaused);
    mute.set(devices.isMuted ? 'microphoneOff' : 'microphone', say(devices.isMuted ? 'unmute' : 'mute'), devices.isMuted);
    camera.disabled = !devices.hasCamera && !devices.isPaused;
    mute.disabled = !devices.hasMicrophone;
    turn.hidden = devices.count < 2 || devices.isPaused;
    advice.hidden = !bedside.advice?.isHidden;
    if (!advice.hidden) {
      advice.set('list', say('adviceShow', { n: bedside.advice.ticked.size, all: bedside.advice.items.length }));
    }
  };
  return { root, update, video };
}

export function callScreen(bedside) {
  const face = make('video', { className: 'face', playsInline: true, autoplay: true });
  const hear = button(say('tapToHear'), () => play(), { className: 'main hear', hidden: true });
  const play = () => face.play().then(() => { hear.hidden = true; }, () => { hear.hidden = false; });
  const heading = make('h1', { className: 'unseen', tabIndex: -1, textContent: say('title') });
  const name = make('p', { className: 'name' });
  const role = make('p', { className: 'role' });
  const state = make('div', { className: 'banner', role: 'status' });
  const panels = make('div', { className: 'panels' });
  let opened = null; // what the staff opened: 'loudness' or 'end'
  const open = (wanted) => {
    opened = opened === wanted ? null : wanted;
    bedside.changed();
  };
  const strip = stripOf(bedside, open);
  const root = make('div', { className: 'callPage' },
    make('main', { className: 'stage' }, heading,
      make('div', { className: 'view' }, face, make('div', { className: 'caption' }, name, role), state, hear), panels),
    strip.root);

  let saying = null;
  function updateState() {
    const { phoneNumber, frozenNumber, status } = bedside;
    const number = phoneNumber ?? frozenNumber;
    const words = phoneNumber !== undefined ? say(phoneNumber ? 'phone' : 'phoneNoNumber')
      : frozenNumber ? say('frozen')
        : frozenNumber !== undefined ? say('frozenNoNumber')
          : status ? say(status) : clockWords(bedside);
    state.hidden = !words;
    if (saying === words + number) return;
    saying = words + number;
    state.replaceChildren(make('p', { textContent: words }), ...(number ? [telephone(number)] : []));
  }

  let shown = null;
  let panel = null;
  const makers = {
    end: () => endPanel(bedside, () => open('end')),
    loudness: () => loudnessPanel(bedside, () => open('loudness')),
    photo: () => photoPanel(bedside, strip.video),
    advice: () => advicePanel(bedside),
  };
  function updatePanel() {
    const { photo, advice } = bedside;
    const wanted = opened ?? (photo ? 'photo' : advice && !advice.isHidden ? 'advice' : null);
    const about = { photo, advice }[wanted] ?? wanted;
    if (shown !== about) {
      shown = about;
      panel = about ? makers[wanted]() : null;
      panels.replaceChildren(...(panel ? [panel.root] : []));
      panel?.heading.focus();
    }
    panel?.update();
    root.classList.toggle('withPanel', !!panel);
  }

  function update() {
    const { clinician, team, stream, status } = bedside;
    name.textContent = clinician?.name ?? team ?? say('team');
    role.textContent = clinician ? [say(`function${clinician.function}`), team].filter(Boolean).join(' · ') : '';
    root.classList.toggle('large', clinician?.large ?? true);
    face.setAttribute('aria-label', say('pictureOf', { name: name.textContent }));
    if (stream && face.srcObject !== stream) {
      face.srcObject = stream;
      play();
    }
    face.classList.toggle('waiting', status === 'connecting');
    updateState();
    updatePanel();
    strip.update();
  }
  return { root, heading, update };
}
