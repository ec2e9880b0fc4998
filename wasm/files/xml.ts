/** Reading XML from front to back. Nothing outside the bytes is fetched, no entity is defined. */
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { FormatFault } from './fault.ts';

/** By name without prefix; of two the one without prefix, else the first. */
export interface Attributes {
  get(name: string): string | undefined;
}

export interface XmlReader {
  /** @param name without prefix */
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Which elements count. An extension may bring elements and attributes that are called as those of the
 * format; they are told apart by their namespace, and what stands inside them counts neither.
 */
export interface Vocabulary {
  /** Namespaces of elements; nothing: all of them. */
  readonly elements?: ReadonlySet<string>;
  /** Namespaces of attributes, beside those without one. */
  readonly attributes?: ReadonlySet<string>;
}

/** Looked for when asked, because a workbook has millions of them and is asked for few. */
class OwnAttributes implements Attributes {
  /** @param counted namespaces beside none; nothing: all */
  constructor(
    private readonly given: readonly SaxesAttributeNS[],
    private readonly counted: ReadonlySet<string> | undefined,
  ) {}

  get(name: string): string | undefined {
    let first: string | undefined;
    for (const { local, uri, value } of this.given) {
      if (local !== name) continue;
      if (uri === '') return value;
      if (this.counted === undefined || this.counted.has(uri)) first ??= value;
    }
    return first;
  }
}

/** So many elements inside each other, and no more: no format that is read here needs twenty. */
const deepest = 200;

const decoderOf = (bytes: Uint8Array): TextDecoder => {
  const [first, second, third] = bytes;
  // A byte order mark, or the sign that XML begins with in 16 bits, goes before what a file says itself.
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le', { fatal: true });
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be', { fatal: true });
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const said = /encoding *= *["']([\w.:-]{1,40})["']/i.exec(
    start.slice(0, start.indexOf('?>') + 1),
  );
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    return new TextDecoder(marked ? 'utf-8' : (said?.[1] ?? 'utf-8'), { fatal: true });
  } catch {
    throw new FormatFault('broken'); // an encoding that does not exist
  }
};

/** @param bytes in the encoding that they say, else UTF-8 */
export function readXml(bytes: Uint8Array, reader: XmlReader, counted: Vocabulary = {}): void {
  const { elements, attributes: own } = counted;
  const parser = new SaxesParser({ position: false, xmlns: true });
  let depth = 0;
  let outside = 0; // how deep in an element of another vocabulary
  let known: string | null = null; // a namespace that counts: nearly all elements have one and the same
  const counts = (uri: string): boolean => {
    if (outside > 0) return false;
    if (elements !== undefined && uri !== known && !elements.has(uri)) return false;
    known = uri;
    return true;
  };
  parser.on('error', (fault) => {
    // Pages leave prefixes unbound; the formats of spreadsheets never do.
    if (elements === undefined && fault.message.includes('unbound namespace prefix')) return;
    throw new FormatFault('broken');
  });
  // Of the tag that is being read; the parser adds their namespaces before it tells of the tag.
  let given: SaxesAttributeNS[] = [];
  parser.on('attribute', (attribute) => given.push(attribute));
  parser.on('opentag', (tag) => {
    const attributes = given;
    given = [];
    depth += 1;
    if (depth > deepest) throw new FormatFault('broken');
    if (!counts(tag.uri)) {
      outside += 1;
      return;
    }
    reader.open?.(tag.local, new OwnAttributes(attributes, own));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (outside > 0) outside -= 1;
    else reader.close?.(tag.local);
  });
  const text = (piece: string): void => {
    if (outside === 0) reader.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    const decoder = decoderOf(bytes);
    const step = 1 << 20;
    let atStart = true;
    for (let at = 0; at < bytes.byteLength; at += step) {
      const piece = decoder.decode(bytes.subarray(at, at + step), { stream: true });
      // The decoder takes one byte order mark off; some programs write two.
      parser.write(atStart ? piece.replace(/^\uFEFF/, '') : piece);
      atStart = false;
    }
    parser.write(decoder.decode()).close();
  } catch (fault) {
    if (fault instanceof FormatFault) throw fault;
    throw new FormatFault('broken');
  }
}
