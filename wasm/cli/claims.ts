/** `--receipt`: an answer with its proof, in a file of its own. */
import type { Answer, ClaimedOperation, Core, Operations } from '../index.ts';
import { type Round, roundNote } from '../rounds/catalogue.ts';
import { emit, report, tell } from './output.ts';

/** Option of `parseArgs`; spread among a command's own. */
export const receiptOption = { receipt: { type: 'string' } } as const;

export const receiptUsage = '[--receipt BESTAND]';

export const receiptHelp = `  --receipt     schrijft ook een rekenbewijs van dit antwoord, dat met “verify” is na te rekenen
`;

/** Writes the receipt where one was asked for. @returns the exit status that it adds */
export function writeReceipt<O extends Exclude<ClaimedOperation, 'allocate'>>(
  core: Core,
  path: string | undefined,
  operation: O,
  parameters: Operations[O]['parameters'],
  round: Round | undefined,
  language: 'nl' | 'en',
): number {
  if (path === undefined) return 0;
  const answer: Answer<{ readonly checksum: string }> = core.receiptOf(
    operation,
    parameters,
    round === undefined ? null : roundNote(round),
  );
  if (!answer.ok) return report(answer, language);
  const bytes = answer.columns.get('receipt');
  if (!(bytes instanceof Uint8Array)) throw new Error('the core gave no receipt');
  emit(bytes, path);
  tell(`Rekenbewijs: ${path}, controlegetal ${answer.result.checksum}`);
  return 0;
}
