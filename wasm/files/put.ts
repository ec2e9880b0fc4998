/** Puts a table of a document before the core, with the document beside it for its fingerprint. */
import type { Finding, NumberNotation } from '../contract/answers.ts';
import type { FileReading } from '../contract/operations.ts';
import { type Distribution, distributionTable } from './distribution.ts';
import { FormatFault } from './fault.ts';
import { findingsOf, partName } from './part.ts';
import { readCopiedLines, readDocument } from './read.ts';
import { type ChosenSheet, type FileRole, type Inspector, chosenSheet } from './sheets.ts';
import { type Remark, type Table, type TableDocument, csvOf } from './table.ts';

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

/**
 * @param at index of the table
 * @param more what is to be said beside what was found in it
 */
export function putTable(
  receiver: FileReceiver,
  name: string,
  document: TableDocument,
  at: number,
  more: readonly Remark[] = [],
): Part {
  const table = document.tables[at];
  if (table === undefined) throw new FormatFault('no_table');
  const file = partName(name, table.name);
  receiver.put(file, csvOf(table), findingsOf(file, [...more, ...table.remarks]));
  return { file, document, table: at, notation: table.notation };
}

/** The table that one of the names is about; a document of one table needs none. */
function namedSheet({ tables }: TableDocument, sheets: readonly string[]): ChosenSheet {
  const wanted = sheets.map((name) => name.toLowerCase());
  const at = tables.findIndex((table) => wanted.includes(table.name.toLowerCase()));
  if (at === -1 && tables.length > 1)
    throw new FormatFault('sheet_unknown', tables.map((table) => table.name).join(', '));
  return { at: Math.max(at, 0), remarks: [] };
}

/** How a document is to be read. */
export interface DocumentWish {
  /** Names of tables that were asked for; without, the first that fits. */
  readonly sheets: readonly string[];
  /** Whether text alone may be lines copied from a PDF. */
  readonly lines: boolean;
  /** What the table is asked for, and how it is read; without, whatever this program knows. */
  readonly role?: FileRole;
  readonly reading?: FileReading;
}

/** @returns null for a file that the core reads itself, which is then put as it is */
export function putDocument(
  core: Inspector,
  name: string,
  bytes: Uint8Array,
  { sheets, lines, role = 'file', reading }: DocumentWish,
): Part | null {
  const document = readDocument(bytes) ?? (lines ? readCopiedLines(bytes) : null);
  core.put(name, bytes);
  if (document === null) return null;
  const { at, remarks } =
    sheets.length > 0
      ? namedSheet(document, sheets)
      : chosenSheet(core, document.tables, role, reading);
  return putTable(core, name, document, at, remarks);
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
