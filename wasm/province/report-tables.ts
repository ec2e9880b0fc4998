/**
 * The report of a provincial table as a row of tables: what is shown on the screen, printed on A4 and
 * written into a workbook. Every figure is one of the core's; here they are only put in their places.
 */
import type {
  MunicipalOffer,
  OfferBalance,
  OfferSum,
  ProvincialTableResult,
} from '../contract/answers.ts';
import { type Cell, csvText } from '../files/csv-text.ts';
import type { Language } from '../words/messages.ts';
import { CommonTables, type ReportTable } from './common-tables.ts';
import { publicOffersCsv, publicTables } from './public-tables.ts';
import type { ConfidentialReport, ProvincialReport } from './report.ts';
import { type ProvincialWords, disclosedWord, provincialWords } from '../words/provincial-words.ts';
import { heading, workbook } from '../files/workbook.ts';

export { type ReportTable, type TableId, outcomeText } from './common-tables.ts';

/** What is offered beside what it is measured against; of whom nothing is known a word in place of numbers. */
const balanceCells = (row: OfferBalance | MunicipalOffer, unknown: string): Cell[] => [
  row.indicative,
  row.indicativeMinors,
  ...(row.offered === null
    ? [unknown, ...Array<Cell>(9).fill(null)]
    : [
        row.offered.total,
        ...row.offered.regular,
        ...row.offered.minors,
        ...row.offered.otherSpecial,
      ]),
  row.difference,
  row.minorsDifference,
];

const percentCell = (percent: string | null): Cell =>
  percent === null ? null : { decimal: percent };

class Tables {
  private readonly w: ProvincialWords;
  private readonly common: CommonTables;
  constructor(
    private readonly report: ConfidentialReport,
    private readonly language: Language,
  ) {
    this.common = new CommonTables(report, language);
    this.w = this.common.w;
  }

  all(): ReportTable[] {
    const { table, housing, remainder, openPoints, openPointsWithheld } = this.report;
    return [
      this.task(),
      this.common.answers(),
      ...table.offers.map((_, at) => this.summary(at)),
      ...table.offers.map((_, at) => this.offers(at)),
      ...(table.deduction === null ? [] : [this.deduction(table.deduction)]),
      ...(table.decision === null ? [] : [this.decision(table.decision)]),
      ...(table.grants === null ? [] : [this.grants(table.grants), this.surplus(table.grants)]),
      ...(this.report.exchanges.length === 0 ? [] : [this.common.exchanges()]),
      this.ledgers(),
      ...(housing === null ? [] : [this.common.housing(housing)]),
      ...(this.report.otherTasks.length === 0 ? [] : [this.otherTasks()]),
      ...(remainder === null ? [] : [this.common.remainder(remainder)]),
      ...(table.locations.length === 0 ? [] : [this.locations()]),
      this.common.calendar(),
      ...(openPoints.length + openPointsWithheld === 0 ? [] : [this.common.openPoints()]),
      this.grounds(),
    ];
  }

  private task(): ReportTable {
    const { task, table } = this.report;
    const { lines } = this.w;
    const [offer] = table.offers;
    return this.common.table('task', this.w.titles.task, 1, [
      task.total === null
        ? [lines.sumOfShares, offer?.province.indicative ?? null]
        : [lines.total, task.total],
      [lines.minors, task.minors ?? offer?.province.indicativeMinors ?? this.w.unknown],
      [lines.basis, this.w.basis[task.basis]],
      [lines.source, task.source],
      ...table.offers.flatMap((each): Cell[][] => {
        const day = this.common.day(each.date);
        const { province } = each;
        return [
          [lines.offered(day, this.common.over(province)), province.offered.total],
          [lines.difference(day), province.difference],
          ...(province.minorsDifference === null
            ? []
            : [[lines.minorsDifference(day), province.minorsDifference]]),
        ];
      }),
      ...(table.deduction === null
        ? []
        : [
            [lines.deducted(this.common.day(table.deduction.day)), table.deduction.total],
            [lines.toMake, table.deduction.toMakeAvailable],
            [lines.toMakeMinors, table.deduction.toMakeAvailableMinors ?? this.w.unknown] as Cell[],
          ]),
    ]);
  }

  private otherTasks(): ReportTable {
    return this.common.table(
      'otherTasks',
      this.w.titles.otherTasks,
      2,
      this.report.otherTasks.map(({ code, ledger, halfYear, asked, realised }): Cell[] => [
        this.common.nameOf(code),
        this.w.ledgers[ledger] + (halfYear === null ? '' : ` ${halfYear}`),
        asked,
        realised,
      ]),
      [this.w.notes.otherTasks],
    );
  }

  /** For a table whose sums run over all municipalities of which something is known. */
  private overKnown(): readonly string[] {
    const { answers } = this.report.table;
    const known = answers.filter((each) => each.known).length;
    return known === answers.length ? [] : [this.w.notes.over(this.w.over(known, answers.length))];
  }

  /** Guaranteed and all that is offered beside the task, in per cent, by region and for the province. */
  private summary(at: number): ReportTable {
    const offer = this.report.table.offers[at];
    const row = (name: string, sum: OfferSum): Cell[] => [
      name,
      sum.indicative,
      sum.guaranteed,
      percentCell(sum.guaranteedPercent),
      sum.offered.total,
      percentCell(sum.percent),
      sum.indicativeMinors,
      sum.offered.totalMinors,
      sum.minorsDifference,
      this.w.over(sum.known, sum.municipalities),
    ];
    return this.common.table(
      'summary',
      this.w.titles.summary(this.common.day(offer?.date ?? '')),
      1,
      offer === undefined
        ? []
        : [
            ...offer.regions.map((region) => row(this.w.region(region.name), region)),
            row(this.w.province, offer.province),
          ],
      [this.w.notes.summary],
      1,
    );
  }

  private offers(at: number): ReportTable {
    const { table, municipalities } = this.report;
    const offer = table.offers[at];
    const rows = offer?.municipalities ?? [];
    const regions = offer?.regions ?? [];
    return this.common.table(
      'offers',
      this.w.titles.offers(this.common.day(offer?.date ?? '')),
      1,
      [
        ...rows.map((row, index): Cell[] => [
          this.common.nameAt(index),
          ...balanceCells(row, this.w.notReceived),
          row.afterAgreed.task,
          row.afterAgreed.difference,
          municipalities[index]?.decided ?? null,
        ]),
        ...regions.map((row): Cell[] => [
          this.w.region(row.name),
          ...balanceCells(row, ''),
          null,
          null,
          null,
        ]),
        ...(offer === undefined
          ? []
          : [[this.w.province, ...balanceCells(offer.province, ''), null, null, null]]),
      ],
      [this.w.notes.offers, ...this.overKnown()],
      regions.length + 1,
    );
  }

  private deduction(test: NonNullable<ProvincialTableResult['deduction']>): ReportTable {
    return this.common.table(
      'deduction',
      this.w.titles.deduction(this.common.day(test.day)),
      1,
      test.municipalities.map((row, at) => [
        this.common.nameAt(at),
        ...(row === null ? [this.w.notReceived] : [...row.durable, ...row.deducted]),
      ]),
      [this.w.notes.deduction, ...this.overKnown(), this.common.deductionReading()],
    );
  }

  private decision(test: NonNullable<ProvincialTableResult['decision']>): ReportTable {
    return this.common.table(
      'decision',
      this.w.titles.decision(this.common.day(test.day)),
      1,
      [
        ...test.municipalities.map((row, at): Cell[] => [
          this.common.nameAt(at),
          ...(row === null
            ? [this.w.notReceived]
            : [...row.places, row.total, row.decided, row.difference]),
        ]),
        [this.w.lines.sum, null, null, null, test.total, null, null],
      ],
      [this.w.notes.decision, ...this.overKnown(), this.common.decisionReading()],
      1,
    );
  }

  private grants(grants: NonNullable<ProvincialTableResult['grants']>): ReportTable {
    return this.common.table(
      'grants',
      this.w.titles.grants,
      1,
      grants.municipalities.map((row, at) => [
        this.common.nameAt(at),
        ...(row === null
          ? [this.w.notReceived]
          : [
              row.specialPlaces,
              row.specialEuros,
              row.durablePlaces,
              row.indicative,
              row.aboveShare,
              row.submitted,
              row.eurosPerPlace,
              row.durableEuros,
              row.available,
              row.metDecision === null ? this.w.unknown : row.metDecision ? this.w.yes : this.w.no,
              row.placeMonths,
              row.surplusEuros,
              row.total,
            ]),
      ]),
      [this.w.notes.grants, ...this.overKnown(), this.common.grantsReading()],
    );
  }

  private surplus(grants: NonNullable<ProvincialTableResult['grants']>): ReportTable {
    const settings = this.report.settings.grants;
    const { lines } = this.w;
    return this.common.table(
      'surplus',
      this.w.titles.surplus,
      1,
      [
        ...(Object.keys(lines.surplus) as (keyof typeof lines.surplus)[]).map((name): Cell[] => [
          lines.surplus[name],
          grants.surplus[name],
        ]),
        [lines.grantsTotal, grants.total],
      ],
      [
        this.w.notes.surplus,
        ...this.overKnown(),
        this.common.reading('grants', {
          threshold: this.w.rounded(this.w.thresholds[settings?.threshold ?? 'up']),
          excluded: this.w.excluded[settings?.excluded ?? 'lessen_surplus'],
        }),
      ],
      1,
    );
  }

  private ledgers(): ReportTable {
    const table = this.common.table(
      'ledgers',
      this.w.titles.ledgers,
      2,
      this.report.table.ledgers.flatMap((ledger) => {
        const name = [
          this.w.ledgers[ledger.ledger],
          ...(ledger.halfYear === null ? [] : [ledger.halfYear]),
          ...(ledger.date === null ? [] : [this.common.day(ledger.date)]),
        ].join(', ');
        return [
          ...ledger.before.map((before, at): Cell[] => [
            name,
            this.common.nameAt(at),
            before,
            ledger.agreed[at] ?? null,
            ledger.withProposed[at] ?? null,
          ]),
          [name, this.w.lines.sum, ledger.sum, ledger.sum, ledger.sum],
        ];
      }),
      [this.w.notes.ledgers],
      1,
    );
    return { ...table, perBlock: this.report.municipalities.length + 1 };
  }

  private locations(): ReportTable {
    return this.common.table(
      'locations',
      this.w.titles.locations,
      4,
      this.report.table.locations.map((row) => [
        this.common.nameAt(row.municipality),
        row.id,
        row.name,
        this.w.kinds[row.kind],
        row.places,
        row.from,
        row.until ?? this.w.noEnd,
        row.counts ? (row.countsUntil ?? this.w.noEnd) : this.w.no,
        this.w.certainties[row.certainty],
        disclosedWord(row.public, this.w),
        row.note,
      ]),
    );
  }

  private grounds(): ReportTable {
    const { lines } = this.w;
    const { report } = this;
    return this.common.table(
      'grounds',
      this.w.titles.grounds,
      2,
      [
        [lines.edition, this.w.editions[report.edition]],
        ...(report.invented ? [[lines.invented, this.w.yes]] : []),
        [lines.program, `Spreidingswijzer ${report.program.version} (${report.program.commit})`],
        [lines.day, report.day],
        [lines.workspace, report.workspaceSha256 ?? lines.notSaved],
        ...report.files.map(({ file, sha256 }) => [lines.file(file), sha256]),
        [lines.receipt, report.table.receipt],
      ],
      [report.grounds[this.language]],
    );
  }
}

export const reportTables = (report: ProvincialReport, language: Language): ReportTable[] =>
  report.edition === 'public'
    ? publicTables(report, language, new CommonTables(report, language))
    : new Tables(report, language).all();

const offerHeader = [
  'peildatum',
  'gemeentecode',
  'gemeente',
  'indicatief',
  'waarvan_amv',
  'aangeboden',
  'regulier_bestaand',
  'regulier_besloten',
  'regulier_voornemen',
  'amv_bestaand',
  'amv_besloten',
  'amv_voornemen',
  'overig_bestaand',
  'overig_besloten',
  'overig_voornemen',
  'verschil',
  'amv_verschil',
  'na_uitruil',
  'verschil_na_uitruil',
  'verdeelbesluit',
];

/** Offers per municipality and reference date as CSV: one row each; in public also their sums. */
export function offersCsv(report: ProvincialReport, dialect: 'international' | 'nl'): string {
  if (report.edition === 'public') return publicOffersCsv(report, dialect);
  const { municipalities, table } = report;
  const rows = table.offers.flatMap((offer) =>
    offer.municipalities.map((row, at): Cell[] => [
      offer.date,
      municipalities[at]?.code ?? '',
      municipalities[at]?.name ?? '',
      ...balanceCells(row, 'nog niet ontvangen'),
      row.afterAgreed.task,
      row.afterAgreed.difference,
      municipalities[at]?.decided ?? null,
    ]),
  );
  return csvText([offerHeader, ...rows], dialect);
}

const lengthOf = (cell: Cell | undefined): number =>
  cell == null ? 0 : typeof cell === 'object' ? cell.decimal.length : String(cell).length;

/** A text in lines that fit above a table: one long cell would be cut off, or print page after page. */
export function linesOf(text: string, most = 100): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The report as a workbook, one sheet per table: the same bytes for the same report. */
export function reportWorkbook(report: ProvincialReport, language: Language): Uint8Array {
  const used = new Map<string, number>();
  const w = provincialWords(language);
  return workbook(
    reportTables(report, language).map((table) => {
      const name = w.sheets[table.id];
      const count = (used.get(name) ?? 0) + 1;
      used.set(name, count);
      const above = [
        [{ value: table.title, style: 'title' as const }],
        ...table.notes.flatMap((note) => linesOf(note).map((line) => [line])),
      ];
      return {
        name: count === 1 ? name : `${name} ${count}`,
        widths: table.columns.map((title, at) =>
          Math.min(
            50,
            2 + table.rows.reduce((most, row) => Math.max(most, lengthOf(row[at])), title.length),
          ),
        ),
        frozenRows: above.length + 1,
        rows: [
          ...above,
          table.columns.map(heading),
          ...table.rows.map((row) =>
            row.map((cell) =>
              cell !== null && typeof cell === 'object'
                ? { value: cell.decimal, decimal: cell.decimal, style: 'decimal' as const }
                : cell,
            ),
          ),
        ],
      };
    }),
    0,
  );
}
