/** What a person takes along: a receipt, a calculation sheet, a link. Each made on request only. */
import { computed, signal } from '@preact/signals';
import type { Answer, ReceiptResult } from '../../../wasm/index.ts';
import { calculationSheet } from '../../../wasm/files/calculation-sheet.ts';
import { roundNote } from '../../../wasm/rounds/catalogue.ts';
import { errorText, findingText } from '../../../wasm/words/messages.ts';
import { dataLink, questionLink } from '../../state/address.ts';
import { saveFile } from '../../page/save.ts';
import { answered, asked } from '../../state/second-core.ts';
import { core, language, parameters, result, round, texts } from '../../state/page.ts';

export interface MadeLink {
  readonly text: string;
  readonly kind: 'question' | 'data';
  readonly copied: boolean;
}
export const madeLink = signal<MadeLink | null>(null);
/** What came of it; said to screen readers as well. */
export const outcome = signal('');

export const reasonsOf = (answer: Answer<unknown>): string => {
  if (!answer.ok && answer.error.code !== 'findings')
    return errorText(answer.error, language.value);
  return answer.findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const { what, todo } = findingText(finding, language.value);
      return `${what} ${todo}`;
    })
    .join(' ');
};

const receiptAnswer = computed(() =>
  result.value === null
    ? null
    : asked('receipt', { ...parameters.value, round: roundNote(round.value) }),
);

/** The receipt of what is shown: its fingerprint, and what is not in it. */
export const receipt = computed<ReceiptResult | null>(() =>
  receiptAnswer.value?.ok === true ? receiptAnswer.value.result : null,
);

export function saveReceipt(): void {
  const answer = receiptAnswer.value;
  if (answer === null) return;
  const bytes = answer.ok ? answer.columns.get('receipt') : undefined;
  if (!(bytes instanceof Uint8Array)) {
    outcome.value = reasonsOf(answer);
    return;
  }
  saveFile(
    `rekenbewijs-${round.value.id}.json`,
    bytes as Uint8Array<ArrayBuffer>,
    'application/json',
  );
  outcome.value = texts.value.proof.receiptSaved;
}

export async function saveSheet(): Promise<void> {
  const running = core.value;
  const answer = await answered('sheet', parameters.value);
  if (running === null || answer === null) return;
  if (!answer.ok) {
    outcome.value = reasonsOf(answer);
    return;
  }
  saveFile(
    `rekenblad-${round.value.id}.xlsx`,
    calculationSheet(answer.result, round.value, running.version()) as Uint8Array<ArrayBuffer>,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  outcome.value = texts.value.proof.sheetSaved;
}

export async function copyLink(kind: MadeLink['kind']): Promise<void> {
  const t = texts.value.proof;
  const link = kind === 'data' ? await dataLink() : questionLink();
  if (link === null) {
    madeLink.value = null;
    outcome.value = kind === 'data' ? t.dataTooLarge : t.linkTooLong;
    return;
  }
  // Without an address it opens nothing by itself: then it says what to do with it.
  const text = link.startsWith('#') ? t.pasteThis(link) : link;
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not every browser allows it on file://; the field with the link is there as well.
    copied = false;
  }
  madeLink.value = { text, kind, copied };
  outcome.value = copied ? t.copied : t.notCopied;
}
