/**
 * The tables of the public edition: a short list of counts, of what is public, with the remainders of
 * what is confidential as the core gives them. Every figure is one of the core's.
 */
import type { PublicCount, PublicSum, Remainder } from '../contract/answers.ts';
import { type Cell, csvText } from '../files/csv-text.ts';
import type { Language } from '../words/messages.ts';
import { type ProvincialWords, provincialWords } from '../words/provincial-words.ts';
import type { PublicReport } from './report.ts';
import type { CommonTables, ReportTable } from './common-tables.ts';

/** A remainder as a cell: a number, its class, or that there is more; empty where there is nothing. */
function remainderCell({ form, from, to }: Remainder, w: ProvincialWords): Cell {
  if (form === 'none') return null;
  if (form === 'exact') return from;
  return form === 'range' ? `${from ?? ''}–${to ?? ''}` : w.withheld;
}

/** Public and confidential together, as far as can be said. */
function totalText(
  offered: number,
  total: number | null,
  remainder: Remainder,
  w: ProvincialWords,
): Cell {
  if (total !== null) return total;
  const { from, to } = remainder;
  return remainder.form === 'range' && from !== null && to !== null
    ? `${offered + from}–${offered + to}`
    : `${offered} ${w.plusWithheld}`;
}

const countCells = ({ total, regular, minors, otherSpecial, byCertainty }: PublicCount): Cell[] => [
  total,
  regular,
  minors,
  otherSpecial,
  ...byCertainty,
];

class PublicTables {
  private readonly w: ProvincialWords;
  constructor(
    private readonly report: PublicReport,
    private readonly language: Language,
    private readonly common: CommonTables,
  ) {
    this.w = provincialWords(language);
  }

  all(): ReportTable[] {
    const { table, housing, remainder, openPoints, openPointsWithheld, exchanges } = this.report;
    return [
      this.task(),
      this.common.answers(),
      ...table.offers.map((_, at) => this.offers(at)),
      ...(table.deduction === null ? [] : [this.deduction(table.deduction)]),
      ...(table.decision === null ? [] : [this.decision(table.decision)]),
      ...(table.grants === null ? [] : [this.grants(table.grants)]),
      ...(exchanges.length === 0 ? [] : [this.common.exchanges()]),
      this.ledgers(),
      ...(housing === null ? [] : [this.common.housing(housing)]),
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
    return this.common.table(
      'task',
      this.w.titles.task,
      1,
      [
        task.total === null
          ? [lines.sumOfShares, offer?.province.indicative ?? null]
          : [lines.total, task.total],
        [lines.minors, task.minors ?? offer?.province.indicativeMinors ?? this.w.unknown],
        [lines.basis, this.w.basis[task.basis]],
        [lines.source, task.source],
        ...table.offers.flatMap(({ date, province }): Cell[][] => {
          const day = this.common.day(date);
          return [
            [
              lines.offered(day, this.common.over(province)),
              totalText(province.offered.total, province.total, province.remainder, this.w),
            ],
            [lines.ofWhichPublic, province.offered.total],
            [
              lines.offeredMinors(day),
              totalText(
                province.offered.minors,
                province.totalMinors,
                province.minorsRemainder,
                this.w,
              ),
            ],
            [lines.difference(day), province.difference ?? this.w.withheld],
          ];
        }),
        ...(table.deduction === null
          ? []
          : [
              [
                lines.deducted(this.common.day(table.deduction.day)),
                this.plus(table.deduction.total, table.deduction.more),
              ],
              [lines.toMake, table.deduction.toMakeAvailable ?? this.w.withheld],
            ]),
      ],
      table.printedAnyway === null ? [] : [this.w.notes.anyway(table.printedAnyway)],
    );
  }

  /** A number with the mark that there is more. */
  private plus(number: number, more: boolean): Cell {
    return more ? `${number} ${this.w.plusWithheld}` : number;
  }

  /** What follows from all of a municipality's places, or the mark where there are more. */
  private orWithheld(cell: Cell, more: boolean): Cell {
    return more ? this.w.withheld : cell;
  }

  private sumCells(title: string, sum: PublicSum): Cell[] {
    return [
      title,
      sum.indicative,
      sum.indicativeMinors,
      ...countCells(sum.offered),
      remainderCell(sum.remainder, this.w),
      totalText(sum.offered.total, sum.total, sum.remainder, this.w),
      sum.difference ?? this.w.withheld,
      null,
      null,
    ];
  }

  private offers(at: number): ReportTable {
    const { table, municipalities } = this.report;
    const offer = table.offers[at];
    if (offer === undefined) throw new RangeError('no such date');
    const rows = offer.municipalities.map((row, index): Cell[] => {
      const kinds = row.more.map((kind) => this.w.kinds[kind]).join(', ');
      const isMore = row.more.length > 0;
      return [
        this.common.nameAt(index),
        row.indicative,
        row.indicativeMinors,
        ...(row.known
          ? countCells(row.offered)
          : [this.w.notReceived, ...Array<Cell>(6).fill(null)]),
        isMore ? this.w.more(kinds) : null,
        row.known ? this.plus(row.offered.total, isMore) : null,
        this.orWithheld(row.difference, isMore),
        row.taskAfterAgreed,
        municipalities[index]?.decided ?? null,
      ];
    });
    return this.common.table(
      'offers',
      this.w.titles.offers(this.common.day(offer.date)),
      1,
      [
        ...rows,
        ...offer.regions.map((region) => this.sumCells(this.w.region(region.name), region)),
        this.sumCells(this.w.province, offer.province),
      ],
      [
        this.w.notes.publicOffers,
        ...(this.common.over(offer.province) === ''
          ? []
          : [this.w.notes.over(this.common.over(offer.province))]),
        ...table.releases.map(({ municipality, reason }) =>
          this.w.notes.released(this.common.nameAt(municipality), reason),
        ),
      ],
      offer.regions.length + 1,
      this.w.columns.publicOffers,
    );
  }

  private deduction(test: NonNullable<PublicReport['table']['deduction']>): ReportTable {
    const { withheld } = this.w;
    return this.common.table(
      'deduction',
      this.w.titles.deduction(this.common.day(test.day)),
      1,
      test.municipalities.map(({ durable, deducted }, at) => [
        this.common.nameAt(at),
        ...durable,
        ...(deducted ?? [withheld, withheld, withheld]),
      ]),
      [this.w.notes.deduction, this.w.notes.publicTests, this.common.deductionReading()],
    );
  }

  private decision(test: NonNullable<PublicReport['table']['decision']>): ReportTable {
    return this.common.table(
      'decision',
      this.w.titles.decision(this.common.day(test.day)),
      1,
      [
        ...test.municipalities.map((row, at): Cell[] => [
          this.common.nameAt(at),
          ...row.places,
          this.plus(row.total, row.more),
          row.decided,
          this.orWithheld(row.difference, row.more),
        ]),
        [this.w.lines.sum, null, null, null, this.plus(test.total, test.more), null, null],
      ],
      [this.w.notes.decision, this.w.notes.publicTests, this.common.decisionReading()],
      1,
    );
  }

  private grants(test: NonNullable<PublicReport['table']['grants']>): ReportTable {
    return this.common.table(
      'grants',
      this.w.titles.grants,
      1,
      test.municipalities.map((row, at) => [
        this.common.nameAt(at),
        row.specialPlaces,
        this.orWithheld(row.specialEuros, row.more),
        row.durablePlaces,
        this.orWithheld(row.submitted, row.more),
        this.orWithheld(row.durableEuros, row.more),
        row.available,
        row.placeMonths,
      ]),
      [this.w.notes.grants, this.w.notes.publicTests, this.common.grantsReading()],
      0,
      this.w.columns.publicGrants,
    );
  }

  private ledgers(): ReportTable {
    const { ledgers } = this.report.table;
    const nameOf = ({ ledger, halfYear, date }: (typeof ledgers)[number]): string =>
      [
        this.w.ledgers[ledger],
        ...(halfYear === null ? [] : [halfYear]),
        ...(date === null ? [] : [this.common.day(date)]),
      ].join(', ');
    const more = ledgers.filter((each) => each.more).map(nameOf);
    const table = this.common.table(
      'ledgers',
      this.w.titles.ledgers,
      2,
      ledgers.flatMap((ledger) => {
        const name = nameOf(ledger);
        const after = (balance: number | null | undefined, before: number | null): Cell =>
          balance ?? (before === null ? null : this.w.withheld);
        return [
          ...ledger.before.map((before, at): Cell[] => [
            name,
            this.common.nameAt(at),
            before,
            after(ledger.agreed[at], before),
            after(ledger.withProposed[at], before),
          ]),
          [name, this.w.lines.sum, ledger.sum, ledger.sum, ledger.sum],
        ];
      }),
      [
        this.w.notes.ledgers,
        ...(more.length === 0 ? [] : [`${this.w.notes.publicLedgers} ${more.join('; ')}.`]),
      ],
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
        row.places ?? this.w.withheld,
        row.from,
        row.until ?? this.w.noEnd,
        this.w.certainties[row.certainty],
        row.note,
      ]),
      [],
      0,
      this.w.columns.locations.filter((_, at) => at !== 7 && at !== 9),
    );
  }

  private grounds(): ReportTable {
    const { lines } = this.w;
    const { report } = this;
    const { table } = report;
    const remainders = table.offers.flatMap(({ province, regions }) => [
      province.remainder,
      province.minorsRemainder,
      ...regions.map((region) => region.remainder),
    ]);
    const isRecomputable = remainders.every(({ form }) => form === 'none' || form === 'withheld');
    return this.common.table(
      'grounds',
      this.w.titles.grounds,
      2,
      [
        [lines.edition, this.w.editions[report.edition]],
        ...(report.invented ? [[lines.invented, this.w.yes]] : []),
        [lines.program, `Spreidingswijzer ${report.program.version} (${report.program.commit})`],
        [lines.day, report.day],
        ...table.files.map((sha256, at) => [lines.publicFile(String(at + 1)), sha256]),
        ...(isRecomputable ? [] : [[lines.recomputable, lines.notRecomputable]]),
        [lines.receipt, table.receipt],
      ],
      [report.grounds[this.language]],
    );
  }
}

export const publicTables = (
  report: PublicReport,
  language: Language,
  common: CommonTables,
): ReportTable[] => new PublicTables(report, language, common).all();

const offerHeader = [
  'peildatum',
  'gemeentecode',
  'gemeente',
  'indicatief',
  'waarvan_amv',
  'openbaar_aangeboden',
  'regulier',
  'amv',
  'overig_bijzonder',
  'bestaand',
  'besloten',
  'voornemen',
  'vertrouwelijk',
  'aangeboden',
  'verschil',
  'na_uitruil',
  'verdeelbesluit',
];

/** Offers as CSV: municipalities, then regions and the province, which have no code. */
export function publicOffersCsv(report: PublicReport, dialect: 'international' | 'nl'): string {
  const { municipalities, table } = report;
  const w = provincialWords('nl');
  const rows = table.offers.flatMap((offer): Cell[][] => [
    ...offer.municipalities.map((row, at): Cell[] => [
      offer.date,
      municipalities[at]?.code ?? '',
      municipalities[at]?.name ?? '',
      row.indicative,
      row.indicativeMinors,
      ...(row.known
        ? countCells(row.offered)
        : ['nog niet ontvangen', ...Array<Cell>(6).fill(null)]),
      row.more.map((kind) => w.kinds[kind]).join(', '),
      row.more.length > 0 || !row.known ? null : row.offered.total,
      row.difference,
      row.taskAfterAgreed,
      municipalities[at]?.decided ?? null,
    ]),
    ...[
      ...offer.regions.map((sum) => ({ title: w.region(sum.name), sum })),
      { title: w.province, sum: offer.province },
    ].map(({ title, sum }): Cell[] => [
      offer.date,
      '',
      title,
      sum.indicative,
      sum.indicativeMinors,
      ...countCells(sum.offered),
      remainderCell(sum.remainder, w),
      sum.total,
      sum.difference,
      null,
      null,
    ]),
  ]);
  return csvText([offerHeader, ...rows], dialect);
}
