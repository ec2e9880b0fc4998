/** For who has the official scores of CBS: where to load them, and how to get them. */
import { result, round, texts } from '../../state/page.ts';
import { openView } from '../../page/navigation.ts';

/** Last and folded: only few have that file. */
export function OwnScores() {
  const t = texts.value;
  if (result.value?.basis !== 'estimate' && result.value?.basis !== 'derived') return null;
  return (
    <details class="section" data-testid="eigen-scores">
      <summary>{t.answer.official}</summary>
      <p>{t.answer.officialText}</p>
      <p class="buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => {
            openView('input', 'bestanden');
          }}
        >
          {t.chooseCbs}
        </button>
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
