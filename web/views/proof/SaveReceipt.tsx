/** Button that saves the receipt (rekenbewijs) of one answer. */
import { useState } from 'preact/hooks';
import type { ClaimedOperation, Operations } from '../../../wasm/index.ts';
import { roundNote } from '../../../wasm/rounds/catalogue.ts';
import { saveFile } from '../../page/save.ts';
import { answered } from '../../state/second-core.ts';
import { round, texts } from '../../state/page.ts';
import { reasonsOf } from './take.ts';

/** A button that saves the receipt of one answer: its question, its inputs and its figures. */
export function SaveReceipt<O extends ClaimedOperation>(props: {
  operation: O;
  parameters: Operations[O]['parameters'];
  disabled?: boolean;
  testId?: string;
}) {
  const t = texts.value.proof;
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    const answer = await answered('receipt', {
      ...props.parameters,
      claims: props.operation,
      round: roundNote(round.value),
    });
    const bytes = answer?.ok === true ? answer.columns.get('receipt') : undefined;
    if (answer === null || !(bytes instanceof Uint8Array)) {
      setSaid(answer === null ? '' : reasonsOf(answer));
      return;
    }
    saveFile(
      `rekenbewijs-${t.receiptNames[props.operation]}-${round.value.id}.json`,
      bytes as Uint8Array<ArrayBuffer>,
      'application/json',
    );
    setSaid(t.receiptSaved);
  };
  return (
    <p class="no-print">
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        data-testid={props.testId ?? `rekenbewijs-${props.operation}`}
        disabled={props.disabled}
        onClick={() => void save()}
      >
        {t.receiptOfAnswer}
      </button>{' '}
      <span role="status">{said}</span>
    </p>
  );
}
