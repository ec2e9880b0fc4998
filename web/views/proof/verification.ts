/** Checking a receipt that a person brings; nothing that was loaded before is touched. */
import { signal } from '@preact/signals';
import { type Answer, type VerifyResult, mostReceiptBytes } from '../../../wasm/index.ts';
import { verifyParameters } from '../../../wasm/catalogue.ts';
import { catalogue, core } from '../../state.ts';

export interface Verification {
  readonly name: string;
  readonly answer: Answer<VerifyResult>;
}
export const verification = signal<Verification | null>(null);

// Names in the core that no file of a person has.
const shelf = (index: number): string => `verify/${index}`;

const tooLarge = (file: string): Answer<VerifyResult> => ({
  ok: false,
  error: { code: 'findings', about: '' },
  findings: [
    {
      code: 'receipt_too_large',
      severity: 'error',
      file,
      row: 0,
      column: 0,
      raw: '',
      about: '',
      otherRow: 0,
      count: 1,
    },
  ],
  findingCounts: { error: 1, warning: 0, note: 0 },
});

/** Which of the files is the receipt: the one that is JSON by its name, else the first. */
export async function verifyFiles(chosen: readonly File[]): Promise<void> {
  const running = core.value;
  const receipt = chosen.find(({ name }) => /\.json$/i.test(name)) ?? chosen[0];
  if (running === null || receipt === undefined) return;
  if (receipt.size > mostReceiptBytes) {
    verification.value = { name: receipt.name, answer: tooLarge(receipt.name) };
    return;
  }
  const ordered = [receipt, ...chosen.filter((file) => file !== receipt)];
  const names = ordered.map((_, index) => shelf(index));
  for (const [index, file] of ordered.entries())
    running.put(shelf(index), new Uint8Array(await file.arrayBuffer()));
  const answer = running.verify(verifyParameters(catalogue, shelf(0), names.slice(1)));
  for (const name of names) running.remove(name);
  verification.value = { name: receipt.name, answer };
}
