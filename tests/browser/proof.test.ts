// Receipts, links and the calculation sheet as the built page makes them, in stock browsers.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { sheetXml, xlsx } from '../files/documents.ts';
import { files as tables, makeReceipts, questions } from '../receipts.ts';
import {
  catchFiles,
  choose,
  data,
  findingsOfAxe,
  launch,
  openView,
  root,
  savedFile,
} from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-'));
let site = '';
beforeAll(async () => {
  site = await serve(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = `file://${root}dist/spreidingswijzer.html`;
const inNode = (): string =>
  spawnSync(
    process.execPath,
    [`${root}dist/spreidingswijzer.mjs`, 'receipt', '--round', 'example'],
    {
      encoding: 'utf8',
    },
  ).stdout;

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address);
  await page.waitForSelector('#inhoud');
  return page;
}

/** The bytes that a click saves, as text of one byte per character. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: string }> {
  await catchFiles(page);
  await page.click(button);
  const { name, bytes } = await savedFile(page);
  return { name, bytes: bytes.toString('latin1') };
}

const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const verdict = (page: Page): Promise<string> =>
  page.$eval('[data-testid=nagekeken]', (box) => (box as HTMLElement).innerText);

async function verified(page: Page, files: string[], waitFor: string): Promise<string> {
  const input = await page.$('input#bewijs');
  if (input === null) throw new Error('no field');
  await input.uploadFile(...files);
  await page.waitForFunction(
    (text: string) =>
      document.querySelector('[data-testid=nagekeken]')?.textContent.includes(text) === true,
    {},
    waitFor,
  );
  return verdict(page);
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch[name]();
    });
    afterAll(async () => {
      await browser.close();
    });

    test('the receipt has the bytes that it has in Node, and its claim those that it has natively', async () => {
      for (const address of [file, site]) {
        const page = await opened(browser, `${address}#v1/round=example&view=proof`);
        const proofText = await page.$eval('#paneel', (panel) => (panel as HTMLElement).innerText);
        await openView(page, 'share');
        const receipt = await saved(page, '[data-testid=rekenbewijs]');
        const text = Buffer.from(receipt.bytes, 'latin1').toString('utf8');
        expect(receipt.name).toBe('rekenbewijs-example.json');
        expect(text).toBe(inNode());
        const { claim } = JSON.parse(text) as { claim: unknown };
        const golden = readFileSync(`${root}tests/data/receipts/example.claim.sha256`, 'utf8');
        const sha256 = createHash('sha256')
          .update(canonicalize(claim) ?? '')
          .digest('hex');
        expect(sha256).toBe(golden.trim());
        // What is printed on paper ties it to the receipt.
        expect(proofText).toContain(golden.trim());
        const sheet = await saved(page, '[data-testid=rekenblad]');
        expect(sheet.name).toBe('rekenblad-example.xlsx');
        expect(sheet.bytes.startsWith('PK')).toBe(true);
        await page.close();
      }
    });

    test('the receipt of every operation has the bytes that it has in Node', async () => {
      const wasm = readFileSync(`${root}dist/spreidingswijzer.wasm`);
      const { load } = (await import(
        `${root}build/node/index.mjs`
      )) as typeof import('../../wasm/index.ts');
      const asked = questions.map(({ parameters }) => parameters);
      const there = makeReceipts(await load(wasm), tables, asked);
      const { outputFiles } = await build({
        entryPoints: [`${root}wasm/index.ts`],
        bundle: true,
        write: false,
        format: 'iife',
        globalName: 'spreiding',
        footer: { js: 'globalThis.spreiding = spreiding;' },
        target: 'es2022',
        define: { 'import.meta.url': 'location.href' },
      });
      const page = await opened(browser, file);
      await page.evaluate(
        `${outputFiles[0]?.text ?? ''};globalThis.makeReceipts = ${makeReceipts.toString()};`,
      );
      const here = await page.evaluate(
        async (program: string, given: typeof tables, parameters: typeof asked) => {
          const made = globalThis as unknown as {
            spreiding: { load: typeof load };
            makeReceipts: typeof makeReceipts;
          };
          const bytes = Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0));
          return made.makeReceipts(await made.spreiding.load(bytes), given, parameters);
        },
        wasm.toString('base64'),
        tables,
        asked,
      );
      for (const [at, { name: question, claim }] of questions.entries()) {
        expect(here[at], question).toEqual(there[at]);
        expect((there[at] as { claim: string }).claim, question).toBe(claim);
      }
      await page.close();
    });

    test('a receipt is checked in the page; a bad one is refused and nothing else changes', async () => {
      const good = join(folder, 'goed.json');
      const forged = join(folder, 'vals.json');
      const deep = join(folder, 'diep.json');
      writeFileSync(good, inNode());
      writeFileSync(forged, inNode().replace('"places":45', '"places":46'));
      writeFileSync(deep, '['.repeat(500_000));
      const page = await opened(browser, `${file}#v1/round=2024&municipality=GM0193&view=proof`);
      expect(await verified(page, [good], 'Het rekenbewijs klopt:')).toContain('versie');
      const wrong = await verified(page, [forged], 'klopt niet');
      expect(wrong).toContain('figures.municipalities[2].places');
      expect(await findingsOfAxe(page)).toEqual([]);
      expect(await verified(page, [deep], 'te diep genest')).toContain('niet nagekeken');
      expect(await addressOf(page)).toBe('#v1/round=2024&municipality=GM0193&view=municipality');
      expect(await page.$('[data-testid=verantwoording-gemeenten]')).not.toBeNull();
      await page.close();
    });

    test('a receipt of derived bounds holds in the page, and a forged bound does not', async () => {
      const good = join(folder, 'afgeleid.json');
      const forged = join(folder, 'afgeleid-vals.json');
      const command = [`${root}dist/spreidingswijzer.mjs`, 'receipt', '--round', '2026'];
      const made = spawnSync(process.execPath, [...command, '--need', '96000', '--out', good]);
      expect(made.status).toBe(0);
      const receipt = readFileSync(good, 'utf8');
      expect(receipt).toContain('"high":980,"low":979');
      writeFileSync(forged, receipt.replace('"high":980,"low":979', '"high":979,"low":979'));
      const page = await opened(browser, `${file}#v1/round=2026&municipality=GM0014&view=proof`);
      expect(await verified(page, [good], 'Het rekenbewijs klopt:')).toContain('2026');
      expect(await verified(page, [forged], 'klopt niet')).toContain(
        'figures.municipalities[0].places.high',
      );
      await page.close();
    });

    test('what is supposed is in the link, and opens as it was; its receipt holds', async () => {
      const page = await opened(
        browser,
        `${file}#v1/round=example&municipality=GM9908&view=country&weight=0.5&setminors=50&set=GM9902__90000&merge=GM9908_GM9909_GM9910`,
      );
      await page.waitForSelector('[data-testid=wat-als-uitkomst]');
      const value = (selector: string): Promise<string> =>
        page.$eval(selector, (field) => (field as HTMLInputElement).value);
      expect(await value('[data-testid=wat-als-gewicht-getal]')).toBe('0,5');
      expect(await value('#wat-als-amv')).toBe('50');
      expect(await value('#wat-als-inwoners-GM9902')).toBe('90000');
      expect(await page.$$eval('.chips li', (all) => all.length)).toBe(3);
      await page.focus('#wat-als-behoefte');
      await page.keyboard.type('2000');
      await page.waitForFunction(() => location.hash.includes('&setneed=2000'));
      expect(await addressOf(page)).toContain('set=GM9902__90000&merge=GM9908_GM9909_GM9910');
      const receipt = await saved(page, '[data-testid=rekenbewijs-whatIf]');
      const proof = join(folder, 'wat-als.json');
      writeFileSync(proof, Buffer.from(receipt.bytes, 'latin1'));
      await openView(page, 'proof');
      expect(await verified(page, [proof], 'Het rekenbewijs klopt:')).toContain('versie');
      // A link without it sets everything back.
      await page.evaluate(() => {
        location.hash = '#v1/round=example&municipality=GM9908&view=country';
      });
      await page.waitForFunction(() => document.querySelector('.chips') === null);
      await page.close();
    });

    test('a spreadsheet is handed over for a receipt that was made from it', async () => {
      const rows = [
        ['code', 'naam', 'provincie', 'inwoners'],
        ['GM0001', 'A', 'Utrecht', 300],
        ['GM0002', 'B', 'Utrecht', 100],
      ];
      const book = join(folder, 'boek.xlsx');
      writeFileSync(book, xlsx([{ name: 'inwoners', xml: sheetXml(rows) }]));
      const scores = join(folder, 's.csv');
      writeFileSync(scores, 'code,score\nGM0001,0.25\nGM0002,-0.1\n');
      const { stdout } = spawnSync(
        process.execPath,
        [
          `${root}dist/spreidingswijzer.mjs`,
          ...['receipt', '--population', book, '--scores', scores, '--need', '100'],
        ],
        { encoding: 'utf8' },
      );
      const proof = join(folder, 'boek.json');
      writeFileSync(proof, stdout);
      const page = await opened(browser, `${file}#v1/round=2024&view=proof`);
      expect(await verified(page, [proof, book], 'Het rekenbewijs klopt:')).not.toContain(
        'vingerafdruk',
      );
      expect(await verified(page, [proof], 'vingerafdruk')).toContain('Het rekenbewijs klopt:');
      await page.close();
    });

    test('an opened link shows the same in the file and in the site, and the address follows', async () => {
      const shown: string[] = [];
      for (const address of [file, site]) {
        const page = await opened(
          browser,
          `${address}#v1/round=example&municipality=GM9908&need=2000&view=municipality`,
        );
        await page.waitForSelector('[data-testid=kaart]');
        shown.push(
          await page.$eval('[data-testid=kaart]', (card) => (card as HTMLElement).innerText),
        );
        await openView(page, 'proof');
        // What opens beside the room is no place to link to; another room is.
        expect(await addressOf(page)).toBe(
          '#v1/round=example&municipality=GM9908&need=2000&view=municipality',
        );
        await openView(page, 'country');
        expect(await addressOf(page)).toBe(
          '#v1/round=example&municipality=GM9908&need=2000&view=country',
        );
        await page.close();
      }
      expect(shown[0]).toContain('Lindewoude');
      expect(shown[0]).toContain('19');
      expect(shown[1]).toBe(shown[0]);
    });

    test('a link of another version, and a broken one, say so and break nothing', async () => {
      const page = await browser.newPage();
      for (const [fragment, sentence] of [
        ['#v9/round=2024', 'van een andere versie'],
        ['#v1/need=veel', 'klopt niet'],
        ['#v1/round=1999', 'de ronde “1999”, en die kent dit programma niet'],
        ['#v1/round=2024&municipality=GM0001', 'die er in ronde 2024 niet is: GM0001'],
        ['#v1/round=2024&set=GM0001_0.1_', 'die er in ronde 2024 niet is: GM0001'],
        ['#v1/round=2024&round=2026', 'staat “round” twee keer'],
        ['#v1/round=2024&view=nergens', 'niet kent: “view=nergens”'],
        ['#v1/data=AAAA', 'klopt niet'],
        ['#v1/%E0%A4%A', ''],
        ['#v1/round=2024&kleur=rood', 'niet kent: “kleur”'],
      ] as const) {
        // Another fragment alone would not load it again.
        await page.goto('about:blank');
        await page.goto(file + fragment);
        await page.waitForSelector('#zoek');
        if (sentence !== '') {
          await page.waitForSelector('[data-testid=link-melding]');
          expect(
            await page.$eval('[data-testid=link-melding]', (notice) => notice.textContent),
            fragment,
          ).toContain(sentence);
        }
        expect(await addressOf(page)).not.toContain('data=');
      }
      await page.close();
    });

    test('own data never come into the address; a link with files says so, and leaves the address on opening', async () => {
      const page = await opened(browser, file);
      await openView(page, 'input');
      await choose(page, [data('inwoners-windows-1252.csv'), data('scores-komma.csv')]);
      await openView(page, 'share');
      expect(await addressOf(page)).not.toMatch(/inwoners|scores|csv|data/);
      await page.click('[data-testid=vraaglink]');
      await page.waitForSelector('[data-testid=link] textarea');
      expect(await page.$eval('[data-testid=link]', (box) => box.textContent)).toContain(
        'Er zit niets in uit uw bestanden',
      );
      await page.click('[data-testid=datalink]');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=link]')?.textContent.includes('uw bestanden zelf'),
      );
      const link = await page.$eval(
        '#gemaakte-link',
        (field) => (field as HTMLTextAreaElement).value,
      );
      // From a file a link has no address: it says what to do with it.
      expect(link).toMatch(/^Spreidingswijzer: .*“Open een link”.*: #v1\/.*data=[\w-]+$/);
      expect(await addressOf(page)).not.toContain('data');
      await page.close();

      const other = await opened(browser, file + link.slice(link.indexOf('#')));
      await openView(other, 'country');
      await other.waitForFunction(
        () => document.querySelectorAll('[data-testid=tabel-gemeenten] tbody tr').length === 2,
      );
      expect(await addressOf(other)).not.toContain('data');
      // Beside the figures: somebody else sent them.
      expect(await other.$eval('main', (main) => main.innerText)).toContain(
        'meegekomen met een link, niet door u geladen',
      );
      const visited = await other.evaluate(() => JSON.stringify(history.state));
      expect(visited).not.toMatch(/data|inwoners/);
      await other.close();
    });

    test('nothing navigates away, and no link outward carries data', async () => {
      const page = await opened(browser, file);
      const navigations: string[] = [];
      page.on('framenavigated', (frame) => navigations.push(frame.url()));
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const outward = async (): Promise<Set<string>> => {
        const found = new Set<string>();
        for (const view of ['municipality', 'country', 'input', 'dossier', 'proof']) {
          await openView(page, view);
          const links = await page.$$eval('a[href]', (anchors) =>
            anchors.map((anchor) => anchor.href),
          );
          for (const href of links) if (/^https?:/.test(href)) found.add(href);
          expect(await page.$$('iframe, object, embed, img[src^=http]')).toEqual([]);
        }
        return found;
      };
      const before = await outward();
      await openView(page, 'input');
      await choose(page, [data('inwoners-windows-1252.csv'), data('scores-komma.csv')]);
      const after = await outward();
      expect(after.size).toBeGreaterThan(3);
      // Loading files gives no address outward that was not there without them.
      for (const href of after) expect(before.has(href), href).toBe(true);
      await openView(page, 'share');
      await page.click('[data-testid=rekenbewijs]');
      await page.click('[data-testid=rekenblad]');
      await page.click('[data-testid=datalink]');
      await page.waitForSelector('[data-testid=link]');
      expect(navigations.filter((url) => !url.startsWith(file))).toEqual([]);
      expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
      await page.close();
    });

    test('the accountability view reads without a mouse and prints without its buttons', async () => {
      const page = await opened(browser, `${file}#v1/round=example&municipality=GM9908&view=proof`);
      await page.waitForSelector('[data-testid=bestanden-tabel]');
      for (const theme of ['light', 'dark']) {
        await page.select('#weergave', theme);
        expect(await findingsOfAxe(page)).toEqual([]);
      }
      expect(
        await page.$eval('[data-testid=verantwoording-gemeenten]', (table) => table.textContent),
      ).toContain('9,500000000');
      // Firefox's driver cannot show a page as print.
      if (name === 'chromium') {
        await page.emulateMediaType('print');
        // The style of the print takes its turn after the command has been answered.
        await page.waitForFunction(() =>
          [...document.querySelectorAll('.no-print')].every(
            (part) => getComputedStyle(part).display === 'none',
          ),
        );
        await page.emulateMediaType('screen');
      }
      await page.select('#ronde', '2024');
      await page.waitForSelector('[data-testid=schatting]');
      await openView(page, 'share');
      await page.click('[data-testid=rekenblad]');
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=meegegeven]')
          ?.textContent.includes('Op een schatting wordt geen rekenblad gemaakt'),
      );
      await page.select('#ronde', '2026');
      await page.click('[data-testid=rekenblad]');
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=meegegeven]')
          ?.textContent.includes('Het Rekenblad is bewaard'),
      );
      await page.close();
    });
  });
}
