/** For who has the official scores of CBS: where to load them, and how to get them. */
import { useRef } from 'preact/hooks';
import { takeIn } from '../../page/drop.ts';
import { result, round, texts } from '../../state/page.ts';
import { fileTypes } from '../input/DropZone.tsx';

/** Last and folded: only few have that file. */
export function OwnScores() {
  const t = texts.value;
  const field = useRef<HTMLInputElement>(null);
  if (result.value?.basis !== 'estimate' && result.value?.basis !== 'derived') return null;
  return (
    <details class="section" data-testid="eigen-scores">
      <summary>{t.answer.official}</summary>
      <p>{t.answer.officialText}</p>
      <p class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          data-testid="kies-cbs"
          onClick={() => field.current?.click()}
        >
          {t.chooseCbs}
        </button>
        <input
          ref={field}
          type="file"
          hidden
          multiple
          accept={fileTypes}
          data-testid="cbs-bestand"
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void takeIn(chosen);
          }}
        />
      </p>
      <h3 class="utrecht-heading-3">{t.howTitle}</h3>
      <ol>
        {t.howSteps(round.value.scores.table ?? t.howUnknownTable).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{t.howChecked}</p>
    </details>
  );
}
