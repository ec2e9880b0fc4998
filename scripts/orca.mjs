// npm run orca: what a screen reader says. Orca reads the built page in Firefox, on a screen that nobody
// sees, with a window manager and a session bus of its own; what it speaks is printed, and kept in
// build/orca/. Not part of `npm test`: its packages are asked for here, and nowhere else.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { has, root, run, stop } from './run.mjs';

const needed = {
  Xvfb: 'xvfb',
  orca: 'orca',
  'dbus-run-session': 'dbus',
  openbox: 'openbox',
  xdotool: 'xdotool',
  'speech-dispatcher': 'speech-dispatcher',
};
const folder = `${root}build/orca`;
const log = `${folder}/orca.log`;
const page = pathToFileURL(`${root}dist/spreidingswijzer.html`).href;
const patience = 60_000;

/** What was spoken so far, in order. */
function spoken() {
  if (!existsSync(log)) return [];
  return (
    [...readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '(.*)'(?: ?\{.*)?$/gm)]
      .map(([, words]) => words)
      // Not the keys themselves.
      .filter((words) => !/^\S+ $/.test(words))
  );
}

/** Everything that runs beside this, ended with it. */
const started = [];
function start(command, args, environment) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, ...environment },
  });
  started.push(child);
  return child;
}

/** Inside the session: screen, bus and window manager are there. */
async function walk() {
  const { launch } = await import('puppeteer-core');
  start('openbox', []);
  start('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately']);
  await wait(2_000);
  start('orca', ['--replace', '--debug-file', log]);
  await wait(8_000);
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    extraPrefsFirefox: {
      'remote.prefs.recommended': false,
      'accessibility.force_disabled': -1,
      'browser.aboutwelcome.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
  const [tab] = await browser.pages();
  await tab.goto(page);
  await tab.waitForSelector('#zoek');
  await wait(8_000);
  // As a person's keys, which a driver's are not: Orca hears those of the screen.
  const keys = (...names) => run('xdotool', ['key', '--delay', '150', ...names]);
  const type = (words) => run('xdotool', ['type', '--delay', '250', words]);
  const heard = [];
  /** One step, and what was said because of it: until it is silent for a while. */
  const step = async (title, act) => {
    const before = spoken().length;
    await act();
    const until = Date.now() + patience;
    let count = before;
    let silent = 0;
    while (silent < 8 && Date.now() < until) {
      await wait(1_000);
      const now = spoken().length;
      silent = now === count ? silent + 1 : 0;
      count = now;
    }
    heard.push({ title, words: spoken().slice(before) });
  };
  /** By the mouse, as a person comes from the window into the page: a driver's focus moves no window. */
  const clickOn = async (selector) => {
    const [x, y] = await tab.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      return [
        globalThis.mozInnerScreenX + box.left + box.width / 2,
        globalThis.mozInnerScreenY + box.top + box.height / 2,
      ];
    });
    run('xdotool', ['mousemove', Math.round(x), Math.round(y), 'click', '1'].map(String));
  };
  await step('zoeken', async () => {
    // A screen reader that is just starting takes keys for itself: what did not arrive is typed again.
    for (let tries = 0; tries < 5; tries += 1) {
      await clickOn('#zoek');
      await tab.waitForSelector('#zoek:focus');
      keys('ctrl+a');
      type('breda');
      await wait(1_000);
      if ((await tab.$eval('#zoek', (field) => field.value)) === 'breda') break;
    }
  });
  await step('antwoord', async () => {
    await tab.waitForSelector('[role=option]');
    keys('Return');
    await tab.waitForSelector('[data-testid=kaart]');
  });
  await step('hoe berekend', async () => {
    await tab.$eval('summary:has(h3)', (summary) => {
      summary.focus();
    });
    keys('Return', 'Down', 'Down', 'Down');
  });
  await step('tabel', async () => {
    await tab.click('[data-view=country]');
    await tab.waitForSelector('[data-testid=tabel-gemeenten]');
    keys('t', 't', 'Down', 'Down');
  });
  await step('koppen', async () => {
    await tab.click('[data-view=municipality]');
    await tab.waitForSelector('[data-testid=kaart]');
    keys('ctrl+Home', 'h', 'h', 'h', 'h', 'h', 'h');
  });
  await step('bestand laten vallen', async () => {
    // What lands on the page is what a drag from a folder brings; the drag itself is the window manager's.
    await tab.evaluate(() => {
      const carried = new globalThis.DataTransfer();
      carried.items.add(
        new globalThis.File(
          ['gemeentecode;gemeente;inwoners\nGM0758;Breda;200000\n'],
          'inwoners.csv',
        ),
      );
      document.body.dispatchEvent(
        new globalThis.DragEvent('drop', {
          bubbles: true,
          cancelable: true,
          dataTransfer: carried,
        }),
      );
    });
    await tab.waitForFunction(() => document.body.textContent.includes('inwoners.csv'));
  });
  await step('provincie', async () => {
    await tab.click('[data-view=table]');
    await tab.click('[data-testid=tafel-voorbeeld]');
    await tab.waitForSelector('[data-testid=tafel-aanbod] [data-cell="0-1"]');
    // What was said of the file lies over the lower part of the window.
    await tab.$eval('[data-testid=aangekomen] > .buttons button:last-child', (close) => {
      close.click();
    });
    await tab.click('[data-testid=tafel-aanbod] [data-cell="0-1"]');
    await tab.waitForSelector('[data-testid=tafel-aanbod] [data-cell="0-1"]:focus');
    keys('Right', 'Down', 'Right');
  });
  writeFileSync(`${folder}/heard.json`, `${JSON.stringify(heard, null, 2)}\n`);
  await browser.close();
}

function report() {
  if (!existsSync(`${folder}/heard.json`)) stop('De wandeling is niet afgemaakt; zie build/orca/.');
  const heard = JSON.parse(readFileSync(`${folder}/heard.json`, 'utf8'));
  for (const { title, words } of heard)
    console.log(`\n${title}\n${words.map((each) => `  ${each}`).join('\n') || '  (niets)'}`);
  console.log('\nHet hele verslag van Orca staat in build/orca/orca.log.');
}

if (process.argv[2] === 'inside') {
  try {
    await walk();
  } finally {
    for (const child of started.reverse()) child.kill();
  }
} else {
  const missing = Object.keys(needed).filter((program) => !has(program));
  if (missing.length > 0)
    stop(
      `Nodig: sudo apt-get install ${missing.map((each) => needed[each]).join(' ')} at-spi2-core`,
    );
  if (!existsSync(new URL(page))) stop('Eerst: npm run build');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const display = ':87';
  const screen = start('Xvfb', [display, '-screen', '0', '1280x1000x24', '-nolisten', 'tcp']);
  try {
    await wait(2_000);
    run('dbus-run-session', ['--', process.execPath, `${root}scripts/orca.mjs`, 'inside'], {
      env: {
        ...process.env,
        DISPLAY: display,
        GTK_MODULES: 'gail:atk-bridge',
        ACCESSIBILITY_ENABLED: '1',
        GNOME_ACCESSIBILITY: '1',
        MOZ_ENABLE_WAYLAND: '0',
      },
    });
    report();
  } finally {
    screen.kill();
  }
}
