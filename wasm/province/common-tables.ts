/** What tables of a report are made with, and those that both of its editions have. */
import type { Certainty, ExchangeOutcome, OfferSum } from '../contract/answers.ts';
import type { Cell } from '../files/csv-text.ts';
import { statusText, stepText } from '../words/calendar-sentences.ts';
import type { ExchangeTransfer } from '../contract/operations.ts';
import { dayText } from '../words/day-text.ts';
import type { Language } from '../words/messages.ts';
import { type ProvincialReport, type ReportAnswer, lackingShares } from './report.ts';
import { type ProvincialWords, provincialWords } from '../words/provincial-words.ts';

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

/** The tables that both editions have, and what all tables are made with. */
export class CommonTables {
  readonly w: ProvincialWords;
  constructor(
    private readonly report: ProvincialReport,
    private readonly language: Language,
  ) {
    this.w = provincialWords(language);
  }

  table(
    id: TableId,
    title: string,
    texts: number,
    rows: readonly (readonly Cell[])[],
    notes: readonly string[] = [],
    sums = 0,
    columns: readonly string[] = this.w.columns[id],
  ): ReportTable {
    return { id, title, texts, rows, notes, sums, columns, perBlock: rows.length };
  }

  day(day: string): string {
    return dayText(day, this.language);
  }

  nameAt(at: number): string {
    return this.report.municipalities[at]?.name ?? '';
  }

  nameOf(code: string): string {
    return this.report.municipalities.find((each) => each.code === code)?.name ?? code;
  }

  /**
   * Over how many municipalities of the province a sum runs, and what share the others have; nothing
   * where that is all of them.
   */
  over({ known, municipalities }: Pick<OfferSum, 'known' | 'municipalities'>): string {
    return known === municipalities
      ? ''
      : this.w.overAndLacking(this.w.over(known, municipalities), lackingShares(this.report));
  }

  answers(): ReportTable {
    const { report, w } = this;
    const known = report.answers.filter(({ state }) => state === 'received' || state === 'listed');
    const leftOutElsewhere = report.edition === 'confidential' ? report.table.leftOutElsewhere : 0;
    return this.table(
      'answers',
      w.titles.answers,
      2,
      report.answers.map((answer) => [
        this.nameOf(answer.code),
        w.states[answer.state],
        report.municipalities.find(({ code }) => code === answer.code)?.indicative ?? null,
        answer.version,
        answer.received,
        answer.rows,
        answer.leftOut,
        this.effect(answer),
      ]),
      [
        w.notes.answers(known.length, report.answers.length),
        ...(known.length === report.answers.length ? [] : [w.notes.lacking(lackingShares(report))]),
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

  private counted(certainties: readonly Certainty[] = ['existing', 'decided']): string {
    return this.w.counted(certainties.map((each) => this.w.certainties[each]).join(', '));
  }

  /** How a test was read, setting by setting, each with a person's own note where there is one. */
  reading(test: string, words: Readonly<Record<string, string>>): string {
    const { notes } = this.report.settings;
    const said = Object.entries(words).map(([setting, text]) => {
      const note = notes[`${test}.${setting}`] ?? '';
      return note === '' ? text : `${text} (${this.w.noted(note)})`;
    });
    return `${this.w.settings}: ${said.join('; ')}.`;
  }

  deductionReading(): string {
    const settings = this.report.settings.deduction;
    return this.reading('deduction', {
      fiveYears: this.w.fiveYears[settings?.fiveYears ?? 'from_start'],
      specialPlacesTogether: this.w.minimum(
        this.w.together[settings?.specialPlacesTogether === false ? 0 : 1] ?? '',
      ),
      certainties: this.counted(settings?.certainties),
    });
  }

  decisionReading(): string {
    const settings = this.report.settings.decision;
    return this.reading('decision', {
      until:
        settings?.until === undefined ? this.w.onDayOnly : this.w.until(this.day(settings.until)),
      certainties: this.counted(settings?.certainties),
    });
  }

  grantsReading(): string {
    const settings = this.report.settings.grants;
    return this.reading('grants', {
      fiveYears: this.w.fiveYears[settings?.fiveYears ?? 'from_start'],
      specialPlacesDurable:
        this.w.specialDurable[settings?.specialPlacesDurable === false ? 0 : 1] ?? '',
      specialPlacesAlsoDurable:
        this.w.specialAlso[settings?.specialPlacesAlsoDurable === true ? 1 : 0] ?? '',
      certainties: this.counted(settings?.certainties),
    });
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
    const text = outcomeText(outcome, this.report.exchanges[at]?.transfers ?? [], this.language);
    if (outcome === undefined || text !== this.w.holds) return text;
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

  exchanges(): ReportTable {
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

  housing(housing: NonNullable<ProvincialReport['housing']>): ReportTable {
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

  remainder(spread: NonNullable<ProvincialReport['remainder']>): ReportTable {
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

  calendar(): ReportTable {
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

  openPoints(): ReportTable {
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
}

/** Whether the transfers of an exchange take back what they give. */
function cancels(transfers: readonly ExchangeTransfer[]): boolean {
  const moved = new Map<string, number>();
  for (const { ledger, halfYear = '', from, to, number } of transfers)
    for (const [code, change] of [
      [from, -number],
      [to, number],
    ] as const) {
      const key = `${ledger} ${halfYear} ${code}`;
      moved.set(key, (moved.get(key) ?? 0) + change);
    }
  return [...moved.values()].every((change) => change === 0);
}

/**
 * What the core says of an exchange, in a sentence without capital and full stop. One that holds and
 * changes nothing is said as that.
 */
export function outcomeText(
  outcome: (ExchangeOutcome & { readonly restsOnConfidential?: boolean }) | undefined,
  transfers: readonly ExchangeTransfer[],
  language: Language,
): string {
  const w = provincialWords(language);
  if (outcome === undefined) return '';
  if (outcome.refusal !== null) {
    const { rule, shortfall } = outcome.refusal;
    return w.refused(w.rules[rule], shortfall === 0 ? '' : String(shortfall));
  }
  if (outcome.restsOnConfidential === true) return w.rests;
  if (!outcome.holds) return w.statuses[outcome.status];
  if (cancels(transfers)) return w.noEffect.cancels;
  const areStocks = transfers.every(({ halfYear }) => halfYear === undefined);
  return areStocks && outcome.dates.length === 0 ? w.noEffect.noDate : w.holds;
}
