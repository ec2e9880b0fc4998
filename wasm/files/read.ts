/** What a document is, by its bytes and not by its name, and its tables. */
import { FormatFault } from './fault.ts';
import { readHtml } from './html.ts';
import { looksLikeLines, readLines } from './lines.ts';
import { readFlatOds, readOds } from './ods.ts';
import type { TableDocument } from './table.ts';
import { readXlsx, workbookPart } from './xlsx.ts';
import { readXmlPage } from './xml-page.ts';
import { partKey, unzip } from './zip.ts';

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** The first characters as text, whatever the encoding: for signatures. */
function beginning(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be';
  const isWide = wide === 'utf-16le' || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? wide : 'windows-1252')
    .decode(bytes.subarray(0, 4096))
    .replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, '');
}

function hasText(bytes: Uint8Array, text: string): boolean {
  // Old Office names the streams of a file in UTF-16.
  const wanted = Array.from(text, (character) => [character.charCodeAt(0), 0]).flat();
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  return false;
}

function oldOffice(bytes: Uint8Array): FormatFault {
  if (hasText(bytes, 'EncryptedPackage')) return new FormatFault('encrypted');
  return new FormatFault(hasText(bytes, 'WordDocument') ? 'word' : 'old_excel');
}

/** Parts with markup; pictures and the like are not needed. */
const isMarkup = (key: string): boolean => /\.(?:xml|rels)$/.test(key);

function readPacked(bytes: Uint8Array): TableDocument {
  const archive = unzip(bytes, isMarkup);
  const keys = archive.names.map(partKey);
  const has = (pattern: RegExp): boolean => keys.some((key) => pattern.test(key));
  const workbook = workbookPart(archive);
  if (workbook !== null) return readXlsx(archive, workbook, bytes.byteLength);
  if (keys.includes('content.xml')) return readOds(archive, bytes.byteLength);
  if (has(/^xl\/workbook\.bin$/)) throw new FormatFault('binary_excel');
  if (has(/^word\//)) throw new FormatFault('word');
  throw new FormatFault(has(/\.iwa$/) ? 'numbers' : 'zip_without_table');
}

/** What the bytes are; null for a file that the core reads itself (CSV and the like). */
type Container = 'packed' | 'old_office' | 'pdf' | 'html' | 'xml';
function containerOf(bytes: Uint8Array): Container | null {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'old_office';
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'packed';
  const start = beginning(bytes);
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('<?xml')) return /<(?:!doctype\s+)?html[\s>]/i.test(start) ? 'html' : 'xml';
  return /^<(?:[A-Z][\w:.-]*[\s/>]|!doctype|!--)/i.test(start) ? 'html' : null;
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

const isEmpty = (document: TableDocument): boolean =>
  document.tables.every((table) => table.rows.length === 0);

function readAs(container: Container, bytes: Uint8Array): TableDocument {
  switch (container) {
    case 'old_office':
      throw oldOffice(bytes);
    case 'pdf':
      throw new FormatFault('pdf');
    case 'packed':
      return readPacked(bytes);
    case 'html':
      return readHtml(decodePage(bytes));
    case 'xml':
      return beginning(bytes).includes('urn:oasis:names:tc:opendocument:xmlns:office:1.0')
        ? readFlatOds(bytes)
        : readXmlPage(bytes);
  }
}

/** @returns null for what the core reads itself; throws a `FormatFault` for what cannot be read */
export function readDocument(bytes: Uint8Array): TableDocument | null {
  const container = containerOf(bytes);
  if (container === null) return null;
  const document = readAs(container, bytes);
  if (!isEmpty(document)) return document;
  // What only begins with a sign may be XML that does not say so, or a name in a file of values.
  if (container === 'html' && !/<(?:!doctype|html|body)[\s>]/i.test(beginning(bytes))) {
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
