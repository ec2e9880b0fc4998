/**
 * The parts of a ZIP file. Every one is checked against its length and its CRC-32, and against what is
 * said of it in both places that name it, so that damage is noticed wherever it is. Nothing is unpacked
 * further than it claims and the bound allows: a small file can claim to be a huge one.
 */
import { Inflate } from 'fflate';
import { FormatFault } from './fault.ts';
import { mostUnpacked } from './table.ts';

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const endBytes = 22;
const mostComment = 0xffff;
const lost = 0xffffffff; // stands in a field of 32 bits whose value is in the extra field

const broken = (): FormatFault => new FormatFault('broken');

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
/** @param crc of the bytes before, as it is kept between pieces; 0xffffffff at the start */
function crcAfter(crc: number, bytes: Uint8Array): number {
  let rest = crc;
  for (let at = 0; at < bytes.length; at += 1)
    rest = (rest >>> 8) ^ (crcs[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return rest;
}

interface Member {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** One spelling of the name of a part, as the formats take them: capitals do not count. */
export const partKey = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

class Directory {
  readonly view: DataView;
  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where the end record stands: the last bytes, but for a comment that says its own length. */
  private end(): number {
    const last = this.bytes.byteLength - endBytes;
    for (let at = last; at >= Math.max(0, last - mostComment); at -= 1)
      if (
        this.view.getUint32(at, true) === signatures.end &&
        this.view.getUint16(at + 20, true) === last - at
      )
        return at;
    throw broken();
  }

  members(): Member[] {
    const { view } = this;
    const end = this.end();
    let count = view.getUint16(end + 10, true);
    let size = view.getUint32(end + 12, true);
    let start = view.getUint32(end + 16, true);
    let after = end;
    if (count === 0xffff || size === lost || start === lost) {
      // Sizes of 64 bits: their own end record stands before the other, with a pointer between.
      after = Number(view.getBigUint64(end - 12, true));
      if (view.getUint32(after, true) !== signatures.end64) throw broken();
      count = Number(view.getBigUint64(after + 32, true));
      size = Number(view.getBigUint64(after + 40, true));
      start = Number(view.getBigUint64(after + 48, true));
    }
    if (view.getUint32(end + 4, true) !== 0 || start + size !== after) throw broken();
    const members: Member[] = [];
    let at = start;
    while (at < after) {
      const length =
        46 +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
      if (view.getUint32(at, true) !== signatures.central || at + length > after) throw broken();
      members.push(this.member(at));
      at += length;
    }
    if (members.length !== count) throw broken();
    return members;
  }

  private member(at: number): Member {
    const { view, bytes } = this;
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new FormatFault('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const [size, packed, offset] = this.sizes(at, 46 + nameLength);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const data =
      offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (
      view.getUint32(offset, true) !== signatures.local ||
      view.getUint16(offset + 26, true) !== nameLength ||
      name.some((byte, place) => bytes[offset + 30 + place] !== byte) ||
      data + packed > bytes.byteLength
    )
      throw broken();
    return {
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed: bytes.subarray(data, data + packed),
    };
  }

  /** Unpacked size, packed size and place; each of 64 bits where its field of 32 is full. */
  private sizes(at: number, extra: number): [number, number, number] {
    const { view } = this;
    const fields = [24, 20, 42].map((field) => view.getUint32(at + field, true));
    let wide = at + extra;
    const end = wide + view.getUint16(at + 30, true);
    while (wide + 4 <= end && view.getUint16(wide, true) !== 1)
      wide += 4 + view.getUint16(wide + 2, true);
    wide += 4;
    const [size, packed, offset] = fields.map((value) => {
      if (value !== lost) return value;
      if (wide + 8 > end) throw broken();
      wide += 8;
      return Number(view.getBigUint64(wide - 8, true));
    });
    return [size ?? 0, packed ?? 0, offset ?? 0];
  }
}

const packedStep = 1 << 14;

/** Unpacks a member and compares it with what it claims; its bytes are kept only where wanted. */
function unpacked(member: Member, wanted: boolean): Uint8Array {
  const { method, size, packed } = member;
  if (method !== 0 && method !== 8) throw broken();
  const whole = new Uint8Array(wanted ? size : 0);
  let length = 0;
  let crc = 0xffffffff;
  const take = (piece: Uint8Array): void => {
    if (length + piece.length > size) throw broken();
    if (wanted) whole.set(piece, length);
    length += piece.length;
    crc = crcAfter(crc, piece);
  };
  if (method === 0) {
    take(packed);
  } else {
    const inflate = new Inflate(take);
    for (let at = 0; at < packed.length || at === 0; at += packedStep)
      inflate.push(packed.subarray(at, at + packedStep), at + packedStep >= packed.length);
  }
  if (length !== size || ~crc >>> 0 !== member.crc) throw broken();
  return whole;
}

/** The parts of one file by name, whatever the capitals and slashes they are written with. */
export interface Archive {
  readonly names: readonly string[];
  /**
   * Nothing for a part that is not there, or was not wanted. Many names for one part make it no longer:
   * more than all parts together and as much again as a file may unpack to is `too_large`.
   */
  part(name: string): Uint8Array | undefined;
}

/**
 * @param wanted by `partKey`: whether a part is needed; the others are checked all the same
 * @throws FormatFault `broken` for anything that does not fit, `too_large`, `encrypted`
 */
export function unzip(bytes: Uint8Array, wanted: (key: string) => boolean): Archive {
  const parts = new Map<string, Uint8Array>();
  const names: string[] = [];
  let left = mostUnpacked(bytes.byteLength);
  try {
    const members = new Directory(bytes).members();
    const total = members.reduce((sum, { size }) => sum + size, 0);
    if (total > left) throw new FormatFault('too_large');
    left += total;
    const packed = members.reduce((sum, member) => sum + member.packed.length, 0);
    if (packed > bytes.byteLength) throw broken();
    const known = new Set<string>();
    for (const member of members) {
      const key = partKey(member.name);
      // Which of two parts of one name is meant, nobody can tell.
      if (known.has(key)) throw broken();
      known.add(key);
      names.push(member.name);
      const part = unpacked(member, wanted(key));
      if (wanted(key)) parts.set(key, part);
    }
  } catch (fault) {
    throw fault instanceof FormatFault ? fault : broken();
  }
  const part = (name: string): Uint8Array | undefined => {
    const found = parts.get(partKey(name));
    left -= found?.byteLength ?? 0;
    if (left < 0) throw new FormatFault('too_large');
    return found;
  };
  return { names, part };
}
