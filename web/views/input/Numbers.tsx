/** Fields for an own need, in total and for minors. */
import { useState } from 'preact/hooks';
import { reset } from '../../state/inputs.ts';
import { hasOwnData, ownMinors, ownNeed, round, texts } from '../../state/page.ts';
import { Labelled } from '../../components/Labelled.tsx';
import { Merging } from './Merging.tsx';

function NumberField(props: {
  id: string;
  label: string;
  value: number | undefined;
  change: (value: number | undefined) => void;
}) {
  const [wrong, setWrong] = useState(false);
  const errorId = `${props.id}-fout`;
  return (
    <Labelled for={props.id} label={props.label}>
      <input
        id={props.id}
        class="utrecht-textbox utrecht-textbox--html-input"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={props.value ?? ''}
        aria-invalid={wrong}
        {...(wrong ? { 'aria-describedby': errorId } : {})}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          const valid = /^\d{1,9}$/.test(text) || text === '';
          setWrong(!valid);
          if (valid) props.change(text === '' ? undefined : Number(text));
        }}
      />
      {wrong && (
        <span id={errorId} class="field__error" role="alert">
          {texts.value.input.needInvalid}
        </span>
      )}
    </Labelled>
  );
}

/** A need of one's own in place of the round's, and the way back. */
export function Numbers() {
  const t = texts.value.input;
  return (
    <>
      <div class="fields">
        <NumberField
          id="behoefte"
          key={`need-${round.value.id}-${ownNeed.value ?? ''}`}
          label={t.needField}
          value={ownNeed.value ?? round.value.need.places}
          change={(value) => {
            ownNeed.value = value === round.value.need.places ? undefined : value;
          }}
        />
        <NumberField
          id="amv"
          key={`minors-${round.value.id}-${ownMinors.value ?? ''}`}
          label={t.minorsField}
          value={ownMinors.value ?? round.value.minors?.places}
          change={(value) => {
            ownMinors.value = value === round.value.minors?.places ? undefined : value;
          }}
        />
      </div>
      <Merging />
      {hasOwnData.value && (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            reset();
            document.getElementById('eigen-titel')?.focus();
          }}
        >
          {t.reset}
        </button>
      )}
    </>
  );
}
