// One edit of a cell of a provincial table of full size, from the key to the drawn outcome.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

const municipalities = 65;
const locations = 300;
const edits = 20;

/** A province as large as they come: most locations sent in, some typed, offers typed beside them. */
export function largeWorkspace() {
  const code = (at) => `GM${String(at + 1).padStart(4, '0')}`;
  const name = (at) => `Gemeente ${String(at + 1)}`;
  const kinds = ['regulier', 'amv', 'overig bijzonder'];
  const certainties = ['bestaand', 'besloten', 'voornemen'];
  const heading =
    'gemeente,nummer,locatie,soort,plekken,van,tot en met,zekerheid,vervolg op,openbaar,opmerking'.split(
      ',',
    );
  const row = (at) => [
    name(at % municipalities),
    String(at),
    `Locatie ${at}`,
    kinds[at % 3],
    String(20 + ((at * 37) % 400)),
    `202${5 + (at % 3)}-01-01`,
    at % 4 === 0 ? '' : `203${at % 5}-12-31`,
    certainties[at % 3],
    '',
    at % 2 === 0 ? 'ja' : 'nee',
    '',
  ];
  const rows = Array.from({ length: locations }, (_, at) => row(at));
  const all = Array.from({ length: municipalities }, (_, at) => at);
  const typed = rows.slice(260);
  return {
    province: 'Groot',
    round: '2026',
    task: { total: 13_000, minors: 1_100, basis: 'own_input', source: 'proef' },
    municipalities: all.map((at) => ({
      code: code(at),
      name: name(at),
      indicative: 200,
      minors: 17,
      decided: 180,
      ukraine: 50,
      statusHolders: { '2027-1': 30 },
    })),
    locations: [],
    typedLocations: typed,
    offers: all.flatMap((at) =>
      ['regular', 'minors'].map((kind) => ({
        municipality: code(at),
        date: '2027-07-01',
        kind,
        certainty: 'intended',
        places: String(5 + at),
      })),
    ),
    dates: ['2027-07-01', '2028-02-01'],
    calendar: [],
    exchanges: all.slice(1).map((at) => ({
      id: String(at),
      date: '2026-11-01',
      status: 'agreed',
      ratio: '',
      note: '',
      public: false,
      transfers: [{ ledger: 'asylum_regular', from: code(at - 1), to: code(at), number: 3 }],
    })),
    deduction: { day: '2027-01-01' },
    decision: { day: '2027-07-01', until: '2028-02-01' },
    grants: { day: '2027-07-01', start: '2027-01-01', end: '2028-12-31' },
    openPoints: [],
    senders: {
      sheets: all.map((at) => ({
        name: `${name(at)}.csv`,
        sender: code(at),
        version: 1,
        received: '2026-11-01',
        sha256: '0'.repeat(64),
        rows: [heading, ...rows.slice(0, 260).filter((_, index) => index % municipalities === at)],
      })),
      waiting: [],
      mappings: [],
      log: [],
    },
  };
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Types a number in a cell and keeps it with Enter; milliseconds until its outcome was drawn. */
async function edit(page, table, cell, text) {
  await page.click(`[data-testid=${table}] [data-cell="${cell}"]`);
  await page.keyboard.type(text);
  await page.waitForFunction(() => document.activeElement?.matches('.sheet__input'));
  await page.evaluate(() => {
    const said = document.querySelector('[data-testid=tafel-gedekt]').textContent;
    delete globalThis.drawn;
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        const look = () => {
          if (document.querySelector('[data-testid=tafel-gedekt]').textContent === said)
            requestAnimationFrame(look);
          // Behind the frame that shows it.
          else
            requestAnimationFrame(() => {
              globalThis.drawn = performance.now() - start;
            });
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => globalThis.drawn !== undefined);
  return page.evaluate(() => globalThis.drawn);
}

export async function benchProvince() {
  const { default: puppeteer } = await import('puppeteer-core');
  const folder = mkdtempSync(join(tmpdir(), 'spreidingswijzer-'));
  const file = join(folder, 'groot.json');
  writeFileSync(file, JSON.stringify(largeWorkspace()));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(pathToFileURL(`${root}dist/spreidingswijzer.html`).href);
    await page.waitForSelector('#zoek');
    await page.click('[data-view=table]');
    const field = await page.waitForSelector('input#werkruimte');
    await field.uploadFile(file);
    const times = { Gemeenten: [], Locaties: [] };
    await page.waitForSelector('[data-testid=tafel-aanbod] [data-cell="64-11"]');
    for (let at = 0; at < edits; at += 1)
      times.Gemeenten.push(
        await edit(page, 'tafel-aanbod', `${(at * 3) % municipalities}-11`, `${at + 1}`),
      );
    await page.click('[data-part=locations]');
    await page.waitForSelector('[data-testid=tafel-getypte-locaties]');
    for (let at = 0; at < edits; at += 1)
      times.Locaties.push(await edit(page, 'tafel-getypte-locaties', `${at}-4`, `${900 + at}`));
    for (const [part, list] of Object.entries(times))
      console.log(
        `${municipalities} municipalities and ${locations} locations, an edit in ${part} to its drawn outcome: ` +
          `best ${Math.min(...list).toFixed(0)} ms, median ${median(list).toFixed(0)} ms, worst ${Math.max(...list).toFixed(0)} ms (aim 100 ms)`,
      );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchProvince();
