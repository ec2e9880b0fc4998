/**
 * A link that carries the question, in the fragment of the address: a server never sees it.
 *
 *     #v1/round=2024&municipality=GM0193&need=90000&minors=8000&view=country
 *
 * `v1` is the form; another is refused with a sentence. Behind it stand names and values as in a query;
 * each may be left out, and then is as the page has it on opening. A name that this version does not
 * know is said, not dropped in silence, so that later versions may add some (`set` is kept for inputs
 * that are changed per municipality). The whole fragment is at most 8,192 characters.
 *
 * The second form carries small files as well, packed (`data`, gzip in base64url), and may be eight times
 * as long. It is made only on request, and on opening it is taken off the address.
 */
import type { NumberNotation } from '../wasm/index.ts';

export const longestLink = 8_192;
export const longestDataLink = 65_536;
const mostUnpacked = 2_000_000;

export interface Question {
  readonly round?: string;
  readonly municipality?: string;
  readonly need?: number;
  readonly minors?: number;
  readonly view?: string;
}

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly notation: NumberNotation | null;
}

export type LinkReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: 'version' | 'length' | 'malformed' }
  | {
      readonly kind: 'question';
      readonly question: Question;
      /** Names that this version does not know. */
      readonly unknown: readonly string[];
      /** The packed files, still packed. */
      readonly data: string | null;
    };

const start = '#v1/';

/** The fragment, with its `#`; of an empty question the form alone. */
export function linkOf(question: Question, data: string | null = null): string {
  const parts = new URLSearchParams();
  for (const name of ['round', 'municipality', 'need', 'minors', 'view'] as const) {
    const value = question[name];
    if (value !== undefined) parts.set(name, String(value));
  }
  if (data !== null) parts.set('data', data);
  return start + parts.toString();
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,8}$/.test(text) ? Number(text) : undefined;

/** Reads a fragment, or a whole address that ends in one. */
export function readLink(text: string): LinkReading {
  const begin = text.search(/#v\d+(\/|$)/);
  if (begin === -1) return { kind: 'none' };
  const fragment = text.slice(begin).trim();
  if (!fragment.startsWith(start)) return { kind: 'refused', reason: 'version' };
  if (fragment.length > longestDataLink) return { kind: 'refused', reason: 'length' };
  const parts = new URLSearchParams(fragment.slice(start.length));
  const data = parts.get('data');
  if (data === null && fragment.length > longestLink) return { kind: 'refused', reason: 'length' };

  const read: { -readonly [name in keyof Question]: Question[name] } = {};
  const unknown: string[] = [];
  for (const [name, value] of parts) {
    if (name === 'need' || name === 'minors') {
      const number = wholeNumber(value);
      if (number === undefined) return { kind: 'refused', reason: 'malformed' };
      read[name] = number;
    } else if (name === 'municipality') {
      if (!/^GM\d{4,7}$/.test(value)) return { kind: 'refused', reason: 'malformed' };
      read.municipality = value;
    } else if (name === 'round' || name === 'view') {
      if (!/^[\w-]{1,40}$/.test(value)) return { kind: 'refused', reason: 'malformed' };
      read[name] = value;
    } else if (name !== 'data') {
      unknown.push(name.slice(0, 40));
    }
  }
  return { kind: 'question', question: read, unknown, data };
}

const base64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

async function gathered(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    // A few bytes can unpack to gigabytes: stop in time.
    if (size > most) {
      await reader.cancel();
      throw new RangeError('too much');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

const through = (
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> => new Blob([bytes as BlobPart]).stream().pipeThrough(transform);

/**
 * Files as the text of `data`: a line of JSON that names them, then their bytes, together packed.
 * @returns null where that is more than a link may carry
 */
export async function packFiles(files: readonly PackedFile[]): Promise<string | null> {
  const list = files.map(({ name, bytes, notation }) => ({
    name,
    size: bytes.byteLength,
    notation,
  }));
  const head = new TextEncoder().encode(`${JSON.stringify(list)}\n`);
  const whole = new Uint8Array(
    await new Blob([head, ...files.map(({ bytes }) => bytes as BlobPart)]).arrayBuffer(),
  );
  if (whole.byteLength > mostUnpacked) return null;
  const packed = await gathered(through(whole, new CompressionStream('gzip')), mostUnpacked);
  const text = base64url(packed);
  return text.length + longestLink > longestDataLink ? null : text;
}

const isMark = (value: unknown, marks: readonly unknown[]): boolean => marks.includes(value);
const isNotation = (value: unknown): value is NumberNotation | null =>
  value === null ||
  (typeof value === 'object' &&
    'decimal' in value &&
    'thousands' in value &&
    isMark(value.decimal, ['.', ',']) &&
    isMark(value.thousands, ['.', ',', ' ', "'", null]));

/** @returns null for anything that `packFiles` did not make */
export async function unpackFiles(text: string): Promise<PackedFile[] | null> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const whole = await gathered(through(packed, new DecompressionStream('gzip')), mostUnpacked);
    const lineEnd = whole.indexOf(10);
    const list: unknown = JSON.parse(new TextDecoder().decode(whole.subarray(0, lineEnd)));
    if (!Array.isArray(list)) return null;
    const files: PackedFile[] = [];
    let at = lineEnd + 1;
    for (const entry of list as unknown[]) {
      if (typeof entry !== 'object' || entry === null) return null;
      const { name, size, notation } = entry as Record<string, unknown>;
      if (typeof name !== 'string' || typeof size !== 'number' || !isNotation(notation))
        return null;
      if (!Number.isInteger(size) || size < 0 || at + size > whole.byteLength) return null;
      files.push({ name: name.slice(0, 200), bytes: whole.slice(at, at + size), notation });
      at += size;
    }
    return files;
  } catch {
    return null;
  }
}
