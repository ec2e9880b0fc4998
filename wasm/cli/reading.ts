/** What a call says about reading a file: `--map`, `--period`, `--separator`, … */
import { lookUp } from '../contract/look-up.ts';
import type { FileRole } from '../files/sheets.ts';
import type { FileReading, MappedMeaning } from '../index.ts';
import { WrongCall, oneOf } from './call.ts';

export const readingOptions = {
  map: { type: 'string', multiple: true },
  period: { type: 'string', multiple: true },
  'code-list': { type: 'string', multiple: true },
  separator: { type: 'string', multiple: true },
  encoding: { type: 'string', multiple: true },
} as const;

export const readingHelp = `  --map         welke kolom wat is: inwoners=Bevolking,gemeentecode=Regio,score=#3
                (#3: de derde kolom; “inwoners=” zonder kolom: geen). Ervoor mag population:,
                scores: of table: staan. Wat kan: gemeentecode, gemeente, provincie, inwoners, score,
                opvangplaatsen, amv, periode
  --period      welke periode telt, zoals 2023; ook population:2023 en scores:2021
  --code-list   codelijst bij een OData-bestand, zoals MeasureCodes.csv
  --separator, --encoding
                het scheidingsteken (komma, puntkomma, tab of streep) en de codering (utf-8 of
                windows-1252) van een CSV-bestand, waar het programma die verkeerd ziet; ook
                population:puntkomma
`;

const meanings: Record<string, MappedMeaning> = {
  gemeentecode: 'code',
  code: 'code',
  gemeente: 'name',
  naam: 'name',
  name: 'name',
  provincie: 'province',
  province: 'province',
  inwoners: 'inhabitants',
  inhabitants: 'inhabitants',
  score: 'score',
  ses_woa: 'score',
  opvangplaatsen: 'places',
  places: 'places',
  amv: 'minors',
  minors: 'minors',
  periode: 'period',
  period: 'period',
};

/** `population:inwoners=Bevolking` is about the inhabitants alone. */
function forRole(text: string, role: FileRole): string | undefined {
  const split = /^(population|scores|table):(.*)$/su.exec(text);
  if (split === null) return text;
  return split[1] === role || role === 'file' ? (split[2] ?? '') : undefined;
}

const elsewhere: Record<FileRole, readonly MappedMeaning[]> = {
  population: ['score', 'places', 'minors'],
  scores: ['inhabitants', 'province', 'places', 'minors'],
  table: ['inhabitants', 'score'],
  file: [],
};
/** A figure belongs to its own file, also where a call does not say so. */
const belongs = (meaning: MappedMeaning, role: FileRole): boolean =>
  !elsewhere[role].includes(meaning);

function columnsOf(maps: readonly string[], role: FileRole): FileReading['columns'] {
  const columns: { [meaning in MappedMeaning]?: string | number | null } = {};
  for (const text of maps) {
    const said = forRole(text, role);
    if (said === undefined) continue;
    for (const pair of said.split(',')) {
      const at = pair.indexOf('=');
      const meaning = lookUp(meanings, (at < 0 ? pair : pair.slice(0, at)).trim().toLowerCase());
      if (at < 0 || meaning === undefined)
        throw new WrongCall(`--map is zoals inwoners=Bevolking (niet “${pair}”)`);
      const column = pair.slice(at + 1).trim();
      const number = /^#(\d{1,5})$/.exec(column)?.[1];
      if (belongs(meaning, role))
        columns[meaning] = column === '' ? null : number === undefined ? column : Number(number);
    }
  }
  return columns;
}

const separators: Record<string, NonNullable<FileReading['separator']>> = {
  ',': ',',
  komma: ',',
  comma: ',',
  ';': ';',
  puntkomma: ';',
  semicolon: ';',
  '\t': '\t',
  tab: '\t',
  '|': '|',
  streep: '|',
  bar: '|',
};

/** What was said last of this file, among what may be said of each. */
const saidOf = (texts: readonly string[] | undefined, role: FileRole): string | undefined =>
  (texts ?? [])
    .map((text) => forRole(text, role))
    .filter((text) => text !== undefined)
    .at(-1);

function separatorOf(text: string): NonNullable<FileReading['separator']> {
  const separator = lookUp(separators, text);
  if (separator === undefined)
    throw new WrongCall(`--separator is komma, puntkomma, tab of streep (niet “${text}”)`);
  return separator;
}

/** @param codeLists names under which the code lists were put before the core */
export function fileReading(
  values: {
    readonly map?: string[] | undefined;
    readonly period?: string[] | undefined;
    readonly separator?: string[] | undefined;
    readonly encoding?: string[] | undefined;
  },
  role: FileRole,
  codeLists: readonly string[] = [],
): FileReading {
  const columns = columnsOf(values.map ?? [], role);
  const period = saidOf(values.period, role);
  const separator = saidOf(values.separator, role);
  const encoding = saidOf(values.encoding, role)?.toLowerCase();
  return {
    ...(separator === undefined ? {} : { separator: separatorOf(separator) }),
    ...(encoding === undefined
      ? {}
      : { encoding: oneOf('encoding', encoding, ['utf-8', 'windows-1252'] as const) }),
    ...(columns === undefined || Object.keys(columns).length === 0 ? {} : { columns }),
    ...(period === undefined ? {} : { period }),
    ...(codeLists.length === 0 ? {} : { codeLists }),
  };
}
