/** Calculation of a figure step by step, with its input cells, and of the task of the province. */
import type { RefObject } from 'preact';
import type { ExplainResult, ExplanationStep, RoundingBorder } from '../../../wasm/index.ts';
import { quantityText, ruleText, sumText } from '../../../wasm/words/sentences.ts';
import { decimal, whole } from '../../format.ts';
import { language, parameters, result, texts } from '../../state/page.ts';
import { perThousandText } from '../../components/Figure.tsx';
import { SaveReceipt } from '../proof/SaveReceipt.tsx';
import { effectText } from './Questions.tsx';

/** A number of a sum as the shown language writes it. */
const written = (text: string): string => decimal(text, language.value);

function Step(props: { step: ExplanationStep }) {
  const t = texts.value.accountable;
  const { step } = props;
  const { name, sentence } = ruleText(step.rule, language.value);
  const sign = step.rule.endsWith('rounding') ? '→' : '=';
  return (
    <li class="step">
      <h4 class="step__name">{name}</h4>
      <p class="step__rule">{sentence}</p>
      {step.decimal !== null && (
        <p class="step__sum">
          {sumText(step.sum, written)} {sign} <strong>{written(step.decimal)}</strong>
        </p>
      )}
      {step.wholes.length > 0 && (
        <p class="step__exact">
          {t.inWholes}: {sumText(step.wholes, written)}
        </p>
      )}
      {step.fraction !== null && step.fraction.denominator !== '1' && (
        <p class="step__exact">
          {t.exactly}: {decimal(step.fraction.numerator, language.value)} ÷{' '}
          {decimal(step.fraction.denominator, language.value)}
        </p>
      )}
      {step.rule === 'total_weight' && <AllWeights />}
      <p class="step__article">
        <a class="utrecht-link utrecht-link--html-a" href={step.article} rel="noreferrer noopener">
          {t.article}
        </a>
      </p>
    </li>
  );
}

/** What the sum over all municipalities is made of. */
function AllWeights() {
  const t = texts.value;
  const rows = result.value?.municipalities ?? [];
  if (rows.every(({ weight }) => weight === null)) return null;
  return (
    <details>
      <summary>{t.accountable.allWeights}</summary>
      <div
        class="table-scroll weights"
        role="region"
        aria-label={t.accountable.allWeights}
        tabIndex={0}
      >
        <table class="utrecht-table utrecht-table--html-table">
          <thead>
            <tr>
              <th scope="col">{t.columns.name}</th>
              <th scope="col" class="number">
                {t.accountable.weight}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.name}</th>
                <td class="number">{decimal(row.weight ?? '', language.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Border(props: { border: RoundingBorder }) {
  const t = texts.value.accountable;
  const { border, distance, borderAbove } = props.border;
  const half = decimal(border, language.value);
  if (distance.fraction.numerator === '0') return <p>{t.borderOn(half)}</p>;
  const far = decimal(distance.decimal, language.value);
  return <p>{borderAbove ? t.borderDown(half, far) : t.borderUp(half, far)}</p>;
}

function Inputs(props: { told: ExplainResult; of: string }) {
  const t = texts.value.accountable;
  const shown = language.value;
  return (
    <div class="table-scroll" role="region" aria-label={`${t.inputs}: ${props.of}`} tabIndex={0}>
      <table class="utrecht-table utrecht-table--html-table" data-testid="invoer-cellen">
        <caption class="findings__file">{t.inputs}</caption>
        <thead>
          <tr>
            <th scope="col">{t.inputColumns.what}</th>
            <th scope="col" class="number">
              {t.inputColumns.value}
            </th>
            <th scope="col">{t.inputColumns.place}</th>
            <th scope="col">{t.inputColumns.raw}</th>
          </tr>
        </thead>
        <tbody>
          {props.told.inputs.map(({ of, value, cell }) => (
            <tr key={of}>
              <th scope="row">{quantityText(of, shown)}</th>
              <td class="number">{value === null ? t.hidden : written(value)}</td>
              <td class="told">
                {cell === null ? (
                  t.fromRound
                ) : (
                  <>
                    {cell.file},{' '}
                    {cell.row === null
                      ? t.column(String(cell.column))
                      : t.cell(String(cell.row), String(cell.column))}
                    <span class="fingerprint">
                      {t.fingerprint}: <code>{cell.sha256}</code>
                    </span>
                  </>
                )}
              </td>
              <td>{cell?.raw != null && <code>{cell.raw}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How the task of the province comes about: the sum of the figures of its municipalities. */
export function ProvinceTask(props: { told: ExplainResult }) {
  const t = texts.value.accountable;
  const { told } = props;
  const shown = language.value;
  return (
    <details class="question" data-testid="opgave-provincie">
      <summary>
        <h3 class="utrecht-heading-3">{t.provinceTask(told.province)}</h3>
      </summary>
      {told.basis === 'estimate' && <p class="utrecht-paragraph">{t.estimateSum}</p>}
      <ol class="steps-list">
        {told.steps.map((step) => (
          <Step key={step.rule} step={step} />
        ))}
      </ol>
      {told.unrounded !== null && told.roundingEffect !== null && (
        <p>
          {t.provinceUnrounded(
            decimal(told.unrounded.decimal, shown),
            decimal(told.roundingEffect, shown),
          )}
        </p>
      )}
      {told.byPopulation !== null && (
        <p>
          {t.withoutText(
            whole(told.byPopulation.places, shown),
            decimal(told.byPopulation.share.decimal, shown),
          )}{' '}
          {effectText(told)}
        </p>
      )}
      <p>
        {texts.value.columns.perThousand}: {perThousandText(told.perThousand)}.
      </p>
      {told.inhabitantsPerPlace !== null && (
        <p>{t.rates(whole(told.inhabitantsPerPlace, shown))}</p>
      )}
      {told.ranks !== null && (
        <p>
          {t.provinceRanks(
            whole(told.ranks.placesInCountry.place, shown),
            whole(told.ranks.placesInCountry.of, shown),
            whole(told.ranks.rateInCountry.place, shown),
          )}
        </p>
      )}
      <Inputs told={told} of={t.provinceTask(told.province)} />
      <SaveReceipt
        operation="explain"
        parameters={{ ...parameters.value, province: told.province }}
        testId="rekenbewijs-provincie"
      />
    </details>
  );
}

/** The steps of the key with their numbers, and the cell of every input. */
export function Calculation(props: {
  told: ExplainResult;
  handle: RefObject<HTMLDetailsElement | null>;
}) {
  const t = texts.value.accountable;
  const { told } = props;
  const shown = language.value;
  return (
    <details class="how question" ref={props.handle}>
      <summary>
        <h3 class="utrecht-heading-3">{t.calculated}</h3>
      </summary>
      <p class="utrecht-paragraph">{texts.value.howWords}</p>
      {told.basis === 'estimate' && <p class="utrecht-paragraph">{t.estimateSum}</p>}
      <ol class="steps-list">
        {told.steps.map((step) => (
          <Step key={step.rule} step={step} />
        ))}
      </ol>
      {told.border !== null && <Border border={told.border} />}
      {told.inhabitantsPerPlace !== null && (
        <p>{t.rates(whole(told.inhabitantsPerPlace, shown))}</p>
      )}
      {told.ranks?.placesInProvince != null && (
        <p>
          {t.ranks(
            whole(told.ranks.placesInCountry.place, shown),
            whole(told.ranks.placesInCountry.of, shown),
            whole(told.ranks.placesInProvince.place, shown),
            whole(told.ranks.placesInProvince.of, shown),
            told.province,
          )}
        </p>
      )}
      <Inputs told={told} of={told.name} />
      <SaveReceipt
        operation="explain"
        parameters={{ ...parameters.value, municipality: told.code ?? told.name }}
      />
    </details>
  );
}
