/**
 * A link that carries the question, in the fragment of the address: a server never sees it.
 *
 *     #v1/round=2024&municipality=GM0193&need=90000&minors=8000&view=country
 *
 * `v1` is the form; another is refused with a sentence. Behind it stand names and values as in a query;
 * each may be left out, and then is as the page has it on opening. A name that this version does not
 * know is said, not dropped in silence, so that later versions may add some. The whole fragment is at
 * most 8,192 characters.
 *
 * What is supposed ("what if") stands beside it, each part of it only where it differs:
 *
 *     weight=0.5                     how heavily the score counts
 *     setneed=90000&setminors=8000   another need, without changing that of the round
 *     set=GM0193_-0.073_120000       score and inhabitants of one municipality; either may be empty;
 *                                    once per municipality
 *     merge=GM0193_GM0034            municipalities taken together
 *
 * The second form carries small files as well, packed (`data`, gzip in base64url), and may be eight times
 * as long. It is made only on request, and on opening it is taken off the address.
 */
import { readJson } from '../../wasm/files/json.ts';
import { documentName, isPlainName } from '../../wasm/files/names.ts';
import type { NumberNotation } from '../../wasm/index.ts';
import { type Override, type Wish, decimalText, plainWish, wholeOf } from './what-if.ts';

export const longestLink = 8_192;
export const longestDataLink = 65_536;
const mostUnpacked = 2_000_000;

export interface Question {
  readonly round?: string;
  readonly municipality?: string;
  readonly need?: number;
  readonly minors?: number;
  readonly view?: string;
  readonly whatIf?: Wish;
}

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly notation: NumberNotation | null;
}

export type LinkReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: 'version' | 'length' | 'malformed' }
  /** A name that stands in it twice: which of both is meant, nobody can tell. */
  | { readonly kind: 'refused'; readonly reason: 'doubled'; readonly about: string }
  | {
      readonly kind: 'question';
      readonly question: Question;
      /** Names that this version does not know. */
      readonly unknown: readonly string[];
      /** The packed files, still packed. */
      readonly data: string | null;
    };

const start = '#v1/';

const isScore = (text: string): boolean => /^-?\d{1,2}(\.\d{1,6})?$/.test(text);
const isWeight = (text: string): boolean => /^([01](\.\d{1,3})?|2(\.0{1,3})?)$/.test(text);
const code = /^GM\d{4,7}$/;
const mostCodes = 1_000;
/** As many digits as are read again. */
const largest = 99_999_999;

const numberOf = (typed: string): number | undefined => {
  const number = wholeOf(typed);
  return number !== undefined && number <= largest ? number : undefined;
};

// A field that is still being typed says nothing yet.
function addWish(parts: URLSearchParams, wish: Wish): void {
  const weight = decimalText(wish.scoreWeight);
  if (isWeight(weight) && weight !== '1') parts.set('weight', weight);
  const need = numberOf(wish.need);
  if (need !== undefined) parts.set('setneed', String(need));
  const minors = numberOf(wish.minors);
  if (minors !== undefined) parts.set('setminors', String(minors));
  for (const change of wish.changes) {
    const score = decimalText(change.score);
    const inhabitants = numberOf(change.inhabitants);
    const said = [isScore(score) ? score : '', inhabitants ?? ''];
    if (said.some((text) => text !== '')) parts.append('set', [change.code, ...said].join('_'));
  }
  if (wish.merged.length > 1) parts.set('merge', wish.merged.join('_'));
}

// undefined: the text is no override.
function readOverride(text: string): Override | undefined {
  const [municipality = '', score = '', inhabitants = '', ...more] = text.split('_');
  const right =
    code.test(municipality) &&
    (score === '' || isScore(score)) &&
    /^\d{0,8}$/.test(inhabitants) &&
    score + inhabitants !== '' &&
    more.length === 0;
  return right ? { code: municipality, score, inhabitants } : undefined;
}

// One part of what is supposed, added to what was read before. null: it is none of its parts;
// undefined: it is malformed.
function readWish(wish: Wish, name: string, value: string): Wish | null | undefined {
  if (name === 'weight') return isWeight(value) ? { ...wish, scoreWeight: value } : undefined;
  if (name === 'setneed' || name === 'setminors') {
    if (wholeNumber(value) === undefined) return undefined;
    return name === 'setneed' ? { ...wish, need: value } : { ...wish, minors: value };
  }
  if (name === 'set') {
    const override = readOverride(value);
    const twice = wish.changes.some((other) => other.code === override?.code);
    if (override === undefined || twice || wish.changes.length >= mostCodes) return undefined;
    return { ...wish, changes: [...wish.changes, override] };
  }
  if (name === 'merge') {
    const merged = value.split('_');
    const right = merged.every((each) => code.test(each)) && new Set(merged).size === merged.length;
    return right ? { ...wish, merged } : undefined;
  }
  return null;
}

/** The fragment, with its `#`; of an empty question the form alone. */
export function linkOf(question: Question, data: string | null = null): string {
  const parts = new URLSearchParams();
  for (const name of ['round', 'municipality', 'need', 'minors', 'view'] as const) {
    const value = question[name];
    if (value !== undefined && !(Number(value) > largest)) parts.set(name, String(value));
  }
  if (question.whatIf !== undefined) addWish(parts, question.whatIf);
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
  const doubled = [...new Set(parts.keys())].find(
    (name) => name !== 'set' && parts.getAll(name).length > 1,
  );
  if (doubled !== undefined)
    return { kind: 'refused', reason: 'doubled', about: doubled.slice(0, 40) };
  if (data === null && fragment.length > longestLink) return { kind: 'refused', reason: 'length' };

  const read: { -readonly [name in keyof Question]: Question[name] } = {};
  const unknown: string[] = [];
  let wish = plainWish;
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
      const further = readWish(wish, name, value);
      if (further === undefined) return { kind: 'refused', reason: 'malformed' };
      if (further === null) unknown.push(name.slice(0, 40));
      else wish = further;
    }
  }
  if (wish !== plainWish) read.whatIf = wish;
  return { kind: 'question', question: read, unknown, data };
}

const base64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
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
    const list: unknown = readJson(new TextDecoder().decode(whole.subarray(0, lineEnd)));
    if (!Array.isArray(list)) return null;
    const files: PackedFile[] = [];
    let at = lineEnd + 1;
    for (const entry of list as unknown[]) {
      if (typeof entry !== 'object' || entry === null) return null;
      const { name, size, notation } = entry as Record<string, unknown>;
      if (typeof name !== 'string' || typeof size !== 'number' || !isNotation(notation))
        return null;
      if (!isPlainName(documentName(name))) return null;
      if (!Number.isInteger(size) || size < 0 || at + size > whole.byteLength) return null;
      files.push({ name: name.slice(0, 200), bytes: whole.slice(at, at + size), notation });
      at += size;
    }
    return files;
  } catch {
    return null;
  }
}
