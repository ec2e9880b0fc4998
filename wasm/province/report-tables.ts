/**
 * The report of a provincial table as a row of tables: what is shown on the screen, printed on A4 and
 * written into a workbook. Every figure is one of the core's; here they are only put in their places.
 */
import { statusText, stepText } from '../words/calendar-sentences.ts';
import { type Cell, csvText } from '../files/csv-text.ts';
import type {
  Certainty,
  MunicipalOffer,
  OfferBalance,
  OfferSum,
  ProvincialTableResult,
} from '../contract/provincial.ts';
import { dayText } from '../words/day-text.ts';
import type { Language } from '../words/messages.ts';
import type { ProvincialReport, ReportAnswer } from './report.ts';
import { type ProvincialWords, provincialWords } from '../words/provincial-words.ts';
import { workbook } from '../files/workbook.ts';

export type TableId = keyof ProvincialWords['sheets'];

export interface ReportTable {
  readonly id: TableId;
  readonly title: string;
  /** What the figures follow, and how they are to be read. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  /** How many columns from the left hold text. */
  readonly texts: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the end that are sums; of a table in blocks those of each block. */
  readonly sums: number;
  /** Rows of a block, where the first column names the block; else all. */
  readonly perBlock: number;
}

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
  constructor(
    private readonly report: ProvincialReport,
    private readonly language: Language,
  ) {
    this.w = provincialWords(language);
  }

  all(): ReportTable[] {
    const { table, housing, remainder, openPoints, openPointsWithheld } = this.report;
    return [
      this.task(),
      this.answers(),
      ...table.offers.map((_, at) => this.summary(at)),
      ...table.offers.map((_, at) => this.offers(at)),
      ...(table.deduction === null ? [] : [this.deduction(table.deduction)]),
      ...(table.decision === null ? [] : [this.decision(table.decision)]),
      ...(table.grants === null ? [] : [this.grants(table.grants), this.surplus(table.grants)]),
      ...(this.report.exchanges.length === 0 ? [] : [this.exchanges()]),
      this.ledgers(),
      ...(housing === null ? [] : [this.housing(housing)]),
      ...(remainder === null ? [] : [this.remainder(remainder)]),
      ...(table.locations.length === 0 ? [] : [this.locations()]),
      this.calendar(),
      ...(openPoints.length + openPointsWithheld === 0 ? [] : [this.openPoints()]),
      this.grounds(),
    ];
  }

  private table(
    id: TableId,
    title: string,
    texts: number,
    rows: readonly (readonly Cell[])[],
    notes: readonly string[] = [],
    sums = 0,
  ): ReportTable {
    const columns = this.w.columns[id];
    return { id, title, texts, rows, notes, sums, columns, perBlock: rows.length };
  }

  private day(day: string): string {
    return dayText(day, this.language);
  }

  private nameAt(at: number): string {
    return this.report.municipalities[at]?.name ?? '';
  }

  private nameOf(code: string): string {
    return this.report.municipalities.find((each) => each.code === code)?.name ?? code;
  }

  private task(): ReportTable {
    const { task, table } = this.report;
    const { lines } = this.w;
    const [offer] = table.offers;
    return this.table('task', this.w.titles.task, 1, [
      task.total === null
        ? [lines.sumOfShares, offer?.province.indicative ?? null]
        : [lines.total, task.total],
      [lines.minors, task.minors ?? offer?.province.indicativeMinors ?? this.w.unknown],
      [lines.basis, this.w.basis[task.basis]],
      [lines.source, task.source],
      ...table.offers.flatMap((each): Cell[][] => {
        const day = this.day(each.date);
        const { province } = each;
        return [
          [lines.offered(day, this.over(province)), province.offered.total],
          [lines.difference(day), province.difference],
          ...(province.minorsDifference === null
            ? []
            : [[lines.minorsDifference(day), province.minorsDifference]]),
        ];
      }),
      ...(table.deduction === null
        ? []
        : [
            [lines.deducted(this.day(table.deduction.day)), table.deduction.total],
            [lines.toMake, table.deduction.toMakeAvailable],
            [lines.toMakeMinors, table.deduction.toMakeAvailableMinors ?? this.w.unknown] as Cell[],
          ]),
    ]);
  }

  /** For a table whose sums run over all municipalities of which something is known. */
  private overKnown(): readonly string[] {
    const { answers } = this.report.table;
    const known = answers.filter((each) => each.known).length;
    return known === answers.length ? [] : [this.w.notes.over(this.w.over(known, answers.length))];
  }

  /** Over how many municipalities a sum runs; nothing where that is all of them. */
  private over({ known, municipalities }: OfferSum): string {
    return known === municipalities ? '' : this.w.over(known, municipalities);
  }

  private answers(): ReportTable {
    const { report, w } = this;
    const { known, leftOutElsewhere } = {
      known: report.table.answers.filter((each) => each.known).length,
      leftOutElsewhere: report.table.leftOutElsewhere ?? 0,
    };
    return this.table(
      'answers',
      w.titles.answers,
      2,
      report.answers.map((answer) => [
        this.nameOf(answer.code),
        w.states[answer.state],
        this.report.municipalities.find(({ code }) => code === answer.code)?.indicative ?? null,
        answer.version,
        answer.received,
        answer.rows,
        answer.leftOut,
        this.effect(answer),
      ]),
      [
        w.notes.answers(known, report.answers.length),
        ...(leftOutElsewhere > 0 ? [w.notes.leftOutElsewhere(leftOutElsewhere)] : []),
      ],
    );
  }

  private effect({ state, complete, waiting }: ReportAnswer): string {
    const { effects } = this.w;
    const isKnown = state === 'received' || state === 'listed';
    return [
      isKnown ? effects.counts : effects.inNoTotal,
      ...(isKnown && !complete ? [effects.leftOut] : []),
      ...(isKnown && waiting > 0 ? [effects.newerWaits] : []),
    ].join('; ');
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
    return this.table(
      'summary',
      this.w.titles.summary(this.day(offer?.date ?? '')),
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
    const disclosed = offer?.disclosures ?? [];
    const where = disclosed.map(
      (each) =>
        `${this.nameAt(each.municipality)} (${this.w.kinds[each.kind]}, ${this.w.certainties[each.certainty]})`,
    );
    return this.table(
      'offers',
      this.w.titles.offers(this.day(offer?.date ?? '')),
      1,
      [
        ...rows.map((row, index): Cell[] => [
          this.nameAt(index),
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
      [
        this.w.notes.offers,
        ...this.overKnown(),
        ...(this.report.edition === 'public' && where.length > 0
          ? [`${this.w.notes.discloses} ${where.join('; ')}.`]
          : []),
      ],
      regions.length + 1,
    );
  }

  private counted(certainties: readonly Certainty[] = ['existing', 'decided']): string {
    return this.w.counted(certainties.map((each) => this.w.certainties[each]).join(', '));
  }

  /** How a test was read, setting by setting, each with a person's own note where there is one. */
  private reading(test: string, words: Readonly<Record<string, string>>): string {
    const { notes } = this.report.settings;
    const said = Object.entries(words).map(([setting, text]) => {
      const note = notes[`${test}.${setting}`] ?? '';
      return note === '' ? text : `${text} (${this.w.noted(note)})`;
    });
    return `${this.w.settings}: ${said.join('; ')}.`;
  }

  private deduction(test: NonNullable<ProvincialTableResult['deduction']>): ReportTable {
    const settings = this.report.settings.deduction;
    return this.table(
      'deduction',
      this.w.titles.deduction(this.day(test.day)),
      1,
      test.municipalities.map((row, at) => [
        this.nameAt(at),
        ...(row === null ? [this.w.notReceived] : [...row.durable, ...row.deducted]),
      ]),
      [
        this.w.notes.deduction,
        ...this.overKnown(),
        this.reading('deduction', {
          fiveYears: this.w.fiveYears[settings?.fiveYears ?? 'from_start'],
          specialPlacesTogether: this.w.minimum(
            this.w.together[settings?.specialPlacesTogether === false ? 0 : 1] ?? '',
          ),
          certainties: this.counted(settings?.certainties),
        }),
      ],
    );
  }

  private decision(test: NonNullable<ProvincialTableResult['decision']>): ReportTable {
    const settings = this.report.settings.decision;
    return this.table(
      'decision',
      this.w.titles.decision(this.day(test.day)),
      1,
      [
        ...test.municipalities.map((row, at): Cell[] => [
          this.nameAt(at),
          ...(row === null
            ? [this.w.notReceived]
            : [...row.places, row.total, row.decided, row.difference]),
        ]),
        [this.w.lines.sum, null, null, null, test.total, null, null],
      ],
      [
        this.w.notes.decision,
        ...this.overKnown(),
        this.reading('decision', {
          until:
            settings?.until === undefined
              ? this.w.onDayOnly
              : this.w.until(this.day(settings.until)),
          certainties: this.counted(settings?.certainties),
        }),
      ],
      1,
    );
  }

  private grants(grants: NonNullable<ProvincialTableResult['grants']>): ReportTable {
    const settings = this.report.settings.grants;
    return this.table(
      'grants',
      this.w.titles.grants,
      1,
      grants.municipalities.map((row, at) => [
        this.nameAt(at),
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
      [
        this.w.notes.grants,
        ...this.overKnown(),
        this.reading('grants', {
          fiveYears: this.w.fiveYears[settings?.fiveYears ?? 'from_start'],
          specialPlacesDurable:
            this.w.specialDurable[settings?.specialPlacesDurable === false ? 0 : 1] ?? '',
          specialPlacesAlsoDurable:
            this.w.specialAlso[settings?.specialPlacesAlsoDurable === true ? 1 : 0] ?? '',
          certainties: this.counted(settings?.certainties),
        }),
      ],
    );
  }

  private surplus(grants: NonNullable<ProvincialTableResult['grants']>): ReportTable {
    const settings = this.report.settings.grants;
    const { lines } = this.w;
    return this.table(
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
        this.reading('grants', {
          threshold: this.w.rounded(this.w.thresholds[settings?.threshold ?? 'up']),
          excluded: this.w.excluded[settings?.excluded ?? 'lessen_surplus'],
        }),
      ],
      1,
    );
  }

  private period({ from = '', until = '' }: { from?: string; until?: string }): string {
    const { w } = this;
    if (from !== '' && until !== '') return `${this.day(from)} – ${this.day(until)}`;
    if (from !== '') return w.fromDay(this.day(from));
    return until === '' ? '' : w.untilDay(this.day(until));
  }

  /** What the core says of an exchange, and where one of its transfers counts if that is not everywhere. */
  private outcome(at: number, halfYear: string | undefined): string {
    const { exchanges, offers } = this.report.table;
    const outcome = exchanges[at];
    const text = outcomeText(outcome, this.language);
    if (outcome === undefined || !outcome.holds) return text;
    if (halfYear !== undefined) {
      const { from = '', until = '' } = this.report.exchanges[at] ?? {};
      const [year = '', half] = halfYear.split('-');
      const isOver = until !== '' && until < `${year}-0${half === '1' ? 1 : 7}-01`;
      const isToCome = from > `${year}-${half === '1' ? '06-30' : '12-31'}`;
      return isOver || isToCome ? `${text}; ${this.w.notInHalfYear(halfYear)}` : text;
    }
    if (outcome.dates.length === offers.length) return text;
    return `${text}; ${this.w.countsOn(outcome.dates.map((each) => this.day(each)).join(', '))}`;
  }

  private exchanges(): ReportTable {
    const { exchanges } = this.report;
    return this.table(
      'exchanges',
      this.w.titles.exchanges,
      7,
      exchanges.flatMap((exchange, at) =>
        exchange.transfers.map((transfer): Cell[] => [
          exchange.id,
          exchange.date,
          this.period(exchange),
          this.w.statuses[exchange.status],
          this.w.ledgers[transfer.ledger] +
            (transfer.halfYear === undefined ? '' : ` ${transfer.halfYear}`),
          this.nameOf(transfer.from),
          this.nameOf(transfer.to),
          transfer.number,
          exchange.ratio,
          this.outcome(at, transfer.halfYear),
          exchange.note,
        ]),
      ),
    );
  }

  private ledgers(): ReportTable {
    const table = this.table(
      'ledgers',
      this.w.titles.ledgers,
      2,
      this.report.table.ledgers.flatMap((ledger) => {
        const name = [
          this.w.ledgers[ledger.ledger],
          ...(ledger.halfYear === null ? [] : [ledger.halfYear]),
          ...(ledger.date === null ? [] : [this.day(ledger.date)]),
        ].join(', ');
        return [
          ...ledger.before.map((before, at): Cell[] => [
            name,
            this.nameAt(at),
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

  private housing(housing: NonNullable<ProvincialReport['housing']>): ReportTable {
    const { province, country, national } = housing;
    const { lines } = this.w;
    const line = (name: string, value: number | null): Cell[] => [
      name,
      null,
      null,
      value,
      null,
      null,
    ];
    const sums = [
      line(lines.provinceSum, province.sum),
      ...(country === null ? [] : [line(lines.countrySum, country.sum)]),
      line(lines.national, national),
      ...(country === null ? [] : [line(lines.byRounding, country.difference)]),
    ];
    return this.table(
      'housing',
      this.w.titles.housing(province.halfYear),
      1,
      [
        ...province.municipalities.map((row, at): Cell[] => [
          this.nameOf(row.code),
          housing.inhabitants[at] ?? null,
          { decimal: row.decimal },
          row.target,
          row.backlog,
          row.toHouse,
        ]),
        ...sums,
      ],
      [this.w.notes.housing],
      sums.length,
    );
  }

  private remainder(spread: NonNullable<ProvincialReport['remainder']>): ReportTable {
    const { lines } = this.w;
    return this.table(
      'remainder',
      this.w.titles.remainder,
      3,
      [
        ...spread.shares.map((share): Cell[] => [
          this.nameOf(share.code),
          share.eligible ? this.w.yes : this.w.no,
          share.eligible ? `${share.fraction.numerator}/${share.fraction.denominator}` : '',
          share.eligible ? { decimal: share.decimal } : null,
          share.eligible ? share.places : null,
        ]),
        [lines.sum, '', '', null, spread.sum],
        [lines.toSpread, '', '', null, spread.remainder],
        [lines.spreadDifference, '', '', null, spread.difference],
      ],
      [this.w.notes.remainder],
      3,
    );
  }

  private locations(): ReportTable {
    return this.table(
      'locations',
      this.w.titles.locations,
      4,
      this.report.table.locations.map((row) => [
        this.nameAt(row.municipality),
        row.id ?? '',
        row.name ?? '',
        this.w.kinds[row.kind],
        row.places,
        row.from,
        row.until ?? this.w.noEnd,
        row.counts ? (row.countsUntil ?? this.w.noEnd) : this.w.no,
        this.w.certainties[row.certainty],
        row.public ? this.w.yes : this.w.no,
        row.note ?? '',
      ]),
    );
  }

  private calendar(): ReportTable {
    return this.table(
      'calendar',
      this.w.titles.calendar,
      6,
      this.report.calendar.map((each) => {
        const { name, article } = stepText(each.step, this.language);
        return [
          each.done ?? each.date,
          each.legal,
          statusText(each.status, this.language),
          name,
          article,
          each.note,
        ];
      }),
    );
  }

  private openPoints(): ReportTable {
    return this.table(
      'openPoints',
      this.w.titles.openPoints,
      1,
      this.report.openPoints.map((point) => [point]),
      this.report.openPointsWithheld === 0
        ? []
        : [this.w.notes.withheld(this.report.openPointsWithheld)],
    );
  }

  private grounds(): ReportTable {
    const { lines } = this.w;
    const { report } = this;
    return this.table(
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

/** What the core says of an exchange, in a sentence without capital and full stop. */
export function outcomeText(
  outcome: ProvincialTableResult['exchanges'][number] | undefined,
  language: Language,
): string {
  const w = provincialWords(language);
  if (outcome === undefined) return '';
  if (outcome.refusal !== null) {
    const { rule, shortfall } = outcome.refusal;
    return w.refused(w.rules[rule], shortfall === 0 ? '' : String(shortfall));
  }
  return outcome.holds ? w.holds : w.statuses[outcome.status];
}

export const reportTables = (report: ProvincialReport, language: Language): ReportTable[] =>
  new Tables(report, language).all();

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

/** Offers per municipality and reference date as CSV: one row each. */
export function offersCsv(report: ProvincialReport, dialect: 'international' | 'nl'): string {
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
          table.columns.map((title) => ({ value: title, style: 'heading' as const })),
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
