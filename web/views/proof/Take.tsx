/** A thing to take along, and the link once it is made. */
import { files, texts } from '../../state/page.ts';
import { madeLink } from './take.ts';

export function Action(props: { id: string; name: string; text: string; act: () => void }) {
  return (
    <li class="take">
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        data-testid={props.id}
        aria-describedby={`${props.id}-uitleg`}
        onClick={props.act}
      >
        {props.name}
      </button>
      <span id={`${props.id}-uitleg`} class="hint">
        {props.text}
      </span>
    </li>
  );
}

export function TheLink() {
  const t = texts.value.proof;
  const link = madeLink.value;
  if (link === null) return null;
  return (
    <div class="made-link" data-testid="link">
      <p>{t.kinds[link.kind]}</p>
      {link.kind === 'question' && files.value.length > 0 && <p>{t.questionWithoutFiles}</p>}
      {!/^https?:/.test(link.text) && <p>{t.fileLink}</p>}
      <label class="utrecht-form-label" for="gemaakte-link">
        {t.madeLink}
      </label>
      <textarea
        id="gemaakte-link"
        class="utrecht-textbox made-link__text"
        rows={3}
        readOnly
        value={link.text}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
    </div>
  );
}
