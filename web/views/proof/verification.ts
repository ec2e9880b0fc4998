/** Checking a receipt that a person brings; nothing that was loaded before is touched. */
import { signal } from '@preact/signals';
import { type Answer, type VerifyResult, mostReceiptBytes } from '../../../wasm/index.ts';
import { verifyParameters } from '../../../wasm/rounds/catalogue.ts';
import { partName } from '../../../wasm/files/part.ts';
import { cellsOf, tablesIn } from '../../state/inputs.ts';
import { catalogue, core } from '../../state/page.ts';
import { WorkFault } from '../../worker/work.ts';

export interface Verification {
  readonly name: string;
  readonly answer: Answer<VerifyResult>;
}
export const verification = signal<Verification | null>(null);

// Names in the core that no file of a person has.
const receivedName = (index: number): string => `verify/${index}`;

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
  const names = ordered.map((_, index) => receivedName(index));
  const parts: string[] = [];
  for (const [index, file] of ordered.entries()) {
    try {
      // Of a spreadsheet every table: which one a receipt means, it says itself.
      const { bytes, document } =
        index === 0
          ? { bytes: new Uint8Array(await file.arrayBuffer()), document: null }
          : await tablesIn(file);
      running.put(receivedName(index), bytes);
      if (document === null) continue;
      const tables = [
        ...document.tables.map((_, at) => cellsOf(document, at)),
        cellsOf(document, 'distribution'),
      ];
      for (const table of tables) {
        if (table === undefined) continue;
        const part = partName(receivedName(index), table.name);
        running.put(part, table.csv);
        parts.push(part);
      }
    } catch (fault) {
      if (!(fault instanceof WorkFault)) throw fault;
      // A file that cannot be read is as one that was not handed over: verify asks for it.
      running.remove(receivedName(index));
    }
  }
  const answer = running.verify(verifyParameters(catalogue, receivedName(0), names.slice(1)));
  for (const name of [...names, ...parts]) running.remove(name);
  verification.value = { name: receipt.name, answer };
}
