/** Puts a table of a document before the core, with the document beside it for its fingerprint. */
import type { Finding, NumberNotation } from '../contract/answers.ts';
import { type Distribution, distributionTable } from './distribution.ts';
import { FormatFault } from './fault.ts';
import { findingsOf, partName } from './part.ts';
import { proposedTable, readCopiedLines, readDocument } from './read.ts';
import { type Table, type TableDocument, csvOf } from './table.ts';

/** All that is asked of the core here. */
interface FileReceiver {
  put(name: string, bytes: Uint8Array, remarks?: readonly Finding[]): void;
}

export interface Part {
  /** The name under which the core has it. */
  readonly file: string;
  readonly document: TableDocument;
  /** Index of the table that was put. */
  readonly table: number;
  readonly notation: NumberNotation | null;
}

/** @param at index of the table */
export function putTable(
  receiver: FileReceiver,
  name: string,
  document: TableDocument,
  at: number,
): Part {
  const table = document.tables[at];
  if (table === undefined) throw new FormatFault('no_table');
  const file = partName(name, table.name);
  receiver.put(file, csvOf(table), findingsOf(file, table.remarks));
  return { file, document, table: at, notation: table.notation };
}

/** The table that one of the names is about; a document of one table needs none. */
function chosenTable(document: TableDocument, sheets: readonly string[]): number {
  if (sheets.length === 0) return proposedTable(document);
  const wanted = sheets.map((name) => name.toLowerCase());
  const at = document.tables.findIndex((table) => wanted.includes(table.name.toLowerCase()));
  if (at !== -1) return at;
  if (document.tables.length === 1) return 0;
  throw new FormatFault('sheet_unknown', document.tables.map((table) => table.name).join(', '));
}

/** How a document is to be read. */
export interface DocumentWish {
  /** Names of tables that were asked for; without, the first that holds anything. */
  readonly sheets: readonly string[];
  /** Whether text alone may be lines copied from a PDF. */
  readonly lines: boolean;
}

/** @returns null for a file that the core reads itself, which is then put as it is */
export function putDocument(
  receiver: FileReceiver,
  name: string,
  bytes: Uint8Array,
  { sheets, lines }: DocumentWish,
): Part | null {
  const document = readDocument(bytes) ?? (lines ? readCopiedLines(bytes) : null);
  receiver.put(name, bytes);
  return document === null
    ? null
    : putTable(receiver, name, document, chosenTable(document, sheets));
}

/** The whole document as a published distribution, for the core to read as such. */
export function putDistribution(
  receiver: FileReceiver,
  name: string,
  distribution: Distribution,
  tables: readonly Table[],
): string {
  const file = partName(name, 'verdeling');
  const remarks = tables.flatMap((table) => findingsOf(partName(name, table.name), table.remarks));
  receiver.put(file, csvOf(distributionTable(distribution)), remarks);
  return file;
}
