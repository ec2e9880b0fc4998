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
    <p class="field">
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
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
    </p>
  );
}
