// npm run data: fetches the official figures from CBS, checks them, and writes them as vintages under
// public/data. `npm run data -- 85539NED` only that table; without tables all of them.
//
// A run that broke off goes on where it was: pages that came in are kept in build/data. A table that
// fails a check is not written, and the others are.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ServiceFault } from './data/fetch.mjs';
import { fetchPopulation, fetchScores } from './data/tables.mjs';
import {
  DataFault,
  changesFile,
  populationRows,
  readCsv,
  scoreRows,
  writeVintage,
} from './data/vintages.mjs';
import { root } from './run.mjs';
import { setUp } from './setup.mjs';

const populationTable = '03759ned';
const scoreTables = ['85163NED', '85539NED', '85900NED', '86092NED', '86296NED'];
const firstYear = 2019;
const licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'Bron: CBS',
};

const described = (kind, table, found, year, title, count, day) => ({
  kind,
  status: 'official',
  year,
  date: `${year}-01-01`,
  table,
  title,
  source: `CBS, tabel ${table} (“${found.title}”), versie van ${found.modified}`,
  url: `https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table}`,
  retrieved: day,
  municipalities: count,
  licence,
  version: found.version,
  modified: found.modified,
  figures: found.provisional.has(year) ? 'provisional' : 'definitive',
});

const years = (found) => [...new Set(found.figures.map((figure) => figure.year))].sort();

/** Names of the bundled files of inhabitants, newest first. */
const populationFiles = (directory) =>
  readdirSync(join(directory, 'population'))
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .sort()
    .reverse();

async function refreshPopulation(settings, say) {
  const found = await fetchPopulation(settings.v4, populationTable, firstYear, settings.how);
  const provinceOf = new Map();
  for (const name of populationFiles(settings.directory)) {
    for (const row of readCsv(join(settings.directory, 'population', name))) {
      if (!provinceOf.has(row.gemeentecode)) provinceOf.set(row.gemeentecode, row.provincie);
    }
  }
  for (const year of years(found)) {
    const rows = populationRows(found, year, provinceOf);
    const title = { nl: `Bevolking op 1 januari ${year}`, en: `Population on 1 January ${year}` };
    const about = described(
      'population',
      populationTable,
      found,
      year,
      title,
      rows.length - 1,
      settings.day,
    );
    say(writeVintage(settings.directory, `population/${year}`, rows, about));
  }
}

/** The core with what scores are combined by: every bundled population, and where municipalities went. */
async function startCore(directory) {
  const { load } = await import('../build/node/index.mjs');
  const core = await load(readFileSync(`${root}build/wasm/spreidingswijzer-core.wasm`));
  const vintages = populationFiles(directory).map((name) => ({
    file: `population/${name}`,
    status: 'official',
    year: Number(name.slice(0, 4)),
  }));
  for (const file of [...vintages.map((vintage) => vintage.file), changesFile])
    core.put(file, readFileSync(join(directory, file)));
  return { core, vintages };
}

/** The population of the round that rests on these scores; of no round: the newest. */
function populationOf(directory, table, year, vintages) {
  const folder = join(directory, 'rounds');
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) =>
    name.endsWith('.json'),
  );
  const rounds = names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const round = rounds
    .filter(({ scores }) => scores.year === year && [null, table].includes(scores.table))
    .find(({ scores }) => scores.vintage === undefined);
  const file = `population/${round?.population.year}.csv`;
  return vintages.some((vintage) => vintage.file === file) ? file : vintages[0]?.file;
}

async function refreshScores(table, settings, say) {
  const found = await fetchScores(settings, table, settings.how);
  const { core, vintages } = await startCore(settings.directory);
  for (const year of years(found).filter((of) => of >= firstYear)) {
    const round = populationOf(settings.directory, table, year, vintages);
    const { rows, combined } = scoreRows(core, found, year, { round, vintages });
    const title = { nl: `SES-WOA ${year}, tabel ${table}`, en: `SES-WOA ${year}, table ${table}` };
    const about = described('scores', table, found, year, title, rows.length - 1, settings.day);
    say(writeVintage(settings.directory, `scores/${year}-${table}`, rows, { ...about, combined }));
  }
}

/**
 * @param {{ tables?: string[], v4: string, v3: string, directory: string, cache: string,
 *   pause?: number, day?: string, log?: (line: string) => void }} options
 * @returns {Promise<boolean>} whether every table came in and passed its checks
 */
export async function refresh({ tables = [], pause = 2_000, log = console.log, ...options }) {
  const day = options.day ?? new Date().toISOString().slice(0, 10);
  // What has no version of its own yet is kept for a day.
  const settings = { ...options, day, how: { log, pause, cache: options.cache, version: day } };
  const wanted = tables.length > 0 ? tables : [populationTable, ...scoreTables];
  let good = true;
  for (const table of wanted) {
    log(`${table}:`);
    const say = (line) => log(`  ${line}`);
    try {
      if (table === populationTable) await refreshPopulation(settings, say);
      else if (scoreTables.includes(table)) await refreshScores(table, settings, say);
      else
        throw new DataFault(
          `deze tabel is niet bekend; er zijn: ${[populationTable, ...scoreTables].join(', ')}`,
        );
    } catch (fault) {
      if (!(fault instanceof ServiceFault) && !(fault instanceof DataFault)) throw fault;
      good = false;
      say(`mislukt: ${fault.message}`);
    }
  }
  return good;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      v4: { type: 'string', default: 'https://datasets.cbs.nl/odata/v1/CBS' },
      v3: { type: 'string', default: 'https://opendata.cbs.nl/ODataApi/OData' },
      directory: { type: 'string', default: `${root}public/data` },
      cache: { type: 'string', default: `${root}build/data` },
    },
  });
  setUp();
  const { buildCore } = await import('./build.mjs');
  await buildCore();
  const good = await refresh({ ...values, tables: positionals });
  if (!good) process.exitCode = 1;
}
