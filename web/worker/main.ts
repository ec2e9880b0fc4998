/**
 * The worker: takes documents apart, and computes with files that would hold up the page. It has its own
 * core, and answers one question after the other.
 */
import {
  type KnownRegions,
  distributionTable,
  figureReader,
  readDistribution,
} from '../../wasm/files/distribution.ts';
import { FormatFault } from '../../wasm/files/fault.ts';
import { readCopiedLines, readDocument } from '../../wasm/files/read.ts';
import { type FileRole, chosenSheet } from '../../wasm/files/sheets.ts';
import { csvOf } from '../../wasm/files/table.ts';
import { type Core, load } from '../../wasm/index.ts';
import type { ConvertedDocument, Question, Reply, Results, WorkerFault } from './protocol.ts';

const scope = globalThis as unknown as {
  postMessage(message: Reply, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<{ id: number; question: Question }>) => void) | null;
};

let core: Core | null = null;
const started = (): Core => {
  if (core === null) throw new Error('the core was not started');
  return core;
};

const mostShown = 12;
async function converted(
  bytes: Uint8Array,
  known: { readonly regions: KnownRegions; readonly wasm: Uint8Array } | null,
  role: FileRole,
): Promise<ConvertedDocument | null> {
  const document = readDocument(bytes) ?? readCopiedLines(bytes);
  if (document === null) return null;
  // One table the core reads by itself, in whatever format it came; several are one distribution.
  let read = null;
  if (document.tables.length > 1 && known !== null) {
    core ??= await load(known.wasm);
    read = readDistribution(document.tables, known.regions, figureReader(core));
  }
  const { at, remarks } = chosenSheet(known === null ? null : core, document.tables, role);
  return {
    kind: document.kind,
    proposed: at,
    tables: document.tables.map((table, index) => ({
      name: table.name,
      title: table.title,
      hidden: table.hidden,
      rows: table.rows.length,
      notation: table.notation,
      remarks: index === at && read === null ? [...remarks, ...table.remarks] : table.remarks,
      comments: table.comments,
      csv: csvOf(table),
      beginning: table.rows.slice(0, mostShown),
    })),
    distribution: read === null ? null : { read, csv: csvOf(distributionTable(read)) },
  };
}

/** Reads a file piece by piece straight into the memory of the core, and says how far it is. */
async function readFile(
  name: string,
  file: Blob,
  progress: (done: number) => void,
): Promise<number> {
  const target = started().reserve(name, file.size);
  const reader = file.stream().getReader();
  let at = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    target.set(piece.value, at);
    at += piece.value.byteLength;
    progress(at);
  }
  return started().memory();
}

async function answer(
  question: Question,
  progress: (done: number, all: number) => void,
): Promise<Results[keyof Results]> {
  switch (question.ask) {
    case 'document':
      return converted(question.bytes, question.known, question.role ?? 'file');
    case 'start':
      core = await load(question.wasm);
      return null;
    case 'put':
      started().put(question.name, question.bytes, question.remarks);
      return null;
    case 'read':
      return readFile(question.name, question.file, (done) => {
        progress(done, question.file.size);
      });
    case 'remove':
      started().remove(question.name);
      return null;
    case 'run':
      return started().run(question.operation, question.parameters as never);
  }
}

const codeOf = (fault: unknown): WorkerFault => {
  if (fault instanceof FormatFault) return fault.code;
  return fault instanceof RangeError || fault instanceof WebAssembly.RuntimeError
    ? 'out_of_memory'
    : 'worker_broken';
};

// Questions wait for each other: while a file streams in, nothing may move the core's memory.
let queue: Promise<void> = Promise.resolve();
scope.onmessage = ({ data: { id, question } }) => {
  queue = queue.then(async () => {
    try {
      const result = await answer(question, (done, all) => {
        scope.postMessage({ say: 'progress', id, done, all });
      });
      scope.postMessage({ say: 'result', id, result });
    } catch (fault) {
      scope.postMessage({ say: 'fault', id, code: codeOf(fault) });
    }
  });
};
scope.postMessage({ say: 'ready' });
