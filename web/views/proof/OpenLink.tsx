/** Field to paste a link into. */
import { useState } from 'preact/hooks';
import { linkNotice, openLink } from '../../state/address.ts';
import { readLink } from '../../state/link.ts';
import { panel, texts } from '../../state/page.ts';

/** For who has a link and the file: a field to paste it in. */
export function OpenLink() {
  const t = texts.value.proof;
  const [typed, setTyped] = useState('');
  return (
    <section class="section no-print" aria-labelledby="link-openen-titel">
      <h2 id="link-openen-titel" class="utrecht-heading-3">
        {t.openLinkTitle}
      </h2>
      <label class="utrecht-form-label" for="link-openen">
        {t.openLinkLabel}
      </label>
      <input
        id="link-openen"
        type="text"
        class="utrecht-textbox utrecht-textbox--html-input"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <p>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            const reading = readLink(typed);
            if (reading.kind === 'none') linkNotice.value = t.openLinkNone;
            else
              void openLink(reading).then(() => {
                if (linkNotice.value === '') panel.value = null;
              });
            setTyped('');
          }}
        >
          {t.openLink}
        </button>
      </p>
    </section>
  );
}
