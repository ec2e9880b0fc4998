// Paper and Word: the annex for a council, and any view printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patchDetector } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'puppeteer-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { catchFiles, findingsOfAxe, launch, openPage, openView, savedFile } from './browsers.ts';

let browser: Browser;
let page: Page;
let folder: string;
let said: string[];
beforeAll(async () => {
  browser = await launch.chromium();
  folder = mkdtempSync(join(tmpdir(), 'spreidingswijzer-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  ({ page, said } = await openPage(browser));
});
afterEach(async () => {
  expect(said).toEqual([]);
  await page.close({ runBeforeUnload: false });
});

async function chooseMunicipality(name: string): Promise<void> {
  await page.focus('#zoek');
  await page.keyboard.type(name);
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=kaart]');
}

/** What the browser's own PDF says of itself and holds, page by page. */
async function printed(): Promise<{ info: string; pages: string[] }> {
  const path = join(folder, 'print.pdf');
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  writeFileSync(path, pdf);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang \(nl\)/);
  const read = (command: string, args: string[]): string => {
    const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
    expect(status).toBe(0);
    return stdout;
  };
  return {
    info: read('pdfinfo', [path]),
    pages: read('pdftotext', ['-layout', path, '-'])
      .split('\f')
      .filter((text) => text.trim() !== '')
      .map((text) => text.replace(/\s+/g, ' ')),
  };
}

describe('the annex for a council', () => {
  test('is two sheets of tagged A4 with every part in its place', async () => {
    await chooseMunicipality('alphen');
    await openView(page, 'report');
    await page.focus('#bestaand');
    await page.keyboard.type('120');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Locatie Oost, tot 2028');
    const { info, pages } = await printed();
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)/);
    expect(info).toContain('Alphen aan den Rijn');
    expect(pages).toHaveLength(2);
    const [first = '', second = ''] = pages;
    for (const sentence of [
      'Bijlage bij raadsinformatiebrief',
      'Kernboodschap',
      'Voor Alphen aan den Rijn noemt Nieuws in Alphen (2 maart 2026) een indicatief getal van 628 opvangplaatsen.',
      'geen besluit',
      'waarvan voor amv',
      'Opgave van de provincie Zuid-Holland 18.175',
      'Vorige ronde (ronde 2024)',
      'De gemeente geeft zelf 120 bestaande opvangplaatsen op. Locatie Oost, tot 2028',
      'Planning',
      'Provincies kregen tot begin december',
      '1 / 2',
    ])
      expect(first).toContain(sentence);
    for (const sentence of [
      'Wat de raad wel en niet beslist',
      'Berekening',
      'de officiële score ontbreekt in dit programma',
      'Bronnen',
      '2 / 2',
    ])
      expect(second).toContain(sentence);
    // No range and no navigation on paper.
    expect(pages.join(' ')).not.toMatch(/tussen \d|Eigen gegevens|een schatting/);
  });

  test('carries its sum when the figure is computed, also for the longest names', async () => {
    await page.select('#ronde', 'example');
    await chooseMunicipality('lindewoude');
    await openView(page, 'report');
    const { pages } = await printed();
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('verzonnen');
    expect(pages[1]).toContain('(1 + −0,050) × 10.000');
  });

  test('is not offered on an estimate', async () => {
    await page.select('#ronde', '2024');
    await chooseMunicipality('winterswijk');
    await openView(page, 'report');
    expect(await page.$eval('[data-testid=geen-bijlage]', (part) => part.textContent)).toContain(
      'alleen een marge',
    );
    expect(await page.$('[data-testid=bijlage]')).toBeNull();
    expect(await page.$('[data-testid=download-word]')).toBeNull();
  });

  test('opens as a Word document with headings, tables, title and language', async () => {
    await chooseMunicipality('breda');
    await openView(page, 'report');
    await catchFiles(page);
    await page.click('[data-testid=download-word]');
    const { bytes: file } = await savedFile(page);
    // A library for Word documents reads it (and finds no placeholders, because there are none) …
    expect(await patchDetector({ data: file })).toEqual([]);
    // … and every part is well-formed.
    const parts = Object.entries(unzipSync(file)).map(
      ([name, part]) => [name, strFromU8(part)] as const,
    );
    expect(parts.map(([name]) => name)).toContain('word/document.xml');
    for (const [name, xml] of parts) {
      const parser = new SaxesParser();
      parser.on('error', (fault) => {
        throw new Error(`${name}: ${fault.message}`);
      });
      parser.write(xml).close();
    }
    const part = (wanted: string): string => parts.find(([name]) => name === wanted)?.[1] ?? '';
    const text = part('word/document.xml');
    expect(text).toContain('een indicatief getal van 932 opvangplaatsen');
    expect(text.match(/"Heading1"/g)).toHaveLength(7);
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(part('docProps/core.xml')).toContain('Breda');
    expect(part('word/styles.xml')).toContain('nl-NL');
  });

  test('goes on the clipboard with headings and tables', async () => {
    await chooseMunicipality('breda');
    await openView(page, 'report');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          write: async ([item]: ClipboardItem[]) => {
            const html = await (await item?.getType('text/html'))?.text();
            const plain = await (await item?.getType('text/plain'))?.text();
            Object.assign(globalThis, { copied: { html, plain } });
          },
        },
      });
    });
    await page.click('[data-testid=kopieer-word]');
    await page.waitForFunction(() => 'copied' in globalThis);
    const { html, plain } = await page.evaluate(
      () => (globalThis as unknown as { copied: { html: string; plain: string } }).copied,
    );
    expect(html).toContain('<div lang="nl"><h1>Bijlage bij raadsinformatiebrief</h1>');
    expect(html).toContain('<th>Opvangplaatsen</th>');
    expect(plain).toContain('Indicatief getal van de gemeente\t932\tOOZO\t2 maart 2026');
  });

  test('has no finding of axe', async () => {
    await chooseMunicipality('breda');
    await openView(page, 'report');
    for (const theme of ['light', 'dark']) {
      await page.select('#weergave', theme);
      expect(await findingsOfAxe(page)).toEqual([]);
    }
  });
});

test('Firefox prints the annex on two sheets as well', async () => {
  const firefox = await launch.firefox();
  try {
    const opened = await openPage(firefox);
    page = opened.page;
    await chooseMunicipality('breda');
    await openView(page, 'report');
    const path = join(folder, 'firefox.pdf');
    writeFileSync(path, await page.pdf({ format: 'A4', printBackground: true }));
    const info = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(info.stdout).toMatch(/Pages:\s+2\n/);
    const printedText = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    for (const words of ['Kernboodschap', 'Breda', '932', 'Bronnen', '2 / 2'])
      expect(printedText.stdout).toContain(words);
    expect(opened.said).toEqual([]);
  } finally {
    await firefox.close();
    ({ page, said } = await openPage(browser));
  }
});

test('any view prints on A4 with title, date, version, fingerprints and page numbers', async () => {
  await openView(page, 'country');
  await page.select('#weergave', 'dark');
  const { info, pages } = await printed();
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(pages.length).toBeGreaterThan(3);
  const all = pages.join(' ');
  expect(pages[0]).toContain('Spreidingswijzer: Nederland');
  expect(pages[0]).toContain('Afgedrukt op');
  expect(pages[0]).toMatch(/population\/2025\.csv [0-9a-f ]{64,}/);
  expect(pages[0]).toContain(`1 / ${pages.length}`);
  expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
  expect(all).toContain('Zwolle');
  expect(all).toContain('Bron: CBS');
  expect(all).not.toContain('Kies het CBS-bestand');
});
