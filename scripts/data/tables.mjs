// The tables of CBS, in the two forms of its OData services, turned into one list of figures.
import { ServiceFault, allRows, oneObject } from './fetch.mjs';

/** CBS's identifier of "Bevolking op 1 januari" in 03759ned. */
const populationMeasure = 'M000352';
/** "SES-WOA/Totaalscore/Gemiddelde score" in the older service; its parts have numbers of their own. */
const scoreColumn = 'GemiddeldeScore_29';

const year = (period) => (/^\d{4}JJ00$/.test(period) ? Number(period.slice(0, 4)) : undefined);
const quoted = (text) => text.replaceAll(' ', '%20');

/**
 * @typedef {{ region: string, year: number, value: number | null }} Figure
 * @typedef {{ figures: Figure[], names: Map<string, string>, provisional: Set<number>,
 *   version: string, modified: string, title: string, url: string }} Table
 */

/** Version and day of a table; they say whether what was kept is still of today. */
async function properties(base, table, how) {
  const found = await oneObject(`${base}/${table}/Properties`, how);
  if (typeof found?.Modified !== 'string') throw new ServiceFault(`${table}: geen versie`);
  return {
    version: String(found.Version ?? found.Modified),
    modified: found.Modified.slice(0, 10),
    title: String(found.Title ?? table),
  };
}

async function codes(base, table, dimension, how) {
  return allRows(`${base}/${table}/${dimension}Codes`, how);
}

const provisionalYears = (periods, key, status) =>
  new Set(
    periods
      .filter((period) => !/^definitief$/i.test(String(period[status] ?? 'Definitief')))
      .map((period) => year(String(period[key]).trim()))
      .filter((found) => found !== undefined),
  );

/** @returns {Promise<Table>} */
export async function fetchPopulation(base, table, from, how) {
  const about = await properties(base, table, how);
  const asking = { ...how, version: about.version };
  const filter =
    `Measure eq '${populationMeasure}' and Geslacht eq 'T001038' and Leeftijd eq '10000' and ` +
    `BurgerlijkeStaat eq 'T001019' and (startswith(RegioS,'NL') or startswith(RegioS,'PV') or ` +
    `startswith(RegioS,'GM')) and Perioden ge '${from}JJ00'`;
  const rows = await allRows(`${base}/${table}/Observations?$filter=${quoted(filter)}`, asking);
  const regions = await codes(base, table, 'RegioS', asking);
  const periods = await codes(base, table, 'Perioden', asking);
  return {
    ...about,
    url: `${base}/${table}`,
    figures: figuresOf(table, rows, 'RegioS', 'Value'),
    names: new Map(regions.map((region) => [region.Identifier.trim(), region.Title.trim()])),
    provisional: provisionalYears(periods, 'Identifier', 'Status'),
  };
}

function figuresOf(table, rows, region, column) {
  const first = rows[0];
  for (const needed of [region, 'Perioden', column]) {
    if (first !== undefined && !(needed in first))
      throw new ServiceFault(
        `${table}: de kolom “${needed}” is er niet; er zijn: ${Object.keys(first).join(', ')}`,
      );
  }
  return rows.flatMap((row) => {
    const of = year(String(row.Perioden).trim());
    if (of === undefined) return [];
    return [{ region: String(row[region]).trim(), year: of, value: row[column] ?? null }];
  });
}

/** The measure of the total score: "Gemiddelde score" in the group "Totaalscore". */
async function scoreMeasure(base, table, how) {
  const measures = await allRows(`${base}/${table}/MeasureCodes`, how);
  const groups = new Map(
    (await allRows(`${base}/${table}/MeasureGroups`, how)).map((group) => [group.Id, group]),
  );
  const isTotal = (id) => {
    for (let group = groups.get(id); group !== undefined; group = groups.get(group.ParentId)) {
      if (/^totaalscore$/i.test(group.Title.trim())) return true;
    }
    return false;
  };
  const found = measures.filter(
    (measure) =>
      /^gemiddelde score$/i.test(measure.Title.trim()) && isTotal(measure.MeasureGroupId),
  );
  if (found.length !== 1)
    throw new ServiceFault(
      `${table}: geen ene “Totaalscore/Gemiddelde score”; er zijn: ${measures.map((measure) => measure.Title).join(', ')}`,
    );
  return found[0].Identifier;
}

async function scoresOfNewService(base, table, how) {
  const about = await properties(base, table, how);
  const asking = { ...how, version: about.version };
  const measure = await scoreMeasure(base, table, asking);
  const filter = `Measure eq '${measure}' and startswith(WijkenEnBuurten,'GM')`;
  const rows = await allRows(`${base}/${table}/Observations?$filter=${quoted(filter)}`, asking);
  const regions = await codes(base, table, 'WijkenEnBuurten', asking);
  const periods = await codes(base, table, 'Perioden', asking);
  return {
    ...about,
    url: `${base}/${table}`,
    figures: figuresOf(table, rows, 'WijkenEnBuurten', 'Value'),
    names: new Map(regions.map((region) => [region.Identifier.trim(), region.Title.trim()])),
    provisional: provisionalYears(periods, 'Identifier', 'Status'),
  };
}

async function scoresOfOldService(base, table, how) {
  const info = (await allRows(`${base}/${table}/TableInfos`, how))[0];
  if (typeof info?.Modified !== 'string') throw new ServiceFault(`${table}: geen versie`);
  const asking = { ...how, version: info.Modified };
  const filter = `substring(WijkenEnBuurten,0,2) eq 'GM'`;
  const rows = await allRows(`${base}/${table}/TypedDataSet?$filter=${quoted(filter)}`, asking);
  const regions = await allRows(`${base}/${table}/WijkenEnBuurten`, asking);
  const periods = await allRows(`${base}/${table}/Perioden`, asking);
  return {
    version: info.Modified,
    modified: info.Modified.slice(0, 10),
    title: String(info.Title ?? table),
    url: `${base}/${table}`,
    figures: figuresOf(table, rows, 'WijkenEnBuurten', scoreColumn),
    names: new Map(regions.map((region) => [region.Key.trim(), region.Title.trim()])),
    provisional: provisionalYears(periods, 'Key', 'Status'),
  };
}

/**
 * The newer service first; where a table is only at the older one, that.
 * @returns {Promise<Table>}
 */
export async function fetchScores({ v4, v3 }, table, how) {
  try {
    return await scoresOfNewService(v4, table, how);
  } catch (fault) {
    if (!(fault instanceof ServiceFault) || fault.status !== 404) throw fault;
    how.log(`  ${table} staat niet op de nieuwe dienst; de oude wordt gevraagd`);
    return scoresOfOldService(v3, table, how);
  }
}
