import { useMemo, useState } from 'preact/hooks';
import type {
  MunicipalityRow,
  ScenarioParameters,
  ScenarioResult,
  ScenarioRow,
} from '../../../wasm/index.ts';
import { errorText, findingText } from '../../../wasm/messages.ts';
import { byName, whole } from '../../format.ts';
import { core, language, parameters, result, texts } from '../../state.ts';
import { figureText } from '../Figure.tsx';

interface Wish {
  readonly scoreWeight: string;
  readonly score: string;
  readonly inhabitants: string;
  readonly need: string;
  readonly merged: string;
}

interface Kept {
  readonly name: string;
  readonly wish: Wish;
  readonly code: string;
}

const decimalText = (typed: string): string => typed.trim().replace('−', '-').replace(',', '.');
const isWhole = (typed: string): boolean => /^\d{1,10}$/.test(typed);

/** What was typed as a question to the core; fields that were left as they are say nothing. */
function scenarioOf({ wish, code, name }: Kept): ScenarioParameters {
  const change = {
    municipality: code,
    ...(wish.score.trim() === '' ? {} : { score: decimalText(wish.score) }),
    ...(isWhole(wish.inhabitants) ? { inhabitants: Number(wish.inhabitants) } : {}),
  };
  return {
    name,
    scoreWeight: decimalText(wish.scoreWeight),
    changes: [change],
    ...(isWhole(wish.need) ? { need: Number(wish.need) } : {}),
    ...(wish.merged === '' ? {} : { mergers: [{ municipalities: [code, wish.merged] }] }),
  };
}

const plain: Wish = { scoreWeight: '1', score: '', inhabitants: '', need: '', merged: '' };

const differenceText = (difference: number | null): string => {
  if (difference === null) return '–';
  if (difference === 0) return texts.value.accountable.same;
  return `${difference > 0 ? '+' : '−'}${whole(Math.abs(difference), language.value)}`;
};

const rowOf = (scenario: ScenarioResult, code: string): ScenarioRow | undefined =>
  scenario.municipalities.find(({ madeOf }) => madeOf.includes(code));

function Field(props: {
  id: string;
  label: string;
  value: string;
  placeholder: string;
  onInput: (value: string) => void;
}) {
  return (
    <p class="field">
      <label class="utrecht-form-label" for={props.id}>
        {props.label}
      </label>
      <input
        id={props.id}
        class="utrecht-textbox utrecht-textbox--html-input"
        inputMode="decimal"
        autocomplete="off"
        value={props.value}
        placeholder={props.placeholder}
        onInput={(event) => {
          props.onInput(event.currentTarget.value);
        }}
      />
    </p>
  );
}

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
    </div>
  );
}

function Everyone(props: { scenario: ScenarioResult }) {
  const t = texts.value;
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t.accountable.everyone}</summary>
      {open && (
        <div class="table-scroll" role="region" aria-label={t.accountable.everyone} tabIndex={0}>
          <table class="utrecht-table utrecht-table--html-table" data-testid="wat-als-allen">
            <thead>
              <tr>
                <th scope="col">{t.columns.name}</th>
                <th scope="col" class="number">
                  {t.accountable.before}
                </th>
                <th scope="col" class="number">
                  {t.accountable.after}
                </th>
                <th scope="col" class="number">
                  {t.accountable.difference}
                </th>
              </tr>
            </thead>
            <tbody>
              {props.scenario.municipalities.map((row) => (
                <tr key={row.code}>
                  <th scope="row">{row.name}</th>
                  <td class="number">{figureText(row.before)}</td>
                  <td class="number">{figureText(row.after)}</td>
                  <td class="number">{differenceText(row.difference)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

/** Fields whose result is there at once, and scenarios that are kept side by side. */
export function WhatIf(props: { row: MunicipalityRow }) {
  const t = texts.value.accountable;
  const shown = language.value;
  const { row } = props;
  const [wish, setWish] = useState(plain);
  const [name, setName] = useState('');
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const asked = parameters.value;
  const running = core.value;
  const answer = useMemo(
    () =>
      running?.run('whatIf', {
        ...asked,
        scenarios: [{ name: '', wish, code: row.code }, ...kept].map(scenarioOf),
      }),
    [running, asked, wish, kept, row.code],
  );
  const change = (more: Partial<Wish>): void => {
    setWish({ ...wish, ...more });
  };
  const scenarios = answer?.ok === true ? answer.result.scenarios : [];
  const [now, ...beside] = scenarios;
  const own = now === undefined ? undefined : rowOf(now, row.code);
  const failure =
    answer === undefined || answer.ok
      ? []
      : answer.findings.length > 0
        ? answer.findings.map((finding) => {
            const { what, todo } = findingText(finding, shown);
            return `${what} ${todo}`;
          })
        : [errorText(answer.error, shown)];
  const current = result.value;
  const others = useMemo(
    () =>
      [...(current?.municipalities ?? [])]
        .filter(({ code }) => code !== row.code)
        .sort((one, other) => byName(one.name, other.name)),
    [row.code, current],
  );
  return (
    <section class="question" data-testid="wat-als">
      <h3 class="utrecht-heading-3">{t.whatIf}</h3>
      <p>{t.whatIfText}</p>
      {current?.basis === 'estimate' && <p>{t.whatIfEstimate}</p>}
      <div class="what-if">
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
              step="0.001"
              value={wish.scoreWeight}
              onInput={(event) => {
                change({ scoreWeight: event.currentTarget.value });
              }}
            />
            <output for="wat-als-gewicht">
              {wish.scoreWeight.replace('.', shown === 'nl' ? ',' : '.')}
            </output>
          </span>
        </p>
        <Field
          id="wat-als-score"
          label={t.ownScore}
          value={wish.score}
          placeholder={row.score === null ? '' : row.score.replace('.', shown === 'nl' ? ',' : '.')}
          onInput={(score) => {
            change({ score });
          }}
        />
        <Field
          id="wat-als-inwoners"
          label={t.ownInhabitants}
          value={wish.inhabitants}
          placeholder={String(row.inhabitants)}
          onInput={(inhabitants) => {
            change({ inhabitants });
          }}
        />
        <Field
          id="wat-als-behoefte"
          label={t.wholeNeed}
          value={wish.need}
          placeholder={String(asked.need)}
          onInput={(need) => {
            change({ need });
          }}
        />
        <p class="field">
          <label class="utrecht-form-label" for="wat-als-samen">
            {t.mergeWith}
          </label>
          <select
            id="wat-als-samen"
            class="utrecht-select utrecht-select--html-select"
            value={wish.merged}
            onChange={(event) => {
              change({ merged: event.currentTarget.value });
            }}
          >
            <option value="">{t.mergeNone}</option>
            {others.map((other) => (
              <option key={other.code} value={other.code}>
                {other.name}
              </option>
            ))}
          </select>
        </p>
      </div>
      {failure.map((sentence) => (
        <p key={sentence} class="field__error" role="alert">
          {sentence}
        </p>
      ))}
      {own !== undefined && <Outcome row={own} />}
      {now !== undefined && <Everyone scenario={now} />}
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
          disabled={own === undefined || kept.length >= 19}
          onClick={() => {
            const title = name.trim() === '' ? t.unnamed(String(kept.length + 1)) : name.trim();
            setKept([...kept, { name: title, wish, code: row.code }]);
            setName('');
          }}
        >
          {t.keep}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            setWish(plain);
          }}
        >
          {t.startAgain}
        </button>
      </div>
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
                const ownRow = rowOf(scenario, row.code);
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
                          setKept(kept.filter((_, index) => index !== at));
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
    </section>
  );
}
