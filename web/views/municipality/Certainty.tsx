/** How sure a figure is: bounds from rounding, least steps, other years, and needs at which it changes. */
import type { LeastStep, LeastStepsOf, SensitivityResult } from '../../../wasm/index.ts';
import { certainty, certaintyAsked, certaintyRefusal, scoreUnit } from '../../state/answers.ts';
import { decimal, whole } from '../../format.ts';
import { catalogue, language, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { figureText } from '../../components/Figure.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { SaveReceipt } from '../proof/SaveReceipt.tsx';
import { reasonsOf } from '../proof/take.ts';
import {
  BoundsPicture,
  LeastPicture,
  type Reach,
  StepsPicture,
  VintagesPicture,
} from './pictures.tsx';

const written = (text: string): string => decimal(text, language.value);

const withSign = (text: string): string => (text.startsWith('-') ? '' : '+') + written(text);

/** The title of a vintage, or the name of a loaded file. */
export const vintageName = (file: string): string =>
  catalogue.vintages.find(({ id }) => `${id}.csv` === file)?.title[language.value] ?? file;

/** To what the scores were rounded, where a person supposes another unit than that of the file. */
function ScoreUnit() {
  const t = texts.value.accountable;
  return (
    <Labelled for="eenheid" label={t.unit}>
      <select
        id="eenheid"
        class="utrecht-select utrecht-select--html-select"
        value={scoreUnit.value}
        onChange={(event) => {
          scoreUnit.value = event.currentTarget.value;
        }}
      >
        <option value="">{t.unitOfFile}</option>
        {['1', '2', '3', '4'].map((decimals) => (
          <option key={decimals} value={decimals}>
            {decimal(`0.${'1'.padStart(Number(decimals), '0')}`, language.value)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Bounds(props: { found: SensitivityResult }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { scoreBounds, populationBounds, share } = props.found;
  const rows = [
    ...(scoreBounds === null
      ? []
      : [{ name: t.scoreUnit(decimal(scoreBounds.unit, shown)), bound: scoreBounds }]),
    ...populationBounds.map((bound) => ({
      name: t.populationUnit(decimal(bound.unit, shown)),
      bound,
    })),
  ];
  if (rows.length === 0 || share === null) return null;
  return (
    <>
      <h4 class="step__name">{t.bounds}</h4>
      <p>{t.boundsText}</p>
      <ScoreUnit />
      <BoundsPicture bounds={rows} share={share} label={t.boundsPicture(decimal(share, shown))} />
      <SmallTable
        label={t.bounds}
        testId="grenzen"
        columns={[
          t.columns.question,
          { number: t.columns.low },
          { number: t.columns.high },
          t.columns.exactRange,
        ]}
      >
        {rows.map(({ name, bound }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{whole(bound.low, shown)}</td>
            <td class="number">{whole(bound.high, shown)}</td>
            <td>
              {decimal(bound.lowest, shown)} – {decimal(bound.highest, shown)}
            </td>
          </tr>
        ))}
      </SmallTable>
    </>
  );
}

function Least(props: { steps: NonNullable<SensitivityResult['leastSteps']> }) {
  const t = texts.value.accountable;
  const told = (step: LeastStep | null): string =>
    step === null
      ? t.unreachable
      : t.leastStep(written(step.value), withSign(step.step), whole(step.places, language.value));
  const rows: [string, LeastStepsOf][] = [
    [t.leastOf.score, props.steps.score],
    [t.leastOf.inhabitants, props.steps.inhabitants],
    [t.leastOf.need, props.steps.need],
  ];
  // A score counts by 1 + score, so its step is beside that.
  const reach = (step: LeastStep | null, whole: number): Reach => ({
    step: step === null ? null : withSign(step.step),
    part: step === null ? 0 : Math.abs(Number(step.step)) / whole,
  });
  return (
    <>
      <h4 class="step__name">{t.least}</h4>
      <LeastPicture
        rows={rows.map(([name, of]) => {
          const whole = Number(of.now) + (of === props.steps.score ? 1 : 0);
          return { name, down: reach(of.down, whole), up: reach(of.up, whole) };
        })}
        label={t.leastPicture}
      />
      <SmallTable
        label={t.least}
        testId="kleinste-stap"
        columns={[t.columns.question, { number: t.columns.now }, t.columns.up, t.columns.down]}
      >
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{written(of.now)}</td>
            <td>{told(of.up)}</td>
            <td>{told(of.down)}</td>
          </tr>
        ))}
      </SmallTable>
    </>
  );
}

function Vintages(props: { found: SensitivityResult }) {
  const t = texts.value;
  if (props.found.vintages.length === 0) return null;
  return (
    <>
      <h4 class="step__name">{t.accountable.otherYears}</h4>
      <VintagesPicture
        figures={props.found.vintages.map(({ total }) => total)}
        now={props.found.total.places}
        label={t.accountable.otherYearsPicture(figureText(props.found.total))}
      />
      <SmallTable
        label={t.accountable.otherYears}
        testId="andere-jaren"
        columns={[t.accountable.columns.vintage, t.accountable.columns.figure]}
      >
        {props.found.vintages.map((vintage, at) => (
          <tr key={vintage.population + vintage.scores}>
            <th scope="row">
              {at + 1}. {vintageName(vintage.population)}; {vintageName(vintage.scores)}
            </th>
            <td>
              {figureText(vintage.total)}
              {vintage.isEstimate && ` (${t.basis.estimate})`}
            </td>
          </tr>
        ))}
      </SmallTable>
    </>
  );
}

function NeedSteps(props: { steps: NonNullable<SensitivityResult['needSteps']> }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { first, last, placesAtFirst, placesAtLast, needs } = props.steps;
  return (
    <>
      <h4 class="step__name">{t.needSteps}</h4>
      <p>
        {t.needStepsText(
          whole(first, shown),
          whole(placesAtFirst, shown),
          whole(last, shown),
          whole(placesAtLast, shown),
        )}
      </p>
      <StepsPicture
        first={first}
        last={last}
        low={placesAtFirst}
        high={placesAtLast}
        needs={needs}
        label={t.needStepsPicture(whole(first, shown), whole(last, shown))}
      />
      <details>
        <summary>{t.needStepsList(whole(needs.length, shown))}</summary>
        <p class="needs" data-testid="stappen">
          {needs.map((need) => whole(need, shown)).join(' · ')}
        </p>
      </details>
    </>
  );
}

function Answered(props: { found: SensitivityResult }) {
  const { found } = props;
  return (
    <>
      {found.basis === 'estimate' && <p>{texts.value.accountable.certainEstimate}</p>}
      <Bounds found={found} />
      {found.leastSteps !== null && <Least steps={found.leastSteps} />}
      <Vintages found={found} />
      {found.needSteps !== null && <NeedSteps steps={found.needSteps} />}
    </>
  );
}

/** What rounding hides, how little moves the figure, other years, and the needs at which it steps. */
export function Certainty() {
  const t = texts.value.accountable;
  const found = certainty.value;
  const refusal = certaintyRefusal.value;
  if (found === null && (refusal === null || scoreUnit.value === '')) return null;
  return (
    <details class="question" data-testid="hoe-zeker">
      <summary>
        <h3 class="utrecht-heading-3">{t.certain}</h3>
      </summary>
      {refusal !== null && (
        <>
          <ScoreUnit />
          <p class="field__error" role="alert">
            {reasonsOf(refusal)}
          </p>
        </>
      )}
      {found !== null && <Answered found={found} />}
      {certaintyAsked.value !== null && (
        <SaveReceipt operation="sensitivity" parameters={certaintyAsked.value} />
      )}
    </details>
  );
}
