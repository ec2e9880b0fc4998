// Stock browsers, driven as a person would: shared by the browser tests.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');
export const data = (name: string): string => `${root}tests/data/browser/${name}`;

const chromiumFlags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const launch = {
  chromium: (more: string[] = []): Promise<Browser> =>
    puppeteer.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      headless: true,
      args: [...chromiumFlags.split(' '), ...more],
    }),
  /** A profile of its own in the Firefox of this worker, which looks like a browser of its own. */
  firefox: async (): Promise<Browser> => {
    const worker = inject('firefoxes') + (process.env['VITEST_POOL_ID'] ?? '');
    const connect = async (address: string): Promise<Browser> =>
      puppeteer.connect({
        browserWSEndpoint: await (await fetch(address)).text(),
        protocol: 'webDriverBiDi',
      });
    // What a test left hanging may hold on to the one before.
    const browser = await connect(worker).catch(() => connect(`${worker}?anew`));
    const profile = await browser.createBrowserContext();
    return Object.assign(browser, {
      newPage: () => profile.newPage(),
      close: async () => {
        await profile.close();
        await browser.disconnect();
      },
    });
  },
};

/**
 * Bytes that Chromium's processes of pages have in memory, workers included: what they have now, and the
 * most that they ever had.
 */
export function pageMemory(browser: Browser): { now: number; most: number } {
  const own = browser.process()?.pid;
  const status = (pid: string, name: string): string => {
    try {
      const text = readFileSync(`/proc/${pid}/status`, 'utf8');
      return new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? '0';
    } catch {
      return '0'; // ended in the meantime
    }
  };
  const isOurs = (pid: string): boolean =>
    Number(pid) === own || (Number(pid) > 1 && isOurs(status(pid, 'PPid')));
  const pages = readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || !isOurs(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
    } catch {
      return false;
    }
  });
  const sum = (name: string): number =>
    pages.reduce((total, pid) => total + 1024 * Number(status(pid, name)), 0);
  return { now: sum('VmRSS'), most: sum('VmHWM') };
}

export const singleFile = `file://${root}dist/spreidingswijzer.html`;

/** A page with all that it should not have done: said on the console, thrown, refused, asked outside. */
export interface OpenedPage {
  readonly page: Page;
  readonly said: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
}

/** Opens the page as a person finds it; a question before leaving is answered with yes. */
export async function openPage(browser: Browser, address = singleFile): Promise<OpenedPage> {
  const page = await browser.newPage();
  const said: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (fault) => said.push(String(fault)));
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') said.push(`dialog: ${dialog.message()}`);
    void dialog.accept();
  });
  const own = address.startsWith('file:') ? undefined : new URL(address).origin;
  page.on('request', (request) => {
    requests.push(request.url());
    if (/^(https?|ftp|wss?):/.test(request.url()) && new URL(request.url()).origin !== own)
      said.push(`asked outside: ${request.url()}`);
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address);
  await page.waitForSelector('#zoek');
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`refused by the policy: ${event.violatedDirective}`);
    });
  });
  return { page, said, requests };
}

/**
 * One browser for the suite, and in it for each test a page just opened, which at the end must have said
 * nothing.
 *
 * @param begin is given each page, and takes it to where the tests of the suite start
 */
export function freshPages(
  name: keyof typeof launch,
  begin: (page: Page) => Promise<void> | void,
): void {
  let browser: Browser;
  let opened: OpenedPage;
  beforeAll(async () => {
    browser = await launch[name]();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    opened = await openPage(browser);
    await begin(opened.page);
  });
  afterEach(async () => {
    expect(opened.said).toEqual([]);
    await opened.page.close();
  });
}

export const cardText = (page: Page): Promise<string> =>
  page.$eval('[data-testid=kaart]', (card) => (card as HTMLElement).innerText);

export const cells = (page: Page, table: string): Promise<string[]> =>
  page.$$eval(`[data-testid=${table}] tbody tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join('|')),
  );

export async function choose(page: Page, files: string[]): Promise<void> {
  const input = await page.$('input#bestanden');
  if (input === null) throw new Error('no file field');
  await input.uploadFile(...files);
  await page.waitForFunction(
    (count: number) => document.querySelectorAll('.file').length >= count,
    {},
    files.length,
  );
}

/** @param within a part of the page, where the rest of it is looked at in the same state by another test */
export async function findingsOfAxe(page: Page, within = 'html'): Promise<string[]> {
  // Once for each document: it is large.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (part) => {
    const run = (
      globalThis as unknown as {
        axe: {
          run(part: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await run.run(part);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, within);
}

export const rooms = ['municipality', 'country', 'compare', 'table'];
/** What opens from the top of the page; the second kind stands behind “Deel of bewaar”. */
export const panels = ['input', 'share', 'help'];
export const sharedPanels = ['report', 'proof', 'dossier'];
export const allViews = [...rooms, ...panels, ...sharedPanels];

/** Closes what covers the room, as a person has to. */
export async function closePanel(page: Page): Promise<void> {
  if ((await page.$('#paneel')) === null) return;
  await page.click('[data-testid=paneel-sluiten]');
  await page.waitForSelector('#paneel', { hidden: true });
}

/** Goes to a room by its name in the navigation, or opens what stands beside it. */
export async function openView(page: Page, name: string): Promise<void> {
  if ((await page.$(`#paneel[data-panel=${name}]`)) !== null) return;
  if (sharedPanels.includes(name)) {
    // The annex is that of a municipality.
    const room = await page.$eval('.navigation [aria-current]', (now) =>
      now.getAttribute('data-view'),
    );
    if (name === 'report' && room !== 'municipality') await openView(page, 'municipality');
    if ((await page.$(`.panel__parts [data-view=${name}]`)) === null) await openView(page, 'share');
    await page.click(`.panel__parts [data-view=${name}]`);
  } else {
    await closePanel(page);
    await page.waitForSelector(`.bar [data-view=${name}]`);
    await page.click(`.bar [data-view=${name}]`);
  }
  await page.waitForSelector(
    rooms.includes(name) ? `[data-view=${name}][aria-current]` : `#paneel[data-panel=${name}]`,
  );
  // The focus goes along: what is typed after this must not come before it.
  await page.waitForFunction(
    (id: string) => document.activeElement?.id === id,
    {},
    rooms.includes(name) ? 'inhoud' : 'paneel',
  );
}

/** Unfolds everything that is folded in the room. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** From here on the page hands files over to `savedFile`, in place of a dialog of the browser. */
export const catchFiles = (page: Page): Promise<void> =>
  page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      Object.assign(globalThis, { savedName: this.download });
    };
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { savedBlob: blob });
      return create(blob);
    };
  });

/** The next file that the page hands over: what a person gets. */
export async function savedFile(
  page: Page,
): Promise<{ name: string; bytes: Buffer; text: string }> {
  await page.waitForFunction(() => 'savedName' in globalThis);
  const { name, base64 } = await page.evaluate(async () => {
    const saved = globalThis as unknown as { savedName?: string; savedBlob: Blob };
    const bytes = new Uint8Array(await saved.savedBlob.arrayBuffer());
    const found = { name: saved.savedName ?? '', base64: '' };
    for (const byte of bytes) found.base64 += String.fromCharCode(byte);
    found.base64 = btoa(found.base64);
    delete saved.savedName;
    return found;
  });
  const bytes = Buffer.from(base64, 'base64');
  return { name, bytes, text: new TextDecoder().decode(bytes) };
}
