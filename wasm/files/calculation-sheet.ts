/**
 * The calculation sheet (Rekenblad): the key of the decree as formulas over all municipalities, so that
 * anyone can redo the sum in a spreadsheet, without our code.
 *
 * The law rounds B × w ÷ W "rekenkundig". In floating point that quotient is itself rounded first, and a
 * spreadsheet's ROUND looks at about fifteen digits; near a half that can turn a figure. So the sheet
 * rounds with whole numbers, as the core does: INT((2·B·w + W) ÷ (2·W)). The core hands out no sheet
 * whose numbers pass 2^53, below which those are exact.
 */
import type {
  Basis,
  DerivedSheetResult,
  SheetColumn,
  SheetResult,
  VersionResult,
} from '../index.ts';
import type { Round } from '../rounds/catalogue.ts';
import { articleLinks } from '../words/articles.ts';
import { derivedWorksheets } from './derived-sheet.ts';
import { headRows, notDecided, questionHead, sumOfProvince, wholeColumn } from './sheet-rows.ts';
import { type Cell, type Worksheet, headed, heading, note, placeOf, workbook } from './workbook.ts';

const decree = 'Besluit, artikel 2.1';
const basisWords: Record<Exclude<Basis, 'estimate'>, string> = {
  official: 'officiële CBS-cijfers',
  cbs_file: 'een CBS-bestand, geladen door een gebruiker',
  own_input: 'eigen invoer van een gebruiker',
  derived: 'wat een volledige afgedrukte tabel over de gewichten zegt',
};
const certaintyWords = {
  known: 'bekend',
  inferred: 'door ons afgeleid',
  assumed: 'door ons aangenomen',
};

/** Places on the sheet "Vraag" that the formulas name. */
const at = {
  need: 'Vraag!$B$3',
  minors: 'Vraag!$B$4',
  unit: 'Vraag!$B$5',
  total: 'Vraag!$B$7',
} as const;

function question(result: SheetResult, title: string, last: number): Worksheet {
  const whole = (column: string): string => wholeColumn(column, last);
  const minors = result.minors !== null && result.minorsPlaces !== null;
  return {
    name: 'Vraag',
    widths: [46, 22, 70],
    frozenRows: 0,
    rows: [
      ...questionHead(title, result.need, result.minors),
      [
        'Eenheid van de score',
        10 ** result.scoreDecimals,
        `de scores hebben ${result.scoreDecimals} decimalen: in deze eenheid zijn het hele getallen`,
      ],
      [
        'Inwoners van alle gemeenten (In)',
        { formula: `SUM(${whole('D')})`, value: result.inhabitants, style: 'whole' },
        'valt weg uit de verdeling: boven en onder de streep staat hetzelfde',
      ],
      [
        'Totaal gewicht (W)',
        { formula: `SUM(${whole('G')})`, value: result.totalWeight, style: 'whole' },
        `${decree}: de som van alle wegingsfactoren`,
      ],
      [
        'Som van de afgeronde plaatsen',
        { formula: `SUM(${whole('I')})`, value: result.places, style: 'whole' },
        'kan enkele plaatsen van de behoefte verschillen: de wet herstelt dat niet',
      ],
      [
        'Verschil met de behoefte',
        { formula: 'B8-B3', value: result.difference, style: 'whole' },
        null,
      ],
      ...(minors
        ? [
            [
              'Som van de plaatsen voor amv',
              { formula: `SUM(${whole('K')})`, value: result.minorsPlaces, style: 'whole' },
              null,
            ] as Cell[],
          ]
        : []),
      [],
      [notDecided],
      ['De getallen zelf zijn te vergelijken met de tabel in de Staatscourant; die telt.'],
    ],
  };
}

function municipalities(result: SheetResult): Worksheet {
  const minors = result.minors !== null;
  const rounded = (need: string, row: number): string =>
    `INT((2*${need}*G${row}+${at.total})/(2*${at.total}))`;
  const rows = result.municipalities.map((municipality, index): Cell[] => {
    const row = headRows + index + 1;
    return [
      municipality.code,
      municipality.name,
      municipality.province,
      { value: municipality.inhabitants, style: 'input' },
      { value: municipality.score, decimal: municipality.score, style: 'score' },
      { formula: `ROUND(E${row}*${at.unit},0)`, value: municipality.scoreUnits, style: 'whole' },
      { formula: `(${at.unit}+F${row})*D${row}`, value: municipality.weight, style: 'whole' },
      { formula: `${at.need}*G${row}/${at.total}`, value: municipality.share, style: 'decimal' },
      { formula: rounded(at.need, row), value: municipality.places, style: 'whole' },
      ...(minors
        ? [
            {
              formula: `${at.minors}*G${row}/${at.total}`,
              value: municipality.minorsShare ?? 0,
              style: 'decimal',
            } as Cell,
            {
              formula: rounded(at.minors, row),
              value: municipality.minors ?? 0,
              style: 'whole',
            } as Cell,
          ]
        : [null, null]),
      municipality.inhabitantsRow,
      municipality.scoreRow,
    ];
  });
  return {
    name: 'Rekenblad',
    widths: [13, 26, 16, 12, 12, 12, 18, 20, 16, 20, 10, 16, 16],
    frozenRows: headRows,
    rows: [
      ...headed([
        ['gemeentecode', '', ''],
        ['gemeente', '', ''],
        ['provincie', '', ''],
        ['inwoners (iG)', 'Wet, artikel 3', placeOf(result.population)],
        ['SES-WOA-score', 'Wet, artikel 3', placeOf(result.scores)],
        ['score als heel getal', 'score × eenheid', ''],
        ['gewicht (w)', `${decree}, lid 2: (1 + score) × inwoners`, ''],
        ['onafgerond', `${decree}, lid 3: BO × w ÷ W`, ''],
        [
          'opvangplaatsen (Iv)',
          'rekenkundig afgerond, met hele getallen: INT((2·BO·w + W) ÷ (2·W))',
          '',
        ],
        minors ? ['amv onafgerond', 'Besluit, artikel 2.2', ''] : [],
        minors ? ['amv', 'op dezelfde manier afgerond', ''] : [],
        ['regel inwoners', 'in het bestand met inwoners', ''],
        ['regel score', 'in het bestand met scores', ''],
      ]),
      ...rows,
    ],
  };
}

function provinces(result: SheetResult, last: number): Worksheet {
  const minors = result.minors !== null;
  const sum = (column: string, row: number): string => sumOfProvince('C', column, last, row);
  return {
    name: 'Provincies',
    widths: [24, 20, 12],
    frozenRows: 2,
    rows: [
      ['provincie', 'opgave', minors ? 'waarvan amv' : ''].map(heading),
      [note(''), note('som van de afgeronde getallen van de gemeenten'), note('')],
      ...result.provinces.map((province, index): Cell[] => [
        province.name,
        { formula: sum('I', index + 3), value: province.places, style: 'whole' },
        minors
          ? { formula: sum('K', index + 3), value: province.minors ?? 0, style: 'whole' }
          : null,
      ]),
    ],
  };
}

function sources(
  result: SheetResult | DerivedSheetResult,
  round: Round | undefined,
  version: VersionResult,
): Worksheet {
  const file = (name: string, column: SheetColumn): Cell[] => [
    name,
    column.file,
    `SHA-256 ${column.sha256} (${column.bytes} bytes)`,
  ];
  const choice = (name: string, of: { year: number; certainty: keyof typeof certaintyWords }) => [
    name,
    String(of.year),
    certaintyWords[of.certainty],
  ];
  return {
    name: 'Bronnen',
    widths: [34, 46, 90],
    frozenRows: 1,
    rows: [
      ['wat', 'welk', 'bijzonderheden'].map(heading),
      [
        'gerekend met',
        basisWords[result.basis],
        round?.invented === true ? 'verzonnen voorbeeld' : '',
      ],
      file('inwoners', result.population),
      ...(result.basis === 'derived'
        ? [
            file('inwoners van de makers van de tabel', result.tablePopulation),
            file('afgedrukte tabel', result.printed),
          ]
        : [file('SES-WOA-score', result.scores)]),
      ...(round === undefined || round.invented
        ? []
        : [
            ['ronde', round.title.nl, `plekken op ${round.referenceDay}`],
            ['behoefte', round.need.source, round.need.date],
            choice('inwoners van 1 januari', round.population),
            ...(result.basis === 'derived' ? [] : [choice('jaar van de score', round.scores)]),
          ]),
      ['Wet, artikel 3', 'BWBR0049307, 2024-01-31', articleLinks.act3],
      ['Besluit, artikel 2.1 en 2.2', 'BWBR0049310, 2024-03-30', articleLinks.decree21],
      [
        'gemaakt met',
        `Spreidingswijzer ${version.version} (${version.commit})`,
        'onofficieel hulpmiddel',
      ],
    ],
  };
}

/** The bytes of the .xlsx; the same for the same question. In Dutch, as the law is. */
export function calculationSheet(
  result: SheetResult | DerivedSheetResult,
  round: Round | undefined,
  version: VersionResult,
): Uint8Array {
  const title = `Rekenblad: ${round?.title.nl ?? 'eigen vraag'}`;
  const last = headRows + result.municipalities.length;
  const worksheets =
    result.basis === 'derived'
      ? derivedWorksheets(result, title)
      : [municipalities(result), question(result, title, last), provinces(result, last)];
  return workbook(
    [...worksheets, sources(result, round, version)],
    result.basis === 'derived' ? 0 : result.scoreDecimals,
  );
}
