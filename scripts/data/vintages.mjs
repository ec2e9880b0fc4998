// Figures of CBS to vintages: checked against totals, provinces and the municipalities of the round,
// and written only where they are better than what is there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { writeWhole } from './fetch.mjs';

/** What was fetched cannot be used as it is. */
export class DataFault extends Error {}

const provinceCodes = new Map(
  [
    'Groningen',
    'Fryslân',
    'Drenthe',
    'Overijssel',
    'Flevoland',
    'Gelderland',
    'Utrecht',
    'Noord-Holland',
    'Zuid-Holland',
    'Zeeland',
    'Noord-Brabant',
    'Limburg',
  ].map((name, at) => [name, `PV${20 + at}`]),
);

/** Where former municipalities went: a file of the catalogue. */
export const changesFile = 'changes/municipalities.csv';

/** Rows of a CSV file of this program's own, which quotes only where it must. */
function readRows(text) {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/);
  const cells = (line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quotedCell, plain]) => quotedCell?.replaceAll('""', '"') ?? plain ?? '',
    );
  const names = cells(head ?? '');
  return lines.map((line) => {
    const row = cells(line);
    return Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
  });
}
export const readCsv = (path) => readRows(readFileSync(path, 'utf8'));

const written = (cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows) => `${rows.map((row) => row.map(String).map(written).join(',')).join('\n')}\n`;

function demand(condition, sentence) {
  if (!condition) throw new DataFault(sentence);
}

/** The figures of one year of municipalities that have one. */
function municipalities(table, year) {
  const found = new Map();
  for (const { region, year: of, value } of table.figures) {
    if (of !== year || !/^GM\d{4}$/.test(region) || value === null) continue;
    demand(!found.has(region), `${region} komt in ${year} twee keer voor`);
    found.set(region, value);
  }
  return found;
}

/** Inhabitants of one year, checked: whole numbers, the country, every province. */
export function populationRows(table, year, provinceOf) {
  const people = municipalities(table, year);
  demand(people.size > 300, `${year}: maar ${people.size} gemeenten`);
  const sums = new Map();
  let country = 0;
  const rows = [...people]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, value]) => {
      const province = provinceOf.get(code);
      demand(province !== undefined, `${code} ${table.names.get(code) ?? ''}: provincie onbekend`);
      demand(Number.isSafeInteger(value) && value > 0, `${code}: ${value} is geen aantal inwoners`);
      sums.set(province, (sums.get(province) ?? 0) + value);
      country += value;
      return [code, table.names.get(code) ?? '', province, value];
    });
  const said = (region) =>
    table.figures.find((figure) => figure.region === region && figure.year === year)?.value;
  const total = said('NL01') ?? said('NL00');
  demand(total === country, `${year}: som ${country}, maar Nederland ${total}`);
  for (const [province, sum] of sums) {
    const code = provinceCodes.get(province);
    demand(said(code) === sum, `${year}: som ${sum} voor ${province}, maar ${code} ${said(code)}`);
  }
  return [['gemeentecode', 'gemeente', 'provincie', 'inwoners'], ...rows];
}

/** A score as the core reads it: three decimals, between −1 and 1. */
function scoreText(value, code) {
  const text = value.toFixed(3);
  demand(
    Number(text) === value && Math.abs(value) < 1,
    `${code}: ${value} is geen score met drie decimalen tussen −1 en 1`,
  );
  return text;
}

const why = {
  division_needed: 'is verdeeld',
  merger_without_inhabitants: 'inwoners van de indeling van deze scores onbekend',
};

/**
 * Scores of one year with the municipalities of a round, as the core combines them.
 * @param {import('../../wasm/index.ts').Core} core  has the changes and every population
 * @param {{ round: string, vintages: readonly { file: string, status: 'official', year: number }[] }} division
 *   the population whose municipalities the scores come to, and those that scores may be weighed by
 */
export function scoreRows(core, table, year, { round, vintages }) {
  // A name is the code once more: what is said of a merger then names codes.
  const given = [...municipalities(table, year)].map(([code, value]) => [
    code,
    code,
    scoreText(value, code),
  ]);
  const file = `scores ${year}.csv`;
  const head = ['gemeentecode', 'gemeente', 'ses_woa'];
  core.put(file, new TextEncoder().encode(csvOf([head, ...given])));
  const answer = core.run('clean', {
    file,
    vintages,
    municipalities: round,
    merge: { changes: changesFile },
    dialect: 'international',
  });
  core.remove(file);
  if (!answer.ok) {
    const wrong = answer.findings.find(({ severity }) => severity === 'error');
    const code = /GM\d+/.exec(wrong?.raw ?? '')?.[0] ?? wrong?.raw ?? '';
    throw new DataFault(`${year}: ${code} ${why[wrong?.code] ?? wrong?.code ?? answer.error.code}`);
  }
  const nameOf = new Map(
    core
      .run('inspect', { file: round, cells: true })
      .result.cells.slice(1)
      .map(([code, name]) => [code, name]),
  );
  const codeOf = new Map([...nameOf].map(([code, name]) => [name, code]));
  const scores = readRows(new TextDecoder().decode(answer.columns.get('scores')));
  const strange = scores.find(({ gemeentecode }) => !nameOf.has(gemeentecode));
  demand(strange === undefined, `${strange?.gemeentecode}: hoort niet bij de ronde`);
  const scored = new Set(scores.map(({ gemeentecode }) => gemeentecode));
  const lacking = [...nameOf.keys()].filter((code) => !scored.has(code));
  demand(lacking.length === 0, `${year}: zonder score: ${lacking.slice(0, 10).join(', ')}`);
  return {
    rows: [
      head,
      ...scores.map(({ gemeentecode, ses_woa }) => [
        gemeentecode,
        nameOf.get(gemeentecode),
        ses_woa,
      ]),
    ],
    combined: answer.findings
      .filter(({ code }) => code === 'municipality_merged')
      .map(({ about, raw }) => ({ code: codeOf.get(about), name: about, from: raw.split(', ') })),
  };
}

/**
 * Writes a vintage with its description, unless what is there is as good or better.
 * @returns {string} what was done
 */
export function writeVintage(directory, id, rows, description) {
  const csv = csvOf(rows);
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const path = join(directory, id);
  if (existsSync(`${path}.csv`) && existsSync(`${path}.json`)) {
    const there = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
    const same =
      createHash('sha256')
        .update(readFileSync(`${path}.csv`))
        .digest('hex') === sha256;
    const isWorse =
      (there.modified ?? '') > description.modified ||
      there.municipalities > description.municipalities ||
      (there.figures === 'definitive' && description.figures === 'provisional');
    if (same && there.sha256 === sha256) return `${id}: ongewijzigd`;
    if (isWorse) return `${id}: niet vervangen, want wat er is, is beter of nieuwer`;
  }
  writeWhole(`${path}.csv`, csv);
  writeWhole(`${path}.json`, `${JSON.stringify({ ...description, sha256 }, null, 2)}\n`);
  return `${id}: geschreven, ${rows.length - 1} gemeenten${description.combined?.length ? `, ${description.combined.length} samengevoegd` : ''}`;
}
