/** Banner that says the figures rest on an estimate, and how that was checked. */
import { useRef } from 'preact/hooks';
import { result, round, texts } from '../../state/page.ts';
import { openView } from '../../page/navigation.ts';
import { Dialog } from '../../components/Dialog.tsx';

/** The banner over every figure that rests on an estimate. */
export function Estimate() {
  const t = texts.value;
  const dialog = useRef<HTMLDialogElement>(null);
  if (result.value?.basis !== 'estimate') return null;
  return (
    <aside class="estimate" data-testid="schatting" aria-label={t.estimateTitle}>
      <p>
        <strong>{t.estimateTitle}</strong> {t.estimateText}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={() => {
            openView('input', 'bestanden');
          }}
        >
          {t.chooseCbs}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => dialog.current?.showModal()}
        >
          {t.howCbs}
        </button>
      </div>
      <Dialog handle={dialog} title={t.howTitle}>
        <ol>
          {t.howSteps(round.value.scores.table ?? t.howUnknownTable).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{t.howChecked}</p>
      </Dialog>
    </aside>
  );
}
