// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Elements without markup in strings: nothing that was received can become code.

const svg = 'http://www.w3.org/2000/svg';

/// Properties by name; "aria-…", "role", "for" and the like as attributes; functions as listeners.
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.startsWith('aria')) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// On a grid of 24, as lines.
const shapes = {
  camera: 'M3 7h11v10H3zM14 11l7-4v10l-7-4',
  cameraOff: 'M3 7h11v10H3zM14 11l7-4v10l-7-4M3 3l18 18',
  turn: 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  microphone: 'M9 4a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3',
  microphoneOff: 'M9 4a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v3M3 3l18 18',
  ear: 'M7 9a5 5 0 0 1 10 0c0 4-4 4-4 8a3 3 0 0 1-5 2M10 9a2 2 0 0 1 4 0c0 1-1 2-2 2',
  end: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  photo: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7',
  sound: 'M4 9h4l5-4v14l-5-4H4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  list: 'M4 6l1.5 1.5L8 5M11 6.5h9M4 12l1.5 1.5L8 11M11 12.5h9M4 18l1.5 1.5L8 17M11 18.5h9',
};

export function icon(name) {
  const picture = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', shapes[name]);
  picture.append(path);
  return picture;
}

export const button = (words, act, properties = {}) =>
  make('button', { type: 'button', textContent: words, onclick: act, ...properties });

/// A button with an icon above its words; `set(name, words, isPressed)` changes both.
export function iconButton(act, className = '') {
  const element = make('button', { type: 'button', className: `icon ${className}`, onclick: act });
  let before = '';
  element.set = (name, words, isPressed) => {
    if (before === name + words) return; // nothing is built anew under a finger
    before = name + words;
    element.replaceChildren(icon(name), make('span', { textContent: words }));
    if (isPressed !== undefined) element.classList.toggle('off', isPressed);
  };
  return element;
}

export const telephone = (number) =>
  make('a', { className: 'telephone', href: `tel:${number.replace(/[^+\d]/g, '')}`, textContent: number });
