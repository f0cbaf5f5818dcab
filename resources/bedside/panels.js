// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What opens beside the picture for the staff: the advice to be read back, a photo, the hearing test, the end. One at a
// time, and never over the whole picture. Each is { root, update() }.
import { button, icon, make } from './dom.js';
import { fromFile, takePhoto } from './photo.js';
import { playChime, steps } from './sounds.js';
import { say } from './words.js';

function panel(title, { close, parts, actions = [] }) {
  const heading = make('h2', { tabIndex: -1, textContent: title });
  const top = make('div', { className: 'top' }, heading, close ? button(close.words, close.act, { className: 'quiet' }) : null);
  const root = make('section', { className: 'panel', 'aria-label': title }, top, make('div', { className: 'body' }, ...parts),
    actions.length ? make('div', { className: 'actions' }, ...actions) : null);
  return { root, heading, update: () => {} };
}

export function advicePanel(bedside) {
  const { advice } = bedside;
  const boxes = advice.items.map((words, index) => {
    const box = make('input', { type: 'checkbox', checked: advice.ticked.has(index),
      onchange: () => bedside.tick(index, box.checked) });
    return make('label', { className: 'tick' }, box, make('span', { textContent: words }));
  });
  const all = make('p', { role: 'status', className: 'done' });
  const close = { words: say('hide'), act: () => { advice.isHidden = true; bedside.changed(); } };
  const made = panel(say('adviceTitle'), { close, parts: [make('div', { className: 'ticks' }, ...boxes), all] });
  made.update = () => {
    all.textContent = advice.ticked.size === advice.items.length ? say('adviceAll') : '';
  };
  return made;
}

export function photoPanel(bedside, video) {
  const { photo } = bedside;
  const words = make('p', { role: 'status' });
  const preview = make('div', { className: 'preview', role: 'img', 'aria-label': say('photoPreview') });
  const show = (canvas) => {
    Object.assign(photo, { canvas, step: canvas ? 'preview' : 'none' });
    bedside.changed();
  };
  const file = make('input', { type: 'file', accept: 'image/*', capture: 'environment', className: 'unseen', tabIndex: -1,
    'aria-hidden': 'true', onchange: async () => file.files[0] && show(await fromFile(file.files[0])) });
  const take = button(say('photoTake'), async () => {
    photo.step = 'taking';
    bedside.changed();
    show(bedside.devices.hasCamera ? await takePhoto(bedside.devices.tracks.video, video) : null);
  }, { className: 'main' });
  const open = button(say('photoFile'), () => file.click());
  const refuse = button(say('photoRefuse'), () => bedside.refusePhoto());
  const again = button(say('photoAgain'), () => { photo.step = 'asked'; bedside.changed(); });
  const send = button(say('photoSend'), () => bedside.sendPhoto(photo.canvas), { className: 'main' });
  const close = button(say('close'), () => bedside.set({ photo: undefined }), { className: 'main' });
  const made = panel(say('photoTitle'), {
    parts: [make('p', { className: 'what', textContent: photo.what }), preview, words, file],
    actions: [refuse, again, open, take, send, close],
  });
  const shownAt = { asked: [refuse, open, take], none: [refuse, open, take], preview: [refuse, again, send], lost: [refuse, again, send],
    sent: [close], arrived: [close] };
  const wordsAt = { asked: 'photoCheck', none: 'photoNone', preview: 'photoCheck', taking: 'photoWorking', working: 'photoWorking',
    sending: 'photoSending', sent: 'photoSent', arrived: 'photoArrived', lost: 'photoLost' };
  made.update = () => {
    const shown = shownAt[photo.step] ?? [];
    for (const one of [refuse, again, open, take, send, close]) one.hidden = !shown.includes(one);
    take.disabled = !bedside.devices.hasCamera;
    send.disabled = !bedside.channel || bedside.channel.readyState !== 'open';
    words.textContent = say(wordsAt[photo.step], { n: photo.percent });
    preview.hidden = !photo.canvas || !['preview', 'lost', 'working', 'sending'].includes(photo.step);
    if (photo.canvas && preview.firstChild !== photo.canvas) preview.replaceChildren(photo.canvas);
  };
  return made;
}

/// A test of whether the resident hears the tablet, not of the ear: it says what to do, and no figure.
export function loudnessPanel(bedside, close) {
  let step = 0;
  const result = make('p', { role: 'status', className: 'done' });
  const play = make('button', { type: 'button', className: 'main' });
  const name = () => play.replaceChildren(icon('sound'), say('loudnessStep', { n: Math.min(step + 1, steps) }));
  const finish = (heard, words) => {
    bedside.heardTest(heard);
    result.textContent = say(words);
    step = 0;
    name();
  };
  play.addEventListener('click', () => {
    step = step >= steps ? 1 : step + 1;
    result.textContent = '';
    playChime(step);
    play.replaceChildren(icon('sound'), say('loudnessStep', { n: step >= steps ? 1 : step + 1 }));
  });
  const heard = button(say('loudnessHeard'), () => step && finish(true, step > 3 ? 'loudnessRaise' : 'loudnessGood'));
  const notHeard = button(say('loudnessNotHeard'), () => step && finish(false, 'loudnessHelp'));
  name();
  return panel(say('loudnessTitle'), {
    close: { words: say('close'), act: close },
    parts: [make('p', { textContent: say('loudnessText') }), result],
    actions: [play, heard, notHeard],
  });
}

export const endPanel = (bedside, close) =>
  panel(say('endTitle'), {
    parts: [],
    actions: [button(say('endStay'), close), button(say('end'), () => bedside.leave(), { className: 'main' })],
  });
