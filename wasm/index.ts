/**
 * The typed door to the core: the same WebAssembly in browsers and in Node.
 *
 *     const core = await load(wasmBytes);
 *     core.put('population.csv', populationBytes);
 *     core.put('scores.csv', scoreBytes);
 *     const answer = core.allocate({ population: { file: 'population.csv', status: 'loaded' }, … });
 *
 * Nothing here computes: figures come from the core and are passed on unchanged.
 * Exact decimals and fractions travel as strings, because a JavaScript number would round them.
 */
import type {
  AllocationResult,
  ClaimedOperation,
  Finding,
  ReceiptResult,
  RecogniseResult,
  VerifyResult,
} from './contract/answers.ts';
import createModule, { type Door } from '../build/wasm/spreidingswijzer-core.mjs';
import type { Answer, Column, VersionResult } from './contract/common.ts';
import type {
  AllocateParameters,
  InputsParameters,
  Operation,
  Operations,
  ReceiptParameters,
  RecogniseParameters,
  RoundNote,
  VerifyParameters,
} from './contract/operations.ts';

export type * from './contract/answers.ts';
export type * from './contract/common.ts';
export type * from './contract/operations.ts';
export type * from './contract/provincial.ts';
export type * from './contract/receipt.ts';
export { mostReceiptBytes } from './contract/receipt.ts';

/** One instance of the core with the files handed to it. */
export interface Core {
  /**
   * Hands over a file; an earlier one of the same name is replaced.
   * @param remarks what was found when it was read from a document: told with each answer that uses it
   */
  put(name: string, bytes: Uint8Array, remarks?: readonly Finding[]): void;
  /** Memory for a file of this size, to be filled at once: the next call may move it. */
  reserve(name: string, size: number): Uint8Array;
  /** Bytes of memory that this instance takes. */
  memory(): number;
  /** Forgets a file; unknown names are no error. */
  remove(name: string): void;
  /** Names of the files handed over, in order of name. */
  files(): readonly string[];
  run<O extends Operation>(
    operation: O,
    parameters: Operations[O]['parameters'],
  ): Answer<Operations[O]['result']>;
  version(): VersionResult;
  recognise(parameters: RecogniseParameters): Answer<RecogniseResult>;
  allocate(parameters: AllocateParameters): Answer<AllocationResult>;
  /** The document is in column `receipt` of the answer; it names these bytes of WebAssembly as its maker. */
  receipt(
    parameters: InputsParameters & { readonly round?: RoundNote | null },
  ): Answer<ReceiptResult>;
  /** A receipt of any answer that can have one, with the question that it is the answer to. */
  receiptOf<O extends ClaimedOperation>(
    operation: O,
    parameters: Operations[O]['parameters'],
    round: RoundNote | null,
  ): Answer<ReceiptResult>;
  verify(parameters: VerifyParameters): Answer<VerifyResult>;
  /** The same program with files of its own: none of these, and a name here is free there. */
  apart(): Core;
}

const isAnswer = (value: unknown): value is Answer<never> =>
  typeof value === 'object' && value !== null && 'ok' in value && 'findings' in value;

const outOfMemory: Answer<never> = {
  ok: false,
  error: { code: 'out_of_memory', about: '' },
  findings: [],
  findingCounts: { error: 0, warning: 0, note: 0 },
};

const decoder = new TextDecoder();

function columnsOf(columns: ReturnType<Door['respond']>['columns']): Map<string, Column> {
  return new Map(
    Object.entries(columns).map(([name, { values, uint64 }]) => [
      name,
      uint64 ? new BigUint64Array(values.buffer, values.byteOffset, values.byteLength / 8) : values,
    ]),
  );
}

const fromModule = (compiled: WebAssembly.Module): ReturnType<typeof createModule> =>
  new Promise((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): Record<string, never> => {
      WebAssembly.instantiate(compiled, imports).then(done, reject);
      return {};
    };
    createModule({ instantiateWasm }).then(resolve, reject);
  });

/**
 * Starts the core from the bytes of `spreidingswijzer-core.wasm`.
 * Rejects where WebAssembly is not there or not allowed, and on bytes that are no such module.
 * @param compiled the same bytes, where they have been compiled already
 */
export async function load(wasm: Uint8Array, compiled?: WebAssembly.Module): Promise<Core> {
  const module =
    compiled === undefined ? await createModule({ wasmBinary: wasm }) : await fromModule(compiled);
  return coreOf(wasm, () => new module.Door());
}

// Of so many bytes the core takes longer to make a fingerprint than to read them as a table. Node has one of
// its own; in a browser it would have to be waited for.
const manyBytes = 1_000_000;
function fingerprintOf(bytes: Uint8Array): string | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (id: 'node:crypto') => typeof import('node:crypto') };
  };
  const crypto = process?.getBuiltinModule?.('node:crypto');
  return crypto?.createHash('sha256').update(bytes).digest('hex');
}

function coreOf(wasm: Uint8Array, open: () => Door): Core {
  const door = open();
  const names = new Set<string>();
  const remarked = new Map<string, readonly Finding[]>();

  const withRemarks = <R>(answer: Answer<R>, request: string): Answer<R> => {
    const remarks = [...remarked].flatMap(([name, found]) =>
      request.includes(JSON.stringify(name)) ? found : [],
    );
    if (remarks.length === 0) return answer;
    const findingCounts = { ...answer.findingCounts };
    for (const { severity } of remarks) findingCounts[severity] += 1;
    return { ...answer, findings: [...answer.findings, ...remarks], findingCounts };
  };

  const respond = <O extends Operation>(
    operation: O,
    parameters: Operations[O]['parameters'],
  ): Answer<Operations[O]['result']> => {
    const request = JSON.stringify({ operation, parameters });
    let response: ReturnType<Door['respond']>;
    try {
      response = door.respond(request);
    } catch (fault) {
      // The core itself throws nothing: only a machine without memory left comes here.
      if (fault instanceof WebAssembly.RuntimeError || fault instanceof RangeError)
        return outOfMemory;
      throw fault;
    }
    const answer: unknown = JSON.parse(decoder.decode(response.json));
    if (!isAnswer(answer)) throw new Error('the core answered in another form');
    const whole = answer.ok ? { ...answer, columns: columnsOf(response.columns) } : answer;
    return withRemarks(whole, request);
  };

  const receipt = (parameters: ReceiptParameters): Answer<ReceiptResult> => {
    // A name that no file of a person has: theirs have no slash, or are no WebAssembly.
    const program = 'program/spreidingswijzer-core.wasm';
    door.reserve(program, wasm.byteLength).set(wasm);
    const answer = respond('receipt', { ...parameters, program });
    door.remove(program);
    return answer;
  };

  const core: Core = {
    put(name, bytes, remarks = []) {
      door.reserve(name, bytes.byteLength).set(bytes);
      const fingerprint = bytes.byteLength < manyBytes ? undefined : fingerprintOf(bytes);
      if (fingerprint !== undefined) door.know(name, fingerprint);
      names.add(name);
      if (remarks.length > 0) remarked.set(name, remarks);
      else remarked.delete(name);
    },
    reserve(name, size) {
      names.add(name);
      return door.reserve(name, size);
    },
    memory() {
      const { byteLength } = door.reserve('', 0).buffer;
      door.remove('');
      return byteLength;
    },
    remove(name) {
      door.remove(name);
      names.delete(name);
      remarked.delete(name);
    },
    files: () => [...names].sort(),
    run(operation, parameters) {
      return operation === 'receipt'
        ? receipt(parameters as ReceiptParameters)
        : respond(operation, parameters);
    },
    version() {
      const answer = core.run('version', {});
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.result;
    },
    recognise: (parameters) => core.run('recognise', parameters),
    allocate: (parameters) => core.run('allocate', parameters),
    receipt: (parameters) => receipt({ ...parameters }),
    receiptOf: (operation, parameters, round) =>
      receipt({ ...parameters, claims: operation, round }),
    verify: (parameters) => core.run('verify', parameters),
    apart: () => coreOf(wasm, open),
  };
  return core;
}
