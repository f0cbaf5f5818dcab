// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The link's fragment (docs/CALL.md, "The link"): version, room, secret, expiry.
import { base64url, fromBase64url, join, readU32, u32 } from './bytes.js';

const version = 1;
const length = 37;

/// { token, room, secret, expiry } or null for what is no link of ours. `expiry` is in seconds since 1970.
export function parseLink(fragment) {
  const token = fragment.replace(/^#/, '');
  const bytes = fromBase64url(token);
  if (!bytes || bytes.length !== length || bytes[0] !== version) {
    return null;
  }
  return { token, room: bytes.slice(1, 17), secret: bytes.slice(17, 33), expiry: readU32(bytes, 33) };
}

export function writeLink({ room, secret, expiry }) {
  return base64url(join(Uint8Array.of(version), room, secret, u32(expiry)));
}
