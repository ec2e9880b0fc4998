/** The sections of the page itself: round, municipality, numbers, files, notes, existing places. */
import { computed, signal } from '@preact/signals';
import type { NumberNotation } from '../../wasm/index.ts';
import { findRound } from '../../wasm/catalogue.ts';
import {
  type LoadedFile,
  admit,
  catalogue,
  chosenCode,
  files,
  ownMinors,
  ownNeed,
  putBack,
  round,
} from '../state.ts';
import { fromBase64, sha256, toBase64 } from './base64.ts';
import { Refused, asRecord, asText, asWhole, registerSection } from './sections.ts';

/** A person's own notes; they go along in the dossier and on paper. */
export const notes = signal('');

/** What a municipality says of its own places; nobody else checked it, and nothing is subtracted. */
export interface ExistingPlaces {
  readonly places?: number | undefined;
  readonly remark: string;
}
/** By municipality code. */
export const existing = signal<Readonly<Record<string, ExistingPlaces>>>({});

const mostText = 20_000;
const mostPlaces = 1_000_000;
const mostNeed = 10_000_000;
const municipalityCode = /^GM\d{4}$/;

registerSection<string>({
  name: 'round',
  work: false,
  read: () => round.value.id,
  restore: (id) => {
    const found = findRound(catalogue, id);
    if (found !== undefined) round.value = found;
  },
  save: (id) => id,
  open: (saved) => {
    if (saved === undefined) return round.value.id;
    const id = asText(saved, 'round', 100);
    if (findRound(catalogue, id) === undefined) throw new Refused('section_wrong', 'round');
    return id;
  },
});

registerSection<string | null>({
  name: 'municipality',
  work: false,
  read: () => chosenCode.value,
  restore: (code) => {
    chosenCode.value = code;
  },
  save: (code) => code ?? undefined,
  open: (saved) => {
    if (saved === undefined) return null;
    const code = asText(saved, 'municipality', 6);
    if (!municipalityCode.test(code)) throw new Refused('section_wrong', 'municipality');
    return code;
  },
});

interface Numbers {
  readonly need: number | undefined;
  readonly minors: number | undefined;
}
const numbers = computed<Numbers>(() => ({ need: ownNeed.value, minors: ownMinors.value }));

registerSection<Numbers>({
  name: 'numbers',
  work: true,
  read: () => numbers.value,
  restore: ({ need, minors }) => {
    ownNeed.value = need;
    ownMinors.value = minors;
  },
  save: ({ need, minors }) =>
    need === undefined && minors === undefined ? undefined : { need, minors },
  open: (saved) => {
    if (saved === undefined) return { need: undefined, minors: undefined };
    const record = asRecord(saved, 'numbers');
    return {
      need: asWhole(record.get('need'), 'numbers', mostNeed),
      minors: asWhole(record.get('minors'), 'numbers', mostNeed),
    };
  },
});

/** A file out of a dossier has no place before the core yet. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly notation: NumberNotation | null;
}
type Files = readonly (LoadedFile | SavedFile)[];
const mostFiles = 50;

const isLoaded = (file: LoadedFile | SavedFile): file is LoadedFile => 'recognised' in file;

function openNotation(saved: unknown): NumberNotation | null {
  if (saved === null || saved === undefined) return null;
  const record = asRecord(saved, 'files');
  const decimal = (['.', ','] as const).find((mark) => mark === record.get('decimal'));
  const thousands = ([null, '.', ',', ' ', "'"] as const).find(
    (mark) => mark === record.get('thousands'),
  );
  if (decimal === undefined || thousands === undefined || decimal === thousands)
    throw new Refused('section_wrong', 'files');
  return { decimal, thousands };
}

const savedFiles = (saved: unknown): ReadonlyMap<string, unknown>[] => {
  if (saved === undefined) return [];
  if (!Array.isArray(saved) || saved.length > mostFiles)
    throw new Refused('section_wrong', 'files');
  return saved.map((file: unknown) => asRecord(file, 'files'));
};

registerSection<Files>({
  name: 'files',
  work: true,
  read: () => files.value,
  same: (one, other) =>
    one.length === other.length && one.every((file, index) => file === other[index]),
  restore: (state) => {
    if (state.every(isLoaded)) {
      putBack(state);
      return;
    }
    putBack([]);
    files.value = state.map(({ name, bytes, notation }) => admit(name, bytes, notation));
  },
  save: (state, { withFiles }) =>
    state.length === 0
      ? undefined
      : state.map((file) => ({
          name: file.name,
          bytes: file.bytes.byteLength,
          sha256: isLoaded(file) && file.recognised.ok ? file.recognised.result.sha256 : undefined,
          notation: file.notation,
          content: withFiles ? toBase64(file.bytes) : undefined,
        })),
  open: async (saved) => {
    const opened: SavedFile[] = [];
    for (const record of savedFiles(saved)) {
      const name = asText(record.get('name'), 'files', 255);
      const content = record.get('content');
      if (content === undefined) continue;
      const bytes = typeof content === 'string' ? fromBase64(content) : null;
      if (bytes === null) throw new Refused('section_wrong', 'files');
      const said = record.get('sha256');
      const found = await sha256(bytes);
      if (said !== undefined && found !== null && said !== found)
        throw new Refused('file_changed', name);
      opened.push({ name, bytes, notation: openNotation(record.get('notation')) });
    }
    return opened;
  },
  missing: (saved) =>
    savedFiles(saved)
      .filter((record) => record.get('content') === undefined)
      .map((record) => asText(record.get('name'), 'files', 255)),
});

registerSection<string>({
  name: 'notes',
  work: true,
  typed: true,
  read: () => notes.value,
  restore: (text) => {
    notes.value = text;
  },
  save: (text) => (text === '' ? undefined : text),
  open: (saved) => (saved === undefined ? '' : asText(saved, 'notes', mostText)),
});

registerSection<Readonly<Record<string, ExistingPlaces>>>({
  name: 'existing',
  work: true,
  typed: true,
  read: () => existing.value,
  restore: (state) => {
    existing.value = state;
  },
  save: (state) => (Object.keys(state).length === 0 ? undefined : state),
  open: (saved) => {
    if (saved === undefined) return {};
    const entries = [...asRecord(saved, 'existing')].map(
      ([code, value]): [string, ExistingPlaces] => {
        if (!municipalityCode.test(code)) throw new Refused('section_wrong', 'existing');
        const record = asRecord(value, 'existing');
        return [
          code,
          {
            places: asWhole(record.get('places'), 'existing', mostPlaces),
            remark: asText(record.get('remark') ?? '', 'existing', mostText),
          },
        ];
      },
    );
    return Object.fromEntries(entries);
  },
});
