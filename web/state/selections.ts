/** A person's own selections of municipalities: a region, a safety region. They go along in the dossier. */
import { signal } from '@preact/signals';
import { Refused, asRecord, asText, registerSection } from '../dossier/sections.ts';

export interface Selection {
  readonly name: string;
  /** Codes, in code order. */
  readonly codes: readonly string[];
}

export const selections = signal<readonly Selection[]>([]);

const mostSelections = 200;
const mostCodes = 10_000;
const municipalityCode = /^GM\d{4,7}$/;

/** From JSON that anyone may have written. */
export function openSelections(saved: unknown): readonly Selection[] {
  if (saved === undefined) return [];
  if (!Array.isArray(saved) || saved.length > mostSelections)
    throw new Refused('section_wrong', 'selections');
  return saved.map((item: unknown) => {
    const record = asRecord(item, 'selections');
    const codes: unknown = record.get('codes');
    const good = (code: unknown): code is string =>
      typeof code === 'string' && municipalityCode.test(code);
    if (!Array.isArray(codes) || codes.length > mostCodes || !codes.every(good))
      throw new Refused('section_wrong', 'selections');
    return {
      name: asText(record.get('name'), 'selections', 200),
      codes: [...new Set(codes)].sort(),
    };
  });
}

/** Adds a selection, or puts it in the place of the one of that name. */
export function withSelection(
  all: readonly Selection[],
  name: string,
  codes: Iterable<string>,
): readonly Selection[] {
  const made = { name, codes: [...new Set(codes)].sort() };
  return all.some((one) => one.name === name)
    ? all.map((one) => (one.name === name ? made : one))
    : [...all, made];
}

registerSection<readonly Selection[]>({
  name: 'selections',
  work: true,
  read: () => selections.value,
  restore: (state) => {
    selections.value = state;
  },
  save: (state) => (state.length === 0 ? undefined : state),
  open: openSelections,
});
