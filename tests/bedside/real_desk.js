// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window of the desk as a process (tests/gui/real_call_desk.cpp): commands in, what it shows out.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { until } from './support.js';

export class RealDesk {
  static async start(servers) {
    const desk = new RealDesk();
    desk.answers = [];
    desk.said = '';
    desk.process = spawn(process.env.CHEVET_REAL_DESK, [], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, CHEVET_CALL_SERVERS: join(servers.folder, 'servers') },
    });
    let rest = '';
    desk.process.stdout.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        if (line.startsWith('@')) desk.answers.push(JSON.parse(line.slice(1)));
        else desk.said += `${line}\n`;
      }
    });
    await desk.answer();
    return desk;
  }

  answer() {
    return until('an answer of the desk', () => {
      if (this.process.exitCode !== null && this.answers.length === 0) throw new Error(`the desk has ended: ${this.said}`);
      return this.answers.shift();
    });
  }

  send(command) {
    this.process.stdin.write(`${command}\n`);
    return this.answer();
  }

  key(keys) {
    return this.send(`key ${keys}`);
  }

  /// Waits until what the desk shows is as wished, and gives it.
  shows(what, isSo, patience) {
    let last;
    return until(`${what} at the desk`, async () => {
      last = await this.send('look');
      return isSo(last) && last;
    }, patience).catch((error) => {
      throw new Error(`${error.message}; it shows ${JSON.stringify(last)}`);
    });
  }

  stop() {
    this.process.kill('SIGKILL');
  }
}
