// The report of a province as large as they come, on A4: 65 municipalities, 300 locations, 30 exchanges.
import type { Browser, Page } from 'puppeteer-core';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, openPage, openView } from './browsers.ts';

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
