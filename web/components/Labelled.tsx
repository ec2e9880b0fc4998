/** Label above a field. */
import type { ComponentChildren } from 'preact';

/** A field under its label, which is for the element of that id. */
export function Labelled(props: { for: string; label: string; children: ComponentChildren }) {
  return (
    <p class="field">
      <label class="utrecht-form-label" for={props.for}>
        {props.label}
      </label>
      {props.children}
    </p>
  );
}
