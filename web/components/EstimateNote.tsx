/** Says beside figures that rest on an estimate what they are. */
import { result, texts } from '../state/page.ts';

export function EstimateNote() {
  const t = texts.value;
  if (result.value?.basis !== 'estimate') return null;
  return (
    <p class="figure__note" data-testid="schatting">
      <strong>{t.estimateTitle}</strong> {t.estimateText}
    </p>
  );
}
