/** Reading XML from front to back. Nothing outside the bytes is fetched, no entity is defined. */
import { SaxesParser } from 'saxes';
import { FormatFault } from './fault.ts';

export interface XmlReader {
  /** @param name without prefix; attributes likewise */
  open?(name: string, attributes: ReadonlyMap<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @param bytes UTF-8, or UTF-16 with a byte order mark */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const decoder = new TextDecoder(utf16, { fatal: true });
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw new FormatFault('broken');
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map<string, string>();
    for (const [name, value] of Object.entries(tag.attributes as Record<string, string>))
      attributes.set(local(name), value);
    reader.open?.(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    reader.close?.(local(tag.name));
  });
  const text = (piece: string): void => {
    reader.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    const step = 1 << 20;
    for (let at = 0; at < bytes.byteLength; at += step)
      parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (fault) {
    if (fault instanceof FormatFault) throw fault;
    throw new FormatFault('broken');
  }
}
