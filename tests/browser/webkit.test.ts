// The built product in WebKit, the engine of Safari: the single file from file:// and the site over http, walked as
// a person does. Its driver has no console, so silence is told by the page: no refusal by the policy, no error
// event; and by the server: nothing is asked for but the site's own files.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { data, root, singleFile } from './browsers.ts';
import { type WebKit, keys, openWebKit } from './webkit.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-webkit-files-'));
const asked: string[] = [];
let webkit: WebKit;
let site = '';
beforeAll(async () => {
  const host = {
    site: join(root, 'dist', 'site'),
    instead: (path: string) => {
      asked.push(path);
      return false;
    },
  };
  site = (await serveSite(0, undefined, host)).address;
  webkit = await openWebKit();
});
afterAll(async () => {
  await webkit.close();
  rmSync(folder, { recursive: true });
});

const shows = (selector: string, words: string): Promise<string> =>
  webkit.waitFor(
    (wanted: string, part: string) => {
      const text = document.querySelector<HTMLElement>(wanted)?.innerText;
      return text?.includes(part) === true ? text : null;
    },
    selector,
    words,
  );

/** Goes to a view by its name in the navigation. */
/** Opens a room or what opens beside it; the second kind stands behind “Deel of bewaar”. */
async function openView(name: string): Promise<void> {
  for (const view of ['report', 'proof', 'dossier'].includes(name) ? ['share', name] : [name]) {
    await webkit.waitFor(
      (wanted: string) => document.querySelector(`[data-view=${wanted}]`) !== null,
      view,
    );
    await webkit.evaluate((wanted: string) => {
      if (document.querySelector(`#paneel[data-panel=${wanted}]`) === null)
        document.querySelector<HTMLElement>(`[data-view=${wanted}]`)?.click();
    }, view);
    await webkit.waitFor(
      (wanted: string) =>
        document.querySelector(
          `.navigation [data-view=${wanted}][aria-current], #paneel[data-panel=${wanted}]`,
        ) !== null,
      view,
    );
  }
}

/** What a field holds after a paste, told as the browser tells it. */
const fillField = (selector: string, text: string): Promise<void> =>
  webkit.evaluate(
    (wanted: string, content: string) => {
      const field = document.querySelector<HTMLTextAreaElement>(wanted);
      if (field === null) throw new Error(wanted);
      const folded = field.closest('details');
      if (folded !== null) folded.open = true;
      field.value = content;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    selector,
    text,
  );

const press = (selector: string): Promise<void> =>
  webkit.evaluate((wanted: string) => {
    const button = document.querySelector<HTMLElement>(wanted);
    if (button === null) throw new Error(wanted);
    button.click();
  }, selector);

/** The file that a click saves, from the folder of downloads of this browser: really saved. */
async function saved(selector: string): Promise<{ name: string; text: string }> {
  // This browser saves nothing over a file of the same name, and asks nobody.
  for (const each of readdirSync(webkit.downloads)) rmSync(join(webkit.downloads, each));
  await press(selector);
  // The name is taken by an empty file first, and what comes in is written beside it.
  const name = await soon(() => {
    const there = readdirSync(webkit.downloads);
    const isBusy = there.some((each) => each.endsWith('.wkdownload'));
    return isBusy
      ? undefined
      : there.find((each) => statSync(join(webkit.downloads, each)).size > 0);
  });
  return { name, text: readFileSync(join(webkit.downloads, name), 'utf8') };
}

async function soon(ask: () => string | undefined): Promise<string> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error('nothing was saved');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.each(['file', 'site'] as const)('over %s', (wrapping) => {
  const address = (): string => (wrapping === 'file' ? singleFile : site);
  afterEach(async () => {
    expect(await webkit.said()).toEqual([]);
  });

  test('a name and Enter give the answer', async () => {
    await webkit.open(address());
    await webkit.type('#zoek', `breda${keys.enter}`);
    expect(await shows('[data-testid=kaart]', '932')).toContain('Breda');
  });

  test('a link opens its municipality', async () => {
    await webkit.open(`${address()}#v1/round=2026&municipality=GM0484`);
    await shows('[data-testid=kaart]', '628');
  });

  test('two dropped files give an answer of their own; nothing but the program itself is asked of the server', async () => {
    await webkit.open(address());
    await openView('input');
    await shows('#paneel', 'bestand');
    const before = asked.length;
    await webkit.evaluate(
      (files: readonly { name: string; bytes: readonly number[] }[]) => {
        const transfer = new DataTransfer();
        for (const { name, bytes } of files)
          transfer.items.add(new File([new Uint8Array(bytes)], name));
        const zone = document.querySelector('.drop') ?? document.body;
        for (const type of ['dragenter', 'dragover', 'drop'])
          zone.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
          );
      },
      ['inwoners-windows-1252.csv', 'scores-komma.csv'].map((name) => ({
        name,
        bytes: [...readFileSync(data(name))],
      })),
    );
    await webkit.waitFor(() => document.querySelectorAll('.file').length >= 2);
    await openView('country');
    await webkit.waitFor(
      () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 2,
    );
    // The service worker may still be keeping the program itself.
    const isOurs = (path: string): boolean => existsSync(join(root, 'dist', 'site', path));
    expect(asked.slice(before).filter((path) => !isOurs(path))).toEqual([]);
  });

  test('a pasted table stands beside the own result', async () => {
    await webkit.open(`${address()}#v1/round=example&municipality=GM9909`);
    await openView('compare');
    await webkit.waitFor(() => document.querySelector('#vergelijk-plak') !== null);
    await fillField(
      '#vergelijk-plak',
      'Gemeente\tTotaal\nAardenhaven\t100\nHeidestein\t84\nVroeger\t5\nTotaal\t1.000\n',
    );
    await webkit.waitFor(
      () =>
        document.querySelector('.drop .utrecht-button--primary-action:not([disabled])') !== null,
    );
    await press('.drop .utrecht-button--primary-action');
    await shows('[data-testid=kop]', '2 van 4 regels precies gelijk');
    await shows('[data-testid=vergelijking]', 'Vroeger');
  });

  test('a receipt is saved, has the bytes of the command line, and is verified', async () => {
    await webkit.open(`${address()}#v1/round=example&municipality=GM9909`);
    await openView('share');
    const receipt = await saved('[data-testid=rekenbewijs]');
    expect(receipt.name).toMatch(/^rekenbewijs-example.*\.json$/);
    const { stdout } = spawnSync(
      process.execPath,
      [`${root}dist/spreidingswijzer.mjs`, 'receipt', '--round', 'example'],
      { encoding: 'utf8' },
    );
    expect(receipt.text).toBe(stdout);
    const good = join(folder, 'goed.json');
    const forged = join(folder, 'vals.json');
    writeFileSync(good, receipt.text);
    writeFileSync(forged, receipt.text.replace('"places":45', '"places":46'));
    await openView('proof');
    await webkit.type('input#bewijs', good);
    await shows('[data-testid=nagekeken]', 'Het rekenbewijs klopt:');
    await webkit.type('input#bewijs', forged);
    await shows('[data-testid=nagekeken]', 'klopt niet');
  });

  test('a dossier is saved and opens again', async () => {
    await webkit.open(`${address()}#v1/round=example&municipality=GM9909`);
    await openView('dossier');
    await webkit.type('#notities', 'Gebeld met de provincie');
    const dossier = await saved('[data-testid=dossier-bewaren]');
    expect(dossier.name).toMatch(/^spreidingswijzer-dossier-\d{4}-\d\d-\d\d.*\.json$/);
    await webkit.open(address());
    await openView('dossier');
    await webkit.waitFor(() => document.querySelector('#dossier-plakken') !== null);
    await fillField('#dossier-plakken', dossier.text);
    await webkit.waitFor(
      () => document.querySelector('details[open] button:not([disabled])') !== null,
    );
    await press('details[open] button');
    await webkit.waitFor(() => document.querySelector('[data-testid=dossier-geopend]') !== null);
    expect(
      await webkit.evaluate(() => document.querySelector<HTMLTextAreaElement>('#notities')?.value),
    ).toBe('Gebeld met de provincie');
    expect(await webkit.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('the sheet of the provincial table is typed in and pasted into with keys', async () => {
    await webkit.open(address());
    await openView('table');
    await webkit.waitFor(() => document.querySelector('[data-testid=tafel-voorbeeld]') !== null);
    await press('[data-testid=tafel-voorbeeld]');
    await shows('[data-testid=tafel-gedekt]', 'Aangeboden 2.124 van 2.200 plekken');
    const goTo = async (cell: string): Promise<void> => {
      // The sheet is drawn after the sums above it, and anew with what comes of them.
      await webkit.waitFor((at: string) => {
        const found = document.querySelector<HTMLElement>(
          `[data-testid=tafel-aanbod] [data-cell="${at}"]`,
        );
        if (found?.tabIndex === 0) found.focus();
        else found?.click();
        return found !== null && document.activeElement === found;
      }, cell);
    };
    await goTo('1-11');
    await webkit.press(`17${keys.enter}`);
    await shows('[data-testid=tafel-gedekt]', '2.141 van 2.200');
    // What a spreadsheet would leave on the clipboard, copied from a field of this page.
    await webkit.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'klembord';
      field.value = 'Boterdal\t1.020\nAnkerveen\t10';
      document.body.append(field);
      field.focus();
      field.select();
    });
    await webkit.chord('c');
    await webkit.evaluate(() => {
      document.querySelector('#klembord')?.remove();
    });
    await goTo('0-11');
    await webkit.chord('v');
    // 1,020 takes the place of the 17 of Boterdal; the names decide, not the order.
    await shows('[data-testid=tafel-gedekt]', '3.154 van 2.200');
  });
});
