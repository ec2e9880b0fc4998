// The answer as a person meets it: the number first, who says so, how sure it is, and both rounds.
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { cells, findingsOfAxe, freshPages, openView, singleFile, unfold } from './browsers.ts';

const text = (page: Page, testId: string): Promise<string> =>
  page.$eval(`[data-testid=${testId}]`, (element) => (element as HTMLElement).innerText);

/** The answer for one municipality in one round, as its address asks for it. */
async function answerFor(page: Page, code: string, round: string, language: 'nl' | 'en') {
  await page.goto('about:blank');
  await page.goto(`${singleFile}#v1/round=${round}&municipality=${code}`);
  await page.waitForSelector('[data-testid=kaart]');
  // The button stands there in the language that it leads to.
  await (await page.$(`header button[lang=${language}]`))?.click();
  const [number = '', source = '', sure = ''] = await Promise.all(
    ['getal', 'bron', 'zekerheid'].map((testId) => text(page, testId)),
  );
  return { number, source, sure };
}

interface Expected {
  readonly code: string;
  readonly what: string;
  readonly round: '2024' | '2026';
  readonly places: { readonly nl: string; readonly en: string };
  readonly source: { readonly nl: string; readonly en: string };
  readonly sure: { readonly nl: string; readonly en: string };
}

const nos = {
  nl: 'volgens NOS Nieuwsuur, mei 2026',
  en: 'according to NOS Nieuwsuur, May 2026',
};
const third = { nl: 'Derde hand', en: 'Third hand' };
const second = { nl: 'Tweede hand', en: 'Second hand' };
const ownSum = {
  nl: 'Dat is een eigen som, geen gepubliceerd getal',
  en: 'That is an own sum, no published number',
};
const same = (number: string) => ({ nl: number, en: number });

const municipalities: Expected[] = [
  {
    code: 'GM0484',
    what: 'printed at second hand, and the same at third',
    round: '2026',
    places: same('628'),
    source: {
      nl: 'volgens Nieuws in Alphen, 2 maart 2026',
      en: 'according to Nieuws in Alphen, 2 March 2026',
    },
    sure: {
      nl: 'Hetzelfde getal ook volgens NOS Nieuwsuur',
      en: 'The same number also according to NOS Nieuwsuur',
    },
  },
  {
    code: 'GM0363',
    what: 'the largest',
    round: '2026',
    places: { nl: '4.089', en: '4,089' },
    source: nos,
    sure: third,
  },
  {
    code: 'GM0014',
    what: 'a student town',
    round: '2026',
    places: same('898'),
    source: nos,
    sure: third,
  },
  {
    code: 'GM0289',
    what: 'a student town',
    round: '2026',
    places: same('158'),
    source: nos,
    sure: third,
  },
  {
    code: 'GM0088',
    what: 'a tiny one',
    round: '2026',
    places: same('5'),
    source: nos,
    sure: third,
  },
  {
    code: 'GM0096',
    what: 'a tiny one',
    round: '2026',
    places: same('5'),
    source: nos,
    sure: third,
  },
  {
    code: 'GM1992',
    what: 'merged in 2023',
    round: '2026',
    places: same('392'),
    source: nos,
    sure: third,
  },
  {
    code: 'GM0377',
    what: 'with a newspaper’s own sum beside it',
    round: '2024',
    places: same('169'),
    source: { nl: 'volgens NH Nieuws, februari 2024', en: 'according to NH Nieuws, February 2024' },
    sure: ownSum,
  },
  {
    code: 'GM0088',
    what: 'a tiny one of which the press wrote',
    round: '2024',
    places: same('5'),
    source: { nl: 'volgens Kleur de Kamer', en: 'according to Kleur de Kamer' },
    sure: second,
  },
  {
    code: 'GM0344',
    what: 'of which the decision is known',
    round: '2024',
    places: { nl: '1.988', en: '1,988' },
    source: {
      nl: 'volgens Gemeente.nu, januari 2024',
      en: 'according to Gemeente.nu, January 2024',
    },
    sure: second,
  },
];

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, (fresh) => {
      page = fresh;
    });

    for (const language of ['nl', 'en'] as const) {
      test.each(municipalities)(`$code in $round, $what (${language})`, async (expected) => {
        const { number, source, sure } = await answerFor(
          page,
          expected.code,
          expected.round,
          language,
        );
        expect(number).toBe(
          `${expected.places[language]} ${language === 'nl' ? 'plekken' : 'places'}`,
        );
        expect(source).toContain(expected.source[language]);
        expect(source).toContain(language === 'nl' ? 'indicatief' : 'indicative');
        expect(source).not.toMatch(/gepubliceerd|published/);
        expect(sure).toContain(expected.sure[language]);
        // What every figure of a municipality carries.
        expect(sure).toContain(language === 'nl' ? 'geen besluit' : 'not a decision');
        expect(sure).toContain(
          language === 'nl' ? 'zijn er niet van afgetrokken' : 'are not subtracted',
        );
        expect(sure).toContain(language === 'nl' ? 'zitten in het totaal' : 'are inside the total');
      });
    }

    test('the search finds what people type: one of before, a province, and nothing that only resembles it', async () => {
      const enter = async (typed: string): Promise<void> => {
        await page.focus('#zoek');
        await page.$eval('#zoek', (field) => {
          (field as HTMLInputElement).select();
        });
        await page.keyboard.type(typed);
        await page.keyboard.press('Enter');
      };
      await answerFor(page, 'GM0193', '2026', 'nl');
      await enter('uden');
      await page.waitForSelector('[data-testid=opgegaan]');
      await page.waitForSelector('[data-testid=kaart]');
      expect(await text(page, 'opgegaan')).toBe('Uden hoort sinds 2022 bij Maashorst.');
      expect(await page.$eval('#kaart-titel', (title) => title.textContent)).toContain('Maashorst');
      await enter('groningen');
      await page.waitForFunction(() =>
        document.querySelector('#kaart-titel')?.textContent.includes('Groningen'),
      );
      expect(await page.$eval('#kaart-titel', (title) => title.textContent)).toBe(
        'Hoeveel plekken voor Groningen?',
      );
      await enter('hoofddorp');
      expect(await page.$eval('.search__none', (none) => none.textContent)).toContain(
        'dorpen en wijken staan niet in de lijst',
      );
      expect(await page.$eval('#kaart-titel', (title) => title.textContent)).toContain('Groningen');
      await enter('overijssel');
      await page.waitForSelector('[data-testid=tabel-gemeenten]');
      expect((await cells(page, 'tabel-gemeenten')).length).toBe(25);
    });

    test('on a telephone the number is on the first screen, with nothing but the question above it', async () => {
      await page.setViewport({ width: 390, height: 844 });
      await answerFor(page, 'GM0088', '2026', 'nl');
      const box = await page.$eval('[data-testid=getal]', (number) => {
        scrollTo(0, 0);
        return number.getBoundingClientRect().bottom;
      });
      expect(box).toBeLessThan(844);
      expect(
        await page.$eval('#antwoord', (answer) =>
          answer.firstElementChild?.getAttribute('data-testid'),
        ),
      ).toBe('kaart');
      expect(await page.$('[data-testid=schatting]')).toBeNull();
    });

    test('two rounds beside each other, with four kinds of number in one line', async () => {
      await answerFor(page, 'GM0014', '2026', 'nl');
      expect(await text(page, 'verschil')).toBe(
        'Van 969 in 2024 naar 898 in 2026: 71 minder (7,3 %).',
      );
      // A number has a rank, a band has none.
      expect(await text(page, 'zekerheid')).toMatch(
        /plaats naar plekken per inwoner\s+\d+ van 342 in het land, \d+ van 10 in Groningen/,
      );
      const table = await text(page, 'vier-getallen');
      expect(table).toMatch(/indicatief\s+aangeboden\s+vastgesteld\s+beschikbaar/i);
      expect(table).toContain('407 regulier, 53 noodopvang');
      expect(table).toContain('nog niet genomen');
      expect(await text(page, 'rondes')).toContain('zoals NOS Nieuwsuur in mei 2026 telde');
      // The decision of 2024 is known of Utrecht, in two numbers.
      await answerFor(page, 'GM0344', '2026', 'nl');
      const utrecht = await text(page, 'vier-getallen');
      expect(utrecht).toContain('1.946 volgens DUIC, december 2024');
      expect(utrecht).toContain('1.943 volgens DUIC, juni 2025');
    });

    test('where a round is a band, the difference is one too, with its causes and the record of such bands', async () => {
      await answerFor(page, 'GM0294', '2024', 'nl');
      expect(await text(page, 'zekerheid')).not.toContain('plaats naar plekken');
      expect(await text(page, 'zekerheid')).toMatch(
        /Zo’n marge was bij 63 van de 65 bekende gemeenten raak/,
      );
      expect(await text(page, 'verschil')).toMatch(
        /^2024: tussen \d+ en \d+; 2026: \d+\. Het verschil ligt tussen −\d+ en −\d+\.$/,
      );
      const why = (await cells(page, 'waardoor-tabel')).map((row) => row.split('|'));
      expect(why.map(([name]) => name)).toEqual([
        ...['door de behoefte', 'door de inwoners', 'door de score', 'door het afronden'],
        'verschil',
      ]);
      const number = (text = ''): number => Number(text.replace('−', '-').replace(',', '.'));
      for (const end of [1, 2]) {
        const column = why.map((row) => number(row[end]));
        const sum = column.slice(0, -1).reduce((all, part) => all + part, 0);
        // Each part is written with one decimal.
        expect(Math.abs(sum - (column.at(-1) ?? NaN))).toBeLessThan(0.21);
      }
    });

    test('behind “afgeleid” stands the evidence: the table recomputed with all there is', async () => {
      await answerFor(page, 'GM0014', '2026', 'nl');
      await unfold(page);
      await page.waitForSelector('[data-testid=bewijs] tbody tr');
      const rows = await cells(page, 'bewijs');
      expect(rows[0]).toContain('2025');
      expect(rows.map((row) => row.split('|')[1])).toEqual(
        expect.arrayContaining(['185 van 342', '116 van 342', '90 van 342']),
      );
      const said = await text(page, 'waaruit');
      for (const name of ['Wageningen', 'Delft', 'Groningen']) expect(said).toContain(name);
      expect(said).toContain('Niet te proberen: scores van');
      expect(await findingsOfAxe(page)).toEqual([]);
    });

    test('the table of the country has the former round, the difference and ranks', async () => {
      await openView(page, 'country');
      await page.waitForSelector('[data-testid=tabel-gemeenten]');
      const boxes = 'details.chooser input:not(:checked)';
      while ((await page.$(boxes)) !== null)
        await page.evaluate((which) => {
          document.querySelector<HTMLInputElement>(which)?.click();
        }, boxes);
      const heads = await page.$$eval('[data-testid=tabel-gemeenten] thead th', (all) =>
        all.map((each) => each.textContent),
      );
      const at = (title: string): number => heads.findIndex((head) => head.includes(title));
      expect(at('Ronde 2024')).toBeGreaterThan(0);
      const rows = (await cells(page, 'tabel-gemeenten')).map((row) => row.split('|'));
      const bloemendaal = rows.find(([name]) => name === 'Bloemendaal') ?? [];
      expect(bloemendaal[at('Ronde 2024')]).toBe('169');
      expect(bloemendaal[at('Verschil met ronde 2024')]).toBe('−18');
      expect(Number(bloemendaal[at('Rang per inwoner, land')])).toBeGreaterThan(0);
    });

    test('a decision or a publication that is brought stands beside the figures, and a conflict is shown', async () => {
      await openView(page, 'compare');
      await page.waitForSelector('#vergelijk-plak');
      const paste = async (table: string): Promise<void> => {
        await page.$eval(
          '#vergelijk-plak',
          (field, pasted) => {
            (field as HTMLTextAreaElement).value = pasted;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          },
          table,
        );
        await page.waitForSelector('.drop .utrecht-button--primary-action:not([disabled])');
        await page.click('.drop .utrecht-button--primary-action');
        await page.waitForSelector('[data-testid=soort-getal]');
      };
      await paste('gemeente;totaal\nZwolle;700\nKampen;260\nDeventer;500\n');
      await page.select('#vergelijk-getal', 'indicative');
      await page.waitForSelector('#vergelijk-hand');
      await page.select('#vergelijk-hand', 'first');
      await page.waitForSelector('[data-testid=afdrukken]');
      expect(
        await page.$eval('[data-testid=afdrukken] summary', (element) => element.textContent),
      ).toMatch(/^Afdrukken die verschillen: \d/);
      await openView(page, 'municipality');
      await page.focus('#zoek');
      await page.keyboard.type('zwolle');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=strijd]');
      expect(await text(page, 'getal')).toBe('700 plekken');
      expect(await text(page, 'bron')).toContain('gepubliceerd in geplakte tabel');
      expect(await text(page, 'strijd')).toMatch(
        /700 gepubliceerd in geplakte tabel; \d+ volgens NOS Nieuwsuur, mei 2026/,
      );
      // The same table as a decision is no indicative figure any more.
      await openView(page, 'compare');
      await page.select('#vergelijk-getal', 'decided');
      await openView(page, 'municipality');
      await page.waitForSelector('[data-testid=kaart]');
      expect(await text(page, 'bron')).toContain('volgens NOS Nieuwsuur');
      expect(await text(page, 'vier-getallen')).toContain('700 gepubliceerd in geplakte tabel');
      expect(await page.$('[data-testid=strijd]')).toBeNull();
    });

    test('the answer has no fault of accessibility, light and dark', async () => {
      for (const theme of ['light', 'dark'] as const) {
        await page.select('#weergave', theme);
        await answerFor(page, 'GM0377', '2024', 'nl');
        expect(await findingsOfAxe(page)).toEqual([]);
      }
    });
  });
}
