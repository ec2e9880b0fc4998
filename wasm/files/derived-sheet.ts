/**
 * The calculation sheet of a derived round: what a complete printed table leaves of every share, as
 * formulas, so that anyone can redo the bounds in a spreadsheet, without our code.
 *
 * A figure that was rounded to v lay from v − 1/2 up to v + 1/2, and all together they are the need of
 * the table. In half places: each is at least 2·v − 1 and has room for 2 more (of a nought: 0 and 1);
 * what is left of twice the need, the rest, is divided over that room. A share is greatest where the
 * rest fills its own room first and then that of the municipalities that weigh least now; it is least in
 * the reverse. See `core/key/derived.hpp`.
 */
import type { DerivedSheetResult, DerivedSheetRow, Figure } from '../index.ts';
import {
  type Cell,
  type Worksheet,
  columnName,
  headed,
  heading,
  note,
  placeOf,
} from './workbook.ts';
import { headRows, notDecided, questionHead, sumOfProvince, wholeColumn } from './sheet-rows.ts';

const low = ({ places, low: least }: Figure): number => places ?? least ?? 0;
const high = ({ places, high: most }: Figure): number => places ?? most ?? 0;

/** Places on the sheet "Vraag" that the formulas name. */
const at = {
  need: 'Vraag!$B$3',
  minors: 'Vraag!$B$4',
  rest: 'Vraag!$B$6',
  room: 'Vraag!$B$7',
} as const;

/** The columns of "Rekenblad", in their order; those of minors only where their need is known. */
const columns = [
  'code',
  'name',
  'province',
  'now',
  'then',
  'printed',
  'least',
  'room',
  'slope',
  'rank',
  'before',
  'ownLow',
  'othersHigh',
  'ownHigh',
  'othersLow',
  'low',
  'high',
  'nowRow',
  'printedRow',
  'minorsLow',
  'minorsHigh',
] as const;
type Column = (typeof columns)[number];
const letter = (column: Column): string => columnName(columns.indexOf(column));

/** Half places of a printed figure: the least that was behind it, and how much more it may be. */
const least = (printed: number): number => (printed === 0 ? 0 : 2 * printed - 1);
const room = (printed: number): number => (printed === 0 ? 1 : 2);

/** What the formulas between inputs and bounds come to. */
function steps(rows: readonly DerivedSheetRow[], tableNeed: number) {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const slopes = rows.map(({ inhabitants, tableInhabitants }) => inhabitants / tableInhabitants);
  const ascending = rows
    .map((_, i) => i)
    .sort((a, b) => (slopes[a] ?? 0) - (slopes[b] ?? 0) || a - b);
  const before: number[] = [];
  const rank: number[] = [];
  let filled = 0;
  ascending.forEach((i, position) => {
    rank[i] = position + 1;
    before[i] = filled;
    filled += room(rows[i]?.printed ?? 0);
  });
  const rest = 2 * tableNeed - sum(rows.map(({ printed }) => least(printed)));
  const others = (own: number, left: number, isBefore: (j: number) => number): number =>
    sum(
      rows.map(({ printed }, j) =>
        j === own
          ? 0
          : (slopes[j] ?? 0) *
            (least(printed) + Math.min(Math.max(left - isBefore(j), 0), room(printed))),
      ),
    );
  return {
    rest,
    room: filled,
    of: rows.map(({ printed }, i) => {
      const own = room(printed);
      const most = Math.min(own, rest);
      const forced = Math.max(0, rest - (filled - own));
      const after = (j: number): number => filled - (before[j] ?? 0) - room(rows[j]?.printed ?? 0);
      const skipped = (j: number, later: boolean): number =>
        (rank[j] ?? 0) > (rank[i] ?? 0) === later ? own : 0;
      return {
        slope: slopes[i] ?? 0,
        rank: rank[i] ?? 0,
        before: before[i] ?? 0,
        ownLow: (least(printed) + forced) * (slopes[i] ?? 0),
        othersHigh: others(i, rest - forced, (j) => after(j) - skipped(j, false)),
        ownHigh: (least(printed) + most) * (slopes[i] ?? 0),
        othersLow: others(i, rest - most, (j) => (before[j] ?? 0) - skipped(j, true)),
      };
    }),
  };
}

/** The formulas of one row of "Rekenblad". */
function formulas(row: number, last: number) {
  const own = (column: Column): string => `${letter(column)}${row}`;
  const all = (column: Column): string =>
    `${letter(column)}$${headRows + 1}:${letter(column)}$${last}`;
  const most = `MIN(${own('room')},${at.rest})`;
  const forced = `MAX(0,${at.rest}-(${at.room}-${own('room')}))`;
  // What is put into the others, whose room is filled from `before` on: between nought and their room.
  const others = (left: string, before: string): string => {
    const put = `(${at.rest}-${left}-${before})`;
    return `SUMPRODUCT((${all('rank')}<>${own('rank')})*${all('slope')}*(${all('least')}+(ABS${put}+${all('room')}-ABS(${put}-${all('room')}))/2))`;
  };
  const rounded = (need: string, mine: Column, rest: Column): string =>
    `INT((2*${need}*${own(mine)}+${own(mine)}+${own(rest)})/(2*(${own(mine)}+${own(rest)})))`;
  // The upper end is not attained: a half there does not go up.
  const below = (need: string): string =>
    `-INT((${own('ownHigh')}+${own('othersLow')}-2*${need}*${own('ownHigh')})/(2*(${own('ownHigh')}+${own('othersLow')})))`;
  const highest = (need: string, lowest: Column): string =>
    `MAX(${own(lowest)},IF(${at.rest}<${own('room')},${rounded(need, 'ownHigh', 'othersLow')},${below(need)}))`;
  return {
    least: `IF(${own('printed')}=0,0,2*${own('printed')}-1)`,
    room: `IF(${own('printed')}=0,1,2)`,
    slope: `${own('now')}/${own('then')}`,
    rank: `SUMPRODUCT((${all('slope')}<${own('slope')})*1)+SUMPRODUCT((${letter('slope')}$${headRows + 1}:${own('slope')}=${own('slope')})*1)`,
    before: `SUMIF(${all('rank')},"<"&${own('rank')},${all('room')})`,
    ownLow: `(${own('least')}+${forced})*${own('slope')}`,
    othersHigh: others(
      forced,
      `(${at.room}-${all('before')}-${all('room')}-(${all('rank')}<${own('rank')})*${own('room')})`,
    ),
    ownHigh: `(${own('least')}+${most})*${own('slope')}`,
    othersLow: others(most, `(${all('before')}-(${all('rank')}>${own('rank')})*${own('room')})`),
    low: rounded(at.need, 'ownLow', 'othersHigh'),
    high: highest(at.need, 'low'),
    minorsLow: rounded(at.minors, 'ownLow', 'othersHigh'),
    minorsHigh: highest(at.minors, 'minorsLow'),
  };
}

function municipalities(result: DerivedSheetResult, made: ReturnType<typeof steps>): Worksheet {
  const last = headRows + result.municipalities.length;
  const rows = result.municipalities.map((municipality, index): Cell[] => {
    const row = headRows + index + 1;
    const formula = formulas(row, last);
    const step = made.of[index];
    const whole = (column: keyof typeof formula, value: number): Cell => ({
      formula: formula[column],
      value,
      style: 'whole',
    });
    const part = (column: keyof typeof formula & keyof NonNullable<typeof step>): Cell => ({
      formula: formula[column],
      value: step?.[column] ?? 0,
      style: column === 'rank' || column === 'before' ? 'whole' : 'decimal',
    });
    const { printed, total, minors } = municipality;
    return [
      municipality.code,
      municipality.name,
      municipality.province,
      { value: municipality.inhabitants, style: 'input' },
      { value: municipality.tableInhabitants, style: 'input' },
      { value: printed, style: 'input' },
      whole('least', least(printed)),
      whole('room', room(printed)),
      part('slope'),
      part('rank'),
      part('before'),
      part('ownLow'),
      part('othersHigh'),
      part('ownHigh'),
      part('othersLow'),
      whole('low', low(total)),
      whole('high', high(total)),
      municipality.inhabitantsRow,
      municipality.printedRow,
      ...(minors === null
        ? []
        : [whole('minorsLow', low(minors)), whole('minorsHigh', high(minors))]),
    ];
  });
  const minors = result.minors !== null;
  return {
    name: 'Rekenblad',
    widths: [13, 26, 16, 12, 12, 10, 12, 10, 16, 8, 10, 18, 20, 18, 20, 10, 10, 12, 12, 10, 10],
    frozenRows: headRows,
    rows: [
      ...headed([
        ['gemeentecode', '', ''],
        ['gemeente', '', ''],
        ['provincie', '', ''],
        ['inwoners van de ronde', 'Wet, artikel 3', placeOf(result.population)],
        ['inwoners van de tabel', 'Wet, artikel 3', placeOf(result.tablePopulation)],
        ['genoemd in de tabel', 'afgerond aantal', placeOf(result.printed)],
        ['minst, in halve plekken', 'wat afronden ten minste toelaat: 2 × genoemd − 1', ''],
        ['ruimte, in halve plekken', 'hoeveel het meer mag zijn; de bovenkant telt niet mee', ''],
        ['verhouding', 'inwoners van de ronde ÷ die van de tabel', ''],
        ['rang', 'van de verhouding, oplopend', ''],
        ['ruimte ervoor', 'van wie lager staat in rang', ''],
        ['eigen gewicht, minst', 'minst × verhouding', ''],
        ['van de anderen, meest', 'de rest bij wie het zwaarst telt', ''],
        ['eigen gewicht, meest', 'de rest eerst hier', ''],
        ['van de anderen, minst', 'de rest bij wie het lichtst telt', ''],
        ['laag', 'behoefte × eigen minst ÷ (eigen minst + anderen meest), afgerond', ''],
        ['hoog', 'behoefte × eigen meest ÷ (eigen meest + anderen minst), afgerond', ''],
        ['regel inwoners', 'in het bestand met inwoners', ''],
        ['regel tabel', 'in het bestand met de tabel', ''],
        ...(minors
          ? [
              ['amv laag', 'Besluit, artikel 2.2', ''],
              ['amv hoog', 'Besluit, artikel 2.2', ''],
            ]
          : []),
      ]),
      ...rows,
    ],
  };
}

function question(
  result: DerivedSheetResult,
  made: ReturnType<typeof steps>,
  title: string,
): Worksheet {
  const last = headRows + result.municipalities.length;
  const whole = (column: Column): string => wholeColumn(letter(column), last);
  const { derivation, need, minors } = result;
  const total = (of: (figure: Figure) => number): number =>
    result.municipalities.reduce((sum, row) => sum + of(row.total), 0);
  return {
    name: 'Vraag',
    widths: [46, 22, 90],
    frozenRows: 0,
    rows: [
      ...questionHead(title, need, minors),
      [
        'Behoefte van de tabel',
        { value: derivation?.need ?? 0, style: 'input' },
        'wat de tabel verdeelt',
      ],
      [
        'Rest, in halve plekken',
        { formula: `2*B5-SUM(${whole('least')})`, value: made.rest, style: 'whole' },
        'wat van twee keer die behoefte overblijft; ligt tussen 0 en de ruimte, anders klopt de tabel niet',
      ],
      [
        'Ruimte van alle gemeenten samen',
        { formula: `SUM(${whole('room')})`, value: made.room, style: 'whole' },
        null,
      ],
      [
        'Som van alle ondergrenzen',
        { formula: `SUM(${whole('low')})`, value: total(low), style: 'whole' },
        'niet alle gemeenten staan tegelijk op hun ondergrens: samen zijn ze de behoefte',
      ],
      [
        'Som van alle bovengrenzen',
        { formula: `SUM(${whole('high')})`, value: total(high), style: 'whole' },
        null,
      ],
      [],
      [
        derivation?.proven === true
          ? 'Bewezen, als de tabel, de inwoners van haar makers en gewoon afronden kloppen; en als de scores sindsdien gelijk bleven.'
          : 'Niet bewezen: er staan getallen in de tabel die niet lijken te kloppen.',
      ],
      [notDecided],
    ],
  };
}

function provinces(result: DerivedSheetResult): Worksheet {
  const minors = result.minors !== null;
  const last = headRows + result.municipalities.length;
  const sum = (column: Column, row: number): string =>
    sumOfProvince(letter('province'), letter(column), last, row);
  const together = (province: string, of: (row: DerivedSheetRow) => number): number =>
    result.municipalities
      .filter((row) => row.province === province)
      .reduce((all, row) => all + of(row), 0);
  return {
    name: 'Provincies',
    widths: [24, 20, 20, 12, 12, 12, 12],
    frozenRows: 2,
    rows: [
      [
        'provincie',
        'som van ondergrenzen',
        'som van bovengrenzen',
        'laag',
        'hoog',
        ...(minors ? ['amv laag', 'amv hoog'] : []),
      ].map(heading),
      [
        '',
        'van de gemeenten',
        'van de gemeenten',
        'door het programma berekend: de gemeenten van een provincie staan niet tegelijk op hun grens',
        'zonder formule',
        ...(minors ? ['', ''] : []),
      ].map(note),
      ...result.provinces.map((province, index): Cell[] => [
        province.name,
        {
          formula: sum('low', index + 3),
          value: together(province.name, ({ total }) => low(total)),
          style: 'whole',
        },
        {
          formula: sum('high', index + 3),
          value: together(province.name, ({ total }) => high(total)),
          style: 'whole',
        },
        low(province.total),
        high(province.total),
        ...(province.minors === null ? [] : [low(province.minors), high(province.minors)]),
      ]),
    ],
  };
}

/** @param title of the question */
export function derivedWorksheets(result: DerivedSheetResult, title: string): Worksheet[] {
  const made = steps(result.municipalities, result.derivation?.need ?? 0);
  return [municipalities(result, made), question(result, made, title), provinces(result)];
}
