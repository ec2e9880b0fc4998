// The report of a province as large as they come, on A4: 65 municipalities, 300 locations, 30 exchanges.
import type { Browser, Page } from 'puppeteer-core';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, openPage, openView, singleFile } from './browsers.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-paper-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const municipalities = Array.from({ length: 65 }, (_, at) => ({
  code: `GM${String(1001 + at)}`,
  name: `Plaats ${String(at + 1)}`,
  indicative: 40 + ((at * 37) % 900),
  minors: 3,
  ukraine: at,
  statusHolders: { '2027-1': 5 + at },
}));
const codeOf = (at: number): string => `GM${String(1001 + at)}`;
const workspace = {
  province: 'Papierland',
  round: '2026',
  task: { total: 30_000, minors: null, basis: 'own_input', source: 'proef' },
  municipalities,
  locations: ['locaties.csv'],
  dates: ['2027-07-01'],
  calendar: [],
  exchanges: Array.from({ length: 30 }, (_, at) => ({
    id: String(at + 1),
    date: '2026-10-14',
    status: 'agreed',
    ratio: '',
    note: '',
    public: true,
    transfers: [
      { ledger: 'asylum_regular', from: codeOf(at), to: codeOf(at + 30), number: 2 },
      {
        ledger: 'status_holders',
        halfYear: '2027-1',
        from: codeOf(at + 30),
        to: codeOf(at),
        number: 1,
      },
    ],
  })),
  decision: { day: '2027-07-01', until: '2028-02-01' },
  openPoints: [],
};
const locations = Array.from(
  { length: 300 },
  (_, at) =>
    `${codeOf(at % 65)};${String(at + 1)};Huis ${String(at + 1)};regulier;${String(10 + (at % 90))};2026-01-01;;bestaand;ja`,
);
const written = [join(folder, 'werkruimte.json'), join(folder, 'locaties.csv')] as const;
writeFileSync(written[0], JSON.stringify(workspace));
writeFileSync(
  written[1],
  `gemeentecode;nummer;locatie;soort;plekken;van;tot en met;zekerheid;openbaar\n${locations.join('\n')}\n`,
);

interface Sheet {
  readonly lines: readonly string[];
  readonly isAcross: boolean;
}

function sheetsOf(path: string): Sheet[] {
  const sizes = [
    ...execFileSync('pdfinfo', ['-l', '999', path], { encoding: 'utf8' }).matchAll(
      /size: +([\d.]+) x ([\d.]+)/g,
    ),
  ];
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, sizes.length)
    .map((text, at) => ({
      lines: text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      isAcross: Number(sizes[at]?.[1]) > Number(sizes[at]?.[2]),
    }));
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let browser: Browser;
    let page: Page;
    let said: string[];
    let sheets: Sheet[];
    beforeAll(async () => {
      browser = await launch[name]();
      ({ page, said } = await openPage(browser));
      await openView(page, 'table');
      const field = await page.waitForSelector('input#werkruimte');
      await (field as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(
        ...written,
      );
      await page.waitForSelector('[data-testid=tafel-aanbod] tbody tr');
      await page.click('[data-part=report]');
      await page.waitForSelector('[data-testid=tafel-verslag]');
      await page.click('input[value=confidential]');
      await page.waitForFunction(
        () =>
          document.querySelector('[data-testid=tafel-verslag]')?.textContent.includes('Huis 1') ===
          true,
      );
      const path = join(folder, `${name}.pdf`);
      // Firefox does not know `preferCSSPageSize`, and follows the style anyway.
      await page.pdf({
        path,
        ...(name === 'chromium' ? { preferCSSPageSize: true } : { format: 'A4' }),
      });
      sheets = sheetsOf(path);
    });
    afterAll(async () => {
      await browser.close();
    });

    test('no sum stands alone on a sheet: rows that it sums stand above it', () => {
      const sums = sheets.flatMap(({ lines }) =>
        lines.flatMap((line, at) => (/^Som\b/.test(line) ? [lines.slice(at - 3, at)] : [])),
      );
      // Test B, and the four tasks of the exchange.
      expect(sums.length).toBe(5);
      for (const above of sums)
        expect(above.filter((line) => line.startsWith('Plaats')).length).toBe(3);
    });

    test('a heading stands above rows of its own table', () => {
      for (const title of [
        'Aangeboden plekken op',
        'Toets B',
        'Uitruil: overdrachten',
        'Uitruil: stand per taak',
        'taakstelling huisvesting vergunninghouders (statushouders), personen',
        'plekken voor ontheemden uit Oekraïne (aantal',
        'Locaties',
        'Kalender',
        'Verantwoording',
      ]) {
        const sheet = sheets.find(({ lines }) => lines.some((line) => line.startsWith(title)));
        const at = sheet?.lines.findIndex((line) => line.startsWith(title)) ?? Infinity;
        expect((sheet?.lines.length ?? 0) - at, title).toBeGreaterThan(5);
      }
    });

    test('what has many columns lies across every one of its sheets, whole, and each row once', () => {
      const found = sheets.flatMap(({ lines, isAcross }) =>
        lines.flatMap((line) => {
          const house = /\bHuis (\d+)\b/.exec(line)?.[1];
          return house === undefined ? [] : [{ house, line, isAcross }];
        }),
      );
      expect(found.map(({ house }) => house)).toEqual(locations.map((_, at) => String(at + 1)));
      for (const { line, isAcross } of found) {
        expect(isAcross).toBe(true);
        expect(line).toMatch(/^Plaats \d+ .*1 januari 2026 .*bestaand +ja$/);
      }
    });

    test('the whole is no thicker than it has to be, and the console stays silent', () => {
      expect(sheets.length).toBeLessThanOrEqual(38);
      expect(said).toEqual([]);
    });
  });
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(`the rooms in ${name}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch[name]();
    });
    afterAll(async () => {
      await browser.close();
    });
    const printed = async (asked: string, wanted: string): Promise<Sheet[]> => {
      const page = await browser.newPage();
      await page.goto(`${singleFile}${asked}`);
      await page.waitForSelector(wanted);
      await page.waitForSelector('.footer');
      const path = join(folder, `${name}-room.pdf`);
      await page.pdf({
        path,
        ...(name === 'chromium' ? { preferCSSPageSize: true } : { format: 'A4' }),
      });
      await page.close();
      return sheetsOf(path);
    };
    const wordsOf = (sheets: readonly Sheet[]): string =>
      sheets
        .flatMap(({ lines }) => lines)
        .join(' ')
        .replace(/\s+/g, ' ');

    test('the answer is one sheet, with its source and standing, and nothing to press', async () => {
      for (const [asked, ...wanted] of [
        ['#v1/round=2026&municipality=GM0758', '932 plekken', 'volgens OOZO, 2 maart 2026'],
        ['#v1/round=2024&municipality=GM0358', 'tussen 209 en 213 plekken', '63 van de 65'],
      ] as const) {
        const sheets = await printed(asked, '[data-testid=kaart] [data-testid=rondes]');
        expect([asked, sheets.length]).toEqual([asked, 1]);
        const words = wordsOf(sheets);
        for (const part of [...wanted, 'geen besluit', 'Afgedrukt op'])
          expect(words).toContain(part);
        for (const control of [
          'Bewaar naast elkaar',
          'Naam van dit scenario',
          'Vergelijk met een gepubliceerde tabel',
          'Hoe is dat berekend?',
          'Zoek een gemeente',
        ])
          expect(words).not.toContain(control);
      }
    });

    test('a long table has its heads on every sheet and its sums once, at the end, over nothing', async () => {
      const sheets = await printed(
        '#v1/round=2026&view=country',
        '[data-testid=tabel-gemeenten] tfoot',
      );
      const isHead = (line: string): boolean => /^Gemeente\b.*\bInwoners\b/.test(line);
      const isRow = (line: string): boolean =>
        / \d[\d.]* +[A-Z]\D*\d+\.\d{3} +(?:niet bekend|\d)/.test(line);
      const withRows = sheets.filter(({ lines }) => lines.filter(isRow).length > 14);
      expect(withRows.length).toBeGreaterThan(4);
      for (const { lines } of withRows) expect(lines.some(isHead)).toBe(true);
      const sums = sheets.flatMap(({ lines }, at) =>
        lines.some((line) => /^Opvangplaatsen\b.* \d\d\.\d{3}\.\d{3} /.test(line)) ? [at] : [],
      );
      // Of the provinces, and of the municipalities.
      expect(sums).toHaveLength(2);
      expect(sums[1]).toBeGreaterThanOrEqual(sheets.indexOf(withRows.at(-1) as Sheet));
      // The first sheet has the map, not a heading alone.
      expect(sheets[0]?.lines.length ?? 0).toBeGreaterThan(10);
    });

    test('a table of many columns lies across the paper, with all of them', async () => {
      const sheets = await printed(
        '#v1/round=2026&view=compare',
        '[data-testid=beeld-verschil] svg',
      );
      const across = sheets.filter(({ isAcross }) => isAcross);
      expect(across.length).toBeGreaterThan(4);
      for (const { lines } of across.slice(0, -1)) {
        const head = lines.slice(0, 6).join(' ');
        for (const column of ['Gemeente', 'behoefte', 'inwoners', 'score', 'afronden'])
          expect(head).toContain(column);
      }
    });

    test('the sheet of a province to type in is on paper with every column, the last too', async () => {
      const page = await browser.newPage();
      await page.goto(singleFile);
      await openView(page, 'table');
      const field = await page.waitForSelector('input#werkruimte');
      await (field as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(
        ...written,
      );
      await page.waitForSelector('[data-testid=tafel-aanbod] tbody tr');
      const path = join(folder, `${name}-sheet.pdf`);
      await page.pdf({
        path,
        ...(name === 'chromium' ? { preferCSSPageSize: true } : { format: 'A4' }),
      });
      await page.close();
      const across = sheetsOf(path).filter(({ isAcross }) => isAcross);
      for (let at = 1; at <= 65; at += 1)
        expect(
          across.filter(({ lines }) =>
            lines.some((line) => line.startsWith(`Plaats ${String(at)} `)),
          ),
        ).toHaveLength(1);
      // Of those in other currencies than places: the last column but one.
      const last = across.flatMap(({ lines }) =>
        lines.filter((line) => /^Plaats 65 .*\b69\b/.test(line)),
      );
      expect(last).toHaveLength(1);
    });

    // Firefox draws nothing in the margin of a sheet but its own numbers, which are set in its dialog.
    test.runIf(name === 'chromium')('every sheet has its number', async () => {
      const sheets = await printed(
        '#v1/round=2026&view=country',
        '[data-testid=tabel-gemeenten] tfoot',
      );
      sheets.forEach(({ lines }, at) => {
        expect(lines.at(-1)?.replace(/\s+/g, ' ') ?? '').toContain(
          `${String(at + 1)} / ${String(sheets.length)}`,
        );
      });
    });
  });
}
