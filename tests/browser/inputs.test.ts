// How inputs arrive, as a person meets it: the built single file from file://, in stock browsers.
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { ods, odsRow, sheetXml, xlsx } from '../files/documents.ts';
import {
  catchFiles,
  cells,
  choose,
  findingsOfAxe,
  freshPages,
  openView,
  pageMemory,
  root,
  savedFile,
} from './browsers.ts';
import { csvParse } from '../csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'spreiding-inputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const municipalities = csvParse(readFileSync(`${root}public/data/population/2023.csv`, 'utf8')).map(
  (row) => ({
    code: row['gemeentecode'] ?? '',
    name: row['gemeente'] ?? '',
    province: row['provincie'] ?? '',
    inhabitants: Number(row['inwoners']),
  }),
);

const people = [
  ['Bevolking op 1 januari'],
  [],
  ['Gemeentecode', 'Gemeente', 'Provincie', 'Inwoners'],
  ...municipalities.map(({ code, name, province, inhabitants }) => [
    code,
    name,
    province,
    inhabitants,
  ]),
];

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

/** Pastes as Ctrl+V does, with what the clipboard holds. */
const pasteInto = (page: Page, html: string, text = ''): Promise<void> =>
  page.evaluate(
    (clipboard) => {
      const data = new DataTransfer();
      if (clipboard.html !== '') data.setData('text/html', clipboard.html);
      data.setData('text/plain', clipboard.text);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      // Firefox makes such an event with an empty clipboard of its own.
      Object.defineProperty(event, 'clipboardData', { value: data });
      document.querySelector('#plakken')?.dispatchEvent(event);
    },
    { html, text },
  );

/** A million municipalities that are none: codes of seven digits. */
function writeMillionRows(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, 'gemeentecode;gemeente;provincie;inwoners;ses_woa\n');
  let text = '';
  for (let at = 0; at < 1_000_000; at += 1) {
    const code = String(at + 10_000).padStart(7, '0');
    text += `GM${code};Gemeente ${code};Utrecht;${1000 + (at % 90_000)};0,${100 + (at % 900)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(name, () => {
    let page: Page;
    freshPages(name, async (fresh) => {
      page = fresh;
      await page.select('#ronde', '2024');
      await openView(page, 'input');
    });

    test('an .xlsx with two sheets: the first is used, another can be chosen, a finding names its cell', async () => {
      const wrong = people
        .slice(0, 5)
        .map((row, at) => (at === 4 ? [...row.slice(0, 3), 'veel'] : row));
      const book = xlsx([
        { name: 'Inwoners', xml: sheetXml(people) },
        { name: 'Fout', xml: sheetXml(wrong) },
      ]);
      await choose(page, [write('inwoners.xlsx', book)]);
      const card = await textOf(page, '.file');
      expect(card).toContain('inwoners per gemeente · 342 regels · CBS-bestand, door u geladen');
      expect(card).toContain('Wordt gebruikt in de berekening.');
      await page.click('.reading summary');
      expect(await textOf(page, '.file')).toContain('Excel-blad Inwoners');
      await page.select('#blad-0', '1');
      await page.waitForSelector('[data-testid=meldingen]');
      const findings = await textOf(page, '[data-testid=meldingen]');
      expect(findings).toContain('inwoners.xlsx#Fout');
      expect(findings).toContain('cel D5');
    });

    test('a StatLine file as it comes: title, units, regions, periods; the person chooses the period', async () => {
      const years = ['2021', '2022*'];
      const lines = municipalities.flatMap(({ name: place }, at) =>
        years.map((year) => `"${place}";"${year}";"0,${String(100 + (at % 400))}"`),
      );
      const statline = [
        '"Sociaal-economische status; scores per wijk en buurt"',
        '"Onderwerp";"";"SES-WOA/Totaalscore/Gemiddelde score"',
        '"Wijken en buurten";"Perioden";"Getal"',
        ...lines,
        '"Bron: CBS"',
      ].join('\r\n');
      await choose(page, [write('Sociaal-economische status.csv', `\uFEFF${statline}\r\n`)]);
      await page.waitForSelector('[data-testid=perioden]');
      const choices = await page.$$eval('[data-testid=perioden] .choice', (buttons) =>
        buttons.map((button) => (button as HTMLElement).innerText.replace(/\s+/g, ' ')),
      );
      expect(choices[0]).toBe('2022* voorlopig, voorgesteld');
      await page.click('[data-testid=perioden] .choice:last-child');
      await page.waitForSelector('[data-testid=perioden] .choice:last-child[aria-pressed=true]');
      const card = await textOf(page, '.file');
      expect(card).toContain('SES-WOA-score per gemeente');
      expect(card).toContain('eigen invoer');
      expect(card).toContain('Wordt gebruikt in de berekening.');
      await page.click('[data-testid=perioden] .choice:first-child');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=wat-klopt-niet]')?.textContent.includes('2022'),
      );
      expect(await findingsOfAxe(page)).toEqual([]);
    });

    test('loaded scores are tested at once on what was printed: on their card and at the answer, as the command line says', async () => {
      await page.select('#ronde', '2026');
      const rows = municipalities.map(
        ({ code, name: place }, at) =>
          `${code};${place};${(((at * 37) % 700) / 1000 - 0.3).toFixed(3)}`,
      );
      const scores = write(
        'scores-proef.csv',
        `gemeentecode;gemeente;score\n${rows.join('\n').replaceAll('.', ',')}\n`,
      );
      await choose(page, [scores]);
      await page.waitForSelector('.file [data-testid=proef]');
      const { stderr } = spawnSync(
        process.execPath,
        [`${root}dist/spreidingswijzer.mjs`, 'allocate', '--round', '2026', '--scores', scores],
        { encoding: 'utf8' },
      );
      const said = /^Deze scores geven \d+ van de 342 genoemde aantallen precies\.$/mu.exec(
        stderr,
      )?.[0];
      expect(said).toBeDefined();
      expect(await textOf(page, '.file [data-testid=proef]')).toBe(said);
      await page.click('button[lang=en]');
      const [exactly] = /\d+/u.exec(said ?? '') ?? [''];
      await page.waitForFunction(
        (words) => document.querySelector('.file [data-testid=proef]')?.textContent === words,
        {},
        `These scores give ${exactly} of the 342 printed numbers exactly.`,
      );
      await page.click('button[lang=nl]');
      await openView(page, 'municipality');
      await page.type('#zoek', 'Breda');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=kaart] [data-testid=proef]');
      expect(await textOf(page, '[data-testid=kaart] [data-testid=proef]')).toBe(said);
    });

    test('columns are changed by hand, and the row of a finding is shown with its cell', async () => {
      const rows = municipalities.map(
        ({ code, name: place, province, inhabitants }, at) =>
          `${code},"${place}",${province},${at === 6 ? 'geen' : inhabitants},${inhabitants + 1}`,
      );
      await choose(page, [
        write('kolommen.csv', `code,naam,provincie,inwoners,nieuw\n${rows.join('\n')}\n`),
      ]);
      await page.waitForSelector('[data-testid=meldingen]');
      await page.click('[data-testid=meldingen] details summary');
      await page.waitForSelector('.cell--found');
      expect(await textOf(page, '.cell--found')).toBe('geen');
      await page.click('.columns summary');
      await page.select('.columns select[data-column="5"]', 'inhabitants');
      await page.waitForFunction(() =>
        document.querySelector('.file')?.textContent.includes('Wordt gebruikt in de berekening.'),
      );
      expect(await page.$eval('.columns select[data-column="4"]', (select) => select.value)).toBe(
        '',
      );
      for (const theme of ['light', 'dark']) {
        await page.select('#weergave', theme);
        expect(await findingsOfAxe(page)).toEqual([]);
      }
    });

    test('findings and the cleaned file are handed over as CSV; the cleaned one reads back the same', async () => {
      await catchFiles(page);
      const rows = municipalities.map(
        ({ code, name: place, province, inhabitants }) =>
          `${code.slice(2)};"${place}";${province};${String(inhabitants).replace(/\B(?=(\d{3})+$)/g, '.')}`,
      );
      await choose(page, [
        write('ruw.csv', `Titel\n\ncode;naam;provincie;inwoners\n${rows.join('\n')}\nBron: =1+1\n`),
      ]);
      await page.waitForSelector('[data-testid=vraag], [data-testid=meldingen]');
      if ((await page.$('[data-testid=vraag]')) !== null) await page.click('.choice');
      await page.waitForFunction(() =>
        document.querySelector('.file')?.textContent.includes('Download opgeschoond'),
      );
      await page.evaluate(() => {
        const button = [...document.querySelectorAll<HTMLElement>('.file button')].find((found) =>
          found.textContent.includes('opgeschoond'),
        );
        button?.click();
      });
      const cleaned = await savedFile(page);
      expect(cleaned.name).toBe('ruw-opgeschoond.csv');
      expect(csvParse(cleaned.text).map((row) => Number(row['inwoners']))).toEqual(
        [...municipalities]
          .sort((a, b) => a.code.localeCompare(b.code))
          .map(({ inhabitants }) => inhabitants),
      );
      await page.evaluate(() => {
        const button = [...document.querySelectorAll<HTMLElement>('.levels button')].find((found) =>
          found.textContent.includes('Download'),
        );
        button?.click();
      });
      const findings = await savedFile(page);
      expect(findings.name).toBe('spreidingswijzer-2024-meldingen.csv');
      expect(findings.text).toContain('ruw.csv');
    });

    test('a spreadsheet goes along in a dossier, and comes back with its fingerprint; undo takes it away', async () => {
      const book = xlsx([{ name: 'Inwoners', xml: sheetXml(people) }]);
      // A name that no document may have: a sign in it is not seen.
      await choose(page, [write('in\u00adwoners.xlsx', book)]);
      const digest = await crypto.subtle.digest('SHA-256', book as Uint8Array<ArrayBuffer>);
      const sha256 = Buffer.from(digest).toString('hex');
      await catchFiles(page);
      await openView(page, 'dossier');
      await page.click('[data-testid=dossier-bewaren]');
      const { text: dossier } = await savedFile(page);
      await openView(page, 'input');
      await page.click('[data-testid=ongedaan]');
      await page.waitForFunction(() => document.querySelector('.file') === null);
      const input = await page.$('input#bestanden');
      await input?.uploadFile(write('dossier.json', dossier));
      await page.waitForSelector('.file');
      const card = await page.$eval('.file', (found) => found.textContent);
      expect(card).toContain('inwoners.xlsx');
      expect(card).toContain('342 regels');
      expect(card).toContain('Excel-blad Inwoners');
      expect(card).toContain(sha256);
    });

    test('a sign in a name that turns the text beside it is to be seen, and turns nothing', async () => {
      const rows = municipalities.map(({ code, name: place, province, inhabitants }) =>
        [code, code === 'GM0193' ? 'Zwol\u202ele' : place, province, inhabitants].join(';'),
      );
      const text = `gemeentecode;gemeente;provincie;inwoners\n${rows.join('\n')}\n`;
      await choose(page, [write('inwoners.csv', text)]);
      await page.evaluate(() => {
        location.hash = '#v1/round=2024&municipality=GM0193&view=municipality';
      });
      await page.waitForSelector('[data-testid=kaart]');
      expect(await textOf(page, '[data-testid=kaart]')).toContain('Zwol<U+202E>le');
      for (const view of ['municipality', 'country', 'input', 'report', 'proof']) {
        await openView(page, view);
        expect(await page.evaluate(() => document.title + document.body.textContent)).not.toMatch(
          /[\u202a-\u202e]/u,
        );
      }
    });

    test('an .ods is read, and its fingerprint is that of the file', async () => {
      const rows = municipalities.map(({ code, name: place }, at) =>
        odsRow([code, place, ((at % 40) - 20) / 100]),
      );
      const sheet = ods(
        `<table:table table:name="Scores">${odsRow(['Gemeentecode', 'Gemeente', 'SES-WOA'])}${rows.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
      );
      await choose(page, [write('scores.ods', sheet)]);
      expect(await textOf(page, '.file')).toContain(
        'SES-WOA-score per gemeente · 342 regels · eigen invoer',
      );
      const digest = await crypto.subtle.digest('SHA-256', sheet as Uint8Array<ArrayBuffer>);
      expect(await page.$eval('.file', (card) => card.textContent)).toContain(
        Buffer.from(digest).toString('hex'),
      );
    });

    test('a pasted page of a published distribution is recognised before anything is used', async () => {
      const row = (label: string, places: number) =>
        `<tr><td>${label}</td><td>${places.toLocaleString('nl-NL')}</td></tr>`;
      const figures = municipalities.map((entry) => ({
        ...entry,
        places: Math.round(entry.inhabitants / 186),
      }));
      const provinces = [...new Set(figures.map(({ province }) => province))];
      const sum = (of: typeof figures) => of.reduce((total, { places }) => total + places, 0);
      const html = `<link rel="stylesheet" href="http://example.invalid/a.css"><script>alert(1)</script>
        <h1 style="color:red">Staatscourant</h1><img src="http://example.invalid/x.png" onerror="alert(2)">
        <table style="width:100%"><tr><th>Provincie<th>Opgave</tr>${provinces.map((province) => row(province, sum(figures.filter((entry) => entry.province === province)))).join('')}</table>
        ${provinces
          .map(
            (province) =>
              `<table><caption>${province}</caption><tr><th>Gemeente<th>Indicatieve verdeling</tr>${figures
                .filter((entry) => entry.province === province)
                .map((entry) => row(entry.name.replace(' (gemeente)', ''), entry.places))
                .join(
                  '',
                )}<tr><td colspan=2><img src=x onerror=alert(3)>&lt;img onerror=x&gt; noot</table>`,
          )
          .join('')}`;
      await pasteInto(page, html);
      await page.waitForSelector('[data-testid=herkend]');
      expect(await textOf(page, '[data-testid=herkend]')).toBe(
        `Herkend: 342 gemeenten, 12 provincies, som ${sum(figures).toLocaleString('nl-NL')}.`,
      );
      const panel = await textOf(page, '[data-testid=bekijken]');
      expect(panel).toContain('12 regels zijn niet begrepen');
      expect(panel).toContain('<img onerror=x> noot');
      expect(await page.$('.file')).toBeNull();
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.click('[data-testid=bekijken] .utrecht-button--primary-action');
      await page.waitForSelector('.file');
      expect(await textOf(page, '.file')).toContain('een gepubliceerde verdeling · 354 regels');
    });

    test('lines of a PDF and tab-separated text are pasted the same way', async () => {
      await pasteInto(
        page,
        '',
        'Gemeente Totaal Waarvan amv\nAssen 380 32\nEmmen 1.512 44\nAlmere 1.220 103\nbladzijde 3',
      );
      await page.waitForSelector('[data-testid=bekijken]');
      expect(await textOf(page, '[data-testid=bekijken]')).toContain('Almere');
      await page.click('[data-testid=bekijken] .buttons .utrecht-button--secondary-action');
      expect(await page.$('[data-testid=bekijken]')).toBeNull();
      await pasteInto(page, '', 'Gemeentecode\tSES-WOA\nGM0106\t0,1\nGM0114\t0,2');
      await page.waitForSelector('.file');
      expect(await textOf(page, '.file')).toContain('SES-WOA-score per gemeente · 2 regels');
    });

    test('what is really copied is really pasted', async () => {
      await page.evaluate(() => {
        const copied = document.createElement('div');
        copied.contentEditable = 'true';
        copied.id = 'bron';
        const table = document.createElement('table');
        for (const cells of [
          ['Gemeentecode', 'SES-WOA'],
          ['GM0106', '0,1'],
          ['GM0114', '-0,2'],
        ]) {
          const row = table.insertRow();
          for (const text of cells) row.insertCell().textContent = text;
        }
        copied.append(table);
        document.body.append(copied);
        copied.focus();
        document.getSelection()?.selectAllChildren(copied);
      });
      const press = async (key: 'c' | 'v') => {
        await page.keyboard.down('Control');
        await page.keyboard.press(key);
        await page.keyboard.up('Control');
      };
      await press('c');
      await page.$eval('#bron', (element) => {
        element.remove();
      });
      await page.focus('#plakken');
      await press('v');
      await page.waitForSelector('[data-testid=bekijken]');
      expect(await textOf(page, '[data-testid=bekijken]')).toContain('GM0114');
      await page.click('[data-testid=bekijken] .utrecht-button--primary-action');
      await page.waitForSelector('.file');
      expect(await textOf(page, '.file')).toContain('SES-WOA-score per gemeente · 2 regels');
    });

    test('numbers that can be read in two ways are asked about, with both readings worked out', async () => {
      const rows = municipalities.map(({ code, name: place, province, inhabitants }) => {
        const thousands = inhabitants < 1000 || inhabitants >= 1_000_000 ? 1234 : inhabitants;
        return `${code};"${place}";${province};${String(thousands).replace(/(\d{3})$/, '.$1')}`;
      });
      await choose(page, [
        write('vraag.csv', `code;naam;provincie;inwoners\n${rows.join('\n')}\n`),
      ]);
      await page.waitForSelector('[data-testid=vraag]');
      const question = await textOf(page, '[data-testid=vraag]');
      expect(question).toMatch(/(\d+)\.(\d{3}) is \1\2/);
      expect(question).toMatch(/(\d+)\.(\d{3}) is \1,\2/);
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.click('.choice');
      await page.waitForFunction(() => document.querySelector('[data-testid=vraag]') === null);
      expect(await textOf(page, '.file')).toContain('Wordt gebruikt in de berekening.');
    });

    test('a Windows-1252 file is shown as such with its evidence, and a person may say otherwise', async () => {
      const latin = Buffer.from(
        'code;naam;provincie;inwoners\nGM1900;S\xfadwest-Frysl\xe2n;Frysl\xe2n;90.123,0\n',
        'latin1',
      );
      await choose(page, [write('latin.csv', latin)]);
      await page.click('.reading summary');
      const card = await textOf(page, '.file');
      expect(card).toContain('Codering: Windows-1252; niet alle tekens zijn geldig UTF-8');
      expect(card).toContain('Scheidingsteken: puntkomma; dit deelt de meeste regels');
      expect(card).toContain('Getallen in kolom inwoners: decimaalteken komma, duizendteken punt');
      await page.select('#codering-0', 'utf-8');
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=meldingen]')?.textContent.includes('gekozen codering'),
      );
      await page.select('#scheiding-0', ',');
      await page.waitForFunction(() =>
        document.querySelector('.reading')?.textContent.includes('komma; door u gekozen'),
      );
      await page.select('#scheiding-0', '');
      await page.waitForFunction(
        () => !document.querySelector('.reading')?.textContent.includes('komma; door u gekozen'),
      );
    });

    test('former municipalities are combined on request, and a divided one by its parts', async () => {
      const rows = municipalities.map((one) => `${one.code},${one.province},${one.inhabitants}`);
      await choose(page, [
        write(
          '2020.csv',
          `code,provincie,inwoners\n${rows.join('\n')}\nGM0457,Noord-Holland,21000\nGM0788,Noord-Brabant,14318\n`,
        ),
        write(
          'scores.csv',
          `code,score\n${municipalities.map(({ code }) => `${code},0.100`).join('\n')}\n`,
        ),
      ]);
      await page.click('#samenvoegen');
      await page.waitForSelector('[data-testid=verdeeld]');
      expect(await textOf(page, '[data-testid=verdeeld]')).toContain('niet te vergelijken');
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.click('[data-testid=verdeeld] button');
      await page.waitForFunction(() =>
        document
          .querySelector('[data-testid=verdeeld]')
          ?.textContent.includes('De delen zijn samen'),
      );
      const notes = await textOf(page, '[data-testid=meldingen]');
      expect(notes).toContain('Samengevoegd tot Amsterdam');
      expect(notes).toContain('Samengevoegd tot Boxtel');
      await page.$eval('#deel-GM0788-GM0757', (field) => {
        (field as HTMLInputElement).value = '1';
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await page.waitForFunction(() =>
        document.querySelector('[data-testid=verdeeld]')?.textContent.includes('klopt niet'),
      );
    });

    test('a published table goes from its card to the comparison; the clipboard button reads one', async () => {
      await page.evaluate(() => {
        const item = (type: string, text: string) => ({
          types: [type],
          getType: () => Promise.resolve(new Blob([text], { type })),
        });
        const table =
          '<table><tr><th>Gemeente</th><th>Opvangplaatsen</th></tr><tr><td>Groningen</td><td>1.234</td></tr><tr><td>Assen</td><td>345</td></tr></table>';
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true,
          value: { read: () => Promise.resolve([item('text/html', table)]) },
        });
      });
      await page.$$eval('.drop button', (buttons) => {
        buttons.find(({ textContent }) => textContent === 'Plak tabel')?.click();
      });
      await page.waitForSelector('.review');
      expect(await textOf(page, '.review')).toContain('1.234');
      await page.click('.review .utrecht-button--primary-action');
      await page.waitForSelector('.file .utrecht-button--primary-action');
      await page.click('.file .utrecht-button--primary-action');
      await page.waitForSelector('[data-testid=vergelijken] strong');
      expect(await textOf(page, '[data-testid=vergelijken]')).toContain('plak 1');
    });

    test('a clipboard that the browser keeps to itself: the page says which keys do', async () => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true,
          value: { read: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
        });
      });
      await page.$$eval('.drop button', (buttons) => {
        buttons.find(({ textContent }) => textContent === 'Plak tabel')?.click();
      });
      await page.waitForFunction(() =>
        document.querySelector('.drop [role=status]')?.textContent.includes('Ctrl+V'),
      );
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('plakken');
    });

    test('names that look like markup, or have ten thousand characters, are text', async () => {
      const evil = '<img src=x onerror=alert(9)>';
      await choose(page, [
        write(
          'namen.csv',
          `code;naam;provincie;inwoners\nGM0001;${evil};Nergens;5\nGM0002;${'lang '.repeat(2000)};${'x'.repeat(10_000)};6\n`,
        ),
      ]);
      await page.waitForSelector('[data-testid=meldingen]');
      expect(await page.$('[data-testid=meldingen] img')).toBeNull();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        1280,
      );
    });

    test('what cannot be read is refused with a sentence, and what was loaded stays', async () => {
      await choose(page, [write('goed.csv', 'code;score\nGM0106;0,1\n')]);
      const input = await page.$('input#bestanden');
      await input?.uploadFile(
        write('oud.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)),
        write('tabel.pdf', '%PDF-1.7'),
        write('kapot.xlsx', xlsx([{ name: 'B', xml: sheetXml([['a']]) }]).slice(0, 300)),
      );
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=geweigerd] li').length === 3,
      );
      const refused = await textOf(page, '[data-testid=geweigerd]');
      expect(refused).toContain('Sla'.toLowerCase());
      expect(refused).toContain('Dit is een PDF.');
      expect(await page.$$eval('.file', (cards) => cards.length)).toBe(1);
    });

    test('a worker that the browser refuses is an error that is shown, never a wait', async () => {
      await page.evaluate(() => {
        Object.assign(globalThis, {
          Worker: function () {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      });
      const input = await page.$('input#bestanden');
      await input?.uploadFile(write('p.xlsx', xlsx([{ name: 'B', xml: sheetXml([['a']]) }])));
      await page.waitForSelector('[data-testid=geweigerd]');
      expect(await textOf(page, '[data-testid=geweigerd]')).toContain('werker');
    });

    test('a million rows: progress, a page that answers, a stop that keeps what was there', async () => {
      const path = join(folder, 'miljoen.csv');
      writeMillionRows(path);
      await choose(page, [write('eerst.csv', 'code;score\nGM0106;0,1\n')]);
      // The longest time that the page did nothing for the person.
      await page.evaluate(() => {
        const state = { longest: 0, last: performance.now() };
        Object.assign(globalThis, { pulse: state });
        setInterval(() => {
          const now = performance.now();
          state.longest = Math.max(state.longest, now - state.last);
          state.last = now;
        }, 20);
      });
      // By the page itself: over here the reading could be done before the button is reached.
      const stopped = page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const observer = new MutationObserver(() => {
              const stop = document.querySelector<HTMLElement>('[data-testid=voortgang] button');
              if (stop === null) return;
              observer.disconnect();
              stop.click();
              resolve();
            });
            observer.observe(document.body, { subtree: true, childList: true });
          }),
      );
      const input = await page.$('input#bestanden');
      await input?.uploadFile(path);
      await stopped;
      await page.waitForFunction(() => document.querySelector('[data-testid=voortgang]') === null);
      expect(
        await page.$$eval('.file__name', (names) => names.map((entry) => entry.textContent)),
      ).toEqual(['eerst.csv']);

      await page.click('.file button');
      const before = name === 'chromium' ? pageMemory(page.browser()).now : 0;
      const stages = page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const seen = new Set<string>();
            const look = (): void => {
              const stage =
                document.querySelector<HTMLElement>('[data-testid=voortgang]')?.dataset['stage'];
              if (stage !== undefined) seen.add(stage);
              if (document.querySelector('.file--good') !== null && stage === undefined) {
                observer.disconnect();
                resolve([...seen]);
              }
            };
            const observer = new MutationObserver(look);
            observer.observe(document.body, { subtree: true, childList: true, attributes: true });
          }),
      );
      await (await page.$('input#bestanden'))?.uploadFile(path);
      expect(await stages).toEqual(['reading', 'checking', 'computing']);
      const card = await textOf(page, '.file');
      expect(card).toContain('1.000.000 regels');
      expect(card).toContain('eigen invoer');
      const longest = await page.evaluate(
        () => (globalThis as unknown as { pulse: { longest: number } }).pulse.longest,
      );
      console.log(`${name}: the page stood still for at most ${Math.round(longest)} ms`);
      expect(longest).toBeLessThan(1000);
      if (name === 'chromium') {
        const grown = (pageMemory(page.browser()).most - before) / statSync(path).size;
        console.log(`${name}: at most ${grown.toFixed(1)} times the file in memory`);
        expect(grown).toBeLessThanOrEqual(6);
      }
    });

    test('keyboard, narrow screen and both themes', async () => {
      await page.setViewport({ width: 320, height: 700 });
      await choose(page, [
        write('inwoners.xlsx', xlsx([{ name: 'Blad 1', xml: sheetXml(people) }])),
      ]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      for (const theme of ['light', 'dark']) {
        await page.select('#weergave', theme);
        expect(await findingsOfAxe(page)).toEqual([]);
      }
      expect((await cells(page, 'tabel-gemeenten')).length).toBe(0);
    });
  });
}
