/** Dialog with a title and a button that closes it. */
import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { texts } from '../state/page.ts';

/** A dialog of the browser's own: it keeps the focus inside and closes with Escape. */
export function Dialog(props: {
  handle: RefObject<HTMLDialogElement | null>;
  title: string;
  children: ComponentChildren;
}) {
  const titleId = useId();
  return (
    <dialog ref={props.handle} class="dialog" aria-labelledby={titleId}>
      <h2 id={titleId} class="utrecht-heading-2">
        {props.title}
      </h2>
      {props.children}
      <button
        type="button"
        class="utrecht-button utrecht-button--primary-action"
        onClick={() => props.handle.current?.close()}
      >
        {texts.value.close}
      </button>
    </dialog>
  );
}
