/** Buttons for receipt, calculation sheet and link, and the way from a figure to its accountability. */
import { files, texts } from '../../state/page.ts';
import { openView } from '../../page/navigation.ts';
import { copyLink, madeLink, outcome, saveReceipt, saveSheet } from './take.ts';
import { EmbedCode } from './EmbedCode.tsx';
import './proof.css';

function Action(props: { id: string; name: string; text: string; act: () => void }) {
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

function TheLink() {
  const t = texts.value.proof;
  const link = madeLink.value;
  if (link === null) return null;
  return (
    <div class="made-link" data-testid="link">
      <p>{t.kinds[link.kind]}</p>
      {link.kind === 'question' && files.value.length > 0 && <p>{t.questionWithoutFiles}</p>}
      {link.text.startsWith('#') && <p>{t.fileLink}</p>}
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

/** The buttons for receipt, calculation sheet and link. */
export function Take() {
  const t = texts.value.proof;
  return (
    <section class="section no-print" aria-labelledby="meegeven-titel">
      <h2 id="meegeven-titel" class="utrecht-heading-2">
        {t.takeTitle}
      </h2>
      <ul class="takes">
        <Action id="rekenbewijs" name={t.receipt} text={t.receiptText} act={saveReceipt} />
        <Action id="rekenblad" name={t.sheet} text={t.sheetText} act={() => void saveSheet()} />
        <Action
          id="vraaglink"
          name={t.link}
          text={t.linkText}
          act={() => void copyLink('question')}
        />
        {files.value.length > 0 && (
          <Action
            id="datalink"
            name={t.dataLink}
            text={t.dataLinkText}
            act={() => void copyLink('data')}
          />
        )}
      </ul>
      <p role="status" class="outcome" data-testid="meegegeven">
        {outcome.value}
      </p>
      <TheLink />
      <EmbedCode />
    </section>
  );
}

/** From a figure to where it comes from. */
export function ToProof() {
  const t = texts.value.proof;
  return (
    <section class="section no-print" aria-labelledby="naar-verantwoording">
      <h2 id="naar-verantwoording" class="utrecht-heading-3">
        {texts.value.viewNames.proof}
      </h2>
      <p>{t.openText}</p>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        data-testid="verantwoording"
        onClick={() => {
          openView('proof');
        }}
      >
        {t.open}
      </button>
    </section>
  );
}
