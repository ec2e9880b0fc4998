// The single file, damaged or cut off on its way: a sentence that says so, never a blank screen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xlsx } from '../files/documents.ts';
import { launch, openView, root } from './browsers.ts';

const whole = readFileSync(`${root}dist/spreidingswijzer.html`, 'utf8');

/** Everything that the file carries: where it begins and ends. */
const parts = [
  ...whole.matchAll(
    /(<(script|style)([^>]*)>)([^]*?)<\/\2>|(http-equiv="[^"]*" content=")([^"]*)"/g,
  ),
].map((found, index) => {
  const [, tag, kind = 'policy', attributes = '', inside, before = '', policy = ''] = found;
  const text = inside ?? policy;
  const begin = found.index + (tag ?? before).length;
  const id = /id="(\w+)"/.exec(attributes)?.[1];
  const name = index === 1 ? 'first style' : (id ?? `${kind}${attributes}`);
  return { name, begin, end: begin + text.length };
});

/** Another letter of the same kind, so that what is read of it is another. */
const other = (letter: string): string =>
  /[a-zA-Y0-8]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 1) : 'A';
const changedAt = (at: number): string =>
  whole.slice(0, at) + other(whole[at] ?? '') + whole.slice(at + 1);

/** By kind, what was damaged and the file as it then is. */
const damages: Record<string, [string, string][]> = {
  'nothing at all': [['nothing', whole]],
  'half of a part gone': parts.map(({ name, begin, end }) => [
    `${name}, half of it gone`,
    whole.slice(0, Math.floor((begin + end) / 2)) + whole.slice(end),
  ]),
  'the last eight signs of a part gone': parts.map(({ name, end }) => [
    `${name}, its last eight signs gone`,
    whole.slice(0, end - 8) + whole.slice(end),
  ]),
  'another letter in a part': parts.flatMap(({ name, begin, end }) =>
    [0.35, 0.98].map((part): [string, string] => [
      `${name}, another letter at ${part}`,
      changedAt(Math.floor(begin + part * (end - begin))),
    ]),
  ),
  'the file until within a part': parts.flatMap(({ name, begin, end }): [string, string][] => {
    const middle = Math.floor((begin + end) / 2);
    // Of a file of less than three thousand signs nothing is there to say so.
    return middle < 3_000 ? [] : [[`the file until within ${name}`, whole.slice(0, middle)]];
  }),
};

/**
 * Without its policy or the few lines of style at its beginning the page works, or says that it does not;
 * without anything else it says so.
 */
const isRight = (what: string, said: string): boolean =>
  said.includes('onvolledig of beschadigd') ||
  (/^(nothing|policy|first style)/.test(what) && said === 'answers in full');

test('ten parts are tried', () => {
  expect(parts.map(({ name }) => name)).toEqual([
    'policy',
    'first style',
    'style',
    'rekenhart',
    'gegevens',
    'script',
    'later',
    'werker',
    'licenties',
    'script type="module"',
  ]);
});

/** Read by the worker. */
const table = join(mkdtempSync(join(tmpdir(), 'spreiding-table-')), 'tabel.xlsx');
const text = (at: string, value: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
writeFileSync(
  table,
  xlsx([
    {
      name: 'Inwoners',
      xml: `<row r="1">${text('A1', 'gemeente')}${text('B1', 'inwoners')}</row><row r="2">${text('A2', 'Breda')}<c r="B2"><v>180000</v></c></row>`,
    },
  ]),
);

/** The sentences that are in sight. */
const said = (page: Page): Promise<string> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
    return [...document.querySelectorAll<HTMLElement>('[role=alert]')]
      .filter((alert) => alert.checkVisibility())
      .map(({ innerText }) => innerText)
      .join(' ');
  });

/** What a person reads of it in the end: a sentence that says so, or a page that answers in full. */
async function outcome(page: Page): Promise<string> {
  /** Waits until it is there, or until a sentence says why it will not come; true when there is a sentence. */
  const orSaid = async (selector: string): Promise<boolean> => {
    await page.waitForFunction(
      (wanted: string) =>
        document.querySelector(wanted) !== null ||
        [...document.querySelectorAll('[role=alert]')].some((alert) => alert.checkVisibility()),
      {},
      selector,
    );
    return (await said(page)) !== '';
  };
  if (await orSaid('#zoek')) return said(page);
  await page.focus('#zoek');
  await page.keyboard.type('breda');
  if (await orSaid('[role=option]')) return said(page);
  await page.keyboard.press('Enter');
  if (await orSaid('[data-testid=kaart]')) return said(page);
  if (await orSaid('[data-testid=licenties-tonen]')) return said(page);
  await page.click('[data-testid=licenties-tonen]');
  await page.waitForFunction(() => (document.querySelector('.notices')?.textContent ?? '') !== '');
  const notices = await page.$eval('.notices', ({ textContent }) => textContent);
  if (!notices.includes('EUPL-1.2')) return notices;
  await page.keyboard.press('Escape');
  await openView(page, 'input');
  const input = await page.$('input#bestanden');
  await input?.uploadFile(table);
  await page.waitForFunction(() => document.querySelector('.file, .refused') !== null);
  return page.evaluate(
    () => document.querySelector<HTMLElement>('.refused')?.innerText ?? 'answers in full',
  );
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'spreiding-damaged-'));
  beforeAll(async () => {
    browser = await launch[name]();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test.each(Object.entries(damages))(
    '%s: it says so',
    async (_, damaged) => {
      const came: string[] = [];
      for (const [what, text] of damaged) {
        const path = join(folder, 'spreidingswijzer.html');
        writeFileSync(path, text);
        const page = await browser.newPage();
        page.setDefaultTimeout(30_000);
        await page.goto(`file://${path}`);
        const said = await outcome(page).catch(String);
        if (!isRight(what, said)) came.push(`${what}: ${said}`);
        await page.close();
      }
      expect(came).toEqual([]);
    },
    150_000,
  );
});
