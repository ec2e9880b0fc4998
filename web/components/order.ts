/** Order of rows in a table: by name, or by a figure of the core. */
import { byName } from '../format.ts';

export type Key = string | number | null;

export interface Sorting<C extends string> {
  readonly column: C;
  readonly descending: boolean;
}

/** Missing figures stand last in either direction; equal ones keep their order. */
export function sorted<T>(rows: readonly T[], key: (row: T) => Key, descending: boolean): T[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const a = key(one);
    const b = key(other);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'string' || typeof b === 'string') return sign * byName(String(a), String(b));
    return sign * (a - b);
  });
}
