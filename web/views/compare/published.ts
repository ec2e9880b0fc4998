/** The published table that a person brought, and what the core says of it. */
import { computed, signal } from '@preact/signals';
import type {
  Answer,
  Finding,
  CompareResult,
  CompareTablesResult,
  FileReading,
  InspectResult,
  ReproduceParameters,
  ReproduceResult,
} from '../../../wasm/index.ts';
import { readings, tableReading, takingPart } from '../../state/answers.ts';
import { changesFile, findVintage } from '../../../wasm/rounds/catalogue.ts';
import { findingsOf, partName } from '../../../wasm/files/part.ts';
import { comparedTable } from '../../state/implied.ts';
import { cellsOf, inspection, largeBytes, read, tablesIn } from '../../state/inputs.ts';
import { asked, durationOf, forget, put } from '../../state/second-core.ts';
import { catalogue, files, parameters } from '../../state/page.ts';
import { WorkFault } from '../../worker/work.ts';
import type { ConvertedDocument, WorkerFault } from '../../worker/protocol.ts';

/** Name under which the core has the table; null where there is none. */
export const table = comparedTable;
/** What it is called on the page. */
export const tableTitle = signal('');

const folder = 'gepubliceerd/';
let handed: string[] = [];

/** The document that the table was taken from, where it was; another of its tables may be chosen. */
export const origin = signal<{
  readonly name: string;
  readonly document: ConvertedDocument;
  readonly table: number | 'distribution';
} | null>(null);
/** Why a file could not be read; null: it could. */
export const refusal = signal<WorkerFault | null>(null);

function hand(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  remarks: readonly Finding[] = [],
): void {
  put(name, bytes, { large: bytes.byteLength > largeBytes, remarks });
  handed.push(name);
}

/** Hands a table to the core; an earlier one is replaced. */
export function bring(bytes: Uint8Array<ArrayBuffer>, title: string): void {
  takeAway();
  hand(`${folder}${title}`, bytes);
  table.value = `${folder}${title}`;
  tableTitle.value = title;
}

/** A table of a document: the document for its fingerprint, the table for its cells. */
export function bringTable(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  document: ConvertedDocument,
  wanted: number | 'distribution',
): void {
  const cells = cellsOf(document, wanted);
  if (cells === undefined) return;
  takeAway();
  const part = partName(`${folder}${name}`, cells.name);
  hand(`${folder}${name}`, bytes);
  hand(part, cells.csv, findingsOf(part, cells.remarks));
  table.value = part;
  tableTitle.value = `${name}, ${cells.name}`;
  origin.value = { name, document, table: wanted };
  original = bytes;
}
let original: Uint8Array<ArrayBuffer> | null = null;

/** Another table of the same document. */
export function chooseTable(wanted: number | 'distribution'): void {
  if (origin.value !== null && original !== null)
    bringTable(origin.value.name, original, origin.value.document, wanted);
}

/** Any file with a table: what the core cannot read itself, a worker takes apart. */
export async function bringFile(file: File): Promise<void> {
  refusal.value = null;
  try {
    const { bytes, document } = await tablesIn(file);
    if (document === null) bring(bytes, file.name);
    else
      bringTable(
        file.name,
        bytes,
        document,
        document.distribution === null ? document.proposed : 'distribution',
      );
  } catch (fault) {
    refusal.value = fault instanceof WorkFault ? fault.code : 'worker_broken';
  }
}

/** A table that the core has already: the figures of the round. */
export function bringKnown(name: string, title: string): void {
  takeAway();
  table.value = name;
  tableTitle.value = title;
}

export function takeAway(): void {
  table.value = null;
  origin.value = null;
  original = null;
  refusal.value = null;
  tableReading.value = null;
  for (const name of handed) forget(name);
  handed = [];
}

/** Whether the table is a person's own. */
export const isOwn = computed(
  () =>
    table.value !== null && findVintage(catalogue, table.value.replace(/\.csv$/, '')) === undefined,
);

/** What the person said of its columns. */
export const saidOfColumns = computed<FileReading['columns']>(
  () => readings.value.find(({ file }) => file === table.value)?.columns,
);

export function sayColumns(columns: NonNullable<FileReading['columns']>): void {
  const file = table.value;
  if (file === null) return;
  if (files.value.some(({ name }) => name === file)) read(file, { columns });
  else tableReading.value = { file, columns };
}

/** What it is, as it is read; null where there is none of a person's own. */
export const inspected = computed<Answer<InspectResult> | null>(() => {
  const file = table.value;
  if (file === null || !isOwn.value) return null;
  const reading = readings.value.find((each) => each.file === file);
  return asked('inspect', inspection(file, reading ?? {}));
});

/** What is asked of the table; null where there is none. */
export const compared = computed(() =>
  table.value === null
    ? null
    : {
        ...parameters.value,
        table: table.value,
        loaded: takingPart.value,
        readings: readings.value,
        changes: changesFile,
      },
);

export const comparison = computed<Answer<CompareResult> | null>(() =>
  compared.value === null ? null : asked('compare', compared.value),
);

/** Another published table to set beside it; empty: none. */
export const other = signal('');

export const pairedAsked = computed(() =>
  table.value === null || other.value === '' || other.value === table.value
    ? null
    : {
        ...parameters.value,
        table: table.value,
        other: other.value,
        readings: readings.value,
        changes: changesFile,
      },
);

export const paired = computed<Answer<CompareTablesResult> | null>(() =>
  pairedAsked.value === null ? null : asked('compareTables', pairedAsked.value),
);

export interface TimedReproduction {
  readonly parameters: ReproduceParameters;
  readonly result: ReproduceResult;
  readonly milliseconds: number;
}

function reproduced(question: ReproduceParameters): TimedReproduction | null {
  const answer = asked('reproduce', question);
  return answer?.ok === true
    ? { parameters: question, result: answer.result, milliseconds: durationOf(answer) }
    : null;
}

/**
 * Over the needs that the sum of the table allows; where one wrong number makes that sum wrong, over
 * the need of the round, if that gives more rows.
 */
export const reproduction = computed<TimedReproduction | null>(() => {
  const question = compared.value;
  if (question === null) return null;
  const bySum = reproduced(question);
  const best = bySum?.result.ranking[0];
  if (bySum === null || best === undefined || best.matches === best.rows) return bySum;
  const byNeed = reproduced({ ...question, onlyGivenNeed: true });
  return byNeed !== null && (byNeed.result.ranking[0]?.matches ?? 0) > best.matches
    ? byNeed
    : bySum;
});
