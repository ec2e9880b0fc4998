/** Switch that combines former municipalities, and fields for those that were divided. */
import { lookUp } from '../../../wasm/contract/look-up.ts';
import { useMemo, useState } from 'preact/hooks';
import { changesFile } from '../../../wasm/rounds/catalogue.ts';
import { findingText } from '../../../wasm/words/messages.ts';
import { whole } from '../../format.ts';
import {
  ownAnswer,
  core,
  divisions,
  files,
  language,
  merging,
  result,
  round,
  texts,
} from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';

/** A part of a divided municipality, as CBS's note on the division tells of it. */
interface Part {
  readonly from: string;
  readonly fromName: string;
  readonly into: string;
  readonly intoName: string;
  readonly date: string;
  /** On the day of the division; empty where the note gives none. */
  readonly inhabitants: string;
}

/** The rows of the file of municipal changes, as the core reads its cells. */
function changes(): Part[] {
  const found = core.value?.run('inspect', { file: changesFile, cells: true });
  const [, ...rows] = found?.ok === true ? (found.result.cells ?? []) : [];
  return rows.map(
    ([date = '', from = '', fromName = '', into = '', intoName = '', people = '']) => ({
      from,
      fromName,
      into,
      intoName,
      date,
      inhabitants: people,
    }),
  );
}

function PartField(props: { part: Part; value: number | undefined }) {
  const t = texts.value.input;
  const { part } = props;
  const [wrong, setWrong] = useState(false);
  const id = `deel-${part.from}-${part.into}`;
  return (
    <Labelled for={id} label={t.partField(part.intoName)}>
      <input
        id={id}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={props.value ?? ''}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': `${id}-fout` } : {})}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          const valid = /^\d{0,9}$/.test(text);
          setWrong(!valid);
          if (!valid) return;
          const { [part.into]: _before, ...others } = lookUp(divisions.value, part.from) ?? {};
          divisions.value = {
            ...divisions.value,
            [part.from]: text === '' ? others : { ...others, [part.into]: Number(text) },
          };
        }}
      />
      {wrong && (
        <span id={`${id}-fout`} class="field__error" role="alert">
          {t.needInvalid}
        </span>
      )}
    </Labelled>
  );
}

/** How many inhabitants of a divided municipality went where: only the person can say it. */
function DivisionFields(props: { parts: readonly Part[] }) {
  const t = texts.value.input;
  const { parts } = props;
  const [first] = parts;
  if (first === undefined) return null;
  const entered = lookUp(divisions.value, first.from) ?? {};
  const about = (ownAnswer.value?.findings ?? []).filter(
    ({ code, raw }) =>
      (code === 'division_needed' || code === 'division_differs') && raw.includes(first.from),
  );
  const noted = parts.every(({ inhabitants }) => inhabitants !== '');
  return (
    <fieldset class="question" data-testid="verdeeld">
      <legend class="utrecht-form-label">{t.division(first.fromName)}</legend>
      <p>{t.divisionText}</p>
      {about.map((finding, at) => {
        const { what, todo } = findingText(finding, language.value);
        return (
          <p key={at} role="status">
            {finding.file}: {what} {todo}
          </p>
        );
      })}
      {result.value !== null && <p role="status">{t.divisionFits}</p>}
      <div class="fields">
        {parts.map((part) => (
          <PartField
            key={`${part.into}-${lookUp(entered, part.into) ?? ''}`}
            part={part}
            value={lookUp(entered, part.into)}
          />
        ))}
      </div>
      {noted && (
        <>
          <p>
            {t.divisionNote(
              first.date,
              parts
                .map(({ intoName, inhabitants }) =>
                  t.divisionPart(intoName, whole(Number(inhabitants), language.value)),
                )
                .join(', '),
            )}
          </p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => {
              divisions.value = {
                ...divisions.value,
                [first.from]: Object.fromEntries(
                  parts.map(({ into, inhabitants }) => [into, Number(inhabitants)]),
                ),
              };
            }}
          >
            {t.divisionTake}
          </button>
        </>
      )}
    </fieldset>
  );
}

/** The switch that combines former municipalities, and the division of those that were divided. */
export function Merging() {
  const t = texts.value.input;
  const all = useMemo(changes, [core.value]);
  if ((files.value.length === 0 && !merging.value) || round.value.invented) return null;
  // Named by the core as divided, or filled in before.
  const named = (ownAnswer.value?.findings ?? [])
    .filter(({ code }) => code === 'division_needed' || code === 'division_differs')
    .map(({ raw }) => /\((GM\d{4})\)$/.exec(raw)?.[1]);
  const divided = merging.value
    ? [...new Set([...named, ...Object.keys(divisions.value)])].filter((code) => code !== undefined)
    : [];
  return (
    <>
      <p class="merging">
        <input
          id="samenvoegen"
          type="checkbox"
          checked={merging.value}
          aria-describedby="samenvoegen-uitleg"
          onChange={(event) => {
            merging.value = event.currentTarget.checked;
          }}
        />{' '}
        <label for="samenvoegen">{t.merge}</label>
        <span id="samenvoegen-uitleg" class="merging__text">
          {t.mergeText}
        </span>
      </p>
      {divided.map((code) => (
        <DivisionFields key={code} parts={all.filter(({ from }) => from === code)} />
      ))}
    </>
  );
}
