// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A headless Chromium of the test's own, driven through its DevTools protocol over a pipe.
import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './support.js';

const nobody = 65534;

/// True for root outside of a user namespace: Chromium refuses to run as that.
const isRoot = () => process.getuid() === 0 && !process.env.CHEVET_OWN_USERS;

export class Browser {
  /// `before`: a command that the browser is run by, e.g. into another network. `options`: more of Chromium's.
  static async start({ before = [], options = [] } = {}) {
    const browser = new Browser();
    browser.folder = mkdtempSync(join(tmpdir(), 'chevet-chromium-'));
    if (isRoot()) chownSync(browser.folder, nobody, nobody);
    const asNobody = isRoot() ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];
    const command = [...before, ...asNobody, 'chromium', '--headless=new', '--remote-debugging-pipe', '--no-sandbox',
      '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-extensions', '--disable-component-update',
      '--disable-background-networking', '--mute-audio', '--ignore-certificate-errors',
      '--use-fake-device-for-media-stream=device-count=3', '--use-fake-ui-for-media-stream', `--user-data-dir=${browser.folder}`,
      '--autoplay-policy=no-user-gesture-required', ...options, 'about:blank'];
    const out = openSync(join(browser.folder, 'out'), 'w');
    browser.process = spawn(command[0], command.slice(1), {
      stdio: ['ignore', out, out, 'pipe', 'pipe'],
      env: { ...process.env, HOME: browser.folder, XDG_CONFIG_HOME: browser.folder, XDG_CACHE_HOME: browser.folder },
    });
    browser.listen();
    return browser;
  }

  listen() {
    this.lastId = 0;
    this.answers = new Map();
    this.pages = new Map();
    let rest = '';
    this.process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const parts = (rest + text).split('\0');
      rest = parts.pop();
      parts.forEach((part) => this.take(JSON.parse(part)));
    });
    this.process.stdio[3].on('error', () => {});
  }

  take({ id, result, error, method, params, sessionId }) {
    if (id) {
      const { done, failed } = this.answers.get(id);
      this.answers.delete(id);
      return error ? failed(new Error(error.message)) : done(result);
    }
    return this.pages.get(sessionId)?.happened(method, params);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.lastId;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, failed) => this.answers.set(id, { done, failed }));
  }

  /// A page of a profile of its own: another storage, as another tablet has.
  async open(address, { width = 1280, height = 800, language = 'en', scheme = 'light', before = '' } = {}) {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    this.pages.set(sessionId, page);
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Log.enable');
    await page.size(width, height);
    await page.send('Emulation.setUserAgentOverride', { userAgent: 'Chevet test', acceptLanguage: language });
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    if (before) await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `if (location.protocol === 'https:') { ${before} }` }); // not in the blank page before it
    await page.go(address);
    return page;
  }

  async end() {
    if (this.process.exitCode === null) {
      const ended = new Promise((done) => this.process.once('exit', done));
      this.send('Browser.close').catch(() => {});
      const timer = setTimeout(() => this.process.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Page {
  constructor(browser, sessionId, targetId) {
    Object.assign(this, { browser, sessionId, targetId, faults: [] });
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  /// Whatever the console would show in red or yellow.
  happened(method, params) {
    if (method === 'Runtime.exceptionThrown') this.faults.push(params.exceptionDetails.exception?.description ?? 'exception');
    if (method === 'Log.entryAdded' && params.entry.level !== 'verbose') this.faults.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    if (method === 'Runtime.consoleAPICalled' && ['error', 'warning'].includes(params.type)) {
      this.faults.push(params.args.map(({ value, description }) => value ?? description).join(' '));
    }
    if (method === 'Page.loadEventFired') this.isLoaded?.();
  }

  async go(url) {
    const loaded = new Promise((done) => { this.isLoaded = done; });
    await this.send('Page.navigate', { url });
    await loaded;
  }

  async reload() {
    const loaded = new Promise((done) => { this.isLoaded = done; });
    await this.send('Page.reload');
    await loaded;
  }

  size(width, height) {
    return this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /// The value of an expression in the page; promises are waited for.
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  until(what, expression, patience) {
    return until(what, () => this.evaluate(expression).catch(() => false), patience);
  }

  /// A tap on what can be seen and says these words.
  async tap(words) {
    const find = `[...document.querySelectorAll('button, label')].find((one) => one.textContent.includes(${JSON.stringify(words)})
      && one.checkVisibility() && !one.disabled)`;
    await this.until(`something to tap that says "${words}"`, `!!${find}`);
    await this.evaluate(`${find}.click()`);
  }

  write(id, words) {
    return this.evaluate(`{ const field = document.getElementById('${id}'); field.value = ${JSON.stringify(words)};
      field.dispatchEvent(new Event('input', { bubbles: true })); }`);
  }

  text() {
    return this.evaluate('document.getElementById("page").innerText');
  }

  says(words, patience) {
    return this.until(`"${words}" on the page`, `document.getElementById("page").innerText.includes(${JSON.stringify(words)})`, patience);
  }

  /// What a screen reader would meet without a name: the roles of such controls.
  async nameless() {
    await this.send('Accessibility.enable');
    const { nodes } = await this.send('Accessibility.getFullAXTree');
    const isControl = ({ properties = [] }) => properties.some(({ name, value }) => name === 'focusable' && value.value);
    return nodes.filter((node) => !node.ignored && isControl(node) && node.role.value !== 'RootWebArea' && !node.name?.value.trim())
      .map(({ role }) => role.value);
  }

  /// Controls that are smaller than a finger, and whatever stands out of the page.
  misfits() {
    return this.evaluate(`(() => { const found = [];
      for (const one of document.querySelectorAll('button, a, input:not([type=radio], [type=checkbox], .unseen), label.choice, label.tick')) {
        const { width, height } = one.getBoundingClientRect();
        if (one.checkVisibility() && (width < 48 || height < 48)) found.push(one.textContent + ' ' + width + '×' + height);
        if (one.checkVisibility() && one.scrollWidth > one.clientWidth + 1) found.push(one.textContent + ' is cut'); }
      const page = document.documentElement;
      if (page.scrollWidth > innerWidth) found.push('too wide');
      if (page.scrollHeight > innerHeight && innerWidth >= 800) found.push('to be scrolled: ' + page.scrollHeight);
      return found; })()`);
  }

  async picture(file) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  close() {
    return this.browser.send('Target.closeTarget', { targetId: this.targetId });
  }
}
