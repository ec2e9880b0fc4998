/** What the score does to a figure, and whether the figure matches the printed one. */
import type { ExplainResult, ImpliedRow, MunicipalityRow } from '../../../wasm/index.ts';
import { day, decimal, whole } from '../../format.ts';
import { openView } from '../../page/navigation.ts';
import { language, result, texts } from '../../state/page.ts';

/** What the score adds or takes away; on an estimate that it is not said. */
export function effectText({ scoreEffect }: ExplainResult): string {
  const t = texts.value.accountable;
  const places = scoreEffect?.places ?? 0;
  if (scoreEffect === null) return t.effectEstimate;
  if (places === 0) return t.effectNone;
  return (places > 0 ? t.effectMore : t.effectLess)(whole(Math.abs(places), language.value));
}

/** What the score does, by leaving it out. */
export function WithoutScore(props: { told: ExplainResult }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { byPopulation } = props.told;
  return (
    <details class="question" data-testid="zonder-score">
      <summary>
        <h3 class="utrecht-heading-3">{t.without}</h3>
      </summary>
      {byPopulation !== null && (
        <p>
          {t.withoutText(
            whole(byPopulation.places, shown),
            decimal(byPopulation.share.decimal, shown),
          )}{' '}
          <span class="utrecht-badge">{t.hypothetical}</span>
        </p>
      )}
      <p>{effectText(props.told)}</p>
    </details>
  );
}

/** What the printed figure says about the score, and how much that is. */
function ImpliedScore(props: { implied: ImpliedRow; source: string }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { lowScore, highScore, width, says, score, holds } = props.implied;
  return (
    <p data-testid="score-uit-getal">
      {t.impliedOne(
        decimal(lowScore, shown),
        highScore === null ? '–' : decimal(highScore, shown),
        width === null ? '–' : decimal(width, shown),
        t.impliedSays[says],
        props.source,
      )}{' '}
      {score !== null &&
        holds !== null &&
        (holds ? t.impliedOneHolds : t.impliedOneNot)(decimal(score, shown))}
    </p>
  );
}

/** Whether the own figure is the printed one; of a range whether it holds it. */
function matchText({ published, total }: MunicipalityRow): string {
  const t = texts.value.accountable;
  const shown = language.value;
  if (published === null) return t.matchesUnknown;
  const source = `${published.source}, ${day(published.date, shown)}`;
  const low = total.places ?? total.low ?? 0;
  const high = total.places ?? total.high ?? 0;
  const isWithin = low <= published.places && published.places <= high;
  // What a table gives back of itself is no proof of it.
  if (result.value?.basis === 'derived' && isWithin) return t.matchesCircular(source);
  if (total.places === null) return (isWithin ? t.matchesWithin : t.matchesOutside)(source);
  return isWithin
    ? t.matchesEqual(source)
    : t.matchesNot(whole(total.places, shown), whole(published.places, shown), source);
}

/** The own figure beside the one that someone printed. */
export function Matches(props: { row: MunicipalityRow; implied: ImpliedRow | null }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { published } = props.row;
  const source = published === null ? '' : `${published.source}, ${day(published.date, shown)}`;
  return (
    <details class="question" data-testid="klopt-het">
      <summary>
        <h3 class="utrecht-heading-3">{t.matches}</h3>
      </summary>
      <p>{matchText(props.row)}</p>
      {props.implied !== null && <ImpliedScore implied={props.implied} source={source} />}
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={() => {
          openView('compare');
        }}
      >
        {t.matchesOther}
      </button>
    </details>
  );
}
