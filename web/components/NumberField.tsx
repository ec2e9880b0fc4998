/** Labelled field for a typed number. */
import { Labelled } from './Labelled.tsx';

/** A labelled field for a number as a person types it; what it says is read elsewhere. */
export function NumberField(props: {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  maxLength?: number;
  onInput: (typed: string) => void;
}) {
  const { id, label, onInput, ...field } = props;
  return (
    <Labelled for={id} label={label}>
      <input
        id={id}
        class="utrecht-textbox utrecht-textbox--html-input"
        inputMode="decimal"
        autocomplete="off"
        {...field}
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
      />
    </Labelled>
  );
}
