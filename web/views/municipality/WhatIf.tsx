/** What changes if: fields for other inputs and mergers, the new figures, and kept scenarios. */
import { useMemo, useState } from 'preact/hooks';
import type { MunicipalityRow, ScenarioResult, ScenarioRow } from '../../../wasm/index.ts';
import { factorRangeText } from '../../../wasm/words/evidence-text.ts';
import { errorText, findingText } from '../../../wasm/words/messages.ts';
import { byName, whole } from '../../format.ts';
import { useAnswer } from '../../state/second-core.ts';
import { chosen, language, parameters, result, texts } from '../../state/page.ts';
import {
  type Override,
  type Wish,
  decimalText,
  keptWishes,
  mostKept,
  mostTyped,
  overrideOf,
  plainWish,
  scenarioOf,
  wholeOf,
  wish,
  withOverride,
} from '../../state/what-if.ts';
import { openView } from '../../page/navigation.ts';
import { spokenName } from '../../state/search.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { figureText } from '../../components/Figure.tsx';
import { SaveReceipt } from '../proof/SaveReceipt.tsx';
import { NumberField } from '../../components/NumberField.tsx';

const differenceText = (difference: number | null): string => {
  if (difference === null) return '–';
  if (difference === 0) return texts.value.accountable.same;
  return `${difference > 0 ? '+' : '−'}${whole(Math.abs(difference), language.value)}`;
};

const rowOf = (scenario: ScenarioResult, code: string): ScenarioRow | undefined =>
  scenario.municipalities.find(({ madeOf }) => madeOf.includes(code));

/** No more than a dossier takes back. */
const Field = (props: Parameters<typeof NumberField>[0]) => (
  <NumberField maxLength={mostTyped} {...props} />
);

function Outcome(props: { row: ScenarioRow }) {
  const t = texts.value.accountable;
  const { row } = props;
  return (
    <div role="status" data-testid="wat-als-uitkomst">
      <dl class="facts outcome">
        <div class="fact">
          <dt>{t.before}</dt>
          <dd>{figureText(row.before)}</dd>
        </div>
        <div class="fact">
          <dt>{t.after}</dt>
          <dd class="outcome__after">{figureText(row.after)}</dd>
        </div>
        <div class="fact">
          <dt>{t.difference}</dt>
          <dd>{differenceText(row.difference)}</dd>
        </div>
      </dl>
      {row.minorsBefore !== null && row.minorsAfter !== null && (
        <p>
          {t.minorsOutcome(
            figureText(row.minorsBefore),
            figureText(row.minorsAfter),
            differenceText(row.minorsDifference),
          )}
        </p>
      )}
    </div>
  );
}

/** Old, new and difference of every municipality, of as many scenarios as there are side by side. */
function Everyone(props: { scenarios: readonly { name: string; scenario: ScenarioResult }[] }) {
  const t = texts.value;
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const codes = [
    ...new Set(
      props.scenarios.flatMap(({ scenario }) =>
        scenario.municipalities.flatMap((row) => row.madeOf),
      ),
    ),
  ];
  const nameOf = new Map(
    result.value?.municipalities.map((row) => [row.code, spokenName(row.name)]),
  );
  const sought = name.trim().toLocaleLowerCase('nl');
  const shown = codes.filter((code) =>
    (nameOf.get(code) ?? code).toLocaleLowerCase('nl').includes(sought),
  );
  const rows = props.scenarios.map(
    ({ scenario }) =>
      new Map(
        scenario.municipalities.flatMap((row) => row.madeOf.map((code) => [code, row] as const)),
      ),
  );
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t.accountable.everyone}</summary>
      {open && (
        <>
          <Field
            id="wat-als-zoek"
            label={t.accountable.everyoneFilter}
            value={name}
            placeholder=""
            onInput={setName}
          />
          <div class="table-scroll" role="region" aria-label={t.accountable.everyone} tabIndex={0}>
            <table class="utrecht-table utrecht-table--html-table" data-testid="wat-als-allen">
              <thead>
                <tr>
                  <th scope="col">{t.columns.name}</th>
                  <th scope="col" class="number">
                    {t.accountable.before}
                  </th>
                  {props.scenarios.flatMap((each, at) => [
                    <th key={`dan-${at}`} scope="col" class="number">
                      {each.name === '' ? t.accountable.after : each.name}
                    </th>,
                    <th key={`verschil-${at}`} scope="col" class="number">
                      {t.accountable.difference}
                    </th>,
                  ])}
                </tr>
              </thead>
              <tbody>
                {shown.map((code) => (
                  <tr key={code}>
                    <th scope="row">
                      {nameOf.get(code) ?? code}
                      {rows.some((of) => (of.get(code)?.madeOf.length ?? 1) > 1) &&
                        ` (${t.accountable.together})`}
                    </th>
                    <td class="number">
                      {figureText(
                        result.value?.municipalities.find((row) => row.code === code)?.total ?? {
                          places: null,
                          low: null,
                          high: null,
                        },
                      )}
                    </td>
                    {rows.flatMap((of, at) => {
                      const row = of.get(code);
                      return [
                        <td key={`dan-${at}`} class="number">
                          {row === undefined ? '' : figureText(row.after)}
                        </td>,
                        <td key={`verschil-${at}`} class="number">
                          {differenceText(row?.difference ?? null)}
                        </td>,
                      ];
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </details>
  );
}

/** A choice of one of the municipalities that are not chosen yet. */
function AddMunicipality(props: {
  id: string;
  label: string;
  taken: readonly string[];
  onAdd: (code: string) => void;
}) {
  const t = texts.value.accountable;
  const current = result.value;
  const others = useMemo(
    () => [...(current?.municipalities ?? [])].sort((one, other) => byName(one.name, other.name)),
    [current],
  );
  return (
    <Labelled for={props.id} label={props.label}>
      <select
        id={props.id}
        class="utrecht-select utrecht-select--html-select"
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') props.onAdd(value);
        }}
      >
        <option value="">{t.choose}</option>
        {others
          .filter(({ code }) => !props.taken.includes(code))
          .map((other) => (
            <option key={other.code} value={other.code}>
              {other.name}
            </option>
          ))}
      </select>
    </Labelled>
  );
}

const nameOf = (code: string): string =>
  spokenName(result.value?.municipalities.find((row) => row.code === code)?.name ?? code);

/** Score and inhabitants of one municipality, to be changed. */
function Inputs(props: { code: string; onChange: (override: Override) => void }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const row = result.value?.municipalities.find(({ code }) => code === props.code);
  const override = overrideOf(wish.value, props.code);
  return (
    <>
      <Field
        id={`wat-als-score-${props.code}`}
        label={t.scoreOf(nameOf(props.code))}
        value={override.score}
        placeholder={row?.score == null ? '' : row.score.replace('.', shown === 'nl' ? ',' : '.')}
        onInput={(score) => {
          props.onChange({ ...override, score });
        }}
      />
      <Field
        id={`wat-als-inwoners-${props.code}`}
        label={t.inhabitantsOf(nameOf(props.code))}
        value={override.inhabitants}
        placeholder={row === undefined ? '' : String(row.inhabitants)}
        onInput={(inhabitants) => {
          props.onChange({ ...override, inhabitants });
        }}
      />
    </>
  );
}

/** Municipalities that are in a list and can be taken out of it again. */
function Chips(props: { codes: readonly string[]; onRemove: (code: string) => void }) {
  const t = texts.value.accountable;
  return (
    <ul class="chips">
      {props.codes.map((code) => (
        <li key={code}>
          {nameOf(code)}{' '}
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            aria-label={t.takeOut(nameOf(code))}
            onClick={() => {
              props.onRemove(code);
            }}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

/** To the field itself: an address with its name would open another view. */
function toWeight(event: Event): void {
  event.preventDefault();
  document.getElementById('wat-als-gewicht')?.focus();
}

/** Fields whose result is there at once, and scenarios that are kept side by side. */
function Supposing(props: { row: MunicipalityRow | null; national: boolean }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { row, national } = props;
  const asked = parameters.value;
  const now = wish.value;
  const kept = keptWishes.value;
  const [name, setName] = useState('');
  const question = useMemo(
    () => ({ ...asked, scenarios: [{ name: '', wish: now }, ...kept].map(scenarioOf) }),
    [asked, now, kept],
  );
  const answer = useAnswer('whatIf', question);
  const change = (more: Partial<Wish>): void => {
    wish.value = { ...wish.value, ...more };
  };
  const scenarios = answer?.ok === true ? answer.result.scenarios : [];
  const [current, ...beside] = scenarios;
  const own = current === undefined || row === null ? undefined : rowOf(current, row.code);
  const failure =
    answer === null || answer.ok
      ? []
      : answer.findings.length > 0
        ? answer.findings.map((finding) => {
            const { what, todo } = findingText(finding, shown);
            return `${what} ${todo}`;
          })
        : [errorText(answer.error, shown)];
  const unreadable = [now.need, now.minors, ...now.changes.map((each) => each.inhabitants)].some(
    (typed) => typed.trim() !== '' && wholeOf(typed) === undefined,
  );
  const also = now.changes
    .filter(({ code }) => national || code !== row?.code)
    .map(({ code }) => code);
  return (
    <>
      <p>{t.whatIfText}</p>
      {national && result.value?.basis === 'estimate' && (
        <p>
          {t.whatIfEstimate}{' '}
          <a class="utrecht-link utrecht-link--html-a" href="#wat-als-gewicht" onClick={toWeight}>
            {t.whatIfToWeight}
          </a>
        </p>
      )}
      <div class="what-if">
        {national && (
          <>
            <p class="field what-if__slider">
              <label class="utrecht-form-label" for="wat-als-gewicht">
                {t.scoreWeight}
              </label>
              <span class="what-if__range">
                <input
                  id="wat-als-gewicht"
                  type="range"
                  min="0"
                  max="2"
                  // One press of an arrow is a step that shows; finer ones are typed beside it.
                  step="0.05"
                  value={decimalText(now.scoreWeight)}
                  aria-valuetext={now.scoreWeight.replace('.', shown === 'nl' ? ',' : '.')}
                  onInput={(event) => {
                    change({ scoreWeight: event.currentTarget.value });
                  }}
                />
                <input
                  class="utrecht-textbox utrecht-textbox--html-input what-if__weight"
                  aria-label={t.scoreWeightTyped}
                  data-testid="wat-als-gewicht-getal"
                  inputMode="decimal"
                  autocomplete="off"
                  maxLength={mostTyped}
                  value={now.scoreWeight.replace('.', shown === 'nl' ? ',' : '.')}
                  onInput={(event) => {
                    change({ scoreWeight: event.currentTarget.value });
                  }}
                />
              </span>
            </p>
            <Field
              id="wat-als-behoefte"
              label={t.wholeNeed}
              value={now.need}
              placeholder={String(asked.need)}
              onInput={(need) => {
                change({ need });
              }}
            />
            <Field
              id="wat-als-amv"
              label={t.minorsNeed}
              value={now.minors}
              placeholder={asked.minors == null ? '' : String(asked.minors)}
              onInput={(minors) => {
                change({ minors });
              }}
            />
          </>
        )}
        {!national && row !== null && (
          <Inputs
            code={row.code}
            onChange={(override) => {
              wish.value = withOverride(wish.value, override);
            }}
          />
        )}
      </div>
      {national && (
        <details class="what-if__more" open={also.length > 0 || now.merged.length > 0}>
          <summary>{t.moreMunicipalities}</summary>
          {also.map((code) => (
            <div class="what-if" key={code}>
              <Inputs
                code={code}
                onChange={(override) => {
                  wish.value = withOverride(wish.value, override, true);
                }}
              />
              <p class="field">
                <button
                  type="button"
                  class="utrecht-button utrecht-button--subtle"
                  onClick={() => {
                    change({ changes: now.changes.filter((each) => each.code !== code) });
                  }}
                >
                  {t.asItWas(nameOf(code))}
                </button>
              </p>
            </div>
          ))}
          <div class="what-if">
            <AddMunicipality
              id="wat-als-ook"
              label={t.changeAlso}
              taken={also}
              onAdd={(code) => {
                wish.value = withOverride(wish.value, { code, score: '', inhabitants: '' }, true);
              }}
            />
            <AddMunicipality
              id="wat-als-samen"
              label={t.mergeWith}
              taken={now.merged}
              onAdd={(code) => {
                change({ merged: [...now.merged, code] });
              }}
            />
          </div>
          {now.merged.length > 0 && (
            <>
              <p>{t.mergeText}</p>
              <Chips
                codes={now.merged}
                onRemove={(code) => {
                  const left = now.merged.filter((each) => each !== code);
                  change({ merged: left });
                }}
              />
            </>
          )}
        </details>
      )}
      {!national && isNational(now) && <p class="figure__note">{t.whatIfAlsoNational}</p>}
      {!national && (
        <p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            data-testid="naar-landelijk"
            onClick={() => {
              openView('country', 'wat-als-titel');
            }}
          >
            {t.whatIfNational}
          </button>
        </p>
      )}
      {unreadable && (
        <p class="field__error" role="alert">
          {t.notWhole}
        </p>
      )}
      {failure.map((sentence) => (
        <p key={sentence} class="field__error" role="alert">
          {sentence}
        </p>
      ))}
      {scenarios.some(({ basis, proven }) => basis === 'derived' && !proven) && (
        <p class="figure__note" data-testid="wat-als-factor">
          {factorRangeText(shown)}
        </p>
      )}
      {own !== undefined && (
        <>
          {national && row !== null && <h3 class="utrecht-heading-3">{spokenName(row.name)}</h3>}
          <Outcome row={own} />
        </>
      )}
      {current !== undefined && (
        <Everyone
          scenarios={[
            { name: '', scenario: current },
            ...beside.map((scenario) => ({ name: scenario.name, scenario })),
          ]}
        />
      )}
      <div class="what-if__keep">
        <Field
          id="wat-als-naam"
          label={t.keepName}
          value={name}
          placeholder={t.unnamed(String(kept.length + 1))}
          onInput={setName}
        />
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          disabled={current === undefined || kept.length >= mostKept}
          onClick={() => {
            const title = name.trim() === '' ? t.unnamed(String(kept.length + 1)) : name.trim();
            keptWishes.value = [...kept, { name: title, wish: now }];
            setName('');
          }}
        >
          {t.keep}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            wish.value = plainWish;
          }}
        >
          {t.startAgain}
        </button>
      </div>
      <SaveReceipt operation="whatIf" parameters={question} disabled={current === undefined} />
      {beside.length > 0 && (
        <div class="table-scroll" role="region" aria-label={t.kept} tabIndex={0}>
          <table class="utrecht-table utrecht-table--html-table" data-testid="scenarios">
            <caption class="findings__file">{t.kept}</caption>
            <thead>
              <tr>
                <th scope="col">{t.scenario}</th>
                <th scope="col" class="number">
                  {t.before}
                </th>
                <th scope="col" class="number">
                  {t.after}
                </th>
                <th scope="col" class="number">
                  {t.difference}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {beside.map((scenario, at) => {
                const ownRow = row === null ? undefined : rowOf(scenario, row.code);
                return (
                  <tr key={at}>
                    <th scope="row">{scenario.name}</th>
                    <td class="number">{ownRow === undefined ? '' : figureText(ownRow.before)}</td>
                    <td class="number">{ownRow === undefined ? '' : figureText(ownRow.after)}</td>
                    <td class="number">{differenceText(ownRow?.difference ?? null)}</td>
                    <td>
                      <button
                        type="button"
                        class="utrecht-button utrecht-button--subtle"
                        onClick={() => {
                          keptWishes.value = kept.filter((_, index) => index !== at);
                        }}
                      >
                        {t.drop(scenario.name)}
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** Whether something is supposed that is not of one municipality alone. */
const isNational = ({ scoreWeight, need, minors, merged }: Wish): boolean =>
  decimalText(scoreWeight) !== '1' || need !== '' || minors !== '' || merged.length > 0;

/** Of one municipality: its own inputs. */
export function WhatIf(props: { row: MunicipalityRow }) {
  return (
    <details class="question" data-testid="wat-als">
      <summary>
        <h3 class="utrecht-heading-3">{texts.value.accountable.whatIf}</h3>
      </summary>
      <Supposing row={props.row} national={false} />
    </details>
  );
}

/** Of the whole country: the weight of the score, other needs, any municipality, and mergers. */
export function NationalWhatIf() {
  const isUsed = JSON.stringify(wish.value) !== JSON.stringify(plainWish);
  return (
    <details
      class="section question"
      data-testid="wat-als"
      open={isUsed || keptWishes.value.length > 0}
    >
      <summary>
        <h2 id="wat-als-titel" class="utrecht-heading-2">
          {texts.value.accountable.whatIf}
        </h2>
      </summary>
      <Supposing row={chosen.value} national />
    </details>
  );
}
