// Figures of CBS to vintages: checked against totals, provinces and the municipalities of the round,
// and written only where they are better than what is there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Rows of a CSV file of this program's own, which quotes only where it must. */
export function readCsv(path) {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
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

const thousandths = (value, code) => {
  const units = Math.round(value * 1000);
  demand(
    Number(`${units}e-3`) === value && Math.abs(units) < 1000,
    `${code}: ${value} is geen score met drie decimalen tussen −1 en 1`,
  );
  return units;
};

// Σ s·p ÷ Σ p, a half away from zero, as core/mergers.hpp says.
function meanScore(parts) {
  const people = parts.reduce((sum, part) => sum + BigInt(part.inhabitants), 0n);
  const weighted = parts.reduce(
    (sum, part) => sum + BigInt(part.units) * BigInt(part.inhabitants),
    0n,
  );
  const size = weighted < 0n ? -weighted : weighted;
  const rounded = Number((2n * size + people) / (2n * people));
  return weighted < 0n ? -rounded : rounded;
}

/** Where a municipality went, followed to the municipalities of the round. */
function successors(code, round, changes) {
  if (round.has(code)) return [code];
  const into = changes
    .filter((change) => change.gemeentecode === code)
    .flatMap((change) => successors(change.naar_gemeentecode, round, changes));
  return [...new Set(into)];
}

/**
 * Scores of one year with the municipalities of the round.
 * @param populations  of each year, code → inhabitants; the newest that has all former municipalities counts
 */
export function scoreRows(table, year, { round, changes, populations }) {
  const scores = municipalities(table, year);
  const former = [...scores.keys()].filter((code) => !round.has(code));
  const own = populations.find((people) => former.every((code) => people.has(code)));
  demand(own !== undefined, `${year}: geen inwoners van de indeling van deze scores`);
  const parts = new Map();
  for (const [code, value] of scores) {
    const into = successors(code, round, changes);
    demand(
      into.length === 1,
      `${code}: ${into.length === 0 ? 'hoort niet bij de ronde' : 'is verdeeld'}`,
    );
    const part = { code, units: thousandths(value, code), inhabitants: own.get(code) ?? 0 };
    parts.set(into[0], [...(parts.get(into[0]) ?? []), part]);
  }
  const lacking = [...round.keys()].filter((code) => !parts.has(code));
  demand(lacking.length === 0, `${year}: zonder score: ${lacking.slice(0, 10).join(', ')}`);
  const combined = [];
  const rows = [...round].map(([code, name]) => {
    const list = parts.get(code);
    if (list.length > 1) {
      demand(
        list.every((part) => part.inhabitants > 0),
        `${code}: inwoners van een deel onbekend`,
      );
      combined.push({ code, name, from: list.map((part) => part.code) });
    }
    const units = list.length === 1 ? list[0].units : meanScore(list);
    const digits = String(Math.abs(units)).padStart(4, '0');
    return [code, name, `${units < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`];
  });
  return { rows: [['gemeentecode', 'gemeente', 'ses_woa'], ...rows], combined };
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
