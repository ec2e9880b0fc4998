// Receipts of one question of every operation: what each platform is asked, and must answer alike.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Core } from '../wasm/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

interface Asked {
  readonly bundled: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: object;
  readonly questions: readonly {
    readonly name: string;
    readonly alone?: boolean;
    readonly parameters: object;
    /** SHA-256 of the claim; the native tests demand the same. */
    readonly claim: string;
  }[];
}

const asked = JSON.parse(
  readFileSync(`${root}tests/data/receipts/questions.json`, 'utf8'),
) as Asked;

export const files: readonly (readonly [string, string])[] = [
  ...Object.entries(asked.files),
  ...asked.bundled.map(
    (name) => [name, readFileSync(`${root}public/data/${name}`, 'utf8')] as const,
  ),
];

export const questions = asked.questions.map(({ name, alone, parameters, claim }) => ({
  name,
  claim,
  parameters: { ...(alone === true ? {} : asked.inputs), ...parameters },
}));

export interface MadeReceipt {
  readonly claim: string;
  readonly document: string;
}

/** Also sent to a browser as text, so it uses nothing from outside itself. */
export function makeReceipts(
  core: Core,
  given: typeof files,
  parameters: readonly object[],
): (MadeReceipt | string)[] {
  for (const [name, text] of given) core.put(name, new TextEncoder().encode(text));
  return parameters.map((each) => {
    const answer = core.receipt(each as Parameters<Core['receipt']>[0]);
    const bytes = answer.ok ? answer.columns.get('receipt') : undefined;
    return answer.ok && bytes instanceof Uint8Array
      ? { claim: answer.result.claim, document: new TextDecoder().decode(bytes) }
      : JSON.stringify(answer);
  });
}
