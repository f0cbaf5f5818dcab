// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts the page: takes the link out of the address bar, and shows the screen that the bedside is at.
import { Bedside } from './bedside.js';
import { parseLink } from './link.js';
import { overWebSocket } from './mqtt.js';
import { callScreen } from './screen_call.js';
import { checkScreen, overScreen, startScreen, waitingScreen, youScreen } from './screens_before.js';
import { language, preferred, say, setLanguage } from './words.js';

const prefix = 'chevet.';
const memory = new Map(); // where the browser forbids storage, a reload takes a new seat
const store = {
  get(name) {
    try {
      return JSON.parse(sessionStorage.getItem(prefix + name));
    } catch {
      return memory.get(name) ?? null;
    }
  },
  set(name, value) {
    memory.set(name, value);
    try {
      if (value === null) sessionStorage.removeItem(prefix + name);
      else sessionStorage.setItem(prefix + name, JSON.stringify(value));
    } catch { /* kept in memory */ }
  },
};

/// The link: from the address bar, which then forgets it, or from before the reload.
function takeLink() {
  const { hash, pathname } = window.location;
  const before = store.get('link');
  if (hash.length > 1) {
    window.history.replaceState(null, '', pathname);
    const link = parseLink(hash);
    if (link?.token !== before) ['joined', 'seat', 'counter', 'joins'].forEach((name) => store.set(name, null));
    store.set('link', link?.token ?? null);
    return link;
  }
  return before ? parseLink(before) : null;
}

const screens = { start: startScreen, you: youScreen, check: checkScreen, waiting: waitingScreen, call: callScreen, over: overScreen };
let shown = { name: '', language: '' };

function show(bedside) {
  const name = bedside.screen;
  if (shown.name !== name || shown.language !== language()) {
    shown.screen?.end?.();
    const isOther = shown.name && shown.name !== name;
    shown = { name, language: language(), screen: screens[name](bedside) };
    document.getElementById('page').replaceChildren(shown.screen.root);
    shown.screen.update();
    document.title = `${say('title')} · Chevet`;
    document.body.className = name;
    if (isOther) {
      window.scrollTo(0, 0);
      shown.screen.heading.focus({ preventScroll: true });
    }
    document.getElementById('says').textContent = shown.screen.heading.textContent;
  }
  shown.screen.update();
}

const link = takeLink();
setLanguage(store.get('joined')?.language ?? preferred());

const canCall = 'RTCPeerConnection' in window && !!window.crypto?.subtle && 'WebSocket' in window;
const bedside = new Bedside({
  link,
  store,
  dial: overWebSocket(`${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/mqtt`),
  changed: () => show(bedside),
});
bedside.setLanguage = (wanted) => {
  setLanguage(wanted);
  show(bedside);
};

if (!canCall) {
  Object.assign(bedside, { over: 'browser', screen: 'over' });
  show(bedside);
} else if (!link) {
  Object.assign(bedside, { over: 'broken', screen: 'over' });
  show(bedside);
} else {
  bedside.isLate = link.expiry < Date.now() / 1000;
  if (bedside.wasHere) bedside.comeBack();
  else bedside.go('start');
}

window.addEventListener('hashchange', () => window.location.hash.length > 1 && window.location.reload());
window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());
