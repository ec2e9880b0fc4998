/** The task on top with what is covered, and the table of municipalities to type in. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import type { OfferBalance, OfferSum, ProvincialTableResult } from '../../../wasm/index.ts';
import { type ProvincialWorkspace, typedFile } from '../../../wasm/province/workspace.ts';
import { lackingShares, reportAnswers } from '../../../wasm/province/report.ts';
import { type Lacking, provincialWords } from '../../../wasm/words/provincial-words.ts';
import { findingText } from '../../../wasm/words/messages.ts';
import { day, whole } from '../../format.ts';
import { language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import {
  Sheet,
  type SheetChange,
  type SheetColumn,
  type SheetRow,
} from '../../components/Sheet.tsx';
import {
  type NumberColumn,
  cellName,
  certainties,
  kinds,
  numberOf,
  typedOffers,
  withOffer,
  withPublicOffers,
  withTypedNumber,
} from './changes.ts';
import { alphabetical, change, dateShown, realised, rowsNamed, table, workspace } from './state.ts';

const number = (value: number): string => whole(value, language.value);
const orNothing = (value: number | null | undefined): string =>
  value == null ? '' : number(value);
const signed = (value: number | null | undefined): string =>
  value == null ? '' : value > 0 ? `+${number(value)}` : number(value).replace('-', '−');

/** A bar as wide as the task or the offers, whichever is more; each part has its own texture and number. */
function Coverage(props: { balance: OfferSum; minors: boolean; lacking: Lacking }) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { offered, indicative, indicativeMinors, known, municipalities } = props.balance;
  const parts = props.minors ? offered.minors : offered.byCertainty;
  const total = props.minors ? offered.totalMinors : offered.total;
  const task = props.minors ? indicativeMinors : indicative;
  const difference = props.minors ? props.balance.minorsDifference : props.balance.difference;
  if (task === null) return <p>{t.minorsUnknown(number(total))}</p>;
  const most = Math.max(task, total, 1);
  let from = 0;
  return (
    <div class="coverage">
      <p>
        <strong data-testid={props.minors ? 'tafel-gedekt-amv' : 'tafel-gedekt'}>
          {(props.minors ? t.coveredMinors : t.covered)(number(total), number(task))}
        </strong>
        {known < municipalities && (
          <>, {w.overAndLacking(w.over(known, municipalities), props.lacking)}</>
        )}
        {difference !== null && difference !== 0 && (
          <> {difference < 0 ? t.lacking(number(-difference)) : t.over(number(difference))}</>
        )}
      </p>
      <svg
        class="coverage__bar"
        viewBox="0 0 1000 40"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {parts.map((part, at) => {
          const start = from;
          from += part;
          return (
            <rect
              key={at}
              class={`coverage__part coverage__part--${certainties[at] ?? ''}`}
              x={(1000 * start) / most}
              width={(1000 * part) / most}
              y={4}
              height={32}
            />
          );
        })}
        <line
          class="coverage__task"
          x1={(1000 * task) / most}
          x2={(1000 * task) / most}
          y1={0}
          y2={40}
        />
      </svg>
      <ul class="coverage__key">
        {parts.map((part, at) => (
          <li key={at}>
            <span
              aria-hidden="true"
              class={`coverage__swatch coverage__part--${certainties[at] ?? ''}`}
            />
            {w.certainties[certainties[at] ?? 'existing']} {number(part)}
          </li>
        ))}
        <li>
          <span aria-hidden="true" class="coverage__swatch coverage__swatch--task" />
          {t.taskLine} {number(task)}
        </li>
      </ul>
    </div>
  );
}

export function Coverages(props: { result: ProvincialTableResult }) {
  const offer = props.result.offers[dateShown.value] ?? props.result.offers[0];
  const of = workspace.value;
  if (offer === undefined || of === null) return null;
  const lacking = lackingShares({ ...of, answers: reportAnswers(of, props.result) });
  return (
    <>
      <Coverage balance={offer.province} minors={false} lacking={lacking} />
      <Coverage balance={offer.province} minors={true} lacking={lacking} />
    </>
  );
}

type Column = SheetColumn & {
  readonly of?: NumberColumn;
  readonly result?: (balance: OfferBalance, at: number | null) => string;
};

function columnsOf(of: ProvincialWorkspace, result: ProvincialTableResult | null): Column[] {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const offer = result?.offers[dateShown.value] ?? result?.offers[0];
  const halfYears = [
    ...new Set([
      ...of.municipalities.flatMap((row) => [
        ...Object.keys(row.statusHolders ?? {}),
        ...Object.keys(row.statusHoldersHoused ?? {}),
      ]),
      ...(of.housing === undefined ? [] : [of.housing.halfYear]),
    ]),
  ].sort();
  const own = (id: NumberColumn, title: string, group: string): Column => ({
    id,
    title,
    group,
    number: true,
    editable: true,
    of: id,
  });
  const shown = (id: string, title: string, read: NonNullable<Column['result']>): Column => ({
    id,
    title,
    group: t.groupOffered,
    number: true,
    editable: false,
    result: read,
  });
  return [
    { id: 'name', title: t.municipality, number: false, editable: false, stays: true },
    own('indicative', t.indicative, t.groupIndicative),
    own('minors', t.ofWhichMinors, t.groupIndicative),
    shown('offered', t.together, (row) => number(row.offered.total)),
    shown('difference', t.difference, (row) => signed(row.difference)),
    shown('offeredMinors', t.ofWhichMinors, (row) => number(row.offered.totalMinors)),
    shown('differenceMinors', t.differenceMinors, (row) => signed(row.minorsDifference)),
    shown('after', t.taskAfter, (_, at) =>
      at === null ? '' : orNothing(offer?.municipalities[at]?.afterAgreed.task),
    ),
    shown('afterDifference', t.differenceAfter, (_, at) =>
      at === null ? '' : signed(offer?.municipalities[at]?.afterAgreed.difference),
    ),
    shown('existing', t.available, (row) => number(row.offered.byCertainty[0])),
    own('decided', t.decided, t.groupDecided),
    ...kinds.flatMap((kind) =>
      certainties.map((certainty): Column => ({
        id: `offer ${kind} ${certainty}`,
        title: `${w.kinds[kind]}, ${w.certainties[certainty]}`,
        group: t.groupTyped,
        number: true,
        editable: true,
      })),
    ),
    { id: 'public', title: t.public, group: t.groupTyped, number: false, editable: true },
    own('ukraine', t.ukraine, t.groupOther),
    own('ukraineRealised', t.ukraineRealised, t.groupOther),
    ...halfYears.flatMap((halfYear) => [
      own(`target ${halfYear}`, t.target(halfYear), t.groupOther),
      own(`housed ${halfYear}`, t.housed(halfYear), t.groupOther),
    ]),
  ];
}

/** The sum of a column of another task, with how many municipalities it is of where some are not known. */
function bookSum(column: NumberColumn, result: ProvincialTableResult | null): string {
  const [what, halfYear = null] = column.split(' ');
  const isRealised = what === 'ukraineRealised' || what === 'housed';
  const ledger = what?.startsWith('ukraine') === true ? 'ukraine' : 'status_holders';
  if (!isRealised && what !== 'ukraine' && what !== 'target') return '';
  const book = (isRealised ? realised.value : (result?.ledgers ?? [])).find(
    (each) => each.ledger === ledger && each.halfYear === halfYear,
  );
  const known = book?.before.filter((each) => each !== null).length ?? 0;
  if (book === undefined || known === 0) return '';
  return known === book.before.length
    ? number(book.sum)
    : texts.value.provincial.sumOfSome(number(book.sum), number(known), number(book.before.length));
}

/** Where a typed offer stands wrong, from the core's findings about the table of typed offers. */
function wrongOffers(of: ProvincialWorkspace): ReadonlyMap<string, string> {
  const wrong = new Map<string, string>();
  for (const finding of table.value?.findings ?? []) {
    if (finding.file !== typedFile.offers || finding.row < 2) continue;
    const offer = of.offers?.[finding.row - 2];
    if (offer === undefined || offer.date !== of.dates[dateShown.value]) continue;
    wrong.set(
      cellName(offer.municipality, `offer ${offer.kind} ${offer.certainty}`),
      findingText(finding, language.value).what,
    );
  }
  return wrong;
}

export function Municipalities(props: {
  of: ProvincialWorkspace;
  result: ProvincialTableResult | null;
}) {
  const t = texts.value.provincial;
  const w = provincialWords(language.value);
  const { of, result } = props;
  const offer = result?.offers[dateShown.value] ?? result?.offers[0];
  const date = of.dates[dateShown.value] ?? of.dates[0] ?? '';
  const columns = columnsOf(of, result);
  const wrong = wrongOffers(of);
  const offerAt = typedOffers(of);
  const order = alphabetical(of);
  const rows: SheetRow[] = order.flatMap((at): SheetRow[] => {
    const row = of.municipalities[at];
    if (row === undefined) return [];
    const balance = offer?.municipalities[at];
    const faults: Record<number, string> = {};
    const cells = columns.map((column, index) => {
      if (column.id === 'name') return row.name;
      if (column.of !== undefined) {
        const refused = lookUp(of.refusedCells, cellName(row.code, column.of));
        if (refused === undefined) return orNothing(numberOf(row, column.of));
        faults[index] = t.noNumber;
        return refused;
      }
      if (column.id === 'public')
        return of.publicOffers?.includes(row.code) === true ? t.yes : t.no;
      if (column.result !== undefined)
        return balance === undefined
          ? ''
          : balance.offered !== null
            ? column.result(balance as OfferBalance, at)
            : column.id === 'after'
              ? number(balance.afterAgreed.task)
              : column.id === 'offered'
                ? w.notReceived
                : '';
      const fault = wrong.get(cellName(row.code, column.id));
      if (fault !== undefined) faults[index] = fault;
      const [, kind, certainty] = column.id.split(' ');
      const text = offerAt({
        municipality: row.code,
        date,
        kind: kinds.find((each) => each === kind) ?? 'regular',
        certainty: certainties.find((each) => each === certainty) ?? 'existing',
      });
      return /^\d+$/u.test(text) ? number(Number(text)) : text;
    });
    return [{ id: row.code, cells, wrong: faults }];
  });
  const sum = (id: string, title: string, balance: OfferSum): SheetRow => ({
    id,
    isSum: true,
    cells: columns.map((column) => {
      if (column.id === 'name')
        return balance.known === balance.municipalities
          ? title
          : `${title}, ${w.over(balance.known, balance.municipalities)}`;
      if (column.id === 'indicative') return number(balance.indicative);
      if (column.id === 'minors') return orNothing(balance.indicativeMinors);
      if (column.of !== undefined && id === 'province') return bookSum(column.of, result);
      return column.result?.(balance, null) ?? '';
    }),
  });
  const sums =
    offer === undefined
      ? []
      : [
          ...offer.regions.map((region, at) => sum(`region ${at}`, w.region(region.name), region)),
          sum('province', w.province, offer.province),
        ];
  const take = (changes: readonly SheetChange[]): void => {
    let next = workspace.value;
    if (next === null) return;
    for (const { row, column: at, text } of changes) {
      const column = columns[at];
      const code = next.municipalities[order[row] ?? -1]?.code;
      if (column === undefined || code === undefined) continue;
      if (column.of !== undefined) next = withTypedNumber(next, code, column.of, text);
      else if (column.id === 'public') next = withPublicOffers(next, code, text);
      else {
        const [, kind, certainty] = column.id.split(' ');
        next = withOffer(
          next,
          {
            municipality: code,
            date,
            kind: kinds.find((each) => each === kind) ?? 'regular',
            certainty: certainties.find((each) => each === certainty) ?? 'existing',
          },
          text,
        );
      }
    }
    change(next);
  };
  return (
    <section class="section" aria-labelledby="tafel-gemeenten">
      <h2 id="tafel-gemeenten" class="utrecht-heading-2">
        {t.offers}
      </h2>
      <p class="intro">{t.offersIntro}</p>
      <Dates of={of} />
      <Sheet
        testId="tafel-aanbod"
        label={`${t.offers}, ${day(date, language.value)}`}
        help={t.sheetHelp}
        columns={columns}
        rows={[...rows, ...sums]}
        change={take}
        find={rowsNamed(of)}
      />
      <Regions of={of} />
    </section>
  );
}

/** Which reference date is shown, and which there are. */
function Dates(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const { dates } = props.of;
  return (
    <div class="provincial-actions">
      <Labelled for="tafel-peildatum" label={t.date}>
        <select
          id="tafel-peildatum"
          value={dateShown.value}
          onChange={(event) => {
            dateShown.value = Number(event.currentTarget.value);
          }}
        >
          {dates.map((each, at) => (
            <option key={each} value={at}>
              {day(each, language.value)}
            </option>
          ))}
        </select>
      </Labelled>
      <form
        class="provincial-actions"
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('datum');
          if (!(field instanceof HTMLInputElement) || field.value === '') return;
          if (dates.includes(field.value) || dates.length >= 12) return;
          const next = [...dates, field.value].sort();
          change({ dates: next });
          dateShown.value = next.indexOf(field.value);
          field.value = '';
        }}
      >
        <Labelled for="tafel-datum-erbij" label={t.addDate}>
          <input id="tafel-datum-erbij" name="datum" type="date" />
        </Labelled>
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {t.add}
        </button>
      </form>
    </div>
  );
}

/** Regions: own selections of municipalities, each a subtotal. */
function Regions(props: { of: ProvincialWorkspace }) {
  const t = texts.value.provincial;
  const { municipalities, regions = [] } = props.of;
  const set = (at: number, part: Partial<(typeof regions)[number]>): void => {
    change({ regions: regions.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  };
  return (
    <details class="provincial-regions">
      <summary>{`${t.regions} (${number(regions.length)})`}</summary>
      {regions.map((region, at) => (
        <fieldset key={at}>
          <legend>{region.name}</legend>
          <Labelled for={`regio-${at}`} label={t.regionName}>
            <input
              id={`regio-${at}`}
              value={region.name}
              onChange={(event) => {
                set(at, { name: event.currentTarget.value });
              }}
            />
          </Labelled>
          <div class="provincial-checks">
            {municipalities.map(({ code, name }) => (
              <label key={code}>
                <input
                  type="checkbox"
                  checked={region.municipalities.includes(code)}
                  onChange={(event) => {
                    const others = region.municipalities.filter((each) => each !== code);
                    set(at, {
                      municipalities: event.currentTarget.checked ? [...others, code] : others,
                    });
                  }}
                />{' '}
                {name}
              </label>
            ))}
          </div>
          <button
            type="button"
            class="link-button"
            onClick={() => {
              change({ regions: regions.filter((_, index) => index !== at) });
            }}
          >
            {t.removeRegion(region.name)}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          change({
            regions: [
              ...regions,
              { name: t.newRegion(number(regions.length + 1)), municipalities: [] },
            ],
          });
        }}
      >
        {t.addRegion}
      </button>
    </details>
  );
}
