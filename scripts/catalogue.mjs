// Gathers public/data into the catalogue that the page and the command line carry inside them.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import Papa from 'papaparse';

export const dataDirectory = fileURLToPath(new URL('../public/data/', import.meta.url));

const statuses = new Set(['official', 'estimate', 'invented', 'press', 'publication']);
const certainties = new Set(['known', 'inferred', 'assumed']);

const hands = new Set(['first', 'second', 'third']);
const numbers = new Set(['indicative', 'decided', 'own_sum', 'counted']);

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function demand(condition, file, sentence) {
  if (!condition) throw new Error(`${file}: ${sentence}`);
}

function readVintage(directory, folder, name) {
  const id = `${folder}/${name}`;
  const description = readJson(join(directory, `${id}.json`));
  demand(statuses.has(description.status), id, `status "${description.status}" is not known`);
  if (['published', 'places'].includes(description.kind)) {
    demand(hands.has(description.print?.hand), id, '"print" says no hand');
    demand(numbers.has(description.print?.number), id, '"print" says no kind of number');
    for (const field of ['chain', 'checked'])
      demand(description.print[field]?.nl && description.print[field]?.en, id, `no "${field}"`);
  }
  for (const field of ['kind', 'year', 'date', 'title', 'source', 'retrieved', 'licence']) {
    demand(description[field] !== undefined, id, `"${field}" is missing`);
  }
  return { id, ...description, csv: readFileSync(join(directory, `${id}.csv`), 'utf8') };
}

/** Regular and emergency places by code; a municipality that was not counted is not there. */
function countedPlaces(id, csv) {
  const [header, ...rows] = csv.trim().split('\n');
  demand(header === 'gemeentecode,gemeente,regulier,noodopvang', id, `unknown columns: ${header}`);
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [code, ...cells] = row.split(',');
      const [regular, emergency] = cells.slice(-2); // a name may hold a comma
      if (regular === '' && emergency === '') return [];
      demand(/^\d+$/.test(regular) && /^\d+$/.test(emergency), id, `no numbers: ${row}`);
      return [[code, [Number(regular), Number(emergency)]]];
    }),
  );
}

/** National housing targets per half-year, each with where it comes from and how sure that is. */
const nationalTargets = (csv) =>
  Papa.parse(csv, { header: true, skipEmptyLines: true }).data.map(
    ({ halfjaar, taakstelling, bron, zekerheid }) => ({
      halfYear: halfjaar,
      persons: Number(taakstelling),
      source: bron,
      certainty: zekerheid,
    }),
  );

function readRound(directory, name) {
  const round = readJson(join(directory, 'rounds', name));
  for (const choice of [round.population, round.scores]) {
    demand(certainties.has(choice.certainty), name, `certainty "${choice.certainty}" is not known`);
  }
  return round;
}

/**
 * @param {string} [directory] a folder laid out as public/data
 * @returns {import('../wasm/rounds/catalogue.ts').Catalogue}
 */
export function readCatalogue(directory = dataDirectory) {
  const folders = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'rounds')
    .map((entry) => entry.name)
    .sort();
  const vintages = folders.flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((file) => file.endsWith('.csv'))
      .sort()
      .map((file) => readVintage(directory, folder, file.slice(0, -'.csv'.length))),
  );
  const rounds = readdirSync(join(directory, 'rounds'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readRound(directory, file))
    .sort((a, b) => a.invented - b.invented || a.referenceDay.localeCompare(b.referenceDay));
  const dataUntil = vintages
    .filter((vintage) => vintage.status !== 'invented')
    .map((vintage) => vintage.retrieved)
    .reduce((latest, day) => (day > latest ? day : latest), '');
  const counted = Object.fromEntries(
    vintages
      .filter(({ kind }) => kind === 'places')
      .map(({ id, csv }) => [id, countedPlaces(id, csv)]),
  );
  const targets = vintages
    .filter(({ kind }) => kind === 'targets')
    .flatMap(({ csv }) => nationalTargets(csv));
  const earlier = join(directory, 'rounds/former');
  const former = readdirSync(earlier)
    .sort()
    .map((file) => readJson(join(earlier, file)));
  const province = join(directory, 'example/province');
  const exampleProvince = {
    workspace: readFileSync(join(province, 'workspace.json'), 'utf8'),
    locations: readFileSync(join(province, 'locations.csv'), 'utf8'),
  };
  // The first screen has these: a browser takes longer to make its own names of months than to compute.
  const locales = { nl: 'nl-NL', en: 'en-GB' };
  const written = (day) =>
    Object.entries(locales).map(([language, locale]) => [
      language,
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
    ]);
  const days = Object.fromEntries(
    rounds.map(({ referenceDay }) => [referenceDay, Object.fromEntries(written(referenceDay))]),
  );
  return { vintages, rounds, dataUntil, days, exampleProvince, former, counted, targets };
}

/** For the command line: `import catalogue from 'virtual:catalogue'`. */
export const catalogueModule = () => `export default ${JSON.stringify(readCatalogue())};`;

/** For the page: what `web/page/boot.ts` unpacked. */
export const bootedCatalogueModule = 'export default JSON.parse(await boot.catalogue);';
