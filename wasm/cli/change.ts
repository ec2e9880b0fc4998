/** `change`: two results beside each other, and why each figure changed. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import catalogue from 'virtual:catalogue';
import type { Basis, ChangeResult, ChangeRow, ChangeSide, Core } from '../index.ts';
import {
  type Round,
  bundledFiles,
  chosenVintage,
  fileName,
  findRound,
  newestRound,
  printedSide,
} from '../rounds/catalogue.ts';
import { causeText, causesMissingText, changeMethodText } from '../words/sentences.ts';
import { WrongCall, oneOf } from './call.ts';
import type { Command } from './command.ts';
import { caveats, putFile, readInputs } from './inputs.ts';
import { alignedTable, emit, jsonText, report, tell } from './output.ts';

const help = `spreidingswijzer change --from UITKOMST --to UITKOMST
                        [--from-population BESTAND] [--from-scores BESTAND] [--from-need AANTAL]
                        [--to-population BESTAND] [--to-scores BESTAND] [--to-need AANTAL]
                        [--by municipality|province] [--format table|csv|json]
                        [--dialect international|nl] [--out BESTAND] [--language nl|en]

Zet twee uitkomsten naast elkaar: oud, nieuw, verschil en procent. Tussen twee berekende uitkomsten
ook waardoor: eerst de behoefte, dan de inwoners, dan de score.

  --from, --to  een ronde (2024, 2026, example): de berekening van die ronde;
                published:2024: de genoemde cijfers van die ronde;
                of een CSV-bestand met gepubliceerde cijfers; namen zonder code worden herkend
                als gemeenten van de ronde aan de andere kant, of anders van de nieuwste
  --from-scores, --to-scores, --from-population, --to-population, --from-need, --to-need
                eigen bestanden of een eigen behoefte voor een berekende kant
  --by          municipality (standaard) of province
  --format      table (standaard), csv of json
  --dialect     international: komma, punt, UTF-8 (standaard); nl: puntkomma, komma, BOM
  --out         schrijft naar een bestand in plaats van naar het scherm

Waar een kant geen aantal heeft maar grenzen of een marge, staan beide uiteinden er; de oorzaken dan ook,
de kleinste eerst (format csv zegt welke bij elkaar horen). Wat genoemd is, gaat voor wat geschat is.
`;

const published = 'published:';

interface Side {
  readonly side: ChangeSide;
  /** Nothing for a printed table. */
  readonly round: Round | undefined;
  readonly computed: boolean;
}

type Values = Readonly<Record<string, string | undefined>>;

function asPrinted(core: Core, side: ChangeSide): Side {
  for (const { name, bytes } of bundledFiles(catalogue)) core.put(name, bytes);
  return { side, round: undefined, computed: false };
}

const roundOf = (asked = ''): Round | undefined =>
  findRound(catalogue, asked.startsWith(published) ? asked.slice(published.length) : asked);

function readSide(core: Core, values: Values, end: 'from' | 'to'): Side {
  const asked = values[end];
  if (asked === undefined) throw new WrongCall(`geef --${end}`);
  if (asked.startsWith(published)) {
    const round = roundOf(asked);
    const side = round === undefined ? undefined : printedSide(catalogue, round);
    if (side === undefined)
      throw new WrongCall(`van “${asked}” zijn geen genoemde cijfers in dit programma`);
    return asPrinted(core, side);
  }
  if (findRound(catalogue, asked) === undefined && existsSync(asked)) {
    const known = roundOf(values[end === 'from' ? 'to' : 'from']) ?? newestRound(catalogue);
    return asPrinted(core, {
      printed: {
        ...putFile(core, asked, { role: 'table' }),
        provinces: known.provinces,
        list: fileName(chosenVintage(catalogue, known.population)),
      },
    });
  }
  const { round, parameters } = readInputs(core, {
    round: asked,
    population: values[`${end}-population`],
    scores: values[`${end}-scores`],
    need: values[`${end}-need`],
  });
  return { side: { computed: parameters }, round, computed: true };
}

const number = (value: number | null): string => (value === null ? '' : String(value));
/** A number, or both ends. */
const ends = (value: number | null, range: readonly [number, number] | null | undefined): string =>
  value === null && range != null ? `${range[0]}…${range[1]}` : number(value);
const signed = (text: string | null): string =>
  text === null ? '' : text.startsWith('-') || !/[1-9]/.test(text) ? text : `+${text}`;

function rowCells(row: ChangeRow, withCauses: boolean, withMinors: boolean): string[] {
  const cells = [
    row.code ?? '',
    row.name,
    ends(row.from, row.range?.from),
    ends(row.to, row.range?.to),
    row.difference === null ? ends(null, row.range?.difference) : signed(String(row.difference)),
    row.percent === null ? '' : `${signed(row.percent)} %`,
    ...(withMinors
      ? [
          number(row.minors.from),
          number(row.minors.to),
          row.minors.difference === null ? '' : signed(String(row.minors.difference)),
        ]
      : []),
  ];
  if (!withCauses) return cells;
  const { causes, causeEnds } = row;
  const short = (text: string): string => signed(Number(text).toFixed(1));
  return [
    ...cells,
    ...(['need', 'population', 'score', 'rounding'] as const).map((cause) =>
      causeEnds === null
        ? signed(causes?.[cause] ?? null)
        : [causeEnds.low[cause], causeEnds.high[cause]]
            .sort((one, other) => Number(one) - Number(other))
            .map(short)
            .join('…'),
    ),
  ];
}

function changeTable(result: ChangeResult, by: 'municipality' | 'province'): string {
  const withCauses = result.causesMissing === null;
  const rows = by === 'province' ? result.provinces : result.municipalities;
  const withMinors = rows.some(({ minors }) => minors.from !== null || minors.to !== null);
  return alignedTable(
    [
      [
        'code',
        'naam',
        'oud',
        'nieuw',
        'verschil',
        'procent',
        ...(withMinors ? ['amv oud', 'amv nieuw', 'verschil amv'] : []),
        ...(withCauses
          ? (['need', 'population', 'score', 'rounding'] as const).map((cause) =>
              causeText(cause, 'nl'),
            )
          : []),
      ],
      ...rows
        .filter((row) => row.from !== null || row.to !== null || row.range !== null)
        .map((row) => rowCells(row, withCauses, withMinors)),
    ],
    2,
  );
}

function run(core: Core, args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      'from-population': { type: 'string' },
      'from-scores': { type: 'string' },
      'from-need': { type: 'string' },
      'to-population': { type: 'string' },
      'to-scores': { type: 'string' },
      'to-need': { type: 'string' },
      by: { type: 'string', default: 'municipality' },
      format: { type: 'string', default: 'table' },
      dialect: { type: 'string', default: 'international' },
      out: { type: 'string' },
      language: { type: 'string', default: 'nl' },
    },
  });
  const by = oneOf('by', values.by, ['municipality', 'province'] as const);
  const format = oneOf('format', values.format, ['table', 'csv', 'json'] as const);
  const dialect = oneOf('dialect', values.dialect, ['international', 'nl'] as const);
  const language = oneOf('language', values.language, ['nl', 'en'] as const);
  const from = readSide(core, values, 'from');
  const to = readSide(core, values, 'to');
  const answer = core.run('change', {
    from: from.side,
    to: to.side,
    ...(format === 'csv' ? { dialect } : {}),
  });
  const status = report(answer, language);
  if (!answer.ok) return status;

  const { result } = answer;
  const needs = [result.need.from, result.need.to];
  const bases = [result.fromBasis, result.toBasis];
  const said = [from, to].flatMap(({ computed, round }, index) => {
    const basis = bases[index];
    return computed && basis !== undefined && basis !== 'published'
      ? caveats({ basis: basis satisfies Basis, need: needs[index] ?? 0 }, round)
      : [];
  });
  for (const line of new Set(said)) tell(line);
  tell(
    result.causesMissing === null
      ? changeMethodText(
          result.municipalities.some(({ causeEnds }) => causeEnds !== null),
          language,
        )
      : causesMissingText(result.causesMissing, language),
  );
  if (format === 'csv') {
    const bytes = answer.columns.get('csv');
    if (!(bytes instanceof Uint8Array)) throw new Error('the core gave no CSV');
    emit(bytes, values.out);
  } else if (format === 'json') {
    emit(jsonText(result), values.out);
  } else {
    emit(changeTable(result, by), values.out);
  }
  return status;
}

export const change: Command = { help, run };
