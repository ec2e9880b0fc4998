/** The parts of a ZIP file, unpacked no further than the bound: a small file can claim to be a huge one. */
import { unzipSync } from 'fflate';
import { FormatFault } from './fault.ts';
import { mostBytes } from './table.ts';

/**
 * @param wanted whether a part of this name is needed
 * @returns the parts by name; a part that is larger than it claims comes out cut off
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > mostBytes) throw new FormatFault('too_large');
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (fault) {
    if (fault instanceof FormatFault) throw fault;
    throw new FormatFault('broken');
  }
}

/** The names of all parts, unpacking none. */
export function partNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    throw new FormatFault('broken');
  }
  return names;
}
