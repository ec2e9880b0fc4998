/** Both rounds beside each other: four kinds of number in one line, never mixed, and what changed. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { computed } from '@preact/signals';
import type { ChangeRow, MunicipalityRow, PublishedFigure } from '../../../wasm/index.ts';
import { type Round, countedPlaces } from '../../../wasm/rounds/catalogue.ts';
import { decidedChange, numberText, printedBy } from '../../../wasm/words/print-text.ts';
import { day, decimal, whole } from '../../format.ts';
import { askedOf, realRounds, roundChanges } from '../../state/round-changes.ts';
import { asked } from '../../state/second-core.ts';
import { catalogue, chosen, language, round, texts } from '../../state/page.ts';
import { causeText } from '../../../wasm/words/sentences.ts';
import { causes, shortCause, signedWhole } from '../../components/change-text.ts';
import { figureText } from '../../components/Figure.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { table, workspace, workspaceRound } from '../provincial/state.ts';

interface InRound {
  readonly of: Round;
  readonly row: MunicipalityRow;
}

/** The chosen municipality in every real round, oldest first. */
const inRounds = computed<readonly InRound[]>(() => {
  const now = chosen.value;
  if (now === null || round.value.invented) return [];
  return realRounds.flatMap((of) => {
    if (of.id === round.value.id) return [{ of, row: now }];
    const answer = asked('allocate', askedOf(of));
    const row =
      answer?.ok === true
        ? answer.result.municipalities.find(({ code }) => code === now.code)
        : undefined;
    return row === undefined ? [] : [{ of, row }];
  });
});

const best = ({ row }: InRound): string =>
  row.published === null ? figureText(row.total) : whole(row.published.places, language.value);

function Causes(props: { row: ChangeRow }) {
  const t = texts.value.answer;
  const { causes: exact, causeEnds } = props.row;
  const columns = exact === null ? causeEnds && [causeEnds.low, causeEnds.high] : [exact];
  if (columns === null) return null;
  const [lowest, highest] = props.row.range?.difference ?? [props.row.difference];
  return (
    <details data-testid="waardoor">
      <summary>{t.why}</summary>
      <SmallTable
        label={t.why}
        testId="waardoor-tabel"
        columns={[
          t.whyHead,
          ...(exact === null ? t.whyColumns : [t.whyOne]).map((number) => ({ number })),
        ]}
      >
        {causes.map((cause) => (
          <tr key={cause}>
            <th scope="row">{causeText(cause, language.value)}</th>
            {columns.map((each, at) => (
              <td key={at} class="number">
                {shortCause(cause)(each)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t.whyColumn}</th>
          {[lowest, highest].slice(0, columns.length).map((sum, at) => (
            <td key={at} class="number">
              {sum == null ? '' : signedWhole(sum)}
            </td>
          ))}
        </tr>
      </SmallTable>
      <p>{exact === null ? t.whyEnds : t.whyExact}</p>
    </details>
  );
}

function Change(props: { one: InRound; other: InRound }) {
  const t = texts.value.answer;
  const shown = language.value;
  const { one, other } = props;
  const change = roundChanges.value.get(one.row.code);
  const difference = change?.difference ?? null;
  const range = change?.range?.difference ?? null;
  const ending =
    difference === null
      ? range === null
        ? '.'
        : t.differenceRange(texts.value.between(signedWhole(range[0]), signedWhole(range[1])))
      : difference === 0
        ? t.equal
        : (difference > 0 ? t.more : t.fewer)(
            whole(Math.abs(difference), shown),
            decimal((change?.percent ?? '').replace('-', ''), shown),
          );
  return (
    <>
      <p data-testid="verschil">
        <strong>
          {(difference === null ? t.beside : t.from)(
            one.of.id,
            best(one),
            other.of.id,
            best(other),
          )}
        </strong>
        {ending}
      </p>
      {change !== undefined && <Causes row={change} />}
    </>
  );
}

const printed = (print: PublishedFigure): string =>
  texts.value.answer.placesBy(
    whole(print.places, language.value),
    printedBy(print, (date) => day(date, language.value), language.value),
  );

/** A decided number, with what changed since the indicative one. */
function decidedText(print: PublishedFigure, indicative: PublishedFigure | null): string {
  const shown = language.value;
  const change = decidedChange(print, indicative, (value) => whole(value, shown), shown);
  return change === '' ? printed(print) : `${printed(print)} (${change})`;
}

/** What the opened provincial table has of this municipality at its last reference date. */
export function offeredIn(of: Round, code: string): number | null {
  const told = table.value;
  if (workspaceRound.value?.id !== of.id || told?.ok !== true) return null;
  const at = workspace.value?.municipalities.findIndex((each) => each.code === code) ?? -1;
  return told.result.offers.at(-1)?.municipalities[at]?.offered?.total ?? null;
}

function Numbers(props: { at: InRound }) {
  const t = texts.value.answer;
  const shown = language.value;
  const { of, row } = props.at;
  const decided = row.prints.filter(({ number }) => number === 'decided');
  const taken = of.deadlines.some(({ what, done }) => what === 'decision' && done !== undefined);
  const counted = lookUp(countedPlaces(catalogue, of)?.places, row.code);
  const offered = offeredIn(of, row.code);
  return (
    <tr>
      <th scope="row">{of.id}</th>
      <td>
        {row.published === null
          ? `${figureText(row.total)} (${texts.value.basis.estimate})`
          : printed(row.published)}
      </td>
      <td>{offered === null ? t.unknown : whole(offered, shown)}</td>
      <td>
        {decided.length > 0
          ? decided.map((print) => decidedText(print, row.published)).join('; ')
          : taken
            ? t.unknown
            : t.notYet}
      </td>
      <td>
        {counted === undefined
          ? t.unknown
          : t.counted(whole(counted[0], shown), whole(counted[1], shown))}
      </td>
    </tr>
  );
}

/** 2024 and 2026, and in each what is indicative, offered, decided and available. */
export function BothRounds() {
  const t = texts.value.answer;
  const shown = language.value;
  const all = inRounds.value;
  const [one, other] = all.slice(-2);
  const counted = all.flatMap(({ of }) => countedPlaces(catalogue, of) ?? []);
  if (one === undefined || other === undefined) return null;
  return (
    <section class="question" data-testid="rondes">
      <h3 class="utrecht-heading-3">{t.rounds}</h3>
      <Change one={one} other={other} />
      <SmallTable
        label={t.rounds}
        testId="vier-getallen"
        columns={[
          t.roundsHead,
          ...(['indicative', 'offered', 'decided', 'counted'] as const).map((number) =>
            numberText(number, shown),
          ),
        ]}
      >
        {all.map((at) => (
          <Numbers key={at.of.id} at={at} />
        ))}
      </SmallTable>
      {counted.map(({ vintage }) => (
        <p key={vintage.id} class="figure__note">
          {t.countedBy(vintage.print?.by?.name ?? '', day(vintage.print?.by?.date ?? '', shown))}
        </p>
      ))}
      {all.some(({ of, row }) => offeredIn(of, row.code) !== null) && <p>{t.offeredOwn}</p>}
      <p>{t.kinds}</p>
    </section>
  );
}
