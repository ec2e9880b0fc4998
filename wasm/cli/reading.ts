/** What a call says about reading a file: `--map`, `--period`, `--code-list`. */
import type { FileReading, MappedMeaning } from '../index.ts';
import { WrongCall } from './call.ts';

export const readingOptions = {
  map: { type: 'string', multiple: true },
  period: { type: 'string', multiple: true },
  'code-list': { type: 'string', multiple: true },
} as const;

export const readingHelp = `  --map         welke kolom wat is: inwoners=Bevolking,gemeentecode=Regio,score=#3
                (#3: de derde kolom; “inwoners=” zonder kolom: geen). Ervoor mag population: of
                scores: staan. Wat kan: gemeentecode, gemeente, provincie, inwoners, score,
                opvangplaatsen, amv, periode
  --period      welke periode telt, zoals 2023; ook population:2023 en scores:2021
  --code-list   codelijst bij een OData-bestand, zoals MeasureCodes.csv
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

export type FileRole = 'population' | 'scores' | 'file';

/** `population:inwoners=Bevolking` is about the inhabitants alone. */
function forRole(text: string, role: FileRole): string | undefined {
  const split = /^(population|scores):(.*)$/su.exec(text);
  if (split === null) return text;
  return split[1] === role || role === 'file' ? (split[2] ?? '') : undefined;
}

/** A figure belongs to its own file, also where a call does not say so. */
const belongs = (meaning: MappedMeaning, role: FileRole): boolean =>
  role === 'file' ||
  (role === 'population'
    ? meaning !== 'score'
    : meaning !== 'inhabitants' && meaning !== 'province');

function columnsOf(maps: readonly string[], role: FileRole): FileReading['columns'] {
  const columns: { [meaning in MappedMeaning]?: string | number | null } = {};
  for (const text of maps) {
    const said = forRole(text, role);
    if (said === undefined) continue;
    for (const pair of said.split(',')) {
      const at = pair.indexOf('=');
      const meaning = meanings[(at < 0 ? pair : pair.slice(0, at)).trim().toLowerCase()];
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

/** @param codeLists names under which the code lists were put before the core */
export function fileReading(
  values: { readonly map?: string[] | undefined; readonly period?: string[] | undefined },
  role: FileRole,
  codeLists: readonly string[] = [],
): FileReading {
  const columns = columnsOf(values.map ?? [], role);
  const period = (values.period ?? [])
    .map((text) => forRole(text, role))
    .filter((text) => text !== undefined)
    .at(-1);
  return {
    ...(columns === undefined || Object.keys(columns).length === 0 ? {} : { columns }),
    ...(period === undefined ? {} : { period }),
    ...(codeLists.length === 0 ? {} : { codeLists }),
  };
}
