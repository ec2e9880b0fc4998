/** The sections of the page itself: round, municipality, numbers, files, notes, existing places. */
import { computed, signal } from '@preact/signals';
import { lookUp } from '../../wasm/contract/look-up.ts';
import { documentName, isPlainName } from '../../wasm/files/names.ts';
import type { DocumentKind } from '../../wasm/files/table.ts';
import type { FileReading, NumberNotation } from '../../wasm/index.ts';
import { findRound } from '../../wasm/rounds/catalogue.ts';
import {
  type BroughtPrint,
  type LoadedFile,
  brought,
  catalogue,
  chosenCode,
  type Division,
  divisions,
  files,
  merging,
  ownMinors,
  ownNeed,
  round,
} from '../state/page.ts';
import { broughtAddress, publishedAddress, publishedAt } from '../state/address.ts';
import { type KeptFile, admit, isTableOf, putBack, setFiles } from '../state/inputs.ts';
import { fromBase64, sha256, toBase64 } from './base64.ts';
import { Refused, asRecord, asText, asWhole, registerSection } from './sections.ts';

/** A person's own notes; they go along in the dossier and on paper. */
export const notes = signal('');
/** The notes that came in a dossier, until they are changed or a person takes them for his own. */
export const broughtNotes = signal('');
export const areNotesBrought = computed(
  () => notes.value !== '' && notes.value === broughtNotes.value,
);

/** What a municipality says of its own places; nobody else checked it, and nothing is subtracted. */
export interface ExistingPlaces {
  readonly places?: number | undefined;
  readonly remark: string;
}
/** By municipality code. */
export const existing = signal<Readonly<Record<string, ExistingPlaces>>>({});
/** Those that came in a dossier, likewise. */
export const broughtExisting = signal<Readonly<Record<string, ExistingPlaces>>>({});
export function isExistingBrought(code: string): boolean {
  const said = lookUp(existing.value, code);
  const came = lookUp(broughtExisting.value, code);
  return said !== undefined && said.places === came?.places && said.remark === came?.remark;
}

const mostText = 20_000;
const mostPlaces = 1_000_000;
// As its field takes it: what the core refuses, it refuses by name once the dossier is open.
const mostNeed = 999_999_999;
const mostInhabitants = 2_147_483_647;
const municipalityCode = /^GM\d{4,7}$/;

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
    const code = asText(saved, 'municipality', 9);
    if (!municipalityCode.test(code)) throw new Refused('section_wrong', 'municipality');
    return code;
  },
});

/** The name of a file in a dossier: no way to one that this program has itself. */
export function asFileName(value: unknown, section: string): string {
  const name = asText(value, section, 1_000);
  if (!isPlainName(documentName(name))) throw new Refused('section_wrong', section);
  return name;
}

const numberKinds = ['indicative', 'decided', 'own_sum'] as const;
const hands = ['first', 'second', 'third'] as const;

registerSection<Readonly<Record<string, BroughtPrint>>>({
  name: 'prints',
  work: true,
  read: () => brought.value,
  restore: (prints) => {
    brought.value = prints;
  },
  save: (prints) => (Object.keys(prints).length === 0 ? undefined : prints),
  open: (saved) => {
    if (saved === undefined) return {};
    const prints = [...asRecord(saved, 'prints')].map(([file, said]) => {
      const record = asRecord(said, 'prints');
      const number = numberKinds.find((known) => known === record.get('number'));
      const hand = hands.find((known) => known === record.get('hand'));
      const of = asText(record.get('round'), 'prints', 100);
      if (number === undefined || hand === undefined || findRound(catalogue, of) === undefined)
        throw new Refused('section_wrong', 'prints');
      const title = asText(record.get('title'), 'prints', 1_000);
      return [file, { number, hand, title, round: of, by: 'dossier' as const }] as const;
    });
    return Object.fromEntries(prints);
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
type Files = readonly (LoadedFile | KeptFile)[];
const mostFiles = 1_000;

const isLoaded = (file: LoadedFile | KeptFile): file is LoadedFile => 'recognised' in file;

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

const mapped = [
  'code',
  'name',
  'province',
  'inhabitants',
  'score',
  'places',
  'minors',
  'period',
] as const;

/** Which column is what: a heading, a number from 1, or none. */
function openColumns(saved: unknown): NonNullable<FileReading['columns']> {
  const columns: { [meaning in (typeof mapped)[number]]?: string | number | null } = {};
  for (const [meaning, column] of asRecord(saved, 'files')) {
    const known = mapped.find((name) => name === meaning);
    if (known === undefined) throw new Refused('section_wrong', 'files');
    columns[known] =
      column === null || typeof column === 'string'
        ? column
        : (asWhole(column, 'files', 16_384) ?? null);
  }
  return columns;
}

/** What a person said about reading a file, from JSON that anyone may have written. */
export function openReading(saved: unknown): FileReading {
  if (saved === undefined) return {};
  const record = asRecord(saved, 'files');
  const notation = openNotation(record.get('notation'));
  const columns = record.get('columns');
  const period = record.get('period');
  const separator = ([',', ';', '\t', '|'] as const).find(
    (mark) => mark === record.get('separator'),
  );
  const encoding = (['utf-8', 'windows-1252'] as const).find(
    (name) => name === record.get('encoding'),
  );
  return {
    ...(separator === undefined ? {} : { separator }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(notation === null ? {} : { notation }),
    ...(columns === undefined ? {} : { columns: openColumns(columns) }),
    ...(period === undefined ? {} : { period: asText(period, 'files', 100) }),
  };
}

function openContent(content: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof content === 'string' ? fromBase64(content) : null;
  if (bytes === null) throw new Refused('section_wrong', 'files');
  return bytes;
}

const documentKinds: readonly DocumentKind[] = ['xlsx', 'ods', 'html', 'xml', 'lines'];

/** The document that a table was taken from; its name begins that of the table. */
function openOriginal(saved: unknown, part: string): NonNullable<KeptFile['original']> {
  const record = asRecord(saved, 'files');
  const name = asFileName(record.get('name'), 'files');
  const kind = documentKinds.find((known) => known === record.get('kind'));
  if (kind === undefined || !part.startsWith(`${name}#`))
    throw new Refused('section_wrong', 'files');
  return { name, kind, bytes: openContent(record.get('content')) };
}

const savedFiles = (saved: unknown): ReadonlyMap<string, unknown>[] => {
  if (saved === undefined) return [];
  if (!Array.isArray(saved) || saved.length > mostFiles)
    throw new Refused('section_wrong', 'files');
  return saved.map((file: unknown) => asRecord(file, 'files'));
};

/** The bytes of a file, and those of the document that it was taken from. */
function contentOf(file: LoadedFile | KeptFile): object {
  const original = isLoaded(file)
    ? file.origin && { ...file.origin, kind: file.origin.document.kind }
    : file.original;
  return {
    content: toBase64(file.bytes),
    ...(original == null
      ? {}
      : {
          original: {
            name: original.name,
            kind: original.kind,
            content: toBase64(original.bytes),
          },
        }),
  };
}

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
    setFiles(state.map(admit));
  },
  save: (state, { withFiles }) =>
    state.length === 0
      ? undefined
      : state.map((file) => ({
          name: file.name,
          bytes:
            isLoaded(file) && file.recognised.ok
              ? file.recognised.result.bytes
              : file.bytes.byteLength,
          sha256: isLoaded(file) && file.recognised.ok ? file.recognised.result.sha256 : undefined,
          reading: file.reading,
          ...(withFiles && !(isLoaded(file) && file.large !== null) ? contentOf(file) : {}),
        })),
  open: async (saved) => {
    const opened: KeptFile[] = [];
    for (const record of savedFiles(saved)) {
      const name = asFileName(record.get('name'), 'files');
      if (record.get('content') === undefined) continue;
      const bytes = openContent(record.get('content'));
      const document = record.get('original');
      const original = document === undefined ? undefined : openOriginal(document, name);
      const said = record.get('sha256');
      const found = await sha256(original?.bytes ?? bytes);
      if (said !== undefined && found !== null && said !== found)
        throw new Refused('file_changed', name);
      // What is shown beside the document has to be what is in it, and not what someone wrote there.
      if (
        original !== undefined &&
        !(await isTableOf(original, name.slice(original.name.length + 1), bytes))
      )
        throw new Refused('table_differs', name);
      const reading = openReading(record.get('reading'));
      opened.push({
        name,
        bytes,
        reading,
        broughtBy: 'dossier',
        ...(original === undefined ? {} : { original }),
      });
    }
    return opened;
  },
  missing: (saved) =>
    savedFiles(saved)
      .filter((record) => record.get('content') === undefined)
      .map((record) => asFileName(record.get('name'), 'files')),
});

registerSection<boolean>({
  name: 'merging',
  work: true,
  read: () => merging.value,
  restore: (on) => {
    merging.value = on;
  },
  save: (on) => (on ? true : undefined),
  open: (saved) => {
    if (saved !== undefined && typeof saved !== 'boolean')
      throw new Refused('section_wrong', 'merging');
    return saved ?? false;
  },
});

registerSection<Readonly<Record<string, Division>>>({
  name: 'divisions',
  work: true,
  read: () => divisions.value,
  restore: (entered) => {
    divisions.value = entered;
  },
  save: (entered) => (Object.keys(entered).length === 0 ? undefined : entered),
  open: (saved) => {
    if (saved === undefined) return {};
    const coded = (value: unknown): [string, unknown][] =>
      [...asRecord(value, 'divisions')].map(([code, of]) => {
        if (!municipalityCode.test(code)) throw new Refused('section_wrong', 'divisions');
        return [code, of];
      });
    return Object.fromEntries(
      coded(saved).map(([from, parts]) => [
        from,
        Object.fromEntries(
          coded(parts).map(([into, people]) => [
            into,
            asWhole(people, 'divisions', mostInhabitants) ?? 0,
          ]),
        ),
      ]),
    );
  },
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
  open: (saved) => {
    const text = saved === undefined ? '' : asText(saved, 'notes', mostText);
    broughtNotes.value = text;
    return text;
  },
});

registerSection<string>({
  name: 'publishedAt',
  work: false,
  typed: true,
  read: () => publishedAt.value,
  restore: (address) => {
    publishedAt.value = address;
  },
  save: (address) => (address === '' ? undefined : address),
  open: (saved) => {
    if (saved === undefined) return '';
    const address = publishedAddress(asText(saved, 'publishedAt', 500));
    if (address === null) throw new Refused('section_wrong', 'publishedAt');
    broughtAddress.value = address;
    return address;
  },
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
    broughtExisting.value = Object.fromEntries(entries);
    return broughtExisting.value;
  },
});
