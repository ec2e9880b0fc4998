/** What a document is, by its bytes and not by its name, and its tables. */
import { FormatFault } from './fault.ts';
import { readHtml } from './html.ts';
import { looksLikeLines, readLines } from './lines.ts';
import { readOds } from './ods.ts';
import type { DocumentKind, TableDocument } from './table.ts';
import { readXlsx } from './xlsx.ts';
import { readXmlPage } from './xml-page.ts';
import { partNames } from './zip.ts';

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** The first characters as text, whatever the encoding: for signatures. */
const beginning = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes.subarray(0, 4096))
    .replace(/^(\u00ef\u00bb\u00bf|\s)+/, '');

function hasText(bytes: Uint8Array, text: string): boolean {
  // Excel names the stream of an encrypted workbook in UTF-16.
  const wanted = Array.from(text, (character) => [character.charCodeAt(0), 0]).flat();
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
}

/**
 * What the bytes are: a document of tables, or null for a file that the core reads itself (CSV and
 * the like). Throws a `FormatFault` for what can be recognised but not read.
 */
export function documentKind(bytes: Uint8Array): DocumentKind | null {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new FormatFault(hasText(bytes, 'EncryptedPackage') ? 'encrypted' : 'old_excel');
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const names = partNames(bytes);
    if (names.includes('xl/workbook.bin')) throw new FormatFault('binary_excel');
    if (names.includes('xl/workbook.xml')) return 'xlsx';
    if (names.includes('content.xml')) return 'ods';
    throw new FormatFault('zip_without_table');
  }
  const start = beginning(bytes);
  if (start.startsWith('%PDF-')) throw new FormatFault('pdf');
  if (start.startsWith('<?xml')) return /<(!doctype\s+)?html[\s>]/i.test(start) ? 'html' : 'xml';
  return /^<([A-Za-z][\w:.-]*[\s/>]|!doctype|!--)/i.test(start) ? 'html' : null;
}

/** Text of a page: by byte order mark, by what it says itself, by strict UTF-8, else Windows-1252. */
export function decodePage(bytes: Uint8Array): string {
  if (begins(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const readers: Record<Exclude<DocumentKind, 'lines'>, (bytes: Uint8Array) => TableDocument> = {
  xlsx: readXlsx,
  ods: readOds,
  html: (bytes) => readHtml(decodePage(bytes)),
  xml: readXmlPage,
};

const isEmpty = (document: TableDocument): boolean =>
  document.tables.every((table) => table.rows.length === 0);

/** @returns null for what the core reads itself; throws a `FormatFault` for what cannot be read */
export function readDocument(bytes: Uint8Array): TableDocument | null {
  const kind = documentKind(bytes);
  if (kind === null || kind === 'lines') return null;
  const document = readers[kind](bytes);
  if (!isEmpty(document)) return document;
  // What only begins with a sign may be XML that does not say so, or a name in a file of values.
  if (kind === 'html' && !/<(!doctype|html|body)[\s>]/i.test(beginning(bytes))) {
    const page = readXmlOrNothing(bytes);
    return page === null || isEmpty(page) ? null : page;
  }
  throw new FormatFault('no_table');
}

function readXmlOrNothing(bytes: Uint8Array): TableDocument | null {
  try {
    return readXmlPage(bytes);
  } catch (fault) {
    if (fault instanceof FormatFault) return null;
    throw fault;
  }
}

const mostLinesBytes = 5_000_000;

/**
 * Lines copied from a PDF, in a file or a paste of text alone.
 * @returns null for text that a separator cuts, or that is no such list: the core reads it itself
 */
export function readCopiedLines(bytes: Uint8Array): TableDocument | null {
  if (bytes.byteLength > mostLinesBytes) return null;
  const text = decodePage(bytes);
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const separated = lines.filter((line) => /[\t;]/.test(line)).length;
  return separated * 2 < lines.length && looksLikeLines(text) ? readLines(text) : null;
}

/** The sheet that is proposed: the first that is not hidden and not empty. */
export function proposedTable(read: TableDocument): number {
  const at = read.tables.findIndex((table) => !table.hidden && table.rows.length > 0);
  return at === -1 ? 0 : at;
}
