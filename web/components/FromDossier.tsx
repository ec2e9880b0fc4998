/** Says of a text or number that it came in a dossier, until a person takes it for his own. */
import { texts } from '../state/page.ts';

export function FromDossier(props: { id: string; confirm: () => void }) {
  const t = texts.value.brought;
  return (
    <p class="hint" role="status" data-testid={props.id}>
      {t.typed}{' '}
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        onClick={props.confirm}
      >
        {t.mine}
      </button>
    </p>
  );
}
